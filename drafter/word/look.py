"""The look is opened, emptied, and cleared of what it says about the machine and the person that made it."""

from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from lxml.etree import XMLSyntaxError

from drafter.errors import DrafterError, Fault
from drafter.word.ooxml import WORD

_TELLTALES = ("attachedTemplate", "rsids", "docId")
"""Settings that name a path on somebody's disk, the editing sessions, or the very document."""

_KEPT = (RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE, RT.WEB_SETTINGS)


def open_look(data: bytes) -> WordDocument:
    """Return the look as a document without text, ready to be filled."""
    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, XMLSyntaxError) as error:
        raise DrafterError(
            Fault(
                f"this is not a Word document that can be read ({type(error).__name__})",
                "Open it in Word and save it as .docx, or use the look that comes with drafter.",
                "look.docx",
            )
        ) from error
    _empty(document.part.element.body)
    _clear_package(document)
    return document


def text_width(document: WordDocument) -> int:
    """Return the width between the margins of the last section, in twips."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return 9026  # A4 with Word's usual margins
    return int((page - left - right) / 635)


def _empty(body: Any) -> None:
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _clear_package(document: WordDocument) -> None:
    """Cut off the properties, the picture and the custom data of the look, and its editing marks."""
    package = document.part.package
    for rel_id in [rel_id for rel_id, rel in package.rels.items() if rel.reltype != RT.OFFICE_DOCUMENT]:
        del package.rels[rel_id]
    settings = document.settings.element
    for child in list(settings):
        if child.tag.rpartition("}")[2] in _TELLTALES:
            settings.remove(child)
    for rel in document.part.rels.values():
        if rel.reltype == RT.SETTINGS:
            rel.target_part.rels.clear()  # the path of the template that the look was made from
    _drop_unused(document.part)
    for part in package.iter_parts():
        if isinstance(part, XmlPart):
            _clear_editing_marks(part.element)


def _drop_unused(part: DocumentPart) -> None:
    """Cut off what only the removed text used: pictures, notes, comments and the names of their authors."""
    for printer in list(part.element.iter(qn("w:printerSettings"))):
        printer.getparent().remove(printer)
    used = set(part.element.xpath("//@r:*"))
    for rel_id, rel in list(part.rels.items()):
        if rel.reltype not in _KEPT and rel_id not in used:
            del part.rels[rel_id]


def _clear_editing_marks(root: Any) -> None:
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith(f"{{{WORD}}}rsid")]:
            del element.attrib[name]
    for element in list(root.iter(qn("w:rsid"))):
        element.getparent().remove(element)
