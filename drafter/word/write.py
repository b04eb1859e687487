"""Writing a document as a .docx in the style of a look."""

from collections.abc import Callable, Set
from io import BytesIO

from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml

from drafter.model.blocks import Document
from drafter.model.emphasis import without_emphasis
from drafter.word.body import BodyWriter
from drafter.word.comments import CommentPart
from drafter.word.fields import fill_fields
from drafter.word.inlines import RunWriter, cited_notes
from drafter.word.links import Links
from drafter.word.look import Look, clean_look, open_look
from drafter.word.notes import add_notes, heading_above_notes, note_elements, note_kind
from drafter.word.numbering import Lists
from drafter.word.ooxml import NAMESPACES
from drafter.word.package import SEAL_PART, compute_seal, read_parts, seal_xml, write_parts
from drafter.word.page_setup import set_up_sections, text_widths
from drafter.word.plain_style import remove_emphasis
from drafter.word.properties import add_properties
from drafter.word.reference_numbers import set_reference_numbers
from drafter.word.running_title import MAX_SHARE, RUNNING_TITLE, shorten_title
from drafter.word.style_names import LINK_STYLE
from drafter.word.styles import Styles, set_font, set_language
from drafter.word.tables import separate_tables
from drafter.word.work_marks import WorkMarks
from drafter.word.working_copy import WorkingCopy
from drafter.word.xml_tree import Element


def write_document(document: Document, look: Look | bytes, copy: WorkingCopy | None = None) -> bytes:
    """Return *document* as a .docx in the style of *look*. The same input gives the same bytes.

    A *look* in the form of bytes (a Word file) is cleaned first. *copy* has the controls and comments of a
    working copy; a file without it has none. Raises DrafterError if the look cannot be used.
    """
    if document.layout.plain:
        document = without_emphasis(document)
    return write_with(document, look, lambda word, styles: _fill(word, document, styles, copy))


def write_with(document: Document, look: Look | bytes, fill: Callable[[WordDocument, Styles], None]) -> bytes:
    """Return a .docx with the layout and properties of *document* in the style of *look*.

    *fill* writes the body and the notes into the opened look.
    """
    if isinstance(look, bytes):
        look = clean_look(look)
    word = open_look(look)
    styles = Styles(word.part.styles.element)
    fill(word, styles)
    if document.layout.plain:
        remove_emphasis(word.part.styles.element)
    set_font(word.part.styles.element, document.layout)
    set_language(word.part.styles.element, word.settings.element, document.properties.language.proofing)
    width = text_widths(word.part.element.body.sectPr).upright  # a cleaned look has only one section
    fill_fields(word.part, _field_values(document, width, styles), look.file)
    add_properties(word.part.package, document.properties)
    return _sealed_package(word, document.properties.document_type)


def _fill(word: WordDocument, document: Document, styles: Styles, copy: WorkingCopy | None) -> None:
    """Write the body, the notes and the comments into the opened look."""
    comments = CommentPart(word.part.styles.element, document.properties.date)
    marks = WorkMarks(document, copy, comments) if copy else None
    kind = note_kind(document)
    labels = document.properties.language.labels
    runs = RunWriter(kind, styles, labels, cited_notes(document), marks)
    widths = text_widths(word.part.element.body.sectPr)
    writer = BodyWriter(styles, Lists(word.part, styles), runs, widths)
    body = writer.xml(document.blocks)
    note_runs = RunWriter(kind, styles, labels, marks=marks)
    links = Links(styles.id_if_known(LINK_STYLE))
    note_runs.links = None if document.layout.plain else links
    notes = note_elements(document.notes, kind, styles, note_runs)
    if runs.mark_count != len(document.notes):
        raise ValueError(f"{runs.mark_count} note marks, but {len(document.notes)} notes")
    parsed = parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")
    replace_body(word, parsed, styles.heading_ids(), ends_landscape=writer.is_landscape)
    set_reference_numbers(word.part, word.part.element.body)
    add_notes(word.part, kind, notes, links.targets, heading_above_notes(document, styles))
    comments.add_to(word.part)


def _field_values(document: Document, width: int, styles: Styles) -> dict[str, str]:
    """Return the values of the fields in header and footer, with the running title cut to one line."""
    values = dict(document.layout.fields)
    if RUNNING_TITLE in values:
        em = styles.font_size("header") * 10  # from half points to twips
        max_width = MAX_SHARE * width / em
        values[RUNNING_TITLE] = shorten_title(values[RUNNING_TITLE], max_width, document.properties.language)
    return values


def replace_body(word: WordDocument, new: Element, heading_ids: Set[str], *, ends_landscape: bool) -> None:
    """Replace the empty body of the look *word* by the body *new*, and give it the look's section."""
    old = word.part.element.body
    separate_tables(new, heading_ids)
    # Moving the blocks into the old body one by one would take quadratic time.
    new.extend(list(old))
    set_up_sections(new, ends_landscape=ends_landscape)
    old.getparent().replace(old, new)


def _sealed_package(word: WordDocument, document_type: str) -> bytes:
    """Return the .docx with the seal by which drafter recognises its own files, and their *document_type*."""
    buffer = BytesIO()
    word.save(buffer)
    parts = read_parts(buffer.getvalue())
    parts[SEAL_PART] = seal_xml(compute_seal(parts), document_type)
    return write_parts(parts)
