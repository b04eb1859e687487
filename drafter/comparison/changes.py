"""What changed from one document to another, as values to print: each change with its place and its words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from drafter.comparison.places import Places
from drafter.comparison.tokens import NotePairs, Segment, Side, Token, diff_lines, line_tokens
from drafter.comparison.units import Line, Unit, UnitPair, pair_rows, pair_units, rows_of, text_of
from drafter.frozen import frozen
from drafter.model.blocks import Document, PageTurn, Table
from drafter.text_diff import Piece

Action: TypeAlias = Literal["changed", "added", "deleted", "moved"]
What: TypeAlias = Literal["heading", "paragraph", "item", "table", "row", "page", "note"]


@frozen
class Change:
    """A change between two documents."""

    action: Action
    what: What
    place: str
    """Where it is, in the words of the screen: in the new document, or in the old one if it was deleted."""
    pieces: tuple[Piece, ...]
    """Its words, with those that were deleted and inserted. A note mark reads ``[^4]``."""
    kind: str = ""
    """How its kind changed, such as ``heading 2 → text``; empty if it did not."""
    old_place: str = ""
    """Of what was moved: where it was in the old document."""


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    """Return the changes from *old* to *new* in reading order: nothing if they say the same.

    The keys of note marks are the numbers of their notes, as in a document that was read from a Word file.
    """
    return tuple(_Comparison(old, new).changes())


class _Comparison:
    """Compares two documents, unit by unit."""

    def __init__(self, old: Document, new: Document) -> None:
        self._pairs = pair_units(old.blocks, new.blocks)
        self._notes = NotePairs(old.notes, new.notes)
        self._moved = _moves(self._pairs)
        for line_a, line_b in self._lines():
            self._notes.add_lines(line_a, line_b)
        self._old, self._new = Places(), Places()

    def changes(self) -> Iterator[Change]:
        """Yield the changes in reading order."""
        old_places: dict[int, str] = {}
        for pair in self._pairs:
            place_a = self._old.place(pair.old) if pair.old else ""
            place_b = self._new.place(pair.new) if pair.new else ""
            if pair.move and pair.old:
                old_places[pair.move] = place_a
            elif not pair.move:
                yield from self._changes(pair, place_a, place_b)
        if self._moved:
            yield from self._moves_with_places(old_places)

    def _moves_with_places(self, old_places: dict[int, str]) -> Iterator[Change]:
        """Yield what was moved, from where to where."""
        places = Places()
        for pair in self._pairs:
            place = places.place(pair.new) if pair.new else ""
            if pair.move and pair.new:
                before = self._moved[pair.move].old
                segments = self._segments(before.inlines if before else (), pair.new.inlines)
                pieces = tuple(_pieces(segments))
                kind = _kind_change(before, pair.new)
                yield Change("moved", pair.new.kind, place, pieces, kind, old_places[pair.move])
                yield from self._note_changes(segments, place)

    def _changes(self, pair: UnitPair, place_a: str, place_b: str) -> Iterator[Change]:
        """Yield the changes of a pair of units that were not moved."""
        old, new = pair.old, pair.new
        if old is not None and new is not None:
            if isinstance(old.block, Table) and isinstance(new.block, Table):
                yield from self._table(old.block, new.block, place_b)
            else:
                kind = _kind_change(old, new)
                yield from self._line(old.inlines, new.inlines, new.kind, place_b, kind)
        elif new is not None:
            yield from self._single(new, "b", place_b)
        elif old is not None:
            yield from self._single(old, "a", place_a)

    def _single(self, unit: Unit, side: Side, place: str) -> Iterator[Change]:
        """Yield the change of a unit that only one document has."""
        action: Action = "deleted" if side == "a" else "added"
        match unit.block:
            case Table() as table:
                text = "\n".join(" | ".join(map(text_of, row)) for row in rows_of(table))
                kind: Literal["deleted", "inserted"] = "deleted" if side == "a" else "inserted"
                yield Change(action, "table", place, (Piece(kind, text),) if text else ())
            case PageTurn():
                yield Change(action, "page", place, ())
            case _:
                lines = (unit.inlines, ()) if side == "a" else ((), unit.inlines)
                segments = self._segments(*lines)
                if segments:
                    yield Change(action, unit.kind, place, tuple(_pieces(segments)))
                    yield from self._note_changes(segments, place)

    def _line(self, old: Line, new: Line, what: What, place: str, kind: str = "") -> Iterator[Change]:
        """Yield the change of a line, if there is one, and those of its notes."""
        segments = self._segments(old, new)
        if kind or any(segment.state != "same" for segment in segments):
            yield Change("changed", what, place, tuple(_pieces(segments)), kind)
        yield from self._note_changes(segments, place)

    def _table(self, old: Table, new: Table, place: str) -> Iterator[Change]:
        rows_a, rows_b = rows_of(old), rows_of(new)
        for index_a, index_b in pair_rows(old, new):
            row_a = () if index_a is None else rows_a[index_a]
            row_b = () if index_b is None else rows_b[index_b]
            at = f"{place}, row {(index_b if index_b is not None else index_a or 0) + 1}"
            if index_a is None or index_b is None:
                text = " | ".join(map(text_of, row_a or row_b))
                if index_a is None:
                    yield Change("added", "row", at, (Piece("inserted", text),))
                else:
                    yield Change("deleted", "row", f"the old {at}", (Piece("deleted", text),))
                continue
            for cell_a, cell_b in zip(row_a, row_b, strict=True):
                yield from self._line(cell_a, cell_b, "row", at)

    def _note_changes(self, segments: Iterable[Segment], place: str) -> Iterator[Change]:
        """Yield the changes of the notes whose marks are in *segments*, at *place*."""
        for segment in segments:
            for old, new in zip(segment.tokens, segment.others or segment.tokens, strict=True):
                if old.kind == "mark":
                    yield from self._note_change(segment, old, new, place)

    def _note_change(self, segment: Segment, old: Token, new: Token, place: str) -> Iterator[Change]:
        before = self._notes.note("a", int(old.text)) if segment.state != "inserted" else ()
        after = self._notes.note("b", int(new.text)) if segment.state != "deleted" else ()
        pieces = tuple(_pieces(self._segments(before, after)))
        actions: dict[str, Action] = {"same": "changed", "deleted": "deleted", "inserted": "added"}
        if segment.state != "same" or any(piece.kind != "same" for piece in pieces):
            number = f"the old note {old.text}" if segment.state == "deleted" else f"note {new.text}"
            yield Change(actions[segment.state], "note", f"{number}, in {place}", pieces)

    def _segments(self, old: Line, new: Line) -> list[Segment]:
        tokens_a = line_tokens(old, lambda number: self._notes.key("a", number))
        tokens_b = line_tokens(new, lambda number: self._notes.key("b", number))
        return diff_lines(tokens_a, tokens_b)

    def _lines(self) -> Iterator[tuple[Line, Line]]:
        """Yield the lines of both documents that belong together."""
        for pair in self._pairs:
            if pair.move and pair.new:
                before = self._moved[pair.move].old
                yield before.inlines if before else (), pair.new.inlines
            elif pair.old is not None and pair.new is not None:
                if isinstance(pair.old.block, Table) and isinstance(pair.new.block, Table):
                    yield from _cells(pair.old.block, pair.new.block)
                else:
                    yield pair.old.inlines, pair.new.inlines


def _moves(pairs: Iterable[UnitPair]) -> dict[int, UnitPair]:
    """Return, by the number of each move, the pair with the unit that was moved away."""
    return {pair.move: pair for pair in pairs if pair.move and pair.old is not None}


def _cells(old: Table, new: Table) -> Iterator[tuple[Line, Line]]:
    rows_a, rows_b = rows_of(old), rows_of(new)
    for index_a, index_b in pair_rows(old, new):
        if index_a is not None and index_b is not None:
            yield from zip(rows_a[index_a], rows_b[index_b], strict=True)


def _kind_change(old: Unit | None, new: Unit) -> str:
    """Return how the kind of a unit changed, such as ``heading 2 → text``; ``""`` if it did not."""
    before, after = old.name if old else "", new.name
    return "" if before == after else f"{before} → {after}"


def _pieces(segments: Sequence[Segment]) -> Iterator[Piece]:
    """Yield *segments* as text, with marks of formats where they changed."""
    for segment in segments:
        tokens = segment.others or segment.tokens
        shows_format = segment.state != "same"
        yield Piece(segment.state, "".join(_shown(tokens, with_formats=shows_format)))


def _shown(tokens: Sequence[Token], *, with_formats: bool) -> Iterator[str]:
    marks = ""
    for token in tokens:
        wanted = "**" * token.bold + "*" * token.italic if with_formats else ""
        if wanted != marks and not token.text.isspace():
            yield marks[::-1] + wanted
            marks = wanted
        match token.kind:
            case "mark":
                yield f"[^{token.text}]"
            case "gap":
                yield f"[{token.text or '…'}]"
            case "comma":
                pass
            case _:
                yield token.text
    yield marks[::-1]
