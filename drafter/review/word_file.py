"""A Word file as the review reads it: its lines with their places, its notes, and what is not text."""

from collections.abc import Mapping
from typing import Literal

from drafter.frozen import factory_default, frozen
from drafter.review.display_names import excerpt

LineKind = Literal["title", "front", "heading", "paragraph", "item", "cell", "quote"]
"""``front`` is what is neither title nor text, such as the lines under the title and the signature."""


@frozen
class WordLine:
    """A paragraph, heading, list item or table cell of a Word file."""

    text: str
    """What Word shows, without its number; a note mark is ``[^3]``."""
    kind: LineKind
    place: str
    """Its place in words by which a person finds it in Word."""
    number: str = ""
    """The number or bullet before it, such as ``12.`` or ``(b)``."""
    level: int = 0
    """The level of a heading, from 1."""
    heading: str = ""
    """The heading above it."""
    is_number_typed: bool = False
    is_bold_heading: bool = False
    """Whether it is a heading only because its words are bold."""
    gaps: tuple[str, ...] = ()
    """The labels of drafter's gaps that are still open in it."""
    highlighted: str = ""
    """The words in it that have a colour behind them and are none of drafter's gaps."""
    hidden: str = ""
    """The words in it that Word does not show."""
    changes: Literal["", "text", "format"] = ""
    """Whether tracked changes in it are about text, or about its format alone."""
    comments: int = 0
    pictures_without_words: int = 0
    links: tuple[str, ...] = ()


@frozen
class WordNote:
    """A footnote or endnote."""

    number: int
    """Its number as printed, from 1."""
    text: str
    kind: Literal["endnote", "footnote"] = "endnote"

    @property
    def place(self) -> str:
        """Its place in words."""
        return f"note {self.number}" + (f" ({excerpt(self.text)})" if self.text.strip() else "")


@frozen
class WordFile:
    """A Word file under review."""

    lines: tuple[WordLine, ...]
    notes: tuple[WordNote, ...] = ()
    """In the order of their numbers."""
    headers_and_footers: tuple[str, ...] = ()
    properties: Mapping[str, str] = factory_default(factory=dict)
    language: str = ""
    """Its proofing language, such as ``en-GB``; empty if it has none."""
    change_authors: int = 0
    """How many people have left tracked changes."""
    comments: int = 0
    own_comments: int = 0
    """How many of the comments drafter wrote itself."""
    has_seal: bool = False
    """Whether drafter wrote it first."""
    document_type: str = ""
    """The id of the document type that drafter wrote into it."""
