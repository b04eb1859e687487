"""What the end of a page must not part, and what needs room below it. Knows blocks, not Word."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from drafter.model.blocks import Block, Heading, Listing, Paragraph, Table

_FRONT = ("title", "subtitle", "cover")


def followed(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Yield each block with the one after it, the last with ``None``."""
    ended: tuple[Block | None, ...] = (*blocks, None)
    return ((block, following) for block, following in pairwise(ended) if block is not None)


def stays_with(block: Block, following: Block | None) -> bool:
    """Return whether *block* must end on the page on which *following* begins.

    What leads to a list or a table stays with it, and so does a signature with its lines and with the text
    that it signs. Headings stay with what follows by their style.
    """
    match block, following:
        case Paragraph(role="lead"), _:
            return True
        case Paragraph(), Listing() | Table():
            return True
        case Paragraph() | Listing(), Paragraph(role="signature"):
            return True
    return False


def ends_the_front(block: Block, following: Block | None) -> bool:
    """Return whether the title block ends here and text or a table begins; a heading brings its own space."""
    if not isinstance(block, Paragraph) or block.role not in _FRONT or following is None:
        return False
    if isinstance(following, Paragraph):
        return following.role not in _FRONT
    return not isinstance(following, Heading)
