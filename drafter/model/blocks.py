"""A document as blocks, which the Word writer, the preview, the word count and the review read.

These are not pydantic models: a submission has thousands of them, and only drafter creates them.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, TypeAlias

from drafter.frozen import factory_default, frozen
from drafter.language.english import ENGLISH
from drafter.language.language import Language


@frozen
class Text:
    """Text with one formatting. A line break is ``"\\n"``."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    """The ISO code of a foreign text, such as the title of a source; empty for the document's language."""


@frozen
class NoteMark:
    """A note reference. *key* says what the note cites; each mark has its own note."""

    key: str
    also: tuple[str, ...] = ()
    """What else the note cites, if several marks stood after one word."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All that the note cites, in the order of the marks in the text."""
        return (self.key, *self.also)


@frozen
class NoteNumber:
    """Within a note: the number of an earlier note, from 1, which Word keeps up to date."""

    number: int


@frozen
class TypedReference:
    """What an author typed to refer to one or more parts, and the words that are printed for it."""

    target: str
    """Everything within the braces."""
    before: str
    """The words before the number or heading of the first part."""
    after: str
    """The number or heading of the first part, and all that is printed after it."""


@frozen
class Reference:
    """A reference to another part of the document: its number or its heading, which Word keeps up to date."""

    target: str
    """A label of that part. Until ``compose`` has looked it up: everything within the braces, as typed."""
    text: str = ""
    """What is printed."""
    is_number: bool = False
    """Whether *text* is the number of the part, not its text."""
    typed: TypedReference | None = None
    """What the author typed, for the first of the parts that it refers to."""


@frozen
class Gap:
    """A gap to complete, visible in a draft. *text* says what is missing."""

    text: str


ROLES: frozenset[str] = frozenset(
    {"body", "lead", "title", "subtitle", "cover", "organisation", "keywords", "quote", "signature"}
)
"""The roles of paragraphs; Word has a style for each."""

Inline: TypeAlias = Text | NoteMark | NoteNumber | Reference | Gap


@frozen
class Paragraph:
    """A paragraph. *role* determines its style; a numbered one has the document's running number."""

    inlines: tuple[Inline, ...]
    role: str = "body"
    numbered: bool = False
    labels: tuple[str, ...] = ()
    """The names by which references find it."""


@frozen
class Heading:
    """A heading of level 1 to 3."""

    inlines: tuple[Inline, ...]
    level: int = 1
    labels: tuple[str, ...] = ()
    """The names by which references find it."""


@frozen
class Listing:
    """A list. An ordered one starts at its first number or letter; items contain paragraphs and lists."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@frozen
class Table:
    """A table with one header row; a cell is a tuple of inlines.

    A row with a single cell, in a table with more columns, spans all of them: a title for the rows below.
    """

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@frozen
class PageTurn:
    """A new page; from here on, the pages are upright or lie on their side."""

    landscape: bool
    annex: bool = False
    """Whether an annex begins, which reaches to the next turn."""


Block: TypeAlias = Paragraph | Heading | Listing | Table | PageTurn


@frozen
class Properties:
    """The properties of the Word file. They say nothing about the computer or its user."""

    title: str
    authors: str = ""
    subject: str = ""
    keywords: str = ""
    language: Language = ENGLISH
    date: str = ""
    """An ISO 8601 day; if it is empty, the file has no date."""
    words: int = 0
    document_type: str = ""
    """The id of the document type, ``mechanism/document``, by which drafter knows the rules of the file."""


@frozen
class Layout:
    """The page layout that the rules ask for."""

    notes: Literal["endnotes", "footnotes"] = "endnotes"
    font: str = ""
    """The name of the font; empty: that of the look."""
    size: int = 0
    """In points; 0: that of the look."""
    plain: bool = False
    """Whether bold, italics and underlining are not allowed."""
    fields: tuple[tuple[str, str], ...] = ()
    """Names and values of the ``{{ name }}`` fields in the look's header and footer."""


@frozen
class Document:
    """A document. ``notes[n - 1]`` is the text of the n-th note mark in reading order."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Inline, ...], ...] = ()
    properties: Properties = factory_default(factory=lambda: Properties(""))
    layout: Layout = factory_default(factory=Layout)


def lines_of(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """Yield the inlines of each paragraph, heading, item and cell of *blocks* in reading order."""
    for block in blocks:
        match block:
            case Listing(items=items):
                for item in items:
                    yield from lines_of(item)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from row
            case PageTurn():
                pass
            case _:
                yield block.inlines


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield every inline of *blocks* in reading order."""
    return chain.from_iterable(lines_of(blocks))
