"""Tables in text files (CSV): their encoding, their separator, and their rows, one after the other."""

import codecs
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.imports.columns import columns_of
from drafter.imports.tables import HEADER_ROWS, PlacedRow
from drafter.imports.values import Progress
from drafter.limits import IMPORT_COLUMNS, IMPORT_ROW_BYTES, IMPORT_ROWS
from drafter.patterns import pattern

DELIMITERS = (",", ";", "\t")
_CHUNK = 1_000_000
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNDEFINED = pattern(b"[\x81\x8d\x8f\x90\x9d]")
"""The bytes that Windows-1252 does not have."""
_REMEDY = "Open it in a spreadsheet program, save it as .xlsx or as CSV in UTF-8, and import that."


@frozen
class TextTable:
    """How a text file holds a table."""

    encoding: str
    delimiter: str


def recognise_text_table(file: Path) -> TextTable | None:
    """Return how *file* holds a table, ``None`` if none of its first rows has names of columns."""
    encoding = _encoding(file)
    errors: list[DrafterError] = []
    for delimiter in DELIMITERS:
        table = TextTable(encoding, delimiter)
        try:
            for _, cells in islice(text_rows(file, table), HEADER_ROWS):
                if columns_of([str(cell) for cell in cells[:IMPORT_COLUMNS]]):
                    return table
        except DrafterError as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return None


def text_rows(file: Path, table: TextTable, progress: Progress = lambda _: None) -> Iterator[PlacedRow]:
    """Yield the rows of *file* with their numbers. Raises DrafterError if it is damaged or beyond a limit."""
    csv.field_size_limit(IMPORT_ROW_BYTES)
    size = file.stat().st_size or 1
    with file.open("rb") as stream:
        lines = _lines(stream, table.encoding, str(file))
        try:
            for number, cells in enumerate(csv.reader(lines, delimiter=table.delimiter, strict=False), 1):
                if number > IMPORT_ROWS:
                    raise _refusal(f"it has more than {IMPORT_ROWS:,} rows", file)
                if len(cells) > IMPORT_COLUMNS:
                    raise _refusal(f"row {number} has more than {IMPORT_COLUMNS:,} columns", file)
                if not number % 1_000:
                    progress(stream.tell() / size)
                yield number, cells
        except csv.Error:
            raise _refusal(f"a cell has more than {IMPORT_ROW_BYTES:,} characters", file) from None
    progress(1)


def _lines(stream: BinaryIO, encoding: str, file: str) -> Iterator[str]:
    """Yield the lines of *stream* with their ends: LF, CR LF, or CR alone as old Macs write them."""
    decoder = codecs.getincrementaldecoder(encoding)()
    rest = ""
    while True:
        chunk = stream.read(_CHUNK)
        try:
            rest += decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            raise _refusal("some of its characters are in another encoding", file) from None
        # A CR at the end of a chunk may be half of a CR LF, so it waits for the next one.
        held = "\r" if chunk and rest.endswith("\r") else ""
        lines = _split(rest[: len(rest) - len(held)])
        rest = (lines.pop() if chunk and lines and lines[-1][-1:] not in "\r\n" else "") + held
        if len(rest) > IMPORT_ROW_BYTES:
            raise _refusal(f"it has a line of more than {IMPORT_ROW_BYTES // 1_000_000} MB", file)
        yield from lines
        if not chunk:
            return


def _split(text: str) -> list[str]:
    """Return the lines of *text*. ``splitlines`` would end them at a form feed and other characters, too."""
    return [line for line in _LINE.findall(text) if line]


_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def _encoding(file: Path) -> str:
    """Return the encoding of *file*: that of its mark, UTF-8, or the one that an old program used.

    Old Macs end lines with CR alone and use Mac Roman; all others that do not write UTF-8 use Windows-1252.
    """
    with file.open("rb") as stream:
        head = stream.read(4)
        for mark, encoding in _BOMS:
            if head.startswith(mark):
                return encoding
        stream.seek(0)
        is_utf8, has_lf, undefined = True, False, False
        decoder = codecs.getincrementaldecoder("utf-8")()
        while chunk := stream.read(_CHUNK):
            has_lf = has_lf or b"\n" in chunk
            undefined = undefined or _UNDEFINED.search(chunk) is not None
            if is_utf8:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    is_utf8 = False
        if is_utf8:
            return "utf-8"
    if not has_lf:
        return "mac_roman"
    if undefined:
        raise _refusal("some of its characters are in no encoding that drafter knows", file)
    return "cp1252"


def _refusal(reason: str, file: Path | str) -> DrafterError:
    return DrafterError(Fault(f"drafter cannot read this table: {reason}", _REMEDY, str(file)))
