"""The level of a remark on a broken rule, by the confidence in that rule."""

from drafter.model.mechanism import Confidence
from drafter.model.remark import Level as Level

LEVEL_BY_CONFIDENCE: dict[Confidence, Level] = {
    "high": "error",
    "medium": "warning",
    "low": "note",
    "unknown": "note",
}
"""Only a rule of high confidence stops a final build. For a doubtful one, the author is asked to check it."""
