"""What all formats print in the same way: gaps, and whether a document has a title."""

from collections.abc import Iterable

from drafter.language.labels import Labels
from drafter.model.blocks import Block, Gap, Paragraph


def gap_text(gap: Gap, labels: Labels) -> str:
    """Return what is printed at *gap*."""
    return f"[{labels.to_be_completed}: {gap.text}]" if gap.text else f"[{labels.to_be_completed}]"


def has_title(blocks: Iterable[Block]) -> bool:
    """Return whether one of *blocks* is the title of the document."""
    return any(isinstance(block, Paragraph) and block.role == "title" for block in blocks)
