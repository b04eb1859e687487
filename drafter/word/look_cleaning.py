"""A look (the Word file that gives the style) is cleaned of people, machines and links.

Nothing of the look's package is passed on as it is. A new package is put together from the parts that shape
pages: styles, lists, theme, fonts, settings, the header and footer that are shown, and their pictures. So
comments, glossaries, macros, embedded files and stored data have no way through.
"""

from docx.opc.constants import CONTENT_TYPE as CT
from lxml import etree

from drafter.language.english import SCREEN
from drafter.word.left_out import LeftOut
from drafter.word.look_parts import LookParts, has_content
from drafter.word.look_settings import clean_settings
from drafter.word.opening import read_package, read_part, refused
from drafter.word.package import write_parts
from drafter.word.page_setup import single_section
from drafter.word.relations import Relation, relations_of
from drafter.word.revisions import note_changes
from drafter.word.style_repair import repair_lists, repair_styles
from drafter.word.xml_tree import Element, R, W, local, switched_on

MAIN = "word/document.xml"
_STRICT = "{http://purl.oclc.org/ooxml/"
_SHAPING = {
    "styles": CT.WML_STYLES,
    "numbering": CT.WML_NUMBERING,
    "settings": CT.WML_SETTINGS,
    "theme": CT.OFC_THEME,
    "fontTable": CT.WML_FONT_TABLE,
}
"""The parts that are taken over from a look beside header and footer, and their content types."""
_SAID = {"vbaProject": "macros", "comments": "comments"}
"""Parts that are left out and worth a word."""


def cleaned(data: bytes, file: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the look in the Word file *data*, cleaned, and what was removed, each kind as a phrase.

    *file* is its path, for messages. Raises DrafterError as ``word.look.clean_look`` does.
    """
    source = read_package(data, file)
    left_out = LeftOut()
    name = _main_part(source, file)
    main = read_part(source, name, file)
    _check_main(main, file)
    note_changes(main, left_out)
    relations = relations_of(source, name, file)
    parts = LookParts(source, file, left_out)
    for kind, content_type in _SHAPING.items():
        _take(parts, kind, content_type, relations)
    parts.add_main(_new_main(parts, main, relations), relations)
    for relation in relations.values():
        if relation.kind in _SAID:
            left_out.thing(_SAID[relation.kind])
    return write_parts(parts.package()), left_out.phrases(SCREEN)


def _main_part(source: dict[str, bytes], file: str) -> str:
    """Return the name of the main part."""
    for relation in relations_of(source, "", file).values():
        if relation.kind == "officeDocument" and relation.target in source:
            return relation.target
    raise refused("it has no main part", file)


def _check_main(main: Element | None, file: str) -> None:
    if main is not None and main.tag == f"{W}document":
        return
    if main is not None and main.tag.startswith(_STRICT):
        raise refused("it is a Strict Open XML Document", file)
    raise refused("it is a file of another program", file)


def _take(parts: LookParts, kind: str, content_type: str, relations: dict[str, Relation]) -> None:
    """Take over the part of *kind*; styles and settings are made where the look has none."""
    name = next((one.target for one in relations.values() if one.kind == kind and not one.external), "")
    root = parts.read(name)
    if root is None or local(root) != ("fonts" if kind == "fontTable" else kind):
        if kind not in ("styles", "settings"):
            return
        root, name = etree.Element(f"{W}{kind}", nsmap={"w": W[1:-1]}), ""
    if kind == "settings":
        clean_settings(root, parts.left_out)
    if kind == "styles":
        repair_styles(root)
    if kind == "numbering":
        repair_lists(root)
    parts.add(kind, content_type, root, name)


def _new_main(parts: LookParts, main: Element, relations: dict[str, Relation]) -> Element:
    """Return a main part with an empty body and one section."""
    settings = parts.root("settings")
    evens = switched_on(settings, "evenAndOddHeaders")

    def shows(reference: Element) -> bool:
        relation = relations.get(reference.get(f"{R}id", ""))
        root = None if relation is None or relation.external else parts.read(relation.target)
        return root is not None and has_content(root)

    made = etree.Element(f"{W}document", nsmap={"w": W[1:-1], "r": R[1:-1]})
    background = main.find(f"{W}background")
    if background is not None and background.get(f"{W}color"):
        etree.SubElement(made, f"{W}background", {f"{W}color": background.get(f"{W}color")})
    body = etree.SubElement(made, f"{W}body")
    body.append(single_section(main.find(f"{W}body"), evens, shows))
    return made
