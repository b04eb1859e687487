"""Tracked changes are accepted, and comments and permissions go: what is left names no colleague."""

from drafter.word.left_out import LeftOut
from drafter.word.xml_tree import Element, W, drop, local, unwrap

_KEPT_CONTENT = {f"{W}ins", f"{W}moveTo"}
_LOST_CONTENT = {f"{W}del", f"{W}moveFrom"}
_LOST_TEXT = (f"{W}delText", f"{W}delInstrText")
_MARKS = {
    f"{W}{name}"
    for name in (
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
        *("numberingChange", "cellIns", "cellDel", "cellMerge", "tblGridChange"),
    )
}
"""Elements that only record a change. So do all whose name ends in ``PrChange``."""
_CHANGES = _KEPT_CONTENT | _LOST_CONTENT | _MARKS
_HOLDERS = (f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{W}ctrlPr")
"""Inside these a change is a mark of what holds them, not a wrapping around content."""
_OTHERS = (
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
    *("permStart", "permEnd", "proofErr", "bookmarkStart", "bookmarkEnd", "rsid", "lastRenderedPageBreak"),
)
"""What only the look's own text, its readers or its checking used. A bookmark could double one of ours."""


def is_change(element: Element) -> bool:
    """Return whether *element* belongs to a tracked change."""
    return element.tag in _CHANGES or str(element.tag).endswith("PrChange")


def note_changes(root: Element, left_out: LeftOut) -> None:
    """Count the tracked changes under *root* and their authors."""
    for element in root.iter():
        if is_change(element):
            left_out.tracked(element.get(f"{W}author", ""))


def accept_changes(root: Element, left_out: LeftOut) -> None:
    """Accept every tracked change under *root*: what was added stays, what was deleted or moved away goes."""
    note_changes(root, left_out)
    for row_mark in list(root.iterfind(f".//{W}trPr/{W}del")):
        drop(row_mark.getparent().getparent())
    for cell_mark in list(root.iter(f"{W}cellDel")):
        drop(cell_mark.getparent().getparent())
    _drop_empty_tables(root)
    for paragraph in list(root.iter(f"{W}p")):
        if any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in _LOST_CONTENT):
            _join_to_next(paragraph)
    for element in [one for one in root.iter() if is_change(one)]:
        in_properties = element.getparent() is not None and element.getparent().tag in _HOLDERS
        if element.tag in _KEPT_CONTENT and not in_properties:
            unwrap(element)
        else:
            drop(element)
    for element in list(root.iter(*_LOST_TEXT)):
        drop(element)


def drop_comments_and_marks(root: Element, left_out: LeftOut) -> None:
    """Remove comments' places, permissions to edit and what marks checking under *root*."""
    for element in list(root.iter(*(f"{W}{name}" for name in _OTHERS))):
        if local(element) == "permStart":
            left_out.thing("permissions to edit")
        drop(element)


def _join_to_next(paragraph: Element) -> None:
    """Put the content of *paragraph*, whose end was deleted, at the head of the paragraph after it."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    at = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    following[at:at] = content
    drop(paragraph)


def _drop_empty_tables(root: Element) -> None:
    for row in list(root.iter(f"{W}tr")):
        if row.find(f".//{W}tc") is None:
            drop(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            drop(table)
