"""Which blocks must stay on one page, and which need space below. Independent of Word."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from drafter.model.blocks import Block, Heading, Listing, Paragraph, Table

_TITLE_BLOCK = ("title", "subtitle", "cover")


def with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Yield each block with the one after it, the last with ``None``."""
    padded: tuple[Block | None, ...] = (*blocks, None)
    return ((block, following) for block, following in pairwise(padded) if block is not None)


def must_stay_with(block: Block, following: Block | None) -> bool:
    """Return whether *block* must end on the page on which *following* begins.

    This holds for the text that introduces a list or a table, and for a signature: its lines stay together,
    and with the text above. Headings do not need it, because their style keeps them with the next paragraph.
    """
    match block, following:
        case Paragraph(role="lead"), _:
            return True
        case Paragraph(), Listing() | Table():
            return True
        case Paragraph() | Listing(), Paragraph(role="signature"):
            return True
    return False


def ends_title_block(block: Block, following: Block | None) -> bool:
    """Return whether *block* is the last of the title block and needs space before *following*.

    A heading has its own space above.
    """
    if not isinstance(block, Paragraph) or block.role not in _TITLE_BLOCK or following is None:
        return False
    if isinstance(following, Paragraph):
        return following.role not in _TITLE_BLOCK
    return not isinstance(following, Heading)
