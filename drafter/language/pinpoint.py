"""The part of a document that a note cites, as data: article 9, paragraph 35. A Language prints it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
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

_SEPARATOR = pattern(r", ?| and ")
_DIGITS = pattern(r"(\d+)")
_ROMAN = ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)", "(xi)", "(xii)")


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


def number_groups(pinpoints: Iterable[Pinpoint]) -> list[tuple[str, list[str]]]:
    """Return the numbers of *pinpoints*, each with those of its parts that are cited.

    In ascending order: articles 12 (2) (c), 9 and 12 (1) are ``("9", [])``, ``("12", ["(1)", "(2) (c)"])``.
    Numbers that do not begin with a digit, such as guideline II.1, keep their order.
    """
    numbers = list(dict.fromkeys(number for pinpoint in pinpoints for number in _separate(pinpoint.number)))
    if all(number[:1].isdigit() for number in numbers):
        numbers.sort(key=_by_value)
    groups: list[tuple[str, list[str]]] = []
    for _, same in groupby(numbers, lambda number: number.partition(" ")[0]):
        together = [number.split() for number in same]
        shared = _shared_beginning(together)
        parts = [" ".join(words[shared:]) for words in together]
        if set(parts) <= set(_ROMAN):
            parts.sort(key=_ROMAN.index)
        if all(parts):
            groups.append((" ".join(together[0][:shared]), parts))
        else:  # the article as a whole, and perhaps also a part of it
            groups += [(" ".join(words), []) for words in together]
    return groups


def _shared_beginning(together: Sequence[Sequence[str]]) -> int:
    """Return how many words at their beginning *together* have in common."""
    shared = 0
    for words in zip(*together, strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    return shared


def _separate(number: str) -> list[str]:
    """Return each number of ``20, 22 and 30–32``, or the whole if a part has no number: ``2 (a) and (b)``."""
    numbers = _SEPARATOR.split(number)
    return numbers if all(part[:1].isdigit() for part in numbers) else [number]


def _by_value(number: str) -> list[tuple[int, str]]:
    """Return *number* as a key for sorting, so that 9 comes before 12."""
    return [(int(part) if part.isdecimal() else 0, part) for part in _DIGITS.split(number) if part]


def read_pinpoint(text: str) -> Pinpoint:
    """Return the pinpoint that a library file writes as *text*: ``art. 9``, ``paras. 20–23``.

    Text without a kind and a number, such as ``preamble``, has the kind "words".
    """
    match = _PINPOINT.fullmatch(text)
    return Pinpoint(_NOTATION[match[1]], match[2]) if match else Pinpoint("words", text)
