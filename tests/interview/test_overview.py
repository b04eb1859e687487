"""What a person can do beside answering: step back and forth, set, place, take out; nothing is lost."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.answers.paths import MISSING, dotted
from drafter.answers.store import Store
from drafter.cli import FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.errors import Fault
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.flow import is_open, next_question, questions
from drafter.interview.items.item import Item
from drafter.interview.overview import CONFIRM, LIST_OUT, LIST_SELDOM, OUT, OVERVIEW, SELDOM, overview
from drafter.interview.session import Person, interview, look_over, record
from drafter.interview.trash import removable, restorable
from drafter.interview.validator import check
from drafter.markup.count import block_text, plain_text
from drafter.model.question import Question
from drafter.privacy.private_file import private_path
from tests.support.script import LIBRARY, QUESTIONS

MADE_WITH = "tests"
TEXT = """\
format: 1
document: upr/individual
state: Ruritania
language: en
details: {cycle: fourth, session: 60th, what_became: ""}
organisations:
  - name: House of Examples
    acronym: ""
    role: lead
    what: It helps.
    founded: ""
    city: ""
    country: ""
    ecosoc: none
    contact: {person: "", email: office@house.example}
earlier:
  - {text: Close the centres., body: "", document: "", paragraph: "", state: "", position: noted}
stand_for: []
refuse: []
themes:
  - theme: compulsory-treatment
    clauses: [compulsory-treatment/held-without-a-judge, compulsory-treatment/close-the-centres]
    facts: [F1, F2]
    own:
      - {kind: paragraph, text: Our own words.}
      - {kind: paragraph, text: And others.}
facts:
  F1: {text: Forty saw no judge., figure: "", source: S1, locator: ""}
  F2: {text: Twelve have no licence., figure: "", source: S1, locator: ""}
sources:
  S1: {title: A register, author: "", publisher: "", date: "", address: ""}
interview:
  finished: [earlier, theme/compulsory-treatment]
"""


@cache
def text() -> str:
    """Return TEXT with the first concern and recommendation of its theme that all agree with."""
    theme = [clause for clause in LIBRARY.all_clauses()[0] if clause.id.startswith("compulsory-treatment/")]
    kinds = {one.head.kind: one.id for one in reversed(theme) if one.head.position == "neutral"}
    first, second = (one.id for one in theme if one.id in (kinds["concern"], kinds["recommendation"]))
    return TEXT.replace("compulsory-treatment/held-without-a-judge", first).replace(
        "compulsory-treatment/close-the-centres", second
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A small submission that is nearly done."""
    file = tmp_path / "a.yaml"
    file.write_text(text(), "utf-8")
    return Store.open(file, MADE_WITH)


def answer(store: Store, path: tuple[Any, ...], value: Any) -> None:
    """Answer the question at *path*."""
    question = at(store, path)
    store.change(question.changes(store.answers, value, LIBRARY))


def blank(item: Item) -> str | None:
    """Return the emptiest answer that *item* takes."""
    is_choice = item.kind in ("choice", "search")
    return None if is_choice and "" not in {choice.value for choice in item.choices} else ""


def at(store: Store, path: tuple[Any, ...]) -> Item:
    """Return the question at *path*."""
    return next(item for item in questions(store.answers, LIBRARY) if item.path == path)


def printed(store: Store) -> str:
    """Return every word of the document."""
    document = draft_file(store.file).draft.document
    return "\n".join([*map(block_text, document.blocks), *map(plain_text, document.notes)])


class Guided:
    """A person who does at each question what a list says, and stops at its end."""

    def __init__(self, *does: Any) -> None:
        self.does: Iterator[Any] = iter(does)
        self.asked: list[Question] = []
        self.stood: list[Any] = []

    def __call__(self, question: Question, stands: Any) -> Any:
        """Do the next thing."""
        self.asked.append(question)
        self.stood.append(stands)
        done = next(self.does, Stop())
        if isinstance(done, BaseException):
            raise done
        return done

    @property
    def paths(self) -> list[tuple[Any, ...]]:
        """Where it was asked."""
        return [question.path for question in self.asked]


