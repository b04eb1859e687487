"""Repairs of a look's styles and lists: circular styles, unusable entries, a missing default style."""

from collections.abc import Iterable
from copy import deepcopy

from docx.oxml.parser import OxmlElement

from drafter.word.xml_tree import ON, Element, W, remove_element

_NOT_IN_STYLES = ("rStyle", "rtl", "cs")
"""Properties that a run can have and the run properties of a style cannot."""
_REFERENCES = {
    "pStyle": "paragraph",
    "rStyle": "character",
    "tblStyle": "table",
    "numStyleLink": "numbering",
    "styleLink": "numbering",
}
"""The elements that refer to a style, each with the type of that style."""


def repair_styles(root: Element) -> None:
    """Remove unusable styles, break cycles of styles based on each other, and set a default style."""
    ids: set[str] = set()
    for style in list(root.iter(f"{W}style")):
        if _is_unusable(style) or style.get(f"{W}styleId") in ids:
            remove_element(style)
        ids.add(style.get(f"{W}styleId", ""))
    by_id = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    for style in by_id.values():
        _break_cycle(style, by_id)
        for element in [each for tag in _NOT_IN_STYLES for each in style.findall(f"{W}rPr/{W}{tag}")]:
            remove_element(element)
    _set_default(root)


def repair_lists(root: Element) -> None:
    """Remove the lists without a valid id or definition, and complete those that only name a list style."""
    _copy_linked_levels(root)
    definition_ids = {element.get(f"{W}abstractNumId", "") for element in root.iter(f"{W}abstractNum")}
    for element in list(root.iter(f"{W}num")):
        reference = element.find(f"{W}abstractNumId")
        definition_id = "" if reference is None else reference.get(f"{W}val", "")
        is_defined = definition_id.isdecimal() and definition_id in definition_ids
        if not is_defined or not element.get(f"{W}numId", "").isdecimal():
            remove_element(element)


def _copy_linked_levels(root: Element) -> None:
    """Give each definition that refers to a list style the levels of that style."""
    linked = {link.get(f"{W}val"): link.getparent() for link in root.iter(f"{W}styleLink")}
    for link in list(root.iter(f"{W}numStyleLink")):
        definition, source = link.getparent(), linked.get(link.get(f"{W}val"))
        if source is not None and definition.find(f"{W}lvl") is None:
            definition.remove(link)
            definition.extend(deepcopy(source.findall(f"{W}lvl")))


def repair_references(roots: Iterable[Element], styles: Element, numbering: Element | None) -> None:
    """Remove references under *roots* to styles and lists that do not exist or are of another type."""
    types = {
        style.get(f"{W}styleId"): style.get(f"{W}type", "paragraph") for style in styles.iter(f"{W}style")
    }
    numbers = () if numbering is None else numbering.iter(f"{W}num")
    lists = {"0"} | {number.get(f"{W}numId") for number in numbers}
    for root in roots:
        for tag, kind in _REFERENCES.items():
            for reference in list(root.iter(f"{W}{tag}")):
                if types.get(reference.get(f"{W}val")) != kind:
                    remove_element(reference)
        for style in root.iter(f"{W}style"):
            _repair_links(style, types)
        for reference in list(root.iter(f"{W}numId")):
            if reference.get(f"{W}val") not in lists:
                remove_element(reference.getparent())  # with the level


def _repair_links(style: Element, types: dict[str, str]) -> None:
    """Remove from *style* references to styles that do not exist or that it cannot refer to."""
    kind = style.get(f"{W}type", "paragraph")
    other = {"paragraph": "character", "character": "paragraph"}.get(kind, "")
    for tag, allowed in (("basedOn", kind), ("next", "paragraph"), ("link", other)):
        for reference in style.findall(f"{W}{tag}"):
            if types.get(reference.get(f"{W}val")) != allowed:
                style.remove(reference)


def _based_on(style: Element) -> str:
    """Return the id of the style that *style* is based on, or ``""``."""
    parent = style.find(f"{W}basedOn")
    return "" if parent is None else str(parent.get(f"{W}val", ""))


def _is_unusable(style: Element) -> bool:
    """Return whether the style lacks an id or a name."""
    name = style.find(f"{W}name")
    return not style.get(f"{W}styleId") or name is None or not name.get(f"{W}val")


def _name(style: Element) -> str:
    """Return the name of *style* in lower case."""
    return str(style.find(f"{W}name").get(f"{W}val")).lower()


def _break_cycle(style: Element, by_id: dict[str, Element]) -> None:
    """Follow the styles that *style* is based on, and remove the link back to one already visited."""
    visited: set[str] = set()
    current: Element | None = style
    while current is not None:
        visited.add(current.get(f"{W}styleId"))
        parent_id = _based_on(current)
        if parent_id in visited:
            current.remove(current.find(f"{W}basedOn"))
            return
        current = by_id.get(parent_id)


def _set_default(root: Element) -> None:
    """Make Normal the default paragraph style if the look has none, and add Normal if it is missing."""
    styles = list(root.iter(f"{W}style"))
    paragraph_styles = [style for style in styles if style.get(f"{W}type", "paragraph") == "paragraph"]
    if any(style.get(f"{W}default") in ON for style in paragraph_styles):
        return
    normal = next((style for style in paragraph_styles if _name(style) == "normal"), None)
    if normal is None:
        ids = {style.get(f"{W}styleId") for style in styles}
        style_id = "Normal" if "Normal" not in ids else "DefaultParagraph"
        normal = OxmlElement("w:style", {f"{W}type": "paragraph", f"{W}styleId": style_id})
        normal.append(OxmlElement("w:name", {f"{W}val": "Normal"}))
        root.append(normal)
    normal.set(f"{W}default", "1")
