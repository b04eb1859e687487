"""A document as Markdown that reads well as it stands: CommonMark with the notes and tables of GitHub."""

from collections.abc import Iterable, Iterator

from drafter.formats.inlines import gap_text, has_title
from drafter.formats.md_text import LINE_BREAK, as_lines, emphasised, escaped
from drafter.formats.seals import NO_SEAL, SEAL_NAME
from drafter.frozen import replaced
from drafter.model.blocks import (
    Block,
    Document,
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
from drafter.model.list_labels import item_label

_ITEM_INDENT, _NOTE_INDENT = "  ", "    "


def write(document: Document) -> str:
    """Return *document* as Markdown, with a line for the seal at the end."""
    blocks = "\n\n".join(_Blocks(document).lines())
    return f"{blocks}\n\n<!-- {SEAL_NAME}: {NO_SEAL} -->\n"


class _Blocks:
    """Writes blocks with the numbers that they have in the Word file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = document.properties.language.labels
        self._is_plain = document.layout.plain
        self._top = 1 if has_title(document.blocks) else 0
        self._paragraph = 0
        self._note = 0
        self._heading_level = 0

    def lines(self) -> Iterator[str]:
        """Yield the blocks of the whole document and its notes."""
        for block in self._document.blocks:
            yield from self._block(block)
        if self._document.notes:
            yield f"{'#' * (self._top + 1)} {escaped(self._labels.notes)}"
        for number, note in enumerate(self._document.notes, 1):
            yield _indented(f"[^{number}]: {self._text(note)}", _NOTE_INDENT)

    def _block(self, block: Block, depth: int = 0) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self._paragraph_text(block)
            case Heading():
                yield self._heading(block)
            case Listing():
                yield self._listing(block, depth)
            case Table():
                yield self._table(block)
            case PageTurn():
                pass

    def _paragraph_text(self, block: Paragraph) -> str:
        if block.numbered:
            self._paragraph += 1
            # A list of Markdown would begin again after each heading; an escaped number stays as it is.
            return f"{self._paragraph}\\. {self._text(block.inlines, starts_line=False)}"
        match block.role:
            case "title":
                return f"# {self._line(block.inlines)}"
            case "quote":
                return "\n".join(f"> {line}" for line in self._text(block.inlines).split("\n"))
            case "lead" if not self._is_plain:
                return self._text(tuple(map(_bold, block.inlines)))
            case _:
                return self._text(block.inlines)

    def _heading(self, block: Heading) -> str:
        # A skipped level tells users of a screen reader that a part of the text is missing.
        self._heading_level = min(block.level, self._heading_level + 1)
        return f"{'#' * (self._heading_level + self._top)} {self._line(block.inlines)}"

    def _listing(self, block: Listing, depth: int) -> str:
        items = []
        for number, item in enumerate(block.items, 1):
            first, *others = item if item and isinstance(item[0], Paragraph) else (Paragraph(()), *item)
            inlines = first.inlines if isinstance(first, Paragraph) else ()
            label = f"{item_label(number, depth)} " if block.ordered else ""
            lead = f"- {label}{self._text(inlines, starts_line=not block.ordered)}"
            parts = [lead, *(part for other in others for part in self._block(other, depth + 1))]
            items.append(_indented("\n\n".join(parts), _ITEM_INDENT))
        return "\n".join(items)

    def _table(self, block: Table) -> str:
        rows = [self._row(block.header), "|" + " --- |" * len(block.header)]
        for row in block.rows:
            cells = (*row, *((),) * (len(block.header) - len(row)))
            if len(row) == 1 < len(block.header):  # a title for the rows below
                cells = (tuple(map(_bold, row[0])), *cells[1:])
            rows.append(self._row(cells))
        return "\n".join(rows)

    def _row(self, cells: Iterable[tuple[Inline, ...]]) -> str:
        return "|" + "".join(f" {self._line(cell, '<br>')} |" for cell in cells)

    def _line(self, inlines: tuple[Inline, ...], line_break: str = " ") -> str:
        """Return *inlines* in one line, for a heading or a cell of a table."""
        return self._text(inlines, starts_line=False).replace(LINE_BREAK, line_break)

    def _text(self, inlines: tuple[Inline, ...], *, starts_line: bool = True) -> str:
        """Return *inlines* as Markdown that reads as exactly their text."""
        text = ""
        printed = [inline for inline in inlines if not (isinstance(inline, Text) and not inline.text)]
        for inline, following in zip(printed, (*printed[1:], None), strict=False):
            text += self._inline(inline, text[-1:], _first_character(following))
        return as_lines(text, starts_line=starts_line)

    def _inline(self, inline: Inline, before: str, after: str) -> str:
        match inline:
            case Text(text=text, bold=bold, italic=italic):
                return emphasised(text, bold=bold, italic=italic, before=before, after=after)
            case Reference(text=text):
                return escaped(text)
            case NoteMark():
                self._note += 1
                return f"[^{self._note}]"
            case NoteNumber(number=number):
                return str(number)
            case Gap():
                return escaped(gap_text(inline, self._labels))


def _first_character(inline: Inline | None) -> str:
    """Return the character with which *inline* begins, or ``""`` if it has none."""
    match inline:
        case None:
            return ""
        case Text(text=text) | Reference(text=text):
            return text[:1]
        case NoteNumber(number=number):
            return str(number)[0]
        case NoteMark() | Gap():
            return "["


def _bold(inline: Inline) -> Inline:
    return replaced(inline, bold=True) if isinstance(inline, Text) else inline


def _indented(text: str, indent: str) -> str:
    """Return *text* with *indent* before every line but the first and empty ones."""
    first, *others = text.split("\n")
    return "\n".join((first, *(f"{indent}{line}" if line else "" for line in others)))
