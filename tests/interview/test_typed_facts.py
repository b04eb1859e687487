"""A fact is typed with its source behind it, in whatever form, and few questions follow."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.errors import Fault
from drafter.interview.control_flow import Back
from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.typed_fact import TypedFact, guess_source, is_not_known, split_source
from drafter.interview.session import record
from drafter.interview.validator import Accepted, check
from drafter.language.english import ENGLISH
from drafter.markup.count import plain_text
from drafter.yaml_text import KeyPath
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import interview_until_stopped
from tests.support.small_submission import THEME, answer_all_blank, item_at, open_small_submission
from tests.support.trees import data_of

ADD_FACT: KeyPath = ("interview", "more", f"fact/{THEME}")
NEWSPAPER = "In March 2026, five people died in the north. Le Matin du Nord, 14/3/2026"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission in which everything is answered and facts can be added."""
    store = open_small_submission(tmp_path)
    answer_all_blank(store)
    store.set(("interview", "finished"), ["earlier"])
    return store


def answer(store: Store, path: KeyPath, value: AnswerValue) -> tuple[list[str], Item | None]:
    """Answer the question at *path*; return what was said because of it and the question it leads to."""
    said: list[str] = []
    item = item_at(store, path)
    follow_up = item.follow_up(store.answers, value, LIBRARY)
    if follow_up is None:
        record(store, LIBRARY, item, value, said.append)
    return said, follow_up


def asked_next(store: Store) -> list[str]:
    """Return the texts of the open questions about facts and sources."""
    items = questions(store.answers, LIBRARY)
    return [
        item.text for item in items if item.path[0] in ("facts", "sources") and is_open(store.answers, item)
    ]


@pytest.mark.parametrize(
    ("typed", "text", "source"),
    [
        ("In 2024, 12 died. [Ombudsman, Report, 2024]", "In 2024, 12 died.", "Ombudsman, Report, 2024"),
        ("In 2024, 12 died https://a.example/x?tab=crime.", "In 2024, 12 died", "https://a.example/x?tab=crime"),
        ("In 2024, 12 died. Source: https://a.example/x", "In 2024, 12 died.", "https://a.example/x"),
        ("In 2024, 12 died (www.a.example/x).", "In 2024, 12 died", "www.a.example/x"),
        ("12 died. [Ombudsman, Report, 2024] https://a.example", "12 died.", "Ombudsman, Report, 2024, https://a.example"),
        ("12 died. [https://a.example/x.pdf, p. 7]", "12 died.", "https://a.example/x.pdf, p. 7"),
        ("12 died. [Ombudsman, 2024, https://a.example/x]", "12 died.", "Ombudsman, 2024, https://a.example/x"),
        ("See https://a.example/x for the list.", "See https://a.example/x for the list.", ""),
        ("The figures come from https://a.example/x", "The figures come from", "https://a.example/x"),
    ],
)  # fmt: skip
def test_a_source_in_brackets_and_an_address_at_the_end_are_no_part_of_the_sentence(
    typed: str, text: str, source: str
) -> None:
    assert split_source(typed, ENGLISH) == TypedFact(text, source)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        (NEWSPAPER, "Le Matin du Nord, 14/3/2026"),
        (
            "In 2024, 41 of 96 saw no judge (Ombudsman, Annual report, 2024).",
            "Ombudsman, Annual report, 2024",
        ),
        ("In 2024, 41 of 96 saw no judge. Source: own interviews", "own interviews"),
        ("In 2024, 41 of 96 saw no judge. S1, p. 19", "S1, p. 19"),
        ("In 2024, 41 of 96 saw no judge. In 2025, 12 did.", ""),
        ("41 of 96 people saw no judge. They were held in May, 2024", ""),
        ("41 of 96 people saw no judge (28 women, 13 men).", ""),
        ("41 of 96 people saw no judge (2024).", ""),
        ("41 of 96 people saw no judge. Nobody knows why.", ""),
    ],
)
def test_a_source_without_brackets_is_asked_about_and_a_second_sentence_is_not(
    typed: str, source: str
) -> None:
    assert guess_source(typed, ENGLISH).source == source


def test_what_looks_like_a_source_is_taken_out_of_the_sentence_if_it_is_one(store: Store) -> None:
    _, question = answer(store, ADD_FACT, NEWSPAPER)
    assert question is not None
    assert question.text == "Is “Le Matin du Nord, 14/3/2026” the source?"
    assert "author Le Matin du Nord; title not named yet; date 14 March 2026" in question.help
    assert "F3" not in data_of(store)["facts"], "the answer saves it"
    undo = record(store, LIBRARY, question, "no", lambda _: None)
    assert data_of(store)["facts"]["F3"]["text"] == NEWSPAPER
    store.change(undo)
    said: list[str] = []
    record(store, LIBRARY, question, "yes", said.append)
    assert said[0].startswith(
        "Fact F3 reads: figure “five people”; when March 2026; source S2: author Le Matin"
    )
    assert data_of(store)["facts"]["F3"]["text"] == "In March 2026, five people died in the north."
    assert asked_next(store)[1:] == [
        "What is the title of the article or report by Le Matin du Nord, 14 March 2026?"
    ]
    answer(store, ("sources", "S2", "title"), "Five dead")
    note = "Le Matin du Nord, Five dead (14 March 2026)"
    assert note in " ".join(map(plain_text, draft_file(store.file).draft.document.notes))


