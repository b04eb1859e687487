"""Every example builds: the file equals its golden outline, keeps the rules, and is the same each time."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.drafting.word_file import build_file, look_content
from drafter.word.write import write_document
from tests.support.checkout import EXAMPLES
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

OPEN = re.compile(r"^# open:(.*)$", re.MULTILINE)
"""The line in which an example announces the errors that it leaves open."""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], tuple[ReviewedDraft, bytes]]:
    """Return a function that returns the draft and the Word file of an example, each made once."""
    made: dict[Path, tuple[ReviewedDraft, bytes]] = {}

    def get(example: Path) -> tuple[ReviewedDraft, bytes]:
        if example not in made:
            draft = draft_file(example)
            made[example] = draft, write_document(draft.draft.document, look_content(draft))
        return made[example]

    return get


Work = Callable[[Path], tuple[ReviewedDraft, bytes]]


def test_the_examples_folder_is_not_empty() -> None:
    assert list(EXAMPLES.glob("*.yaml"))


def test_the_word_file_equals_its_golden_outline(
    example: Path, work: Work, golden: Callable[[str, str], None]
) -> None:
    golden(f"{example.stem}.txt", outline(work(example)[1]))


def test_the_word_file_keeps_every_invariant(example: Path, work: Work) -> None:
    assert invariants(work(example)[1]) == []


def test_each_note_mark_has_its_note(example: Path, work: Work) -> None:
    draft, data = work(example)
    parts = read(data)
    kind = draft.draft.document.layout.notes.removesuffix("s")
    marks = list(tree(parts, "word/document.xml").iter(f"{W}{kind}Reference"))
    notes = [
        note for note in tree(parts, f"word/{kind}s.xml").iter(f"{W}{kind}") if note.get(f"{W}type") is None
    ]
    assert len(marks) == len(notes) == len(draft.draft.document.notes)


def test_it_is_under_its_limit(example: Path, work: Work) -> None:
    length = work(example)[0].length
    assert length.words > 0
    assert length.limit is None or length.words <= length.limit, str(length)


def test_only_the_errors_that_the_example_announces_are_open(example: Path, work: Work) -> None:
    """An example that leaves something open names the codes of the remarks: ``# open: gap, over-limit``."""
    announced = {
        code.strip()
        for line in OPEN.findall(example.read_text(encoding="utf-8"))
        for code in line.split(",")
        if code.strip()
    }
    codes = {remark.code for remark in work(example)[0].errors}
    assert codes == announced, "\n".join(str(remark) for remark in work(example)[0].errors)


def test_no_example_gets_a_warning(example: Path, work: Work) -> None:
    warnings = [str(remark) for remark in work(example)[0].remarks if remark.level == "warning"]
    assert warnings == []


@pytest.fixture(scope="module")
def built_by_processes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return two folders with the working copy of every example, each from a process of its own.

    Sets have a different order in each process.
    """
    folders = []
    for seed in ("1", "2"):
        folder = tmp_path_factory.mktemp(f"seed-{seed}")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "drafter", "build", "--comments", "all", "-o", str(folder)),
                *map(str, EXAMPLES.glob("*.yaml")),
            ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        folders.append(folder)
    return folders


def test_the_command_writes_the_same_bytes_each_time(
    example: Path, built_by_processes: list[Path], tmp_path: Path
) -> None:
    """Two other processes, each with another order of sets, and this one."""
    files = [(folder / f"{example.stem}.docx").read_bytes() for folder in built_by_processes]
    here = build_file(example, tmp_path / "here.docx", comments="all").target
    assert files == [here.read_bytes()] * 2


def test_a_build_without_comments_is_the_document_alone(example: Path, work: Work, tmp_path: Path) -> None:
    target = build_file(example, tmp_path / "plain.docx", comments="none").target
    assert target.read_bytes() == work(example)[1]
