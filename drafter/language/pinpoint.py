"""The part of a document that a note cites, as data: article 9, paragraph 35. A Language prints it."""

from typing import Literal

from drafter.frozen import frozen
from drafter.patterns import pattern

PinpointKind = Literal["article", "paragraph", "page", "guideline", "rule", "chapter", "words"]

_NOTATION: dict[str, PinpointKind] = {
    "art": "article",
    "arts": "article",
    "para": "paragraph",
    "paras": "paragraph",
    "p": "page",
    "pp": "page",
    "guideline": "guideline",
    "guidelines": "guideline",
    "rule": "rule",
    "rules": "rule",
    "chap": "chapter",
    "chaps": "chapter",
}
"""The kinds as the library's files write them, in any language of the document."""
_PINPOINT = pattern(rf"({'|'.join(_NOTATION)})\.? (.*\d.*|[IVXL]+\b.*)")
_RANGE = pattern(r"(?<=\d)(?: ?[-‐‑−] ?| – )(?=\d)")
"""Finds the hyphen or spaced dash of a range."""
_PLURAL = pattern(r"–|\d-(?=\d)|, ?(?=\d)|\band (?=\d)")


@frozen
class Pinpoint:
    """A part of a document: its kind and its number."""

    kind: PinpointKind
    number: str
    """The number in the document itself: ``12 (2) (c)``, ``20–23``. For the kind "words", the words."""

    @property
    def is_plural(self) -> bool:
        """Whether it covers more than one article, paragraph or rule."""
        return bool(_PLURAL.search(self.number))


def with_range_dash(text: str) -> str:
    """Return *text* with the en dash of a range in place of a hyphen between two digits: ``25–26``."""
    return _RANGE.sub("–", text)


def read_pinpoint(text: str) -> Pinpoint:
    """Return the pinpoint that a library file writes as *text*: ``art. 9``, ``paras. 20–23``.

    Text without a kind and a number, such as ``preamble``, has the kind "words".
    """
    match = _PINPOINT.fullmatch(text)
    return Pinpoint(_NOTATION[match[1]], match[2]) if match else Pinpoint("words", text)
