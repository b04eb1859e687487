"""Fitting a style of the bundled look to another look: its typeface, its colours, its sizes, its spacing."""

from docx.oxml.parser import OxmlElement

from drafter.word.bundled_look import bundled_root
from drafter.word.list_filling import set_list
from drafter.word.schema_order import child_in_order, insert_in_order
from drafter.word.style_recognition import style_name
from drafter.word.style_values import StyleValues
from drafter.word.xml_tree import Element, W, remove_element

_DISPLAY = ("Title", "Subtitle", "heading 1", "heading 2", "heading 3")
"""The styles of large type, the highest first. They share a typeface and a colour."""
_SMALLEST = 16
"""Half points. No text becomes smaller than this, unless it was."""
_SHADED = ("Gap", "Table Heading")
"""The styles of text on a shade of its own."""
_COLOUR_DIGITS = 6
_LIGHT = 150
"""The mean of red, green and blue, from 0 to 255, above which a colour counts as light."""
_LARGEST = 144
"""Half points: one inch."""
_LEAST_SPACE = 60
"""Twips below a paragraph. With less, paragraphs run into each other."""
_NO_LEVEL = "9"
"""The outline level of text that is no heading."""
_SWITCHES = ("keepNext", "pageBreakBefore", "contextualSpacing", "suppressLineNumbers")
"""What a letterhead's default style may have switched on, and no other style should inherit."""


class StyleFitter:
    """Fits styles to the look with the styles under a root, which they are about to join."""

    def __init__(self, root: Element) -> None:
        bundled = StyleValues(bundled_root("styles"))
        self._values = StyleValues(root)
        self._default = self._values.default_id()
        self._scale = self._values.size(self._default) / bundled.size(bundled.default_id())
        self._space = bundled.value(bundled.default_id(), "pPr", "spacing", attribute="after")
        ids = {style_name(style): style_id for style_id, style in self._values.by_id.items()}
        self._display_ids = {name: ids[name] for name in _DISPLAY if name in ids}
        self._running_text = ids.get("Body Text", self._default)

    def fit(self, style: Element) -> None:
        """Give *style* the look's typeface and colour, a size in proportion, and room below."""
        for properties in list(style.iter(f"{W}rPr")):
            for tag in ("rFonts", "color", "lang"):
                for element in properties.findall(f"{W}{tag}"):
                    remove_element(element)
            for size in (*properties.findall(f"{W}sz"), *properties.findall(f"{W}szCs")):
                size.set(f"{W}val", str(self._scaled(int(size.get(f"{W}val")))))
        name = style_name(style)
        if name in _SHADED and self._is_light():
            # Word then chooses black or white, whichever can be read on the shade.
            insert_in_order(child_in_order(style, "rPr"), OxmlElement("w:color", {f"{W}val": "auto"}))
        if style.get(f"{W}type") != "paragraph":
            return
        if name in _DISPLAY:
            self._fit_display(style, name)
        parent = style.find(f"{W}basedOn")
        if parent is not None and parent.get(f"{W}val") == self._default:
            self._fit_paragraph(child_in_order(style, "pPr"))

    def _scaled(self, half_points: int) -> int:
        """Return the size in proportion to the look's text, in half points."""
        return max(round(half_points * self._scale), min(half_points, _SMALLEST))

    def _is_light(self) -> bool:
        """Return whether the look's text is of a light colour, for a dark background."""
        colour = self._values.value(self._default, "rPr", "color")
        digits = colour if len(colour) == _COLOUR_DIGITS else "000000"
        try:
            red, green, blue = bytes.fromhex(digits)
        except ValueError:
            return False
        return (red + green + blue) / 3 > _LIGHT

    def _fit_display(self, style: Element, name: str) -> None:
        """Give the heading *style* typeface and colour of the look's nearest heading, and no larger type."""
        rank = _DISPLAY.index(name)
        models = [other for other in self._display_ids if other != "Subtitle"]  # it is often grey
        nearest = min(models, key=lambda other: abs(_DISPLAY.index(other) - rank), default="")
        for tag in ("rFonts", "color") if nearest else ():
            element = self._values.find(self._display_ids[nearest], "rPr", tag)
            if element is not None:
                copied = OxmlElement(f"w:{tag}", dict(element.attrib))
                insert_in_order(child_in_order(style, "rPr"), copied)
        least, most = self._bounds(name)
        for size in style.findall(f"{W}rPr/{W}sz") + style.findall(f"{W}rPr/{W}szCs"):
            size.set(f"{W}val", str(max(least, min(int(size.get(f"{W}val")), most))))

    def _bounds(self, name: str) -> tuple[int, int]:
        """Return the smallest and the largest size of the style, so that no lower heading is larger."""
        sizes = {other: self._values.size(style_id) for other, style_id in self._display_ids.items()}
        if name == "Title":
            return sizes.get("heading 1", 0), _LARGEST
        higher = [sizes[other] for other in _DISPLAY[2 : _DISPLAY.index(name)] if other in sizes]
        return 0, min(higher, default=_LARGEST)

    def _fit_paragraph(self, properties: Element) -> None:
        """Let no peculiarity of the look's default style pass to the paragraph with these *properties*."""
        for tag in _SWITCHES:
            if self._values.is_on(self._default, "pPr", tag) and properties.find(f"{W}{tag}") is None:
                insert_in_order(properties, OxmlElement(f"w:{tag}", {f"{W}val": "0"}))
        if self._has_list() and properties.find(f"{W}numPr") is None:
            set_list(properties.getparent(), "0")
        level = self._values.value(self._default, "pPr", "outlineLvl") or _NO_LEVEL
        if level != _NO_LEVEL and properties.find(f"{W}outlineLvl") is None:
            insert_in_order(properties, OxmlElement("w:outlineLvl", {f"{W}val": _NO_LEVEL}))
        self._fit_spacing(properties)
        self._fit_alignment(properties)

    def _has_list(self) -> bool:
        """Return whether the look's default style numbers its paragraphs."""
        return self._values.value(self._default, "pPr", "numPr", "numId") not in ("", "0")

    def _fit_spacing(self, properties: Element) -> None:
        spacing = properties.find(f"{W}spacing")
        if spacing is not None and spacing.get(f"{W}after") is not None:
            return
        below = self._values.number(self._default, "pPr", "spacing", attribute="after")
        if below < _LEAST_SPACE:
            child_in_order(properties, "spacing").set(f"{W}after", self._space)

    def _fit_alignment(self, properties: Element) -> None:
        """Align running text as the look does, and indent no first line of what is not running text."""
        alignment = properties.find(f"{W}jc")
        own = "" if alignment is None else alignment.get(f"{W}val")
        if own == "both":
            usual = self._values.value(self._running_text, "pPr", "jc")
            alignment.set(f"{W}val", "left" if usual in ("center", "right") else usual or "left")
        elif own == "center" and "Title" in self._display_ids:
            usual = self._values.value(self._display_ids["Title"], "pPr", "jc") or "left"
            alignment.set(f"{W}val", usual)
            for indent in properties.findall(f"{W}ind") if usual != "center" else ():
                properties.remove(indent)  # it kept a centred line short
        if own != "both" and self._values.number(self._default, "pPr", "ind", attribute="firstLine") > 0:
            child_in_order(properties, "ind").set(f"{W}firstLine", "0")
