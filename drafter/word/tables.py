"""Tables as XML: fixed column widths, a repeated header row, and rows that never split across pages."""

from collections.abc import Sequence, Set
from math import isqrt
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from drafter.model.blocks import Gap, Inline, Reference, Table, Text
from drafter.word.inlines import RunWriter
from drafter.word.ooxml import escape_xml, paragraph_xml
from drafter.word.scripts import is_right_to_left
from drafter.word.styles import Styles
from drafter.word.text_width import width_in_ems
from drafter.word.xml_tree import Element

_TABLE_STYLE, _HEADING_STYLE, _TEXT_STYLE = "Submission Table", "Table Heading", "Table Text"
_EM = 225
"""The width of an em in a table, in twips, with some room to spare."""
_PADDING = 240
"""The left and right padding of a cell together, in twips."""
_SPACE_BELOW = "200"  # twips
_TABLE_LOOK = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)

Row: TypeAlias = Sequence[tuple[Inline, ...]]


def table_xml(table: Table, runs: RunWriter, styles: Styles, width: int, title: str = "") -> str:
    """Return the XML of *table* across *width* twips.

    Its *title* and its columns are in its properties, where a screen reader finds them.
    """
    widths = column_widths((table.header, *table.rows), width)
    # The header first, then row by row: note marks get their numbers in reading order.
    header = _row(table.header, widths, runs, styles.id(_HEADING_STYLE), "<w:cantSplit/><w:tblHeader/>")
    text_style = styles.id(_TEXT_STYLE)
    rows = "".join(_row(row, widths, runs, text_style, "<w:cantSplit/>") for row in table.rows)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    size = f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    properties = f'<w:tblStyle w:val="{escape_xml(styles.id(_TABLE_STYLE))}"/>{size}{_TABLE_LOOK}'
    properties += f'<w:tblCaption w:val="{escape_xml(title)}"/>' if title else ""
    properties += f'<w:tblDescription w:val="{escape_xml(runs.described(table))}"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"


def column_widths(rows: Sequence[Row], width: int) -> list[int]:
    """Return the width of each column in twips; they add up to *width*.

    A column's share grows with the square root of its longest cell, which keeps the rows low. A column is at
    least as wide as its longest word, because Word would break the word. If the longest words together do not
    fit, the widest columns become narrower: they hold web addresses, which stay readable when broken.
    """
    columns = max((len(row) for row in rows), default=0) or 1
    shares, minimums = [1] * columns, [0] * columns
    for row in rows:
        if len(row) == 1 < columns:  # it spans all columns
            continue
        for column, cell in enumerate(row):
            text = _text(cell)
            shares[column] = max(shares[column], isqrt(100 * len(text)))
            longest_word = max(map(width_in_ems, text.split()), default=0)
            minimums[column] = max(minimums[column], int(longest_word * _EM) + _PADDING)
    minimums = _narrowed(minimums, width)
    spare = width - sum(minimums)
    wanted = [
        max(width * share // sum(shares) - minimum, 0)
        for share, minimum in zip(shares, minimums, strict=True)
    ]
    widths = [
        minimum + spare * extra // (sum(wanted) or 1) for minimum, extra in zip(minimums, wanted, strict=True)
    ]
    widths[-1] += width - sum(widths)
    return widths


def separate_tables(body: Element, heading_ids: Set[str]) -> None:
    """Add an empty paragraph between adjacent tables, which Word would join, and space below each table.

    A heading (a paragraph in one of the styles *heading_ids*) has its own space above. A table at the end of
    the body also gets an empty paragraph, because the last block must be one.
    """
    for table in body.findall(qn("w:tbl")):
        following = next(table.itersiblings(qn("w:tbl"), qn("w:p")), None)
        if following is None or following.tag == qn("w:tbl"):
            table.addnext(OxmlElement("w:p"))
        elif following.style not in heading_ids:
            following.get_or_add_pPr().get_or_add_spacing().set(qn("w:before"), _SPACE_BELOW)


def _row(row: Row, widths: Sequence[int], runs: RunWriter, style: str, properties: str) -> str:
    """Return the XML of a row. A row must fill the grid: a single cell spans it."""
    if len(row) == 1 < len(widths):
        span = (
            f'<w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/></w:tcPr>'
        )
        is_rtl = is_right_to_left(row[0])
        title = paragraph_xml(style, runs.line(row[0]), keep_next=True, right_to_left=is_rtl)
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{span}{title}</w:tc></w:tr>"
    filled = [paragraph_xml(style, runs.line(cell), right_to_left=is_right_to_left(cell)) for cell in row]
    cells = (*filled, *[paragraph_xml(style, "")] * (len(widths) - len(row)))
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def _narrowed(widths: list[int], total: int) -> list[int]:
    """Return *widths*, with the widest cut to an equal width so that the sum is at most *total*."""
    left = total
    for index, width in enumerate(sorted(widths)):
        limit = left // (len(widths) - index)
        if width > limit:
            return [min(each, limit) for each in widths]
        left -= width
    return widths


def _text(cell: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in cell if isinstance(inline, Text | Reference | Gap))
