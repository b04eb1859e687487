"""A table becomes XML: fixed column widths, a header row that is repeated, rows that stay whole."""

from collections.abc import Sequence, Set
from math import isqrt
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from drafter.model.blocks import Gap, Inline, Table, Text
from drafter.word.inlines import Runs
from drafter.word.ooxml import escaped, paragraph
from drafter.word.styles import Styles
from drafter.word.text_width import ems

STYLE, HEADING, TEXT = "Submission Table", "Table Heading", "Table Text"
_EM, _PADDING = 225, 240  # twips that an em of a table and the two sides of a cell take, with some room
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
    """Return a width for each column, the sum being *width*.

    The share grows with the root of the longest cell, as the sides of a box do with what it holds: rows are
    low then. No column is narrower than its longest word, which Word would break, unless words alone are too
    wide: then the widest columns give way, in which addresses stand that can be read when they are broken.
    """
    columns = max((len(row) for row in rows), default=0) or 1
    shares, least = [1] * columns, [0] * columns
    for row in rows:
        for column, cell in enumerate(row):
            text = _text(cell)
            shares[column] = max(shares[column], isqrt(100 * len(text)))
            words = max(map(ems, text.split()), default=0)
            least[column] = max(least[column], int(words * _EM) + _PADDING)
    least = _fitted(least, width)
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


def _fitted(widths: list[int], room: int) -> list[int]:
    """Return *widths* with the widest made equal and as wide as *room* lets them be."""
    left = room
    for place, one in enumerate(sorted(widths)):
        most = left // (len(widths) - place)
        if one > most:
            return [min(each, most) for each in widths]
        left -= one
    return widths


def _text(cell: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in cell if isinstance(inline, Text | Gap))
