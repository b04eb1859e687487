"""Looking up values in answers by path: a value, an answer of "I don't know yet", or nothing at all."""

import pytest

from drafter.answers.paths import MISSING, answered, at, next_key, rows, saved_at
from drafter.model.answers import Organisation
from drafter.model.node import Tree
from drafter.yaml_text import KeyPath

TREE: Tree = {"title": "Rights", "state": None, "keywords": ["a", "b"], "facts": {"F1": {"text": "one"}}}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), TREE),
        (("title",), "Rights"),
        (("state",), None),
        (("keywords", 1), "b"),
        (("facts", "F1", "text"), "one"),
        (("closing",), MISSING),
        (("keywords", 2), MISSING),
        (("title", 0), MISSING),
        (("facts", 0), MISSING),
        (("title", "text"), MISSING),
        (("facts", "F2", "text"), MISSING),
    ],
)
def test_a_value_is_looked_up_by_its_path(path: KeyPath, value: object) -> None:
    assert at(TREE, path) == value
    assert saved_at(TREE, path) == value
    assert answered(TREE, path) == (value is not MISSING)


def test_a_key_that_was_not_answered_is_missing_in_a_model_although_it_has_a_default() -> None:
    organisation = Organisation(name=None)

    assert at(organisation, ("name",)) is None
    assert at(organisation, ("role",)) is MISSING


def test_a_text_is_not_a_list_of_letters() -> None:
    assert rows(TREE, ("title",)) == []
    assert rows(TREE, ("keywords",)) == ["a", "b"]


def test_the_first_free_key_is_the_next_one() -> None:
    assert next_key("F", {}) == "F1"
    assert next_key("F", {"F1": 0, "F3": 0}) == "F2"
