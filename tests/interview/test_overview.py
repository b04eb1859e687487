"""The overview: questions that are only asked from there, and answers that it shows and checks."""

import re
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.answers.working import working
from drafter.cli import FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.errors import Fault
from drafter.interview.control_flow import Back
from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import Item, section_of
from drafter.interview.overview import (
    FOLD,
    LIST_OUT,
    LIST_SELDOM,
    OUT,
    OVERVIEW,
    ROW_WIDTH,
    SELDOM,
    View,
    overview,
    seldom,
)
from drafter.interview.section_words import section_words
from drafter.interview.session import look_over, record
from drafter.interview.validator import check
from drafter.markup.count import count_finished
from drafter.terminal.choice_search import ChoiceSearch
from drafter.terminal.list_state import ListState
from tests.support.checkout import CHECKOUT
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import ScriptedPerson
from tests.support.small_submission import (
    answer_all_blank,
    item_at,
    open_small_submission,
    printed,
    save_answer,
)
from tests.support.trees import data_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def test_title_heading_and_closing_are_not_asked_for_and_can_be_set(store: Store) -> None:
    for path, words in (
        (("title",), "A title of our own"),
        (("themes", 0, "heading"), "A heading of our own"),
        (("closing",), "A last word of our own."),
    ):
        assert not is_open(store.answers, item_at(store, path))
        save_answer(store, path, words)
        assert words in printed(store)
    save_answer(store, ("themes", 0, "heading"), "")
    assert LIBRARY.themes.themes["compulsory-treatment"].title in printed(store)


@pytest.mark.parametrize(
    ("saved", "shown"), [("XRU", "Ruritania"), ("CIV", "Côte d'Ivoire"), ("Turkey", "Türkiye")]
)
def test_the_state_is_shown_by_its_name_and_highlighted_by_it(store: Store, saved: str, shown: str) -> None:
    store.set(("state",), saved)
    state = item_at(store, ("state",))
    assert state.current(store.answers) == shown
    titles = [choice.title for choice in overview(store.answers, QUESTIONS).question.choices]
    assert any(title.endswith(f"→ {shown}") for title in titles)


def test_a_state_is_searched_by_its_other_names(store: Store) -> None:
    search = ChoiceSearch(item_at(store, ("state",)).choices)
    for typed, name in (("ivory coast", "Côte d'Ivoire"), ("holland", "Netherlands"), ("burma", "Myanmar")):
        hits = [search.choices[position].value for position in search.matching(typed)]
        assert any(hit.startswith(name) for hit in hits), typed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("kirg", "Kyrgyzstan"),
        ("Kirgizstan", "Kyrgyzstan"),
        ("Kirgisistan", "Kyrgyzstan"),
        ("Maroc", "Morocco"),
        ("marruecos", "Morocco"),
        ("Deutschland", "Germany"),
        ("Ceylon", "Sri Lanka"),
        ("espana", "Spain"),
        ("Osterreich", "Austria"),
        ("pilipinas", "Philippines"),
    ],
)
def test_a_state_is_searched_by_names_in_other_languages(store: Store, typed: str, name: str) -> None:
    search = ChoiceSearch(item_at(store, ("state",)).choices)
    assert search.choices[search.matching(typed)[0]].value == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Moroco", "Morocco"),
        ("Kirgiztan", "Kyrgyzstan"),
        ("Phillippines", "Philippines"),
        ("Columbia", "Colombia"),
        ("Guatamala", "Guatemala"),
    ],
)
def test_a_misspelt_state_is_offered_and_not_taken_by_enter(store: Store, typed: str, name: str) -> None:
    state = ListState(item_at(store, ("state",)).choices, is_searched=True)
    state.type(typed)
    assert (state.highlighted, state.shown[0].value) == (None, name)
    assert state.missing_highlight().startswith("Nothing matches. If you mean one of these")
    state.take_all_shown()
    assert state.taken == []
    state.move(1)
    assert state.highlighted is not None
    assert state.highlighted.value == name


def test_the_overview_leads_to_a_list_of_questions_that_are_seldom_asked(store: Store) -> None:
    person = ScriptedPerson(SELDOM, "title")
    chosen = look_over(store, QUESTIONS, person)
    assert person.paths == [OVERVIEW, LIST_SELDOM]
    assert chosen == item_at(store, ("title",))
    assert "title" not in [choice.value for choice in person.questions[0].choices]


