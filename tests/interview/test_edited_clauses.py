"""A clause with its own wording that is left out is kept, whatever is answered before it comes back."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import clause_id
from drafter.answers.store import Store
from drafter.interview.flow import questions
from drafter.interview.items.conflicts import ConflictItem
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY
from tests.support.trees import at, data_of

CLAUSES = ("themes", 0, "clauses")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a submission whose first theme has two edited clauses and one unedited clause."""
    store = Store.open(tmp_path / "a.yaml", "drafter under test")
    answers = rich("upr/joint")
    theme = answers["themes"][0]["theme"]
    names = [clause.id for clause in LIBRARY.all_clauses()[0] if theme in clause.head.themes][:3]
    answers["themes"][0]["clauses"] = [
        {"clause": names[0], "text": "The first in our words."},
        names[1],
        {"clause": names[2], "text": "The third in our words."},
    ]
    store.change([((key,), value) for key, value in answers.items() if key != "format"])
    return store


def chosen_ids(store: Store) -> list[str]:
    """Return the ids of the chosen clauses."""
    return [clause_id(entry) for entry in at(store.data, CLAUSES)]


def choose(store: Store, names: list[str]) -> None:
    """Choose the clauses of the first theme by their ids."""
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == CLAUSES)
    store.change(question.changes(store.answers, names, LIBRARY))


def own_wordings_in(value: Any) -> set[str]:
    """Return which of the author's wordings are in *value*."""
    return {name for name in ("first", "third") if f"The {name} in our words." in str(value)}


def test_an_edited_clause_is_kept_through_several_choices(store: Store) -> None:
    first, second, third = chosen_ids(store)
    choose(store, [second, third])
    choose(store, [second])
    choose(store, [])
    assert own_wordings_in(at(store.data, ("inactive", "clauses"))) == {"first", "third"}
    choose(store, [third])
    assert own_wordings_in(at(store.data, CLAUSES)) == {"third"}
    assert own_wordings_in(at(store.data, ("inactive", "clauses"))) == {"first"}
    choose(store, [first, second, third])
    assert own_wordings_in(at(store.data, CLAUSES)) == {"first", "third"}
    assert own_wordings_in(at(store.data, ("inactive", "clauses"))) == set()


def test_an_edited_clause_is_kept_through_changes_of_document(store: Store) -> None:
    first, second, third = chosen_ids(store)
    choose(store, [second])
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("document",))
    for document in ("ccpr/list-of-issues", "upr/matrix", "upr/joint"):
        store.change(question.changes(store.answers, document, LIBRARY))
    choose(store, [first, second, third])
    assert own_wordings_in(at(store.data, CLAUSES)) == {"first", "third"}


def test_an_edited_clause_is_kept_through_changes_of_theme(store: Store) -> None:
    names = chosen_ids(store)
    choose(store, names[1:])
    before = [section["theme"] for section in data_of(store)["themes"]]
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("themes",))
    for chosen in (before[1:], [*before[1:], "women"], before):
        store.change(question.changes(store.answers, chosen, LIBRARY))
    choose(store, names)
    assert own_wordings_in(at(store.data, CLAUSES)) == {"first", "third"}


def test_an_edited_clause_is_kept_when_a_conflict_is_decided(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_own_wording, other, _ = chosen_ids(store)
    choose(store, [with_own_wording, other])
    conflict = next(conflict for conflict in LIBRARY.themes.conflicts if conflict.severity == "block")

    class ConflictHit:
        """A conflict between the first clause and a position."""

        first, second = (with_own_wording,), ("position:x",)
        accepted = False

        def __init__(self) -> None:
            self.conflict = conflict

    monkeypatch.setattr("drafter.interview.items.conflicts.conflict_hits", lambda *_: (ConflictHit(),))
    item = ConflictItem(path=("x",), section="", text="", conflict=conflict.id, name="x")
    store.change(item.changes(store.answers, "first", LIBRARY))
    assert chosen_ids(store) == [other]
    assert own_wordings_in(at(store.data, ("inactive", "clauses"))) == {"first", "third"}
