"""A document as blocks: what Word, the preview, the word count and the review all read.

Plain frozen dataclasses and not pydantic: a submission makes thousands of them, and only drafter makes them.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, TypeAlias

from drafter.frozen import factory_default, frozen
from drafter.language.english import ENGLISH
from drafter.language.language import Language


@frozen
class Text:
    """Words of one look. A line break is ``"\\n"``."""

    text: str
    bold: bool = False
    italic: bool = False


@frozen
class NoteMark:
    """The place of a note reference. *key* names the note; each mark is one note of its own."""

    key: str


@frozen
class NoteNumber:
    """Inside a note: the number of an earlier note (counted from 1), kept right by Word."""

    number: int


@frozen
class Gap:
    """Something still to be completed, visible in a draft. *text* says what."""

    text: str


ROLES: frozenset[str] = frozenset(
    {"body", "lead", "title", "subtitle", "cover", "organisation", "keywords", "quote", "signature"}
)
"""What a paragraph may be; each role has a style of its own in Word."""

Inline: TypeAlias = Text | NoteMark | NoteNumber | Gap


@frozen
class Paragraph:
    """A paragraph. *role* chooses its style; a numbered one carries the document's running number."""

    inlines: tuple[Inline, ...]
    role: str = "body"
    numbered: bool = False


@frozen
class Heading:
    """A heading of level 1 to 3."""

    inlines: tuple[Inline, ...]
    level: int = 1


@frozen
class Listing:
    """A list. An ordered one begins anew at its first number or letter; items hold paragraphs and lists."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@frozen
class Table:
    """A table with one header row; a cell is a line of inlines."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


Block: TypeAlias = Paragraph | Heading | Listing | Table


@frozen
class Properties:
    """What the file says of itself. Nothing about the machine or the person at it."""

    title: str
    authors: str = ""
    subject: str = ""
    keywords: str = ""
    language: Language = ENGLISH
    date: str = ""
    """ISO 8601 day, or empty: then the file carries no date."""
    words: int = 0


@frozen
class Layout:
    """What the rules say of the page."""

    notes: Literal["endnotes", "footnotes"] = "endnotes"
    font: str = ""
    """Empty: as in the look."""
    size: int = 0
    """Points; 0: as in the look."""
    plain: bool = False
    """Whether the body takes no bold, italics or underlining."""
    fields: tuple[tuple[str, str], ...] = ()
    """Simple ``{{ name }}`` fields of the look's header and footer, with their values."""


@frozen
class Document:
    """A whole document. ``notes[n - 1]`` is the text of the n-th mark in reading order."""

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
            case _:
                yield block.inlines


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Yield every inline of *blocks* in reading order."""
    return chain.from_iterable(lines_of(blocks))
