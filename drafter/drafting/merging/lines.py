"""The lines of a document for comparing: each paragraph, item and cell with its text and where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal
from zlib import crc32

from drafter.frozen import frozen, replaced
from drafter.markup.blocks import read_blocks
from drafter.markup.pasted import read_pasted
from drafter.markup.writing import blocks_markdown
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    NoteNumber,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.model.origins import LineOrigins, Origins

_NOTE, _GAP, _GAP_KINDS, _OTHER = 0xF0000, 0xF8000, 0x7000, "\ufffc"


@frozen
class Nesting:
    """The place of a line in one list or table of those around it."""

    kind: Literal["ordered", "bullets", "table"]
    number: int
    """Counts the lists and tables of the document."""
    item: int
    """The item, or the row, where 0 is the header."""
    column: int = 0
    columns: int = 0


@frozen
class Line:
    """A paragraph, heading, list paragraph or cell of a document."""

    block: Paragraph | Heading
    """The line as a block; a cell is a paragraph."""
    nesting: tuple[Nesting, ...] = ()
    """The lists and tables around it, from the outside in."""
    spans: LineOrigins = ()
    notes: tuple[int, ...] = ()
    """The numbers of its notes, from 1."""
    names: tuple[str, ...] = ()
    """The names by which drafter knows it again in a Word file; none in a file that lost them."""

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """What the line says."""
        return self.block.inlines

    @property
    def text(self) -> str:
        """The text, with one character for each note, gap or other inline: see ``text_of``."""
        return text_of(self.inlines)

    @property
    def shown(self) -> str:
        """The text, with ``†`` for each note whatever its number."""
        return "".join("†" if is_note(character) else character for character in self.text).strip()

    @property
    def kind(self) -> str:
        """What the line is, for telling an item from a paragraph and a heading from text."""
        if isinstance(self.block, Heading):
            return "heading"
        if self.nesting:
            return "cell" if self.nesting[-1].kind == "table" else "item"
        return "text" if self.block.role in ("body", "lead", "quote") else self.block.role

    @property
    def is_blank(self) -> bool:
        """Whether the line shows nothing."""
        return not self.text.strip()


def text_of(inlines: Iterable[Inline]) -> str:
    """Return the text of *inlines*; positions in it are those of ``Span``.

    A note mark and a gap are one character each, which tells equal ones from others; anything else that is
    not text is U+FFFC.
    """
    return "".join(map(_character, inlines))


def _character(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Reference(text=text):
            return text
        case NoteMark(key=key):
            return chr(_NOTE + int(key)) if key.isdecimal() else _OTHER
        case Gap(text=text):
            return chr(_GAP + crc32(text.encode()) % _GAP_KINDS)
        case _:
            return _OTHER


def is_note(character: str) -> bool:
    """Return whether *character* stands for a note mark in a line's text."""
    return _NOTE <= ord(character) < _GAP


def note_number(character: str) -> int:
    """Return the number of the note that *character* stands for."""
    return ord(character) - _NOTE


def is_gap(character: str) -> bool:
    """Return whether *character* stands for a gap in a line's text."""
    return _GAP <= ord(character) < _GAP + _GAP_KINDS


def lines_of_document(document: Document, origins: Origins | None = None) -> tuple[Line, ...]:
    """Return the lines of *document* with the spans of *origins*; the key of a note mark is its number."""
    walker = _Walker()
    lines = tuple(walker.lines(document.blocks, ()))
    if origins is None:
        return lines
    return tuple(replaced(line, spans=spans) for line, spans in zip(lines, origins.lines, strict=True))


def lines_of_markdown(text: str) -> Iterator[Line]:
    """Yield the lines of the Markdown *text*, whose note marks have numbers and keep them."""
    walker = _Walker(keep_keys=True)
    yield from walker.lines(read_blocks(read_pasted(text).text), ())


