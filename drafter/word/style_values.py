"""What a style of a look comes to, with what it inherits from other styles and from the defaults."""

from collections.abc import Iterator

from drafter.word.xml_tree import OFF, ON, Element, W

WORDS_DEFAULT_SIZE = 20
"""The font size of Word where no style has one, in half points."""


class StyleValues:
    """The styles under a root by id, and their values."""

    def __init__(self, root: Element) -> None:
        styles = [style for style in root.iter(f"{W}style") if style.get(f"{W}styleId")]
        self._root = root
        self.by_id: dict[str, Element] = {style.get(f"{W}styleId"): style for style in styles}

    def default_id(self, kind: str = "paragraph") -> str:
        """Return the id of the default style of *kind*, or ``""``."""
        for style_id, style in self.by_id.items():
            if style.get(f"{W}type", "paragraph") == kind and style.get(f"{W}default") in ON:
                return style_id
        return ""

    def with_parents(self, style_id: str) -> Iterator[Element]:
        """Yield the style with this id, the style that it is based on, and so on; each one once."""
        visited: set[str] = set()
        while style_id in self.by_id and style_id not in visited:
            visited.add(style_id)
            yield self.by_id[style_id]
            parent = self.by_id[style_id].find(f"{W}basedOn")
            style_id = "" if parent is None else parent.get(f"{W}val", "")

    def find(self, style_id: str, *path: str) -> Element | None:
        """Return the element at *path* (``pPr``, ``jc``) in the style or the next one that has it."""
        steps = "/".join(f"{W}{step}" for step in path)
        elements = (style.find(steps) for style in self.with_parents(style_id))
        return next((element for element in elements if element is not None), None)

    def value(self, style_id: str, *path: str, attribute: str = "val") -> str:
        """Return the *attribute* of the element at *path*, own or inherited; ``""`` if there is none."""
        steps = "/".join(f"{W}{step}" for step in path)
        for parent in (*self.with_parents(style_id), *self._root.iter(f"{W}{path[0]}Default")):
            element = parent.find(steps)
            if element is not None and element.get(f"{W}{attribute}") is not None:
                return str(element.get(f"{W}{attribute}"))
        return ""

    def is_on(self, style_id: str, *path: str) -> bool:
        """Return whether the on/off property at *path* is on, own or inherited."""
        element = self.find(style_id, *path)
        return element is not None and element.get(f"{W}val", "1") not in OFF

    def number(self, style_id: str, *path: str, attribute: str = "val") -> int:
        """Return the *attribute* at *path* as a whole number; 0 if there is none or it is not one."""
        value = self.value(style_id, *path, attribute=attribute)
        try:
            return int(value)
        except ValueError:
            return 0

    def size(self, style_id: str) -> int:
        """Return the font size of the style in half points."""
        return self.number(style_id, "rPr", "sz") or WORDS_DEFAULT_SIZE
