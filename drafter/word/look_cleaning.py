"""Cleaning a look (the Word file that gives the style) of people, machines and links.

No part of the look is used as it is. A new package is built from the parts that affect pages: styles, lists,
theme, fonts, settings, the visible header and footer, and their pictures. So comments, glossaries, macros,
embedded files and stored data cannot get into it.
"""

from functools import partial
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE as CT
from lxml import etree

from drafter.language.english import SCREEN
from drafter.word.bundled_look import bundled_root
from drafter.word.look_body import unused_content
from drafter.word.look_completion import Filling, complete_look
from drafter.word.look_footer import FOOTER_ID, FOOTER_PART, add_footer, footer_xml, lacks_page_numbers
from drafter.word.look_parts import LookParts, has_content
from drafter.word.look_settings import clean_settings
from drafter.word.package import write_parts
from drafter.word.page_setup import single_section
from drafter.word.relations import Relation, relations_of
from drafter.word.removals import Removals
from drafter.word.revisions import count_changes
from drafter.word.safe_reading import read_package, read_part, refusal
from drafter.word.style_repair import repair_lists, repair_references, repair_styles
from drafter.word.xml_tree import Element, R, W, is_on, local_name

_COPIED_PARTS = {
    "styles": CT.WML_STYLES,
    "numbering": CT.WML_NUMBERING,
    "settings": CT.WML_SETTINGS,
    "theme": CT.OFC_THEME,
    "fontTable": CT.WML_FONT_TABLE,
}
"""The content types of the parts that are copied from a look, besides header and footer."""
_REPORTED_PARTS = {"vbaProject": "macros", "comments": "comments"}
"""The parts whose removal is reported, and what each is called."""


class CleanedLook(NamedTuple):
    """A look without traces of people and machines, and with everything that a document needs."""

    data: bytes
    removed: tuple[str, ...]
    """What was removed, as phrases."""
    filling: Filling
    """What was taken from the bundled look."""
    unused: tuple[str, ...]
    """What its body holds and drafter does not print, as phrases."""


def clean_package(data: bytes, file: str) -> CleanedLook:
    """Return the cleaned look of the Word file *data*. What it lacks comes from the bundled look.

    *file* is its path, for messages. Raises DrafterError as ``word.look.clean_look`` does.
    """
    source = read_package(data, file)
    removals = Removals()
    name = _main_part(source, file)
    main = read_part(source, name, file)
    _check_main(main, file)
    count_changes(main, removals)
    unused = unused_content(main, SCREEN)
    relations = relations_of(source, name, file)
    parts = LookParts(source, file, removals)
    for kind, content_type in _COPIED_PARTS.items():
        _copy_part(parts, kind, content_type, relations)
    new_main = _new_main(parts, main, relations)
    filling = _complete(parts, new_main, relations)
    parts.add_main(new_main, relations)
    for relation in relations.values():
        if relation.kind in _REPORTED_PARTS and not _is_empty(parts, relation):
            removals.add(_REPORTED_PARTS[relation.kind])
    repair_references(parts.roots(), parts.root("styles"), parts.root("numbering"))
    return CleanedLook(write_parts(parts.package()), removals.phrases(SCREEN), filling, unused)


def _main_part(source: dict[str, bytes], file: str) -> str:
    """Return the name of the main part. Raises DrafterError if there is none."""
    for relation in relations_of(source, "", file).values():
        if relation.kind == "officeDocument" and relation.target in source:
            return relation.target
    raise refusal("it has no main part", file)


def _check_main(main: Element | None, file: str) -> None:
    """Raise DrafterError unless *main* is the root of a Word document."""
    if main is not None and main.tag == f"{W}document":
        return
    raise refusal("it belongs to another program", file)


def _copy_part(parts: LookParts, kind: str, content_type: str, relations: dict[str, Relation]) -> None:
    """Copy the part of *kind* to *parts*; if there is none, add an empty one, or the bundled look's theme."""
    internal = (relation for relation in relations.values() if not relation.external)
    name = next((relation.target for relation in internal if relation.kind == kind), "")
    root = parts.read(name)
    if root is None or local_name(root) != ("fonts" if kind == "fontTable" else kind):
        empty = etree.Element(f"{W}{'fonts' if kind == 'fontTable' else kind}", nsmap={"w": W[1:-1]})
        root, name = bundled_root("theme/theme1") if kind == "theme" else empty, ""
    if kind == "settings":
        clean_settings(root, parts.removals)
    if kind == "styles":
        repair_styles(root)
    if kind == "numbering":
        repair_lists(root)
    parts.add(kind, content_type, root, name)


def _complete(parts: LookParts, main: Element, relations: dict[str, Relation]) -> Filling:
    """Fill in styles, lists and page numbers that the look lacks, and return what was filled in."""
    section = main.find(f"{W}body/{W}sectPr")
    root_behind = partial(_root_behind, parts, relations)
    has_no_numbers = lacks_page_numbers(section, root_behind, has_content)
    styles = parts.root("styles")
    filling = complete_look(styles, parts.root("numbering"), with_footer=has_no_numbers)
    if has_no_numbers:
        add_footer(section, even_pages=is_on(parts.root("settings"), "evenAndOddHeaders"))
        parts.offer(FOOTER_PART, footer_xml(styles))
        relations[FOOTER_ID] = Relation("footer", FOOTER_PART)
    return filling


def _root_behind(parts: LookParts, relations: dict[str, Relation], reference: Element) -> Element | None:
    """Return the root of the header or footer of the original to which *reference* leads, or ``None``."""
    relation = relations.get(reference.get(f"{R}id", ""))
    return None if relation is None or relation.external else parts.read(relation.target)


def _is_empty(parts: LookParts, relation: Relation) -> bool:
    """Return whether *relation* leads to a part for comments without any."""
    root = parts.read(relation.target) if relation.kind == "comments" else None
    return root is not None and len(root) == 0


def _new_main(parts: LookParts, main: Element, relations: dict[str, Relation]) -> Element:
    """Return a main part with an empty body and one section."""
    settings = parts.root("settings")
    has_even_pages = is_on(settings, "evenAndOddHeaders")

    def is_visible(reference: Element) -> bool:
        root = _root_behind(parts, relations, reference)
        return root is not None and has_content(root)

    document = etree.Element(f"{W}document", nsmap={"w": W[1:-1], "r": R[1:-1]})
    background = main.find(f"{W}background")
    if background is not None and background.get(f"{W}color"):
        etree.SubElement(document, f"{W}background", {f"{W}color": background.get(f"{W}color")})
    body = etree.SubElement(document, f"{W}body")
    body.append(single_section(main.find(f"{W}body"), has_even_pages, is_visible))
    return document
