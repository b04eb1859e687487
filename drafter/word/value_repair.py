"""Values that other programs write and Word's schema does not know, in the form that Word writes."""

from collections.abc import Callable

from drafter.patterns import pattern
from drafter.word.xml_tree import Element, W, remove_element

_MEASURE = pattern(r"([+-]?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi|%)?")
_TWIPS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_FIFTIETHS = 50
"""Word gives a share of the width in fiftieths of a percent."""
_HALF_POINTS = frozenset({"sz", "szCs", "kern", "position"})
"""Elements whose value is in half points: ten twips."""
_MEASURED = frozenset({*_HALF_POINTS, "spacing", "defaultTabStop", "hyphenationZone"})
"""Elements whose ``w:val`` is a measure."""
_MEASURE_NAMES = """
w h top right bottom left start end header footer gutter line before after hanging firstLine pos space
linePitch
"""
_MEASURES = frozenset(_MEASURE_NAMES.split())
"""Attributes that are measures."""
_SIDES = {"start": "left", "end": "right"}
_EIGHT_DIGITS = pattern(r"[0-9A-Fa-f]{8}")


def repair_values(root: Element) -> None:
    """Repair measures, alignments, numbers of lists and character sets under *root*."""
    for element in root.iter(f"{W}*"):
        tag = element.tag.removeprefix(W)
        for name, value in list(element.attrib.items()):
            attribute = name.removeprefix(W)
            if attribute in _MEASURES or (attribute == "val" and tag in _MEASURED):
                element.set(name, _whole_number(value, half_points=tag in _HALF_POINTS))
        if tag in _REPAIRS:
            _REPAIRS[tag](element)
    for element in list(root.iter(f"{W}nsid", f"{W}tmpl")):
        if not _EIGHT_DIGITS.fullmatch(element.get(f"{W}val", "")):
            remove_element(element)


def _align(element: Element) -> None:
    """Call the sides of an alignment left and right. In a right-to-left paragraph Word turns them round."""
    value = element.get(f"{W}val", "left")
    element.set(f"{W}val", _SIDES.get(value, value))


def _rename_sides(indent: Element) -> None:
    """Call the sides of *indent* left and right, as Word does in its usual format."""
    for new, old in _SIDES.items():
        value = indent.attrib.pop(f"{W}{new}", None)
        if value is not None:
            indent.set(f"{W}{old}", indent.get(f"{W}{old}", value))


def _shade(element: Element) -> None:
    """Give a shading without a pattern the pattern that shows its colour."""
    if f"{W}val" not in element.attrib:
        element.set(f"{W}val", "clear")


def _zoom(element: Element) -> None:
    element.set(f"{W}percent", element.get(f"{W}percent", "100").rstrip("%"))


def _name_no_character_set(element: Element) -> None:
    """Remove the name of a character set: LibreOffice writes names that Word does not know."""
    element.attrib.pop(f"{W}characterSet", None)


def _whole_number(value: str, *, half_points: bool) -> str:
    """Return the measure *value* (``2.5cm``, ``240.0``) as Word writes it; any other value as it is."""
    measure = _MEASURE.fullmatch(value)
    if measure is None or value.lstrip("-").isdecimal():
        return value
    number, unit = float(measure[1]), measure[2] or ""
    if unit == "%":
        return str(round(number * _FIFTIETHS))
    return str(round(number * _TWIPS[unit] / (10 if half_points and unit else 1)))


_REPAIRS: dict[str, Callable[[Element], None]] = {
    "jc": _align,
    "lvlJc": _align,
    "ind": _rename_sides,
    "shd": _shade,
    "zoom": _zoom,
    "charset": _name_no_character_set,
}
"""What to do with an element, by its name."""
