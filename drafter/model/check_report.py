"""The report of a check, as ``drafter check --json`` prints it. ``drafter schema --report`` describes it."""

from typing import Literal

from drafter.model.base import Value
from drafter.model.remark import Family, Level

REPORT_FORMAT = 1
"""The version of this format. A later one may add keys without a new version."""


class ReportedRemark(Value):
    """A remark on a file."""

    code: str
    """The code of the rule. It is never renamed."""
    family: Family | None
    level: Level
    place: str
    """Where it is, in the words of the screen."""
    path: str
    """The path of the answer, such as ``themes.0.own.1``, as a waiver names it; empty if no single answer is
    the cause."""
    text: str
    remedy: str
    waived: str | None
    """The author's reason for leaving it as it is; null if nobody has waived it."""


class Summary(Value):
    """How many remarks a file has. Waived ones count only as waived."""

    errors: int
    warnings: int
    notes: int
    waived: int


class FileReport(Value):
    """A file, with the remarks on it."""

    file: str
    kind: Literal["answers", "word"]
    document: str | None
    """The document that it was checked as, such as ``upr/joint``."""
    words: int | None
    """The words that count towards the limit; null if the file cannot be read."""
    limit: int | None
    """The word limit; null if none is known."""
    library_share: float | None
    """The part of the words that comes from the library, from 0 to 1; null if it is not known."""
    own_share: float | None
    """The part that the author wrote, from 0 to 1. The rest is headings, names and set phrases."""
    remarks: tuple[ReportedRemark, ...]
    summary: Summary


class Tool(Value):
    """The program that checked the files."""

    name: Literal["drafter"]
    version: str


class CheckReport(Value):
    """The report of a check."""

    format: Literal[1]
    tool: Tool
    files: tuple[FileReport, ...]
