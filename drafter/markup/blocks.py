"""Markdown to blocks.

CommonMark, without what surprises people who write prose (code, HTML, references, underlined headings,
rules). Added are tables, ``[^key]`` note marks, of which several after one word are joined, ``[label](gap:)``
gaps, ``{#label}`` labels and ``{paragraph label}`` references to them, and ``::: role`` paragraphs in a
style of their own.
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
from drafter.markup.labels import labelled
from drafter.model.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    PageTurn,
    Paragraph,
    Reference,
    Table,
    Text,
)
from drafter.model.cross_references import LABEL, REFERENCE
from drafter.model.note_marks import NOTE_KEY
from drafter.patterns import pattern

_DISABLED = (
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

_TEXTS = {"softbreak": " ", "hardbreak": "\n", "label": ""}
"""The text that stands for a token without any of its own, by its type."""
_LANDSCAPE, _ANNEX = "landscape", "annex"
_MAX_LEVEL = 2 * NESTING
"""In the levels of Markdown-it: a list in a list is two levels down, a quotation in a quotation one."""
_CONTROL_ENTITY = pattern(r"&#(11|12[7-9]|1[34][0-9]|15[0-9]);")


@cache
def _parser() -> MarkdownIt:
    # Markdown-it silently drops text nested deeper than its limit. read_blocks refuses before that.
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_LEVEL + 4}).enable("table").disable(list(_DISABLED))
    parser.use(container_plugin, name="role", validate=lambda params, *_: bool(params.strip()))
    parser.inline.ruler.before("link", "note", _parse_note_mark)
    parser.inline.ruler.before("link", "reference", _parse_reference)
    parser.inline.ruler.before("entity", "number", _parse_control_entity)
    return parser


def _parse_note_mark(state: StateInline, silent: bool) -> bool:
    """Parse ``[^key]`` as a note mark; return whether there is one."""
    start = state.pos
    if state.src[start : start + 2] != "[^":
        return False
    match = NOTE_KEY.match(state.src, start + 2)
    if match is None:
        return False
    key, end = match[0], match.end()
    if state.src[end : end + 1] != "]":
        return False
    if not silent:
        state.push("note", "", 0).content = key
    state.pos = end + 1
    return True


def _parse_reference(state: StateInline, silent: bool) -> bool:
    """Parse ``{#label}`` as a label and ``{paragraph label}`` as a reference; return whether there is one."""
    if state.src[state.pos] != "{":
        return False
    is_label = state.src[state.pos + 1 : state.pos + 2] == "#"
    match = (LABEL if is_label else REFERENCE).match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        content = match[1] if is_label else match[0][1:-1]
        state.push("label" if is_label else "reference", "", 0).content = content
    state.pos = match.end()
    while is_label and state.src[state.pos : state.pos + 1] == " ":
        state.pos += 1
    return True


def _parse_control_entity(state: StateInline, silent: bool) -> bool:
    """Parse ``&#11;``, ``&#133;`` … as the characters they name, which CommonMark would replace.

    Returns whether there is one.
    """
    match = _CONTROL_ENTITY.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("text", "", 0).content = chr(int(match[1]))
    state.pos = match.end()
    return True


def read_blocks(markdown: str, *, numbered: bool = False) -> tuple[Block, ...]:
    """Return the blocks of *markdown*; with *numbered*, its body paragraphs have running numbers.

    A ``::: role`` fence gives that role to the paragraphs in it; only ``::: lead`` is numbered. Text in
    lists, tables and quotations is never numbered. ``::: landscape`` and ``::: annex`` put what they contain
    on pages that lie on their side; if that is everything, the document ends on them. A row of a table with
    only a first cell, in bold, spans all columns.

    Raises DrafterError for what Word cannot show: lists deeper than ``NESTING``, tables too wide.
    """
    tokens = _parser().parse(markdown)
    if max((token.level for token in tokens), default=0) > _MAX_LEVEL + 1:
        fault = f"lists or quotations are more than {NESTING} levels deep"
        raise DrafterError(Fault(fault, "Delete these characters at the beginning of the line: - * 1. >"))
    blocks = _blocks(tokens, "body", numbered)
    is_all_turned = len(blocks) > 1 and isinstance(blocks[0], PageTurn) and isinstance(blocks[-1], PageTurn)
    return tuple(blocks[:-1] if is_all_turned else blocks)


def _blocks(tokens: Sequence[Token], role: str, numbered: bool) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    while start < len(tokens):
        token = tokens[start]
        end = _closing(tokens, start)
        inside = tokens[start + 1 : end]
        match token.type:
            case "paragraph_open":
                parts = inside[0].children or []
                blocks.append(Paragraph(_inlines(parts), role, numbered, _labels(parts)))
            case "heading_open":
                parts = inside[0].children or []
                blocks.append(Heading(_inlines(parts), min(int(token.tag[1]), 3), _labels(parts)))
            case "bullet_list_open" | "ordered_list_open":
                blocks.append(Listing(_items(inside), token.type.startswith("ordered")))
            case "blockquote_open":
                blocks += _blocks(inside, "quote", numbered=False)
            case "container_role_open":
                name = token.info.strip()
                if name in (_LANDSCAPE, _ANNEX):
                    turned = _blocks(inside, "body", numbered and name == _LANDSCAPE)
                    blocks += [PageTurn(True, annex=name == _ANNEX), *turned, PageTurn(False)]
                    start = end + 1
                    continue
                blocks += _blocks(inside, name, numbered and name == "lead")
            case "table_open":
                blocks.append(_table(inside))
        start = end + 1
    return labelled(blocks)


def _closing(tokens: Sequence[Token], start: int) -> int:
    """Return the index of the token that closes the one at *start*; *start* itself if it opens nothing."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1


def _items(tokens: Sequence[Token]) -> tuple[tuple[Block, ...], ...]:
    items: list[tuple[Block, ...]] = []
    start = 0
    while start < len(tokens):
        end = _closing(tokens, start)
        items.append(tuple(_blocks(tokens[start + 1 : end], "body", numbered=False)))
        start = end + 1
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
        raise DrafterError(Fault(fault, "Split the table, or turn its columns into rows."))
    return Table(header, tuple(row[:1] if _spans(row) else row for row in body))


def _spans(row: tuple[tuple[Inline, ...], ...]) -> bool:
    """Return whether *row* is a title for the rows below: only its first cell has text, all in bold."""
    first, *others = row
    is_bold = bool(first) and all(isinstance(inline, Text) and inline.bold for inline in first)
    return is_bold and bool(others) and not any(others)


def _labels(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(token.content for token in tokens if token.type == "label")


def _inlines(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    bold = italic = 0
    open_links: list[tuple[str, list[Inline]]] = []  # the address, and the inlines before the link
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                open_links.append((str(token.attrGet("href") or ""), inlines))
                inlines = []
            case "link_close":
                address, before = open_links.pop()
                before += _link(inlines, address)
                inlines = before
            case "note":
                inlines.append(NoteMark(token.content))
            case "reference":
                inlines.append(Reference(token.content))
            case _:
                inlines.append(Text(_TEXTS.get(token.type, token.content), bold > 0, italic > 0))
    return tuple(_merged(inlines))


def _merged(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield *inlines*, with adjacent texts in the same format merged into one."""
    for text_format, group in groupby(inlines, _format):
        if text_format is None:
            yield from _with_joined_marks(group)
        else:
            text = "".join(inline.text for inline in group if isinstance(inline, Text))
            if text:
                yield Text(text, *text_format)


def _with_joined_marks(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield *inlines*, with adjacent note marks joined into one: a word has one note."""
    for are_marks, group in groupby(inlines, lambda inline: isinstance(inline, NoteMark)):
        if are_marks:
            first, *others = (inline.key for inline in group if isinstance(inline, NoteMark))
            yield NoteMark(first, tuple(others))
        else:
            yield from group


def _format(inline: Inline) -> tuple[bool, bool] | None:
    """Return whether a text is bold and italic; ``None`` for any other inline."""
    return (inline.bold, inline.italic) if isinstance(inline, Text) else None


def _link(label: list[Inline], address: str) -> list[Inline]:
    """Return a gap for a link to ``gap:``; otherwise the label, and the address if that is different."""
    text = "".join(inline.text for inline in label if isinstance(inline, Text))
    if address == "gap:":
        return [Gap(text)]
    if address in (text, f"mailto:{text}"):
        return label
    return [*label, Text(f" ({address})")]
