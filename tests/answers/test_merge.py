"""Two changes of the same answers: both are kept, and what only a person can decide is a clash."""

from typing import Any, Literal

import pytest

from drafter.answers.changes import applied
from drafter.answers.merge import Clash, changed_paths, merge, replace_keys, replacement_keys
from drafter.model.answers import GONE
from drafter.model.node import Node

BASE: dict[str, Any] = {
    "title": "T",
    "keywords": ["a", "b"],
    "organisations": [{"name": "A"}, {"name": "B"}],
    "themes": [{"theme": "x", "clauses": ["x/1"]}, {"theme": "y"}],
    "facts": {"F1": {"text": "one"}, "F2": {"text": "two"}},
}


def merged_with(
    ours: Any, theirs: Any, decision: Literal["ours", "theirs"] = "ours", base: Any = None
) -> tuple[Any, list[Clash]]:
    """Return the merged answers if *decision* settles every clash, and the clashes."""
    clashes: list[Clash] = []

    def decide(clash: Clash) -> Literal["ours", "theirs"]:
        clashes.append(clash)
        return decision

    return merge(BASE if base is None else base, ours, theirs, decide), clashes


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
    assert merged_with({**BASE, **ours}, {**BASE, **theirs}) == ({**BASE, **both}, [])


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
    assert merged_with({**BASE, **ours}, {**BASE, **theirs}) == ({**BASE, **ours}, [clash])
    assert merged_with({**BASE, **ours}, {**BASE, **theirs}, "theirs") == ({**BASE, **theirs}, [clash])


def test_true_and_one_are_not_the_same_answer() -> None:
    assert merged_with({"a": True}, {"a": 1}, base={"a": True}) == ({"a": 1}, [])
    assert merged_with({"a": True}, {"a": 1}, base={"a": 0})[1] == [Clash(("a",), True, 1)]


A, B, C, X = {"name": "A", "status": "invited"}, {"name": "B"}, {"name": "C"}, {"name": "X"}


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ([A, {**B, "status": "yes"}], [X, A, B], [X, A, {**B, "status": "yes"}]),
        ([A, {**B, "city": "Rome"}], [B, A], None),
        ([A, {**B, "city": "Rome"}], [A, X], None),
        ([A, {**B, "city": "Rome"}], [A], None),
        ([A, B, {}], [X, A, B], [X, A, B, {}]),
        ([A, B, {}], [A, B, C], [A, B, C, {}]),
        ([A], [A, B, C], [A, C]),
        ([B], [A, B, C], [B, C]),
        (
            [{**A, "city": "Rome"}, B],
            [{**A, "status": "yes"}, B],
            [{**A, "city": "Rome", "status": "yes"}, B],
        ),
        ([{**A, "city": "Rome"}, B], [X, B], None),
        ([B, A], [A, B, C], [B, A, C]),
        ([{**A, "city": "Rome"}, B], [], None),
        ([A, B, C], None, None),
        (None, [A, B, C], None),
    ],
)
def test_an_answer_about_one_organisation_never_lands_on_another(ours: Any, theirs: Any, both: Any) -> None:
    merged, clashes = merged_with(ours, theirs, base=[A, B])

    assert merged == (ours if both is None else both)
    assert clashes == ([Clash((), ours, theirs)] if both is None else [])


def test_items_without_a_name_are_the_same_if_they_changed_whatever_we_changed() -> None:
    ours, theirs = [{"contact": {"email": "o"}}], [{"contact": {"phone": "t"}}]

    assert merged_with(ours, theirs, base=[{"contact": {}}]) == (
        [{"contact": {"email": "o", "phone": "t"}}],
        [],
    )


def test_items_that_are_no_texts_and_have_no_keys_are_the_same_only_if_they_changed_nothing() -> None:
    assert merged_with([1, 3], [{"a": 1}, 2], base=[1, 2]) == ([{"a": 1}, 3], [])
    assert merged_with([3, 2], [4, 2], base=[1, 2]) == ([3, 2], [Clash((), [3, 2], [4, 2])])


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "order"),
    [
        ("bac", "bac", "bxac", "bxac"),
        ("bac", "bacy", "bxac", "bxacy"),
        ("bac", "abc", "bacx", "abcx"),
        ("bac", "cba", "bxac", "cbxa"),
        ("bac", "bca", "abc", "bca"),
        ("abc", "abxc", "yabc", "yabxc"),
        ("abc", "xabc", "aybc", "aybcx"),
        ("abc", "ac", "abxc", "axc"),
        ("abc", "xyabc", "abc", "abcxy"),
    ],
)
def test_keys_are_in_the_order_of_whoever_moved_some_and_new_ones_follow_their_neighbours(
    base: str, ours: str, theirs: str, order: str
) -> None:
    # Both sides change "m", a last key: otherwise one side would be taken as it is.
    sides = [dict.fromkeys(keys, "same") for keys in (base, ours, theirs)]
    for number, side in enumerate(sides):
        side["m"] = f"{number}"

    merged, _ = merged_with(sides[1], sides[2], base=sides[0])

    assert "".join(merged).replace("m", "") == order


