"""A place in a document that is cited, as data: article 9, paragraph 35. A Language prints it."""

from typing import Literal

from drafter.frozen import frozen
from drafter.patterns import pattern

PinpointKind = Literal["article", "paragraph", "guideline", "rule", "chapter", "words"]

_NOTATION: dict[str, PinpointKind] = {
    "art": "article",
    "arts": "article",
    "para": "paragraph",
    "paras": "paragraph",
    "guideline": "guideline",
    "guidelines": "guideline",
    "rule": "rule",
    "rules": "rule",
    "chap": "chapter",
    "chaps": "chapter",
}
"""How the library's files write the kinds, whatever language a document is printed in."""
_WRITTEN = pattern(rf"({'|'.join(_NOTATION)})\.? (.*\d.*|[IVXL]+\b.*)")
_SEVERAL = pattern(r"–|\d-(?=\d)|, ?(?=\d)|\band (?=\d)")


@frozen
class Pinpoint:
    """A place in a document: what kind of place it is, and its number there."""

    kind: PinpointKind
    number: str
    """As the document itself numbers it: ``12 (2) (c)``, ``20–23``. For "words", the words themselves."""

    @property
    def is_several(self) -> bool:
        """Whether it is more than one article, paragraph or rule."""
        return bool(_SEVERAL.search(self.number))


def read_pinpoint(text: str) -> Pinpoint:
    """Return the place that a library file cites: ``art. 9``, ``paras. 20–23``, ``guideline II.1``.

    What has no kind and number, such as ``preamble``, is a place in words.
    """
    match = _WRITTEN.fullmatch(text)
    return Pinpoint(_NOTATION[match[1]], match[2]) if match else Pinpoint("words", text)
