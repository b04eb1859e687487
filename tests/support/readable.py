"""What a Word file can tell of a document, and documents as plain lines."""

from collections.abc import Iterable, Iterator

from drafter.frozen import replaced
from drafter.model.blocks import (
    Block,
    Document,
    Heading,
    Inline,
    Listing,
    NoteMark,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.model.emphasis import without_emphasis


def readable(document: Document) -> Document:
    """Return *document* as a Word file can tell it.

    It does not tell a numbered lead-in from another numbered paragraph, where an annex begins, what a note
    cites, or what a reference leads to; a plain one has no bold and italics.
    """
    if document.layout.plain:
        document = without_emphasis(document)
    numbers = iter(range(1, len(document.notes) + 1))
    blocks = tuple(_block(block, numbers) for block in document.blocks)
    notes = tuple(_line(note, numbers) for note in document.notes)
    return replaced(document, blocks=blocks, notes=notes)


def texts(lines: Iterable[tuple[Inline, ...]]) -> list[str]:
    """Return the text of each line, with ``^`` for a note mark or number, and the label of a gap."""
    return ["".join(getattr(inline, "text", "^") for inline in line) for line in lines]


def _block(block: Block, numbers: Iterator[int]) -> Block:
    match block:
        case Paragraph():
            role = "body" if block.numbered else block.role
            return Paragraph(_line(block.inlines, numbers), role, block.numbered)
        case Heading():
            return Heading(_line(block.inlines, numbers), block.level)
        case Listing():
            items = tuple(tuple(_block(each, numbers) for each in item) for item in block.items)
            return Listing(items, block.ordered)
        case Table():
            header = tuple(_line(cell, numbers) for cell in block.header)
            return Table(header, tuple(tuple(_line(cell, numbers) for cell in row) for row in block.rows))
        case PageTurn():
            return PageTurn(block.landscape)


def _line(line: tuple[Inline, ...], numbers: Iterator[int]) -> tuple[Inline, ...]:
    """Return *line* with its notes numbered and texts in the same format joined."""
    joined: list[Inline] = []
    for each in line:
        inline = Text(each.text) if isinstance(each, Reference) else each
        last = joined[-1] if joined else None
        if isinstance(inline, NoteMark):
            joined.append(NoteMark(str(next(numbers))))
        elif isinstance(inline, Text) and isinstance(last, Text) and _format(inline) == _format(last):
            joined[-1] = Text(last.text + inline.text, *_format(last))
        else:
            joined.append(inline)
    return tuple(joined)


def _format(text: Text) -> tuple[bool, bool]:
    return text.bold, text.italic
