"""Pieces of a text: where a word was found, and what is quoted."""

import re
from collections.abc import Iterable
from functools import lru_cache
from re import Pattern

from drafter.frozen import frozen
from drafter.patterns import pattern

_ASIDES = pattern(
    r"“[^”\n]{1,800}”|‘[^‘\n]{1,300}?’(?!\w)|«[^»\n]{1,800}»|\"[^\"\n]{1,800}\""
    r"|(?<![\w'])'(?=\S)[^'\n]{1,200}?(?<=\S)'(?!\w)"  # straight marks, and no apostrophe
    r"|(?<![*\w])\*(?![*\s])[^*\n]{1,400}?(?<!\s)\*(?![*\w])"
    r"|(?<![_\w])_(?![_\s])[^_\n]{1,400}?(?<!\s)_(?![_\w])"
    r"|^>[^\n]*|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|`[^`\n]*`",
    re.MULTILINE,
)
"""Quotations in the marks of several languages, italics, quoted lines, web and e-mail addresses, code."""

_WORD_START = pattern(r"(?<![\w-])\w")
_TEXTS = 16
"""Texts whose spans are kept: several checks, one after the other, ask for those of the same text."""


@frozen
class TextHit:
    """Words of a text and their position."""

    text: str
    start: int
    end: int


def blanked(text: str, asides: Pattern[str]) -> str:
    """Return *text* with a space for each letter of what *asides* finds, so that positions stay the same."""
    return asides.sub(lambda match: " " * len(match[0]), text)


def asides(text: str, names: Iterable[str] = ()) -> list[tuple[int, int]]:
    """Return the spans of *text* that are not its author's own words: quotations, addresses, *names*."""
    spans = [*_quoted(text)]
    for name in names:
        if name and name in text:
            spans += [match.span() for match in re.finditer(re.escape(name), text)]
    return spans


@lru_cache(maxsize=_TEXTS)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of quotations, addresses and code in *text*."""
    return tuple(match.span() for match in _ASIDES.finditer(text))


@lru_cache(maxsize=_TEXTS)
def word_starts(text: str) -> tuple[int, ...]:
    """Return the positions in *text* at which a word begins; one after a hyphen begins none."""
    return tuple(match.start() for match in _WORD_START.finditer(text))


def overlaps(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether *span* and one of *spans* have a letter in common."""
    return any(span[0] < end and start < span[1] for start, end in spans)
