"""Answers become a value and are saved again: no answer is lost on the way, and none is added."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.working import as_saved, saved_tree, working
from drafter.model.answers import Answers, ChosenClause
from drafter.yaml_text import read_yaml
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY

DOCUMENTS = list(LIBRARY.document_ids())


def answers_of(tree: dict[str, Any]) -> Answers:
    """Return the saved answers *tree* as a value; its format may be left out."""
    return Answers.model_validate({"format": 1, **tree})


def saved(tree: dict[str, Any]) -> dict[str, Any]:
    """Return *tree* as it is saved again after it was read, without its format."""
    return {key: value for key, value in saved_tree(answers_of(tree)).items() if key != "format"}


def test_an_example_is_read_back_equal(example: Path) -> None:
    answers = answers_of(read_yaml(example.read_text("utf-8"), str(example)))
    assert answers_of(saved_tree(answers)) == answers


@pytest.mark.parametrize("document", DOCUMENTS)
def test_answers_to_any_document_are_read_back_equal(document: str) -> None:
    answers = answers_of(rich(document))
    assert answers_of(saved_tree(answers)) == answers


@pytest.mark.parametrize("document", DOCUMENTS)
def test_answers_to_any_document_are_saved_as_they_were(document: str) -> None:
    """Key by key: what compares equal as a value may still have keys that nobody answered."""
    assert saved_tree(answers_of(rich(document))) == rich(document)


def test_an_example_is_saved_as_it_was(example: Path) -> None:
    tree = read_yaml(example.read_text("utf-8"), str(example))
    assert saved_tree(answers_of(tree)) == tree


def test_answers_to_work_on_are_saved_like_the_answers_they_came_from(example: Path) -> None:
    answers = answers_of(read_yaml(example.read_text("utf-8"), str(example)))
    assert saved_tree(working(answers)) == saved_tree(answers)


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"organisations": [{}]},
        {"organisations": [{"name": "House", "contact": {}}]},
        {"themes": [{"theme": "women", "own": [{"kind": "paragraph"}]}], "facts": {"F1": {}}},
        {"sign_off": {}, "interview": {}, "cases": {"C1": {"consent": {}}}},
    ],
)
def test_a_key_that_was_not_answered_stays_absent(tree: dict[str, Any]) -> None:
    assert saved(tree) == tree


@pytest.mark.parametrize(
    "tree",
    [
        {"state": None, "method": None},
        {"organisations": [{"name": None, "ecosoc": None, "contact": {"email": None}}]},
        {"facts": {"F1": {"text": None, "source": None}}, "cases": {"C1": {"consent": {"public": None}}}},
        {"themes": [{"theme": "women", "answers": {"body": None}}], "details": {"session": None}},
        {"earlier": [{"text": "Publish data", "position": None}], "sign_off": {"date": None}},
    ],
)
def test_an_explicit_null_stays_null(tree: dict[str, Any]) -> None:
    assert saved(tree) == tree


def test_a_single_question_mark_is_saved_as_null() -> None:
    assert saved({"method": "?", "details": {"session": "?"}}) == {
        "method": None,
        "details": {"session": None},
    }


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("a/b", "a/b"),
        ({"clause": "a/b"}, "a/b"),
        ({"clause": "a/b", "text": "Ours."}, {"clause": "a/b", "text": "Ours."}),
        ({"clause": "a/b", "text": None}, {"clause": "a/b", "text": None}),
        ({"clause": "a/b", "facts": []}, {"clause": "a/b", "facts": []}),
        ({"clause": "a/b", "answers": {"body": None}}, {"clause": "a/b", "answers": {"body": None}}),
    ],
)
def test_a_clause_with_nothing_of_its_own_is_saved_as_its_id(entry: object, expected: object) -> None:
    section = {"theme": "women", "clauses": [entry]}
    assert saved({"themes": [section]}) == {"themes": [{"theme": "women", "clauses": [expected]}]}


def test_a_tuple_is_saved_as_a_list_and_a_mapping_with_text_keys() -> None:
    assert as_saved(("a", 1, True, None, {1: ("b",)})) == ["a", 1, True, None, {"1": ["b"]}]
    assert as_saved({"F1": ChosenClause(clause="a/b")}) == {"F1": "a/b"}


def test_what_no_answers_file_can_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold set"):
        as_saved({"tags": {"a"}})
