"""Paragraphs in lists, as a Word file has them one after the other, become nested lists."""

from dataclasses import dataclass, field

from drafter.model.blocks import Block, Listing, Paragraph
from drafter.word.reader.document import ReadListPosition, ReadParagraph


@dataclass(slots=True)
class _OpenList:
    """A list whose end has not been read yet."""

    position: ReadListPosition
    items: list[list[Block]] = field(default_factory=list)

    @property
    def is_ordered(self) -> bool:
        return self.position.format != "bullet"

    def to_listing(self) -> Listing:
        """Return the list as read so far."""
        return Listing(tuple(map(tuple, self.items)), self.is_ordered)

    def takes(self, position: ReadListPosition) -> bool:
        """Return whether an item at *position* belongs to this list.

        Bullets do not count, so any do. LibreOffice gives items of one list several ids, but counts on.
        """
        if position.level != self.position.level or (position.format == "bullet") == self.is_ordered:
            return False
        return not self.is_ordered or position.list_id == self.position.list_id or not position.is_first


class ListBuilder:
    """Collects blocks; items become lists, and lists at a deeper level become part of an item."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: list[_OpenList] = []

    def add(self, block: Block) -> None:
        """Add a *block* outside lists."""
        self._close(0)
        self._blocks.append(block)

    def add_item(self, position: ReadListPosition, paragraph: Paragraph) -> None:
        """Add an item at *position* that begins with *paragraph*."""
        while self._open and self._open[-1].position.level > position.level:
            self._close(len(self._open) - 1)
        last = self._open[-1] if self._open else None
        if last is not None and last.position.level == position.level and not last.takes(position):
            self._close(len(self._open) - 1)
        if not self._open or self._open[-1].position.level < position.level:
            self._open.append(_OpenList(position))
        self._open[-1].items.append([paragraph])

    def continues(self, paragraph: ReadParagraph) -> bool:
        """Return whether *paragraph*, which has no number, continues the last item."""
        if not self._open:
            return False
        if paragraph.style.lower().startswith("list cont"):
            return True
        indent = self._open[0].position.indent
        return paragraph.indent is not None and 0 < indent <= paragraph.indent

    def add_to_item(self, read: ReadParagraph, paragraph: Paragraph) -> None:
        """Add *paragraph* to the item whose indent it has, by what was *read* of it."""
        depth = 1
        for number, each in enumerate(self._open, 1):
            if number > 1 and read.indent is not None and each.position.indent <= read.indent:
                depth = number
        self._close(depth)
        self._open[-1].items[-1].append(paragraph)

    def blocks(self) -> tuple[Block, ...]:
        """Close all open lists and return the blocks."""
        self._close(0)
        return tuple(self._blocks)

    def _close(self, depth: int) -> None:
        """Close the lists below *depth*, each into the last item of the list that contains it."""
        while len(self._open) > depth:
            listing = self._open.pop().to_listing()
            (self._open[-1].items[-1] if self._open else self._blocks).append(listing)
