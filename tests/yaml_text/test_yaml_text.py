"""The YAML reader: it reads what the file says, and every fault has its line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError, Fault
from drafter.yaml_text import describe_location, line_numbers, read_yaml


def fault_of(text: str, first_line: int = 1) -> Fault:
    """Return the only fault of *text*."""
    with pytest.raises(DrafterError) as caught:
        read_yaml(text, "a.yaml", first_line)
    [fault] = caught.value.faults
    assert fault.file == "a.yaml"
    assert fault.remedy
    return fault


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "True",
        "TRUE",
        "Null",
        "010",
        "0o17",
        "0x1F",
        "1_000",
        "1e3",
        ".5",
        "5.",
        "+41",
        "12:30",
        "1:2:3",
        "2026-11-21",
        "=",
        "<<",
        ".inf",
        "1,5",
        "–",
    ],
)
def test_a_word_that_other_readers_convert_stays_text(word: str) -> None:
    assert read_yaml(f"a: {word}", "a.yaml") == {"a": word}
    assert read_yaml(f"- {word}", "a.yaml") == [word]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("1.50", 1.5),
    ],
)
def test_booleans_null_and_plain_numbers_are_values(word: str, value: Any) -> None:
    read = read_yaml(f"a: {word}", "a.yaml")
    assert read == {"a": value}
    assert type(read["a"]) is type(value)


def test_norway_can_be_a_key() -> None:
    assert read_yaml("NO: Norway\n010: x\n1: y", "a.yaml") == {"NO": "Norway", "010": "x", "1": "y"}


def test_a_number_that_is_too_long_stays_text() -> None:
    assert read_yaml("a: " + "9" * 5000, "a.yaml") == {"a": "9" * 5000}


@given(st.integers(-(10**17), 10**17))
def test_a_whole_number_is_an_integer(number: int) -> None:
    assert read_yaml(f"a: {number}", "a.yaml") == {"a": number}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_text_reads_as_null(text: str) -> None:
    assert read_yaml(text, "a.yaml") is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "line 4", "'c' appears twice"),
        ("a: x\n1: y\n'1': z\n", "line 3", "'1' appears twice"),
        ("a: 1\nb:\n\t- x\n", "line 3", "cannot start any token"),
        ("a: 1\nb: c: d\n", "line 2", "mapping values are not allowed"),
        ("a: [1, 2\nb: 3\n", "line 2", "did not find expected"),
        ("a: 1\n---\nb: 2\n", "line 2", "a second YAML document"),
        ("a: *b\n", "line 1", "a YAML reference"),
        ("a: &b [*b]\n", "line 1", "a YAML reference"),
        ("a: 1\n? [x, y]\n: z\n", "line 2", "a key must be text"),
        ("a: !!python/object:os.system x\n", "line 1", "unknown tag"),
        ("a: !!int abc\n", "line 1", "does not fit the tag"),
        ("a: é\nb: x\0y\n", "line 2", "control character"),
    ],
)
def test_a_fault_has_its_line(text: str, line: str, words: str) -> None:
    fault = fault_of(text)
    assert fault.place == line
    assert words in fault.fault


def test_lines_are_counted_from_the_start_of_the_text_in_its_file() -> None:
    assert fault_of("a: 1\na: 2\n", first_line=2).place == "line 3"
    assert fault_of("a: 1\nb: \0\n", first_line=10).place == "line 11"


def test_endless_brackets_are_refused_without_a_crash() -> None:
    assert fault_of("a: " + "[" * 3000 + "]" * 3000).fault == "it is nested too deeply"


def test_each_value_has_the_line_of_its_key() -> None:
    text = "a:\n  - x\n  - b: |\n      two\n      lines\n    c: y\nd: {e: z}\n"
    assert line_numbers(text, first_line=3) == {
        (): 3,
        ("a",): 3,
        ("a", 0): 4,
        ("a", 1): 5,
        ("a", 1, "b"): 5,
        ("a", 1, "c"): 8,
        ("d",): 9,
        ("d", "e"): 9,
    }
    assert line_numbers("") == {}


def test_a_location_counts_from_one_and_has_the_line_of_the_nearest_value() -> None:
    lines = line_numbers("a:\n  - b: x\n")
    assert describe_location(("a", 0, "b"), lines) == "line 2, a › 1 › b"
    assert describe_location(("a", 0, "missing"), lines) == "line 2, a › 1 › missing"
    assert describe_location((), lines) == "line 1"
    assert describe_location(("a", 0), {}) == "a › 1"
