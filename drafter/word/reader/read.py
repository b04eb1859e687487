"""Reading all parts of a Word file into one value."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from drafter.word.ooxml import RELATIONS_NAMESPACE, NoteKind
from drafter.word.package import SEAL_PART, stored_document, stored_seal
from drafter.word.reader.comments import read_comments
from drafter.word.reader.document import (
    ReadDocument,
    ReadHeaderFooter,
    ReadNote,
    ReadParagraph,
    ReadRow,
    ReadTable,
)
from drafter.word.reader.extras import (
    Change,
    change_authors,
    changed_paragraphs,
    read_extras,
    remove_fallbacks,
)
from drafter.word.reader.inlines import read_inlines
from drafter.word.reader.note_bookmarks import note_bookmarks
from drafter.word.reader.numbers import ParagraphNumbers
from drafter.word.reader.outline_levels import OutlineLevels
from drafter.word.relations import relations_of
from drafter.word.removals import Removals
from drafter.word.revisions import accept_changes, reject_changes
from drafter.word.safe_reading import read_package, read_part
from drafter.word.xml_tree import Element, W, int_attribute, local_name, nearest_ancestor, parse

_MAIN = "word/document.xml"
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_EMPTY_PART = f'<w:x xmlns:w="{W[1:-1]}"/>'.encode()


Changes: TypeAlias = Literal["accept", "reject"]
"""What becomes of tracked changes while a file is read."""


def read_document(data: bytes, file: str = "", changes: Changes = "accept") -> ReadDocument:
    """Return the content of the Word file *data*, as if all tracked *changes* were accepted or rejected.

    Raises DrafterError with the path *file* if it is damaged, locked or too large.
    """
    return _Reader(data, file, changes).document()


class _Reader:
    """Reads the parts of a file. It must read them in order, because it counts numbered paragraphs."""

    def __init__(self, data: bytes, file: str, changes: Changes) -> None:
        self._parts = read_package(data, file)
        self._file = file
        self._styles = self._root("word/styles.xml")
        by_id = {style.get(f"{W}styleId", ""): style for style in self._styles.iter(f"{W}style")}
        self._style_names = {style_id: _value(style.find(f"{W}name")) for style_id, style in by_id.items()}
        self._numbers = ParagraphNumbers(self._root("word/numbering.xml"), by_id)
        self._root(SEAL_PART)  # refuses a damaged one
        self._outline = OutlineLevels(by_id, self._style_names)
        self._relations = relations_of(self._parts, _MAIN, file)
        texts = {name: self._root(name) for name in (_MAIN, "word/footnotes.xml", "word/endnotes.xml")}
        self._change_authors = change_authors(texts.values())
        self._changes: dict[Element, Change] = {}
        self._texts = texts
        marks_before = _note_marks(texts[_MAIN])
        for root in texts.values():
            remove_fallbacks(root)
            if self._change_authors:
                self._changes |= changed_paragraphs(root)
                if changes == "accept":
                    accept_changes(root, Removals())
                else:
                    reject_changes(root)
        self._dropped_notes = marks_before - _note_marks(texts[_MAIN])

    def document(self) -> ReadDocument:
        """Return the content of the file."""
        body = self._texts[_MAIN].find(f"{W}body")
        return ReadDocument(
            blocks=() if body is None else tuple(self._blocks(body)),
            notes=(*self._notes("footnote"), *self._notes("endnote")),
            headers_and_footers=tuple(self._headers_and_footers()),
            properties=tuple(self._properties()),
            language=_value(self._styles.find(f"{W}docDefaults//{W}lang")),
            change_authors=self._change_authors,
            comments=sum(1 for _ in self._root("word/comments.xml").iter(f"{W}comment")),
            has_seal=bool(stored_seal(self._parts)),
            document_type=stored_document(self._parts),
            comment_texts=tuple(read_comments(self._texts, self._root("word/comments.xml"))),
            note_bookmarks=tuple(note_bookmarks(self._texts[_MAIN])),
            ends_landscape=_lies_on_its_side(None if body is None else body.find(f"{W}sectPr")),
        )

    def _root(self, name: str) -> Element:
        """Return the root of the part *name*, or an empty element if there is no such part."""
        root = read_part(self._parts, name, self._file)
        return parse(_EMPTY_PART) if root is None else root

    def _blocks(self, parent: Element) -> Iterator[ReadParagraph | ReadTable]:
        for child in _content(parent):
            if child.tag == f"{W}p":
                yield self._paragraph(child)
                for box in child.iter(f"{W}txbxContent"):
                    if nearest_ancestor(box, f"{W}p") is child:
                        yield from self._blocks(box)
            elif child.tag == f"{W}tbl":
                rows = (row for row in _content(child) if row.tag == f"{W}tr")
                yield ReadTable(tuple(map(self._row, rows)))

    def _row(self, row: Element) -> ReadRow:
        is_header = row.find(f"{W}trPr/{W}tblHeader") is not None
        cells = (cell for cell in _content(row) if cell.tag == f"{W}tc")
        return ReadRow(is_header, tuple(self._paragraphs(cell) for cell in cells))

    def _paragraphs(self, parent: Element) -> tuple[ReadParagraph, ...]:
        return tuple(map(self._paragraph, parent.iter(f"{W}p")))

    def _paragraph(self, paragraph: Element) -> ReadParagraph:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        indent = paragraph.find(f"{W}pPr/{W}ind")
        left = int_attribute(indent, "left")
        return ReadParagraph(
            self._style_names.get(style, style or "Normal"),
            self._numbers.next(paragraph),
            read_inlines(paragraph, self._style_names),
            self._outline.level(paragraph),
            read_extras(paragraph, self._changes.get(paragraph, ""), self._relations),
            self._numbers.position(paragraph),
            int_attribute(indent, "start") if left is None else left,
            _section_end(paragraph.find(f"{W}pPr/{W}sectPr")),
        )

    def _notes(self, kind: NoteKind) -> Iterator[ReadNote]:
        """Yield the notes of *kind*, without the separators above notes."""
        for note in self._texts[f"word/{kind}s.xml"].iter(f"{W}{kind}"):
            mark = (kind, note.get(f"{W}id", ""))
            if note.get(f"{W}type") is None and mark not in self._dropped_notes:
                yield ReadNote(kind, note.get(f"{W}id", ""), self._paragraphs(note))

    def _headers_and_footers(self) -> Iterator[ReadHeaderFooter]:
        """Yield each header and footer in the order of the sections."""
        relations = self._root("word/_rels/document.xml.rels")
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        for section in self._texts[_MAIN].iter(f"{W}sectPr"):
            for reference in section:
                target = targets.get(reference.get(f"{{{RELATIONS_NAMESPACE}}}id"))
                if target is not None:
                    kind = local_name(reference).removesuffix("Reference")
                    paragraphs = self._paragraphs(self._root(f"word/{target}"))
                    yield ReadHeaderFooter(kind, reference.get(f"{W}type", ""), paragraphs)

    def _properties(self) -> Iterator[tuple[str, str]]:
        for name in ("docProps/core.xml", "docProps/app.xml"):
            yield from ((local_name(element), element.text or "") for element in self._root(name))


def _content(parent: Element) -> Iterator[Element]:
    """Yield the children of *parent*, and in place of a content control or another wrapper what is in it."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _content(child)
        else:
            yield child


def _note_marks(root: Element) -> set[tuple[NoteKind, str]]:
    """Return the kinds and ids of the notes whose marks are under *root*."""
    kinds: tuple[NoteKind, ...] = ("footnote", "endnote")
    return {(kind, mark.get(f"{W}id", "")) for kind in kinds for mark in root.iter(f"{W}{kind}Reference")}


def _lies_on_its_side(section: Element | None) -> bool:
    """Return whether the pages of *section* are wider than they are high."""
    size = None if section is None else section.find(f"{W}pgSz")
    return (int_attribute(size, "w") or 0) > (int_attribute(size, "h") or 0)


def _section_end(section: Element | None) -> Literal["", "upright", "landscape", "continuous"]:
    if section is None:
        return ""
    if _value(section.find(f"{W}type")) == "continuous":
        return "continuous"
    return "landscape" if _lies_on_its_side(section) else "upright"


def _value(element: Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))
