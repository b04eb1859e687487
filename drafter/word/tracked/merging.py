"""The bodies of two documents become one, in which each unit is the same, changed, deleted or inserted."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias

from docx.oxml.parser import OxmlElement, parse_xml

from drafter.comparison.units import Line, UnitPair, pair_rows
from drafter.language.labels import Labels
from drafter.model.blocks import Inline, Table
from drafter.word.inlines import RunWriter
from drafter.word.ooxml import NAMESPACES, NoteKind
from drafter.word.styles import Styles
from drafter.word.tracked.lines import LinePair
from drafter.word.tracked.marks import Change, Marks
from drafter.word.xml_tree import Element, W

_NUMBER = f"{W}rsidR"
"""The attribute in which a placeholder keeps the number of its line until the line is written."""
_LIST = f"{W}pPr/{W}numPr/{W}numId"
_END_MARKS = ("ins", "del", "moveFrom", "moveTo")
_FORMAT = ("pStyle", "numPr/{W}numId", "numPr/{W}ilvl", "ind")

Elements: TypeAlias = Sequence[Element]


class LineRecorder(RunWriter):
    """Keeps the lines that it is asked to write, and writes placeholders with their numbers."""

    def __init__(self, kind: NoteKind, styles: Styles, labels: Labels) -> None:
        super().__init__(kind, styles, labels)
        self.lines: list[Line] = []

    def xml(self, inlines: Iterable[Inline]) -> str:
        """Return the placeholder of a line."""
        self.lines.append(tuple(inlines))
        return f'<w:r w:rsidR="{len(self.lines) - 1}"/>'


class BodyMerger:
    """Merges two bodies, unit by unit. Its ``lines`` are in reading order, deleted ones before new ones."""

    def __init__(self, old: Sequence[Line], new: Sequence[Line], marks: Marks) -> None:
        self._old_lines = old
        self._new_lines = new
        self._marks = marks
        self.lines: list[LinePair] = []
        self.has_changes = False
        """Whether a unit or row was deleted or inserted, or has another format."""

    def merge(self, pairs: Sequence[UnitPair], old: Elements, new: Elements) -> list[Element]:
        """Return the merged body of *pairs*, whose units are the elements *old* and *new*, in this order."""
        old_left, new_left = iter(old), iter(new)
        elements = [
            (
                None if pair.old is None else next(old_left),
                None if pair.new is None else next(new_left),
            )
            for pair in pairs
        ]
        _share_lists(elements)
        merged: list[Element] = []
        for pair, (element_a, element_b) in zip(pairs, elements, strict=True):
            blocks = [unit.block for unit in (pair.old, pair.new) if unit is not None]
            tables = [block for block in blocks if isinstance(block, Table)]
            if element_a is None or element_b is None:
                merged.append(self._single(element_a, element_b, is_moved=pair.move > 0))
            elif tables:
                merged.append(self._table(tables, element_a, element_b))
            else:
                merged.append(self._paragraph(element_a, element_b))
        return merged

    def _single(self, old: Element | None, new: Element | None, *, is_moved: bool) -> Element:
        """Return an element that only one document has, marked as deleted, inserted or moved."""
        element, change = self._marked(old, new, is_moved=is_moved)
        rows = list(element.iter(f"{W}tr"))
        for row in rows:
            self._marks.mark_row(row, change)
        if not rows:
            self._marks.mark_end(element, change)
        self._number_lines(element, change)
        return element

    def _marked(
        self, old: Element | None, new: Element | None, *, is_moved: bool = False
    ) -> tuple[Element, Change]:
        self.has_changes = True
        if old is None:
            return new, "moved here" if is_moved else "inserted"
        return old, "moved away" if is_moved else "deleted"

    def _number_lines(self, element: Element, change: Change) -> None:
        """Give the placeholders in *element* the numbers of the lines of the merged body."""
        is_moved = change.startswith("moved")
        for placeholder in _placeholders(element):
            number = int(placeholder.get(_NUMBER))
            if change in ("deleted", "moved away"):
                self._add_line(placeholder, LinePair(self._old_lines[number], None, is_moved))
            else:
                self._add_line(placeholder, LinePair(None, self._new_lines[number], is_moved))

    def _add_line(self, placeholder: Element, line: LinePair) -> None:
        placeholder.set(_NUMBER, str(len(self.lines)))
        self.lines.append(line)

    def _paragraph(self, old: Element, new: Element) -> Element:
        """Return the paragraph *new* with a record of the format of *old*, if it is another one."""
        if _format(old) != _format(new):
            self._marks.record_format(new, old)
            self.has_changes = True
        for placeholder_a, placeholder_b in zip(_placeholders(old), _placeholders(new), strict=True):
            before = self._old_lines[int(placeholder_a.get(_NUMBER))]
            after = self._new_lines[int(placeholder_b.get(_NUMBER))]
            self._add_line(placeholder_b, LinePair(before, after))
        return new

    def _table(self, tables: Sequence[Table], old: Element, new: Element) -> Element:
        """Return the table *new* with the rows of both, and its own columns."""
        table_a, table_b = tables
        rows_a, rows_b = old.findall(f"{W}tr"), new.findall(f"{W}tr")
        widths = [column.get(f"{W}w") for column in new.iter(f"{W}gridCol")]
        for row in rows_b:
            new.remove(row)
        for index_a, index_b in pair_rows(table_a, table_b):
            row_a = None if index_a is None else rows_a[index_a]
            row_b = None if index_b is None else rows_b[index_b]
            if row_a is None or row_b is None:
                row, change = self._marked(row_a, row_b)
                self._marks.mark_row(row, change)
                _set_widths(row, widths)
                self._number_lines(row, change)
            else:
                row = self._paragraph_pairs(row_a, row_b)
            new.append(row)
        return new

    def _paragraph_pairs(self, old: Element, new: Element) -> Element:
        """Return the row *new*, with the lines of *old* paired cell by cell."""
        for paragraph_a, paragraph_b in zip(old.iter(f"{W}p"), new.iter(f"{W}p"), strict=True):
            self._paragraph(paragraph_a, paragraph_b)
        return new


def parsed_blocks(xml: str) -> list[Element]:
    """Return the elements of the blocks *xml*."""
    return list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"))


def fill_placeholders(body: Element, runs: Sequence[str]) -> None:
    """Replace each placeholder in *body* by the *runs* of its line."""
    for placeholder in list(_placeholders(body)):
        line = parse_xml(f"<w:p {NAMESPACES}>{runs[int(placeholder.get(_NUMBER))]}</w:p>")
        parent = placeholder.getparent()
        index = parent.index(placeholder)
        parent[index : index + 1] = list(line)


def mark_moves(body: Sequence[Element], pairs: Sequence[UnitPair], marks: Marks) -> None:
    """Mark where the elements of *body*, one for each of *pairs*, begin and end that were moved."""
    for element, pair in zip(body, pairs, strict=True):
        if pair.move:
            marks.mark_move(element, "moved away" if pair.new is None else "moved here", pair.move)


def keep_tables_apart(body: Element) -> None:
    """Add empty paragraphs where tables would touch, or the body would end, once changes are decided.

    A paragraph between two tables that was deleted or inserted is gone after one of the decisions, and Word
    would join the tables. The last paragraph of a body cannot be deleted.
    """
    elements = list(body.iterchildren(f"{W}p", f"{W}tbl"))
    is_needed = False
    for element in elements:
        if element.tag != f"{W}tbl":
            is_needed = is_needed and _is_marked(element)
            continue
        if is_needed:
            element.addprevious(OxmlElement("w:p"))
        is_needed = True
    if elements and _is_marked(elements[-1]):
        body.append(_small_paragraph())


def mark_ends_as_typed(body: Element, marks: Marks) -> None:
    """Where a paragraph ends with new text, mark the new ones after it as Word does when they are typed.

    Its own end counts as inserted, and the end of the last new paragraph as the old one. LibreOffice joins
    both texts to one change, and would join the paragraphs before and after it if it is rejected.
    """
    for paragraph in list(body.iterchildren(f"{W}p")):
        content = [child for child in paragraph if child.tag != f"{W}bookmarkEnd"]
        if not content or content[-1].tag != f"{W}ins" or _is_marked(paragraph):
            continue
        new = list(takewhile(_is_new, paragraph.itersiblings()))
        if not new:
            continue
        recorded = paragraph.find(f"{W}pPr/{W}pPrChange")
        before = paragraph if recorded is None else recorded
        mark = new[-1].find(f"{W}pPr/{W}rPr")
        mark.getparent().remove(mark)
        if _format(before) != _format(new[-1]):
            marks.record_format(new[-1], before)
        marks.mark_end(paragraph, "inserted")


def _is_new(element: Element) -> bool:
    """Return whether *element* is a paragraph that was inserted as a whole."""
    return element.tag == f"{W}p" and element.find(f"{W}pPr/{W}rPr/{W}ins") is not None


def _small_paragraph() -> Element:
    """Return an empty paragraph, one point high."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return parse_xml(f"<w:p {NAMESPACES}><w:pPr>{spacing}</w:pPr></w:p>")


