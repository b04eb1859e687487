"""The parts of a document that have labels, and what a reference can call them."""

from collections.abc import Callable, Iterator, Sequence

from drafter.frozen import frozen, replaced
from drafter.markup.count import plain_text
from drafter.markup.labels import labels_in
from drafter.model.blocks import Block, Heading, Inline, Listing, Paragraph, Reference, Table
from drafter.model.trace_marks import without_marks


@frozen
class Position:
    """The position of a block: its index and, in a list, that of its item."""

    block: int
    item: int | None = None


@frozen
class Part:
    """A part of the document that has a label."""

    numbers: tuple[tuple[Position, str], ...]
    """The number of its paragraph, then its letter in a list. Empty if it has neither."""
    in_numbered: bool
    """Whether the first of *numbers* is that of a paragraph."""
    heading: tuple[Position, str] | None
    """The heading above it, or itself."""


def labelled_parts(blocks: Sequence[Block]) -> Iterator[tuple[str, Part]]:
    """Yield the labels in *blocks*, each with its part. The last of several is the one that counts.

    They come in reverse order, so in a dictionary the first part with a label counts.
    """
    parts: list[tuple[str, Part]] = []
    number, heading = 0, None
    lead: tuple[Position, str] | None = None
    """The numbered paragraph directly before the block."""
    for index, block in enumerate(blocks):
        here = Position(index)
        match block:
            case Heading():
                heading, lead = (here, without_marks(plain_text(block.inlines))), None
                parts += [(label, Part((), False, heading)) for label in block.labels]
            case Paragraph():
                number += block.numbered
                lead = (here, str(number)) if block.numbered else None
                numbers = () if lead is None else (lead,)
                parts += [(label, Part(numbers, bool(lead), heading)) for label in block.labels]
            case Listing():
                before = () if lead is None else (lead,)
                for order, item in enumerate(block.items):
                    letter = ((Position(index, order), f"({_letter(order)})"),) if block.ordered else ()
                    part = Part((*before, *letter), bool(lead), heading)
                    parts += [(label, part) for block in item for label in labels_in(block)]
            case _:
                lead = None
    yield from reversed(parts)


def _letter(order: int) -> str:
    """Return the letter of an item, as Word counts: a … z, aa, bb."""
    return chr(ord("a") + order % 26) * (order // 26 + 1)


def has_references(block: Block) -> bool:
    """Return whether a line of *block* has a reference."""
    match block:
        case Paragraph() | Heading():
            return any(isinstance(inline, Reference) for inline in block.inlines)
        case Listing():
            return any(has_references(part) for item in block.items for part in item)
        case Table():
            rows = (block.header, *block.rows)
            return any(isinstance(inline, Reference) for row in rows for cell in row for inline in cell)
        case _:
            return False


def mapped(block: Block, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Block:
    """Return *block* with each of its lines changed."""
    match block:
        case Paragraph() | Heading():
            return replaced(block, inlines=change(block.inlines))
        case Listing():
            items = tuple(tuple(mapped(part, change) for part in item) for item in block.items)
            return replaced(block, items=items)
        case Table():
            rows = tuple(tuple(map(change, row)) for row in block.rows)
            return Table(tuple(map(change, block.header)), rows)
        case _:
            return block


def with_label(block: Block, item: int | None, label: str) -> Block:
    """Return *block* with *label*, which goes to the first paragraph of an *item* if one is given."""
    match block:
        case Paragraph() | Heading():
            return replaced(block, labels=(label,))
        case Listing() if item is not None:
            first, *others = block.items[item]
            labelled_item = (with_label(first, None, label), *others)
            return replaced(block, items=(*block.items[:item], labelled_item, *block.items[item + 1 :]))
        case _:
            return block
