"""A document becomes a .docx in the style of a look."""

from collections.abc import Set
from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml

from drafter.model.blocks import Document
from drafter.word.body import Body
from drafter.word.fields import fill_fields
from drafter.word.inlines import Runs, cited_notes
from drafter.word.look import Look, clean_look, open_look
from drafter.word.notes import add_notes, closing, kind_of, note_elements
from drafter.word.numbering import Lists
from drafter.word.ooxml import NAMESPACES
from drafter.word.package import SEAL_PART, read_parts, seal, seal_xml, write_parts
from drafter.word.page_setup import text_width
from drafter.word.plain_style import strip_styles, unadorned
from drafter.word.properties import add_properties
from drafter.word.running_title import FIELD, SHARE, running
from drafter.word.styles import Styles, set_font, set_language
from drafter.word.tables import keep_tables_apart


def write_document(document: Document, look: Look | bytes) -> bytes:
    """Return *document* as a .docx in the style of *look*. The same input gives the same bytes.

    A *look* given as the bytes of a Word file is cleaned first. Raises DrafterError where it cannot be used.
    """
    if isinstance(look, bytes):
        look = clean_look(look)
    if document.layout.plain:
        document = unadorned(document)
    word = open_look(look)
    styles = Styles(word.part.styles.element, look.file)
    _fill(word, document, styles)
    if document.layout.plain:
        strip_styles(word.part.styles.element)
    set_font(word.part.styles.element, document.layout)
    set_language(word.part.styles.element, word.settings.element, document.properties.language.proofing)
    fill_fields(word.part, _fields(document, _width(word), styles), look.file)
    add_properties(word.part.package, document.properties)
    return _sealed(word)


def _fill(word: WordDocument, document: Document, styles: Styles) -> None:
    """Write body and notes into the opened look."""
    kind = kind_of(document)
    labels = document.properties.language.labels
    runs = Runs(kind, styles, labels, cited_notes(document))
    blocks = (*document.blocks, *closing(document))
    body = Body(styles, Lists(word.part, styles), runs, _width(word)).xml(blocks)
    notes = note_elements(document.notes, kind, styles, labels)
    if runs.marks != len(document.notes):
        raise ValueError(f"{runs.marks} note marks, but {len(document.notes)} notes")
    styles.check()
    _put(word.part.element.body, body, styles.headings())
    add_notes(word.part, kind, notes)


def _fields(document: Document, width: int, styles: Styles) -> dict[str, str]:
    """Return the values of the header's and footer's fields, the running title cut to one line."""
    values = dict(document.layout.fields)
    if FIELD in values:
        em = styles.size("header") * 10  # from half points to twips
        values[FIELD] = running(values[FIELD], SHARE * width / em, document.properties.language)
    return values


def _width(word: WordDocument) -> int:
    """Return the width of the text in twips; a cleaned look has one section."""
    return text_width(word.part.element.body.sectPr)


def _put(body: Any, xml: str, headings: Set[str]) -> None:
    """Parse the whole text at once and put it before the look's section."""
    parsed = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
    keep_tables_apart(parsed, headings)
    # Blocks that are moved one by one take a time that grows with the square of their number.
    parsed.extend(list(body))
    body.getparent().replace(body, parsed)


def _sealed(word: WordDocument) -> bytes:
    """Return the package with the seal by which drafter knows its own files again."""
    buffer = BytesIO()
    word.save(buffer)
    parts = read_parts(buffer.getvalue())
    parts[SEAL_PART] = seal_xml(seal(parts))
    return write_parts(parts)
