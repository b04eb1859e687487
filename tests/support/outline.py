"""A finished .docx as readable text: for golden files, and to see what Word will show."""

from collections.abc import Iterable, Iterator

from drafter.word.reader.document import (
    ReadDocument,
    ReadField,
    ReadInline,
    ReadNoteMark,
    ReadParagraph,
    ReadTable,
    TextFormat,
)
from drafter.word.reader.read import read_document

_GAP = "[to be completed"


def outline(data: bytes) -> str:
    """Return the .docx in *data* as text: body, notes, headers and footers, properties, language."""
    document = read_document(data)
    sections = (
        _body(document),
        [line for line in _notes(document) if " footnote: " in line],
        [line for line in _notes(document) if " endnote: " in line],
        _headers_and_footers(document),
        [f"{name}: {value}" for name, value in document.properties],
        [f"proofing language: {document.language}"] if document.language else [],
    )
    return "\n\n".join(text for text in map("\n".join, sections) if text) + "\n"


def _body(document: ReadDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, ReadTable):
            for row in block.rows:
                cells = (" / ".join(map(text_of, cell)) for cell in row.cells)
                yield f"{'table heading' if row.is_header else 'table row'}: | {' | '.join(cells)} |"
        else:
            number = f" [{block.number}]" if block.number else ""
            yield f"{block.style}{number}: {text_of(block)}".rstrip()


def _notes(document: ReadDocument) -> Iterator[str]:
    for note in document.notes:
        text = " / ".join(text_of(paragraph).lstrip("→ ") for paragraph in note.paragraphs)
        yield f"[^{note.id}] {note.kind}: {text}"


def _headers_and_footers(document: ReadDocument) -> Iterator[str]:
    for part in document.headers_and_footers:
        texts = " / ".join(map(text_of, part.paragraphs))
        yield f"{part.kind} ({part.pages}): {texts}".rstrip()


def text_of(paragraph: ReadParagraph) -> str:
    """Return the text of a paragraph with Markdown marks, adjacent pieces in the same format merged."""
    pieces: list[tuple[TextFormat, str]] = []
    for text_format, text in _pieces(paragraph.inlines):
        if pieces and pieces[-1][0] == text_format:
            pieces[-1] = (text_format, pieces[-1][1] + text)
        else:
            pieces.append((text_format, text))
    return "".join(_marked(text_format, text) for text_format, text in pieces)


def _pieces(inlines: Iterable[ReadInline]) -> Iterator[tuple[TextFormat, str]]:
    for inline in inlines:
        match inline:
            case ReadNoteMark():
                yield inline.format, f"[^{inline.note_id}]"
            case ReadField():
                yield inline.format, f"{{{inline.instruction} = "
                yield from _pieces(inline.result)
                yield inline.format, "}"
            case _:
                yield inline.format, inline.text.replace("\n", "⏎").replace("\t", "→")


def _marked(text_format: TextFormat, text: str) -> str:
    if text_format.gap:
        return f"{{gap: {text.removeprefix(_GAP).removesuffix(']').lstrip(': ')}}}"
    marks = f"{'**' * text_format.bold}{'*' * text_format.italic}"
    return f"{marks}{text}{marks[::-1]}"
