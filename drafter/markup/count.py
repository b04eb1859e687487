"""Counting words, from the very blocks that become the document.

Two ways of counting are in use: by white space (Word), and also breaking at en and em dashes (LibreOffice).
A limit is held against the larger. Automatic numbers are not words; notes are counted apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.model.blocks import Block, Document, Gap, Heading, Inline, Listing, Paragraph, Table, Text
from drafter.patterns import pattern

_BROKEN_AT_DASHES = pattern(r"[^\s–—]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the number of its words and of those under it, up to the next heading of any level."""

    title: str
    level: int
    words: int
    whole: int = field(default=0, compare=False)
    """The words with those of the sections below it; those of all sections of level 0 and 1 are all words."""


def count(text: str) -> int:
    """Return how many words *text* has, by the stricter of the two ways of counting."""
    words = len(text.split())
    return max(words, len(_BROKEN_AT_DASHES.findall(text))) if "–" in text or "—" in text else words


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words of *inlines* without their look, gaps with what they ask for."""
    return "".join(part.text for part in inlines if isinstance(part, Text | Gap))


def block_text(block: Block) -> str:
    """Return the words of *block*; line breaks separate paragraphs, items and cells."""
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
    wholes = [_whole(found, at) for at in range(len(found))]
    counted = zip(found, wholes, strict=True)
    return tuple(Section(one.title, one.level, one.words, whole) for one, whole in counted if whole)


def _whole(found: Sequence[Section], at: int) -> int:
    """Return the words of a section and of all that stands below it, up to the next one of its level."""
    words = found[at].words
    level = max(found[at].level, 1)  # what stands before the first heading takes in no section of level 1
    for one in found[at + 1 :]:
        if one.level <= level:
            break
        words += one.words
    return words
