"""From answers and library to a document: the only way from what was answered to what is printed."""

from collections.abc import Iterable, Mapping

from drafter.compose.cross_references import with_references
from drafter.compose.document_settings import layout, properties
from drafter.compose.extent import refuse_large_document, refuse_long_paragraphs, refuse_too_much_markup
from drafter.compose.names import LongNames
from drafter.compose.notes import Notes
from drafter.compose.origins import Trace, take_out_marks, untraced
from drafter.compose.parts import without_unprinted
from drafter.compose.references import refuse_unknown_notes, refuse_unknown_roles
from drafter.compose.sections import Library
from drafter.compose.shape_values import shape_values
from drafter.compose.templates import FindTemplate, render_shape, shape_environment
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.markup.blocks import read_blocks
from drafter.model.answers import Answers
from drafter.model.blocks import Block, Document, Gap, NoteMark, inlines_of
from drafter.model.cross_references import ReferenceProblem
from drafter.model.mechanism import DocumentType
from drafter.model.origins import LineOrigins, Origins
from drafter.model.remark import Remark
from drafter.model.vocabulary import State


@frozen
class Draft:
    """A document, with the remarks and gaps of its composition."""

    document: Document
    remarks: tuple[Remark, ...]
    gaps: tuple[str, ...]
    """The labels of the gaps, in reading order: first those of the text, then those of the notes."""
    reference_problems: tuple[ReferenceProblem, ...] = ()
    """The cross references and labels that cannot be printed."""


def compose(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    *,
    find: FindTemplate,
    printed_names: Mapping[str, str],
) -> Draft:
    """Return the document of *document_type* made from *answers*.

    *library* gives clauses, themes and authorities; *find* returns the text of a template. *state* is the
    State named in the answers, ``None`` for a document about no single State. *printed_names* has the name to
    print for each case that may be told, by the key of the case; all other cases are left out.

    Raises DrafterError for a faulty clause, note or template, and for a document that is too large.
    """
    draft, _ = _compose(answers, library, document_type, state, find=find, printed_names=printed_names)
    return draft


def compose_with_origins(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    *,
    find: FindTemplate,
    printed_names: Mapping[str, str],
) -> tuple[Draft, Origins]:
    """Return the document as ``compose`` does, and where each part of its lines comes from."""
    return _compose(
        answers, library, document_type, state, find=find, printed_names=printed_names, trace=Trace()
    )


def _compose(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    *,
    find: FindTemplate,
    printed_names: Mapping[str, str],
    trace: Trace | None = None,
) -> tuple[Draft, Origins]:
    answers = without_unprinted(answers, document_type.rules)
    refuse_too_much_markup(answers)

    values = shape_values(answers, library, document_type, state, printed_names, trace=trace or untraced)
    shape = _shape_path(document_type, find)
    names = LongNames(library.long_names, library.language)
    marked = render_shape(shape_environment(find, library.language), shape, values)
    markdown = names.printed(marked, document_type.rules.treaty)
    refuse_large_document(markdown)

    blocks = read_blocks(markdown, numbered=document_type.rules.numbers_paragraphs)
    blocks, problems = with_references(blocks, library.language)
    lines: tuple[LineOrigins, ...] = ()
    if trace is not None:
        blocks, lines = take_out_marks(blocks, trace.paths)
    refuse_long_paragraphs(blocks)
    refuse_unknown_roles(blocks, shape)

    notes = _write_notes(blocks, answers, library)
    document = Document(
        blocks,
        notes.texts,
        properties=properties(blocks, answers, document_type, library.language),
        layout=layout(blocks, answers, document_type.rules, state, library.language),
    )
    draft = Draft(document, tuple(notes.remarks), tuple(_gap_labels(document)), problems)
    return draft, Origins(lines, tuple(mark.keys for mark in _note_marks(blocks)))


def _shape_path(document_type: DocumentType, find: FindTemplate) -> str:
    """Return the path of the document's shape: in the mechanism's folder, or else among the shared ones."""
    mechanism_id, shape = document_type.mechanism_id, document_type.rules.shape
    for path in (f"{mechanism_id}/{shape}", f"shapes/{shape}"):
        if find(path) is not None:
            return path
    raise DrafterError(
        Fault(
            f"the shape '{shape}' does not exist",
            f"Put it into templates/{mechanism_id} or templates/shapes.",
            f"templates/{mechanism_id}/rules.yaml",
            "shape",
        )
    )


def _write_notes(blocks: Iterable[Block], answers: Answers, library: Library) -> Notes:
    """Return the notes for the marks in *blocks*."""
    marks = _note_marks(blocks)
    refuse_unknown_notes((key for mark in marks for key in mark.keys), answers, library)
    notes = Notes(
        library.authorities,
        answers.facts,
        answers.sources,
        answers.confirmed_authorities,
        library.language,
    )
    for mark in marks:
        notes.add(*mark.keys)
    return notes


def _note_marks(blocks: Iterable[Block]) -> list[NoteMark]:
    """Return the note marks of *blocks* in reading order."""
    return [inline for inline in inlines_of(blocks) if isinstance(inline, NoteMark)]


def _gap_labels(document: Document) -> list[str]:
    inlines = [*inlines_of(document.blocks), *(inline for note in document.notes for inline in note)]
    return [inline.text for inline in inlines if isinstance(inline, Gap)]
