"""A table becomes XML: fixed column widths, a header row that is repeated, rows that stay whole."""

from collections.abc import Sequence, Set
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from drafter.model.blocks import Gap, Inline, Table, Text
from drafter.word.inlines import Runs
from drafter.word.ooxml import escaped, paragraph
from drafter.word.styles import Styles

STYLE, HEADING, TEXT = "Submission Table", "Table Heading", "Table Text"
_LEAST, _MOST = 8, 40  # between these many characters a column's longest cell decides its share of the width
_LETTER, _PADDING = (
    125,
    240,
)  # twips that a letter of a table and the two sides of a cell take, with some room
_SPACE_BELOW = "200"  # twips
_LOOK = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)

Row = Sequence[tuple[Inline, ...]]


def table_xml(table: Table, runs: Runs, styles: Styles, width: int) -> str:
    """Return the XML of *table* across *width* twips."""
    widths = column_widths((table.header, *table.rows), width)
    # Row by row from the top: note marks take their numbers in reading order.
    header = _row(table.header, widths, runs, styles.id(HEADING), "<w:cantSplit/><w:tblHeader/>")
    text = styles.id(TEXT)
    rows = "".join(_row(row, widths, runs, text, "<w:cantSplit/>") for row in table.rows)
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in widths)
    size = f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    properties = f'<w:tblStyle w:val="{escaped(styles.id(STYLE))}"/>{size}{_LOOK}'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"


def column_widths(rows: Sequence[Row], width: int) -> list[int]:
    """Return a width for each column: a share by its longest cell, the sum being *width*.

    No column is narrower than its longest word where the table can be that wide: Word would break the word.
    """
    shares = [_LEAST] * (max((len(row) for row in rows), default=0) or 1)
    for row in rows:
        for column, cell in enumerate(row):
            shares[column] = max(shares[column], min(_length(cell), _MOST))
    least = [0] * len(shares)
    for row in rows:
        for column, cell in enumerate(row):
            least[column] = max(least[column], _longest_word(cell) * _LETTER + _PADDING)
    if sum(least) >= width:
        least = [0] * len(shares)
    spare = width - sum(least)
    wished = [
        max(width * share // sum(shares) - floor, 0) for share, floor in zip(shares, least, strict=True)
    ]
    widths = [floor + spare * wish // (sum(wished) or 1) for floor, wish in zip(least, wished, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


def keep_tables_apart(body: Any, headings: Set[str]) -> None:
    """Part neighbouring tables, which Word would join, and leave space below a table.

    A heading brings its own space; the text's last block must be a paragraph.
    """
    for table in body.findall(qn("w:tbl")):
        following = table.getnext()
        if following is None or following.tag == qn("w:tbl"):
            table.addnext(OxmlElement("w:p"))
        elif following.style not in headings:
            following.get_or_add_pPr().get_or_add_spacing().set(qn("w:before"), _SPACE_BELOW)


def _row(row: Row, widths: Sequence[int], runs: Runs, style: str, properties: str) -> str:
    """Return one row; cells that it lacks are left empty, for a row must fill the grid."""
    cells = (*row, *((),) * (len(widths) - len(row)))
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, runs.of(cell))}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def _length(cell: tuple[Inline, ...]) -> int:
    return sum(len(inline.text) for inline in cell if isinstance(inline, Text | Gap))


def _longest_word(cell: tuple[Inline, ...]) -> int:
    text = "".join(inline.text for inline in cell if isinstance(inline, Text | Gap))
    return max(map(len, text.split()), default=0)
