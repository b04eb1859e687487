"""What ``drafter merge --json`` prints. ``drafter schema --merged`` describes it."""

from typing import Literal

from drafter.model.base import Value
from drafter.model.check_report import Tool

MERGE_FORMAT = 1
"""The version of this format. A later one may add keys without a new version."""


class ReportedEdit(Value):
    """An edit that somebody made in the Word file."""

    kind: Literal["changed", "added", "deleted", "moved", "note"]
    origin: str
    """What of the answers it concerns, in words; empty for the words of the template."""
    path: str
    """The path of that in the answers file, such as ``themes.0.own.1``; empty for a new text."""
    before: str
    after: str
    result: Literal["found", "taken", "left"]
    """``found``: only listed. ``taken``: it is in the answers now. ``left``: no answer can hold it."""


class ReportedDifference(Value):
    """Lines that the answers build otherwise than the Word file has them."""

    answers: str
    file: str


class ReportedComment(Value):
    """A comment in the Word file."""

    quoted: str
    text: str


class MergeReport(Value):
    """An edited Word file, compared with its answers."""

    format: Literal[1]
    tool: Tool
    answers: str
    file: str
    edits: tuple[ReportedEdit, ...]
    differences: tuple[ReportedDifference, ...]
    """Empty if nothing was taken over yet."""
    comments: tuple[ReportedComment, ...]
    names_hidden: int
    """How many real names were replaced by the pseudonym before anything was saved."""
