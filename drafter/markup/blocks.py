"""Markdown to blocks.

CommonMark, less what surprises people who write prose (code, HTML, references, underlined headings, rules),
and with tables, ``[^key]`` note marks, ``[label](gap:)`` gaps and ``::: role`` paragraphs of their own style.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from drafter.errors import DrafterError, Fault
from drafter.limits import NESTING, TABLE_COLUMNS
from drafter.model.blocks import Block, Gap, Heading, Inline, Listing, NoteMark, Paragraph, Table, Text
from drafter.model.note_marks import NOTE_KEY
from drafter.patterns import pattern

_UNWANTED = (
    "code",
    "fence",
    "html_block",
    "html_inline",
    "backticks",
    "image",
    "lheading",
    "reference",
    "hr",
)

_LEVELS = 2 * NESTING
"""Levels of Markdown-it: a list in a list is two levels down, a quotation in a quotation one."""
_NUMBERED = pattern(r"&#(11|12[7-9]|1[34][0-9]|15[0-9]);")


@cache
def _reader() -> MarkdownIt:
    # Markdown-it silently drops text nested deeper than its limit; ours is lower and refuses the text first.
    reader = MarkdownIt("commonmark", {"maxNesting": _LEVELS + 4}).enable("table").disable(list(_UNWANTED))
    reader.use(container_plugin, name="role", validate=lambda params, *_: bool(params.strip()))
    reader.inline.ruler.before("link", "note", _note)
    reader.inline.ruler.before("entity", "number", _number)
    return reader


def _note(state: StateInline, silent: bool) -> bool:
    """Read ``[^key]`` as a note mark."""
    start = state.pos
    if state.src[start : start + 2] != "[^":
        return False
    found = NOTE_KEY.match(state.src, start + 2)
    if found is None:
        return False
    key, end = found[0], found.end()
    if state.src[end : end + 1] != "]":
        return False
    if not silent:
        state.push("note", "", 0).content = key
    state.pos = end + 1
    return True


def _number(state: StateInline, silent: bool) -> bool:
    """Read ``&#11;``, ``&#133;`` and the like as the characters they name; CommonMark would replace them."""
    found = _NUMBERED.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("text", "", 0).content = chr(int(found[1]))
    state.pos = found.end()
    return True


def read_blocks(markdown: str, *, numbered: bool = False) -> tuple[Block, ...]:
    """Return the blocks of *markdown*; with *numbered*, its body paragraphs carry the running number.

    Raises DrafterError for what Word cannot show: lists deeper than ``NESTING``, tables too wide.

    A ``::: role`` fence gives the paragraphs within it that role; ``::: lead`` stays numbered, being part of
    the body, and no other does. Text in lists, tables and quotations is never numbered.
    """
    tokens = _reader().parse(markdown)
    if max((token.level for token in tokens), default=0) > _LEVELS + 1:
        fault = f"lists or quotations are more than {NESTING} levels deep"
        raise DrafterError(Fault(fault, "Take out the signs at the beginning of the line: - * 1. >"))
    return tuple(_blocks(tokens, "body", numbered))


def _blocks(tokens: Sequence[Token], role: str, numbered: bool) -> list[Block]:
    found: list[Block] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _closing(tokens, at)
        inside = tokens[at + 1 : end]
        match token.type:
            case "paragraph_open":
                found.append(Paragraph(_inlines(inside[0].children or []), role, numbered))
            case "heading_open":
                found.append(Heading(_inlines(inside[0].children or []), min(int(token.tag[1]), 3)))
            case "bullet_list_open" | "ordered_list_open":
                found.append(Listing(_items(inside), token.type.startswith("ordered")))
            case "blockquote_open":
                found += _blocks(inside, "quote", numbered=False)
            case "container_role_open":
                name = token.info.strip()
                found += _blocks(inside, name, numbered and name == "lead")
            case "table_open":
                found.append(_table(inside))
        at = end + 1
    return found


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Return where the block that opens at *at* ends; a token that opens nothing ends at once."""
    depth = 0
    for position in range(at, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return len(tokens) - 1


def _items(tokens: Sequence[Token]) -> tuple[tuple[Block, ...], ...]:
    items: list[tuple[Block, ...]] = []
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        items.append(tuple(_blocks(tokens[at + 1 : end], "body", numbered=False)))
        at = end + 1
    return tuple(items)


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[tuple[Inline, ...]]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inlines(token.children or []))
    header, *body = (tuple(row) for row in rows)
    if len(header) > TABLE_COLUMNS:
        fault = f"a table has {len(header):,} columns; Word can show {TABLE_COLUMNS}"
        raise DrafterError(Fault(fault, "Divide it, or make rows of the columns."))
    return Table(header, tuple(body))


def _inlines(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    bold = italic = 0
    outside: list[tuple[str, list[Inline]]] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                outside.append((str(token.attrGet("href") or ""), found))
                found = []
            case "link_close":
                address, before = outside.pop()
                before += _link(found, address)
                found = before
            case "note":
                found.append(NoteMark(token.content))
            case "softbreak":
                found.append(Text(" ", bold > 0, italic > 0))
            case "hardbreak":
                found.append(Text("\n", bold > 0, italic > 0))
            case _:
                found.append(Text(token.content, bold > 0, italic > 0))
    return tuple(_joined(found))


def _joined(parts: Iterable[Inline]) -> Iterator[Inline]:
    """Yield *parts*, texts that stand side by side and look alike as one."""
    for look, alike in groupby(parts, _look):
        if look is None:
            yield from alike
        else:
            text = "".join(part.text for part in alike if isinstance(part, Text))
            if text:
                yield Text(text, *look)


def _look(part: Inline) -> tuple[bool, bool] | None:
    return (part.bold, part.italic) if isinstance(part, Text) else None


def _link(inside: list[Inline], address: str) -> list[Inline]:
    """Return the gap that a link to ``gap:`` means; else its words, and its address where they differ."""
    words = "".join(part.text for part in inside if isinstance(part, Text))
    if address == "gap:":
        return [Gap(words)]
    if address in (words, f"mailto:{words}"):
        return inside
    return [*inside, Text(f" ({address})")]
