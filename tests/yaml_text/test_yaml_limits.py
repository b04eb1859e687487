"""The YAML reader stops in time: references, depth, long keys and texts, more values than any file has."""

import time

import pytest

from drafter.errors import DrafterError, Fault
from drafter.limits import DEPTH, KEY_CHARACTERS, TEXT_CHARACTERS, VALUES
from drafter.yaml_text import lines_of, read_yaml
from tests.support.attacks import laughs


def fault_of(text: str, *, references: bool = False) -> Fault:
    """Return the one fault of *text*, told within two seconds."""
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
    assert fault.fault == f"{name} is a YAML reference, which this file may not have"


@pytest.mark.parametrize(
    "text", ["a: R&D\n", "a: 2 * 3\n", "a: '&b'\n", 'a: "*b"\n', "a: |\n  &b *c\n", "a: x &b\n"]
)
def test_the_signs_of_references_within_a_text_are_text(text: str) -> None:
    assert isinstance(read_yaml(text, "a.yaml")["a"], str)


def test_rules_may_refer_to_what_stands_above() -> None:
    text = "a: &one {x: 1}\nb: *one\nc: &word y\nd: [*word, *one]\n"
    assert read_yaml(text, "a.yaml", references=True) == {
        "a": {"x": 1},
        "b": {"x": 1},
        "c": "y",
        "d": ["y", {"x": 1}],
    }
    assert lines_of(text)["b",] == 2
    assert fault_of("a: *one\nb: &one 1\n", references=True).fault.endswith("nothing above is called '&one'")
    assert fault_of("a: &b [*b]\n", references=True).fault.endswith("nothing above is called '&b'")
    assert fault_of("a: &b {x: 1}\n*b : 1\n", references=True).fault.endswith("a key must be text")


def test_references_to_references_count_as_what_they_stand_for() -> None:
    assert "more than 100,000 values" in fault_of(laughs(9), references=True).fault
    assert "YAML reference" in fault_of(laughs(9)).fault


def test_depth_is_bounded() -> None:
    deep = "[" * DEPTH + "]" * DEPTH
    assert read_yaml(deep, "a.yaml")
    assert lines_of(deep)[(0,) * (DEPTH - 1)] == 1
    assert fault_of(f"[{deep}]").fault == "it is nested too deeply"
    assert fault_of("\n".join(" " * at + "- " for at in range(3000))).fault == "it is nested too deeply"
    assert fault_of("[" * 10_000_000).fault == "it is nested too deeply"
    assert fault_of("{a: " * 1_000_000).fault == "it is nested too deeply"


def test_a_key_and_a_text_may_be_so_long_and_no_longer() -> None:
    long = "x" * KEY_CHARACTERS
    assert read_yaml(f"'{long}': 1", "a.yaml") == {long: 1}
    assert "this key has 501 letters" in fault_of(f"'{long}x': 1").fault
    assert "this key has 1,000,000 letters" in fault_of(f"? {'x' * 1_000_000}\n: 1\n").fault
    text = "x" * TEXT_CHARACTERS
    assert read_yaml(f"a: {text}", "a.yaml") == {"a": text}
    fault = fault_of(f"b: 1\na: {text}x")
    assert (fault.place, "1,000,001 letters" in fault.fault) == ("line 2", True)


def test_a_file_may_have_so_many_values_and_no_more() -> None:
    assert len(read_yaml("- a\n" * (VALUES - 1), "a.yaml")) == VALUES - 1
    fault = fault_of("- a\n" * VALUES)
    assert fault.place == f"line {VALUES}"
    assert "more than 100,000 values" in fault.fault
    assert fault_of("- a\n" * 5_000_000).place == f"line {VALUES}"


def test_a_second_document_is_refused() -> None:
    assert fault_of("a: 1\n---\nb: 2\n").place == "line 2"


def test_lines_are_worked_out_once() -> None:
    text = "a:\n" + "  - b\n" * 50_000
    first = lines_of(text)
    begun = time.process_time()
    assert all(lines_of(text) is first for _ in range(1000))
    assert time.process_time() - begun < 0.5
