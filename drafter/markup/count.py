"""Word counts, taken from the very blocks that become the document.

Two ways of counting are in use: split at white space (Word), or at en and em dashes as well (LibreOffice).
Word limits apply to the larger count. Automatic numbers are not words; notes are counted separately.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Listing,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
    inlines_of,
    lines_of,
)
from drafter.patterns import pattern

_ANY_LEVEL = 10
"""More than the level of any heading."""
_SPLIT_AT_DASHES = pattern(r"[^\s–—]+")


@dataclass(frozen=True, slots=True)
class SectionCount:
    """The word count of a heading and of the text below it, up to the next heading of any level."""

    title: str
    level: int
    words: int
    total: int = field(default=0, compare=False)
    """The words including those of subsections. The totals of levels 0 and 1 add up to the whole document."""


def count_words(text: str) -> int:
    """Return how many words *text* has, by the way of counting that finds more."""
    words = len(text.split())
    return max(words, len(_SPLIT_AT_DASHES.findall(text))) if "–" in text or "—" in text else words


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the text of *inlines* without formatting; of a gap, its label."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text | Reference | Gap))


def block_text(block: Block) -> str:
    """Return the text of *block*; line breaks separate paragraphs, items and cells."""
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return plain_text(inlines)
        case Listing(items=items):
            return "\n".join(block_text(part) for item in items for part in item)
        case Table(header=header, rows=rows):
            return "\n".join(plain_text(cell) for row in (header, *rows) for cell in row)
        case PageTurn():
            return ""


def count_blocks(blocks: Iterable[Block], gap_mark: str = "") -> int:
    """Return how many words *blocks* have: with headings and tables, without notes.

    *gap_mark* is what the document prints before the label of each gap: "to be completed".
    """
    gap_words = count_words(gap_mark)
    return sum(_printed_words(block, gap_words) for block in blocks)


def count_body(document: Document) -> int:
    """Return how many words the text of *document* has, without its notes."""
    return count_blocks(document.blocks, _gap_mark(document))


def count_annexes(document: Document) -> int:
    """Return how many words the annexes of *document* have, without their notes."""
    return count_blocks(_annex_blocks(document.blocks), _gap_mark(document))


def _annex_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    is_annex = False
    for block in blocks:
        if isinstance(block, PageTurn):
            is_annex = block.annex
        elif is_annex:
            yield block


def count_notes(document: Document) -> int:
    """Return how many words the notes of *document* have."""
    gap_words = count_words(_gap_mark(document))
    return sum(count_words(plain_text(note)) + gap_words * _gaps(note) for note in document.notes)


def count_finished(blocks: Iterable[Block]) -> int:
    """Return how many words of *blocks* are printed as they stand: without gaps, see ``finished_words``."""
    return sum(finished_words(blocks))


def finished_words(blocks: Iterable[Block]) -> list[int]:
    """Return for each line of *blocks*, see ``lines_of``, how many words are printed as they stand.

    A gap has none, and a heading has some only once there are such words under it.
    """
    counts: list[int] = []
    reach = 0
    for block in reversed(list(blocks)):
        of_lines = [count_words(plain_text(_without_gaps(line))) for line in lines_of((block,))]
        if isinstance(block, Heading):
            of_lines = of_lines if block.level < reach else [0]
            reach = min(reach, block.level)  # what is under it is under headings of higher levels too
        elif any(of_lines):
            reach = _ANY_LEVEL
        counts = [*of_lines, *counts]
    return counts


def count_finished_annexes(document: Document) -> int:
    """Return how many words of the annexes of *document* are printed as they stand."""
    return count_finished(_annex_blocks(document.blocks))


def count_finished_notes(document: Document) -> int:
    """Return how many words of the notes of *document* are printed as they stand."""
    return sum(count_words(plain_text(_without_gaps(note))) for note in document.notes)


def _without_gaps(inlines: Iterable[Inline]) -> Iterator[Inline]:
    return (inline for inline in inlines if not isinstance(inline, Gap))


def _gap_mark(document: Document) -> str:
    return document.properties.language.labels.to_be_completed


def _printed_words(block: Block, gap_words: int) -> int:
    """Return how many words *block* has as it is printed, with *gap_words* before the label of each gap."""
    return count_words(block_text(block)) + gap_words * _gaps(inlines_of((block,)))


def _gaps(inlines: Iterable[Inline]) -> int:
    return sum(isinstance(inline, Gap) for inline in inlines)


def document_sections(document: Document) -> tuple[SectionCount, ...]:
    """Return the word counts of the sections of *document*; see ``count_sections``."""
    return count_sections(document.blocks, _gap_mark(document))


def count_sections(blocks: Iterable[Block], gap_mark: str = "") -> tuple[SectionCount, ...]:
    """Return the word counts of the sections in order; the text before the first heading has no title.

    Sections without any words are left out. *gap_mark* is as for ``count_blocks``.
    """
    gap_words = count_words(gap_mark)
    counts: list[SectionCount] = [SectionCount("", 0, 0)]
    for block in blocks:
        words = _printed_words(block, gap_words)
        if isinstance(block, Heading):
            counts.append(SectionCount(plain_text(block.inlines), block.level, words))
        else:
            last = counts[-1]
            counts[-1] = SectionCount(last.title, last.level, last.words + words)
    totals = (_total(counts, index) for index in range(len(counts)))
    return tuple(
        SectionCount(section.title, section.level, section.words, total)
        for section, total in zip(counts, totals, strict=True)
        if total
    )


def _total(sections: Sequence[SectionCount], index: int) -> int:
    """Return the words of a section and its subsections."""
    total = sections[index].words
    level = max(sections[index].level, 1)  # the text before the first heading (level 0) has no subsections
    for section in sections[index + 1 :]:
        if section.level <= level:
            break
        total += section.words
    return total
