"""The look's styles: found by name once, and what the rules and the language change in them."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from drafter.errors import DrafterError, Fault
from drafter.model.blocks import Layout

ROLES: dict[tuple[str, bool], str] = {
    ("body", True): "Numbered Paragraph",
    ("body", False): "Body Text",
    ("lead", True): "Numbered Paragraph",
    ("lead", False): "Lead In",
    ("title", False): "Title",
    ("subtitle", False): "Subtitle",
    ("cover", False): "Cover Line",
    ("organisation", False): "Organisation",
    ("keywords", False): "Keywords",
    ("quote", False): "Quote",
    ("signature", False): "Signature",
}
"""From a paragraph's role, and whether it is numbered, to the name of its style."""

NOTE_STYLES = {
    "endnote": ("Endnote Text", "Endnote Reference"),
    "footnote": ("Footnote Text", "Footnote Reference"),
}
"""The names of the styles of a note's text and of the references to it."""

GAP = "Gap"
OR_OURS = "or use the look that comes with drafter."

_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


class Styles:
    """The styles of a look by name; missing styles are collected and reported together."""

    def __init__(self, root: Any, file: str = "look.docx") -> None:
        self._root = root
        self._file = file
        styles = (style for style in root.iter(qn("w:style")) if style.get(qn("w:styleId")))
        self._by_id = {style.get(qn("w:styleId")): style for style in styles}
        self._by_name: dict[str, str] = {}
        for style_id, style in self._by_id.items():
            name = style.find(qn("w:name"))
            if name is not None:
                self._by_name[name.get(qn("w:val"), "").lower()] = style_id
        self._faults: dict[str, Fault] = {}

    def id(self, name: str) -> str:
        """Return the id of the style called *name*, or ``""`` and keep the fault for :meth:`check`."""
        found = self._by_name.get(name.lower(), "")
        if not found:
            self._faults[name] = Fault(
                f"the look has no style called {name!r}",
                f"Open the look in Word and add a style named {name!r}, {OR_OURS}",
                self._file,
            )
        return found

    def headings(self) -> frozenset[str]:
        """Return the ids of the heading styles that the look has."""
        names = (f"heading {level}" for level in (1, 2, 3))
        return frozenset(self._by_name[name] for name in names if name in self._by_name)

    def number(self, name: str) -> str:
        """Return the ``w:numId`` of the style called *name* or of a style it is based on, or ``""``."""
        return _first(self._chain(self.id(name)), "w:pPr", "w:numPr", "w:numId") or ""

    def size(self, name: str) -> int:
        """Return the size of the letters in the style called *name*, in half points."""
        defaults = self._root.iter(qn("w:rPrDefault"))
        found = _first((*self._chain(self._by_name.get(name.lower(), "")), *defaults), "w:rPr", "w:sz")
        return int(found) if found and found.isdecimal() else 20  # Word's own, where the look says nothing

    def _chain(self, style_id: str) -> Iterator[Any]:
        """Yield the style with this id, then the one that it is based on, and so on; each style once."""
        passed: set[str] = set()
        while style_id in self._by_id and style_id not in passed:
            passed.add(style_id)
            yield self._by_id[style_id]
            based = self._by_id[style_id].find(qn("w:basedOn"))
            style_id = "" if based is None else based.get(qn("w:val"), "")

    def lacks_list(self, name: str) -> None:
        """Keep the fault that the style called *name* is there but carries no list."""
        if self.id(name):
            remedy = f"Open the look in Word and give the style a list (Format, Numbering), {OR_OURS}"
            self._faults[name] = Fault(f"the look's style {name!r} has no numbering", remedy, self._file)

    def check(self) -> None:
        """Raise a ``DrafterError`` with everything that was asked of the look and is not in it."""
        if self._faults:
            raise DrafterError(self._faults.values())


def set_font(root: Any, layout: Layout) -> None:
    """Give the default paragraph style and the document's defaults the font and size of *layout*."""
    for properties in (_default_run(root), _normal_run(root)):
        if layout.font:
            fonts = properties.get_or_add_rFonts()
            fonts.attrib.clear()  # a theme font would win over the name
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), layout.font)
        if layout.size:
            for size in properties.findall(qn("w:sz")) + properties.findall(qn("w:szCs")):
                properties.remove(size)
            size = properties.get_or_add_sz()
            size.set(qn("w:val"), str(layout.size * 2))  # half points
            size.addnext(OxmlElement("w:szCs", {qn("w:val"): str(layout.size * 2)}))


def set_language(root: Any, settings: Any, language: str) -> None:
    """Set the proofing language: in the defaults, in every style that names one, and in the settings."""
    defaults = _default_run(root)
    if defaults.find(qn("w:lang")) is None:
        defaults.insert_element_before(OxmlElement("w:lang"), *_AFTER_LANGUAGE)
    for element in (*root.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        element.set(qn("w:val"), language)


def _default_run(root: Any) -> Any:
    """Return the ``w:rPr`` of the document's defaults, made if the look has none."""
    defaults = _child(root, "w:docDefaults", 0)
    return _child(_child(defaults, "w:rPrDefault", 0), "w:rPr", 0)


def _normal_run(root: Any) -> Any:
    """Return the ``w:rPr`` of the default paragraph style, which every cleaned look has."""
    styles = (one for one in root.iter(qn("w:style")) if one.get(qn("w:type"), "paragraph") == "paragraph")
    return next(one for one in styles if one.get(qn("w:default")) in {"1", "true", "on"}).get_or_add_rPr()


def _first(elements: Iterable[Any], *path: str) -> str | None:
    """Return the value at *path* in the first of the elements that has one."""
    steps = "/".join(map(qn, path))
    found = (element.find(steps) for element in elements)
    return next((str(one.get(qn("w:val"))) for one in found if one is not None), None)


def _child(parent: Any, tag: str, place: int) -> Any:
    child = parent.find(qn(tag))
    if child is None:
        child = OxmlElement(tag)
        parent.insert(place, child)
    return child
