"""Editing YAML in place: the wanted values read back, and everything else keeps its layout."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.yaml_edit.edit import edit_yaml
from drafter.yaml_edit.matching import same_value
from drafter.yaml_edit.write import Writer
from drafter.yaml_text import read_yaml
from tests.support.yaml_texts import AWKWARD, Hand, keys, mappings, scalars, texts, values


def changed(text: str, **wanted: Any) -> str:
    """Return *text* edited so that its keys have the *wanted* values."""
    return edit_yaml(text, {**read_yaml(text, "test"), **wanted})


# ---- every text comes back letter for letter ----


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_reads_back_unchanged(text: str) -> None:
    new = edit_yaml(
        "format: 1\n", {"format": 1, "title": text, "facts": {"F1": {"text": text}}, "list": [text]}
    )

    assert read_yaml(new, "") == {"format": 1, "title": text, "facts": {"F1": {"text": text}}, "list": [text]}


@given(texts, texts)
@settings(max_examples=400, deadline=None)
def test_any_text_reads_back_and_changes_no_other(one: str, other: str) -> None:
    text = edit_yaml("format: 1\n", {"format": 1, "a": one})

    new = edit_yaml(text, {"format": 1, "a": one, "b": other, "c": [{"d": other}]})

    assert read_yaml(new, "") == {"format": 1, "a": one, "b": other, "c": [{"d": other}]}
    assert new.startswith(text)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(Exception, match="no way of writing"):
        edit_yaml("a: 1\n", {"a": "\ud800"})


def test_a_long_text_with_paths_is_not_folded_when_something_else_changes() -> None:
    folders = ("C:", "Users", "maria", "Documents", "Submission", "Evidence", "Prisons", "2024", "Deaths")
    path = "see the file " + "\\\\".join((*folders, "table17-by-sex-and-age.xlsx"))
    text = f'title: "{path} on our server"\nstate: Norway\n'

    assert changed(text, state="Chad") == text.replace("Norway", "Chad")


def test_readable_styles_are_preferred() -> None:
    new = edit_yaml("a: 1\n", {"a": "two\nlines", "b": "word " * 30 + "end", "c": "No", "d": "plain words"})

    assert new == (
        "a: |-\n  two\n  lines\n"
        f"b: >-\n  {' '.join(['word'] * 19)}\n  {' '.join(['word'] * 11)} end\n"
        "c: 'No'\nd: plain words\n"
    )


# ---- comments, order and quotation marks of what does not change ----


def test_a_comment_right_below_a_key_stays_when_its_list_grows() -> None:
    text = "stand_for:\n  # agreed by the board\n  - recovery-oriented\n"

    assert changed(text, stand_for=["recovery-oriented", "no-legalisation"]) == f"{text}  - no-legalisation\n"


def test_comments_inside_a_list_stay_when_an_item_is_added() -> None:
    text = (
        "themes:\n  - theme: recovery\n    # first the clause we all like\n    clauses:\n"
        "      - recovery/continuum   # keep\n    facts: [F1]\n"
    )
    themes = [*read_yaml(text, "")["themes"], {"theme": "overdose"}]

    assert changed(text, themes=themes) == f"{text}  - theme: overdose\n"


def test_a_moved_item_keeps_its_comments() -> None:
    text = "themes:\n  # about a\n  - theme: a  # beside a\n  - theme: b\n    # below b\n"
    moved = "themes:\n  # about a\n  - theme: b\n    # below b\n  - theme: a  # beside a\n"

    assert changed(text, themes=[{"theme": "b"}, {"theme": "a"}]) == moved


def test_a_removed_item_takes_only_its_own_comments_along() -> None:
    text = (
        "cases:\n  C1:\n    text: x\n\n  # about C2\n  C2:  # beside\n    text: y\n    # below\n\n"
        "# about facts\nfacts: {}\n"
    )

    new = changed(text, cases={"C1": {"text": "x"}})

    assert new == "cases:\n  C1:\n    text: x\n\n\n# about facts\nfacts: {}\n"


def test_the_first_key_of_an_item_can_be_removed() -> None:
    text = "list:\n  - role: lead  # gone\n    name: A  # stays\n"

    new = changed(text, list=[{"name": "A"}])

    assert read_yaml(new, "") == {"list": [{"name": "A"}]}
    assert "name: A  # stays" in new
    assert "gone" not in new


def test_a_comment_beside_a_value_stays_when_the_value_becomes_long() -> None:
    new = changed("a: x  # why\nb: 1\n", a="one\ntwo")

    assert new == "a: |-  # why\n  one\n  two\nb: 1\n"


def test_a_comment_inside_an_emptied_list_stays() -> None:
    assert changed("a:\n  # why\n  - x\n", a=[]) == "a: []\n  # why\n"


def test_flow_collections_are_edited_in_place() -> None:
    text = "organisations: [{name: Example Union, role: 'lead'}]  # ours\nlanguage: en\n"
    wanted = [{"name": "Example Union", "role": "lead", "ecosoc": None}, {"name": "B, C"}]

    new = changed(text, organisations=wanted)

    assert new == (
        "organisations: [{name: Example Union, role: 'lead', ecosoc: null}, {name: 'B, C'}]  # ours\n"
        "language: en\n"
    )


def test_a_file_without_a_last_line_end_keeps_its_last_text() -> None:
    new = changed("a: 1\nb: |\n  text", a=2)

    assert read_yaml(new, "") == {"a": 2, "b": "text"}


def test_a_file_with_only_comments_keeps_them() -> None:
    assert edit_yaml("# mine\n", {"a": 1}) == "# mine\na: 1\n"


def test_a_text_that_already_reads_as_wanted_is_not_touched() -> None:
    text = "b: 'x'\n\n\na:    1   # odd\n"

    assert edit_yaml(text, {"a": 1, "b": "x"}) == text


def test_a_text_with_complex_keys_is_rewritten_as_a_whole() -> None:
    new = edit_yaml("x: 1\na:\n  ? b\n  : c\n", {"x": 1, "a": {"b": "d"}})

    assert read_yaml(new, "") == {"x": 1, "a": {"b": "d"}}


# ---- comments anywhere, any change, any style ----


@st.composite
def changes(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], int]:
    """Return answers, the same answers after some changes, and a seed for the random layout."""
    before = draw(mappings)
    after = deepcopy(before)
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, after)
    return before, after, draw(st.integers(0, 2**32))


def _change(draw: st.DrawFn, root: dict[str, Any]) -> None:
    """Set, add, remove or move one value somewhere in *root*."""
    here: Any = root
    while True:
        inner = [
            value
            for value in (here.values() if isinstance(here, dict) else here)
            if isinstance(value, dict | list)
        ]
        if not inner or draw(st.booleans()):
            break
        here = draw(st.sampled_from(inner))
    places = list(here) if isinstance(here, dict) else list(range(len(here)))
    what = draw(st.sampled_from(("set", "add", "take out", "move")))
    if what == "add" and isinstance(here, dict):
        here[draw(keys)] = draw(values)
    elif what == "add":
        here.insert(draw(st.integers(0, len(here))), draw(values))
    elif places:
        place = draw(st.sampled_from(places))
        if what == "set":
            here[place] = draw(scalars)
        elif what == "take out" and not (here is root and len(root) == 1):
            del here[place]
        elif what == "move" and isinstance(here, list):
            here.insert(draw(st.integers(0, len(here) - 1)), here.pop(place))


def at(value: Any, place: tuple[str, ...]) -> Any:
    """Return the value at *place* in *value*, or ``...`` if there is none."""
    for step in place:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return ...
    return value


@given(changes())
@settings(max_examples=600, deadline=None)
def test_any_change_reads_back_and_keeps_the_comments_of_unchanged_entries(
    case: tuple[dict[str, Any], dict[str, Any], int],
) -> None:
    before, after, seed = case
    hand = Hand(seed)
    text = hand.write(before)
    assert same_value(read_yaml(text, ""), before), "the hand writes what it means"

    new = edit_yaml(text, after)

    assert same_value(read_yaml(new, ""), after)
    lines = {line.strip().removeprefix("- ") for line in new.split("\n")}
    for place, comments in hand.comments.items():
        if same_value(at(before, place), at(after, place)) and is_unmoved(before, after, place):
            missing = [line for line in comments if line.strip().removeprefix("- ") not in lines]
            assert not missing, (missing, new)


def is_unmoved(before: Any, after: Any, place: tuple[str, ...]) -> bool:
    """Return whether all lists on the path *place* are unchanged, so that it leads to the same entry."""
    ways = (place[:size] for size in range(len(place)))
    return all(
        same_value(at(before, way), at(after, way)) for way in ways if isinstance(at(before, way), list)
    )


def test_a_quoting_writer_quotes_every_text() -> None:
    assert Writer(quoted=True).inline({"a": ["b\n"]}) == '{"a": ["b\\n"]}'


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (["b"], ["# about b"]),
        (["a"], ["# about a"]),
        (["a", "b", "d"], ["# about a", "# about b"]),
        (["a", "c"], ["# about a", "# about c"]),
        (["x", "b"], ["# about b"]),
    ],
)
def test_a_comment_beside_an_item_between_brackets_stays_with_its_item(
    wanted: list[str], kept: list[str]
) -> None:
    text = "k: [a,  # about a\n  'b',  # about b\n  \"c\"  # about c\n  ]\n"

    new = changed(text, k=wanted)

    assert read_yaml(new, "") == {"k": wanted}
    assert [comment for comment in ("# about a", "# about b", "# about c") if comment in new] == kept
