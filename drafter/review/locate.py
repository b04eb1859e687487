"""The places of texts in a document, in words by which a reader finds them."""

from collections.abc import Callable, Iterator

from drafter.markup.count import block_text, plain_text
from drafter.model.blocks import (
    Document,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    PageTurn,
    Paragraph,
    Table,
    inlines_of,
    lines_of,
)

_PLACES_OF_ROLES = {
    "title": "the title",
    "subtitle": "the lines under the title",
    "cover": "the lines under the title",
    "organisation": "the part on who submits",
    "keywords": "the keywords",
    "signature": "the signature",
}
PROPERTIES = "the properties of the file"


def located_texts(document: Document, may_quote: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each block, note, file property, header and footer of *document*.

    *may_quote* says whether a place may quote a heading, because a heading may itself contain a name.
    """
    for place, text, _ in _located_inlines(document, may_quote):
        yield place, text
    yield from _texts_outside_blocks(document)


def gap_places(document: Document) -> dict[str, list[str]]:
    """Return, by the text of each gap of *document*, the places where it is marked, each once."""
    places: dict[str, list[str]] = {}
    for place, _, inlines in _located_inlines(document, lambda _: True):
        for inline in inlines:
            if isinstance(inline, Gap) and place not in places.setdefault(inline.text, []):
                places[inline.text].append(place)
    return places


def first_lines(document: Document) -> dict[str, int]:
    """Return, by each place in *document*, the number of its first line in ``lines_of``, from 0.

    The place of a note leads to the line that has its mark.
    """
    lines: dict[str, int] = {}
    number = notes = 0
    blocks = [block for block in document.blocks if not isinstance(block, PageTurn)]
    for block, (place, _, _) in zip(blocks, _located_inlines(document, lambda _: True), strict=False):
        lines.setdefault(place, number)
        for line in lines_of([block]):
            for inline in line:
                if isinstance(inline, NoteMark):
                    notes += 1
                    lines[f"note {notes}"] = number
            number += 1
    return lines


def _located_inlines(
    document: Document, may_quote: Callable[[str], bool]
) -> Iterator[tuple[str, str, tuple[Inline, ...]]]:
    """Yield the place, the text and the inlines of each block and note."""
    paragraphs = headings = 0
    under = ""
    for block in document.blocks:
        text = block_text(block)
        match block:
            case PageTurn():
                continue
            case Heading():
                headings += 1
                under = f"under “{text}”" if may_quote(text) else f"under heading {headings}"
                place = f"heading {headings}"
            case Paragraph(role=role, numbered=numbered):
                paragraphs += numbered
                unnumbered = _PLACES_OF_ROLES.get(role, f"a paragraph {under}".strip())
                place = f"paragraph {paragraphs}" if numbered else unnumbered
            case Listing():
                place = f"a list {under}".strip()
            case Table():
                place = f"a table {under}".strip()
        yield place, text, tuple(inlines_of([block]))
    for number, note in enumerate(document.notes, 1):
        yield f"note {number}", plain_text(note), note


def _texts_outside_blocks(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each property and page field that no block contains."""
    body = "\n".join(map(block_text, document.blocks))
    properties = document.properties
    for text in (properties.title, properties.authors, properties.subject, properties.keywords):
        if text and text not in body:
            yield PROPERTIES, text
    for _, text in document.layout.fields:
        if text and text not in body:
            yield "the header or footer of the page", text
