"""Text pasted from elsewhere becomes the Markdown that its author sees in it.

Markdown alone would take "14. In 2023 …" for an item and "•" for a letter. Here:

- paragraphs that are numbered one after the other, with blank lines between them or from a number above 1,
  come from an earlier document: they stay paragraphs, without their numbers;
- any other number at the beginning of a paragraph is text: "1986. was the year …";
- lines below each other that begin with bullets, dashes or letters are a list.

What has none of these marks is returned letter for letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.frozen import frozen
from drafter.markup.line_marks import Mark, mark_of, number_as_text
from drafter.markup.pasted_lists import listed
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_LINE_BREAKS = str.maketrans(dict.fromkeys("\x0b\x85\u2028", "  \n"))
_ALONE = pattern(r"^([ \t]{0,3}\d{1,9}|[ \t]{0,3}(?=[-*+]))([.)*+-])(?=[ \t]*$)", re.MULTILINE)
"""A number or a sign alone on its line: Markdown would make an item without text of it."""
_PARAGRAPH_BREAKS = str.maketrans(dict.fromkeys("\x0c\u2029", "\n\n"))


@frozen
class Pasted:
    """A long text as Markdown, and what was made of it."""

    text: str
    numbers: tuple[tuple[int, int], ...] = ()
    """The first and the last number of each series of paragraphs whose numbers were left out."""
    listed: tuple[str, ...] = ()
    """The first mark of each kind, of lines that became lists."""


@dataclass(eq=False, slots=True)
class _Entry:
    """Lines that belong together, with the number at their beginning."""

    number: int | None
    lines: list[str]
    group: int
    """Which run of lines without a blank one between them the entry stands in."""
    role: str = ""
    """``paragraph``: its number goes; ``text``: its number is text; otherwise it is left to Markdown."""


def read_pasted(text: str) -> Pasted:
    """Return *text*, typed or pasted as a long answer, as Markdown."""
    text = strip_xml_illegal(text.translate(_LINE_BREAKS).translate(_PARAGRAPH_BREAKS))
    text = _ALONE.sub(r"\1\\\2", text)
    entries = list(_entries(text.split("\n")))
    numbered = [one for one in entries if one.number is not None]
    series = [_decide(run, entries) for run in _runs(numbered)]
    if any(one.role for one in numbered):
        text = "\n".join(_written(entries))
    text, marks = listed(text)
    return Pasted(text, tuple(one for one in series if one), marks)


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    """Yield the entries of the text: a number at the beginning of a line begins one, where it counts."""
    group = 0
    entry = _Entry(None, [], group)
    for at, line in enumerate(lines):
        number = _number(line)
        if not line.strip():
            group += 1
        fresh = not entry.lines or not entry.lines[-1].strip()
        if number is not None and (fresh or _counts_on(lines, at, entry, number)):
            yield entry
            entry = _Entry(number, [line], group)
        elif line.strip() and fresh and entry.lines:
            yield entry
            entry = _Entry(None, [line], group)
        else:
            entry.lines.append(line)
    yield entry


def _counts_on(lines: Sequence[str], at: int, entry: _Entry, number: int) -> bool:
    """Return whether the number of line *at*, within a group, counts: or would, as Markdown reads it."""
    if any(map(mark_of, entry.lines)):
        return True  # below an item, Markdown takes any number for that of another item
    following = (_number(line) for line in lines[at + 1 :])
    return next((one for one in following if one is not None), None) == number + 1


def _number(line: str) -> int | None:
    """Return the number with which *line* begins, where Markdown would take it for that of an item."""
    mark = _native_number(line)
    return None if mark is None else int(mark.label)


def _native_number(line: str) -> Mark | None:
    mark = mark_of(line)
    return mark if mark is not None and mark.native and mark.ordered else None


def _runs(numbered: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Yield the numbered entries in runs that count up by one, or stay at 1 as in a list of Markdown."""
    run: list[_Entry] = []
    for entry in numbered:
        if run and not _goes_on(run[-1], entry):
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _goes_on(last: _Entry, entry: _Entry) -> bool:
    """Return whether *entry* has the number after that of *last*, or both have 1 in one list."""
    same = entry.number == last.number == 1 and entry.group == last.group
    return same or entry.number == (last.number or 0) + 1


def _decide(run: Sequence[_Entry], entries: Sequence[_Entry]) -> tuple[int, int] | None:
    """Set what becomes of the entries of *run*; return first and last number of a series that was pasted."""
    first, last = run[0], run[-1]
    if len(run) == 1:
        first.role = "text"
        return None
    if first.number == 1 and (run[1].group == first.group or _is_markdown(run, entries)):
        return None
    for entry in run:
        entry.role = "paragraph"
    return first.number or 0, last.number or 0


def _is_markdown(run: Sequence[_Entry], entries: Sequence[_Entry]) -> bool:
    """Return whether paragraphs are indented below the items, as only an author of Markdown writes."""
    begin, end = entries.index(run[0]), entries.index(run[-1])
    return any(
        one.number is None and one.lines[0].startswith(("  ", "\t")) for one in entries[begin : end + 2]
    )


def _written(entries: Sequence[_Entry]) -> Iterator[str]:
    """Yield the lines of the text again, numbers dropped or made text where that was decided."""
    before: _Entry | None = None
    for entry in entries:
        first, *rest = entry.lines or [""]
        mark = _native_number(first)
        if entry.role == "paragraph" and mark is not None:
            if before is not None and before.lines and before.lines[-1].strip():
                yield ""
            yield mark.text
        elif entry.role == "text" and mark is not None:
            yield number_as_text(first)
        elif entry.lines:
            yield first
        yield from rest
        before = entry
