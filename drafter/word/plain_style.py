"""Styles without bold, italics and large type, for recipients that accept only plain text."""

from docx.oxml.ns import qn

from drafter.word.xml_tree import ON, Element

_EMPHASIS = ("w:b", "w:bCs", "w:i", "w:iCs", "w:u", "w:caps", "w:smallCaps", "w:sz", "w:szCs")


def remove_emphasis(root: Element) -> None:
    """Remove bold, italics, underlining, capitals and sizes from all styles except the default ones."""
    for style in root.iter(qn("w:style")):
        if style.get(qn("w:default")) in ON:
            continue
        for properties in style.iter(qn("w:rPr")):  # includes those for the first row of a table
            for tag in _EMPHASIS:
                for element in properties.findall(qn(tag)):
                    properties.remove(element)