class _Walker:
    """Walks through blocks in the order of ``lines_of`` and numbers notes, lists and tables."""

    def __init__(self, *, keep_keys: bool = False) -> None:
        self._keep_keys = keep_keys
        self._notes = 0
        self._containers = 0

    def lines(self, blocks: Iterable[Block], nesting: tuple[Nesting, ...]) -> Iterator[Line]:
        """Yield the lines of *blocks*, which are in the lists *nesting*."""
        for block in blocks:
            match block:
                case Listing(items=items, ordered=ordered):
                    self._containers += 1
                    number = self._containers
                    for item, inner in enumerate(items):
                        step = Nesting("ordered" if ordered else "bullets", number, item)
                        yield from self.lines(inner, (*nesting, step))
                case Table():
                    yield from self._cells(block, nesting)
                case PageTurn():
                    pass
                case _:
                    yield self._line(block, nesting)

    def _cells(self, table: Table, nesting: tuple[Nesting, ...]) -> Iterator[Line]:
        self._containers += 1
        number = self._containers
        for row, cells in enumerate((table.header, *table.rows)):
            for column, inlines in enumerate(cells):
                step = Nesting("table", number, row, column, len(cells))
                yield self._line(Paragraph(inlines), (*nesting, step))

    def _line(self, block: Paragraph | Heading, nesting: tuple[Nesting, ...]) -> Line:
        inlines: list[Inline] = []
        numbers: list[int] = []
        for inline in block.inlines:
            if isinstance(inline, NoteMark) and self._keep_keys:
                numbers += [int(key) for key in inline.keys if key.isdecimal()]
                inlines.append(inline)
            elif isinstance(inline, NoteMark):
                self._notes += 1
                numbers.append(self._notes)
                inlines.append(NoteMark(str(self._notes)))
            else:
                inlines.append(inline)
        return Line(replaced(block, inlines=tuple(inlines)), nesting, (), tuple(numbers))


def with_names(lines: Sequence[Line], names: Sequence[tuple[str, ...]]) -> list[Line]:
    """Return *lines* with their *names*, of which there may be none."""
    own = (*names, *[()] * (len(lines) - len(names)))
    return [replaced(line, names=each) for line, each in zip(lines, own, strict=False)]


def likeness_of(printed: Sequence[Line], edited: Sequence[Line]) -> float:
    """Return which part of the *printed* lines is among the *edited* ones word for word, from 0 to 1."""
    texts = {line.shown for line in edited}
    words = [line.shown for line in printed if not line.is_blank]
    return sum(text in texts for text in words) / max(len(words), 1)


# ---- parts of lines ----


def part(inlines: Iterable[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return the *inlines* between two positions of their text."""
    position, kept = 0, list[Inline]()
    for inline in inlines:
        length = len(_character(inline))
        first, last = max(start - position, 0), min(end - position, length)
        if isinstance(inline, Text):
            if first < last:
                kept.append(replaced(inline, text=inline.text[first:last]))
        elif isinstance(inline, Reference) and (first > 0 or last < length):
            kept += [Text(inline.text[first:last])] if first < last else []
        elif first <= 0 < last:
            kept.append(inline)
        position += length
    return tuple(kept)


def trimmed(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return *inlines* without blanks at their beginning and end."""
    kept = list(inlines)
    while kept and isinstance(first := kept[0], Text) and first.text != first.text.lstrip():
        kept[0] = replaced(first, text=first.text.lstrip())
        kept = kept if first.text.strip() else kept[1:]
    while kept and isinstance(last := kept[-1], Text) and last.text != last.text.rstrip():
        kept[-1] = replaced(last, text=last.text.rstrip())
        kept = kept if last.text.strip() else kept[:-1]
    return tuple(kept)


def plain(inlines: Iterable[Inline]) -> str:
    """Return the words of *inlines*, without notes; a gap as its label in brackets."""
    shown = {Gap: lambda inline: f"[{inline.text}]", NoteNumber: lambda inline: str(inline.number)}
    return "".join(
        inline.text if isinstance(inline, Text | Reference) else shown.get(type(inline), lambda _: "")(inline)
        for inline in inlines
    )


# ---- lines as blocks again ----


def rebuilt(lines: Sequence[Line], depth: int = 0) -> tuple[Block, ...]:
    """Return *lines* as blocks, with the lists and tables around them from *depth* on."""
    blocks: list[Block] = []
    for _, group in groupby(lines, lambda line: _container(line, depth)):
        inside = list(group)
        if len(inside[0].nesting) <= depth:
            blocks += [line.block for line in inside]
        elif inside[0].nesting[depth].kind == "table":
            blocks.append(_rebuilt_table(inside, depth))
        else:
            items = [
                rebuilt(list(item), depth + 1)
                for _, item in groupby(inside, lambda line: line.nesting[depth].item)
            ]
            blocks.append(Listing(tuple(items), inside[0].nesting[depth].kind == "ordered"))
    return tuple(blocks)


def _container(line: Line, depth: int) -> int:
    return line.nesting[depth].number if len(line.nesting) > depth else 0


def _rebuilt_table(lines: Sequence[Line], depth: int) -> Table:
    rows = [
        tuple(line.inlines for line in row)
        for _, row in groupby(lines, lambda line: line.nesting[depth].item)
    ]
    return Table(rows[0], tuple(rows[1:]))


def markdown_of(lines: Sequence[Line], depth: int = 0) -> str:
    """Return *lines* as Markdown, with their note marks as ``[^number]``."""
    return blocks_markdown(rebuilt(lines, depth)) if lines else ""
