"""Everything but text in the parts of a look: content controls, objects, pictures, links."""

from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from drafter.word.relations import Relation
from drafter.word.removals import Removals
from drafter.word.xml_tree import (
    COMPATIBILITY,
    OFF,
    VML,
    A,
    Element,
    R,
    W,
    local_name,
    nearest_ancestor,
    remove_element,
    unwrap,
)

_OBJECTS = {
    "object": "an embedded object",
    "control": "an ActiveX control",
    "subDoc": "a subdocument",
    "altChunk": "an imported file",
    "contentPart": "handwriting",
    "movie": "a film",
}
"""Elements that embed other content, and what each is called."""
_WRAPPERS = (f"{W}smartTag", f"{W}customXml")
_BINDING = "dataBinding"
_DRAWINGS = (f"{W}drawing", f"{W}pict", f"{W}object")
_LINK_ATTRIBUTES = {f"{R}link", f"{R}href"}

CopyRelation: TypeAlias = Callable[[Relation], str]
"""Copies a relationship to the new package; returns its new id, or ``""`` if it may not be copied."""


def unwrap_controls(root: Element, removals: Removals) -> None:
    """Replace content controls under *root* by their content, and remove those with placeholders or data.

    The content of a control with a data binding comes from the look's properties: an author, a client.
    """
    for control in list(root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        names = set() if properties is None else {local_name(child) for child in properties}
        if _BINDING in names:
            removals.add("a content control with stored data", "content controls with stored data")
        if content is None or names & {_BINDING, "showingPlcHdr"}:
            remove_element(control)
        else:
            unwrap(content)
            for child in [child for child in control if child.tag in (f"{W}sdtPr", f"{W}sdtEndPr")]:
                control.remove(child)
            unwrap(control)
    for wrapper in list(root.iter(*_WRAPPERS)):
        for properties in wrapper.findall(f"{W}{local_name(wrapper)}Pr"):
            wrapper.remove(properties)
        unwrap(wrapper)


def remove_objects(root: Element, removals: Removals) -> None:
    """Remove objects, controls, imported files and hidden text under *root*."""
    for name, phrase in _OBJECTS.items():
        for element in list(root.iter(f"{W}{name}")):
            removals.add(phrase)
            remove_element(element)
    for hidden in list(root.iter(f"{W}vanish")):
        run = nearest_ancestor(hidden, f"{W}r")
        if run is not None and hidden.get(f"{W}val", "1") not in OFF:
            for text in run.findall(f"{W}t"):
                removals.add("hidden text")
                run.remove(text)


def clean_references(
    root: Element, relations: dict[str, Relation], copy: CopyRelation, removals: Removals
) -> None:
    """Give every reference under *root* its new id from *copy*, and remove what may not be copied.

    Of a picture that is both linked and embedded, the embedded copy stays.
    """
    for extensions in list(root.iterfind(f".//{A}blip/{A}extLst")):
        remove_element(extensions)  # other copies of the picture, in formats that drafter does not clean
    for element in list(filter(_has_references, root.iter(etree.Element))):
        links = [name for name in _LINK_ATTRIBUTES if name in element.attrib]
        for name in links:
            del element.attrib[name]
        if links:
            removals.add("a linked picture", "linked pictures")
        for name in [name for name in element.attrib if name.startswith(R)]:
            relation = relations.get(element.attrib.pop(name))
            new_id = "" if relation is None else copy(relation)
            if new_id:
                element.set(name, new_id)
            elif relation is not None and not links:
                _count_removal(element, relation, removals)
        if not _has_references(element):
            _remove(element)


def _has_references(element: Element) -> bool:
    return any(name.startswith(R) for name in element.attrib)


def _count_removal(element: Element, relation: Relation, removals: Removals) -> None:
    """Count the removal of *element*, whose *relation* may not be copied."""
    if relation.kind == "hyperlink":
        removals.add("a link to a file or a private address", "links to files or private addresses")
    elif relation.kind == "image" and relation.external:
        removals.add("a linked picture", "linked pictures")
    elif relation.kind == "image":
        removals.add("a picture that could not be cleaned", "pictures that could not be cleaned")
    elif nearest_ancestor(element, *_DRAWINGS) is not None:
        removals.add("a chart or diagram", "charts or diagrams")


def _remove(element: Element) -> None:
    """Remove *element*, which has lost its references: a link but not its text, a picture with its frame."""
    if element.tag == f"{W}hyperlink":
        if not element.get(f"{W}anchor"):
            unwrap(element)
        return
    bullet, drawing, fill = (
        nearest_ancestor(element, *tags) for tags in ((f"{W}numPicBullet",), _DRAWINGS, (f"{A}blipFill",))
    )
    if element.tag in (f"{VML}fill", f"{VML}stroke") or local_name(element).startswith("hlink"):
        remove_element(element)
    elif bullet is not None:
        remove_element(bullet)
    elif drawing is not None:
        _remove_drawing(drawing)
    elif fill is not None:  # in a theme, where a fill is required
        colour = etree.Element(f"{A}solidFill")
        etree.SubElement(colour, f"{A}schemeClr", val="phClr")
        fill.getparent().replace(fill, colour)
    else:
        remove_element(element)


def _remove_drawing(drawing: Element) -> None:
    """Remove *drawing*, together with its other form if ``mc:AlternateContent`` holds two of them.

    An ``mc:AlternateContent`` around the text box that contains the drawing stays.
    """
    choice = nearest_ancestor(drawing, f"{COMPATIBILITY}AlternateContent")
    text_box = nearest_ancestor(drawing, f"{W}txbxContent")
    if choice is not None and nearest_ancestor(choice, f"{W}txbxContent") is text_box:
        remove_element(choice)
    else:
        remove_element(drawing)
