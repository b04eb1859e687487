"""The level of each paragraph in the outline of a file: that of headings, 0 for text."""

from collections.abc import Mapping

from drafter.patterns import pattern
from drafter.word.xml_tree import Element, W, int_attribute

_HEADING_STYLE = pattern(r"heading ([1-9])")
_TEXT_LEVEL = 9
"""The outline level of Word for text; those of headings are 0 to 8."""


class OutlineLevels:
    """Finds the outline level of paragraphs: their own, or that of their style."""

    def __init__(self, styles: Mapping[str, Element], names: Mapping[str, str]) -> None:
        self._styles = styles
        self._names = names
        self._of_styles: dict[str, int] = {}

    def level(self, paragraph: Element) -> int:
        """Return the level of *paragraph*, from 1; 0 for text."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return self._style_level("")
        own = int_attribute(properties.find(f"{W}outlineLvl"), "val")
        if own is not None:
            return own + 1 if 0 <= own < _TEXT_LEVEL else 0
        style = properties.find(f"{W}pStyle")
        return self._style_level("" if style is None else style.get(f"{W}val", ""))

    def _style_level(self, style_id: str) -> int:
        if style_id not in self._of_styles:
            self._of_styles[style_id] = self._find_level(style_id)
        return self._of_styles[style_id]

    def _find_level(self, style_id: str) -> int:
        """Return the level of a style: its own, that of its name, or that of the style it is based on."""
        visited = set[str]()
        while style_id in self._styles and style_id not in visited:
            visited.add(style_id)
            style = self._styles[style_id]
            own = int_attribute(style.find(f"{W}pPr/{W}outlineLvl"), "val")
            if own is not None:
                return own + 1 if 0 <= own < _TEXT_LEVEL else 0
            if match := _HEADING_STYLE.fullmatch(self._names.get(style_id, "").lower()):
                return int(match[1])
            based_on = style.find(f"{W}basedOn")
            style_id = "" if based_on is None else based_on.get(f"{W}val", "")
        return 0
