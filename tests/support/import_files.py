"""Files in the shape of those that people download, with texts of our own."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

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


UHRI_COLUMNS = (
    "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons",
    "Sdgs", "Document Publication Date", "UPR Reccomending States", "UPR Position", "Type",
    "OHCHR Annotation Id", "UPR Session", "Regions Concerned", "Recommending Regions",
    "Date of publication on UHRI",
)  # fmt: skip
"""The columns of the Index, with its spellings."""
OLD_UPR_INFO = (
    "To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action",
    "Issue", "Session",
)  # fmt: skip
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def column(index: int) -> str:
    """Return the letters of the column with this *index*, from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_xml(value: object, place: str, shared: list[str] | None = None) -> str:
    """Return a cell: a text is inline, or one of *shared*; a text after "=" is a formula."""
    if value is None or value == "":
        return ""
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = str(value)
    if text.startswith("="):
        return f'<c r="{place}" t="str"><f>{escape(text[1:])}</f><v>cached result</v></c>'
    if shared is None:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    shared.append(text)
    return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'


def sheet_xml(rows: Iterable[Sequence[object]], shared: list[str] | None = None) -> str:
    """Return a sheet with *rows*."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell_xml(value, f"{column(at)}{number}", shared) for at, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'{XML}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def spreadsheet(
    file: Path, rows: Iterable[Sequence[object]] = (), *, shared: bool = False, **parts: str
) -> Path:
    """Write a spreadsheet with *rows* in one sheet and return its path; *parts* replace its parts by name."""
    texts: list[str] | None = [] if shared else None
    sheet = parts.get("sheet") or sheet_xml(rows, texts)
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts or ())
    whole = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": parts.get("workbook")
        or f'{XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": parts.get("strings") or f'{XML}<sst xmlns="{_MAIN}">{strings}</sst>',
    }
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return file


def uhri_row(**fields: object) -> list[object]:
    """Return a row of the Index: a recommendation of a committee, changed by *fields* (names of columns)."""
    row: dict[str, object] = {
        "Text": "29. The Committee recommends that the State party open health services.",
        "Countries Concerned": "- Ruritania",
        "Reccomending Body": "- CEDAW",
        "Document Symbol": "CEDAW/C/RUR/CO/8",
        "Themes": "- Right to health\n- Economic, social & cultural rights - general measures",
        "Affected Persons": "- Women & girls\n- Persons deprived of their liberty",
        "Sdgs": "- 3 - GOOD HEALTH\n- 16.3 - Promote the rule of law",
        "Document Publication Date": 45000,
        "Type": "- Recommendations",
        "OHCHR Annotation Id": "0d1f-1",
        "Regions Concerned": "- Europe",
        "Date of publication on UHRI": 45001.47,
    }
    row |= {name.replace("_", " "): value for name, value in fields.items()}
    return [row.get(name, "") for name in UHRI_COLUMNS]
