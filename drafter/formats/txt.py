"""A document as plain text for web forms: one line a paragraph, and below it the counts of each section."""

from collections.abc import Iterable, Iterator, Sequence

from drafter.formats.counts import TextSection, count_sections, count_text, whole_text
from drafter.formats.inlines import gap_text
from drafter.formats.seals import NO_SEAL, SEAL_NAME
from drafter.language.labels import CountLabels
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
from drafter.model.xml_text import strip_xml_illegal

_CUT = "-" * 72
_INDENT = "    "
_BULLET = "-"


def write(document: Document) -> str:
    """Return *document* as text, with a table of counts and the line for the seal below it."""
    sections = text_sections(document)
    labels = document.properties.language.labels.counts
    seal = f"{labels.seal}\n{SEAL_NAME}: {NO_SEAL}\n"
    return f"{whole_text(sections)}\n\n{_CUT}\n{_counts_table(sections, labels)}\n\n{seal}"


def text_sections(document: Document) -> tuple[TextSection, ...]:
    """Return *document* in sections: the text before the first heading, each heading with its text, notes."""
    lines = _Lines(document)
    sections: list[tuple[str, int, list[str]]] = [("", 0, [])]
    for block in document.blocks:
        if isinstance(block, Heading):
            sections.append((lines.text(block.inlines), block.level, []))
        else:
            sections[-1][2].extend(lines.of_block(block))
    if document.notes:
        notes = [f"[{number}] {lines.text(note)}" for number, note in enumerate(document.notes, 1)]
        sections.append((document.properties.language.labels.notes, 1, notes))
    return tuple(
        TextSection(title, level, "\n\n".join(paragraphs))
        for title, level, paragraphs in sections
        if title or paragraphs
    )


class _Lines:
    """Writes blocks as lines, with the numbers that they have in the Word file."""

    def __init__(self, document: Document) -> None:
        self._labels = document.properties.language.labels
        self._paragraph = 0
        self._note = 0

    def of_block(self, block: Block, depth: int = 0) -> Iterator[str]:
        """Yield each paragraph of *block*, the items of a list together."""
        match block:
            case Paragraph():
                yield self._paragraph_line(block)
            case Heading(inlines=inlines):
                yield self.text(inlines)
            case Listing():
                yield "\n".join(self._items(block, depth))
            case Table():
                yield from self._rows(block)
            case PageTurn():
                pass

    def text(self, inlines: Iterable[Inline]) -> str:
        """Return *inlines* as text, with the numbers of notes in square brackets."""
        return strip_xml_illegal("".join(map(self._inline, inlines)))

    def _paragraph_line(self, block: Paragraph) -> str:
        text = self.text(block.inlines)
        if not block.numbered:
            return text
        self._paragraph += 1
        return f"{self._paragraph}. {text}"

    def _items(self, listing: Listing, depth: int) -> Iterator[str]:
        for number, item in enumerate(listing.items, 1):
            label = item_label(number, depth) if listing.ordered else _BULLET
            for index, block in enumerate(item):
                for line in self.of_block(block, depth + 1):
                    if isinstance(block, Paragraph) and index == 0:
                        yield f"{_INDENT * depth}{label} {line}"
                    elif isinstance(block, Listing):
                        yield line
                    else:
                        yield f"{_INDENT * (depth + 1)}{line}"

    def _rows(self, table: Table) -> Iterator[str]:
        """Yield each row with one line a cell, after the title of its column: a web form has no columns."""
        header = [self.text(cell) for cell in table.header]
        for row in table.rows:
            cells = [self.text(cell) for cell in row]
            if len(cells) == 1 < len(header):  # a title for the rows below
                yield cells[0]
                continue
            named = zip(header, cells, strict=False)
            yield "\n".join(f"{title}: {cell}" if title else cell for title, cell in named if cell)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text=text) | Reference(text=text):
                return text
            case NoteMark():
                self._note += 1
                return f"[{self._note}]"
            case NoteNumber(number=number):
                return str(number)
            case Gap():
                return gap_text(inline, self._labels)


def _counts_table(sections: Sequence[TextSection], labels: CountLabels) -> str:
    """Return the counts of each section and of the whole text, the figures before the titles."""
    titles = (
        f"{'  ' * (section.level - 1)}{section.title or labels.before_headings}" for section in sections
    )
    counted = [
        *zip(count_sections(sections), titles, strict=True),
        (count_text(whole_text(sections)), labels.whole),
    ]
    rows = [
        (f"{count.words:,}", f"{count.characters:,}", f"{count.without_spaces:,}", title)
        for count, title in counted
    ]
    rows.insert(0, (*labels.columns, labels.section))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join((*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), row[-1]))
        for row in rows
    ]
    return "\n".join((labels.about, "", *lines))
