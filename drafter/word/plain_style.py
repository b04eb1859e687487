"""A document without bold, italics and large letters, for bodies that take plain text alone."""

from typing import Any

from docx.oxml.ns import qn

from drafter.frozen import replaced
from drafter.model.blocks import Block, Document, Heading, Inline, Listing, Paragraph, Table, Text

_ADORNMENTS = ("w:b", "w:bCs", "w:i", "w:iCs", "w:u", "w:caps", "w:smallCaps", "w:sz", "w:szCs")


def unadorned(document: Document) -> Document:
    """Return *document* with every text in the plain look."""
    return replaced(
        document,
        blocks=tuple(map(_block, document.blocks)),
        notes=tuple(map(_inlines, document.notes)),
    )


def strip_styles(root: Any) -> None:
    """Take bold, italics, underlining and sizes of their own out of the look's named styles."""
    for style in root.iter(qn("w:style")):
        if style.get(qn("w:default")) in {"1", "true", "on"}:
            continue
        for properties in style.iter(qn("w:rPr")):  # those for a table's first row among them
            for tag in _ADORNMENTS:
                for found in properties.findall(qn(tag)):
                    properties.remove(found)


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(Text(one.text) if isinstance(one, Text) else one for one in inlines)


def _block(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            return replaced(block, inlines=_inlines(block.inlines))
        case Listing():
            return replaced(block, items=tuple(tuple(map(_block, item)) for item in block.items))
        case Table():
            rows = tuple(tuple(map(_inlines, row)) for row in block.rows)
            return Table(tuple(map(_inlines, block.header)), rows)