def hold(store: Store, *does: Any) -> Guided:
    """Hold the interview with a person who does this, and return that person."""
    person = Guided(*does)
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person))
    return person


# ---- back and forth ----


def test_after_three_steps_back_the_three_questions_are_asked_again_in_order(store: Store) -> None:
    asked = [item.path for item in questions(store.answers, LIBRARY) if item.automatic]
    first = next_question(store.answers, LIBRARY)
    assert first is not None
    person = hold(store, Back(), Back(), Back(), "upr/individual", "Ruritania", "fourth")
    there = asked.index(first.path)
    # The one language there is was saved without being asked.
    behind = [path for path in asked[:there] if path != ("language",)][-3:]
    assert person.paths == [first.path, *behind[::-1], *behind[1:], first.path]


def test_going_back_at_the_first_question_asks_it_again(store: Store) -> None:
    number = len(list(questions(store.answers, LIBRARY)))
    person = hold(store, *(Back() for _ in range(number + 3)))
    assert person.paths[-2:] == [("document",), ("document",)]


def test_questions_opened_by_a_changed_answer_are_asked_next(store: Store) -> None:
    while (open_ := next_question(store.answers, LIBRARY)) is not None:
        store.change(open_.changes(store.answers, blank(open_), LIBRARY))
    wanted = at(store, ("facts", "F2", "figure"))
    person = Guided("12", "centres")
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person), first=wanted)
    assert person.paths[:3] == [
        ("facts", "F2", "figure"), ("facts", "F2", "unit"), ("facts", "F2", "period"),
    ]  # fmt: skip


# ---- what was typed ----


@pytest.mark.parametrize("signal", [Back, Overview])
def test_half_typed_text_is_shown_again_when_the_question_comes_back(store: Store, signal: Any) -> None:
    open_ = next_question(store.answers, LIBRARY)
    assert open_ is not None
    steps = [signal("half a word"), *([""] if signal is Overview else ["and on"])]
    person = hold(store, *steps)
    assert person.paths[-1] == open_.path
    assert person.stood[-1] == "half a word"


def test_half_typed_text_is_saved_at_ctrl_c_and_removed_once_answered(store: Store) -> None:
    open_ = next_question(store.answers, LIBRARY)
    assert open_ is not None
    hold(store, Stop("half a word"))
    again = Store.open(store.file, MADE_WITH)
    assert again.data["interview"]["typed"] == {".".join(map(str, open_.path)): "half a word"}
    assert next_question(again.answers, LIBRARY) == open_, "it is no answer"
    assert "half a word" not in printed(again)
    person = hold(again, "a whole word")
    assert person.stood[0] == "half a word"
    assert "typed" not in Store.open(store.file, MADE_WITH).data["interview"]


def test_a_half_typed_real_name_is_not_saved_in_the_answers(store: Store) -> None:
    private = Item(path=("private", "cases", "C1", "name"), section="S", text="Name?")
    person = Guided(Stop("Canaria"))
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person), first=private)
    assert "Canaria" not in store.file.read_text("utf-8")


# ---- what is seldom set ----


def test_title_heading_and_closing_are_not_asked_for_and_can_be_set(store: Store) -> None:
    for path, words in (
        (("title",), "A title of our own"),
        (("themes", 0, "heading"), "A heading of our own"),
        (("closing",), "A last word of our own."),
    ):
        assert not is_open(store.answers, at(store, path))
        answer(store, path, words)
        assert words in printed(store)
    answer(store, ("themes", 0, "heading"), "")
    assert LIBRARY.themes.themes["compulsory-treatment"].title in printed(store)


def test_the_overview_leads_to_a_list_of_questions_that_are_seldom_asked(store: Store) -> None:
    person = Guided(SELDOM, "title")
    wished = look_over(store, QUESTIONS, person)
    assert person.paths == [OVERVIEW, LIST_SELDOM]
    assert wished == at(store, ("title",))
    assert "title" not in [choice.value for choice in person.asked[0].choices]


