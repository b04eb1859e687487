"""Writing how one document became another as a .docx with tracked changes, in the style of a look."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml

from drafter.comparison.units import pair_units
from drafter.model.blocks import Document
from drafter.model.emphasis import without_emphasis
from drafter.word.body import BodyWriter
from drafter.word.inlines import RunWriter
from drafter.word.look import Look
from drafter.word.notes import add_notes, heading_above_notes, note_kind, note_xml
from drafter.word.numbering import Lists
from drafter.word.ooxml import NAMESPACES
from drafter.word.page_setup import on_its_side, text_widths
from drafter.word.styles import Styles
from drafter.word.tracked.lines import TrackedLines
from drafter.word.tracked.marks import Marks
from drafter.word.tracked.merging import (
    BodyMerger,
    LineRecorder,
    fill_placeholders,
    keep_tables_apart,
    mark_ends_as_typed,
    mark_moves,
    parsed_blocks,
)
from drafter.word.write import replace_body, write_with


def write_comparison(
    old: Document, new: Document, look: Look | bytes, *, author: str, date: str = ""
) -> bytes:
    """Return a .docx that becomes *new* when all its changes are accepted, and *old* when all are rejected.

    The layout and the properties are those of *new*. The changes are by *author*; they have the *date*
    (ISO 8601, with a time) if one is given. The keys of note marks are the numbers of their notes.
    """
    if new.layout.plain:
        old, new = without_emphasis(old), without_emphasis(new)
    return write_with(new, look, lambda word, styles: _fill(word, styles, old, new, Marks(author, date)))


def _fill(word: WordDocument, styles: Styles, old: Document, new: Document, marks: Marks) -> None:
    """Write the merged body and the notes of both documents into the opened look."""
    kind, labels = note_kind(new), new.properties.language.labels
    blocks_a, blocks_b = old.blocks, new.blocks
    recorders = [LineRecorder(kind, styles, labels) for _ in "ab"]
    lists, widths = Lists(word.part, styles), text_widths(word.part.element.body.sectPr)
    bodies = [BodyWriter(styles, lists, recorder, widths) for recorder in recorders]
    elements_a, elements_b = (
        parsed_blocks(body.xml(blocks)) for body, blocks in zip(bodies, (blocks_a, blocks_b), strict=True)
    )
    merger = BodyMerger(recorders[0].lines, recorders[1].lines, marks)
    body = parse_xml(f"<w:body {NAMESPACES}/>")
    pairs = pair_units(blocks_a, blocks_b)
    elements = merger.merge(pairs, elements_a, elements_b)
    body.extend(elements)
    mark_moves(elements, pairs, marks)
    keep_tables_apart(body)

    tracked, runs = TrackedLines(old, new, merger.lines), RunWriter(kind, styles, labels)
    fill_placeholders(body, [tracked.line(index, runs, marks) for index in range(len(merger.lines))])
    mark_ends_as_typed(body, marks)
    notes = "".join(
        note_xml(number, note, kind, styles) for number, note in enumerate(tracked.notes(runs, marks), 1)
    )
    section = deepcopy(word.part.element.body.sectPr)
    replace_body(word, body, styles.heading_ids(), ends_landscape=bodies[1].is_landscape)
    if bodies[0].is_landscape != bodies[1].is_landscape:
        before = on_its_side(section) if bodies[0].is_landscape else section
        marks.record_section(body[-1], before)
    add_notes(word.part, kind, notes, {}, heading_above_notes(new if new.notes else old, styles))
