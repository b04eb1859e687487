"""Remedies in the words of the interview: a row in the list of all answers, not a line of the file."""

from drafter.frozen import replaced
from drafter.model.remark import Remark
from drafter.review.facts import OLD, UNCHECKED
from drafter.review.sources import NOT_DATED

SET_MORE = "all answers (Ctrl-O; in plain mode =), Set more"
CHECKED_ROW = "Facts · checked"
"""The row in which all facts are marked as checked at once."""


def in_interview(remark: Remark) -> Remark:
    """Return *remark* with a remedy that names the row to change, where the remedy names the answers file."""
    remedy = _remedy(remark)
    return replaced(remark, remedy=remedy) if remedy else remark


def _remedy(remark: Remark) -> str:
    """Return the remedy of the interview, ``""`` if the remark's own has no word on the answers file."""
    key = str(remark.path[1]) if len(remark.path) > 1 else ""
    match remark.code:
        case UNCHECKED.code:
            first = remark.remedy.partition(" Then ")[0]
            return f"{first} Then mark them: {SET_MORE}, “{CHECKED_ROW}”."
        case OLD.code:
            return f"Give a newer one. If there is none, say so: {SET_MORE}, “{key} · old or still so”."
        case NOT_DATED.code:
            return f"Add the day: all answers (Ctrl-O; in plain mode =), “{key} · opened on”."
        case "locator-unconfirmed":
            return f"Look it up. If it is right, mark it: {SET_MORE}, “Paragraphs that you looked up”."
    return ""
