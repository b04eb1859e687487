"""The types of remarks: each has its own examples, and they are its tests."""

import ast
import re
from pathlib import Path

import pytest

import drafter
from drafter.drafting.remark_types import MODULES, find_type, remark_types
from drafter.model.remark import RemarkType
from tests.support.remark_examples import example_remarks

TYPES = [pytest.param(kind, id=kind.code) for kind in remark_types()]
PACKAGE = Path(drafter.__file__).parent
NOT_YET = {"remark.py"}
"""Modules that may create remarks without a type: the model itself."""


@pytest.mark.parametrize("kind", TYPES)
def test_the_bad_example_gets_the_remark_and_the_good_one_does_not(kind: RemarkType, tmp_path: Path) -> None:
    if kind.example == "described":
        assert kind.bad.endswith(".")
        assert kind.good.endswith(".")
        return
    bad = [remark for remark in example_remarks(kind, kind.bad, tmp_path) if _is_of(kind, remark.code)]
    assert bad, f"no {kind.code} on: {kind.bad}"
    assert bad[0].level == kind.level
    good = [remark for remark in example_remarks(kind, kind.good, tmp_path) if _is_of(kind, remark.code)]
    assert good == []


@pytest.mark.parametrize("kind", TYPES)
def test_a_type_has_a_code_a_rule_and_a_source_in_sentences(kind: RemarkType) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*\*?", kind.code)
    for text in (kind.rule, kind.source):
        assert text[0].isupper()
        assert text.endswith(".")
    assert find_type(kind.code) is kind


def test_each_code_belongs_to_one_type() -> None:
    codes = [kind.code for kind in remark_types()]
    assert sorted(codes) == sorted(set(codes))


def _is_of(kind: RemarkType, code: str) -> bool:
    return code == kind.code or (kind.code.endswith("*") and code.startswith(kind.code[:-1]))


def test_remarks_are_created_by_their_type_only() -> None:
    calls = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Remark"
        and file.name not in NOT_YET
    ]
    assert calls == []


def test_every_module_with_types_is_listed() -> None:
    """Otherwise the remarks of a module have codes that nobody can look up."""
    with_types = {
        file.stem
        for file in PACKAGE.rglob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "TYPES"
    }
    assert with_types == {module.__name__.rpartition(".")[2] for module in MODULES}
