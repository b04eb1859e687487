"""What ``drafter import --json`` prints. ``drafter schema --imported`` describes it."""

from typing import Literal

from drafter.model.base import Value
from drafter.model.check_report import Tool
from drafter.model.imported import Position

IMPORT_FORMAT = 1
"""The version of this format. A later one may add keys without a new version."""


class RecognisedFile(Value):
    """What the file was recognised as. What its head does not say is empty."""

    format: str
    country: str
    body: str
    document: str
    session: str
    encoding: str
    """The encoding of a text file, such as ``utf-8``."""
    unused: tuple[str, ...]
    """Columns that were not read, because their names mean nothing to drafter."""


class ReportedRecommendation(Value):
    """A recommendation or a concern, with its texts as they are in the file."""

    text: str
    country: str
    body: str
    document: str
    number: str
    states: tuple[str, ...]
    position: Position
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    goals: tuple[str, ...]
    date: str
    kind: Literal["recommendation", "concern"]
    session: str
    key: str
    source: str


class UnreadRow(Value):
    """A row that was not read."""

    source: str
    reason: str
    remedy: str
    excerpt: str


class ImportedCounts(Value):
    """How many rows were read, whether they are shown or not."""

    recommendations: int
    concerns: int
    unread: int
    positions: dict[str, int]
    """Recommendations by position; the empty position is left out."""


class ReportedFault(Value):
    """Why the file could not be read to its end."""

    file: str
    place: str
    fault: str
    remedy: str


class ImportReport(Value):
    """A file that was read. With --search or --state, only what they choose is in ``recommendations``."""

    format: Literal[1]
    tool: Tool
    file: str
    recognised: RecognisedFile
    recommendations: tuple[ReportedRecommendation, ...]
    unread: tuple[UnreadRow, ...]
    """The first thousand rows that were not read. ``counts`` has their number."""
    counts: ImportedCounts
    faults: tuple[ReportedFault, ...]
    """Empty if the file was read to its end."""
