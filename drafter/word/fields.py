"""The simple ``{{ name }}`` fields in the look's header and footer are filled in."""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart

from drafter.errors import DrafterError, Fault
from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

_FIELD = pattern(r"\{\{\s*(.*?)\s*\}\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_fields(part: DocumentPart, values: Mapping[str, str], file: str = "look.docx") -> None:
    """Put *values* in place of the fields of every header and footer.

    Raises DrafterError, naming the look *file*, for every field whose name has no value.
    """
    paragraphs = list(_paragraphs(part))
    unknown = {name: None for texts in paragraphs for name in _names(texts) if name not in values}
    if unknown:
        known = ", ".join(sorted(values)) or "none here"
        raise DrafterError(
            Fault(
                f"the header or footer has an unknown field {{{{ {name} }}}}",
                f"Correct its name in Word, or take it out. Known fields: {known}.",
                file,
            )
            for name in unknown
        )
    for texts in paragraphs:
        _fill(texts, values)


def _paragraphs(part: DocumentPart) -> Iterator[list[Any]]:
    """Yield the text elements of each paragraph in headers and footers."""
    for rel in part.rels.values():
        if rel.reltype in {RT.HEADER, RT.FOOTER}:
            for paragraph in rel.target_part.element.iter(qn("w:p")):
                yield list(paragraph.iter(qn("w:t")))


def _names(texts: list[Any]) -> list[str]:
    return _FIELD.findall("".join(text.text or "" for text in texts))


def _fill(texts: list[Any], values: Mapping[str, str]) -> None:
    """Fill the fields of one paragraph. Word splits a field over runs as it likes: they are read as one."""
    whole = "".join(text.text or "" for text in texts)
    for match in reversed(list(_FIELD.finditer(whole))):  # from the end: the places before stay right
        value = " ".join(strip_xml_illegal(values[match[1]]).split())
        replace_letters(texts, match.start(), match.end(), value)


def replace_letters(texts: list[Any], start: int, end: int, value: str) -> None:
    """Replace the characters from *start* to *end* of *texts*, the ``w:t`` elements of one paragraph.

    *value* takes the look of the run in which the replaced characters begin.
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
