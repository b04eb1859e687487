"""Files in the shape of those that people download, with texts of our own."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import docx

from drafter.cli import main
from drafter.imports.read import read_recommendations
from drafter.imports.state_names import StateNames
from drafter.imports.values import Reading, Recognised, Row, RowFault
from drafter.model.imported import ImportedRecommendation
from tests.support.script import LIBRARY

NAMES = StateNames(LIBRARY.state)
HEAD_2014 = "UPR of Ruritania (2nd Cycle – 20th session)\tThematic list of recommendations\tPage 1"
HEAD_2025 = "UPR of Ruritania (4th Cycle - 48th Session)\tThematic list of recommendations*\tPage 1"
COLUMNS_2014 = (
    "Recommendation",
    "Position",
    "Full list of themes",
    "Assessment/comments on level of implementation",
)
COLUMNS_2025 = (
    "Recommendation and recommending State", "Position of the State under review",
    "Human rights themes and groups of persons", "Relevant SDGs",
)  # fmt: skip


def thematic_list(
    file: Path,
    rows: Iterable[Sequence[str]],
    columns: Sequence[str] = COLUMNS_2025,
    head: str = HEAD_2025,
) -> Path:
    """Write a thematic list with *rows* and return its path. A row with one cell spans the whole table."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = head
    table = word.add_table(rows=1, cols=len(columns))
    for cell, text in zip(table.rows[0].cells, columns, strict=True):
        cell.text = text
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            first, *others = text.split("\n")
            cell.paragraphs[0].text = first
            for line in others:
                cell.add_paragraph(line)
    word.save(str(file))
    return file


def reading(file: Path) -> Reading:
    """Return the reading of *file*."""
    return read_recommendations(file, LIBRARY.state)


def recognised(file: Path) -> Recognised:
    """Return what *file* was recognised as."""
    return reading(file).recognised


def rows_of(file: Path) -> list[Row]:
    """Return everything in *file*: what was read and what was not."""
    return list(reading(file).rows)


def read_from(file: Path) -> list[ImportedRecommendation]:
    """Return the recommendations in *file*, of which every row can be read."""
    rows = rows_of(file)
    assert [row for row in rows if isinstance(row, RowFault)] == []
    return [row for row in rows if isinstance(row, ImportedRecommendation)]


def faults_of(file: Path) -> list[RowFault]:
    """Return the rows of *file* that were not read."""
    return [row for row in rows_of(file) if isinstance(row, RowFault)]


def run(*arguments: object) -> int:
    """Run ``drafter import`` with *arguments* and return its status."""
    return main(["import", *map(str, arguments)])
