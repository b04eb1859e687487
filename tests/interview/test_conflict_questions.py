"""Conflicts: the interview asks about them next; one side is left out, or both stay for a reason."""

from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.answers.store import Store
from drafter.interview.flow import is_open, questions
from drafter.interview.items.conflicts import ConflictItem
from drafter.interview.overview import overview
from drafter.interview.session import look_over
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.scripted_person import ScriptedPerson
from tests.support.small_submission import (
    item_at,
    open_small_submission,
    save_answer,
)
from tests.support.trees import data_of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission that is nearly answered."""
    return open_small_submission(tmp_path)


def conflict_items(store: Store) -> list[ConflictItem]:
    """Return the questions about conflicts, each once."""
    return [item for item in questions(store.answers, LIBRARY) if isinstance(item, ConflictItem)]


def test_a_conflict_that_stops_a_build_can_be_accepted_or_ended_by_leaving_out_one_side(store: Store) -> None:
    both = ["regulation/no-market-and-no-punishment", "regulation/keep-supply-prohibited"]
    against = next(
        clause.id
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.position == "legal-regulation" and clause.head.kind == "recommendation"
    )
    store.set(("themes", 0, "clauses"), [*both, against])
    [question] = conflict_items(store)
    assert is_open(store.answers, question)
    reason = question.follow_up(store.answers, "both", LIBRARY)
    assert reason is not None
    store.change(reason.changes(store.answers, "We show both sides of the debate.", LIBRARY))
    assert [entry.reason for entry in read_answers(store.file)[0].accept_conflicts] == [
        "We show both sides of the debate."
    ]
    store.change([(("accept_conflicts",), []), (("interview", "finished"), [])])
    [question] = conflict_items(store)
    sides = {choice.title: choice.value for choice in question.choices}
    title = LIBRARY.clause(against).head.title
    save_answer(store, question.path, next(value for words, value in sides.items() if title in words))
    assert against not in [str(entry) for entry in data_of(store)["themes"][0]["clauses"]]
    assert conflict_items(store) == []


def test_a_conflict_of_positions_is_asked_about_next_and_one_side_can_be_left_out(store: Store) -> None:
    store.set(("stand_for",), ["legal-regulation", "no-legalisation", "recovery-oriented"])
    asked = [item.path for item in questions(store.answers, LIBRARY)]
    conflict = next(path for path in asked if str(path[-1]).startswith("conflict/"))
    assert asked.index(("refuse",)) < asked.index(conflict) < asked.index(("themes",))
    question = item_at(store, conflict)
    titles = {choice.title: choice.value for choice in question.choices}
    market = LIBRARY.themes.positions["legal-regulation"].title
    save_answer(store, conflict, titles[f"Leave out “{market}”"])
    assert list(data_of(store)["stand_for"]) == ["no-legalisation", "recovery-oriented"]
    assert conflict not in [item.path for item in questions(store.answers, LIBRARY)]


@pytest.mark.parametrize("decision", ["both", ""])
def test_a_conflict_that_was_accepted_or_postponed_can_be_decided_again(store: Store, decision: str) -> None:
    store.set(("stand_for",), ["legal-regulation", "no-legalisation"])
    [conflict] = conflict_items(store)
    reason = conflict.follow_up(store.answers, decision, LIBRARY)
    if reason is None:
        save_answer(store, conflict.path, decision)
    else:
        assert "do not go together" in reason.help
        assert conflict.changes(store.answers, decision, LIBRARY) == []
        store.change(reason.changes(store.answers, "Both are heard in our network.", LIBRARY))
    assert not is_open(store.answers, item_at(store, conflict.path))
    choices = overview(store.answers, QUESTIONS).question.choices
    again = next(choice for choice in choices if choice.title.startswith("Decide again:"))
    assert "do not go together" in again.title
    assert look_over(store, QUESTIONS, ScriptedPerson(again.value)) == item_at(store, conflict.path)
    save_answer(store, conflict.path, "first")
    assert read_answers(store.file)[0].accept_conflicts == ()
    assert len(read_answers(store.file)[0].stand_for) == 1
    assert conflict.path not in [item.path for item in questions(store.answers, LIBRARY)]
