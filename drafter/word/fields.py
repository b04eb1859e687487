"""Filling in the ``{{ name }}`` fields in the header and footer of a look."""

from collections.abc import Iterator, Mapping

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart

from drafter.errors import DrafterError, Fault
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern
from drafter.word.xml_tree import Element

_FIELD = pattern(r"\{\{\s*(.*?)\s*\}\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_fields(part: DocumentPart, values: Mapping[str, str], file: str = "look.docx") -> None:
    """Replace the fields in every header and footer by their *values*.

    Raises DrafterError with a fault in *file* for every field that has no value.
    """
    paragraphs = list(_paragraphs(part))
    # A dictionary, because it keeps the order and drops duplicates.
    unknown = {name: None for texts in paragraphs for name in _field_names(texts) if name not in values}
    if unknown:
        known = ", ".join(sorted(values)) or "none here"
        raise DrafterError(
            Fault(
                f"the header or footer has an unknown field {{{{ {name} }}}}",
                f"Correct its name in Word, or delete it. Known fields: {known}.",
                file,
            )
            for name in unknown
        )
    for texts in paragraphs:
        _fill(texts, values)


def _paragraphs(part: DocumentPart) -> Iterator[list[Element]]:
    """Yield the text elements of each paragraph in headers and footers."""
    for relation in part.rels.values():
        if relation.reltype in {RT.HEADER, RT.FOOTER}:
            for paragraph in relation.target_part.element.iter(qn("w:p")):
                yield list(paragraph.iter(qn("w:t")))


def _field_names(texts: list[Element]) -> list[str]:
    return _FIELD.findall("".join(text.text or "" for text in texts))


def _fill(texts: list[Element], values: Mapping[str, str]) -> None:
    """Fill in the fields of a paragraph. They are searched in its whole text, as Word may split a field."""
    whole = "".join(text.text or "" for text in texts)
    for match in reversed(list(_FIELD.finditer(whole))):  # from the end, so that earlier positions stay valid
        value = " ".join(strip_xml_illegal(values[match[1]]).split())
        replace_characters(texts, match.start(), match.end(), value)


def replace_characters(texts: list[Element], start: int, end: int, value: str) -> None:
    """Replace the characters from *start* to *end* in *texts*, the ``w:t`` elements of a paragraph.

    *value* takes the format of the run in which the replaced characters begin.
    """
    offset = 0
    for text in texts:
        old = text.text or ""
        first, last = max(start - offset, 0), min(end - offset, len(old))
        if first < last:
            text.text = old[:first] + value + old[last:]
            text.set(_SPACE, "preserve")
            value = ""
        offset += len(old)
