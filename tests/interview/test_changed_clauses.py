"""Clauses whose library text changes after they were chosen: the author is asked, nothing is lost."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import at
from drafter.answers.store import Store
from drafter.interview.flow import questions
from drafter.interview.items.changed_clauses import ChangedClauseItem
from drafter.library.library import Library
from tests.support.small_library import clause, library, write_library
from tests.support.submissions import section, submission


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a brief with a chosen clause, whose text then changes."""
    write_library(tmp_path, {"jails/close": clause("Close it.", title="Close it")})
    opened = Store.open(submission(tmp_path, themes=section()), "x")
    item = next(i for i in questions(opened.answers, library(tmp_path)) if i.path == ("themes", 0, "clauses"))
    opened.change(item.changes(opened.answers, ["jails/close"], library(tmp_path)))
    return opened


def asked(store: Store, folder: Path) -> list[ChangedClauseItem]:
    """Return the questions about changed clauses."""
    return [i for i in questions(store.answers, library(folder)) if isinstance(i, ChangedClauseItem)]


def changed_library(folder: Path) -> Library:
    """Return the library with another text of the clause."""
    write_library(folder, {"jails/close": clause("Close it for good.", title="Close it")})
    return library(folder)


def test_the_version_of_a_clause_is_saved_when_it_is_chosen(store: Store, tmp_path: Path) -> None:
    assert store.answers.clause_versions == {"jails/close": library(tmp_path).clause("jails/close").version}
    assert asked(store, tmp_path) == []


def test_another_layout_of_the_same_words_is_no_change(store: Store, tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/close": clause("Close\n  it.", title="Close it")})
    assert asked(store, tmp_path) == []


def test_a_changed_text_is_asked_about_and_may_stay(store: Store, tmp_path: Path) -> None:
    changed = changed_library(tmp_path)
    [item] = asked(store, tmp_path)
    assert "Close it for good." in item.help
    store.change(item.changes(store.answers, "keep", changed))
    assert asked(store, tmp_path) == []
    assert [entry.clause for entry in store.answers.themes[0].clauses] == ["jails/close"]


@pytest.mark.parametrize("own", [{}, {"answers": {"body": "the Ministry"}}])
def test_a_clause_that_is_left_out_keeps_what_was_written_for_it(
    store: Store, tmp_path: Path, own: dict[str, Any]
) -> None:
    changed = changed_library(tmp_path)
    entry = {"clause": "jails/close", **own} if own else "jails/close"
    store.change([(("themes", 0, "clauses"), [entry])])
    [item] = asked(store, tmp_path)
    store.change(item.changes(store.answers, "leave-out", changed))
    assert store.answers.themes[0].clauses == ()
    kept = at(store.answers.inactive, ("clauses", "jails"))
    assert kept == ([entry] if own else kept)
    assert asked(store, tmp_path) == []


def test_a_clause_in_the_authors_own_wording_is_not_asked_about(store: Store, tmp_path: Path) -> None:
    changed_library(tmp_path)
    store.change([(("themes", 0, "clauses"), [{"clause": "jails/close", "text": "Shut it."}])])
    assert asked(store, tmp_path) == []
