"""Lines as tokens: words with their format, note marks, numbers of notes and gaps."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

from drafter.comparison.units import Line, text_of
from drafter.frozen import frozen
from drafter.model.blocks import Gap, Inline, NoteMark, NoteNumber, Reference, Text
from drafter.text_diff import align, diff_tokens, tokens

State: TypeAlias = Literal["same", "deleted", "inserted"]
Side: TypeAlias = Literal["a", "b"]
"""The old document and the new one."""
NoteKey: TypeAlias = tuple[Side, int]
"""A note of the old (``a``) or new (``b``) document, by its number; notes that belong together share one."""

_LETTERS_OF_A_MARK = "mark" * 5
"""What a mark counts for when small stretches between two changes are looked for: it is not a small thing."""


@frozen
class Token:
    """A word, a blank, a note mark, the number of a note, a gap, or the comma between two marks."""

    kind: Literal["text", "mark", "number", "gap", "comma"]
    text: str = ""
    """What it shows; for a mark, the number of its note in its own document."""
    bold: bool = False
    italic: bool = False
    note: NoteKey | None = None
    """The note of a mark or number."""


@frozen
class Segment:
    """Tokens of a line that both documents have, or only the old one, or only the new one."""

    state: State
    tokens: tuple[Token, ...]
    others: tuple[Token, ...] = ()
    """For what is the same: the tokens of the new document, which differ only in the numbers of notes."""


class NotePairs:
    """The notes of two documents that belong together, found line by line."""

    def __init__(self, notes_a: tuple[Line, ...], notes_b: tuple[Line, ...]) -> None:
        self._notes = {"a": notes_a, "b": notes_b}
        self._partners: dict[NoteKey, NoteKey] = {}

    def add_lines(self, old: Iterable[Inline], new: Iterable[Inline]) -> None:
        """Pair the notes whose marks are in two lines that belong together."""
        marks_a, marks_b = _mark_numbers(old), _mark_numbers(new)
        texts_a = [self._text("a", number) for number in marks_a]
        texts_b = [self._text("b", number) for number in marks_b]
        pairs = align(texts_a, texts_b)
        if len(marks_a) == len(marks_b):  # a note that was rewritten has the same place among the marks
            pairs = [(index, index) for index in range(len(marks_a))] if _is_broken(pairs) else pairs
        for index_a, index_b in pairs:
            if index_a is not None and index_b is not None:
                self._partners["b", marks_b[index_b]] = ("a", marks_a[index_a])

    def key(self, side: Side, number: int) -> NoteKey:
        """Return the key of a note: that of its partner in the old document, if it has one."""
        return self._partners.get((side, number), (side, number))

    def split(self, key: NoteKey) -> None:
        """Let the notes with *key* be two different ones."""
        self._partners = {new: old for new, old in self._partners.items() if old != key}

    def note(self, side: Side, number: int) -> Line:
        """Return the text of a note; nothing if there is no such note."""
        notes = self._notes[side]
        return notes[number - 1] if 0 < number <= len(notes) else ()

    def _text(self, side: Side, number: int) -> str:
        return text_of(self.note(side, number))


def _is_broken(pairs: Iterable[tuple[int | None, int | None]]) -> bool:
    return any(index_a is None or index_b is None for index_a, index_b in pairs)


def _mark_numbers(line: Iterable[Inline]) -> list[int]:
    return [int(inline.key) for inline in line if isinstance(inline, NoteMark)]


def line_tokens(line: Iterable[Inline], key: Callable[[int], NoteKey]) -> Iterator[Token]:
    """Yield the tokens of *line*; *key* gives the key of a note by its number."""
    after_mark = False
    for inline in line:
        match inline:
            case Text(text=text, bold=bold, italic=italic):
                yield from (Token("text", word, bold, italic) for word in tokens(text))
            case Reference(text=text):
                yield from (Token("text", word) for word in tokens(text))
            case NoteMark(key=number):
                if after_mark:
                    yield Token("comma", ",")
                yield Token("mark", number, note=key(int(number)))
            case NoteNumber(number=cited):
                yield Token("number", str(cited), note=key(cited))
            case Gap(text=text):
                yield Token("gap", text)
        after_mark = isinstance(inline, NoteMark)


def diff_lines(old: Iterable[Token], new: Iterable[Token]) -> list[Segment]:
    """Return the segments by which the line *old* became *new*, in reading order."""
    tokens_a, tokens_b = tuple(old), tuple(new)
    segments: list[Segment] = []
    compared_a, compared_b = (
        [compared(token) for token in tokens_a],
        [compared(token) for token in tokens_b],
    )
    for span in diff_tokens(compared_a, compared_b, _shown):
        before, after = tokens_a[span.start_a : span.end_a], tokens_b[span.start_b : span.end_b]
        if span.is_same:
            segments.append(Segment("same", before, after))
        else:
            segments += [Segment("deleted", before)] * bool(before)
            segments += [Segment("inserted", after)] * bool(after)
    return segments


def compared(token: Token) -> Token:
    """Return *token* without the number of a note, which may change though the note is the same."""
    return token if token.note is None else Token(token.kind, note=token.note)


def _shown(token: Token) -> str:
    return token.text if token.kind in ("text", "comma") else _LETTERS_OF_A_MARK
