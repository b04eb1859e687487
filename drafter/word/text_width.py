"""How wide words are on paper, roughly: enough to choose a column's width and to cut a running title."""

from functools import cache
from unicodedata import east_asian_width

_NARROW = frozenset("fijlrtI.,:;'’‘!|()[]{}/\\- \u00a0")
_WIDE = frozenset("mwMW@%&—…")


def ems(text: str) -> float:
    """Return the width of *text* in ems, as in Times. Arial is an eighth wider: leave room for it."""
    return sum(map(_ems, text))


@cache
def _ems(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW:
        return 0.29
    if letter in _WIDE:
        return 0.85
    return 0.68 if letter.isupper() else 0.47
