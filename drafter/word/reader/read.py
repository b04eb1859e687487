"""Reading all parts of a Word file into one value."""

from collections.abc import Iterator

from drafter.word.ooxml import RELATIONS_NAMESPACE, NoteKind
from drafter.word.reader.document import (
    ReadDocument,
    ReadHeaderFooter,
    ReadNote,
    ReadParagraph,
    ReadRow,
    ReadTable,
)
from drafter.word.reader.inlines import read_inlines
from drafter.word.reader.numbers import ParagraphNumbers
from drafter.word.safe_reading import read_package, read_part
from drafter.word.xml_tree import Element, W, local_name, parse

_EMPTY_PART = f'<w:x xmlns:w="{W[1:-1]}"/>'.encode()


def read_document(data: bytes, file: str = "") -> ReadDocument:
    """Return the content of the Word file *data*.

    Raises DrafterError with the path *file* if it is damaged, locked or too large.
    """
    return _Reader(data, file).document()


class _Reader:
    """Reads the parts of a file. It must read them in order, because it counts numbered paragraphs."""

    def __init__(self, data: bytes, file: str) -> None:
        self._parts = read_package(data, file)
        self._file = file
        self._styles = self._root("word/styles.xml")
        by_id = {style.get(f"{W}styleId", ""): style for style in self._styles.iter(f"{W}style")}
        self._style_names = {style_id: _value(style.find(f"{W}name")) for style_id, style in by_id.items()}
        self._numbers = ParagraphNumbers(self._root("word/numbering.xml"), by_id)

    def document(self) -> ReadDocument:
        """Return the content of the file."""
        body = self._root("word/document.xml").find(f"{W}body")
        return ReadDocument(
            blocks=() if body is None else tuple(self._blocks(body)),
            notes=(*self._notes("footnote"), *self._notes("endnote")),
            headers_and_footers=tuple(self._headers_and_footers()),
            properties=tuple(self._properties()),
            language=_value(self._styles.find(f"{W}docDefaults//{W}lang")),
        )

    def _root(self, name: str) -> Element:
        """Return the root of the part *name*, or an empty element if there is no such part."""
        root = read_part(self._parts, name, self._file)
        return parse(_EMPTY_PART) if root is None else root

    def _blocks(self, parent: Element) -> Iterator[ReadParagraph | ReadTable]:
        for child in parent:
            match local_name(child):
                case "p":
                    yield self._paragraph(child)
                case "tbl":
                    yield ReadTable(tuple(map(self._row, child.iter(f"{W}tr"))))

    def _row(self, row: Element) -> ReadRow:
        is_header = row.find(f"{W}trPr/{W}tblHeader") is not None
        return ReadRow(is_header, tuple(self._paragraphs(cell) for cell in row.iter(f"{W}tc")))

    def _paragraphs(self, parent: Element) -> tuple[ReadParagraph, ...]:
        return tuple(map(self._paragraph, parent.iter(f"{W}p")))

    def _paragraph(self, paragraph: Element) -> ReadParagraph:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        return ReadParagraph(
            self._style_names.get(style, style or "Normal"),
            self._numbers.next(paragraph),
            read_inlines(paragraph, self._style_names),
        )

    def _notes(self, kind: NoteKind) -> Iterator[ReadNote]:
        """Yield the notes of *kind*, without the separators above notes."""
        for note in self._root(f"word/{kind}s.xml").iter(f"{W}{kind}"):
            if note.get(f"{W}type") is None:
                yield ReadNote(kind, note.get(f"{W}id", ""), self._paragraphs(note))

    def _headers_and_footers(self) -> Iterator[ReadHeaderFooter]:
        """Yield each header and footer in the order of the sections."""
        relations = self._root("word/_rels/document.xml.rels")
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        for section in self._root("word/document.xml").iter(f"{W}sectPr"):
            for reference in section:
                target = targets.get(reference.get(f"{{{RELATIONS_NAMESPACE}}}id"))
                if target is not None:
                    kind = local_name(reference).removesuffix("Reference")
                    paragraphs = self._paragraphs(self._root(f"word/{target}"))
                    yield ReadHeaderFooter(kind, reference.get(f"{W}type", ""), paragraphs)

    def _properties(self) -> Iterator[tuple[str, str]]:
        for name in ("docProps/core.xml", "docProps/app.xml"):
            yield from ((local_name(element), element.text or "") for element in self._root(name))


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))
