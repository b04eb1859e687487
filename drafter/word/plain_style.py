"""Documents without bold, italics and large type, for recipients that accept only plain text."""

from docx.oxml.ns import qn

from drafter.model.blocks import Document, Inline, Text
from drafter.model.changed_lines import with_changed_lines
from drafter.word.xml_tree import ON, Element

_EMPHASIS = ("w:b", "w:bCs", "w:i", "w:iCs", "w:u", "w:caps", "w:smallCaps", "w:sz", "w:szCs")


def without_emphasis(document: Document) -> Document:
    """Return *document* without bold and italics."""
    return with_changed_lines(document, _plain)


def remove_emphasis(root: Element) -> None:
    """Remove bold, italics, underlining, capitals and sizes from all styles except the default ones."""
    for style in root.iter(qn("w:style")):
        if style.get(qn("w:default")) in ON:
            continue
        for properties in style.iter(qn("w:rPr")):  # includes those for the first row of a table
            for tag in _EMPHASIS:
                for element in properties.findall(qn(tag)):
                    properties.remove(element)


def _plain(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(Text(inline.text) if isinstance(inline, Text) else inline for inline in inlines)
