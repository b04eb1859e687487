"""What belongs to the paragraphs of a file and is not text: tracked changes, comments, pictures, links."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from drafter.word.reader.document import ReadExtras
from drafter.word.relations import Relation
from drafter.word.revisions import is_change
from drafter.word.working_copy import LINE_NAME
from drafter.word.xml_tree import COMPATIBILITY, DRAWING, VML, Element, R, W, local_name, nearest_ancestor

Change = Literal["text", "format"]
_TEXT_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom")
_DELETED_MARKS = (f"{W}del", f"{W}moveFrom")
_PICTURES = (f"{DRAWING}docPr", f"{VML}shape")


def changed_paragraphs(root: Element) -> dict[Element, Change]:
    """Return what kind of tracked change each paragraph under *root* has; those without any are left out.

    When the end of a paragraph was deleted, its changes are those of the next paragraph, which it joins.
    """
    changes: dict[Element, Change] = {}
    for element in root.iter():
        if not isinstance(element.tag, str) or not is_change(element):
            continue
        kind: Change = "text" if element.tag in _TEXT_CHANGES else "format"
        for paragraph in _paragraphs_of(element):
            if changes.get(paragraph) != "text":
                changes[paragraph] = kind
    return changes


def _paragraphs_of(change: Element) -> Iterator[Element]:
    """Yield the paragraph in which *change* is, and the paragraphs within it."""
    yield from change.iter(f"{W}p")
    paragraph = nearest_ancestor(change, f"{W}p")
    while paragraph is not None:
        yield paragraph
        is_joined = any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in _DELETED_MARKS)
        following = paragraph.getnext() if is_joined else None
        paragraph = following if following is not None and following.tag == f"{W}p" else None


def change_authors(roots: Iterable[Element]) -> int:
    """Return how many people have left tracked changes under *roots*; one if none of them is named."""
    changes = [
        element
        for root in roots
        for element in root.iter()
        if isinstance(element.tag, str) and is_change(element)
    ]
    names = {element.get(f"{W}author", "").strip() for element in changes} - {""}
    return len(names) or bool(changes)


def remove_fallbacks(root: Element) -> None:
    """Remove what older programs would show in place of a shape: it has the same text again."""
    for fallback in list(root.iter(f"{COMPATIBILITY}Fallback")):
        fallback.getparent().remove(fallback)


def read_extras(
    paragraph: Element, changes: Literal["", "text", "format"], relations: Mapping[str, Relation]
) -> ReadExtras:
    """Return the extras of *paragraph*; *changes* are its tracked changes, before they were accepted."""
    return ReadExtras(
        changes,
        sum(1 for _ in paragraph.iter(f"{W}commentReference")),
        sum(not _has_words(picture) for picture in paragraph.iter(*_PICTURES) if _is_picture(picture)),
        tuple(_links(paragraph, relations)),
        tuple(mark.get(f"{W}id", "") for mark in paragraph.iter(f"{W}commentReference")),
        tuple(
            name
            for mark in paragraph.iter(f"{W}bookmarkStart")
            if LINE_NAME.fullmatch(name := mark.get(f"{W}name", ""))
        ),
    )


def _is_picture(element: Element) -> bool:
    """Return whether *element* describes a picture, and not a text box or a line."""
    if element.tag == f"{DRAWING}docPr":
        holder = element.getparent()
        return holder.find(".//{*}blip") is not None
    return element.find(f"{VML}imagedata") is not None


def _has_words(picture: Element) -> bool:
    """Return whether words describe *picture*, or whether it is marked as an ornament."""
    is_ornament = any(
        local_name(element) == "decorative" and element.get("val", "1") not in ("0", "false")
        for element in picture.iter()
        if isinstance(element.tag, str)
    )
    return is_ornament or any(picture.get(name, "").strip() for name in ("descr", "title", "alt"))


def _links(paragraph: Element, relations: Mapping[str, Relation]) -> Iterator[str]:
    for link in paragraph.iter(f"{W}hyperlink"):
        relation = relations.get(link.get(f"{R}id", ""))
        if relation is not None and relation.external:
            yield relation.target
