"""Documents without bold, italics and large type, for recipients that accept only plain text."""

from docx.oxml.ns import qn

from drafter.frozen import replaced
from drafter.model.blocks import Block, Document, Heading, Inline, Listing, PageTurn, Paragraph, Table, Text
from drafter.word.xml_tree import ON, Element

_EMPHASIS = ("w:b", "w:bCs", "w:i", "w:iCs", "w:u", "w:caps", "w:smallCaps", "w:sz", "w:szCs")


def without_emphasis(document: Document) -> Document:
    """Return *document* without bold and italics."""
    return replaced(
        document,
        blocks=tuple(map(_block, document.blocks)),
        notes=tuple(map(_inlines, document.notes)),
    )


def remove_emphasis(root: Element) -> None:
    """Remove bold, italics, underlining, capitals and sizes from all styles except the default ones."""
    for style in root.iter(qn("w:style")):
        if style.get(qn("w:default")) in ON:
            continue
        for properties in style.iter(qn("w:rPr")):  # includes those for the first row of a table
            for tag in _EMPHASIS:
                for element in properties.findall(qn(tag)):
                    properties.remove(element)


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(
        replaced(inline, bold=False, italic=False) if isinstance(inline, Text) else inline
        for inline in inlines
    )


def _block(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            return replaced(block, inlines=_inlines(block.inlines))
        case Listing():
            return replaced(block, items=tuple(tuple(map(_block, item)) for item in block.items))
        case Table():
            rows = tuple(tuple(map(_inlines, row)) for row in block.rows)
            return Table(tuple(map(_inlines, block.header)), rows)
        case PageTurn():
            return block
