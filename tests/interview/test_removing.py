"""Removing entries: they are kept unprinted and can be brought back; a case is erased."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.answers.history_file import history_file, write_history
from drafter.answers.load import read_answers
from drafter.answers.paths import dotted
from drafter.answers.store import Listener, Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.control_flow import Overview, Stop
from drafter.interview.flow import is_open, questions
from drafter.interview.history import History
from drafter.interview.history_saved import as_saved
from drafter.interview.looking_over import LookingOver
from drafter.interview.overview import CONFIRM, LIST_OUT, OUT, OVERVIEW
from drafter.interview.session import look_over
from drafter.interview.trash import removable, restorable
from drafter.model.node import Node
from drafter.privacy.private_file import private_path
from drafter.privacy.traces import Person
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import ScriptedPerson, interview_until_stopped
from tests.support.small_submission import (
    item_at,
    open_small_submission,
    printed,
    save_answer,
)
from tests.support.trees import data_of

PLACEMENT = ("interview", "more", "place/compulsory-treatment/F2")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def take_out(store: Store, name: str) -> ScriptedPerson:
    """Remove the entry whose title in the list begins with *name*, from the overview."""
    path = next(path for path, title in removable(store.answers, LIBRARY) if title.startswith(name))
    person = ScriptedPerson(OUT, f"take out {dotted(path)}", True, "")
    assert look_over(store, QUESTIONS, person) is None
    assert person.paths == [OVERVIEW, LIST_OUT, CONFIRM, OVERVIEW]
    return person


def _mentions(store: Store) -> list[tuple[str, ...]]:
    section = read_answers(store.file)[0].themes[0]
    return [section.facts, *section.attached_facts]


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
    take_out(store, name)
    assert words not in printed(store)
    assert words in store.file.read_text("utf-8")
    assert [name.rstrip(".") for _, name in restorable(store.answers, LIBRARY)] == [words]
    assert look_over(store, QUESTIONS, ScriptedPerson(OUT, "bring back 0", "")) is None
    assert list(restorable(store.answers, LIBRARY)) == []
    after = sorted(item.path for item in questions(store.answers, LIBRARY) if name != "fact F2")
    assert (words in printed(store)) is (name != "fact F2"), (
        "a fact comes back to the bank, but to no section"
    )
    assert after == before


def test_a_removed_fact_is_mentioned_nowhere(store: Store) -> None:
    save_answer(store, PLACEMENT, "own/1")
    take_out(store, "fact F2")
    assert not any("F2" in facts for facts in _mentions(store))
    assert draft_file(store.file).answers.facts.keys() == {"F1"}


def test_answering_no_to_the_removal_changes_nothing(store: Store) -> None:
    before = store.file.read_text("utf-8")
    person = ScriptedPerson(OUT, "take out facts.F2", False, "")
    assert look_over(store, QUESTIONS, person) is None
    assert store.file.read_text("utf-8") == before


def test_a_removed_case_is_erased_together_with_the_real_name(store: Store) -> None:
    store.change([
        (("cases", "C1"), {"pseudonym": "Mira", "text": "She was held."}),
        (("themes", 0, "cases"), ["C1"]),
        (("private", "cases", "C1", "name"), "Canaria Goldfinch"),
    ])  # fmt: skip
    assert "Canaria" in private_path(store.file).read_text("utf-8")
    take_out(store, "case C1")
    assert not private_path(store.file).exists(), "it would be empty"
    assert not {"Canaria", "Mira"} & set(store.file.read_text("utf-8").split())
    assert read_answers(store.file)[0].themes[0].cases == ()
    assert list(restorable(store.answers, LIBRARY)) == []


def test_the_interview_asks_who_leads_after_the_lead_was_removed(store: Store) -> None:
    second = {**data_of(store)["organisations"][0], "name": "Second", "role": "co-submitter"}
    store.change([(("document",), "upr/joint"), (("organisations", 1), second)])
    take_out(store, "organisation: House")
    assert [one["name"] for one in data_of(store)["organisations"]] == ["Second"]
    assert is_open(store.answers, item_at(store, ("organisations", 0, "role")))


def test_the_only_organisation_cannot_be_removed(store: Store) -> None:
    assert not [name for _, name in removable(store.answers, LIBRARY) if name.startswith("organisation")]


def test_a_source_can_be_removed_only_when_no_fact_needs_it(store: Store) -> None:
    assert not [name for _, name in removable(store.answers, LIBRARY) if name.startswith("source")]
    take_out(store, "fact F1")
    take_out(store, "fact F2")
    assert [name for _, name in removable(store.answers, LIBRARY) if name.startswith("source")]


def test_a_section_stays_under_its_question_when_another_question_of_the_call_is_removed(
    store: Store,
) -> None:
    store.change([
        (("document",), "special-procedures/call-for-input"),
        (("details", "questions"), [{"text": "One?"}, {"text": "Two?"}, {"text": "Three?"}]),
        (("themes", 0, "under"), 3),
    ])  # fmt: skip
    take_out(store, "questions: Two?")
    assert data_of(store)["themes"][0]["under"] == 2
    take_out(store, "questions: Three?")
    assert data_of(store)["themes"][0]["under"] == 0, "its question is gone: the section stands alone"
    for _ in range(2):  # the last removed question first: Three?, then Two?
        last = len(list(restorable(store.answers, LIBRARY))) - 1
        assert look_over(store, QUESTIONS, ScriptedPerson(OUT, f"bring back {last}", "")) is None
    assert [row["text"] for row in data_of(store)["details"]["questions"]] == ["One?", "Two?", "Three?"]
    assert data_of(store)["themes"][0]["under"] == 3


# ---- removed answers leave no trace ----


def test_an_inactive_theme_comes_back_without_facts_that_were_removed_meanwhile(store: Store) -> None:
    save_answer(store, PLACEMENT, "clauses/0")
    save_answer(store, ("themes",), ["women"])
    take_out(store, "fact F1")
    take_out(store, "fact F2")
    save_answer(store, ("themes",), ["compulsory-treatment"])
    assert _mentions(store) == [(), (), (), (), ()], "and the file can be read"
    assert printed(store)


def test_half_typed_answers_of_an_erased_case_are_erased_too(store: Store) -> None:
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("themes", 0, "cases"), ["C1"])])
    text = item_at(store, ("cases", "C1", "text"))
    interview_until_stopped(store, QUESTIONS, Stop("She was held in"), first=text)
    assert "She was held in" in store.file.read_text("utf-8")
    interview_until_stopped(
        store, QUESTIONS, Overview("and beaten by"), OUT, "take out cases.C1", True, "", Stop(), first=text
    )
    left = store.file.read_text("utf-8")
    assert "She was held in" not in left
    assert "and beaten by" not in left


def test_a_removed_text_of_an_inactive_theme_cannot_be_brought_back(store: Store) -> None:
    take_out(store, "your paragraph")
    save_answer(store, ("themes",), ["women"])
    assert list(restorable(store.answers, LIBRARY)) == []
    save_answer(store, ("themes",), ["women", "compulsory-treatment"])
    assert len(list(restorable(store.answers, LIBRARY))) == 1
    assert look_over(store, QUESTIONS, ScriptedPerson(OUT, "bring back 0", "")) is None
    assert [text["text"] for text in data_of(store)["themes"][1]["own"]] == [
        "Our own words.",
        "And others.",
    ]


# ---- people who are concerned ----

VICTIMS: list[Node] = [
    {"name": "Person A", "status": "She spoke to a journalist and was threatened afterwards."},
    {"name": "Person B", "status": "He is held at the garden since the spring of this year."},
]


def heard(store: Store, also: Callable[[Person], None] = lambda _: None) -> list[Person]:
    """Return a list that gets each person who is erased; *also* is called with the person."""
    people: list[Person] = []

    class Ears(Listener):
        def on_case_erased(self, person: Person) -> None:
            people.append(person)
            also(person)

    store.listener = Ears()
    return people


@pytest.fixture
def letter(store: Store) -> Store:
    """Return a letter about Person A and Person B; a case tells of Person B too."""
    store.change([
        (("document",), "special-procedures/communication"),
        (("details", "victims"), VICTIMS),
        (("interview", "typed"), {"details.victims.1.status": "He was taken", "summary": "On"}),
        (("cases", "C1"), {"pseudonym": "Person B"}),
        (("private", "cases", "C1", "name"), "Canaria Goldfinch"),
    ])  # fmt: skip
    return store


def test_a_person_who_is_concerned_is_erased_and_cannot_be_brought_back(letter: Store) -> None:
    people = heard(letter)
    person = take_out(letter, "person: Person B")
    assert "That cannot be undone." in person.questions[2].help
    assert "Case C1 tells of this person too" in person.questions[2].help
    written = letter.file.read_text("utf-8")
    assert "garden" not in written
    assert "He was taken" not in written
    assert "journalist" in written
    assert list(restorable(letter.answers, LIBRARY)) == []
    assert [(each.pseudonym, each.text, dict(each.secrets)) for each in people] == [
        ("Person B", "He is held at the garden since the spring of this year.", {"name": "Canaria Goldfinch"})
    ]


def test_what_was_taken_out_of_a_person_before_is_erased_with_the_person(letter: Store) -> None:
    kept: list[Node] = [
        {"place": ["details", "victims"], "key": "1", "value": {"name": "person B", "status": "Fled."}},
        {"place": ["details"], "key": "victims", "value": [*VICTIMS], "document": "hrc/complaint"},
        {"place": ["facts"], "key": "F9", "value": {"text": "A figure."}},
    ]
    letter.change([(("inactive", "removed"), kept)])
    take_out(letter, "person: Person B")
    left = data_of(letter)["inactive"]["removed"]
    assert [record["key"] for record in left] == ["victims", "F9"]
    assert left[0]["value"] == VICTIMS[:1]


def test_what_an_older_drafter_kept_of_a_person_can_be_erased(letter: Store) -> None:
    kept: Node = {
        "place": ["details", "victims"],
        "key": "1",
        "value": {"name": "Person C", "status": "Fled."},
    }
    letter.change([(("inactive", "removed"), [kept])])
    people = heard(letter)
    person = ScriptedPerson(OUT, "erase 0", True, "")
    assert look_over(letter, QUESTIONS, person) is None
    assert person.questions[2].text == "Erase Person C for good?"
    assert "Fled" not in letter.file.read_text("utf-8")
    assert [each.pseudonym for each in people] == ["Person C"]


def test_erasing_a_person_ends_the_history_before_the_files_are_searched(letter: Store) -> None:
    history = History(save=lambda kept: write_history(letter.file, as_saved(kept)))
    history.add("Summary", {"summary": "On"}, {"summary": "Off"}, [(("summary",), "Off")])
    existed: list[bool] = []
    heard(letter, lambda _: existed.append(history_file(letter.file).exists()))
    assert history_file(letter.file).exists()
    person = ScriptedPerson(OUT, "take out details.victims.0", True, "")
    LookingOver(letter, QUESTIONS, person, history).show()
    assert existed == [False]
    assert history.done == []


def test_a_question_of_a_call_is_nobody_and_can_be_brought_back(store: Store) -> None:
    store.change([
        (("document",), "special-procedures/call-for-input"), (("details", "questions"), [{"text": "One?"}])
    ])  # fmt: skip
    people = heard(store)
    take_out(store, "questions: One?")
    assert people == []
    assert [name for _, name in restorable(store.answers, LIBRARY)] == ["One?"]