@pytest.mark.parametrize(("value", "way"), [(SELDOM, LIST_SELDOM), (OUT, LIST_OUT)])
def test_back_in_a_list_leads_to_the_overview(store: Store, value: str, way: Any) -> None:
    person = ScriptedPerson(value, Back(), "")
    assert look_over(store, QUESTIONS, person) is None
    assert person.paths == [OVERVIEW, way, OVERVIEW]


def test_a_source_with_a_web_address_asks_for_the_date_on_which_it_was_seen(store: Store) -> None:
    asked = [item.path for item in questions(store.answers, LIBRARY)]
    assert ("sources", "S1", "seen") not in asked
    save_answer(store, ("sources", "S1", "address"), "https://register.example")
    assert is_open(store.answers, item_at(store, ("sources", "S1", "seen")))


def test_an_unverified_paragraph_of_an_authority_is_printed_once_the_author_confirms_it(store: Store) -> None:
    cited = "bangkok-rules:15"
    assert ("confirmed_authorities",) not in [item.path for item in questions(store.answers, LIBRARY)]
    clause = str(data_of(store)["themes"][0]["clauses"][0])
    store.set(("themes", 0, "clauses", 0), {"clause": clause, "text": f"In words of our own.[^{cited}]"})
    assert "rule 15" not in printed(store)
    question = item_at(store, ("confirmed_authorities",))
    assert [choice.value for choice in question.choices] == [cited]
    save_answer(store, ("confirmed_authorities",), [cited])
    assert "rule 15" in printed(store)


def test_the_current_answer_is_the_saved_answer_or_missing(store: Store) -> None:
    assert item_at(store, ("state",)).current(store.answers) == "Ruritania"
    assert item_at(store, ("title",)).current(store.answers) is MISSING


def test_a_question_mark_is_neither_a_keyword_nor_a_real_name(store: Store) -> None:
    save_answer(store, ("keywords",), "recovery, ?")
    assert data_of(store)["keywords"] == ["recovery"]
    private = Item(path=("private", "cases", "C1", "name"), section="S", text="Name?")
    refused = check(private, "?")
    assert isinstance(refused, Fault)
    assert "? is not an answer here" in refused.fault


def test_an_answer_of_the_wrong_kind_is_reported_before_the_interview(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store.set(("details", "session"), ["not", "a", "line"])
    assert main(["new", str(store.file), "--no-input"]) == FAULT
    messages = " ".join(capsys.readouterr().err.split())
    assert "a.yaml, line" in messages
    assert "session" in messages


def test_the_answer_about_consent_reports_that_the_case_stays_out(store: Store) -> None:
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("themes", 0, "cases"), ["C1"])])
    messages: list[str] = []
    consent = item_at(store, ("cases", "C1", "consent", "public"))
    record(store, LIBRARY, consent, "not-asked", messages.append)
    assert messages == ["The case of Mira stays out of the document until the person agrees."]
    record(store, LIBRARY, consent, "yes", messages.append)
    assert len(messages) == 1


@pytest.mark.parametrize("file", sorted((CHECKOUT / "examples").glob("*.yaml")), ids=lambda each: each.stem)
def test_no_two_rows_of_an_example_look_alike_on_a_screen_of_80_columns(file: Path) -> None:
    answers = working(read_answers(file)[0])
    shown = overview(answers, QUESTIONS).question.choices
    rows = [choice.title[:ROW_WIDTH] for choice in shown]
    assert len(rows) == len(set(rows)), sorted(row for row in rows if rows.count(row) > 1)
    seldom_rows = [choice.title[:ROW_WIDTH] for choice in seldom(answers, QUESTIONS).question.choices]
    assert len(seldom_rows) == len(set(seldom_rows))


def test_a_row_begins_with_its_object() -> None:
    answers = working(read_answers(CHECKOUT / "examples" / "ruritania-upr-joint.yaml")[0])
    titles = [choice.title.strip() for choice in overview(answers, QUESTIONS).question.choices]
    for beginning in (
        "F3 · source → ",
        "HRR · agreed? → Yes, confirmed",
        "120.41 · what became of it → Begun",
        "State → Ruritania",
        "S2 · author → Ombudsman",
    ):
        assert any(title.startswith(beginning) for title in titles), beginning


