"""Documents with something changed in each of their lines."""

from collections.abc import Callable
from typing import TypeAlias

from drafter.frozen import replaced
from drafter.model.blocks import Block, Document, Heading, Inline, Listing, PageTurn, Paragraph, Table

Line: TypeAlias = tuple[Inline, ...]


def with_changed_lines(document: Document, change: Callable[[Line], Line]) -> Document:
    """Return *document* with each line and each note replaced by what *change* makes of it."""
    blocks = tuple(_block(block, change) for block in document.blocks)
    return replaced(document, blocks=blocks, notes=tuple(map(change, document.notes)))


def _block(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Paragraph() | Heading():
            return replaced(block, inlines=change(block.inlines))
        case Listing():
            items = tuple(tuple(_block(each, change) for each in item) for item in block.items)
            return replaced(block, items=items)
        case Table():
            rows = tuple(tuple(map(change, row)) for row in block.rows)
            return replaced(block, header=tuple(map(change, block.header)), rows=rows)
        case PageTurn():
            return block
