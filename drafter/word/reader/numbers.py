"""The numbers and bullets that Word shows before paragraphs, computed from lists and styles."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.model.list_labels import letters, roman
from drafter.word.reader.document import ReadListPosition
from drafter.word.xml_tree import Element, W, int_attribute


class _Level(NamedTuple):
    start: int
    format: str
    text: str
    """The bullet, or a template with ``%1`` for the number at the first level and so on."""
    indent: int
    """The left indent of its text in twips; 0 if it sets none."""


class ParagraphNumbers:
    """Counts the numbered paragraphs of a document in reading order."""

    def __init__(self, numbering: Element, styles: Mapping[str, Element]) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}  # by id of the definition
        self._definition_ids: dict[str, str] = {}  # by id of the list
        self._restarts: dict[tuple[str, int], int] = {}  # by id of the list, and level
        self._counts: dict[tuple[str, int], int] = {}  # by id of the definition, and level
        for definition in numbering.iter(f"{W}abstractNum"):
            levels = dict(map(_level, definition.iter(f"{W}lvl")))
            self._levels[_value(definition, "abstractNumId")] = levels
        for list_element in numbering.iter(f"{W}num"):
            self._read_list(list_element)

    def position(self, paragraph: Element) -> ReadListPosition | None:
        """Return where *paragraph* is in a list; ``None`` if it is in none. Call ``next`` for it first."""
        list_id, number = self._position(paragraph)
        definition_id = self._definition_ids.get(list_id, "")
        level = self._levels.get(definition_id, {}).get(number)
        if level is None:
            return None
        is_first = self._counts.get((definition_id, number), level.start) <= level.start
        return ReadListPosition(list_id, definition_id, number, level.format, level.indent, is_first)

    def next(self, paragraph: Element) -> str:
        """Count *paragraph* and return its number, such as ``12.`` or ``(b)``; ``""`` if it has none."""
        list_id, level = self._position(paragraph)
        definition_id = self._definition_ids.get(list_id, "")
        levels = self._levels.get(definition_id, {})
        if level not in levels:
            return ""
        start = self._restarts.pop((list_id, level), None)  # applies only to the first item of the list
        previous = self._counts.get((definition_id, level), levels[level].start - 1)
        self._counts[definition_id, level] = previous + 1 if start is None else start
        for deeper in levels:
            if deeper > level:
                self._counts.pop((definition_id, deeper), None)
        return self._label(definition_id, levels, level)

    def _label(self, definition_id: str, levels: Mapping[int, _Level], level: int) -> str:
        text = levels[level].text
        if levels[level].format == "bullet":
            return text
        for each in range(level + 1):
            count = self._counts.get((definition_id, each), levels[each].start)
            text = text.replace(f"%{each + 1}", format_number(count, levels[each].format))
        return text

    def _position(self, paragraph: Element) -> tuple[str, int]:
        """Return the id of the list and the level of a paragraph: its own, or those of its style."""
        level = ""
        for properties in self._properties(paragraph):
            numbering = properties.find(f"{W}numPr")
            if numbering is not None:
                level = level or _child_value(numbering, "ilvl")
                if list_id := _child_value(numbering, "numId"):
                    return list_id, _int_or_0(level)
        return "", 0

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        """Yield the ``w:pPr`` of a paragraph, of its style, and of the styles on which that is based."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return
        yield own
        style_id, visited = _child_value(own, "pStyle"), set[str]()
        while style_id in self._styles and style_id not in visited:
            visited.add(style_id)
            properties = self._styles[style_id].find(f"{W}pPr")
            if properties is not None:
                yield properties
            style_id = _child_value(self._styles[style_id], "basedOn")

    def _read_list(self, element: Element) -> None:
        list_id = _value(element, "numId")
        self._definition_ids[list_id] = _child_value(element, "abstractNumId")
        for override in element.iter(f"{W}lvlOverride"):
            if start := _child_value(override, "startOverride"):
                self._restarts[list_id, _int_or_0(_value(override, "ilvl"))] = _int_or_0(start)


def format_number(number: int, number_format: str) -> str:
    """Return *number* in one of Word's formats; decimal for those that drafter's looks do not use."""
    match number_format:
        case "lowerLetter":
            return letters(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "none":
            return ""
        case _:
            return str(number)


def _level(element: Element) -> tuple[int, _Level]:
    """Return the index of a ``w:lvl`` and its properties."""
    start = _int_or_0(_child_value(element, "start"))
    number_format = _child_value(element, "numFmt") or "decimal"
    indent = element.find(f"{W}pPr/{W}ind")
    left = int_attribute(indent, "left") or int_attribute(indent, "start") or 0
    level = _Level(start, number_format, _child_value(element, "lvlText"), left)
    return _int_or_0(_value(element, "ilvl")), level


def _int_or_0(text: str) -> int:
    """Return *text* as a whole number, or 0 if another program wrote something else there."""
    return int(text) if text.isdecimal() else 0


def _value(element: Element, name: str = "val") -> str:
    return str(element.get(f"{W}{name}", ""))


def _child_value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else _value(child)
