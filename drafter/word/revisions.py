"""Tracked changes are accepted or rejected, comments and permissions removed."""

from collections.abc import Set

from drafter.word.removals import Removals
from drafter.word.xml_tree import Element, W, local_name, remove_element, unwrap

_INSERTED = {f"{W}ins", f"{W}moveTo"}
_DELETED = {f"{W}del", f"{W}moveFrom"}
_DELETED_TEXT = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
"""The elements of deleted text, and those that they are if the deletion is rejected."""
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
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_NOT_RECORDED = (
    *_REFERENCES,
    *(f"{W}{name}" for name in ("rPr", "sectPr", "ins", "del", "moveFrom", "moveTo")),
)
"""Properties that the record of a changed format leaves out; they stay when it is rejected."""
_MARKS_BETWEEN = {
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"),
        *("permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
    )
}
_BLOCK_CONTROLS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml"}
_CONTROL_PROPERTIES = {f"{W}sdtPr", f"{W}sdtEndPr", f"{W}customXmlPr"}
_WITH_TEXT = {
    f"{W}{name}" for name in ("r", "hyperlink", "smartTag", "sdt", "fldSimple", "ins", "moveTo", "del")
}
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
    _remove_rows_and_cells(root, "del", "cellDel")
    _resolve(root, kept=_INSERTED, dropped=_DELETED)


def reject_changes(root: Element) -> None:
    """Reject all tracked changes under *root*: remove insertions, bring back text, moves and formats."""
    for change in [element for element in root.iter() if str(element.tag).endswith("PrChange")]:
        _restore_properties(change)
    _remove_rows_and_cells(root, "ins", "cellIns")
    _resolve(root, kept=_DELETED, dropped=_INSERTED)


def _remove_rows_and_cells(root: Element, row_mark: str, cell_mark: str) -> None:
    """Remove the rows and cells under *root* that have the marks with these names."""
    for mark in list(root.iterfind(f".//{W}trPr/{W}{row_mark}")):
        remove_element(mark.getparent().getparent())
    for mark in list(root.iter(f"{W}{cell_mark}")):
        remove_element(mark.getparent().getparent())
    _remove_empty_tables(root)


def _resolve(root: Element, *, kept: Set[str], dropped: Set[str]) -> None:
    """Remove what *dropped* changes under *root* contain, and the marks of all changes."""
    joined = [
        paragraph
        for paragraph in root.iter(f"{W}p")
        if any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in dropped)
    ]
    for element in list(root.iter(*dropped)):
        if not _is_in_properties(element):
            remove_element(element)
    for paragraph in joined:
        _merge_into_next(paragraph)
    for element in list(filter(is_change, root.iter())):
        if element.tag in kept and not _is_in_properties(element):
            unwrap(element)
        else:
            remove_element(element)
    for element in list(root.iter(*_DELETED_TEXT)):
        if kept == _DELETED:
            element.tag = _DELETED_TEXT[element.tag]
        else:
            remove_element(element)


def _is_in_properties(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _restore_properties(change: Element) -> None:
    """Put the properties recorded in *change* back in place of those that have it."""
    properties = change.getparent()
    if properties is None or len(change) == 0:
        return
    recorded = list(change[0])
    kept = [child for child in properties if child.tag in _NOT_RECORDED]
    references = [child for child in kept if child.tag in _REFERENCES]  # the schema wants them first
    properties[:] = [*references, *recorded, *(child for child in kept if child.tag not in _REFERENCES)]


def remove_comments_and_marks(root: Element, removals: Removals) -> None:
    """Remove comment references, editing permissions, bookmarks and proofing marks under *root*."""
    for element in list(root.iter(*(f"{W}{name}" for name in _COMMENTS_AND_MARKS))):
        if local_name(element) == "permStart":
            removals.add("permissions to edit")
        remove_element(element)


def _merge_into_next(paragraph: Element) -> None:
    """Move the content of *paragraph*, whose end is gone, to the beginning of the next paragraph.

    What is empty vanishes before a table too; text stays, since it cannot join a table.
    """
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    following = _following(paragraph)
    if following is None or following.tag != f"{W}p":
        if following is not None and not any(child.tag in _WITH_TEXT for child in content):
            remove_element(paragraph)
        return
    start = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    following[start:start] = content
    remove_element(paragraph)


def _following(element: Element) -> Element | None:
    """Return the paragraph or table after *element*, or whatever else follows; ``None`` at the end.

    Marks between the two are passed over. A content control is looked into.
    """
    following = element.getnext()
    while following is not None and following.tag in _MARKS_BETWEEN:
        following = following.getnext()
    while following is not None and following.tag in _BLOCK_CONTROLS:
        following = next((child for child in following if child.tag not in _CONTROL_PROPERTIES), None)
    if following is None and element.getparent() is not None:
        parent = element.getparent()
        return _following(parent) if parent.tag in _BLOCK_CONTROLS else None
    return following


def _remove_empty_tables(root: Element) -> None:
    """Remove rows without cells and tables without rows."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f".//{W}tc") is None:
            remove_element(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            remove_element(table)
