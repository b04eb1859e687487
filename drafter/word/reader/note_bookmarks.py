"""The bookmarks around note marks, by which a field can show the number of a note."""

from collections.abc import Iterator

from drafter.word.ooxml import NoteKind
from drafter.word.xml_tree import Element, W

_KINDS: dict[str, NoteKind] = {f"{W}endnoteReference": "endnote", f"{W}footnoteReference": "footnote"}


def note_bookmarks(root: Element) -> Iterator[tuple[str, NoteKind, str]]:
    """Yield the name of each bookmark under *root* with the kind and the id of the first note in it."""
    open_names: dict[str, str] = {}
    for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", *_KINDS):
        if element.tag == f"{W}bookmarkStart":
            open_names[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        elif element.tag == f"{W}bookmarkEnd":
            open_names.pop(element.get(f"{W}id", ""), None)
        else:
            for name in open_names.values():
                yield name, _KINDS[element.tag], element.get(f"{W}id", "")
            open_names.clear()
