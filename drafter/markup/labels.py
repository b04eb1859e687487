"""The labels of blocks: one alone in a paragraph is that of the next block."""

from collections.abc import Iterable

from drafter.frozen import replaced
from drafter.model.blocks import Block, Heading, Inline, Listing, Paragraph, Text
from drafter.model.trace_marks import between_marks, without_marks


def labelled(blocks: Iterable[Block]) -> list[Block]:
    """Return *blocks* without paragraphs that hold only labels, which go to the block after them.

    A list passes them on to its first item. The labels of whatever is in an item are those of the item, as it
    is the item that has a number. A table has no labels, so the block after it gets them.
    """
    result: list[Block] = []
    waiting: tuple[str, ...] = ()
    for block in blocks:
        if isinstance(block, Paragraph) and block.labels and _is_blank(block.inlines):
            waiting += block.labels
            continue
        result.append(_tidied(block, waiting))
        if isinstance(block, Paragraph | Heading | Listing):
            waiting = ()
    return result


def _tidied(block: Block, labels: tuple[str, ...]) -> Block:
    """Return *block* with *labels* as well, its own where references look for them."""
    if isinstance(block, Listing):
        block = _with_lifted_labels(block)
    elif isinstance(block, Paragraph | Heading) and block.labels:
        block = replaced(block, inlines=_without_end_space(block.inlines))
    if labels and isinstance(block, Paragraph | Heading | Listing):
        return _with_labels(block, labels)
    return block


def _with_labels(block: Paragraph | Heading | Listing, labels: tuple[str, ...]) -> Block:
    """Return *block* with *labels* before its own."""
    if isinstance(block, Listing):
        first, *others = block.items
        return replaced(block, items=(_item_with_labels(first, labels), *others))
    return replaced(block, labels=(*labels, *block.labels))


def _item_with_labels(item: tuple[Block, ...], labels: tuple[str, ...]) -> tuple[Block, ...]:
    """Return *item*, with *labels* before those of its first paragraph."""
    if item and isinstance(item[0], Paragraph):
        return (replaced(item[0], labels=(*labels, *item[0].labels)), *item[1:])
    return (Paragraph((), labels=labels), *item)


def _with_lifted_labels(listing: Listing) -> Listing:
    """Return *listing* with all the labels in an item moved to its first paragraph."""
    items = []
    for item in listing.items:
        labels = tuple(label for block in item[1:] for label in labels_in(block))
        if labels:
            bare = tuple(map(without_labels, item[1:]))
            item = _item_with_labels((*item[:1], *bare), labels)  # noqa: PLW2901
        items.append(item)
    return replaced(listing, items=tuple(items))


def labels_in(block: Block) -> tuple[str, ...]:
    """Return all labels in *block*."""
    match block:
        case Paragraph() | Heading():
            return block.labels
        case Listing():
            return tuple(label for item in block.items for part in item for label in labels_in(part))
        case _:
            return ()


def without_labels(block: Block) -> Block:
    """Return *block* without any labels."""
    match block:
        case Paragraph() | Heading() if block.labels:
            return replaced(block, labels=())
        case Listing() if labels_in(block):
            return replaced(block, items=tuple(tuple(map(without_labels, item)) for item in block.items))
        case _:
            return block


def _without_end_space(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return *inlines* without a space at the end, which stood before a label."""
    if inlines and isinstance(inlines[-1], Text):
        last = inlines[-1]
        return (*inlines[:-1], replaced(last, text=between_marks(last.text, str.rstrip)))
    return inlines


def _is_blank(inlines: tuple[Inline, ...]) -> bool:
    return all(isinstance(inline, Text) and not without_marks(inline.text).strip() for inline in inlines)
