"""A recommendation as lists print it, ``140.7 Text (State) (State);``, taken apart into its pieces.

Brackets within the wording stay in it. Only brackets that contain nothing but names of States, and end a
recommendation, are its States.
"""

import re
from collections.abc import Iterator

from drafter.frozen import frozen
from drafter.imports.state_names import StateNames
from drafter.patterns import pattern

_NUMBER = pattern(r"\s*[-–]?\s*(\d{1,3}\s?\.\s?\d{1,3})(?![\d%])[.):]?(?:\s+|(?=[A-Z]))")
"""The number of a paragraph and of a recommendation within it. Files have ``115. 18`` and ``140.7.Text``."""
_PLAIN_NUMBER = pattern(r"\s*(\d{1,3})[.)]\s+(?=[A-Z])")
"""The number of the first cycle: ``12. Text``."""
_PARAGRAPH = pattern(r"\(?(\d{1,3})[.)]\s*(?=[A-Z“\"(\[])")
"""The number of a paragraph of a committee. The Index has ``4.The Committee``, without a space."""
_NEXT_PARAGRAPH = pattern(r"\n\s*\d{1,3}\.\s*(?=[A-Z])")
_SOURCE = pattern(r"\(?\bsource\s+of\s+(?:the\s+)?position\b", re.IGNORECASE)
_SYMBOL = pattern(r"\bA\s?/\s?HRC(?:\s?/\s?\d+){2}")
"""The symbol of a report. What follows it, ``/Add.1``, is the answer of the State, which numbers nothing."""
_BRACKETS = pattern(r"[()]")
_BETWEEN_BRACKETS = pattern(r"\s*(?:[,;&/]|\band\b)?\s*", re.IGNORECASE)
_END = pattern(r"[)\s]*;[\s*]*|[\s.;,)*†‡]*\Z")
"""What ends a recommendation after the brackets: a semicolon, or the end of the text with its marks."""
_FULL_STOP = pattern(r"\s*\.")
_ONLY_MARKS = pattern(r"[\s.;,)*†‡]*")
_FEWEST_LETTERS = 3


@frozen
class Wording:
    """One recommendation: its number, its official wording, and the States that made it."""

    number: str
    text: str
    states: tuple[str, ...]


class Unclear(Exception):
    """A text cannot be taken apart with certainty, for *reason*."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def wordings_in(text: str, names: StateNames) -> tuple[Wording, ...]:
    """Return the recommendations in *text*, in order. One without a number has that of the one before it.

    Raises Unclear if a recommendation does not end with States, or if it is not certain where one ends.
    """
    wordings: list[Wording] = []
    start, number = 0, ""
    for ending in _endings(text, names):
        own_number, wording = numbered(text[start : ending.start])
        number = own_number or number
        if sum(map(str.isalpha, wording)) < _FEWEST_LETTERS:
            raise Unclear("there is no text before the States")
        if ending.next is None:
            raise Unclear("a full stop follows States within the text, so drafter cannot see where it ends")
        wordings.append(Wording(number, wording.strip(), ending.states))
        start = ending.next
    if not wordings:
        raise Unclear("no State is in brackets at its end")
    if not _ONLY_MARKS.fullmatch(text, start):
        raise Unclear("more text follows after the last State in brackets")
    return tuple(wordings)


def numbered(text: str) -> tuple[str, str]:
    """Return the number at the head of *text* without spaces, and the text after it."""
    match = _NUMBER.match(text) or _PLAIN_NUMBER.match(text)
    return ("".join(match[1].split()), text[match.end() :]) if match else ("", text)


def numbered_paragraph(text: str) -> tuple[str, str]:
    """Return the number of the paragraph that a committee's *text* is, and the text after it.

    A heading before the number stays in the text, and so do the numbers of a text that has several.
    """
    match = _PARAGRAPH.match(text.lstrip())
    if match is None or _NEXT_PARAGRAPH.search(text):
        return "", text.strip()
    return match[1], text.lstrip()[match.end() :].strip()


def without_source(line: str) -> tuple[str, str | None]:
    """Return *line* up to the words "Source of position", and the symbol that follows them.

    The symbol is ``None`` if the line does not have these words, ``""`` if no symbol follows.
    """
    match = _SOURCE.search(line)
    if match is None:
        return line, None
    symbol = _SYMBOL.search(line, match.end())
    return line[: match.start()], "".join(symbol[0].split()) if symbol else ""


def without_states(text: str, names: StateNames) -> tuple[str, tuple[str, ...]]:
    """Return *text* without the States in brackets at its very end, and these States."""
    *_, last = (None, *_endings(text, names))
    if last is None or last.next is None or not _ONLY_MARKS.fullmatch(text, last.next):
        return text.strip(), ()
    return text[: last.start].strip(), last.states


@frozen
class _Ending:
    """The States in brackets that end a recommendation."""

    start: int
    next: int | None
    """Where the next recommendation begins; ``None`` if only a full stop follows."""
    states: tuple[str, ...]


def _endings(text: str, names: StateNames) -> Iterator[_Ending]:
    """Yield the States that end a recommendation, or may end it."""
    groups = list(_groups_of_states(text, names))
    index = 0
    while index < len(groups):
        start, end, states = groups[index]
        index += 1
        while index < len(groups) and _BETWEEN_BRACKETS.fullmatch(text, end, groups[index][0]):
            end, states = groups[index][1], states + groups[index][2]
            index += 1
        if match := _END.match(text, end):
            yield _Ending(start, match.end(), states)
        elif _FULL_STOP.match(text, end):
            yield _Ending(start, None, states)


def _groups_of_states(text: str, names: StateNames) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the brackets in *text* whose content is States, the outermost ones, in order.

    Where a closing bracket was forgotten, as in ``(Iran (Islamic Republic of);``, the name must be complete.
    """
    open_brackets: list[int] = []
    pairs: list[tuple[int, int, str]] = []
    closings: list[int] = []
    for match in _BRACKETS.finditer(text):
        position = match.start()
        if match[0] == "(":
            open_brackets.append(position)
        else:
            closings.append(position)
            if open_brackets:
                start = open_brackets.pop()
                pairs.append((start, position + 1, text[start + 1 : position]))
    for start in open_brackets[-_FORGOTTEN:]:
        pairs += [(start, end + 1, text[start + 1 : end + 1]) for end in closings if end > start][:_FORGOTTEN]
    reached = 0
    for start, end, content in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if start >= reached and (states := names.listed(content)):
            reached = end
            yield start, end, states


_FORGOTTEN = 3
"""Forgotten brackets that are looked at: with more, nobody could say what belongs together."""
