"""Inlines become runs, and note marks get their ids in reading order."""

import re
from collections.abc import Iterable
from functools import partial

from drafter.language.labels import Labels
from drafter.model.blocks import Document, Gap, Inline, NoteMark, NoteNumber, Reference, Table, Text, lines_of
from drafter.word.links import Links
from drafter.word.ooxml import NoteKind, escape_xml, field_runs, text_runs
from drafter.word.style_names import GAP_STYLE, NOTE_STYLES
from drafter.word.styles import Styles
from drafter.word.work_marks import WorkMarks

PART_BOOKMARK = "_RefPart_"
"""How the names of these bookmarks begin. The ``_`` makes Word hide them."""
_LONGEST_BOOKMARK = 40
_FIRST_PART_ID = 1_000_000
"""The ids of bookmarks around parts begin above those around note references, the numbers of the notes."""


class RunWriter:
    """Writes inlines as runs. The n-th note mark that it writes gets the id n."""

    def __init__(
        self,
        kind: NoteKind,
        styles: Styles,
        labels: Labels,
        cited: frozenset[int] = frozenset(),
        marks: WorkMarks | None = None,
    ) -> None:
        """Prepare for notes of *kind*; *cited* are the notes that are referred to."""
        self._kind = kind
        self._styles = styles
        self._labels = labels
        self._cited = cited
        self._marks = marks
        self.links: Links | None = None
        """Collects the web addresses, which become links; ``None`` if they do not."""
        self.mark_count = 0
        self._part_count = 0

    def line(self, inlines: Iterable[Inline], labels: Iterable[str] = ()) -> str:
        """Return the runs of the next line of the document within bookmarks for its *labels*.

        In a working copy they have its marks. Comments are outside these bookmarks, so that no reference
        repeats them.
        """
        runs = self.in_bookmarks(labels, self.xml(inlines))
        return self._marks.line(runs) if self._marks else runs

    def xml(self, inlines: Iterable[Inline]) -> str:
        """Return the runs of *inlines*, with a comma between adjacent note marks."""
        pieces: list[str] = []
        after_mark = False
        for inline in inlines:
            if isinstance(inline, Text) and not inline.text:
                continue  # nothing to print, so the marks before and after it are adjacent
            if isinstance(inline, NoteMark):
                pieces.append(self.comma() if after_mark else "")
            pieces.append(self._inline(inline))
            after_mark = isinstance(inline, NoteMark)
        return "".join(pieces)

    def in_bookmarks(self, labels: Iterable[str], runs: str) -> str:
        """Return *runs* within a bookmark for each of *labels*, to which references lead."""
        for label in labels:
            self._part_count += 1
            number = _FIRST_PART_ID + self._part_count
            start = f'<w:bookmarkStart w:id="{number}" w:name="{part_bookmark(label)}"/>'
            runs = f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'
        return runs

    def described(self, table: Table) -> str:
        """Return the description of *table* for a screen reader: its columns and how many rows it has."""
        columns = "; ".join(text for cell in table.header if (text := _plain(cell)))
        return self._labels.table.format(columns=columns, rows=len(table.rows))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return self._text(inline)
            case NoteMark():
                return self._reference()
            case NoteNumber():
                return self.number(inline, str(inline.number))
            case Reference():
                switch = "\\n \\h" if inline.is_number else "\\h"
                return field_runs(f"REF {part_bookmark(inline.target)} {switch}", inline.text)
            case Gap():
                label = f": {inline.text}" if inline.text else ""
                text = f"[{self._labels.to_be_completed}{label}]"
                runs = text_runs(text, style=self._styles.id(GAP_STYLE))
                return self._marks.gap(runs) if self._marks else runs

    def _text(self, inline: Text) -> str:
        runs = partial(text_runs, bold=inline.bold, italic=inline.italic, language=inline.language)
        if self.links is None or "http" not in inline.text:
            return runs(inline.text)
        return self.links.xml(inline.text, lambda text, style: runs(text, style=style))

    def number(self, inline: NoteNumber, shown: str) -> str:
        """Return the field with the number of a note; it says *shown* until Word updates it."""
        return field_runs(f"NOTEREF {_bookmark_name(inline.number)} \\h", shown)

    def comma(self) -> str:
        """Return the comma between two adjacent note marks."""
        return text_runs(",", style=self._reference_style())

    def _reference_style(self) -> str:
        return self._styles.id(NOTE_STYLES[self._kind][1])

    def _reference(self) -> str:
        self.mark_count += 1
        number = self.mark_count
        run = (
            f'<w:r><w:rPr><w:rStyle w:val="{escape_xml(self._reference_style())}"/></w:rPr>'
            f'<w:{self._kind}Reference w:id="{number}"/></w:r>'
        )
        if number in self._cited:
            run = bookmarked(number, run)
        return self._marks.reference(number, run) if self._marks else run


def _plain(cell: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in cell if isinstance(inline, Text | Reference | Gap))


def cited_notes(document: Document) -> frozenset[int]:
    """Return the numbers of the notes that the text or another note cites by number."""
    lines = (*document.notes, *lines_of(document.blocks))
    return frozenset(inline.number for line in lines for inline in line if isinstance(inline, NoteNumber))


def part_bookmark(label: str) -> str:
    """Return the name of the bookmark around the part of the document that has *label*."""
    return f"{PART_BOOKMARK}{re.sub(r'[^A-Za-z0-9]', '_', label)}"[:_LONGEST_BOOKMARK]


def bookmarked(number: int, runs: str) -> str:
    """Return *runs*, which have the mark of the note with this *number*, in the bookmark of the note."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark_name(number)}"/>'
    return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'


def _bookmark_name(number: int) -> str:
    """Return the name of the bookmark around a note reference. The ``_`` makes Word hide the bookmark."""
    return f"_RefNote{number}"
