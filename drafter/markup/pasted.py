"""Text pasted from another document becomes the Markdown that its author has in mind.

Markdown alone would read "14. In 2023 …" as a list item and "•" as a letter. Here:

- Paragraphs with consecutive numbers, if blank lines separate them or the first number is above 1, come from
  an earlier document: they stay paragraphs and lose their numbers.
- Any other number at the beginning of a paragraph is text: "1986. was the year …".
- Consecutive lines that begin with bullets, dashes or letters are a list.

Text without any of these marks is returned unchanged.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.frozen import frozen
from drafter.markup.line_marks import LineMark, escape_number, line_mark
from drafter.markup.pasted_lists import convert_lists
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_LINE_BREAKS = str.maketrans(dict.fromkeys("\x0b\x85\u2028", "  \n"))
_PARAGRAPH_BREAKS = str.maketrans(dict.fromkeys("\x0c\u2029", "\n\n"))
_BARE_MARK = pattern(r"^([ \t]{0,3}\d{1,9}|[ \t]{0,3}(?=[-*+]))([.)*+-])(?=[ \t]*$)", re.MULTILINE)
"""A number or bullet alone on its line, which Markdown would read as an item without text."""


@frozen
class PastedText:
    """A long answer as Markdown, and what was changed in it."""

    text: str
    number_ranges: tuple[tuple[int, int], ...] = ()
    """The first and last number of each series of paragraphs that lost their numbers."""
    list_marks: tuple[str, ...] = ()
    """The first mark of each kind in lines that became lists."""


@dataclass(eq=False, slots=True)
class _Entry:
    """Consecutive lines, and the number with which the first one begins."""

    number: int | None
    lines: list[str]
    group: int
    """Counts the groups of lines between blank ones."""
    treatment: Literal["", "drop", "escape"] = ""
    """What happens to the number; empty: Markdown reads it."""


def read_pasted(text: str) -> PastedText:
    """Return the long answer *text*, typed or pasted, as Markdown."""
    text = strip_xml_illegal(text.translate(_LINE_BREAKS).translate(_PARAGRAPH_BREAKS))
    text = _BARE_MARK.sub(r"\1\\\2", text)
    entries = list(_entries(text.split("\n")))
    numbered = [entry for entry in entries if entry.number is not None]
    ranges = [_treat_series(series, entries) for series in _series(numbered)]
    if any(entry.treatment for entry in numbered):
        text = "\n".join(_treated_lines(entries))
    text, list_marks = convert_lists(text)
    return PastedText(text, tuple(dropped for dropped in ranges if dropped), list_marks)


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    """Yield the entries of the text. A paragraph begins one, and so does a line with a list number."""
    group = 0
    entry = _Entry(None, [], group)
    for index, line in enumerate(lines):
        number = _number(line)
        if not line.strip():
            group += 1
        begins_paragraph = not entry.lines or not entry.lines[-1].strip()
        if number is not None and (begins_paragraph or _is_list_number(lines, index, entry, number)):
            yield entry
            entry = _Entry(number, [line], group)
        elif line.strip() and begins_paragraph and entry.lines:
            yield entry
            entry = _Entry(None, [line], group)
        else:
            entry.lines.append(line)
    yield entry


def _is_list_number(lines: Sequence[str], index: int, entry: _Entry, number: int) -> bool:
    """Return whether the *number* within a paragraph, on line *index*, belongs to a list."""
    if any(map(line_mark, entry.lines)):
        return True  # below an item, Markdown reads any number as the beginning of another item
    numbers_below = (_number(line) for line in lines[index + 1 :])
    return next((below for below in numbers_below if below is not None), None) == number + 1


def _number(line: str) -> int | None:
    """Return the number at the beginning of *line*, if Markdown would read it as that of an item."""
    mark = _native_number(line)
    return None if mark is None else int(mark.label)


def _native_number(line: str) -> LineMark | None:
    mark = line_mark(line)
    return mark if mark is not None and mark.native and mark.ordered else None


def _series(numbered: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the numbered entries in series that count up by one, or stay at 1 as Markdown lists may."""
    series: list[_Entry] = []
    for entry in numbered:
        if series and not _continues(series[-1], entry):
            yield series
            series = []
        series.append(entry)
    if series:
        yield series


def _continues(last: _Entry, entry: _Entry) -> bool:
    """Return whether *entry* has the number after that of *last*, or both have 1 in one group."""
    same = entry.number == last.number == 1 and entry.group == last.group
    return same or entry.number == (last.number or 0) + 1


def _treat_series(series: Sequence[_Entry], entries: Sequence[_Entry]) -> tuple[int, int] | None:
    """Set the treatment of a series; return its first and last number if the numbers are dropped."""
    first, last = series[0], series[-1]
    if len(series) == 1:
        first.treatment = "escape"
        return None
    if first.number == 1 and (series[1].group == first.group or _is_markdown(series, entries)):
        return None
    for entry in series:
        entry.treatment = "drop"
    return first.number or 0, last.number or 0


def _is_markdown(series: Sequence[_Entry], entries: Sequence[_Entry]) -> bool:
    """Return whether paragraphs below the items are indented, as only an author of Markdown does."""
    begin, end = entries.index(series[0]), entries.index(series[-1])
    return any(
        entry.number is None and entry.lines[0].startswith(("  ", "\t")) for entry in entries[begin : end + 2]
    )


def _treated_lines(entries: Sequence[_Entry]) -> Iterator[str]:
    """Yield the lines of the text, with numbers dropped or escaped."""
    previous: _Entry | None = None
    for entry in entries:
        first, *rest = entry.lines or [""]
        mark = _native_number(first)
        if entry.treatment == "drop" and mark is not None:
            if previous is not None and previous.lines and previous.lines[-1].strip():
                yield ""
            yield mark.text
        elif entry.treatment == "escape" and mark is not None:
            yield escape_number(first)
        elif entry.lines:
            yield first
        yield from rest
        previous = entry
