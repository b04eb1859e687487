"""Two changes of the same answers: both are kept, and what only a person can decide is a clash."""

from typing import Any

import pytest

from drafter.answers.changes import applied
from drafter.answers.merge import Clash, changed_places, merge
from drafter.model.answers import GONE

BASE: dict[str, Any] = {
    "title": "T",
    "keywords": ["a", "b"],
    "organisations": [{"name": "A"}, {"name": "B"}],
    "themes": [{"theme": "x", "clauses": ["x/1"]}, {"theme": "y"}],
    "facts": {"F1": {"text": "one"}, "F2": {"text": "two"}},
}


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ({"title": "O"}, {"state": "S"}, {"title": "O", "state": "S"}),
        ({"keywords": ["a", "b", "o"]}, {"keywords": ["t", "a", "b"]}, {"keywords": ["t", "a", "b", "o"]}),
        ({"keywords": ["b"]}, {"keywords": ["a", "b", "t"]}, {"keywords": ["b", "t"]}),
        ({"keywords": ["b", "a"]}, {"keywords": ["a", "b", "t"]}, {"keywords": ["b", "t", "a"]}),
        (
            {"organisations": [{"name": "A", "role": "lead"}, {"name": "B"}]},
            {"organisations": [{"name": "A"}, {"name": "B", "status": "invited"}]},
            {"organisations": [{"name": "A", "role": "lead"}, {"name": "B", "status": "invited"}]},
        ),
        (
            {"organisations": [*BASE["organisations"], {"name": "O"}]},
            {"organisations": [*BASE["organisations"], {"name": "T"}]},
            {"organisations": [*BASE["organisations"], {"name": "T"}, {"name": "O"}]},
        ),
        (
            {"themes": [{"theme": "x", "clauses": ["x/1", "x/2"]}, {"theme": "y"}]},
            {"themes": [{"theme": "y", "facts": ["F1"]}, {"theme": "x", "clauses": ["x/1"]}]},
            {"themes": [{"theme": "y", "facts": ["F1"]}, {"theme": "x", "clauses": ["x/1", "x/2"]}]},
        ),
        (
            {"facts": {"F1": {"text": "one"}}},
            {"facts": {**BASE["facts"], "F3": {"text": "three"}}},
            {"facts": {"F1": {"text": "one"}, "F3": {"text": "three"}}},
        ),
        ({"title": "same"}, {"title": "same"}, {"title": "same"}),
    ],
)
def test_changes_that_touch_different_answers_are_both_kept(
    ours: dict[str, Any], theirs: dict[str, Any], both: dict[str, Any]
) -> None:
    assert merge(BASE, {**BASE, **ours}, {**BASE, **theirs}) == ({**BASE, **both}, [])


@pytest.mark.parametrize(
    ("ours", "theirs", "clash"),
    [
        ({"title": "O"}, {"title": "T2"}, Clash(("title",), "O", "T2")),
        ({"title": None}, {"title": ""}, Clash(("title",), None, "")),
        (
            {"facts": {"F1": {"text": "ours"}, "F2": {"text": "two"}}},
            {"facts": {"F1": {"text": "theirs"}, "F2": {"text": "two"}}},
            Clash(("facts", "F1", "text"), "ours", "theirs"),
        ),
        (
            {"facts": {"F2": {"text": "two"}}},
            {"facts": {"F1": {"text": "theirs"}, "F2": {"text": "two"}}},
            Clash(("facts", "F1"), GONE, {"text": "theirs"}),
        ),
        (
            {"organisations": [{"name": "A"}]},
            {"organisations": [{"name": "A"}, {"name": "C"}]},
            Clash(("organisations",), [{"name": "A"}], [{"name": "A"}, {"name": "C"}]),
        ),
    ],
)
def test_the_same_answer_changed_in_two_ways_is_a_clash(
    ours: dict[str, Any], theirs: dict[str, Any], clash: Clash
) -> None:
    merged, clashes = merge(BASE, {**BASE, **ours}, {**BASE, **theirs})

    assert clashes == [clash]
    assert merged == {**BASE, **ours}
    assert applied(merged, [(one.path, one.theirs) for one in clashes]) == {**BASE, **theirs}


def test_true_and_one_are_not_the_same_answer() -> None:
    assert merge({"a": True}, {"a": True}, {"a": 1}) == ({"a": 1}, [])
    assert merge({"a": 0}, {"a": True}, {"a": 1})[1] == [Clash(("a",), True, 1)]


def test_the_places_that_somebody_changed_are_named_as_deep_as_keys_lead() -> None:
    theirs = {**BASE, "title": "T2", "facts": {"F1": {"text": "one"}, "F2": {"text": "new"}}}

    assert list(changed_places(BASE, theirs)) == [("title",), ("facts", "F2", "text")]


# ---- changes of nested answers ----


def test_a_change_leaves_the_old_answers_as_they_were() -> None:
    before = {"a": {"b": [1, {"c": 2}]}}

    assert applied(before, [(("a", "b", 1, "c"), 3)]) == {"a": {"b": [1, {"c": 3}]}}
    assert before == {"a": {"b": [1, {"c": 2}]}}


@pytest.mark.parametrize(
    ("path", "value", "after"),
    [
        (("list", 0), "x", {"list": ["x"]}),
        (("list", 0, "deep"), "x", {"list": [{"deep": "x"}]}),
        (("a", "b"), 1, {"a": {"b": 1}}),
        (("none", "b"), 1, {"none": {"b": 1}}),
        (("gone",), GONE, {}),
        (("gone", "too", 3), GONE, {}),
    ],
)
def test_what_is_on_the_way_is_begun_and_what_is_not_there_cannot_go(
    path: tuple[Any, ...], value: Any, after: dict[str, Any]
) -> None:
    before: dict[str, Any] = {"none": None} if path[0] == "none" else {}

    assert applied(before, [(path, value)]) == after


def test_an_item_of_a_list_can_be_taken_out() -> None:
    assert applied({"a": [1, 2, 3]}, [(("a", 1), GONE)]) == {"a": [1, 3]}
