"""Replacing parts of a PDF, with its table of objects brought up to date."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

from drafter.patterns import pattern

_START = pattern(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = pattern(rb"xref\r?\n0 (\d+)\r?\n")
_ENTRY_LENGTH, _OFFSET_LENGTH = 20, 10


class Edit(NamedTuple):
    """The bytes from *start* to *end* are replaced by *new*."""

    start: int
    end: int
    new: bytes


def has_plain_table(data: bytes) -> bool:
    """Return whether the PDF *data* has one table of objects, not compressed, as ``apply_edits`` needs."""
    return _table_start(data) >= 0 and data.count(b"startxref") == 1


def apply_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the PDF *data* with *edits*, which do not overlap, and every object found at its new offset."""
    ordered = sorted(edits)
    if not ordered:
        return data
    table = _table_start(data)
    pieces, last = [], 0
    for edit in ordered:
        pieces += [data[last : edit.start], edit.new]
        last = edit.end
    starts = [edit.start for edit in ordered]
    shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in ordered)]

    def moved(offset: int) -> int:
        return offset + shifts[bisect_left(starts, offset)]

    body = b"".join((*pieces, data[last:]))
    return _with_offsets(body, moved(table), moved)


def _with_offsets(data: bytes, table: int, moved: Callable[[int], int]) -> bytes:
    """Return *data* with the new offsets in its table of objects, which begins at *table*."""
    match = _TABLE.match(data, table)
    if match is None:
        raise ValueError("the table of objects was changed")
    first = match.end()
    entries = bytearray(data[first : first + _ENTRY_LENGTH * int(match[1])])
    for start in range(0, len(entries), _ENTRY_LENGTH):
        if entries[start + 17 : start + 18] == b"n":
            offset = moved(int(entries[start : start + _OFFSET_LENGTH]))
            entries[start : start + _OFFSET_LENGTH] = b"%010d" % offset
    rest = data[first + len(entries) :]
    end = _START.search(rest)
    if end is None:
        raise ValueError("the end of the file was changed")
    return b"".join((data[:first], entries, rest[: end.start(1)], b"%d" % table, rest[end.end(1) :]))


def _table_start(data: bytes) -> int:
    """Return where the table of objects begins; -1 if it is compressed."""
    end = _START.search(data)
    start = int(end[1]) if end else -1
    return start if start >= 0 and _TABLE.match(data, start) else -1
