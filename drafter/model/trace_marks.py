"""The marks around a printed value while its origin is traced, and how sentences are changed between them."""

import re
from collections.abc import Callable

from drafter.patterns import pattern

_FIRST = 0xF0000
MOST_PATHS = 0xFFFD
"""How many paths can be told apart: the characters of the first plane for private use."""
_START, _END = "\u2e22", "\u2e23"
"""Each mark begins and ends with a bracket, which Markdown reads as punctuation. So emphasis may begin or end
beside a mark as it may at the edge of a line."""
MARK = pattern(rf"(?:(?P<start>{_START})|{_END})(?P<number>[\U000f0000-\U000ffffd])[{_START}{_END}]")
"""A mark; the group ``start`` is empty at the end of a value."""


def start_mark(number: int) -> str:
    """Return the mark before a value whose path has this *number*."""
    return f"{_START}{chr(_FIRST + number)}{_START}"


def end_mark(number: int) -> str:
    """Return the mark after a value whose path has this *number*."""
    return f"{_END}{chr(_FIRST + number)}{_END}"


def path_number(mark: re.Match[str]) -> int:
    """Return the number of the path of *mark*."""
    return ord(mark["number"]) - _FIRST


def without_marks(text: str) -> str:
    """Return *text* without marks."""
    return text if text.isascii() else MARK.sub("", text)


def between_marks(text: str, change: Callable[[str], str]) -> str:
    """Return *text* with *change* applied to what is between the marks at its beginning and its end."""
    if text.isascii() or _START not in text:
        return change(text)
    marks = list(MARK.finditer(text))
    start = 0
    for mark in marks:
        if mark.start() != start:
            break
        start = mark.end()
    end = len(text)
    for mark in reversed(marks):
        if mark.end() != end or mark.start() < start:
            break
        end = mark.start()
    return f"{text[:start]}{change(text[start:end])}{text[end:]}"
