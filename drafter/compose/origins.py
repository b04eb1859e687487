"""Where each part of a document comes from: the paths of the answers and clauses that are printed.

While a document is composed, each printed value is put between two marks with the number of its path. The
marks go through the template and through Markdown with the text; afterwards they are taken out of the blocks,
and what was between them is a span. Ordinary composing has no marks and costs nothing more.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

from drafter.compose.wording import OpenAnswer, Prose
from drafter.frozen import replaced
from drafter.model.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Listing,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.model.origins import KeyPath, LineOrigins, Span
from drafter.model.trace_marks import MARK, MOST_PATHS, end_mark, path_number, start_mark, without_marks
from drafter.patterns import pattern

T = TypeVar("T", bound=str)
_BEGINNING = pattern(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:#{1,6}[ \t]+)?")
"""What Markdown reads at the beginning of a line: a mark before it would turn an item into a paragraph."""
_ITEM = pattern(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_DELIMITER_ROW = pattern(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*")
_FENCE = pattern(r"[ \t]*:::")
_CELL_BORDER = pattern(r"(?<!\\)\|")


class Trace:
    """Puts marks around printed values and remembers which path each pair of marks stands for."""

    def __init__(self) -> None:
        self._numbers: dict[KeyPath, int] = {}

    def __call__(self, path: KeyPath, value: T, /) -> T:
        """Return *value* between the marks of *path*; a blank value stays as it is."""
        if isinstance(value, OpenAnswer):
            return type(value)(f"{start_mark(self._number(path))}{value.label}")
        if not value.strip() or len(self._numbers) >= MOST_PATHS:
            return value
        number = self._number(path)
        if isinstance(value, Prose):
            return type(value)(_marked_markdown(str(value), number))
        return type(value)(f"{start_mark(number)}{value}{end_mark(number)}")

    def _number(self, path: KeyPath) -> int:
        return self._numbers.setdefault(path, len(self._numbers))

    @property
    def paths(self) -> tuple[KeyPath, ...]:
        """The paths in the order of their numbers."""
        return tuple(self._numbers)


class TraceValue(Protocol):
    """Marks a printed value with the path that it comes from, or leaves it as it is."""

    def __call__(self, path: KeyPath, value: T, /) -> T:
        """Return *value*, with marks where the origins are wanted."""


def untraced(_: KeyPath, value: T, /) -> T:
    """Return *value* as it is: the trace of ordinary composing."""
    return value


def _marked_markdown(text: str, number: int) -> str:
    """Return *text* with each paragraph, heading, item and cell between marks."""
    passages: list[str] = []
    for line in text.split("\n"):
        if passages and _continues(passages[-1], line):
            passages[-1] = f"{passages[-1]}\n{line}"
        else:
            passages.append(line)
    return "\n".join(_marked_passage(passage, number) for passage in passages)


def _continues(before: str, line: str) -> bool:
    """Return whether *line* goes on with the paragraph whose lines *before* are."""
    begins_block = line.lstrip().startswith(("|", ":::", "#", "> ")) or _ITEM.match(line) is not None
    ends_block = before.lstrip().startswith(("|", ":::", "#"))
    return bool(line.strip()) and bool(before.strip()) and not begins_block and not ends_block


def _marked_passage(line: str, number: int) -> str:
    """Return a paragraph or a line of Markdown between marks, in a table each cell."""
    if not line.strip() or _FENCE.match(line) or _DELIMITER_ROW.fullmatch(line):
        return line
    if line.lstrip().startswith("|"):
        cells = _CELL_BORDER.split(line)
        return "|".join(_marked_text(cell, number) if cell.strip() else cell for cell in cells)
    return _marked_text(line, number)


def _marked_text(text: str, number: int) -> str:
    """Return *text* between marks that leave Markdown's beginning of the line and its last blanks alone."""
    beginning = _BEGINNING.match(text)
    start = beginning.end() if beginning else 0
    content = text[start:].rstrip()
    is_broken_by_backslash = content.endswith("\\") and not content.endswith("\\\\")
    content = content[:-1] if is_broken_by_backslash else content
    if not content:
        return text
    end = start + len(content)
    return f"{text[:start]}{start_mark(number)}{content}{end_mark(number)}{text[end:]}"


