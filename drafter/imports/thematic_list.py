"""The list of recommendations that the OHCHR publishes for each State and cycle: a table in a Word file.

The names of its columns have changed with the years: Recommendation or "Recommendation and recommending
State"; Position or "Position of the State under review"; "Full list of themes" or "Human rights themes and
groups of persons"; from 2025 on the goals have their own column.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from drafter.frozen import frozen, replaced
from drafter.imports.positions import position_of
from drafter.imports.state_names import StateNames
from drafter.imports.themes import Labelled, goal_number, labelled, without_code
from drafter.imports.values import Reading, Recognised, Row, RowFault, excerpt
from drafter.imports.word_text import cell_lines, head_lines
from drafter.imports.wording import Unclear, Wording, without_source, wordings_in
from drafter.language.english import SCREEN
from drafter.model.imported import UPR, ImportedRecommendation
from drafter.patterns import pattern
from drafter.word.reader.document import ReadDocument, ReadRow, ReadTable

FORMAT = "OHCHR thematic list of recommendations"
_HEAD = pattern(r"\bUPR of (.+) \(([^()]*(?:cycle|session)[^()]*)\)", re.IGNORECASE)
_THEME_ROW = pattern(r"theme\s*:", re.IGNORECASE)
_HEADERS: Mapping[str, str] = {"recommendation": "text", "position": "position", "sdg": "goals"}
_THEMES = "theme"
_REMEDY = "Correct this row in a copy of the file and import it again, or type it yourself."


def read_thematic_list(read: ReadDocument, names: StateNames) -> Reading | None:
    """Return the recommendations in *read*; ``None`` if it has no table with the columns of such a list."""
    tables = [(table, columns) for table in _tables(read) if (columns := _columns(table.rows))]
    if not tables:
        return None
    recognised = _recognise(read, names)
    rows = list(_merged(_rows(tables, recognised, names)))
    documents = {row.document for row in rows if isinstance(row, ImportedRecommendation)} - {""}
    document = documents.pop() if len(documents) == 1 else ""
    return Reading(replaced(recognised, document=document), iter(rows))


def _recognise(read: ReadDocument, names: StateNames) -> Recognised:
    """Return what the head of the file says: the State and the session."""
    for line in head_lines(read):
        if (match := _HEAD.search(line)) and names.is_name(match[1]):
            return Recognised(FORMAT, match[1], UPR, session=" ".join(match[2].split()))
    return Recognised(FORMAT, body=UPR)


def _tables(read: ReadDocument) -> Iterator[ReadTable]:
    yield from (block for block in read.blocks if isinstance(block, ReadTable) and block.rows)


def _columns(rows: Sequence[ReadRow]) -> tuple[str, ...]:
    """Return what each column contains, ``""`` if it is not read; nothing for another kind of table."""
    headers = [" ".join(cell_lines(cell)).casefold() for cell in rows[0].cells]
    columns = tuple(_column(header) for header in headers)
    return columns if columns[:1] == ("text",) and "position" in columns else ()


def _column(header: str) -> str:
    for start, column in _HEADERS.items():
        if header.startswith(start) or (column == "goals" and start in header):
            return column
    return "themes" if _THEMES in header else ""


def _rows(
    tables: Sequence[tuple[ReadTable, tuple[str, ...]]], recognised: Recognised, names: StateNames
) -> Iterator[Row]:
    for number, (table, columns) in enumerate(tables, 1):
        place = "table" if len(tables) == 1 else f"table {number},"
        reader = _TableReader(columns, recognised, names)
        for row_number, row in enumerate(table.rows[1:], 2):
            yield from reader.rows(row, f"{place} row {row_number}")


@frozen
class _Cell:
    """The first cell of a row: the recommendations in it, each with the symbol that follows it."""

    text: str
    document: str


class _TableReader:
    """Reads the rows of one table; the theme of a theme row holds for those after it."""

    def __init__(self, columns: tuple[str, ...], recognised: Recognised, names: StateNames) -> None:
        self._columns = columns
        self._recognised = recognised
        self._names = names
        self._theme = ""

    def rows(self, row: ReadRow, source: str) -> Iterator[Row]:
        """Yield the recommendations of *row*, and its faults."""
        cells = [cell_lines(cell) for cell in row.cells]
        text = "\n".join(cells[0]) if cells else ""
        if not any(line.strip() for cell in cells for line in cell):
            return
        if _column_names(cells) and _columns([row]) == self._columns:
            return  # the header again
        if len([cell for cell in cells if any(map(str.strip, cell))]) == 1 and _THEME_ROW.match(text):
            self._theme = without_code(text.partition(":")[2])
            return
        if len(cells) != len(self._columns):
            reason = f"it has {SCREEN.counted(len(cells), 'cell')} where the table has {len(self._columns)}"
            yield RowFault(source, reason, _REMEDY, excerpt(text))
            return
        yield from self._recommendations(dict(zip(self._columns, cells, strict=True)), source)

    def _recommendations(self, cells: Mapping[str, Sequence[str]], source: str) -> Iterator[Row]:
        themes = self._labelled(cells)
        position = position_of(" ".join(cells["position"]))
        wordings: list[tuple[Wording, str]] = []
        number = ""
        for part in _parts(cells["text"]):
            try:
                for wording in wordings_in(part.text, self._names):
                    number = wording.number or number
                    wordings.append((replaced(wording, number=number), part.document))
            except Unclear as unclear:
                yield RowFault(source, unclear.reason, _REMEDY, excerpt(part.text))
        for index, (wording, document) in enumerate(wordings, 1):
            yield ImportedRecommendation(
                text=wording.text,
                country=self._recognised.country,
                body=UPR,
                document=document,
                number=wording.number,
                states=wording.states,
                position=position,
                themes=themes.themes or ((self._theme,) if self._theme else ()),
                groups=themes.groups,
                goals=themes.goals,
                session=self._recognised.session,
                source=source if len(wordings) == 1 else f"{source}, recommendation {index}",
            )

    def _labelled(self, cells: Mapping[str, Sequence[str]]) -> Labelled:
        """Return the themes, groups and goals of a row."""
        values = labelled(cells.get("themes", ()))
        goals = (number for line in cells.get("goals", ()) if (number := goal_number(line)))
        return replaced(values, goals=tuple(dict.fromkeys((*values.goals, *goals))))


def _column_names(cells: Sequence[Sequence[str]]) -> bool:
    return bool(cells) and " ".join(cells[0]).casefold().startswith("recommendation")


def _parts(lines: Sequence[str]) -> Iterator[_Cell]:
    """Yield the texts of the first cell, each with the symbol in the line on its source that follows it."""
    text: list[str] = []
    for line in "\n".join(lines).split("\n"):
        before, symbol = without_source(line)
        text.append(before)
        if symbol is None:
            continue
        if "".join(text).strip():
            yield _Cell("\n".join(text).strip(), symbol)
        text = []
    if "".join(text).strip():
        yield _Cell("\n".join(text).strip(), "")


def _merged(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield *rows*; what an older list prints again under another theme comes once, with both themes."""
    kept: dict[tuple[str, str, tuple[str, ...], str], ImportedRecommendation] = {}
    faults: list[RowFault] = []
    for row in rows:
        if isinstance(row, RowFault):
            faults.append(row)
            continue
        key = row.number, row.text, row.states, row.position
        first = kept.setdefault(key, row)
        if first is not row:
            kept[key] = replaced(first, themes=tuple(dict.fromkeys((*first.themes, *row.themes))))
    yield from kept.values()
    yield from faults
