"""A document as one HTML file that needs nothing else: no script, no font, no picture, no style sheet."""

from collections.abc import Iterable, Iterator
from html import escape

from drafter.formats.html_style import STYLE
from drafter.formats.inlines import gap_text, has_title
from drafter.formats.seals import NO_SEAL, SEAL_NAME
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
    Properties,
    Reference,
    Table,
    Text,
)
from drafter.model.list_labels import item_label
from drafter.model.web_addresses import split_addresses
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing but the styles in it."""
_CLASSES = ("lead", "subtitle", "cover", "organisation", "keywords", "signature")
"""The roles of paragraphs that have a style of their own."""
_NOT_IN_IDS = pattern(r"[^A-Za-z0-9_]+")


def write(document: Document) -> str:
    """Return *document* as HTML, with a line for the seal."""
    properties = document.properties
    body = "\n".join(_Body(document).lines())
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(properties.language.proofing)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta name="{SEAL_NAME}" content="{NO_SEAL}">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(properties.title)}</title>\n"
        f"{_metadata(properties)}"
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _metadata(properties: Properties) -> str:
    """Return the properties that the Word file has too, without empty ones."""
    values = {
        "author": properties.authors,
        "description": properties.subject,
        "keywords": properties.keywords,
        "dcterms.date": properties.date,
    }
    return "".join(
        f'<meta name="{name}" content="{_attribute(value)}">\n' for name, value in values.items() if value
    )


class _Body:
    """Writes blocks with the numbers that they have in the Word file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = document.properties.language.labels
        self._has_title = has_title(document.blocks)
        self._has_links = not document.layout.plain
        self._paragraph = 0
        self._note = 0
        self._heading_level = 0
        self._is_on_wide_pages = False

    def lines(self) -> Iterator[str]:
        """Yield the elements of the whole document and its notes."""
        if not self._has_title:
            # A page needs a heading of the first level. This one is only for screen readers.
            yield f'<h1 class="unseen">{_text(self._document.properties.title)}</h1>'
        for block in self._document.blocks:
            yield from self._block(block)
        if self._is_on_wide_pages:
            yield "</div>"
        yield from self._notes()

    def _block(self, block: Block, depth: int = 0) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self._paragraph_element(block)
            case Heading():
                yield self._heading(block)
            case Listing():
                yield from self._listing(block, depth)
            case Table():
                yield from self._table(block)
            case PageTurn():
                yield from self._page_turn(block)

    def _paragraph_element(self, block: Paragraph) -> str:
        inner = self._labelled(block)
        if block.numbered:
            self._paragraph += 1
            number = f'<span class="number">{self._paragraph}.</span> '
            return f'<p class="numbered" id="paragraph-{self._paragraph}">{number}{inner}</p>'
        match block.role:
            case "title":
                return f"<h1>{inner}</h1>"
            case "quote":
                return f"<blockquote><p>{inner}</p></blockquote>"
            case role if role in _CLASSES:
                return f'<p class="{role}">{inner}</p>'
            case _:
                return f"<p>{inner}</p>"

    def _heading(self, block: Heading) -> str:
        # A skipped level tells users of a screen reader that a part of the text is missing.
        self._heading_level = min(block.level, self._heading_level + 1)
        tag = f"h{self._heading_level + 1}"  # below the title
        return f"<{tag}>{self._labelled(block)}</{tag}>"

    def _listing(self, block: Listing, depth: int) -> Iterator[str]:
        yield '<ol class="labelled">' if block.ordered else "<ul>"
        for number, item in enumerate(block.items, 1):
            label = f'<span class="number">{item_label(number, depth)}</span> ' if block.ordered else ""
            first, *others = item if item and isinstance(item[0], Paragraph) else (Paragraph(()), *item)
            lead = self._labelled(first) if isinstance(first, Paragraph) else ""
            inner = [line for other in others for line in self._block(other, depth + 1)]
            yield "\n".join((f"<li>{label}{lead}", *inner)) + "</li>"
        yield "</ol>" if block.ordered else "</ul>"

    def _table(self, block: Table) -> Iterator[str]:
        yield "<table>"
        header = "".join(f'<th scope="col">{self._inlines(cell)}</th>' for cell in block.header)
        yield f"<thead><tr>{header}</tr></thead>"
        yield "<tbody>"
        columns = len(block.header)
        for index, row in enumerate(block.rows):
            if len(row) == 1 < columns:  # a title for the rows below
                if index:
                    yield "</tbody>\n<tbody>"
                title = self._inlines(row[0])
                yield f'<tr><th scope="rowgroup" colspan="{columns}">{title}</th></tr>'
                continue
            cells = (*row, *((),) * (columns - len(row)))
            yield f"<tr>{''.join(f'<td>{self._inlines(cell)}</td>' for cell in cells)}</tr>"
        yield "</tbody>\n</table>"

    def _page_turn(self, block: PageTurn) -> Iterator[str]:
        if self._is_on_wide_pages:
            yield "</div>"
        if block.landscape:
            yield '<div class="wide">'
        else:
            yield '<div class="turn"></div>'
        self._is_on_wide_pages = block.landscape

    def _notes(self) -> Iterator[str]:
        if not self._document.notes:
            return
        yield '<section role="doc-endnotes" aria-labelledby="notes">'
        yield f'<h2 id="notes">{_text(self._labels.notes)}</h2>\n<ol>'
        for number, note in enumerate(self._document.notes, 1):
            back = _attribute(self._labels.links.from_note.format(number=number))
            link = f'<a href="#mark-{number}" role="doc-backlink" aria-label="{back}">↩</a>'
            yield f'<li id="note-{number}">{self._inlines(note)} {link}</li>'
        yield "</ol>\n</section>"

    def _labelled(self, block: Paragraph | Heading) -> str:
        """Return the text of *block* after the anchors to which references lead."""
        anchors = "".join(f'<span id="{_part_id(label)}"></span>' for label in block.labels)
        return anchors + self._inlines(block.inlines)

    def _inlines(self, inlines: Iterable[Inline]) -> str:
        """Return *inlines* with a comma between adjacent note marks."""
        pieces: list[str] = []
        is_after_mark = False
        for inline in inlines:
            if isinstance(inline, Text) and not inline.text:
                continue  # nothing to print, so the marks before and after it are adjacent
            is_mark = isinstance(inline, NoteMark)
            pieces.append(("<sup>,</sup>" if is_mark and is_after_mark else "") + self._inline(inline))
            is_after_mark = is_mark
        return "".join(pieces)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text=text, bold=bold, italic=italic, language=language):
                inner = self._linked(text)
                inner = f'<span lang="{_attribute(language)}">{inner}</span>' if language else inner
                inner = f"<em>{inner}</em>" if italic else inner
                return f"<strong>{inner}</strong>" if bold else inner
            case Reference(target=target, text=text):
                return f'<a href="#{_part_id(target)}">{_text(text)}</a>'
            case NoteMark():
                self._note += 1
                return self._note_mark(self._note)
            case NoteNumber(number=number):
                return f'<a href="#note-{number}">{number}</a>'
            case Gap():
                return f"<mark>{_text(gap_text(inline, self._labels))}</mark>"

    def _note_mark(self, number: int) -> str:
        label = _attribute(self._labels.links.to_note.format(number=number))
        names = f'id="mark-{number}" role="doc-noteref" aria-label="{label}"'
        return f'<sup><a href="#note-{number}" {names}>{number}</a></sup>'

    def _linked(self, text: str) -> str:
        """Return *text* with links at its web addresses, unless the body wants plain text."""
        if not self._has_links:
            return _text(text)
        return "".join(
            f'<a href="{_attribute(piece)}" rel="noreferrer">{_text(piece)}</a>'
            if is_address
            else _text(piece)
            for piece, is_address in split_addresses(text)
        )


def _part_id(label: str) -> str:
    """Return the id of the part of the document that has *label*."""
    return f"part-{_NOT_IN_IDS.sub('-', label)}"


def _text(text: str) -> str:
    """Return *text* escaped for the content of an element."""
    return escape(strip_xml_illegal(text), quote=False).replace("\n", "<br>")


def _attribute(text: str) -> str:
    """Return *text* escaped for the value of an attribute."""
    return escape(" ".join(strip_xml_illegal(text).split()))
