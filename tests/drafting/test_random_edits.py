"""Random edits of a Word file: nothing is lost, and taking them over twice is taking them over once."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.answers.changes import applied
from drafter.answers.older_files import upgrades
from drafter.drafting.composing import compose_draft
from drafter.drafting.merging.building import Builder, texts_of
from drafter.drafting.merging.lines import lines_of_document
from drafter.drafting.merging.merge import Merge
from drafter.drafting.resolve import resolve
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.node import Tree
from drafter.text_file import read_file
from drafter.yaml_text import read_yaml
from tests.support.checkout import EXAMPLES
from tests.support.random_edits import randomly_edited, with_numbers_of_notes, without_paragraph_numbers
from tests.support.script import LIBRARY

NAMES = sorted(file.stem for file in EXAMPLES.glob("*.yaml"))


@cache
def _example(name: str) -> tuple[Tree, Document]:
    """Return the saved answers of an example, and its document as it is read from a Word file."""
    file = Path(EXAMPLES / f"{name}.yaml")
    tree = read_yaml(read_file(file), str(file))
    tree = applied(tree, upgrades(tree))
    draft = compose_draft(resolve(Answers.model_validate(tree), LIBRARY))
    return tree, with_numbers_of_notes(draft.document)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_that_nobody_edited_has_no_edits(name: str) -> None:
    tree, document = _example(name)

    assert Merge(tree, document, LIBRARY).edits == ()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.integers(0, 10**9), st.integers(1, 4))
def test_nothing_of_random_edits_is_lost(name: str, seed: int, count: int) -> None:
    tree, document = _example(name)
    random, edited = Random(seed), document
    for _ in range(count):
        edited = randomly_edited(edited, random)

    merge = Merge(tree, edited, LIBRARY)
    merged = merge.merge(merge.edits)

    built = Builder(LIBRARY).built(merged.tree)
    shown = without_paragraph_numbers("\n".join(difference.edited for difference in merged.differences))
    texts = [text for line in lines_of_document(edited) for text in texts_of([line], None) if text]
    wanted = list(map(without_paragraph_numbers, texts))
    plain = {text.replace("*", "") for text in built.lines}
    lost = [text for text in wanted if text.replace("*", "") not in plain and text not in shown]
    assert [text for text in lost if text.replace("*", "") not in shown.replace("*", "")] == []

    again = Merge(merged.tree, edited, LIBRARY)
    assert again.merge(again.edits).changes == ()
