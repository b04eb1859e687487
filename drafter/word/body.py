"""Blocks become the XML of the body: one function with a case for each kind of block."""

from collections.abc import Iterable

from drafter.model.blocks import Block, Heading, Listing, Paragraph, Table
from drafter.word.inlines import Runs
from drafter.word.numbering import Lists
from drafter.word.ooxml import Number, paragraph
from drafter.word.styles import ROLES, Styles
from drafter.word.tables import table_xml

ORDERED, BULLETED, CONTINUED = "Recommendation", "List Bullet", "List Continue"


class Body:
    """Writes blocks with the styles and lists of one look, across *width* twips."""

    def __init__(self, styles: Styles, lists: Lists, runs: Runs, width: int) -> None:
        self._styles = styles
        self._lists = lists
        self._runs = runs
        self._width = width

    def xml(self, blocks: Iterable[Block]) -> str:
        """Return the XML of *blocks*."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block, depth: int = 0) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return paragraph(self._styles.id(f"Heading {block.level}"), self._runs.of(block.inlines))
            case Listing():
                return self._listing(block, depth)
            case Table():
                return table_xml(block, self._runs, self._styles, self._width)

    def _paragraph(self, block: Paragraph) -> str:
        name = ROLES[block.role, block.numbered]
        if block.numbered:
            # A look whose style has lost its list would print no numbers, and nobody would be told.
            self._lists.expect(name)
        keep = block.role == "lead"
        return paragraph(self._styles.id(name), self._runs.of(block.inlines), keep_next=keep)

    def _listing(self, block: Listing, depth: int) -> str:
        name = ORDERED if block.ordered else BULLETED
        number = self._lists.begin(name, depth) if block.ordered else self._lists.join(name, depth)
        return "".join(self._item(item, name, number, depth) for item in block.items)

    def _item(self, item: tuple[Block, ...], name: str, number: Number, depth: int) -> str:
        """Return an item: its first paragraph carries the number, the others are indented below it."""
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
        runs = self._runs.of(first.inlines) if first else ""
        pieces = [paragraph(self._styles.id(name), runs, number=number)]
        for block in rest:
            if isinstance(block, Paragraph) and block.role == "body":
                left = self._lists.left(name, number.level) if depth else None
                pieces.append(paragraph(self._styles.id(CONTINUED), self._runs.of(block.inlines), left=left))
            else:
                pieces.append(self._block(block, depth + 1))
        return "".join(pieces)
