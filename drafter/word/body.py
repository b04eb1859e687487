"""Blocks become the XML of the body: one function with a case for each kind of block."""

from collections.abc import Iterable

from drafter.model.blocks import Block, Heading, Listing, Paragraph, Table
from drafter.word.inlines import Runs
from drafter.word.numbering import Lists
from drafter.word.ooxml import Number, paragraph
from drafter.word.page_breaks import ends_the_front, followed, stays_with
from drafter.word.styles import ROLES, Styles
from drafter.word.tables import table_xml

ORDERED, BULLETED, CONTINUED = "Recommendation", "List Bullet", "List Continue"
_BELOW_FRONT = 240  # twips


class Body:
    """Writes blocks with the styles and lists of one look, across *width* twips."""

    def __init__(self, styles: Styles, lists: Lists, runs: Runs, width: int) -> None:
        self._styles = styles
        self._lists = lists
        self._runs = runs
        self._width = width
        self._level = 0

    def xml(self, blocks: Iterable[Block]) -> str:
        """Return the XML of *blocks*."""
        return "".join(
            self._block(
                block,
                keep=stays_with(block, following),
                after=_BELOW_FRONT if ends_the_front(block, following) else None,
            )
            for block, following in followed(blocks)
        )

    def _block(self, block: Block, depth: int = 0, *, keep: bool = False, after: int | None = None) -> str:
        """Return a block; with *keep* its end stays on one page with the next one's beginning."""
        match block:
            case Paragraph():
                return self._paragraph(block, keep, after)
            case Heading():
                return self._heading(block)
            case Listing():
                return self._listing(block, depth, keep)
            case Table():
                return table_xml(block, self._runs, self._styles, self._width)

    def _paragraph(self, block: Paragraph, keep: bool, after: int | None) -> str:
        name = ROLES[block.role, block.numbered]
        if block.numbered:
            # A look whose style has lost its list would print no numbers, and nobody would be told.
            self._lists.expect(name)
        return paragraph(self._styles.id(name), self._runs.of(block.inlines), keep_next=keep, after=after)

    def _heading(self, block: Heading) -> str:
        # A level that is left out reads to a screen reader as a part of the text that is missing.
        self._level = min(block.level, self._level + 1)
        return paragraph(self._styles.id(f"Heading {self._level}"), self._runs.of(block.inlines))

    def _listing(self, block: Listing, depth: int, keep: bool) -> str:
        name = ORDERED if block.ordered else BULLETED
        number = self._lists.begin(name, depth) if block.ordered else self._lists.join(name, depth)
        last = len(block.items) - 1
        return "".join(
            # The last item does not stand alone on the next page: the one before it goes with it.
            self._item(item, name, number, depth, keep if at == last else at == last - 1)
            for at, item in enumerate(block.items)
        )

    def _item(self, item: tuple[Block, ...], name: str, number: Number, depth: int, keep: bool) -> str:
        """Return an item: its first paragraph carries the number, the others are indented below it."""
        blocks = item if item and isinstance(item[0], Paragraph) else (Paragraph(()), *item)
        pieces: list[str] = []
        for block, following in followed(blocks):
            held = keep if following is None else stays_with(block, following)
            if isinstance(block, Paragraph) and not pieces:
                runs = self._runs.of(block.inlines)
                pieces.append(paragraph(self._styles.id(name), runs, number=number, keep_next=held))
            elif isinstance(block, Paragraph) and block.role == "body":
                left = self._lists.left(name, number.level) if depth else None
                runs = self._runs.of(block.inlines)
                pieces.append(paragraph(self._styles.id(CONTINUED), runs, left=left, keep_next=held))
            else:
                pieces.append(self._block(block, depth + 1, keep=held))
        return "".join(pieces)
