"""Pseudonyms without initials, names in stories, and what could help somebody find the person."""

from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.errors import Fault
from drafter.interview.items.case_details import ChangeStoryItem
from drafter.interview.items.cases import IDENTIFYING
from drafter.interview.messages import notices
from drafter.interview.validator import Accepted, check
from drafter.language.english import ENGLISH
from drafter.model.question import compatible
from drafter.privacy.identifying import has_initials
from drafter.review.names_in_stories import names_told
from drafter.terminal.list_state import ListState
from tests.support.people import case, letter, remarks
from tests.support.script import LIBRARY
from tests.support.small_submission import item_at, open_small_submission, save_answer


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a letter about a person, with the case C1."""
    store = open_small_submission(tmp_path)
    store.change([
        (("document",), "special-procedures/communication"),
        (("details", "victims"), [{"name": "Person A"}]),
        (("cases", "C1"), {"pseudonym": "Person A", "age_group": "adult"}),
        (("themes", 0, "cases"), ["C1"]),
    ])  # fmt: skip
    return store


INITIALS = ["L.K.", "LK", "D.K. from Hentzau", "Mira K."]
HARMLESS = ["Mira", "Person A", "Person A.", "Witness B", "Person 3", "a young man", "the family of Person B"]


@pytest.mark.parametrize("name", INITIALS)
def test_initials_are_seen(name: str) -> None:
    assert has_initials(name)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_name_that_says_nothing_has_no_initials(name: str) -> None:
    assert not has_initials(name)


@pytest.mark.parametrize("path", [("cases", "C1", "pseudonym"), ("details", "victims", 0, "name")])
def test_a_pseudonym_with_initials_is_refused_when_it_is_typed(
    store: Store, path: tuple[str | int, ...]
) -> None:
    item = item_at(store, path)
    for name in (*INITIALS, "K., 19, Zenda"):
        fault = check(item, name)
        assert isinstance(fault, Fault)
        assert "For example: Person A" in fault.remedy
    for name in HARMLESS:
        assert check(item, name) == Accepted(name)


def test_initials_in_a_file_have_a_remark_at_the_case_and_at_the_person(tmp_path: Path) -> None:
    people = [{"name": "D.K. from Hentzau"}, {"name": "Person B"}]
    file = letter(tmp_path, {"consent_to_send": "yes", "victims": people}, case(pseudonym="L.K."))
    paths = [remark.path for remark in remarks(file, "pseudonym-tells")]
    assert ("details", "victims", 0, "name") in paths
    assert ("details", "victims", 1, "name") not in paths


@pytest.mark.parametrize(
    ("story", "names"),
    [
        ("Her sister Lejla came to the gate.", ("Lejla",)),
        ("She was held. Danilo worked in a factory.", ("Danilo",)),
        ("The guards called Mr Kovarin.", ("Kovarin",)),
        ("Police came. Methadone was refused. Person A was told nothing. Her sister was there.", ()),
    ],
)
def test_a_name_in_a_story_is_asked_about(story: str, names: tuple[str, ...]) -> None:
    assert names_told(story, ("Person A",), ENGLISH) == names


def test_the_question_comes_at_the_answer_and_in_the_check(store: Store, tmp_path: Path) -> None:
    before = store.answers
    save_answer(store, ("cases", "C1", "text"), "Her sister Lejla came.")
    said = [text for text in notices(before, store.answers, LIBRARY) if "real name" in text]
    assert said == ["Is “Lejla” a real name? If it is, change the story: Ctrl-B, or Ctrl-O."]
    file = letter(tmp_path, case_tree=case(text="Her sister Lejla came."))
    [remark] = remarks(file, "name-in-story")
    assert remark.path == ("cases", "C1", "text")
    assert "Lejla" in remark.text


def test_whoever_finds_something_in_a_story_can_change_it_now(store: Store) -> None:
    save_answer(store, ("cases", "C1", "text"), "She was held for a year.")
    item = item_at(store, ("cases", "C1", "identifying"))
    assert item.follow_up(store.answers, ["nothing"], LIBRARY) is None
    assert item.follow_up(store.answers, [], LIBRARY) is None
    change = item.follow_up(store.answers, ["place"], LIBRARY)
    assert isinstance(change, ChangeStoryItem)
    assert change.text == "Change the story now?"
    story = change.follow_up(store.answers, True, LIBRARY)
    assert story is not None
    assert story.path == ("cases", "C1", "text")
    assert change.follow_up(store.answers, False, LIBRARY) is None
    assert change.changes(store.answers, True, LIBRARY) == []


def test_nothing_excludes_all_others(store: Store) -> None:
    save_answer(store, ("cases", "C1", "text"), "She was held for a year.")
    item = item_at(store, ("cases", "C1", "identifying"))
    assert isinstance(check(item, "nothing, place"), Fault)
    assert check(item, "place, dates") == Accepted(["place", "dates"])
    assert compatible(IDENTIFYING, ["place", "nothing"]) == ["nothing"]
    assert compatible(IDENTIFYING, ["nothing", "place"]) == ["place"]
    state = ListState(IDENTIFYING)
    for row, taken in ((0, ["nothing"]), (1, ["place"]), (2, ["place", "work"]), (0, ["nothing"])):
        state.position = row
        state.take()
        assert state.taken == taken
