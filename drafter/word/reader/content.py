"""From what was read of a Word file to a document as blocks, whichever program saved it last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.frozen import frozen
from drafter.language.english import ENGLISH
from drafter.language.language import Language
from drafter.model.blocks import (
    Block,
    Document,
    Heading,
    Inline,
    Layout,
    PageTurn,
    Paragraph,
    Properties,
    Table,
    lines_of,
)
from drafter.patterns import pattern
from drafter.word.reader.content_inlines import InlineReader, text_of
from drafter.word.reader.document import ReadDocument, ReadParagraph, ReadRow, ReadTable
from drafter.word.reader.lists import ListBuilder
from drafter.word.reader.read import Changes, read_document
from drafter.word.reader.roles import Roles

_CONTENTS = pattern(r"toc (?:\d|heading)|contents (?:\d|heading)|table of figures")
_DEEPEST_HEADING = 3


@frozen
class LineComment:
    """A comment on a line of the document."""

    line: int | None
    """Its index in ``lines_of(document.blocks)``; ``None`` if it is about a note or what is left out."""
    quoted: str
    """The words that it is about."""
    text: str


@frozen
class Content:
    """The content of a Word file."""

    document: Document
    """The key of each note mark is the number of its note."""
    comments: tuple[LineComment, ...]
    """What people have written beside it; drafter's own comments are left out."""
    names: tuple[tuple[str, ...], ...] = ()
    """The names by which drafter knows each line again, in the order of ``lines_of(document.blocks)``. A line
    that somebody has added has none, one that was joined from two has two."""


def read_content(
    data: bytes, file: str = "", *, changes: Changes = "accept", language: Language = ENGLISH
) -> Content:
    """Return the content of the Word file *data*, with its tracked *changes* accepted or rejected.

    Raises DrafterError with the path *file* if it is damaged, locked or too large.
    """
    return content_of(read_document(data, file, changes), language)


def content_of(read: ReadDocument, language: Language = ENGLISH) -> Content:
    """Return what *read* says, as blocks, and the comments on its lines.

    Empty paragraphs, a table of contents and the heading over the endnotes are left out. Of the layout, only
    the kind of the notes is known; where an annex begins is not.
    """
    converter = _Converter(read, language)
    for block in read.blocks:
        converter.add(block)
    return converter.content()


class _Converter:
    """Turns the paragraphs and tables of a file into blocks, in reading order."""

    def __init__(self, read: ReadDocument, language: Language) -> None:
        self._read = read
        self._language = language
        self._roles = Roles(read.blocks)
        self._inlines = InlineReader(read, language)
        self._lists = ListBuilder()
        self._lines: dict[str, int] = {}  # by id of the comment
        self._names: list[tuple[str, ...]] = []  # by number of the line
        ends = [block.ends_section for block in paragraphs_of(read.blocks) if block.ends_section]
        self._pages = [*ends, "landscape" if read.ends_landscape else "upright"]
        if self._pages[0] == "landscape":
            self._lists.add(PageTurn(landscape=True))

    def add(self, block: ReadParagraph | ReadTable) -> None:
        """Add what *block* says."""
        if isinstance(block, ReadTable):
            if table := self._table(block):
                self._lists.add(table)
            return
        if not _CONTENTS.match(block.style.lower()):
            self._add_paragraph(block)
        if block.ends_section:
            self._turn_page()

    def content(self) -> Content:
        """Return the blocks, notes and comments."""
        blocks = self._without_end(self._lists.blocks())
        notes = tuple(self._inlines.notes())
        kind = self._inlines.note_kind
        document = Document(blocks, notes, _properties(self._read, self._language), Layout(notes=kind))
        comments = (
            LineComment(self._lines.get(comment.id), comment.quoted, comment.text)
            for comment in self._read.comment_texts
            if not comment.is_ours
        )
        line_count = sum(1 for _ in lines_of(blocks))
        return Content(document, tuple(comments), tuple(self._names[:line_count]))

    def _add_paragraph(self, paragraph: ReadParagraph) -> None:
        inlines = self._line((paragraph,))
        if not inlines:
            return
        role = self._roles.role(paragraph)
        if paragraph.heading and role not in ("title", "subtitle"):
            self._lists.add(Heading(inlines, min(paragraph.heading, _DEEPEST_HEADING)))
        elif self._roles.is_numbered(paragraph):
            self._lists.add(Paragraph(inlines, "body", numbered=True))
        elif paragraph.position is not None and role in ("body", "lead"):
            self._lists.add_item(paragraph.position, Paragraph(inlines))
        elif role == "body" and self._lists.continues(paragraph):
            self._lists.add_to_item(paragraph, Paragraph(inlines))
        else:
            self._lists.add(Paragraph(inlines, role))

    def _table(self, table: ReadTable) -> Table | None:
        """Return *table*, whose short rows are filled up; ``None`` if it has no cells."""
        columns = max((len(row.cells) for row in table.rows), default=0)
        if not columns:
            return None
        header, *rows = (self._row(row, columns) for row in table.rows if row.cells)
        return Table(header, tuple(rows))

    def _row(self, row: ReadRow, columns: int) -> tuple[tuple[Inline, ...], ...]:
        """Return *row* with as many cells as the table has *columns*, or with one that spans them."""
        cells = tuple(self._line(cell, is_cell=True) for cell in row.cells)
        missing = 0 if len(cells) == 1 else columns - len(cells)
        self._names += [()] * missing
        return (*cells, *((),) * missing)

    def _line(self, paragraphs: Sequence[ReadParagraph], *, is_cell: bool = False) -> tuple[Inline, ...]:
        """Return the inlines of *paragraphs*, which make up a line, and count it unless it is empty."""
        inlines = self._inlines.line(paragraph.inlines for paragraph in paragraphs)
        if inlines or is_cell:
            for paragraph in paragraphs:
                self._lines |= dict.fromkeys(paragraph.extras.comment_ids, len(self._names))
            self._names.append(tuple(name for each in paragraphs for name in each.extras.names))
        return inlines

    def _turn_page(self) -> None:
        ended = self._pages.pop(0)
        if ended != "continuous":
            self._lists.add(PageTurn(self._pages[0] == "landscape"))

    def _without_end(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return *blocks* without a last empty page and without the heading over the endnotes."""
        while blocks and isinstance(blocks[-1], PageTurn):
            blocks = blocks[:-1]
        if blocks and isinstance(blocks[-1], Heading) and self._inlines.note_kind == "endnotes":
            words = text_of(blocks[-1].inlines).strip().casefold()
            if self._inlines.has_notes and words == self._language.labels.notes.casefold():
                return blocks[:-1]
        return blocks


def paragraphs_of(blocks: Iterable[ReadParagraph | ReadTable]) -> Iterator[ReadParagraph]:
    """Yield the paragraphs of *blocks* outside tables."""
    return (block for block in blocks if isinstance(block, ReadParagraph))


def _properties(read: ReadDocument, language: Language) -> Properties:
    values: Mapping[str, str] = dict(reversed(read.properties))
    return Properties(
        title=values.get("title", ""),
        authors=values.get("creator", ""),
        subject=values.get("subject", ""),
        keywords=values.get("keywords", ""),
        language=language,
        date=values.get("created", "")[:10],
        document_type=read.document_type,
    )