@pytest.mark.parametrize(("value", "way"), [(SELDOM, LIST_SELDOM), (OUT, LIST_OUT)])
def test_back_in_a_list_leads_to_the_overview(store: Store, value: str, way: Any) -> None:
    person = Guided(value, Back(), "")
    assert look_over(store, QUESTIONS, person) is None
    assert person.paths == [OVERVIEW, way, OVERVIEW]


def test_a_source_with_a_web_address_asks_for_the_date_on_which_it_was_seen(store: Store) -> None:
    asked = [item.path for item in questions(store.answers, LIBRARY)]
    assert ("sources", "S1", "seen") not in asked
    answer(store, ("sources", "S1", "address"), "https://register.example")
    assert is_open(store.answers, at(store, ("sources", "S1", "seen")))


def test_an_unverified_paragraph_of_an_authority_is_printed_once_the_author_confirms_it(store: Store) -> None:
    cited = "bangkok-rules:15"
    assert ("confirmed_authorities",) not in [item.path for item in questions(store.answers, LIBRARY)]
    clause = str(store.data["themes"][0]["clauses"][0])
    store.set(("themes", 0, "clauses", 0), {"clause": clause, "text": f"In words of our own.[^{cited}]"})
    assert "rule 15" not in printed(store)
    question = at(store, ("confirmed_authorities",))
    assert [choice.value for choice in question.choices] == [cited]
    answer(store, ("confirmed_authorities",), [cited])
    assert "rule 15" in printed(store)


# ---- where a fact stands ----

PLACE = ("interview", "more", "place/compulsory-treatment/F2")


def test_a_fact_can_be_placed_under_a_clause_or_own_text_and_back_in_its_theme(store: Store) -> None:
    question = at(store, PLACE)
    assert not question.automatic
    assert [choice.value for choice in question.choices] == ["", "clauses/0", "clauses/1", "own/0", "own/1"]
    clause = str(store.data["themes"][0]["clauses"][1])
    answer(store, PLACE, "clauses/1")
    section = read_answers(store.file)[0].themes[0]
    assert (section.facts, section.clauses[1].clause, section.clauses[1].facts) == (("F1",), clause, ("F2",))
    assert at(store, PLACE).current(store.answers) == "clauses/1"
    answer(store, PLACE, "own/0")
    section = read_answers(store.file)[0].themes[0]
    assert (section.clauses[1].facts, section.own[0].facts) == ((), ("F2",))
    assert "Our own words. Twelve have no licence." in printed(store)
    answer(store, PLACE, "")
    assert read_answers(store.file)[0].themes[0].all_facts == ("F1", "F2")
    assert at(store, PLACE).current(store.answers) == ""


def test_a_fact_placed_under_a_clause_is_not_offered_for_the_theme_and_can_be_changed(
    store: Store,
) -> None:
    answer(store, PLACE, "clauses/0")
    assert [choice.value for choice in at(store, ("themes", 0, "facts")).choices] == ["F1"]
    assert at(store, ("facts", "F2", "text")).text


# ---- taking out ----


def take(store: Store, name: str) -> Guided:
    """Take out what is listed under *name*, by the overview."""
    path = next(path for path, title in removable(store.answers, LIBRARY) if title.startswith(name))
    person = Guided(OUT, f"take out {dotted(path)}", True, "")
    assert look_over(store, QUESTIONS, person) is None
    assert person.paths == [OVERVIEW, LIST_OUT, CONFIRM, OVERVIEW]
    return person


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fact F2", "Twelve have no licence"),
        ("earlier", "Close the centres"),
        ("your paragraph", "Our own words"),
    ],
)
def test_a_removed_entry_is_kept_unprinted_and_can_be_brought_back(
    store: Store, name: str, words: str
) -> None:
    before = sorted(item.path for item in questions(store.answers, LIBRARY) if name != "fact F2")
    take(store, name)
    assert words not in printed(store)
    assert words in store.file.read_text("utf-8")
    assert [said.rstrip(".") for _, said in restorable(store.answers, LIBRARY)] == [words]
    assert look_over(store, QUESTIONS, Guided(OUT, "bring back 0")) is None
    assert list(restorable(store.answers, LIBRARY)) == []
    after = sorted(item.path for item in questions(store.answers, LIBRARY) if name != "fact F2")
    assert (words in printed(store)) is (name != "fact F2"), "a fact comes back to the bank, to be used again"
    assert after == before


