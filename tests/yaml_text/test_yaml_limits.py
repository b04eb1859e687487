"""The limits of the YAML reader: references, depth, length of keys and texts, number of values."""

import time

import pytest

from drafter.errors import DrafterError, Fault
from drafter.limits import DEPTH, KEY_CHARACTERS, TEXT_CHARACTERS, VALUES
from drafter.yaml_text import line_numbers, read_yaml
from tests.support.attacks import laughs


def fault_of(text: str, *, references: bool = False) -> Fault:
    """Return the only fault of *text*; reading it must take less than two seconds."""
    begun = time.process_time()
    with pytest.raises(DrafterError) as caught:
        read_yaml(text, "a.yaml", references=references)
    assert time.process_time() - begun < 2
    [fault] = caught.value.faults
    assert fault.file == "a.yaml"
    assert fault.remedy
    return fault


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("a: &x 1\n", 1, "'&x'"),
        ("a: 1\nb: *x\n", 2, "'*x'"),
        ("a:\n  - &list [1]\n", 2, "'&list'"),
        ("a: 1\n&key b: 1\n", 2, "'&key'"),
        ("&all\na: 1\n", 1, "'&all'"),
        ("a: !!str &x y\n", 1, "'&x'"),
    ],
)
def test_a_reference_is_refused_with_its_line(text: str, line: int, name: str) -> None:
    fault = fault_of(text)
    assert fault.place == f"line {line}"
    assert fault.fault == f"{name} is a YAML reference, and this file may not have any"


@pytest.mark.parametrize(
    "text", ["a: R&D\n", "a: 2 * 3\n", "a: '&b'\n", 'a: "*b"\n', "a: |\n  &b *c\n", "a: x &b\n"]
)
def test_reference_characters_within_a_text_are_text(text: str) -> None:
    assert isinstance(read_yaml(text, "a.yaml")["a"], str)


def test_rules_may_refer_to_earlier_values() -> None:
    text = "a: &one {x: 1}\nb: *one\nc: &word y\nd: [*word, *one]\n"
    assert read_yaml(text, "a.yaml", references=True) == {
        "a": {"x": 1},
        "b": {"x": 1},
        "c": "y",
        "d": ["y", {"x": 1}],
    }
    assert line_numbers(text)["b",] == 2
    assert fault_of("a: *one\nb: &one 1\n", references=True).fault.endswith("nothing above is called '&one'")
    assert fault_of("a: &b [*b]\n", references=True).fault.endswith("nothing above is called '&b'")
    assert fault_of("a: &b {x: 1}\n*b : 1\n", references=True).fault.endswith("a key must be text")


def test_nested_references_count_as_the_values_they_repeat() -> None:
    assert "more than 100,000 values" in fault_of(laughs(9), references=True).fault
    assert "YAML reference" in fault_of(laughs(9)).fault


def test_depth_is_limited() -> None:
    deep = "[" * DEPTH + "]" * DEPTH
    assert read_yaml(deep, "a.yaml")
    assert line_numbers(deep)[(0,) * (DEPTH - 1)] == 1
    assert fault_of(f"[{deep}]").fault == "it is nested too deeply"
    assert fault_of("\n".join(" " * at + "- " for at in range(3000))).fault == "it is nested too deeply"
    assert fault_of("[" * 10_000_000).fault == "it is nested too deeply"
    assert fault_of("{a: " * 1_000_000).fault == "it is nested too deeply"


def test_the_length_of_a_key_and_a_text_is_limited() -> None:
    long = "x" * KEY_CHARACTERS
    assert read_yaml(f"'{long}': 1", "a.yaml") == {long: 1}
    assert "this key has 501 characters" in fault_of(f"'{long}x': 1").fault
    assert "this key has 1,000,000 characters" in fault_of(f"? {'x' * 1_000_000}\n: 1\n").fault
    text = "x" * TEXT_CHARACTERS
    assert read_yaml(f"a: {text}", "a.yaml") == {"a": text}
    fault = fault_of(f"b: 1\na: {text}x")
    assert (fault.place, "1,000,001 characters" in fault.fault) == ("line 2", True)


def test_the_number_of_values_in_a_file_is_limited() -> None:
    assert len(read_yaml("- a\n" * (VALUES - 1), "a.yaml")) == VALUES - 1
    fault = fault_of("- a\n" * VALUES)
    assert fault.place == f"line {VALUES}"
    assert "more than 100,000 values" in fault.fault
    assert fault_of("- a\n" * 5_000_000).place == f"line {VALUES}"


def test_a_second_document_is_refused() -> None:
    assert fault_of("a: 1\n---\nb: 2\n").place == "line 2"


def test_line_numbers_are_computed_once() -> None:
    text = "a:\n" + "  - b\n" * 50_000
    first = line_numbers(text)
    begun = time.process_time()
    assert all(line_numbers(text) is first for _ in range(1000))
    assert time.process_time() - begun < 0.5
