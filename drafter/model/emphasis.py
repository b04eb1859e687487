"""Documents without bold and italics, for recipients that accept only plain text."""

from drafter.frozen import replaced
from drafter.model.blocks import Block, Document, Heading, Inline, Listing, PageTurn, Paragraph, Table, Text


def without_emphasis(document: Document) -> Document:
    """Return *document* without bold and italics."""
    return replaced(
        document,
        blocks=tuple(map(_block, document.blocks)),
        notes=tuple(map(_inlines, document.notes)),
    )


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(Text(inline.text) if isinstance(inline, Text) else inline for inline in inlines)


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
