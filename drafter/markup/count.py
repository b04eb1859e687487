"""Counting words, from the very blocks that become the document.

Two ways of counting are in use: by white space (Word), and also breaking at en and em dashes (LibreOffice).
A limit is held against the larger. Automatic numbers are not words; notes are counted apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.model.blocks import Block, Document, Gap, Heading, Inline, Listing, Paragraph, Table, Text

_BROKEN_AT_DASHES = re.compile(r"[^\s–—]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the number of words under it, up to the next heading of any level."""

    title: str
    level: int
    words: int


def count(text: str) -> int:
    """Return how many words *text* has, by the stricter of the two ways of counting."""
    return max(len(text.split()), len(_BROKEN_AT_DASHES.findall(text)))


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words of *inlines* without their look, gaps with what they ask for."""
    return "".join(part.text for part in inlines if isinstance(part, Text | Gap))


def block_text(block: Block) -> str:
    """Return the words of *block*; paragraphs, items and cells are parted by line breaks."""
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return plain_text(inlines)
        case Listing(items=items):
            return "\n".join(block_text(part) for item in items for part in item)
        case Table(header=header, rows=rows):
            return "\n".join(plain_text(cell) for row in (header, *rows) for cell in row)


def count_blocks(blocks: Iterable[Block]) -> int:
    """Return how many words the *blocks* have, headings and tables included, notes not."""
    return sum(count(block_text(block)) for block in blocks)


def count_notes(document: Document) -> int:
    """Return how many words the notes of *document* have."""
    return sum(count(plain_text(note)) for note in document.notes)


def sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return the sections of a document in order; what stands before the first heading has no title."""
    found: list[Section] = [Section("", 0, 0)]
    for block in blocks:
        words = count(block_text(block))
        if isinstance(block, Heading):
            found.append(Section(plain_text(block.inlines), block.level, words))
        else:
            last = found[-1]
            found[-1] = Section(last.title, last.level, last.words + words)
    return tuple(section for section in found if section.words)