def test_a_removed_fact_is_mentioned_nowhere(store: Store) -> None:
    answer(store, PLACE, "own/1")
    take(store, "fact F2")
    assert not any("F2" in facts for facts in _mentions(store))
    assert draft_file(store.file).answers.facts.keys() == {"F1"}


def _mentions(store: Store) -> list[tuple[str, ...]]:
    section = read_answers(store.file)[0].themes[0]
    return [section.facts, *section.attached_facts]


def test_answering_no_to_the_removal_changes_nothing(store: Store) -> None:
    before = store.file.read_text("utf-8")
    person = Guided(OUT, "take out facts.F2", False, "")
    assert look_over(store, QUESTIONS, person) is None
    assert store.file.read_text("utf-8") == before


def test_a_removed_case_is_erased_together_with_the_real_name(store: Store) -> None:
    store.change([
        (("cases", "C1"), {"pseudonym": "Mira", "text": "She was held."}),
        (("themes", 0, "cases"), ["C1"]),
        (("private", "cases", "C1", "name"), "Canaria Goldfinch"),
    ])  # fmt: skip
    assert "Canaria" in private_path(store.file).read_text("utf-8")
    take(store, "case C1")
    assert not private_path(store.file).exists(), "nothing is left in it"
    assert not {"Canaria", "Mira"} & set(store.file.read_text("utf-8").split())
    assert read_answers(store.file)[0].themes[0].cases == ()
    assert list(restorable(store.answers, LIBRARY)) == []


def test_the_interview_asks_who_leads_after_the_lead_was_removed(store: Store) -> None:
    second = {**store.data["organisations"][0], "name": "Second", "role": "co-submitter"}
    store.change([(("document",), "upr/joint"), (("organisations", 1), second)])
    take(store, "organisation: House")
    assert [one["name"] for one in store.data["organisations"]] == ["Second"]
    assert is_open(store.answers, at(store, ("organisations", 0, "role")))


def test_the_only_organisation_cannot_be_removed(store: Store) -> None:
    assert not [name for _, name in removable(store.answers, LIBRARY) if name.startswith("organisation")]


def test_a_source_can_be_removed_only_when_no_fact_needs_it(store: Store) -> None:
    assert not [name for _, name in removable(store.answers, LIBRARY) if name.startswith("source")]
    take(store, "fact F1")
    take(store, "fact F2")
    assert [name for _, name in removable(store.answers, LIBRARY) if name.startswith("source")]


def test_a_section_stays_under_its_question_when_another_question_of_the_call_is_removed(
    store: Store,
) -> None:
    store.change([
        (("document",), "special-procedures/call-for-input"),
        (("details", "questions"), [{"text": "One?"}, {"text": "Two?"}, {"text": "Three?"}]),
        (("themes", 0, "under"), 3),
    ])  # fmt: skip
    take(store, "questions: Two?")
    assert store.data["themes"][0]["under"] == 2
    take(store, "questions: Three?")
    assert store.data["themes"][0]["under"] == 0, "its question is gone: a section of its own"
    for _ in range(2):  # the last that was taken out first: Three?, then Two?
        last = len(list(restorable(store.answers, LIBRARY))) - 1
        assert look_over(store, QUESTIONS, Guided(OUT, f"bring back {last}")) is None
    assert [row["text"] for row in store.data["details"]["questions"]] == ["One?", "Two?", "Three?"]
    assert store.data["themes"][0]["under"] == 3


def test_the_current_answer_is_the_saved_answer_or_missing(store: Store) -> None:
    assert at(store, ("state",)).current(store.answers) == "Ruritania"
    assert at(store, ("title",)).current(store.answers) is MISSING


# ---- clauses of other themes, and the order of the themes ----

SEEK = ("interview", "more", "clause/compulsory-treatment")
AGAIN = ("interview", "more", "theme/compulsory-treatment")


