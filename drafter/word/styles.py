"""The styles of a look by name, and how the rules and the language change them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.font import CT_RPr

from drafter.errors import DrafterError, Fault
from drafter.model.blocks import Layout
from drafter.word.xml_tree import ON, Element

_OR_BUNDLED_LOOK = "or use the look that comes with drafter."
_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_EAST_ASIAN = ("zh", "ja", "ko")
_WORDS_DEFAULT_SIZE = 20  # half points


class Styles:
    """The styles of a look by name. Missing ones are collected, so that they can be reported together."""

    def __init__(self, root: Element, file: str = "look.docx") -> None:
        self._root = root
        self._file = file
        styles = (style for style in root.iter(qn("w:style")) if style.get(qn("w:styleId")))
        self._by_id: dict[str, Element] = {style.get(qn("w:styleId")): style for style in styles}
        self._id_by_name: dict[str, str] = {}
        for style_id, style in self._by_id.items():
            name = style.find(qn("w:name"))
            if name is not None:
                self._id_by_name[name.get(qn("w:val"), "").lower()] = style_id
        self._faults: dict[str, Fault] = {}

    def id(self, name: str) -> str:
        """Return the id of the style called *name*; if there is none, record a fault and return ``""``."""
        style_id = self._id_by_name.get(name.lower(), "")
        if not style_id:
            self._faults[name] = Fault(
                f"the look has no style called {name!r}",
                f"Open the look in Word and add a style named {name!r}, {_OR_BUNDLED_LOOK}",
                self._file,
            )
        return style_id

    def id_if_known(self, name: str) -> str:
        """Return the id of the style called *name*; ``""`` if there is none."""
        return self._id_by_name.get(name.lower(), "")

    def heading_ids(self) -> frozenset[str]:
        """Return the ids of the heading styles that the look has."""
        names = (f"heading {level}" for level in (1, 2, 3))
        return frozenset(self._id_by_name[name] for name in names if name in self._id_by_name)

    def list_id(self, name: str) -> str:
        """Return the ``w:numId`` of the style called *name*, own or inherited; ``""`` if it has none."""
        return _first_value(self._with_parents(self.id(name)), "w:pPr", "w:numPr", "w:numId") or ""

    def font_size(self, name: str) -> int:
        """Return the font size of the style called *name*, in half points."""
        styles = self._with_parents(self._id_by_name.get(name.lower(), ""))
        defaults = self._root.iter(qn("w:rPrDefault"))
        size = _first_value(chain(styles, defaults), "w:rPr", "w:sz")
        return int(size) if size and size.isdecimal() else _WORDS_DEFAULT_SIZE

    def report_missing_list(self, name: str) -> None:
        """Record the fault that the style called *name* has no list, unless the style itself is missing."""
        if self.id(name):
            remedy = (
                f"Open the look in Word and give the style a list (Format, Numbering), {_OR_BUNDLED_LOOK}"
            )
            self._faults[name] = Fault(f"the look's style {name!r} has no numbering", remedy, self._file)

    def raise_faults(self) -> None:
        """Raise DrafterError with all recorded faults, if there are any."""
        if self._faults:
            raise DrafterError(self._faults.values())

    def _with_parents(self, style_id: str) -> Iterator[Element]:
        """Yield the style with this id, the style that it is based on, and so on; each one once."""
        visited: set[str] = set()
        while style_id in self._by_id and style_id not in visited:
            visited.add(style_id)
            yield self._by_id[style_id]
            parent = self._by_id[style_id].find(qn("w:basedOn"))
            style_id = "" if parent is None else parent.get(qn("w:val"), "")


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


def _first_value(elements: Iterable[Element], *path: str) -> str | None:
    """Return the ``w:val`` at *path* in the first of *elements* that has one."""
    steps = "/".join(map(qn, path))
    matches = (element.find(steps) for element in elements)
    return next((str(match.get(qn("w:val"))) for match in matches if match is not None), None)


def _first_child(parent: Element, tag: str) -> Element:
    """Return the child *tag* of *parent*; insert it as the first one if it is missing."""
    child = parent.find(qn(tag))
    if child is None:
        child = OxmlElement(tag)
        parent.insert(0, child)
    return child