def test_choosing_theirs_removes_nothing_else() -> None:
    base: dict[str, Any] = {"themes": [{"theme": "a", "heading": "A"}, {"theme": "b"}, {"theme": "c"}]}
    ours = {"themes": base["themes"][1:]}
    theirs = {"themes": [{"theme": "a", "heading": "new"}, *base["themes"][1:]]}

    merged, clashes = merged_with(ours, theirs, "theirs", base)

    assert merged == theirs
    assert [clash.ours for clash in clashes] == [GONE]


def test_two_new_facts_with_the_same_key_are_both_kept() -> None:
    base: dict[str, Any] = {"facts": {}, "themes": [{"theme": "x", "facts": []}], "cases": {}}
    ours: dict[str, Any] = {
        "facts": {"F1": {}},
        "themes": [{"theme": "x", "facts": ["F1"]}],
        "cases": {"C1": {}},
    }
    theirs: dict[str, Any] = {
        "facts": {"F1": {"text": "theirs", "source": "S1"}, "F2": {}},
        "themes": [{"theme": "x", "facts": ["F1", "F2"]}],
        "cases": {"C1": {"pseudonym": "Jo"}},
    }

    renamed = replacement_keys(base, ours, theirs)
    mine = replace_keys(ours, renamed)

    assert renamed == {"F1": "F3", "C1": "C2"}
    assert mine == {"facts": {"F3": {}}, "themes": [{"theme": "x", "facts": ["F3"]}], "cases": {"C2": {}}}
    merged, clashes = merged_with(mine, theirs, base=base)
    assert clashes == []
    assert merged["facts"] == {**theirs["facts"], "F3": {}}
    assert merged["themes"] == [{"theme": "x", "facts": ["F1", "F2", "F3"]}]
    assert merged["cases"] == {"C1": {"pseudonym": "Jo"}, "C2": {}}


def test_a_change_is_reported_at_its_deepest_key() -> None:
    theirs = {**BASE, "title": "T2", "facts": {"F1": {"text": "one"}, "F2": {"text": "new"}}}

    assert list(changed_paths(BASE, theirs)) == [("title",), ("facts", "F2", "text")]


def test_a_change_from_keys_to_no_keys_is_reported_once() -> None:
    assert list(changed_paths({"a": {"b": 1, "c": 2}}, {"a": None})) == [("a",)]
    assert list(changed_paths({"a": None}, {"a": {"b": 1, "c": 2}})) == [("a",)]


def test_a_text_that_reads_like_a_key_is_not_replaced() -> None:
    tree: dict[str, Any] = {
        "title": "F1",
        "facts": {"F1": {"text": "F1", "source": "S1"}},
        "sources": {"S1": {"title": "S1"}},
        "details": {"F1": "F1"},
    }

    assert replace_keys(tree, {"F1": "F3", "S1": "S2"}) == {
        "title": "F1",
        "facts": {"F3": {"text": "F1", "source": "S2"}},
        "sources": {"S2": {"title": "S1"}},
        "details": {"F1": "F1"},
    }


# ---- changes of nested answers ----


def test_a_change_leaves_the_old_answers_as_they_were() -> None:
    before: dict[str, Node] = {"a": {"b": [1, {"c": 2}]}}

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
def test_missing_steps_are_created_and_removing_a_missing_value_does_nothing(
    path: tuple[Any, ...], value: Any, after: dict[str, Any]
) -> None:
    before: dict[str, Any] = {"none": None} if path[0] == "none" else {}

    assert applied(before, [(path, value)]) == after


def test_a_long_list_grows_at_its_end_like_a_short_one() -> None:
    items: list[Node] = list(range(300))

    assert applied({"a": items}, [(("a", 300), "last")]) == {"a": [*items, "last"]}


def test_an_item_of_a_list_can_be_removed() -> None:
    assert applied({"a": [1, 2, 3]}, [(("a", 1), GONE)]) == {"a": [1, 3]}
