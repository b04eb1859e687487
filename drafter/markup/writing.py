"""Blocks to Markdown that reads back as the same blocks.

The Markdown goes into an answers file, where people read it and change it. So it has as few backslashes as
possible, and more only where the text would otherwise be read as something else.
"""

import re
from collections.abc import Iterable, Sequence

from drafter.markup.blocks import read_blocks
from drafter.markup.escaping import escape, gap
from drafter.markup.pasted import read_pasted
from drafter.model.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    NoteNumber,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.patterns import pattern

_SPECIAL = pattern(r"[\\*_\[\]<`|]|&(?=#|[A-Za-z])")
_LETTER_AROUND = pattern(r"(?<=\w)\\_(?=\w)")
_EDGES = pattern(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def blocks_markdown(blocks: Iterable[Block]) -> str:
    """Return *blocks* as Markdown that ``read_pasted`` and ``read_blocks`` read as the same blocks.

    Roles other than body and quotation, page turns and running numbers are not written: they belong to the
    shapes. Whatever would be read differently with few backslashes has them before all punctuation.
    """
    written = tuple(blocks)
    markdown = "\n\n".join(_written(written, simple=True))
    if _read(markdown) == _comparable(written):
        return markdown
    escaped = "\n\n".join(_written(written, simple=False))
    return escaped if _read(escaped) == _comparable(written) else markdown


def _read(markdown: str) -> tuple[Block, ...]:
    return _comparable(read_blocks(read_pasted(markdown).text))


def _comparable(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return *blocks* with what Markdown can say of them."""
    return tuple(_comparable_block(block) for block in blocks if not isinstance(block, PageTurn))


def _comparable_block(block: Block) -> Block:
    match block:
        case Paragraph(inlines=inlines, role=role):
            return Paragraph(inlines, "quote" if role == "quote" else "body")
        case Listing(items=items, ordered=ordered):
            return Listing(tuple(_comparable(item) for item in items), ordered)
        case _:
            return block


def _written(blocks: Sequence[Block], *, simple: bool) -> Iterable[str]:
    """Yield each of *blocks* as Markdown. Adjacent lists of one kind are kept apart by another mark."""
    before: Block | None = None
    uses_second_mark = False
    for block in blocks:
        is_like_before = (
            isinstance(block, Listing) and isinstance(before, Listing) and block.ordered == before.ordered
        )
        uses_second_mark = is_like_before and not uses_second_mark
        if not isinstance(block, PageTurn):
            yield _block(block, simple=simple, second_mark=uses_second_mark)
        before = block


def _block(block: Block, *, simple: bool, second_mark: bool = False) -> str:
    match block:
        case Paragraph(inlines=inlines, role="quote"):
            return _indented(inline_markdown(inlines, simple=simple), "> ", "> ")
        case Paragraph(inlines=inlines):
            return inline_markdown(inlines, simple=simple)
        case Heading(inlines=inlines, level=level):
            return f"{'#' * level} {inline_markdown(inlines, simple=simple)}"
        case Listing(items=items, ordered=ordered):
            return _listing(items, ordered=ordered, simple=simple, second_mark=second_mark)
        case Table():
            return _table(block, simple=simple)
        case PageTurn():
            return ""


def _listing(items: Sequence[tuple[Block, ...]], *, ordered: bool, simple: bool, second_mark: bool) -> str:
    end, bullet = (")", "*") if second_mark else (".", "-")
    lines = []
    for number, item in enumerate(items, 1):
        mark = f"{number}{end} " if ordered else f"{bullet} "
        lines.append(_indented(_item(item, simple=simple), mark, " " * len(mark)))
    is_loose = any(not _is_short(item) for item in items)
    return ("\n\n" if is_loose else "\n").join(lines)


def _is_short(item: Sequence[Block]) -> bool:
    """Return whether *item* is one paragraph, or one with a list below it."""
    return len(item) == 1 or (len(item) == 2 and isinstance(item[1], Listing))


def _item(item: Sequence[Block], *, simple: bool) -> str:
    """Return the blocks of an *item*; a list stands directly below its paragraph."""
    return ("\n" if _is_short(item) else "\n\n").join(_written(item, simple=simple))


def _indented(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        f"{first if number == 0 else others}{line}".rstrip() if line or number == 0 else others.rstrip()
        for number, line in enumerate(lines)
    )


def _table(table: Table, *, simple: bool) -> str:
    columns = len(table.header)
    rows = [table.header, *table.rows]
    lines = [
        "| "
        + " | ".join((*(_cell(cell, simple=simple) for cell in row), *[""] * (columns - len(row))))
        + " |"
        for row in rows
    ]
    return "\n".join((lines[0], "|" + "---|" * columns, *lines[1:]))


def _cell(inlines: tuple[Inline, ...], *, simple: bool) -> str:
    return inline_markdown(inlines, simple=simple, breaks=False)


def inline_markdown(inlines: Iterable[Inline], *, simple: bool = True, breaks: bool = True) -> str:
    """Return *inlines* as Markdown. Without *breaks*, a line break is written as an entity."""
    pieces = []
    for inline in inlines:
        match inline:
            case Text():
                pieces.append(_text(inline, simple=simple, breaks=breaks))
            case NoteMark(keys=keys):
                pieces.append("".join(f"[^{key}]" for key in keys))
            case Gap(text=text):
                pieces.append(gap(text))
            case NoteNumber(number=number):
                pieces.append(str(number))
            case Reference(target=target, text=text):
                pieces.append(text or f"{{{target}}}")
    return "".join(pieces)


def _text(text: Text, *, simple: bool, breaks: bool) -> str:
    """Return *text* with its emphasis, which cannot begin or end with a blank."""
    match = _EDGES.match(text.text)
    before, core, after = match.groups() if match else ("", text.text, "")
    if not core:
        return _literal(text.text, simple=simple, breaks=breaks)
    marks = "***" if text.bold and text.italic else "**" if text.bold else "*" if text.italic else ""
    literal = _literal(core, simple=simple, breaks=breaks)
    start, end = (_literal(edge, simple=simple, breaks=breaks) for edge in (before, after))
    return f"{start}{marks}{literal}{marks}{end}"


def _literal(text: str, *, simple: bool, breaks: bool) -> str:
    if not simple:
        return "&#10;".join(_escaped_line(line) for line in text.split("\n"))
    literal = _LETTER_AROUND.sub("_", _SPECIAL.sub(r"\\\g<0>", text))
    return literal.replace("\n", "\\\n" if breaks else "&#10;")


def _escaped_line(line: str) -> str:
    """Return *line* with all its punctuation escaped, and a bullet at its beginning as an entity."""
    if not line.strip():
        return line
    is_bullet = not line[0].isascii() and not line[0].isalnum()
    return f"&#{ord(line[0])};{escape(line[1:]) if line[1:] else ''}" if is_bullet else escape(line)
