"""Values that other programs write and Word's schema does not know, in the form that Word writes."""

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
        if tag in ("jc", "lvlJc"):
            element.set(f"{W}val", _SIDES.get(element.get(f"{W}val", ""), element.get(f"{W}val", "left")))
        elif tag == "charset":
            element.attrib.pop(f"{W}characterSet", None)  # LibreOffice writes names that Word does not know
    for element in list(root.iter(f"{W}nsid", f"{W}tmpl")):
        if not _EIGHT_DIGITS.fullmatch(element.get(f"{W}val", "")):
            remove_element(element)


def _whole_number(value: str, *, half_points: bool) -> str:
    """Return the measure *value* (``2.5cm``, ``240.0``) as Word writes it; any other value as it is."""
    measure = _MEASURE.fullmatch(value)
    if measure is None or value.lstrip("-").isdecimal():
        return value
    number, unit = float(measure[1]), measure[2] or ""
    if unit == "%":
        return str(round(number * _FIFTIETHS))
    return str(round(number * _TWIPS[unit] / (10 if half_points and unit else 1)))
