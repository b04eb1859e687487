"""The units of a document that are compared: headings, paragraphs, items, tables and page turns."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from drafter.frozen import frozen
from drafter.model.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteNumber,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.text_diff import align

Line: TypeAlias = tuple[Inline, ...]
Kind: TypeAlias = Literal["heading", "paragraph", "item", "table", "page"]

_TABLE, _PAGE = "\ue000", "\ue001"
"""Characters that no text has. Before the text of a unit, they make it equal to none of another kind."""


@frozen
class Unit:
    """A unit of a document."""

    kind: Kind
    block: Heading | Paragraph | Table | PageTurn
    """The block itself; a paragraph for an item of a list."""
    depth: int = 0
    """How deep the list is in which an item or its continuation stands; 0 for the outermost one."""
    is_ordered: bool = False
    """Whether that list has numbers."""
    number: int = 0
    """For the first paragraph of an item: its number in the list, from 1; 0 for everything else."""

    @property
    def inlines(self) -> Line:
        """Its text; nothing for a table and for a page turn."""
        return self.block.inlines if isinstance(self.block, Heading | Paragraph) else ()

    @property
    def name(self) -> str:
        """What it is, in the words of the screen: ``heading 2``, ``numbered paragraph``, ``title``."""
        match self.block:
            case Heading(level=level):
                return f"heading {level}"
            case Paragraph(numbered=True):
                return "numbered paragraph"
            case Paragraph(role=role):
                if self.kind == "item":
                    return f"{'numbered' if self.is_ordered else 'bulleted'} item, level {self.depth + 1}"
                return "text" if role == "body" else role
        return self.kind


@frozen
class UnitPair:
    """A unit of the old and a unit of the new document that belong together; ``None`` where one has none."""

    old: Unit | None
    new: Unit | None
    move: int = 0
    """The number of the move, from 1, if one of the two is ``None`` and the same text is elsewhere; or 0."""


def pair_units(old: Iterable[Block], new: Iterable[Block]) -> tuple[UnitPair, ...]:
    """Return the units of both documents in reading order, those together that are versions of each other."""
    units_a, units_b = tuple(units_of(old)), tuple(units_of(new))
    pairs: list[UnitPair] = []
    for index_a, index_b in align([_key(unit) for unit in units_a], [_key(unit) for unit in units_b]):
        unit_a = None if index_a is None else units_a[index_a]
        unit_b = None if index_b is None else units_b[index_b]
        if unit_a is None or unit_b is None or _is_comparable(unit_a, unit_b):
            pairs.append(UnitPair(unit_a, unit_b))
        else:
            pairs += [UnitPair(unit_a, None), UnitPair(None, unit_b)]
    return tuple(_with_moves(pairs))


def _with_moves(pairs: Iterable[UnitPair]) -> Iterator[UnitPair]:
    """Yield *pairs* with numbers for texts that were only moved."""
    pairs = list(pairs)
    gone: dict[str, list[int]] = {}
    for index, pair in enumerate(pairs):
        if pair.new is None and pair.old is not None and (text := text_of(pair.old.inlines).strip()):
            gone.setdefault(text, []).append(index)
    moves: dict[int, int] = {}
    for index, pair in enumerate(pairs):
        text = text_of(pair.new.inlines).strip() if pair.old is None and pair.new is not None else ""
        if origins := gone.get(text):
            moves[index] = moves[origins.pop(0)] = len(moves) // 2 + 1
    for index, pair in enumerate(pairs):
        yield UnitPair(pair.old, pair.new, moves.get(index, 0))


def units_of(blocks: Iterable[Block]) -> Iterator[Unit]:
    """Yield the units of *blocks* in reading order. A page turn at the very beginning is none."""
    for position, block in enumerate(blocks):
        if position or not isinstance(block, PageTurn):
            yield from _units(block, 0)


def _units(block: Block, depth: int) -> Iterator[Unit]:
    match block:
        case Listing(items=items, ordered=ordered):
            for number, item in enumerate(items, 1):
                whole = item if item and isinstance(item[0], Paragraph) else (Paragraph(()), *item)
                for index, each in enumerate(whole):
                    if isinstance(each, Paragraph):
                        yield Unit("item", each, depth, ordered, 0 if index else number)
                    else:
                        yield from _units(each, depth + 1)
        case Heading():
            yield Unit("heading", block)
        case Table():
            yield Unit("table", block)
        case PageTurn():
            yield Unit("page", block)
        case _:
            yield Unit("paragraph", block)


def text_of(line: Iterable[Inline]) -> str:
    """Return the text of *line*, with the labels of gaps and without note marks."""
    pieces = []
    for inline in line:
        match inline:
            case Text(text=text) | Reference(text=text):
                pieces.append(text)
            case Gap(text=text):
                pieces.append(f"[{text}]")
            case NoteNumber():
                pieces.append("#")
    return "".join(pieces)


def rows_of(table: Table) -> tuple[tuple[Line, ...], ...]:
    """Return all rows of *table*, the header first."""
    return (table.header, *table.rows)


def pair_rows(old: Table, new: Table) -> list[tuple[int | None, int | None]]:
    """Return the numbers of the rows that belong together, the header being row 0."""
    rows_a, rows_b = rows_of(old), rows_of(new)
    pairs: list[tuple[int | None, int | None]] = [(0, 0)]
    for index_a, index_b in align(_row_texts(rows_a[1:]), _row_texts(rows_b[1:])):
        row_a = None if index_a is None else index_a + 1
        row_b = None if index_b is None else index_b + 1
        if row_a is None or row_b is None or len(rows_a[row_a]) == len(rows_b[row_b]):
            pairs.append((row_a, row_b))
        else:
            pairs += [(row_a, None), (None, row_b)]
    return pairs


def columns_of(table: Table) -> int:
    """Return how many columns *table* has."""
    return max(map(len, rows_of(table)), default=0)


def _row_texts(rows: Sequence[tuple[Line, ...]]) -> list[str]:
    return ["\t".join(map(text_of, row)) for row in rows]


def _key(unit: Unit) -> str:
    """Return the text by which *unit* is paired."""
    match unit.block:
        case Table() as table:
            return _TABLE + "\n".join(_row_texts(rows_of(table)))
        case PageTurn(landscape=landscape):
            return f"{_PAGE}{landscape}"
        case _:
            return text_of(unit.inlines)


def _is_comparable(old: Unit, new: Unit) -> bool:
    """Return whether *old* and *new* can be versions of each other: two texts, or two like tables."""
    if isinstance(old.block, Table) and isinstance(new.block, Table):
        headers = len(old.block.header), len(new.block.header)
        return columns_of(old.block) == columns_of(new.block) and headers[0] == headers[1]
    if "table" in (old.kind, new.kind) or "page" in (old.kind, new.kind):
        return old.block == new.block
    return True
