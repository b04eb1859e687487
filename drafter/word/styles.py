"""The styles of a look by name, and how the rules and the language change them."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.font import CT_RPr

from drafter.model.blocks import Layout
from drafter.word.style_recognition import style_name
from drafter.word.style_values import StyleValues
from drafter.word.xml_tree import ON, Element

_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_EAST_ASIAN = ("zh", "ja", "ko")


class Styles:
    """The styles of a cleaned look by name. It has all that a document needs: see ``look_completion``."""

    def __init__(self, root: Element) -> None:
        self._values = StyleValues(root)
        self._ids: dict[str, str] = {}
        for style_id, style in self._values.by_id.items():
            self._ids.setdefault(style_name(style).lower(), style_id)

    def id(self, name: str) -> str:
        """Return the id of the style called *name*. Raises KeyError if there is none."""
        return self._ids[name.lower()]

    def id_if_known(self, name: str) -> str:
        """Return the id of the style called *name*; ``""`` if there is none."""
        return self._ids.get(name.lower(), "")

    def heading_ids(self) -> frozenset[str]:
        """Return the ids of the heading styles."""
        names = (f"heading {level}" for level in (1, 2, 3))
        return frozenset(self._ids[name] for name in names if name in self._ids)

    def list_id(self, name: str) -> str:
        """Return the ``w:numId`` of the style called *name*, own or inherited; ``""`` if it has none."""
        return self._values.value(self.id(name), "pPr", "numPr", "numId")

    def font_size(self, name: str) -> int:
        """Return the font size of the style called *name*, in half points; the usual one if there is none."""
        return self._values.size(self._ids.get(name.lower(), self._values.default_id()))


def set_font(root: Element, layout: Layout) -> None:
    """Set the font and size of *layout* in the defaults and in the default paragraph style."""
    for properties in (_default_run(root), _normal_run(root)):
        if layout.font:
            fonts = properties.get_or_add_rFonts()
            fonts.attrib.clear()  # a theme font would override the font name
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), layout.font)
        if layout.size:
            for size in properties.findall(qn("w:sz")) + properties.findall(qn("w:szCs")):
                properties.remove(size)
            half_points = str(layout.size * 2)
            size = properties.get_or_add_sz()
            size.set(qn("w:val"), half_points)
            size.addnext(OxmlElement("w:szCs", {qn("w:val"): half_points}))


def set_language(root: Element, settings: Element, language: str) -> None:
    """Set the proofing language in the defaults, in the settings and in every style that has one."""
    defaults = _default_run(root)
    if defaults.find(qn("w:lang")) is None:
        defaults.insert_element_before(OxmlElement("w:lang"), *_AFTER_LANGUAGE)
    for element in (*root.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        element.set(qn("w:val"), language)
        if not element.get(qn("w:eastAsia"), "").startswith(_EAST_ASIAN):  # "en-GB" is no language of Chinese
            element.attrib.pop(qn("w:eastAsia"), None)


def _default_run(root: Element) -> CT_RPr:
    """Return the ``w:rPr`` of the document's defaults; add it if the look has none."""
    defaults = _first_child(root, "w:docDefaults")
    properties: CT_RPr = _first_child(_first_child(defaults, "w:rPrDefault"), "w:rPr")
    return properties


def _normal_run(root: Element) -> CT_RPr:
    """Return the ``w:rPr`` of the default paragraph style, which every cleaned look has."""
    styles = root.iter(qn("w:style"))
    paragraph_styles = (style for style in styles if style.get(qn("w:type"), "paragraph") == "paragraph")
    default = next(style for style in paragraph_styles if style.get(qn("w:default")) in ON)
    properties: CT_RPr = default.get_or_add_rPr()
    return properties


def _first_child(parent: Element, tag: str) -> Element:
    """Return the child *tag* of *parent*; insert it as the first one if it is missing."""
    child = parent.find(qn(tag))
    if child is None:
        child = OxmlElement(tag)
        parent.insert(0, child)
    return child