def test_a_clause_of_another_theme_can_be_chosen_and_is_offered_when_clauses_are_chosen_again(
    store: Store,
) -> None:
    mine = list(store.data["themes"][0]["clauses"])
    store.set(("interview", "finished"), [])
    seek = at(store, AGAIN).follow_up(store.answers, "clause", LIBRARY)
    assert seek is not None
    other = next(choice.value for choice in seek.choices if choice.value.startswith("overdose/"))
    store.change(seek.changes(store.answers, [other], LIBRARY))
    assert [str(section) for section in store.data["themes"][0]["clauses"]] == [*mine, other]
    assert SEEK not in [item.path for item in questions(store.answers, LIBRARY)], (
        "it is asked once for each wish"
    )
    clauses = at(store, ("themes", 0, "clauses"))
    assert other in [choice.value for choice in clauses.choices]
    answer(store, ("themes", 0, "clauses"), [mine[0], other])
    assert [str(section) for section in store.data["themes"][0]["clauses"]] == [mine[0], other]


def test_a_clause_of_a_refused_position_is_not_among_those_of_other_themes(store: Store) -> None:
    positions = {clause.id: clause.head.position for clause in LIBRARY.all_clauses()[0]}

    def offered() -> set[str]:
        seek = at(store, AGAIN).follow_up(store.answers, "clause", LIBRARY)
        assert seek is not None
        assert seek.path == SEEK
        return {positions[choice.value] for choice in seek.choices}

    before = offered()
    store.set(("refuse",), ["legal-regulation"])
    after = offered()
    assert before - after == {"legal-regulation"}


def test_a_theme_can_be_moved_after_another_and_to_the_front(store: Store) -> None:
    for theme in ("women", "overdose"):
        store.set(("themes", len(store.data["themes"])), {"theme": theme, "clauses": []})
    move = ("interview", "more", "order/compulsory-treatment")
    assert at(store, move).current(store.answers) == ""
    answer(store, move, "women")
    assert [section["theme"] for section in store.data["themes"]] == [
        "women",
        "compulsory-treatment",
        "overdose",
    ]
    assert at(store, move).current(store.answers) == "women"
    answer(store, ("interview", "more", "order/overdose"), "")
    assert [section["theme"] for section in store.data["themes"]] == [
        "overdose",
        "women",
        "compulsory-treatment",
    ]
    assert read_answers(store.file)[0].themes[2].facts == ("F1", "F2"), "it takes along what is its own"


# ---- a figure ----


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Forty of them saw no judge.", True),
        ("In 2024, 12 centres had no licence.", True),
        ("One in five was refused.", True),
        ("The law permits it.", False),
        ("Nobody inspects them.", False),
    ],
)
def test_only_a_fact_with_a_number_is_asked_for_its_figure_by_itself(
    store: Store, text: str, asked: bool
) -> None:
    store.change([(("facts", "F1"), {"text": text})])
    question = at(store, ("facts", "F1", "figure"))
    assert question.automatic is asked
    assert question.default is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("In 2024, 12 had none.", "2024"), ("From 2023 to 2024, 12.", None), ("12 had none.", None)],
)
def test_a_single_year_in_a_fact_is_suggested_as_its_period(
    store: Store, text: str, year: str | None
) -> None:
    store.change([(("facts", "F1"), {"text": text, "figure": "12"})])
    assert at(store, ("facts", "F1", "period")).default == year