def test_sections_open_and_close_and_a_search_finds_the_rows_of_a_closed_one() -> None:
    answers = working(read_answers(CHECKOUT / "examples" / "ruritania-upr-joint.yaml")[0])
    closed = overview(answers, QUESTIONS).question.choices
    state = ListState(closed, is_searched=True)
    assert [choice.title for choice in state.shown if choice.title.startswith("▸")] == [
        choice.title for choice in state.shown if choice.value.startswith(FOLD)
    ]
    assert not any("F3 · source" in choice.title for choice in state.shown)
    state.search("f3 source")
    assert "F3 · source" in state.shown[0].title
    state.search("")
    assert len(state.shown) < 30
    view = View(opened=frozenset({"Who submits"}))
    opened = overview(answers, QUESTIONS, view).question.choices
    shown = [choice.title.strip() for choice in opened if not choice.folded]
    assert "▾ 3 Who submits" in shown
    assert any(title.startswith("ORR · name") for title in shown)
    assert not any(title.startswith("F3") for title in shown)


def test_a_section_shows_its_words_against_the_limit_and_its_remarks(store: Store) -> None:
    answers = working(read_answers(CHECKOUT / "examples" / "ruritania-upr-joint.yaml")[0])
    question = overview(answers, QUESTIONS).question
    notes = {
        choice.title.split(" ", 2)[2]: choice.note
        for choice in question.choices
        if choice.value.startswith(FOLD)
    }
    assert re.search(r"█+░+ \d+ words", notes["Compulsory treatment and detention for drug use"])
    assert all(re.search(r"[█░]{10} \d+ words?", note) for note in notes.values()), notes
    assert notes["The document"].endswith("█░░░░░░░░░ 7 words")
    assert re.match(r"5,\d\d\d of 5,630 words so far", question.help)
    save_answer(store, ("facts", "F2", "text"), "Addicts have no licence.")
    rows = {choice.value: choice for choice in overview(store.answers, QUESTIONS).question.choices}
    assert rows["facts.F2.text"].note.startswith("! ")
    theme = LIBRARY.themes.themes["compulsory-treatment"].title
    assert "1 remark" in rows[f"{FOLD}{theme}"].note


def test_the_words_of_the_sections_add_up_to_those_of_the_document(example: Path) -> None:
    answers = working(read_answers(example)[0])
    words = section_words(answers, LIBRARY, QUESTIONS.questions(answers))
    assert words is not None
    draft = draft_file(example)
    assert sum(words.by_title.values()) == count_finished(draft.draft.document.blocks)
    known = {section_of(item) for item in QUESTIONS.questions(answers)}
    assert words.by_title.keys() <= known


def test_a_fact_counts_for_the_theme_under_which_it_is_printed(store: Store) -> None:
    store.set(("themes", 1), {"theme": "women", "facts": ["F1"]})
    store.set(("themes", 0, "facts"), ["F2"])
    themes = [LIBRARY.themes.themes[name].title for name in ("compulsory-treatment", "women")]

    def counts() -> list[int]:
        words = section_words(store.answers, LIBRARY, QUESTIONS.questions(store.answers))
        assert words is not None
        return [words.by_title[title] for title in themes]

    before = counts()
    save_answer(store, ("facts", "F1", "text"), "Forty women and nine girls saw no judge.")
    assert [after - count for after, count in zip(counts(), before, strict=True)] == [0, 4]


def test_a_section_without_an_answer_is_shown_and_leads_to_its_first_question(store: Store) -> None:
    answer_all_blank(store)
    store.set(("themes", 1), {"theme": "women"})
    title = LIBRARY.themes.themes["women"].title
    person = ScriptedPerson(f"{FOLD}{title}")
    item = look_over(store, QUESTIONS, person)
    [row] = [choice for choice in person.questions[0].choices if choice.value == f"{FOLD}{title}"]
    assert row.note == "nothing yet · ░░░░░░░░░░ 0 words"
    assert item is not None
    assert item.path == ("themes", 1, "clauses")


def test_opening_a_section_keeps_the_mark_on_it(store: Store) -> None:
    answer_all_blank(store)
    person = ScriptedPerson(f"{FOLD}Who submits", f"{FOLD}Who submits", "")
    assert look_over(store, QUESTIONS, person) is None
    assert [question.default for question in person.questions[1:]] == [f"{FOLD}Who submits"] * 2
    marks = [
        next(choice.title[0] for choice in question.choices if choice.value == f"{FOLD}Who submits")
        for question in person.questions
    ]
    assert marks[0] != marks[1]
    assert marks[0] == marks[2]
