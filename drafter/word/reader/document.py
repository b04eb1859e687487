"""What a Word file holds, as values: paragraphs with style and number, tables, notes, headers, properties."""

from typing import Literal, TypeAlias

from drafter.frozen import frozen

NoteKind: TypeAlias = Literal["endnote", "footnote"]


@frozen
class Look:
    """How letters look, as far as drafter writes it."""

    bold: bool = False
    italic: bool = False
    gap: bool = False
    """Whether it marks a place that is still to be completed: by drafter's style, or highlighted."""


@frozen
class ReadText:
    """Letters of one look; a break within the paragraph is ``"\\n"``, a tab ``"\\t"``."""

    text: str
    look: Look


@frozen
class ReadMark:
    """The mark of a note in the text."""

    note: str
    """The id of the note in the file; not the number that is shown."""
    look: Look


@frozen
class ReadField:
    """A field, such as a page number or the number of a note."""

    instruction: str
    result: tuple["ReadInline", ...]
    """What Word showed last."""
    look: Look


ReadInline: TypeAlias = ReadText | ReadMark | ReadField


@frozen
class ReadParagraph:
    """A paragraph as Word shows it."""

    style: str
    """The name of its style, not the id; ``Normal`` where it has none."""
    number: str
    """What Word shows before it, such as ``12.`` or ``(b)``; empty for nothing."""
    inlines: tuple[ReadInline, ...]


@frozen
class ReadRow:
    """A row of a table, cell by cell."""

    heading: bool
    """Whether it is repeated on each page."""
    cells: tuple[tuple[ReadParagraph, ...], ...]


@frozen
class ReadTable:
    """A table, row by row."""

    rows: tuple[ReadRow, ...]


@frozen
class ReadNote:
    """A footnote or endnote."""

    kind: NoteKind
    id: str
    paragraphs: tuple[ReadParagraph, ...]


@frozen
class ReadMargin:
    """The header or footer of a section."""

    kind: str
    """``header`` or ``footer``."""
    pages: str
    """On which pages it stands: ``default``, ``first`` or ``even``."""
    paragraphs: tuple[ReadParagraph, ...]


@frozen
class ReadDocument:
    """All that a Word file shows, and what it says of itself."""

    blocks: tuple[ReadParagraph | ReadTable, ...]
    notes: tuple[ReadNote, ...]
    """The footnotes, then the endnotes, each in the order of the file."""
    margins: tuple[ReadMargin, ...]
    properties: tuple[tuple[str, str], ...]
    """Title, author and the like, by their names in the file, in its order."""
    language: str
    """The proofing language, such as ``en-GB``; empty where the file does not say."""
