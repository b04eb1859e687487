"""Where a text stands in a document, in the words of a person who looks for it there."""

from collections.abc import Callable, Iterator

from drafter.markup.count import block_text, plain_text
from drafter.model.blocks import Document, Gap, Heading, Inline, Listing, Paragraph, Table, inlines_of

_ROLES = {
    "title": "the title",
    "subtitle": "the lines under the title",
    "cover": "the lines under the title",
    "organisation": "the part on who submits",
    "keywords": "the keywords",
    "signature": "the signature",
}
PROPERTIES = "the properties of the file"


def places(document: Document, may_quote: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield each text of *document* with its place: paragraph, note, heading, properties of the file.

    A heading is quoted only where *may_quote* says so: what is looked for may stand in the heading itself.
    """
    for place, text, _ in _placed(document, may_quote):
        yield place, text
    yield from _unseen(document)


def gap_places(document: Document) -> dict[str, list[str]]:
    """Return for each gap of *document* the places where it is marked, each once."""
    found: dict[str, list[str]] = {}
    for place, _, inlines in _placed(document, lambda _: True):
        for part in inlines:
            if isinstance(part, Gap) and place not in found.setdefault(part.text, []):
                found[part.text].append(place)
    return found


def _placed(
    document: Document, may_quote: Callable[[str], bool]
) -> Iterator[tuple[str, str, tuple[Inline, ...]]]:
    """Yield the place of each block and note, its text, and what it is made of."""
    number = headings = 0
    under = ""
    for block in document.blocks:
        text = block_text(block)
        match block:
            case Heading():
                headings += 1
                under = f"under “{text}”" if may_quote(text) else f"under heading {headings}"
                place = f"heading {headings}"
            case Paragraph(role=role, numbered=numbered):
                number += numbered
                loose = _ROLES.get(role, f"a paragraph {under}".strip())
                place = f"paragraph {number}" if numbered else loose
            case Listing():
                place = f"a list {under}".strip()
            case Table():
                place = f"a table {under}".strip()
        yield place, text, tuple(inlines_of([block]))
    for at, note in enumerate(document.notes, 1):
        yield f"note {at}", plain_text(note), note


def _unseen(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what goes into the file and stands in no block of it."""
    whole = "\n".join(map(block_text, document.blocks))
    said = document.properties
    for text in (said.title, said.authors, said.subject, said.keywords):
        if text and text not in whole:
            yield PROPERTIES, text
    for _, text in document.layout.fields:
        if text and text not in whole:
            yield "the head or foot of the page", text