def test_back_after_the_question_about_the_source_leaves_the_fact_as_it_was_typed(store: Store) -> None:
    person = interview_until_stopped(store, QUESTIONS, NEWSPAPER, "yes", Back(), Back())
    assert person.paths[0] == person.paths[4] == ADD_FACT
    assert person.current_values[4] == NEWSPAPER
    assert "F3" not in data_of(store)["facts"]
    assert "S2" not in data_of(store)["sources"]


def test_an_address_alone_is_a_source_and_one_line_says_the_rest(store: Store) -> None:
    said, question = answer(
        store, ADD_FACT, "In 2025, 12 centres in Osh closed. [https://a.example/x.pdf, p. 7]"
    )
    assert question is None
    assert (
        "source S2: title not named yet; address https://a.example/x.pdf; page or paragraph p. 7" in said[0]
    )
    assert data_of(store)["facts"]["F3"]["text"] == "In 2025, 12 centres in Osh closed."
    assert asked_next(store)[0] == "What is the page “a.example/x.pdf”? Author, title, year"
    answer(store, ("sources", "S2", "title"), "Ministry of Health, Closed centres, 2025")
    saved = data_of(store)["sources"]["S2"]
    assert (saved["author"], saved["title"], saved["date"]) == (
        "Ministry of Health",
        "Closed centres",
        "2025",
    )
    assert asked_next(store) == ["On which date did you open the address of “Closed centres”?"]


def test_the_address_that_was_typed_is_not_asked_for_again(store: Store) -> None:
    answer(store, ADD_FACT, "In 2024, 12 centres in Zenda had no licence")
    typed = "Rai, A, B, C, D, 2024, https://a.example/x"
    question = item_at(store, ("facts", "F3", "source")).follow_up(store.answers, typed, LIBRARY)
    assert question is not None
    record(store, LIBRARY, question, "no", lambda _: None)
    assert data_of(store)["sources"]["S2"] == {"address": "https://a.example/x"}
    assert not [text for text in asked_next(store) if "Is there a web address" in text]


@pytest.mark.parametrize(
    "mark", ["?", "??", "I do not know the source exactly", "source unknown", "not known yet"]
)
def test_a_source_that_nobody_knows_is_one_question_or_a_gap(store: Store, mark: str) -> None:
    assert is_not_known(mark, ENGLISH)
    text = "In 2026, 212 families asked our house for a bed."
    _, question = answer(store, ADD_FACT, f"{text} [{mark}]")
    assert question is None
    assert data_of(store)["facts"]["F3"] == {"text": text}
    assert asked_next(store) == ["What is the source of “212 families asked our house for …”?"]
    item = item_at(store, ("facts", "F3", "source"))
    assert item.follow_up(store.answers, mark, LIBRARY) is None
    answer(store, item.path, mark)
    assert data_of(store)["facts"]["F3"]["source"] is None
    assert asked_next(store) == []


@pytest.mark.parametrize(
    "line", ["Ombudsman, Annual report, 2024", "own register, 2025", "No Source, a film, 2020"]
)
def test_a_source_with_other_words_is_known(line: str) -> None:
    assert not is_not_known(line, ENGLISH)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In 2025 the country had 18 addiction centres for 37 million people.", False),
        ("In 2025, the State spent 3 million dirhams in four prisons.", False),
        ("In 2025, 12 deaths per 100,000 people in the country.", True),
        ("In 2025, 1,240 people in the country waited.", True),
        ("In 2025, 300 arrests were made in Zenda.", True),
        ("In 2025, 43 women were arrested in Zenda.", False),
    ],
)
def test_groups_are_asked_only_of_a_figure_that_counts_people(store: Store, text: str, asked: bool) -> None:
    answer(store, ADD_FACT, f"{text} [S1]")
    assert any(question.startswith("How many were women") for question in asked_next(store)) is asked


