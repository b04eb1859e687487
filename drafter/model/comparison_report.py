"""The report of ``drafter compare --json``. ``drafter schema --compared`` describes it."""

from typing import Literal

from drafter.model.base import Value


class ComparedPiece(Value):
    """A piece of text that both versions have, or only one."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


class ReportedChange(Value):
    """A change from the old to the new version."""

    action: Literal["changed", "added", "deleted", "moved"]
    what: Literal["heading", "paragraph", "item", "table", "row", "page", "note"]
    place: str
    """Where it is, in the words of the screen."""
    old_place: str | None
    """Of what was moved: where it was."""
    kind: str | None
    """How its kind changed, such as ``heading 2 → text``; null if it did not."""
    pieces: tuple[ComparedPiece, ...]


class ComparisonReport(Value):
    """The changes between two versions."""

    format: Literal[1]
    """The version of this format. A later one may add keys without a new version."""
    old: str
    new: str
    written: str | None
    """The Word file with tracked changes, if one was written."""
    same: bool
    changes: tuple[ReportedChange, ...]
