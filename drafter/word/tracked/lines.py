"""The lines of two documents as runs with tracked changes, and the notes that belong to them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.comparison.tokens import (
    NoteKey,
    NotePairs,
    Segment,
    Side,
    State,
    Token,
    compared,
    diff_lines,
    line_tokens,
)
from drafter.comparison.units import Line
from drafter.frozen import frozen
from drafter.model.blocks import Document, Gap, Inline, NoteMark, NoteNumber, Text
from drafter.word.inlines import RunWriter, bookmarked
from drafter.word.tracked.marks import Change, Marks


@frozen
class LinePair:
    """A line of the old and of the new document that belong together; ``None`` where one has none."""

    old: Line | None
    new: Line | None
    is_moved: bool = False
    """Whether the text was only moved, so that both places have it."""


class TrackedLines:
    """Writes lines with their changes, and the notes. It must know all *lines*, in reading order, before.

    Note marks that were deleted stay in the file, with their notes, until somebody accepts the change. All
    notes are numbered in reading order, because LibreOffice pairs notes and marks by their rank. A note that
    was changed is replaced as a whole, with its mark: LibreOffice finds the wrong words for changes in notes.
    """

    def __init__(self, old: Document, new: Document, lines: Sequence[LinePair]) -> None:
        self._lines = lines
        self._pairs = NotePairs(old.notes, new.notes)
        for line in lines:
            if line.old is not None and line.new is not None:
                self._pairs.add_lines(line.old, line.new)
        self._segments = [self._diff(line) for line in lines]
        self._notes: list[tuple[Token, ...]] = []  # by the number of the note
        self._numbers: dict[NoteKey, tuple[int, ...]] = {}  # two for a note that was replaced
        for segment in (segment for segments in self._segments for segment in segments):
            self._number_notes(segment)

    def line(self, index: int, runs: RunWriter, marks: Marks) -> str:
        """Return the runs of a line, with its changes."""
        writer = _SegmentWriter(self._numbers, runs, marks)
        if self._lines[index].is_moved:
            [segment] = self._segments[index]
            return writer.segment(segment, "moved away" if segment.state == "deleted" else "moved here")
        segments = self._segments[index]
        return "".join(
            writer.segment(segment, segment.state, ends_line=segment is segments[-1]) for segment in segments
        )

    def notes(self, runs: RunWriter, marks: Marks) -> Iterator[str]:
        """Yield the runs of each note."""
        writer = _SegmentWriter(self._numbers, runs, marks)
        for tokens in self._notes:
            yield writer.segment(Segment("same", tokens), "same")

    def _diff(self, line: LinePair) -> list[Segment]:
        segments = self._tokens_diff(line)
        for key in _marks(segments, "deleted").keys() & _marks(segments, "inserted").keys():
            self._pairs.split(key)  # the mark has moved within the line, so its note goes and comes again
        return self._tokens_diff(line)

    def _tokens_diff(self, line: LinePair) -> list[Segment]:
        return diff_lines(self._tokens("a", line.old or ()), self._tokens("b", line.new or ()))

    def _tokens(self, side: Side, line: Iterable[Inline]) -> Iterator[Token]:
        return line_tokens(line, lambda number: self._pairs.key(side, number))

    def _number_notes(self, segment: Segment) -> None:
        """Give numbers to the notes whose marks are in *segment*."""
        for old, new in zip(segment.tokens, segment.others or segment.tokens, strict=True):
            if old.kind != "mark" or old.note is None:
                continue
            before, after = self._note("a", old), self._note("b", new)
            versions = {"deleted": [before], "inserted": [after], "same": [before, after]}[segment.state]
            if len(versions) > 1 and list(map(compared, before)) == list(map(compared, after)):
                versions = [after]
            first = len(self._notes) + 1
            self._notes += versions
            self._numbers[old.note] = tuple(range(first, first + len(versions)))

    def _note(self, side: Side, mark: Token) -> tuple[Token, ...]:
        return tuple(self._tokens(side, self._pairs.note(side, int(mark.text))))


class _SegmentWriter:
    """Writes segments as runs."""

    def __init__(self, numbers: dict[NoteKey, tuple[int, ...]], runs: RunWriter, marks: Marks) -> None:
        self._numbers = numbers
        self._runs = runs
        self._marks = marks

    def segment(self, segment: Segment, change: State | Change, *, ends_line: bool = False) -> str:
        """Return the runs of *segment*; of what is the same, as the new document has it.

        If a replaced mark *ends_line*, the word before it is replaced with it: LibreOffice 7.4 takes away
        the end of the paragraph if it rejects an insertion that is only a mark and follows a deleted one.
        """
        tokens = segment.others or segment.tokens
        replaced_end = ""
        if ends_line and self._ends_with_word_and_replaced_mark(tokens):
            *tokens_before, word, mark = tokens
            tokens, replaced_end = tuple(tokens_before), self._replaced(mark, word)
        pieces: list[str] = []
        for is_replaced, group in groupby(tokens, self._is_replaced):
            if is_replaced:
                pieces += map(self._replaced, group)
            else:
                pieces.append(self._marks.runs("".join(self._pieces(group)), change))
        return "".join(pieces) + replaced_end

    def _ends_with_word_and_replaced_mark(self, tokens: Sequence[Token]) -> bool:
        return len(tokens) > 1 and tokens[-2].kind == "text" and self._is_replaced(tokens[-1])

    def _is_replaced(self, token: Token) -> bool:
        """Return whether *token* is the mark of a note that was changed."""
        return token.kind == "mark" and token.note is not None and len(self._numbers[token.note]) > 1

    def _replaced(self, mark: Token, *words_before: Token) -> str:
        """Return the old mark as deleted and the new one as inserted, in one bookmark for what cites them.

        The *words_before* are deleted and inserted with it.
        """
        old, new = self._numbers[mark.note or ("a", 0)]
        words = "".join(self._pieces(words_before))
        deleted = self._marks.runs(words + self._reference(old), "deleted")
        return bookmarked(old, deleted + self._marks.runs(words + self._reference(new), "inserted"))

    def _pieces(self, tokens: Iterable[Token]) -> Iterator[str]:
        for text_format, group in groupby(tokens, _text_format):
            if text_format is None:
                yield from map(self._piece, group)
            else:
                text = "".join(token.text for token in group)
                yield self._runs.xml((Text(text, *text_format),))

    def _piece(self, token: Token) -> str:
        match token.kind:
            case "mark":
                [number] = self._numbers[token.note or ("a", 0)]
                return bookmarked(number, self._reference(number))
            case "number":
                numbers = self._numbers.get(token.note or ("a", 0))
                if numbers is None:  # it cites a note that is not there
                    return self._runs.xml((Text(token.text),))
                return self._runs.number(NoteNumber(numbers[0]), token.text)
            case "comma":
                return self._runs.comma()
            case _:
                return self._runs.xml((Gap(token.text),))

    def _reference(self, number: int) -> str:
        self._runs.mark_count = number - 1
        return self._runs.xml((NoteMark(""),))


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
