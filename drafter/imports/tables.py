"""Tables with names of columns: the Universal Human Rights Index, UPR Info, or a table of one's own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TypeAlias

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen, replaced
from drafter.imports.columns import Columns, columns_of
from drafter.imports.records import RecordReader, Style
from drafter.imports.state_names import StateNames
from drafter.imports.values import Reading, Recognised, Row, RowFault, excerpt
from drafter.limits import GROUPED_ROWS, IMPORT_COLUMNS
from drafter.model.imported import UPR, ImportedRecommendation
from drafter.patterns import pattern


@frozen
class Formula:
    """A cell whose value a spreadsheet program computes. What it last showed may be old, or forged."""

    cell: str
    """Its place, such as B7."""


Cell: TypeAlias = str | int | float | bool | datetime | date | Formula | None
PlacedRow: TypeAlias = tuple[int, Sequence[Cell]]
"""The number of a row in the file, and its cells."""

UHRI, UPR_INFO, PLAIN = "Universal Human Rights Index", "UPR Info", "a table of recommendations"
HEADER_ROWS = 30
"""Rows in which the names of the columns must come; titles may be above them."""
_UWAZI = frozenset({"state under review", "recommending state"})
_OLD_UPR_INFO = frozenset({"to", "from", "response", "session", "to rgrp"})
_UHRI = (frozenset({"ohchr annotation id"}), frozenset({"countries concerned", "reccomending body"}))
_REMEDY = "Correct this row in a copy of the file and import it again, or type it yourself."


def read_table(rows: Iterator[PlacedRow], names: StateNames) -> Reading | None:
    """Return the recommendations in *rows*; ``None`` if no row has the names of columns that can be read."""
    for number, cells in islice(rows, HEADER_ROWS):
        columns = columns_of([cell if isinstance(cell, str) else "" for cell in cells[:IMPORT_COLUMNS]])
        if columns:
            name, style, grouped = _style(columns)
            table = _Table(columns, RecordReader(style, names))
            read = table.rows(rows, number)
            recognised = Recognised(name, body=style.body, unused=columns.unused)
            return Reading(recognised, _grouped(read) if grouped else read)
    return None


def _style(columns: Columns) -> tuple[str, Style, bool]:
    """Return the name of the format, how its rows are written, and whether each State has its own row."""
    if any(names <= columns.names for names in _UHRI):
        return UHRI, Style(separator=r"\n", html=True), False
    if columns.names >= _OLD_UPR_INFO:
        return f"{UPR_INFO}, export of 2009 to 2015", Style(",", body=UPR, numbers_in_text=False), True
    if columns.names >= _UWAZI:
        return UPR_INFO, Style(r"\|", body=UPR), True
    return PLAIN, Style(), False


class _Table:
    """Reads the rows below the names of columns."""

    def __init__(self, columns: Columns, reader: RecordReader) -> None:
        self._columns = columns
        self._reader = reader
        self._unclear_numbers = 0

    def rows(self, rows: Iterable[PlacedRow], header: int) -> Iterator[Row]:
        """Yield what each of *rows* says; blank rows are left out."""
        for number, cells in rows:
            if number > header and any(cell is not None and cell != "" for cell in cells):
                yield self._row(cells, f"row {number}")
        if self._unclear_numbers:
            yield RowFault(
                "the column with the numbers of paragraphs",
                "its cells are numbers, in which 140.1 and 140.10 are the same, so they were left out",
                "Format the column as text, type the numbers again, and import the file again.",
            )

    def _row(self, cells: Sequence[Cell], source: str) -> Row:
        fields: dict[str, str] = {}
        for field, cell in zip(self._columns.fields, cells, strict=False):
            if isinstance(cell, Formula) and field:
                reason = f"its cell {cell.cell} is a formula, whose result drafter does not take over"
                remedy = (
                    "Copy the column and paste its values in a spreadsheet program. Import the file again."
                )
                return RowFault(source, reason, remedy, excerpt(fields.get("text", "")))
            if field == "number" and isinstance(cell, float):
                self._unclear_numbers += 1
            elif field:
                fields[field] = cell_text(cell)
        return self._reader.row(fields, source)


def cell_text(cell: Cell) -> str:
    """Return the value of *cell* as text: a whole number without a decimal point, a date in ISO form."""
    if cell is None or isinstance(cell, Formula):
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    return _ESCAPE.sub(_unescaped, cell) if isinstance(cell, str) and "_x" in cell else str(cell)


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return (
        "" if character == "\r" else character if character.isprintable() or character == "\n" else match[0]
    )


_EXACT = 2**53
_ESCAPE = pattern(r"_x([0-9A-F]{4})_")
"""How spreadsheets write some characters: ``_x000D_`` is a carriage return."""


def _grouped(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield *rows*, those with the same text, State, session and position as one, with the States of all.

    UPR Info has a row for each State that made a recommendation.
    """
    kept: dict[tuple[object, ...], ImportedRecommendation] = {}
    for row in rows:
        if isinstance(row, RowFault):
            yield row
            continue
        key = row.text, row.number, row.country, row.session, row.position, row.document
        first = kept.get(key)
        if first is None:
            if len(kept) == GROUPED_ROWS:
                remedy = "Divide the file, for example by session, and import the parts."
                raise DrafterError(Fault(f"the file has more than {GROUPED_ROWS:,} recommendations", remedy))
            kept[key] = row
        else:
            kept[key] = _joined(first, row)
    yield from kept.values()


def _joined(first: ImportedRecommendation, other: ImportedRecommendation) -> ImportedRecommendation:
    fields: Mapping[str, tuple[str, ...]] = {
        name: tuple(dict.fromkeys((*getattr(first, name), *getattr(other, name))))
        for name in ("states", "themes", "groups", "goals")
    }
    return replaced(first, **fields)
