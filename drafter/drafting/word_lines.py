"""From what was read of a Word file to its lines, each with its kind and its place."""

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.review.display_names import excerpt
from drafter.review.word_file import LineKind, WordFile, WordLine, WordNote
from drafter.word.ooxml import NoteKind
from drafter.word.reader.document import (
    ReadDocument,
    ReadField,
    ReadInline,
    ReadNoteMark,
    ReadParagraph,
    ReadTable,
    ReadText,
)

KINDS: Mapping[str, LineKind] = {
    "title": "title",
    "subtitle": "front",
    "cover line": "front",
    "keywords": "front",
    "signature": "front",
    "quote": "quote",
    "intense quote": "quote",
    "quotations": "quote",
}
"""The kinds of paragraphs by the name of their style, in lower case."""
MOST_HEADING_WORDS = 14
"""Words of a bold paragraph from which it is no heading."""
_CONTENTS = re.compile(
    r"toc (?:\d|heading)|contents (?:\d|heading)|table of figures",
)
_RUNNING = re.compile(r"\d+\.?")
"""A number that counts through the whole document, and not within one list."""
_TYPED = re.compile(
    r"\s*((?:\d{1,3}\.)+\d{0,3}|\d{1,3}\)|\([a-z]{1,2}\)|\(\d{1,3}\)|\([ivx]{1,5}\)|[a-h]\))\s+(?=\S)"
)
_MARK = re.compile(r"\[\^\d+\]")
_BETWEEN_MARKS = re.compile(r"(?<=\]),(?=\[\^)")
"""The comma that Word shows between two note marks."""
_SENTENCE_END = (".", "!", "?", ";", ",", "…", ":")
_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")


def read_lines(read: ReadDocument, language: Language) -> WordFile:
    """Return the lines and notes of the Word file *read*, which is written in *language*."""
    marks = _note_numbers(read)
    lines = _Lines(marks, language)
    for block in read.blocks:
        lines.add(block)
    if read.notes and lines.lines and lines.lines[-1].text == language.labels.notes:
        lines.lines.pop()  # the heading over the endnotes, which drafter writes and does not count
    return WordFile(
        lines=tuple(lines.lines),
        notes=tuple(_notes(read, marks)),
        headers_and_footers=tuple(
            text
            for part in read.headers_and_footers
            for paragraph in part.paragraphs
            if (text := plain(paragraph.inlines).strip())
        ),
        properties={name: value for name, value in read.properties if value.strip()},
        language=read.language,
        change_authors=read.change_authors,
        comments=read.comments,
        own_comments=sum(comment.is_ours for comment in read.comment_texts),
        has_seal=read.has_seal,
        document_type=read.document_type,
    )


class _Lines:
    """Collects lines in reading order, with the last heading and the last number of the whole document."""

    def __init__(self, marks: "_Marks", language: Language) -> None:
        self.lines: list[WordLine] = []
        self._marks = marks
        self._gap_start = f"[{language.labels.to_be_completed}"
        self._quoted_column = language.review_words().outline().asks_heading
        self._heading = ""
        self._number = ""
        self._tables = 0

    def add(self, block: ReadParagraph | ReadTable) -> None:
        """Add the lines of *block*."""
        if isinstance(block, ReadTable):
            self._add_table(block)
        elif not _CONTENTS.match(block.style.lower()):
            self._add_paragraph(block)

    def _add_table(self, table: ReadTable) -> None:
        self._tables += 1
        under = f" under “{self._heading}”" if self._heading else f" {self._tables}"
        quoted = self._quoted_columns(table)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row.cells):
                kind: LineKind = "quote" if column in quoted and number > 1 else "cell"
                for paragraph in cell:
                    text = self._text(paragraph)
                    words = f" ({excerpt(_shown(text))})" if text else ""
                    self._append(paragraph, text, kind, f"the table{under}, row {number}{words}")

    def _quoted_columns(self, table: ReadTable) -> frozenset[int]:
        """Return the numbers of the columns that quote what others have recommended."""
        header = table.rows[0].cells if table.rows else ()
        return frozenset(
            number
            for number, cell in enumerate(header)
            if any(self._quoted_column.search(self._text(paragraph)) for paragraph in cell)
        )

    def _add_paragraph(self, paragraph: ReadParagraph) -> None:
        text = self._text(paragraph)
        number, is_typed = paragraph.number, False
        kind = KINDS.get(paragraph.style.lower(), "paragraph")
        is_bold_heading = (
            kind == "paragraph" and not paragraph.heading and _looks_like_heading(paragraph, text)
        )
        match = _TYPED.match(text)
        if match and not number:
            number, text, is_typed = match[1], text[match.end() :], True
        if paragraph.heading or is_bold_heading:
            kind = "heading"
            self._heading = _shown(text) or self._heading
        elif kind == "paragraph" and number and not _RUNNING.fullmatch(number):
            kind = "item"
        if kind != "heading" and _RUNNING.fullmatch(number):
            self._number = number.rstrip(".")
        self._append(
            paragraph,
            text,
            kind,
            self._place(kind, number, _shown(text)),
            _Origin(number, is_typed, is_bold_heading),
        )

    def _place(self, kind: LineKind, number: str, text: str) -> str:
        """Return where a line is: its number as printed or the heading above it, with its first words."""
        words = excerpt(text) if text else "an empty line"
        label = number.rstrip(".")
        match kind:
            case "heading":
                return f"the heading {words}"
            case "title":
                return "the title"
        if kind == "item" and any(map(str.isalnum, label)):
            whole = f"{self._number} {label}" if self._number else label
            return f"paragraph {whole} ({words})"
        if number and kind != "item":
            return f"paragraph {label} ({words})"
        what = "the list item" if kind == "item" else "the paragraph"
        under = f" under “{self._heading}”" if self._heading else ""
        return f"{what} {words}{under}"

    def _append(
        self,
        paragraph: ReadParagraph,
        text: str,
        kind: LineKind,
        place: str,
        origin: "_Origin | None" = None,
    ) -> None:
        origin = origin or _Origin()
        extras, inlines = paragraph.extras, list(flat(paragraph.inlines))
        gaps = [text for text in _marked(inlines) if text.startswith(self._gap_start)]
        others = [text for text in _marked(inlines) if not text.startswith(self._gap_start)]
        fields = (inline for inline in paragraph.inlines if isinstance(inline, ReadField))
        links = [match[1] for field in fields if (match := _LINK.search(field.instruction))]
        self.lines.append(
            WordLine(
                text=text,
                kind=kind,
                place=place,
                number=origin.number,
                level=paragraph.heading or (2 if origin.is_bold_heading else 0),
                heading=self._heading,
                is_number_typed=origin.is_typed,
                is_bold_heading=origin.is_bold_heading,
                gaps=tuple(gap.removeprefix(self._gap_start).removesuffix("]").lstrip(": ") for gap in gaps),
                highlighted=" ".join(others),
                hidden=" ".join(text.text for text in inlines if text.format.hidden).strip(),
                changes=extras.changes,
                comments=extras.comments,
                pictures_without_words=extras.pictures_without_words,
                links=(*extras.links, *links),
            )
        )

    def _text(self, paragraph: ReadParagraph) -> str:
        """Return what Word shows of *paragraph*, with its note marks."""
        pieces: list[str] = []
        for inline in paragraph.inlines:
            if isinstance(inline, ReadNoteMark):
                pieces.append(f"[^{self._marks.get((inline.kind, inline.note_id), 0)}]")
            else:
                pieces.append(plain([inline]))
        return _BETWEEN_MARKS.sub("", "".join(pieces)).strip()


