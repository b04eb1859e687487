"""How recommendations are grouped and when each is due: set from the overview or by ``--set``, and kept."""

from pathlib import Path

import pytest

from drafter.answers.store import Store
from drafter.cli import DONE, main
from drafter.interview.flow import is_open, questions
from drafter.interview.items.recommendations import USUAL
from drafter.model.answers import OwnText
from tests.support.script import LIBRARY
from tests.support.small_submission import MADE_WITH, item_at, open_small_submission, printed, save_answer
from tests.support.trees import data_of

GROUPED_BY = ("recommendations", "grouped_by")
TERM = ("themes", 0, "clauses", 0, "term")
CONCERN_TERM = ("themes", 0, "clauses", 1, "term")
OWN_TERM = ("themes", 0, "own", 2, "term")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a small submission with a recommendation of the library and one of its own."""
    opened = open_small_submission(tmp_path)
    own = {"kind": "recommendation", "manner": "free", "text": "Publish the register.", "addressee": "state"}
    opened.change([(("themes", 0, "own", 2), own)])
    return opened


def reopened(store: Store) -> Store:
    """Return the store of the same file, read again."""
    return Store.open(store.file, MADE_WITH)


def paths(store: Store) -> list[object]:
    """Return the paths of all questions."""
    return [item.path for item in questions(store.answers, LIBRARY)]


def test_the_interview_does_not_ask_how_recommendations_are_grouped(store: Store) -> None:
    assert not is_open(store.answers, item_at(store, GROUPED_BY))
    assert TERM not in paths(store)
    save_answer(store, GROUPED_BY, "time")
    assert [is_open(store.answers, item_at(store, path)) for path in (TERM, OWN_TERM)] == [False, False]
    assert CONCERN_TERM not in paths(store)


def test_a_time_is_saved_at_the_recommendation_and_printed_as_a_heading(store: Store) -> None:
    clause = store.answers.themes[0].clauses[0].clause
    for path, value in ((GROUPED_BY, "time"), (TERM, "year"), (OWN_TERM, "now")):
        save_answer(store, path, value)
    assert data_of(store)["themes"][0]["clauses"][0] == {"clause": clause, "term": "year"}
    text = printed(store)
    assert text.index("Immediately") < text.index("ublish the register") < text.index("Within one year")
    reread = reopened(store)
    assert [item_at(reread, path).current(reread.answers) for path in (GROUPED_BY, TERM, OWN_TERM)] == [
        "time", "year", "now",
    ]  # fmt: skip


def test_the_usual_choice_removes_the_answer(store: Store) -> None:
    before = printed(store)
    for value in ("time", USUAL):
        save_answer(store, GROUPED_BY, value)
    assert data_of(store)["recommendations"] == {}
    assert printed(store) == before
    save_answer(store, GROUPED_BY, "time")
    for value in ("year", USUAL):
        save_answer(store, TERM, value)
    assert store.answers.themes[0].clauses[0].term is None
    assert item_at(store, TERM).current(store.answers) == USUAL


def test_a_document_that_prints_no_recommendations_is_not_asked_for_their_groups(store: Store) -> None:
    for document, asks in (
        ("ccpr/list-of-issues", False),
        ("upr/matrix", False),
        ("ohchr/call-for-input", True),
    ):
        store.change([(("document",), document)])
        assert (GROUPED_BY in paths(store)) is asks, document


def test_set_saves_the_groups_and_the_times(store: Store) -> None:
    options = ["--set", "recommendations.grouped_by=time", "--set", "themes.0.clauses.0.term=review"]
    assert main(["new", str(store.file), "--no-input", *options]) == DONE
    answers = reopened(store).answers
    assert answers.recommendations.grouped_by == "time"
    assert answers.themes[0].clauses[0].term == "review"


def test_set_refuses_another_word(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(store.file), "--no-input", "--set", "recommendations.grouped_by=length"]) != DONE
    assert "addressee" in capsys.readouterr().err
    assert reopened(store).answers.recommendations.grouped_by is None


def test_a_time_does_not_change_the_sentence_of_a_recommendation() -> None:
    parts = {"verb": "Open", "what": "a service", "by_when": "within two years"}
    own = OwnText.model_validate({"kind": "recommendation", "parts": parts, "term": "review"})
    assert own.wording == "Open a service within two years."
