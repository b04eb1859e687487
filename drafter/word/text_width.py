"""A rough estimate of how wide text is on paper, for column widths and for the running title."""

from functools import cache
from unicodedata import east_asian_width

_NARROW = frozenset("fijlrtI.,:;'’‘!|()[]{}/\\- \u00a0")
_WIDE = frozenset("mwMW@%&—…")


def width_in_ems(text: str) -> float:
    """Return the width of *text* in ems, as in Times. Arial is an eighth wider, so leave some room."""
    return sum(map(_character_width, text))


@cache
def _character_width(character: str) -> float:
    if east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.29
    if character in _WIDE:
        return 0.85
    return 0.68 if character.isupper() else 0.47