# ---- taking the marks out again ----


def take_out_marks(
    blocks: Iterable[Block], paths: Sequence[KeyPath]
) -> tuple[tuple[Block, ...], tuple[LineOrigins, ...]]:
    """Return *blocks* without marks, and the spans of each of their lines."""
    lines: list[LineOrigins] = []
    plain = tuple(_plain_block(block, partial(_plain_line, paths=paths, lines=lines)) for block in blocks)
    return plain, tuple(lines)


_Line = tuple[Inline, ...]


def _plain_block(block: Block, plain_line: Callable[[_Line], _Line]) -> Block:
    """Return *block* with *plain_line* applied to its lines in the order of ``lines_of``."""
    match block:
        case Listing(items=items):
            kept = tuple(tuple(_plain_block(inner, plain_line) for inner in item) for item in items)
            return replaced(block, items=kept)
        case Table(header=header, rows=rows):
            return replaced(
                block,
                header=tuple(map(plain_line, header)),
                rows=tuple(tuple(map(plain_line, row)) for row in rows),
            )
        case PageTurn():
            return block
        case Paragraph() | Heading():
            return replaced(block, inlines=plain_line(block.inlines))


def _plain_line(inlines: _Line, paths: Sequence[KeyPath], lines: list[LineOrigins]) -> _Line:
    """Return *inlines* without marks; append their spans to *lines*."""
    position = 0
    open_starts: list[tuple[int, int]] = []
    spans: list[tuple[int, int, int]] = []
    kept: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                for piece in _pieces(text):
                    if not isinstance(piece, str):
                        _note_mark(piece, position, open_starts, spans)
                    else:
                        position += len(piece)
                plain = without_marks(text)
                kept += [replaced(inline, text=plain)] if plain else []
            case Gap(text=text):
                spans += [(position, position + 1, path_number(mark)) for mark in MARK.finditer(text)]
                kept.append(Gap(without_marks(text)))
                position += 1
            case Reference(text=text):
                kept.append(inline)
                position += len(text)
            case _:
                kept.append(inline)
                position += 1
    spans += [(start, position, number) for number, start in open_starts]
    spans.sort(key=lambda span: (span[0], -span[1], span[2]))
    lines.append(
        tuple(Span(start, end, paths[number]) for start, end, number in _joined(spans) if start < end)
    )
    return tuple(kept)


def _pieces(text: str) -> Iterator[str | re.Match[str]]:
    """Yield the text between the marks of *text*, and the marks."""
    start = 0
    for mark in MARK.finditer(text):
        yield text[start : mark.start()]
        yield mark
        start = mark.end()
    yield text[start:]


def _note_mark(
    mark: re.Match[str], position: int, open_starts: list[tuple[int, int]], spans: list[tuple[int, int, int]]
) -> None:
    """Open or close a span at *position*. An end without its beginning is in another line, and left out."""
    number = path_number(mark)
    if mark["start"]:
        open_starts.append((number, position))
        return
    for index in range(len(open_starts) - 1, -1, -1):
        if open_starts[index][0] == number:
            spans.append((open_starts.pop(index)[1], position, number))
            return


def _joined(spans: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return *spans* in order, with those of one path joined where only a blank is between them."""
    joined: list[tuple[int, int, int]] = []
    last: dict[int, int] = {}
    for start, end, number in spans:
        index = last.get(number)
        if index is not None and start <= joined[index][1] + 1:
            joined[index] = (joined[index][0], max(end, joined[index][1]), number)
        else:
            last[number] = len(joined)
            joined.append((start, end, number))
    return joined
