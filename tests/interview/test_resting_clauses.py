"""A clause with words of its own that is left rests, whatever is answered before it is taken again."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.interview.flow import questions
from drafter.interview.items.conflicts import ConflictItem
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY
from tests.support.trees import at

CLAUSES = ("themes", 0, "clauses")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A submission whose first theme has two clauses with words of their own and one without."""
    opened = Store.open(tmp_path / "a.yaml", "drafter under test")
    answers = rich("upr/joint")
    theme = answers["themes"][0]["theme"]
    names = [clause.id for clause in LIBRARY.all_clauses()[0] if theme in clause.head.themes][:3]
    answers["themes"][0]["clauses"] = [
        {"clause": names[0], "text": "The first in our words."},
        names[1],
        {"clause": names[2], "text": "The third in our words."},
    ]
    opened.change([((key,), value) for key, value in answers.items() if key != "format"])
    return opened


def ids(store: Store) -> list[str]:
    """Return the ids of the clauses that are taken."""
    return [one if isinstance(one, str) else one["clause"] for one in at(store.data, CLAUSES)]


def take(store: Store, names: list[str]) -> None:
    """Answer the question about the clauses of the first theme."""
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == CLAUSES)
    store.change(question.changes(store.answers, names, LIBRARY))


def words(value: Any) -> set[str]:
    """Return which of the author's own words stand in *value*."""
    return {name for name in ("first", "third") if f"The {name} in our words." in str(value)}


def test_what_rests_is_not_forgotten_by_the_next_answer(store: Store) -> None:
    one, two, three = ids(store)
    take(store, [two, three])
    take(store, [two])
    take(store, [])
    assert words(at(store.data, ("inactive", "clauses"))) == {"first", "third"}
    take(store, [three])
    assert words(at(store.data, CLAUSES)) == {"third"}
    assert words(at(store.data, ("inactive", "clauses"))) == {"first"}
    take(store, [one, two, three])
    assert words(at(store.data, CLAUSES)) == {"first", "third"}
    assert words(at(store.data, ("inactive", "clauses"))) == set()


def test_what_rests_is_not_forgotten_by_another_document(store: Store) -> None:
    one, two, three = ids(store)
    take(store, [two])
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("document",))
    for document in ("ccpr/list-of-issues", "upr/matrix", "upr/joint"):
        store.change(question.changes(store.answers, document, LIBRARY))
    take(store, [one, two, three])
    assert words(at(store.data, CLAUSES)) == {"first", "third"}


def test_what_rests_is_not_forgotten_by_another_theme(store: Store) -> None:
    names = ids(store)
    take(store, names[1:])
    before = [section["theme"] for section in store.data["themes"]]
    question = next(item for item in questions(store.answers, LIBRARY) if item.path == ("themes",))
    for chosen in (before[1:], [*before[1:], "women"], before):
        store.change(question.changes(store.answers, chosen, LIBRARY))
    take(store, names)
    assert words(at(store.data, CLAUSES)) == {"first", "third"}


def test_what_rests_is_not_forgotten_when_a_conflict_is_decided(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, _ = ids(store)
    take(store, [one, two])
    conflict = next(section for section in LIBRARY.themes.conflicts if section.severity == "block")

    class ConflictHit:
        """A conflict between the first clause and a position."""

        first, second = (one,), ("position:x",)
        accepted = False

        def __init__(self) -> None:
            self.conflict = conflict

    monkeypatch.setattr("drafter.interview.items.conflicts.conflict_hits", lambda *_: (ConflictHit(),))
    item = ConflictItem(path=("x",), section="", text="", conflict=conflict.id, name="x")
    store.change(item.changes(store.answers, "first", LIBRARY))
    assert ids(store) == [two]
    assert words(at(store.data, ("inactive", "clauses"))) == {"first", "third"}