@pytest.mark.parametrize(("first", "asked"), [("", False), ("none", False), ("28 women and 13 men", True)])
def test_groups_are_asked_once_where_nobody_knows_them(store: Store, first: str, asked: bool) -> None:
    answer(store, ADD_FACT, "In 2025, 1,240 people in Zenda waited. [S1]")
    answer(store, ("facts", "F3", "disaggregation"), first)
    answer(store, ADD_FACT, "In 2025, 50 people in Zenda died. [S1]")
    assert bool(asked_next(store)) is asked


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("In 2025, 12 centres in Zenda closed.", "In the same year, 30 opened.", []),
        ("In 2025, 12 judges left.", "In the same year, 30 opened.", ["Where was this: “30 opened”?"]),
        ("In 2025, 12 in Zenda closed.", "30 in the north.", ["When was this: “30 in the north”?"]),
        ("In 2025, 12 centres in Zenda closed.", "30 opened.", ["When and where was this: “30 opened”?"]),
    ],
)  # fmt: skip
def test_when_and_where_are_asked_only_if_the_text_does_not_say_them(
    store: Store, first: str, second: str, asked: list[str]
) -> None:
    answer(store, ADD_FACT, f"{first} [S1]")
    if ("facts", "F3", "period") in [
        item.path for item in questions(store.answers, LIBRARY) if item.automatic
    ]:
        answer(store, ("facts", "F3", "period"), "")
    answer(store, ADD_FACT, f"{second} [S1]")
    assert asked_next(store) == asked


@pytest.mark.parametrize(
    ("path", "typed", "accepted"),
    [
        (("sources", "S1", "date"), "https://stat.example/2025/x", False),
        (("sources", "S1", "date"), "14/3/2026", True),
        (("sources", "S1", "publisher"), "2024", False),
        (("sources", "S1", "publisher"), "https://stat.example", False),
        (("sources", "S1", "author"), "14 March 2024", False),
        (("sources", "S1", "author"), "Office 112", True),
        (("sources", "S1", "title"), "www.stat.example/x", False),
        (("sources", "S1", "title"), "1984: a report", True),
        (("facts", "F1", "source"), "Le Matin, 4/3/2026", False),
        (("facts", "F1", "source"), "Le Matin, 14/3/2026", True),
        (("facts", "F1", "disaggregation"), "women waited longer than men", False),
        (("facts", "F1", "disaggregation"), "no figures", True),
        (("facts", "F1", "disaggregation"), "28 women", True),
    ],
)
def test_what_belongs_to_another_question_is_refused_with_an_example(
    store: Store, path: KeyPath, typed: str, accepted: bool
) -> None:
    result: Any = check(item_at(store, path), typed)
    assert isinstance(result, Fault) is not accepted
    if not accepted:
        assert "For example: " in result.remedy or "Write the month as a word" in result.remedy


@pytest.mark.parametrize("typed", ["", "?"])
def test_a_source_left_empty_is_a_gap_and_the_file_opens_again(store: Store, typed: str) -> None:
    answer(store, ADD_FACT, "In 2025, 412 people died.")
    result = check(item_at(store, ("facts", "F3", "source")), typed)
    assert isinstance(result, Accepted)
    said, _ = answer(store, ("facts", "F3", "source"), result.value)
    assert said == ["Fact F3 has no source yet. The draft marks the place."]
    assert data_of(store)["facts"]["F3"]["source"] is None
    assert "figure-without-source" in [remark.code for remark in draft_file(store.file).remarks]


def test_a_file_in_which_the_source_of_a_fact_is_empty_opens(store: Store) -> None:
    store.set(("facts", "F1", "source"), "")
    assert draft_file(store.file).draft.document.blocks


@pytest.mark.parametrize(
    ("source", "expected"),
    [("S1, p. 9", ("S1", "p. 9")), ("Ombudsman, Annual report, 2025, p. 4", ("S2", "p. 4"))],
)
def test_brackets_that_are_added_to_a_fact_later_change_its_source(
    store: Store, source: str, expected: tuple[str, str]
) -> None:
    answer(store, ("facts", "F1", "text"), f"Forty-one saw no judge. [{source}]")
    fact = store.answers.facts["F1"]
    assert (fact.text, (fact.source, fact.locator)) == ("Forty-one saw no judge.", expected)


def test_the_groups_of_a_part_are_asked_of_the_part(store: Store) -> None:
    answer(store, ADD_FACT, "Of 61 people who left our house in 2025, 38 had work. [S1]")
    assert asked_next(store) == [
        "Of these 38, how many were women, men, or of other groups: “Of 61 people who left our house …”?"
    ]
    answer(store, ("facts", "F3", "disaggregation"), "52 men and 9 women")
    remarks = draft_file(store.file).remarks
    [remark] = [remark for remark in remarks if remark.code == "groups-do-not-add-up"]
    assert remark.text == "52 and 9 are 61 together. They are printed after the figure 38."
    answer(store, ("facts", "F3", "disaggregation"), "32 men and 6 women")
    assert "groups-do-not-add-up" not in [remark.code for remark in draft_file(store.file).remarks]


def test_a_known_source_is_said_back_in_short(store: Store) -> None:
    said, _ = answer(store, ADD_FACT, "In 2025, 12 centres closed. [s1, p. 4]")
    assert "; source S1 “A register”, p. 4. If that" in said[0]
