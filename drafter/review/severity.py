"""How grave a breach is, by how sure the rule is."""

from typing import Literal

from drafter.model.mechanism import Confidence

GRAVITY: dict[Confidence, Literal["error", "warning", "note"]] = {
    "high": "error",
    "medium": "warning",
    "low": "note",
    "unknown": "note",
}
"""A rule that is doubted stops nobody: the author is told to look it up."""
