"""The lines of two documents as runs with tracked changes, and the notes that belong to them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.comparison.tokens import NoteKey, NotePairs, Segment, State, Token, diff_lines, line_tokens
from drafter.comparison.units import Line
from drafter.frozen import frozen
from drafter.language.labels import Labels
from drafter.model.blocks import Document, Gap, Inline, NoteMark, NoteNumber, Text
from drafter.word.inlines import RunWriter
from drafter.word.notes import note_xml
from drafter.word.ooxml import NoteKind
from drafter.word.styles import Styles
from drafter.word.tracked.marks import Marks


@frozen
class LinePair:
    """A line of the old and of the new document that belong together; ``None`` where one has none."""

    old: Line | None
    new: Line | None


@frozen
class _Note:
    """A note of the file with tracked changes."""

    state: State
    old: Line
    new: Line


class TrackedLines:
    """Writes lines with their changes. It must know all lines, in reading order, before it writes one.

    Note marks that were deleted stay in the file, with their notes, until somebody accepts the change. All
    notes are numbered in reading order, because LibreOffice pairs notes and marks by their rank.
    """

    def __init__(self, old: Document, new: Document, lines: Sequence[LinePair]) -> None:
        self._pairs = NotePairs(old.notes, new.notes)
        for line in lines:
            if line.old is not None and line.new is not None:
                self._pairs.add_lines(line.old, line.new)
        self._segments = [self._diff(line) for line in lines]
        self._notes = dict(self._read_notes())
        self._ids = {key: number for number, key in enumerate(self._notes, 1)}
        self._note_segments = [self._note_diff(note) for note in self._notes.values()]

    @property
    def has_changes(self) -> bool:
        """Whether any word of a line or of a note differs."""
        every = (*self._segments, *self._note_segments)
        return any(segment.state != "same" for segments in every for segment in segments)

    def writer(self, kind: NoteKind, styles: Styles, labels: Labels, marks: Marks) -> "LineWriter":
        """Return a writer of these lines."""
        return LineWriter(self._segments, self._note_segments, self._ids, (kind, styles, labels), marks)

    def _diff(self, line: LinePair) -> list[Segment]:
        segments = self._tokens_diff(line.old or (), line.new or ())
        for key in _marks(segments, "deleted").keys() & _marks(segments, "inserted").keys():
            self._pairs.split(key)  # the mark has moved within the line, so its note goes and comes again
        return self._tokens_diff(line.old or (), line.new or ())

    def _tokens_diff(self, old: Iterable[Inline], new: Iterable[Inline]) -> list[Segment]:
        tokens_a = line_tokens(old, lambda number: self._pairs.key("a", number))
        tokens_b = line_tokens(new, lambda number: self._pairs.key("b", number))
        return diff_lines(tokens_a, tokens_b)

    def _read_notes(self) -> Iterator[tuple[NoteKey, _Note]]:
        """Yield the notes by their key, in the order of their marks."""
        for segment in (segment for segments in self._segments for segment in segments):
            new_tokens = segment.others or segment.tokens
            for token, other in zip(segment.tokens, new_tokens, strict=True):
                if token.kind == "mark" and token.note is not None:
                    old = self._pairs.note("a", int(token.text)) if segment.state != "inserted" else ()
                    new = self._pairs.note("b", int(other.text)) if segment.state != "deleted" else ()
                    yield token.note, _Note(segment.state, old, new)

    def _note_diff(self, note: _Note) -> list[Segment]:
        return self._tokens_diff(note.old, note.new)


class LineWriter:
    """Writes the runs of lines, by their number, and the notes."""

    def __init__(
        self,
        segments: Sequence[Sequence[Segment]],
        notes: Sequence[Sequence[Segment]],
        ids: dict[NoteKey, int],
        look: tuple[NoteKind, Styles, Labels],
        marks: Marks,
    ) -> None:
        self._segments = segments
        self._notes = notes
        self._ids = ids
        self._kind, self._styles, _ = look
        every = (segment for line in (*segments, *notes) for segment in line)
        cited = {token.note for segment in every for token in segment.tokens if token.kind == "number"}
        self._runs = RunWriter(*look, frozenset(ids[key] for key in cited if key in ids))
        self._marks = marks

    def line(self, number: int) -> str:
        """Return the runs of a line, with its changes."""
        return self._line(self._segments[number])

    def notes(self) -> str:
        """Return the XML of all notes."""
        return "".join(
            note_xml(number, self._line(segments), self._kind, self._styles)
            for number, segments in enumerate(self._notes, 1)
        )

    def _line(self, segments: Iterable[Segment]) -> str:
        return "".join(
            self._marks.runs("".join(self._pieces(segment)), segment.state) for segment in segments
        )

    def _pieces(self, segment: Segment) -> Iterator[str]:
        """Yield the runs of a segment; of what is the same, as the new document has it."""
        for text_format, group in groupby(segment.others or segment.tokens, _text_format):
            if text_format is None:
                yield from map(self._piece, group)
            else:
                text = "".join(token.text for token in group)
                yield self._runs.xml((Text(text, *text_format),))

    def _piece(self, token: Token) -> str:
        match token.kind:
            case "mark":
                self._runs.mark_count = self._ids[token.note or ("a", 0)] - 1
                return self._runs.xml((NoteMark(""),))
            case "number":
                number = self._ids.get(token.note or ("a", 0))
                if number is None:  # it cites a note that is not there
                    return self._runs.xml((Text(token.text),))
                return self._runs.xml((NoteNumber(number),)).replace(
                    f">{number}</w:t>", f">{token.text}</w:t>"
                )
            case "comma":
                return self._runs.comma()
            case _:
                return self._runs.xml((Gap(token.text),))


def _text_format(token: Token) -> tuple[bool, bool] | None:
    return (token.bold, token.italic) if token.kind == "text" else None


def _marks(segments: Iterable[Segment], state: State) -> dict[NoteKey, None]:
    """Return the keys of the marks in the segments with *state*."""
    return {
        token.note: None
        for segment in segments
        if segment.state == state
        for token in segment.tokens
        if token.kind == "mark" and token.note is not None
    }
