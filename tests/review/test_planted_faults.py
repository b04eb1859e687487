"""Thirty faults planted in a sound submission get thirty remarks: each its own, and nothing else."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from drafter.answers.paths import dotted
from drafter.drafting.pipeline import draft_file
from drafter.model.remark import Remark
from tests.support.planted_faults import FAULTS, Answers, Fault, planted, sound_answers, write
from tests.support.script import LIBRARY

TODAY = date(2025, 3, 20)
"""A few days after the submission was signed."""
PRACTICE = "state-fictional"
"""The note on a State for practice, which the sound submission has too."""


def remarks(answers: Answers, folder: Path) -> list[Remark]:
    """Return the remarks on *answers*, without the note on the State for practice."""
    draft = draft_file(write(answers, folder), library=LIBRARY, today=TODAY)
    return [remark for remark in draft.remarks if remark.code != PRACTICE]


def test_the_sound_submission_has_no_remark(tmp_path: Path) -> None:
    assert remarks(sound_answers(), tmp_path) == []


def test_there_are_thirty_different_faults() -> None:
    assert len({fault.code for fault in FAULTS}) == len(FAULTS) == 30


@pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.code) for fault in FAULTS])
def test_a_fault_gets_its_remark_and_no_other(fault: Fault, tmp_path: Path) -> None:
    [remark] = remarks(planted(fault), tmp_path)
    assert remark.code == fault.code
    assert fault.where in f"{dotted(remark.path)} {remark.place} {remark.text}"
    assert remark.text


def test_all_thirty_together_get_exactly_their_remarks(tmp_path: Path) -> None:
    found = Counter(remark.code for remark in remarks(planted(*FAULTS), tmp_path))
    assert found == Counter(fault.code for fault in FAULTS)
