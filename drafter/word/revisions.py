"""Tracked changes are accepted, comments and permissions removed, so that no colleague is named."""

from drafter.word.removals import Removals
from drafter.word.xml_tree import Element, W, local_name, remove_element, unwrap

_INSERTED = {f"{W}ins", f"{W}moveTo"}
_DELETED = {f"{W}del", f"{W}moveFrom"}
_DELETED_TEXT = (f"{W}delText", f"{W}delInstrText")
_CHANGE_RECORDS = {
    f"{W}{name}"
    for name in (
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
        *("numberingChange", "cellIns", "cellDel", "cellMerge", "tblGridChange"),
    )
}
"""Elements that only record a change, as do all whose name ends in ``PrChange``."""
_CHANGES = _INSERTED | _DELETED | _CHANGE_RECORDS
_PROPERTIES = (f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{W}ctrlPr")
"""Inside these a change is about the element that has the properties; elsewhere it wraps content."""
_COMMENTS_AND_MARKS = (
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
    *("permStart", "permEnd", "proofErr", "bookmarkStart", "bookmarkEnd", "rsid", "lastRenderedPageBreak"),
)
"""Elements that no style needs. A bookmark could have the same name as one of drafter's."""


def is_change(element: Element) -> bool:
    """Return whether *element* belongs to a tracked change."""
    return element.tag in _CHANGES or str(element.tag).endswith("PrChange")


def count_changes(root: Element, removals: Removals) -> None:
    """Count the tracked changes under *root* and their authors."""
    for element in root.iter():
        if is_change(element):
            removals.add_tracked_change(element.get(f"{W}author", ""))


def accept_changes(root: Element, removals: Removals) -> None:
    """Accept all tracked changes under *root*: keep insertions, remove what was deleted or moved away."""
    count_changes(root, removals)
    for row_mark in list(root.iterfind(f".//{W}trPr/{W}del")):
        remove_element(row_mark.getparent().getparent())
    for cell_mark in list(root.iter(f"{W}cellDel")):
        remove_element(cell_mark.getparent().getparent())
    _remove_empty_tables(root)
    for paragraph in list(root.iter(f"{W}p")):
        if any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in _DELETED):
            _merge_into_next(paragraph)
    for element in list(filter(is_change, root.iter())):
        in_properties = element.getparent() is not None and element.getparent().tag in _PROPERTIES
        if element.tag in _INSERTED and not in_properties:
            unwrap(element)
        else:
            remove_element(element)
    for element in list(root.iter(*_DELETED_TEXT)):
        remove_element(element)


def remove_comments_and_marks(root: Element, removals: Removals) -> None:
    """Remove comment references, editing permissions, bookmarks and proofing marks under *root*."""
    for element in list(root.iter(*(f"{W}{name}" for name in _COMMENTS_AND_MARKS))):
        if local_name(element) == "permStart":
            removals.add("permissions to edit")
        remove_element(element)


def _merge_into_next(paragraph: Element) -> None:
    """Move the content of *paragraph*, whose end was deleted, to the beginning of the next paragraph."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    start = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    following[start:start] = content
    remove_element(paragraph)


def _remove_empty_tables(root: Element) -> None:
    """Remove rows without cells and tables without rows."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f".//{W}tc") is None:
            remove_element(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            remove_element(table)
