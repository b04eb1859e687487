"""Reading a Word file: its parts become one value."""

from collections.abc import Iterator

from drafter.word.ooxml import RELATIONS
from drafter.word.opening import read_package, read_part
from drafter.word.reader.document import (
    NoteKind,
    ReadDocument,
    ReadMargin,
    ReadNote,
    ReadParagraph,
    ReadRow,
    ReadTable,
)
from drafter.word.reader.inlines import read_inlines
from drafter.word.reader.numbers import Numbers
from drafter.word.xml_tree import Element, W, local, parse

_EMPTY = f'<w:x xmlns:w="{W[1:-1]}"/>'.encode()


def read_document(data: bytes, file: str = "") -> ReadDocument:
    """Return what the Word file *data* holds.

    Raises DrafterError, which names *file*, where it is damaged, locked or too large to be read.
    """
    return _Reader(data, file).document()


class _Reader:
    """Reads the parts of one file; paragraphs are counted in the order in which they are read."""

    def __init__(self, data: bytes, file: str) -> None:
        self._parts = read_package(data, file)
        self._file = file
        self._styles = self._root("word/styles.xml")
        by_id = {style.get(f"{W}styleId", ""): style for style in self._styles.iter(f"{W}style")}
        self._names = {style_id: _value(style.find(f"{W}name")) for style_id, style in by_id.items()}
        self._numbers = Numbers(self._root("word/numbering.xml"), by_id)

    def document(self) -> ReadDocument:
        """Return the whole file."""
        body = self._root("word/document.xml").find(f"{W}body")
        return ReadDocument(
            blocks=() if body is None else tuple(self._blocks(body)),
            notes=(*self._notes("footnote"), *self._notes("endnote")),
            margins=tuple(self._margins()),
            properties=tuple(self._properties()),
            language=_value(self._styles.find(f"{W}docDefaults//{W}lang")),
        )

    def _root(self, name: str) -> Element:
        """Return the root of a part, or an empty element where the file has no such part."""
        root = read_part(self._parts, name, self._file)
        return parse(_EMPTY) if root is None else root

    def _blocks(self, parent: Element) -> Iterator[ReadParagraph | ReadTable]:
        for child in parent:
            match local(child):
                case "p":
                    yield self._paragraph(child)
                case "tbl":
                    yield ReadTable(tuple(map(self._row, child.iter(f"{W}tr"))))

    def _row(self, row: Element) -> ReadRow:
        heading = row.find(f"{W}trPr/{W}tblHeader") is not None
        return ReadRow(heading, tuple(self._paragraphs(cell) for cell in row.iter(f"{W}tc")))

    def _paragraphs(self, parent: Element) -> tuple[ReadParagraph, ...]:
        return tuple(map(self._paragraph, parent.iter(f"{W}p")))

    def _paragraph(self, paragraph: Element) -> ReadParagraph:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        return ReadParagraph(
            self._names.get(style, style or "Normal"),
            self._numbers.next(paragraph),
            read_inlines(paragraph, self._names),
        )

    def _notes(self, kind: NoteKind) -> Iterator[ReadNote]:
        """Yield the notes of a kind; the lines that Word draws above notes are left out."""
        for note in self._root(f"word/{kind}s.xml").iter(f"{W}{kind}"):
            if note.get(f"{W}type") is None:
                yield ReadNote(kind, note.get(f"{W}id", ""), self._paragraphs(note))

    def _margins(self) -> Iterator[ReadMargin]:
        """Yield each header and footer, in the order of the sections."""
        relations = self._root("word/_rels/document.xml.rels")
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        for section in self._root("word/document.xml").iter(f"{W}sectPr"):
            for reference in section:
                target = targets.get(reference.get(f"{{{RELATIONS}}}id"))
                if target is not None:
                    kind = local(reference).removesuffix("Reference")
                    paragraphs = self._paragraphs(self._root(f"word/{target}"))
                    yield ReadMargin(kind, reference.get(f"{W}type", ""), paragraphs)

    def _properties(self) -> Iterator[tuple[str, str]]:
        for name in ("docProps/core.xml", "docProps/app.xml"):
            yield from ((local(element), element.text or "") for element in self._root(name))


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))