_Marks = Mapping[tuple[NoteKind, str], int]
"""The numbers of notes, from 1, by their kind and their id."""


@frozen
class _Origin:
    """Where the number of a line and its being a heading come from."""

    number: str = ""
    is_typed: bool = False
    is_bold_heading: bool = False


def plain(inlines: Iterable[ReadInline]) -> str:
    """Return the text that Word shows for *inlines*, without note marks."""
    return "".join(text.text for text in flat(inlines) if not text.format.hidden)


def flat(inlines: Iterable[ReadInline]) -> Iterator[ReadText]:
    """Yield the texts in *inlines*, with the results of fields."""
    for inline in inlines:
        if isinstance(inline, ReadText):
            yield inline
        elif isinstance(inline, ReadField):
            yield from flat(inline.result)


def _marked(texts: Iterable[ReadText]) -> Iterator[str]:
    """Yield the texts that drafter has marked as gaps or that have a colour behind them."""
    return (text.text.strip() for text in texts if text.format.gap and text.text.strip())


def _shown(text: str) -> str:
    """Return *text* without note marks, on one line."""
    return " ".join(_MARK.sub("", text).split())


def _looks_like_heading(paragraph: ReadParagraph, text: str) -> bool:
    """Return whether *paragraph* is short, has no end of a sentence and is bold throughout."""
    texts = [inline for inline in flat(paragraph.inlines) if inline.text.strip()]
    return (
        bool(texts)
        and all(inline.format.bold for inline in texts)
        and not text.endswith(_SENTENCE_END)
        and len(text.split()) < MOST_HEADING_WORDS
    )


def _note_numbers(read: ReadDocument) -> dict[tuple[NoteKind, str], int]:
    """Return the number of each note by its kind and id, in the order of the marks in the text."""
    numbers: dict[tuple[NoteKind, str], int] = {}
    for paragraph in _paragraphs(read.blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, ReadNoteMark):
                count = sum(kind == inline.kind for kind, _ in numbers)
                numbers.setdefault((inline.kind, inline.note_id), count + 1)
    return numbers


def _paragraphs(blocks: Iterable[ReadParagraph | ReadTable]) -> Iterator[ReadParagraph]:
    for block in blocks:
        if isinstance(block, ReadTable):
            yield from (paragraph for row in block.rows for cell in row.cells for paragraph in cell)
        else:
            yield block


def _notes(read: ReadDocument, marks: _Marks) -> Iterator[WordNote]:
    """Yield the notes that the text refers to, by kind and number."""
    texts = {(note.kind, note.id): note for note in read.notes}
    for key, number in sorted(marks.items(), key=lambda item: (item[0][0], item[1])):
        if note := texts.get(key):
            text = " ".join(plain(paragraph.inlines) for paragraph in note.paragraphs)
            yield WordNote(number, " ".join(text.split()), note.kind)