def test_a_conflict_that_stops_a_build_can_be_accepted_or_ended_by_leaving_out_one_side(store: Store) -> None:
    both = ["regulation/no-market-and-no-punishment", "regulation/keep-supply-prohibited"]
    against = next(
        clause.id
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.position == "legal-regulation" and clause.head.kind == "recommendation"
    )
    store.set(("themes", 0, "clauses"), [*both, against])
    question = next(
        item for item in questions(store.answers, LIBRARY) if str(item.path[-1]).startswith("conflict/")
    )
    assert is_open(store.answers, question)
    reason = question.follow_up(store.answers, "both", LIBRARY)
    assert reason is not None
    store.change(reason.changes(store.answers, "We show both sides of the debate.", LIBRARY))
    assert [entry.reason for entry in read_answers(store.file)[0].accept_conflicts] == [
        "We show both sides of the debate."
    ]
    store.change([(("accept_conflicts",), []), (("interview", "finished"), [])])
    question = next(
        item for item in questions(store.answers, LIBRARY) if str(item.path[-1]).startswith("conflict/")
    )
    sides = {choice.title: choice.value for choice in question.choices}
    title = LIBRARY.clause(against).head.title
    answer(store, question.path, next(value for words, value in sides.items() if title in words))
    assert against not in [str(section) for section in store.data["themes"][0]["clauses"]]
    assert not [
        item for item in questions(store.answers, LIBRARY) if str(item.path[-1]).startswith("conflict/")
    ]


def test_back_from_a_question_chosen_in_the_overview_leads_to_where_the_overview_was_opened(
    store: Store,
) -> None:
    open_ = next_question(store.answers, LIBRARY)
    assert open_ is not None
    person = hold(store, Overview(), "state", Back())
    assert person.paths == [open_.path, OVERVIEW, ("state",), open_.path]


def test_after_a_question_chosen_in_the_overview_comes_the_question_where_it_was_opened(
    store: Store,
) -> None:
    title = ("title",)
    person = hold(store, Back(), Back(), Overview(), SELDOM, dotted(title), "A title", "60th")
    first, left, opened_at, *rest = person.paths
    assert opened_at == ("details", "session"), "it has an answer, so it is not the next open question"
    assert rest == [OVERVIEW, LIST_SELDOM, title, opened_at, left], (
        f"and {first} waits behind those left by going back"
    )


def test_a_question_mark_is_neither_a_keyword_nor_a_real_name(store: Store) -> None:
    answer(store, ("keywords",), "recovery, ?")
    assert store.data["keywords"] == ["recovery"]
    private = Item(path=("private", "cases", "C1", "name"), section="S", text="Name?")
    refused = check(private, "?")
    assert isinstance(refused, Fault)
    assert "? is not an answer here" in refused.fault


def test_an_answer_of_the_wrong_kind_is_reported_before_the_interview(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store.set(("details", "session"), ["not", "a", "line"])
    assert main(["new", str(store.file), "--no-input"]) == FAULT
    told = " ".join(capsys.readouterr().err.split())
    assert "a.yaml, line" in told
    assert "session" in told


# ---- taking back what one more has added, and deciding again ----


@pytest.mark.parametrize("wanted", ["fact", "case", "paragraph", "recommendation", "clause", "known"])
def test_back_right_after_adding_an_entry_removes_it_and_asks_again(store: Store, wanted: str) -> None:
    while (open_ := next_question(store.answers, LIBRARY)) is not None:
        store.change(open_.changes(store.answers, blank(open_), LIBRARY))
    store.set(("facts", "F9"), {"text": "Known.", "figure": "", "source": "S1", "locator": ""})
    store.set(("interview", "finished"), ["earlier"])
    before = {key: str(value) for key, value in store.data.items() if key not in ("inactive", "interview")}
    person = Guided(wanted, Back())
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person))
    assert person.paths == [AGAIN, person.paths[1], AGAIN]
    after = {key: str(value) for key, value in store.data.items() if key not in ("inactive", "interview")}
    assert {key: value for key, value in after.items() if value != "{}"} == before


def test_back_right_after_no_asks_again_whether_to_add_another(store: Store) -> None:
    more = ("interview", "more", "earlier")
    store.set(("interview", "finished"), [])
    person = Guided(False, Back(), True)
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person), first=at(store, more))
    assert person.paths[:3] == [more, person.paths[1], more]
    assert len(store.data["earlier"]) == 2, "the answer that counts is the second"


