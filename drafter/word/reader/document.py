"""The content of a Word file as values: paragraphs, tables, notes, headers, properties."""

from typing import Literal, TypeAlias

from drafter.frozen import factory_default, frozen
from drafter.word.ooxml import NoteKind


@frozen
class TextFormat:
    """The format of text, as far as drafter writes it."""

    bold: bool = False
    italic: bool = False
    gap: bool = False
    """Whether it marks a gap, by drafter's style or by a highlight colour."""
    hidden: bool = False
    """Whether Word neither shows nor prints it."""


@frozen
class ReadText:
    """Text in one format; a line break is ``"\\n"``, a tab ``"\\t"``."""

    text: str
    format: TextFormat


@frozen
class ReadNoteMark:
    """A note mark in the text."""

    note_id: str
    """The id of the note in the file, which is not the number that Word shows."""
    format: TextFormat
    kind: NoteKind = "endnote"


@frozen
class ReadField:
    """A field, such as a page number or the number of a note."""

    instruction: str
    result: tuple["ReadInline", ...]
    """What Word showed last; it may contain other fields."""
    format: TextFormat


ReadInline: TypeAlias = ReadText | ReadNoteMark | ReadField


@frozen
class ReadExtras:
    """What belongs to a paragraph and is not its text."""

    changes: Literal["", "text", "format"] = ""
    """Whether tracked changes in it are about text, or about its format alone."""
    comments: int = 0
    pictures_without_words: int = 0
    """Pictures that no words describe, for readers who cannot see them."""
    links: tuple[str, ...] = ()
    """The addresses that its links lead to."""
    comment_ids: tuple[str, ...] = ()
    """The ids of the comments on it, in the order of their references."""
    names: tuple[str, ...] = ()
    """The names of drafter's bookmarks around lines that begin in it; several if paragraphs were joined."""


@frozen
class ReadListPosition:
    """Where a paragraph is in a list."""

    list_id: str
    """The id of the list; a list that counts anew has another one."""
    definition_id: str
    """The id of what defines the look of the list; lists with the same one may count on."""
    level: int
    """Counted from 0."""
    format: str
    """The format of its number in Word's words: ``bullet``, ``decimal``, ``lowerLetter`` …"""
    indent: int = 0
    """The left indent of the text at this level, in twips; 0 if the list does not set it."""
    is_first: bool = False
    """Whether its number is the first one of its level."""


@frozen
class ReadParagraph:
    """A paragraph as Word shows it, with all tracked changes accepted, or all rejected."""

    style: str
    """The name of its style (not the id); ``Normal`` if it has none."""
    number: str
    """The number or bullet that Word shows before it, such as ``12.`` or ``(b)``; may be empty."""
    inlines: tuple[ReadInline, ...]
    heading: int = 0
    """Its level in the outline, from 1; 0 for text."""
    extras: ReadExtras = factory_default(factory=ReadExtras)
    position: ReadListPosition | None = None
    """Where it is in a list; ``None`` outside lists."""
    indent: int | None = None
    """Its own left indent in twips; ``None`` if it has that of its style or list."""
    ends_section: Literal["", "upright", "landscape", "continuous"] = ""
    """How the pages lie of the section that it ends; ``continuous`` if no new page begins after it."""


@frozen
class ReadComment:
    """A comment. Of who wrote it, only whether that was drafter is read."""

    id: str
    quoted: str
    """The words that it is about."""
    text: str
    is_ours: bool = False
    """Whether drafter wrote it."""


@frozen
class ReadRow:
    """A row of a table."""

    is_header: bool
    """Whether Word repeats it on each page."""
    cells: tuple[tuple[ReadParagraph, ...], ...]


@frozen
class ReadTable:
    """A table."""

    rows: tuple[ReadRow, ...]


@frozen
class ReadNote:
    """A footnote or endnote."""

    kind: NoteKind
    id: str
    paragraphs: tuple[ReadParagraph, ...]


@frozen
class ReadHeaderFooter:
    """The header or footer of a section."""

    kind: str
    """``header`` or ``footer``."""
    pages: str
    """The pages that show it: ``default``, ``first`` or ``even``."""
    paragraphs: tuple[ReadParagraph, ...]


@frozen
class ReadDocument:
    """The content and the properties of a Word file."""

    blocks: tuple[ReadParagraph | ReadTable, ...]
    notes: tuple[ReadNote, ...]
    """The footnotes, then the endnotes, each in the order of the file."""
    headers_and_footers: tuple[ReadHeaderFooter, ...]
    properties: tuple[tuple[str, str], ...]
    """Names and values of the title, the author and so on, as in the file."""
    language: str
    """The proofing language, such as ``en-GB``; empty if the file has none."""
    change_authors: int = 0
    """How many people have left tracked changes; 0 if there are none."""
    comments: int = 0
    has_seal: bool = False
    """Whether drafter wrote it first; others may have changed it since."""
    document_type: str = ""
    """The id of the document type that drafter wrote into it."""
    comment_texts: tuple[ReadComment, ...] = ()
    """The comments in the order of the file."""
    note_bookmarks: tuple[tuple[str, NoteKind, str], ...] = ()
    """Names of bookmarks around note marks, with the kind and the id of the note."""
    ends_landscape: bool = False
    """Whether the pages of the last section lie on their side."""
