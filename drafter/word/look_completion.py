"""What a look lacks is filled in from the bundled look: styles, and lists of styles, fitted to the look."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import NamedTuple

from docx.oxml.parser import OxmlElement

from drafter.word.bundled_look import bundled_root, bundled_styles
from drafter.word.list_filling import ListFiller, list_id_of, set_list
from drafter.word.other_style_names import fold_name
from drafter.word.schema_order import child_in_order, insert_in_order
from drafter.word.style_fitting import StyleFitter
from drafter.word.style_recognition import (
    StyleKey,
    recognised_styles,
    rename_style,
    style_aliases,
    style_key,
    style_name,
)
from drafter.word.style_values import StyleValues
from drafter.word.xml_tree import Element, W, remove_element

_OPTIONAL = frozenset({"List Number", "header", "footer"})
"""Styles of the bundled look that no paragraph of a document has."""
_KINDS = ("paragraph", "character", "table", "numbering")
_REFERENCES = ("basedOn", "next", "link")


class Filling(NamedTuple):
    """What was taken from the bundled look, by the names of its styles."""

    styles: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    """The names of the look's own styles that got a list."""
    page_numbers: bool = False
    """Whether the footer with the number of the page comes from the bundled look."""


def complete_look(styles: Element, numbering: Element, *, with_footer: bool) -> Filling:
    """Add to *styles* and *numbering*, the roots of a look, what a document needs and they lack.

    Styles that are there under another name get the name by which drafter knows them. *with_footer* asks for
    the style of a footer, too.
    """
    wanted = bundled_styles()
    recognised = recognised_styles(styles, wanted)
    for key, style in recognised.items():
        rename_style(style, key.name)
        if f"{W}customStyle" not in wanted[key].attrib:
            style.attrib.pop(f"{W}customStyle", None)
    optional = _OPTIONAL - {"footer"} if with_footer else _OPTIONAL
    missing = [key for key in wanted if key not in recognised and key.name not in optional]
    _free_names(styles, missing)
    ids = _ids_in_look(styles, wanted, recognised, missing)
    lists = ListFiller(numbering, ids)
    fitter = StyleFitter(styles)
    for key in missing:
        new = _new_style(wanted[key], ids)
        fitter.fit(new)
        if list_id := list_id_of(wanted[key]):
            set_list(new, lists.copy_list(list_id))
        styles.append(new)
    filled_lists = []
    values = StyleValues(styles)
    for key, style in recognised.items():
        list_id = list_id_of(wanted[key])
        if list_id and key.name not in _OPTIONAL and not lists.has_list(values, style.get(f"{W}styleId")):
            set_list(style, lists.copy_list(list_id))
            filled_lists.append(key.name)
    _write_left_to_right(styles, [key for key in wanted if key.name not in optional])
    _keep_headings_with_text(styles, wanted)
    return Filling(tuple(key.name for key in missing), tuple(filled_lists), with_footer)


def _write_left_to_right(root: Element, keys: Iterable[StyleKey]) -> None:
    """Let no paragraph in a style of *keys* run from right to left: documents are in English.

    The look of an organisation that works in Arabic or Hebrew may have that in its default style.
    """
    values = StyleValues(root)
    wanted = {key for key in keys if key.type == "paragraph"}
    for style_id, style in values.by_id.items():
        if style_key(style) in wanted and values.is_on(style_id, "pPr", "bidi"):
            insert_in_order(child_in_order(style, "pPr"), OxmlElement("w:bidi", {f"{W}val": "0"}))


def _keep_headings_with_text(root: Element, wanted: Mapping[StyleKey, Element]) -> None:
    """Let no heading stand alone at the foot of a page, whatever program made its style."""
    values = StyleValues(root)
    for style_id, style in values.by_id.items():
        bundled = wanted.get(style_key(style))
        is_heading = bundled is not None and bundled.find(f"{W}pPr/{W}outlineLvl") is not None
        if is_heading and not values.is_on(style_id, "pPr", "keepNext"):
            insert_in_order(child_in_order(style, "pPr"), OxmlElement("w:keepNext"))


def _free_names(root: Element, missing: list[StyleKey]) -> None:
    """Rename styles of another type that have the name or alias of a *missing* one; names are unique."""
    names = {fold_name(key.name) for key in missing}
    for style in root.iter(f"{W}style"):
        if fold_name(style_name(style)) in names:
            name = f"{style_name(style)} ({style.get(f'{W}type', 'paragraph')})"
            style.find(f"{W}name").set(f"{W}val", name)
        for element in style.findall(f"{W}aliases"):
            kept = [alias for alias in style_aliases(style) if fold_name(alias) not in names]
            element.set(f"{W}val", ",".join(kept))
            if not kept:
                style.remove(element)


def _ids_in_look(
    root: Element,
    wanted: Mapping[StyleKey, Element],
    recognised: Mapping[StyleKey, Element],
    missing: list[StyleKey],
) -> dict[str, str]:
    """Return the id in the look for each style id of the bundled look."""
    values, defaults = StyleValues(root), StyleValues(bundled_root("styles"))
    ids = {defaults.default_id(kind): values.default_id(kind) for kind in _KINDS}
    ids |= {wanted[key].get(f"{W}styleId"): style.get(f"{W}styleId") for key, style in recognised.items()}
    used = {style_id.lower() for style_id in values.by_id}
    for key in missing:
        own = wanted[key].get(f"{W}styleId")
        new, number = own, 1
        while new.lower() in used:
            new, number = f"{own}{number}", number + 1
        used.add(new.lower())
        ids[own] = new
    return ids


def _new_style(style: Element, ids: Mapping[str, str]) -> Element:
    """Return a copy of the bundled *style* with the *ids* of the look."""
    new = deepcopy(style)
    new.set(f"{W}styleId", ids[style.get(f"{W}styleId")])
    for tag in _REFERENCES:
        for reference in new.findall(f"{W}{tag}"):
            target = ids.get(reference.get(f"{W}val"), "")
            if target:
                reference.set(f"{W}val", target)
            else:
                remove_element(reference)
    return new
