"""What was read of the text of a Word file, as the inlines of a document."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from drafter.language.language import Language
from drafter.model.blocks import Gap, Inline, NoteMark, NoteNumber, Text
from drafter.patterns import pattern
from drafter.word.ooxml import NoteKind
from drafter.word.reader.document import ReadDocument, ReadField, ReadInline, ReadNoteMark, ReadText

_NOTE_FIELD = pattern(r"NOTEREF\s+(\S+)")
_BREAK = Text("\n")


class InlineReader:
    """Turns inlines of one file, line by line in reading order, into those of a document."""

    def __init__(self, read: ReadDocument, language: Language) -> None:
        self._read = read
        self._gap_start = f"[{language.labels.to_be_completed}"
        self._marks: list[tuple[NoteKind, str]] = []
        self._bookmarks: Mapping[str, tuple[NoteKind, str]] = {
            name: (kind, note_id) for name, kind, note_id in read.note_bookmarks
        }
        self._numbers: Mapping[tuple[NoteKind, str], int] = {}

    @property
    def has_notes(self) -> bool:
        """Whether a mark of a note has been read."""
        return bool(self._marks)

    @property
    def note_kind(self) -> Literal["endnotes", "footnotes"]:
        """The kind of the first note; a document has only one kind."""
        return "footnotes" if self._marks and self._marks[0][0] == "footnote" else "endnotes"

    def line(self, paragraphs: Iterable[Iterable[ReadInline]]) -> tuple[Inline, ...]:
        """Return a line with what *paragraphs* say, with a break between two of them."""
        pieces: list[Inline] = []
        for paragraph in paragraphs:
            inlines = list(self._inlines(paragraph))
            if inlines and pieces:
                pieces.append(_BREAK)
            pieces += inlines
        return _tidy(pieces)

    def notes(self) -> Iterator[tuple[Inline, ...]]:
        """Yield the texts of the notes in the order of their marks."""
        self._numbers = {mark: number for number, mark in reversed(list(enumerate(self._marks, 1)))}
        texts = {(note.kind, note.id): note.paragraphs for note in self._read.notes}
        for mark in self._marks:
            paragraphs = texts.get(mark, ())
            yield _stripped(self.line(paragraph.inlines for paragraph in paragraphs))

    def _inlines(self, inlines: Iterable[ReadInline]) -> Iterator[Inline]:
        for inline in inlines:
            match inline:
                case ReadText():
                    yield from self._text(inline)
                case ReadNoteMark():
                    self._marks.append((inline.kind, inline.note_id))
                    yield NoteMark(str(len(self._marks)))
                case ReadField():
                    number = self._note_number(inline)
                    yield from self._inlines(inline.result) if number is None else (NoteNumber(number),)

    def _text(self, inline: ReadText) -> Iterator[Inline]:
        if inline.format.hidden:
            return
        text = inline.text.strip()
        if inline.format.gap and text.startswith(self._gap_start) and text.endswith("]"):
            for gap in text[:-1].removeprefix(self._gap_start).split(f"]{self._gap_start}"):
                yield Gap(gap.removeprefix(":").strip())
        else:
            yield Text(inline.text, inline.format.bold, inline.format.italic)

    def _note_number(self, field: ReadField) -> int | None:
        """Return the number of the note that *field* shows; ``None`` if it shows something else."""
        match = _NOTE_FIELD.match(field.instruction)
        if match is None:
            return None
        mark = self._bookmarks.get(match[1])
        if mark is not None and mark in self._numbers:
            return self._numbers[mark]
        shown = "".join(inline.text for inline in field.result if isinstance(inline, ReadText)).strip()
        return int(shown) if shown.isdecimal() else None


def text_of(inlines: Iterable[Inline]) -> str:
    """Return the text of *inlines*."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def _tidy(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return *inlines* with adjacent texts in one format joined, without the commas between note marks.

    Nothing is left of a line that holds only blanks and breaks.
    """
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, NoteMark) and _is_comma(last) and isinstance(joined[-2:][0], NoteMark):
            joined.pop()
        if (
            isinstance(inline, Text)
            and isinstance(last, Text)
            and (inline.bold, inline.italic) == (last.bold, last.italic)
        ):
            joined[-1] = Text(last.text + inline.text, last.bold, last.italic)
        elif not isinstance(inline, Text) or inline.text:
            joined.append(inline)
    has_content = any(not isinstance(inline, Text) or inline.text.strip() for inline in joined)
    return tuple(joined) if has_content else ()


def _is_comma(inline: Inline | None) -> bool:
    return isinstance(inline, Text) and inline.text == ","


def _stripped(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return *inlines* without the blanks that follow the number of a note."""
    if inlines and isinstance(inlines[0], Text):
        text = inlines[0].text.lstrip()
        return (Text(text, inlines[0].bold, inlines[0].italic), *inlines[1:]) if text else inlines[1:]
    return inlines
