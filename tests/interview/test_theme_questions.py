"""The questions of a theme: clauses of other themes, the order of the themes, where facts are printed."""

from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.interview.flow import questions
from tests.support.script import LIBRARY
from tests.support.small_submission import (
    item_at,
    open_small_submission,
    printed,
    save_answer,
)
from tests.support.trees import data_of

ADD = ("interview", "more", "theme/compulsory-treatment")
OTHER_CLAUSES = ("interview", "more", "clause/compulsory-treatment")
PLACEMENT = ("interview", "more", "place/compulsory-treatment/F2")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def test_a_clause_of_another_theme_can_be_chosen_and_is_offered_when_clauses_are_chosen_again(
    store: Store,
) -> None:
    chosen_before = list(data_of(store)["themes"][0]["clauses"])
    store.set(("interview", "finished"), [])
    follow_up_item = item_at(store, ADD).follow_up(store.answers, "clause", LIBRARY)
    assert follow_up_item is not None
    other = next(choice.value for choice in follow_up_item.choices if choice.value.startswith("overdose/"))
    store.change(follow_up_item.changes(store.answers, [other], LIBRARY))
    assert [str(entry) for entry in data_of(store)["themes"][0]["clauses"]] == [*chosen_before, other]
    assert OTHER_CLAUSES not in [item.path for item in questions(store.answers, LIBRARY)], (
        "it is asked once, after the choice that leads to it"
    )
    clauses = item_at(store, ("themes", 0, "clauses"))
    assert other in [choice.value for choice in clauses.choices]
    save_answer(store, ("themes", 0, "clauses"), [chosen_before[0], other])
    assert [str(entry) for entry in data_of(store)["themes"][0]["clauses"]] == [chosen_before[0], other]


def test_a_clause_of_a_refused_position_is_not_among_those_of_other_themes(store: Store) -> None:
    positions = {clause.id: clause.head.position for clause in LIBRARY.all_clauses()[0]}

    def offered() -> set[str]:
        follow_up_item = item_at(store, ADD).follow_up(store.answers, "clause", LIBRARY)
        assert follow_up_item is not None
        assert follow_up_item.path == OTHER_CLAUSES
        return {positions[choice.value] for choice in follow_up_item.choices}

    before = offered()
    store.set(("refuse",), ["legal-regulation"])
    after = offered()
    assert before - after == {"legal-regulation"}


def test_a_theme_can_be_moved_after_another_and_to_the_front(store: Store) -> None:
    for theme in ("women", "overdose"):
        store.set(("themes", len(data_of(store)["themes"])), {"theme": theme, "clauses": []})
    move = ("interview", "more", "order/compulsory-treatment")
    assert item_at(store, move).current(store.answers) == ""
    save_answer(store, move, "women")
    assert [section["theme"] for section in data_of(store)["themes"]] == [
        "women",
        "compulsory-treatment",
        "overdose",
    ]
    assert item_at(store, move).current(store.answers) == "women"
    save_answer(store, ("interview", "more", "order/overdose"), "")
    assert [section["theme"] for section in data_of(store)["themes"]] == [
        "overdose",
        "women",
        "compulsory-treatment",
    ]
    assert read_answers(store.file)[0].themes[2].facts == ("F1", "F2"), "a theme keeps its facts"


# ---- under which clause a fact is printed ----


def test_a_fact_can_be_placed_under_a_clause_or_own_text_and_back_in_its_theme(store: Store) -> None:
    question = item_at(store, PLACEMENT)
    assert not question.automatic
    assert [choice.value for choice in question.choices] == ["", "clauses/0", "clauses/1", "own/0", "own/1"]
    clause = str(data_of(store)["themes"][0]["clauses"][1])
    save_answer(store, PLACEMENT, "clauses/1")
    section = read_answers(store.file)[0].themes[0]
    assert (section.facts, section.clauses[1].clause, section.clauses[1].facts) == (("F1",), clause, ("F2",))
    assert item_at(store, PLACEMENT).current(store.answers) == "clauses/1"
    save_answer(store, PLACEMENT, "own/0")
    section = read_answers(store.file)[0].themes[0]
    assert (section.clauses[1].facts, section.own[0].facts) == ((), ("F2",))
    assert "Our own words. Twelve have no licence." in printed(store)
    save_answer(store, PLACEMENT, "")
    assert read_answers(store.file)[0].themes[0].all_facts == ("F1", "F2")
    assert item_at(store, PLACEMENT).current(store.answers) == ""


def test_a_fact_placed_under_a_clause_is_not_offered_for_the_theme_and_can_be_changed(
    store: Store,
) -> None:
    save_answer(store, PLACEMENT, "clauses/0")
    assert [choice.value for choice in item_at(store, ("themes", 0, "facts")).choices] == ["F1"]
    assert item_at(store, ("facts", "F2", "text")).text


# ---- figures ----


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Forty of them saw no judge.", True),
        ("In 2024, 12 families had no answer.", True),
        ("In 2024, 12 centres had no licence.", False),
        ("In 2024, 12 families in Zenda had no answer.", False),
        ("One in five was refused.", True),
        ("The law permits it.", False),
        ("Nobody inspects them.", False),
    ],
)
def test_only_a_fact_with_a_number_is_asked_by_itself_when_and_where_it_holds(
    store: Store, text: str, asked: bool
) -> None:
    store.change([(("facts", "F1"), {"text": text})])
    question = item_at(store, ("facts", "F1", "period"))
    assert question.automatic is asked
    assert question.default is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("12 had no answer.", "When and where was this: “12 had no answer”?"),
        ("In 2024, 12 had no answer.", "Where was this: “12 had no answer”?"),
        ("12 in Zenda had no answer.", "When was this: “12 in Zenda had no answer”?"),
    ],
)
def test_only_what_the_text_does_not_say_is_asked(store: Store, text: str, question: str) -> None:
    store.change([(("facts", "F1"), {"text": text})])
    assert item_at(store, ("facts", "F1", "period")).text == question


@pytest.mark.parametrize(
    ("typed", "period", "place"),
    [
        ("2024, Zenda province", "2024", "Zenda province"),
        ("January to March 2023, Zenda, Hentzau", "January to March 2023", "Zenda, Hentzau"),
        ("Zenda, 2024", "2024", "Zenda"),
        ("two prisons", "", "two prisons"),
        ("from May, 2023 to June 2024", "from May, 2023 to June 2024", ""),
        ("", "", ""),
    ],
)
def test_when_and_where_are_typed_in_one_line(store: Store, typed: str, period: str, place: str) -> None:
    store.change([(("facts", "F1"), {"text": "12 had no answer."})])
    item = item_at(store, ("facts", "F1", "period"))
    for answer in (typed, str(item.current(store.answers)) or typed):
        store.change(item.changes(store.answers, answer, LIBRARY))
        fact = store.answers.facts["F1"]
        assert (fact.period, fact.place or "") == (period, place)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("At least 12 people died in Zenda in 2024.", True),
        ("In 2024, 12 people in Zenda served at least two years.", False),
    ],
)
def test_what_a_minimum_leaves_out_is_asked(store: Store, text: str, asked: bool) -> None:
    store.change([(("facts", "F1"), {"text": text})])
    assert item_at(store, ("facts", "F1", "caveat")).automatic is asked
