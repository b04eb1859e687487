"""Private files beside answers files, tied to them as the interview ties them."""

from pathlib import Path
from typing import Any

from drafter.answers.load import read_answers
from drafter.privacy.private_file import PrivateFile, read_private

PRIVATE_ID = "0123456789ab"
"""The id that ties the private files of the tests to their answers."""
TIED = f"private_id: '{PRIVATE_ID}'\n"
"""The line that both files have."""


def private_of(answers: Path) -> PrivateFile:
    """Return the private file of *answers* as a build reads it."""
    known, _ = read_answers(answers)
    return read_private(answers, known.private_id, {key: case.pseudonym for key, case in known.cases.items()})


def secrets_of(answers: Path) -> dict[str, Any]:
    """Return the secrets in the private file of *answers*, by case."""
    return {key: dict(case) for key, case in private_of(answers).secrets.items()}