def _is_marked(paragraph: Element) -> bool:
    """Return whether the end of *paragraph* was deleted or inserted."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for tag in _END_MARKS)


def _placeholders(element: Element) -> Iterator[Element]:
    return (run for run in element.iter(f"{W}r") if run.get(_NUMBER) is not None)


def _format(paragraph: Element) -> list[tuple[tuple[str, str], ...]]:
    """Return what makes up the format of *paragraph*: its style, its list and its own indent."""
    paths = (path.format(W=W) for path in _FORMAT)
    elements = (paragraph.find(f"{W}pPr/{W}{path}") for path in paths)
    return [() if element is None else tuple(sorted(element.attrib.items())) for element in elements]


def _share_lists(elements: Iterable[tuple[Element | None, Element | None]]) -> None:
    """Give the items of an old list the id of the new list to which its first paired item belongs.

    Otherwise every item would have another format, and the list would seem to begin anew between items that
    were deleted and others.
    """
    pairs = list(elements)
    new_ids: dict[str, str] = {}
    for element_a, element_b in pairs:
        if element_a is None or element_b is None or not _is_alike(element_a, element_b):
            continue
        list_a, list_b = (element.find(_LIST) for element in (element_a, element_b))
        if list_a is not None and list_b is not None and list_b.get(f"{W}val") not in new_ids.values():
            new_ids.setdefault(list_a.get(f"{W}val"), list_b.get(f"{W}val"))
    for element_a, _ in pairs:
        list_a = None if element_a is None else element_a.find(_LIST)
        if list_a is not None:
            list_a.set(f"{W}val", new_ids.get(list_a.get(f"{W}val"), list_a.get(f"{W}val")))


def _is_alike(old: Element, new: Element) -> bool:
    """Return whether two paragraphs have the same format, but for the id of their list."""
    format_a, format_b = _format(old), _format(new)
    return [format_a[0], *format_a[2:]] == [format_b[0], *format_b[2:]]


def _set_widths(row: Element, widths: Sequence[str]) -> None:
    """Give the cells of *row* the *widths* of the columns."""
    cells = row.findall(f"{W}tc")
    sizes = widths if len(cells) == len(widths) else [str(sum(map(int, widths)))]
    for cell, width in zip(cells, sizes, strict=False):
        size = cell.find(f"{W}tcPr/{W}tcW")
        if size is not None:
            size.set(f"{W}w", width)