def test_a_conflict_of_positions_is_asked_about_next_and_one_side_can_be_left_out(store: Store) -> None:
    store.set(("stand_for",), ["legal-regulation", "no-legalisation", "recovery-oriented"])
    asked = [item.path for item in questions(store.answers, LIBRARY)]
    clash = next(path for path in asked if str(path[-1]).startswith("conflict/"))
    assert asked.index(("refuse",)) < asked.index(clash) < asked.index(("themes",))
    question = at(store, clash)
    titles = {choice.title: choice.value for choice in question.choices}
    market = LIBRARY.themes.positions["legal-regulation"].title
    answer(store, clash, titles[f"Leave out “{market}”"])
    assert list(store.data["stand_for"]) == ["no-legalisation", "recovery-oriented"]
    assert clash not in [item.path for item in questions(store.answers, LIBRARY)]


@pytest.mark.parametrize("decision", ["both", ""])
def test_a_conflict_that_was_accepted_or_postponed_can_be_decided_again(store: Store, decision: str) -> None:
    store.set(("stand_for",), ["legal-regulation", "no-legalisation"])
    clash = next(
        item for item in questions(store.answers, LIBRARY) if str(item.path[-1]).startswith("conflict/")
    )
    reason = clash.follow_up(store.answers, decision, LIBRARY)
    if reason is None:
        answer(store, clash.path, decision)
    else:
        assert "do not go together" in reason.help
        assert clash.changes(store.answers, decision, LIBRARY) == []
        store.change(reason.changes(store.answers, "Both are heard in our network.", LIBRARY))
    assert not is_open(store.answers, at(store, clash.path))
    rows = overview(store.answers, QUESTIONS).question.choices
    again = next(row for row in rows if row.title.startswith("Decide again:"))
    assert "do not go together" in again.title
    assert look_over(store, QUESTIONS, Guided(again.value)) == at(store, clash.path)
    answer(store, clash.path, "first")
    assert read_answers(store.file)[0].accept_conflicts == ()
    assert len(read_answers(store.file)[0].stand_for) == 1
    assert clash.path not in [item.path for item in questions(store.answers, LIBRARY)]


def test_the_answer_about_consent_reports_that_the_case_stays_out(store: Store) -> None:
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("themes", 0, "cases"), ["C1"])])
    told: list[str] = []
    consent = at(store, ("cases", "C1", "consent", "public"))
    record(store, LIBRARY, consent, "not-asked", told.append)
    assert told == ["The case of Mira stays out of the document until the person agrees."]
    record(store, LIBRARY, consent, "yes", told.append)
    assert len(told) == 1


# ---- nothing of what is gone is left anywhere ----


def test_an_inactive_theme_comes_back_without_facts_that_were_removed_meanwhile(store: Store) -> None:
    answer(store, PLACE, "clauses/0")
    answer(store, ("themes",), ["women"])
    take(store, "fact F1")
    take(store, "fact F2")
    answer(store, ("themes",), ["compulsory-treatment"])
    assert _mentions(store) == [(), (), (), (), ()], "and the file can be read"
    assert printed(store)


def test_half_typed_answers_of_an_erased_case_are_erased_too(store: Store) -> None:
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("themes", 0, "cases"), ["C1"])])
    text = at(store, ("cases", "C1", "text"))
    person = Guided(Stop("She was held in"))
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person), first=text)
    assert "She was held in" in store.file.read_text("utf-8")
    person = Guided(Overview("and beaten by"), OUT, "take out cases.C1", True, "", Stop())
    with pytest.raises(Stop):
        interview(store, QUESTIONS, Person(person), first=text)
    left = store.file.read_text("utf-8")
    assert "She was held in" not in left
    assert "and beaten by" not in left


def test_a_removed_text_of_an_inactive_theme_cannot_be_brought_back(store: Store) -> None:
    take(store, "your paragraph")
    answer(store, ("themes",), ["women"])
    assert list(restorable(store.answers, LIBRARY)) == []
    answer(store, ("themes",), ["women", "compulsory-treatment"])
    assert len(list(restorable(store.answers, LIBRARY))) == 1
    assert look_over(store, QUESTIONS, Guided(OUT, "bring back 0")) is None
    assert [section["text"] for section in store.data["themes"][1]["own"]] == [
        "Our own words.",
        "And others.",
    ]
