"""Inlines become runs, and note marks get their ids as they are met in reading order."""

from collections.abc import Iterable
from typing import Literal

from drafter.language.labels import Labels
from drafter.model.blocks import Document, Gap, Inline, NoteMark, NoteNumber, Text, lines_of
from drafter.word.ooxml import escaped, field_runs, text_runs
from drafter.word.styles import GAP, NOTE_STYLES, Styles

NoteKind = Literal["endnote", "footnote"]


class Runs:
    """Turns inlines into runs. The k-th note mark that it meets takes the id k."""

    def __init__(
        self, kind: NoteKind, styles: Styles, labels: Labels, cited: frozenset[int] = frozenset()
    ) -> None:
        self._kind = kind
        self._styles = styles
        self._labels = labels
        self._cited = cited
        self.marks = 0

    def of(self, inlines: Iterable[Inline]) -> str:
        """Return the runs of *inlines*."""
        pieces: list[str] = []
        after_mark = False
        for inline in inlines:
            if isinstance(inline, Text) and not inline.text:
                continue  # nothing to see: two marks around it are neighbours still
            if isinstance(inline, NoteMark):
                pieces.append(self._comma() if after_mark else "")
            pieces.append(self._one(inline))
            after_mark = isinstance(inline, NoteMark)
        return "".join(pieces)

    def _one(self, inline: Inline) -> str:
        match inline:
            case Text():
                return text_runs(inline.text, bold=inline.bold, italic=inline.italic)
            case NoteMark():
                return self._reference()
            case NoteNumber():
                return field_runs(f"NOTEREF {bookmark(inline.number)} \\h", str(inline.number))
            case Gap():
                what = f": {inline.text}" if inline.text else ""
                return text_runs(f"[{self._labels.to_be_completed}{what}]", style=self._styles.id(GAP))

    def _comma(self) -> str:
        return text_runs(",", style=self._reference_style())

    def _reference_style(self) -> str:
        return self._styles.id(NOTE_STYLES[self._kind][1])

    def _reference(self) -> str:
        self.marks += 1
        number = self.marks
        run = (
            f'<w:r><w:rPr><w:rStyle w:val="{escaped(self._reference_style())}"/></w:rPr>'
            f'<w:{self._kind}Reference w:id="{number}"/></w:r>'
        )
        if number not in self._cited:
            return run
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(number)}"/>'
        return f'{start}{run}<w:bookmarkEnd w:id="{number}"/>'


def bookmark(number: int) -> str:
    """Return the name of the bookmark around the reference to a note. Word hides those that begin with _."""
    return f"_RefNote{number}"


def cited_notes(document: Document) -> frozenset[int]:
    """Return the numbers of the notes that the text or another note refers to by number."""
    lines = (*document.notes, *lines_of(document.blocks))
    return frozenset(inline.number for line in lines for inline in line if isinstance(inline, NoteNumber))
