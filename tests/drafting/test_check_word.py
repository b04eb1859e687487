"""Files that drafter built: recognised, counted alike, and with the same remarks as their answers."""

from pathlib import Path

import pytest
import yaml

from drafter.drafting.remark_types import remark_types
from drafter.model.remark import RemarkType
from tests.support.checkout import EXAMPLES
from tests.support.remark_examples import example_answers
from tests.support.word_files import built, checked, example, reviewed

NAMES = sorted(file.stem for file in EXAMPLES.glob("*.yaml"))
NOT_COMPARED = {
    "question-is-order", "other-state", "note-twice", "note-doubled", "word-misspelt", "contact-in-text",
}  # fmt: skip
"""Codes whose example the small submission does not print, or in which it does not name its own State; codes
that need the keys of notes; codes that a draft does not have; contacts, since a Word file prints those of
the submitters too."""
OF_ONE_TEXT = [
    kind
    for kind in remark_types()
    if kind.example in ("recommendation", "question", "paragraph") and kind.code not in NOT_COMPARED
]


@pytest.mark.parametrize("name", NAMES)
def test_a_built_file_is_recognised_counted_alike_and_without_warnings(name: str, tmp_path: Path) -> None:
    draft = reviewed(example(name))
    check = checked(built(tmp_path, example(name)))
    serious = {remark.code for remark in check.remarks if remark.level != "note"}
    assert check.document == draft.resolved.document_type.id
    assert (check.words, check.length.notes) == (draft.length.words, draft.length.notes)
    assert serious - {remark.code for remark in draft.remarks} == set()


@pytest.mark.parametrize("text", ["bad", "good"])
@pytest.mark.parametrize("kind", OF_ONE_TEXT, ids=[kind.code for kind in OF_ONE_TEXT])
def test_a_fault_in_the_answers_is_a_fault_in_the_word_file(
    kind: RemarkType, text: str, tmp_path: Path
) -> None:
    answers = tmp_path / "example.yaml"
    values = example_answers(kind, getattr(kind, text))
    answers.write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    expected = {remark.code for remark in reviewed(answers).remarks}
    assert (kind.code in expected) == (text == "bad")
    check = checked(built(tmp_path, answers))
    assert (kind.code in {remark.code for remark in check.remarks}) == (text == "bad")
