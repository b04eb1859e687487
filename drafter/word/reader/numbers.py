"""The numbers that Word shows before paragraphs, worked out from a package's lists and styles."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.word.xml_tree import Element, W


class _Level(NamedTuple):
    start: int
    format: str
    text: str


class Numbers:
    """Counts the numbered paragraphs of a document as they go by."""

    def __init__(self, numbering: Element, styles: Mapping[str, Element]) -> None:
        self._styles = styles
        self._abstracts: dict[str, dict[int, _Level]] = {}
        self._nums: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for abstract in numbering.iter(f"{W}abstractNum"):
            self._abstracts[_value(abstract, "abstractNumId")] = dict(map(_level, abstract.iter(f"{W}lvl")))
        for num in numbering.iter(f"{W}num"):
            self._read_num(num)

    def next(self, paragraph: Element) -> str:
        """Return what Word shows before *paragraph*, such as ``12.`` or ``(b)``; ``""`` if nothing."""
        num, level = self._place(paragraph)
        abstract = self._nums.get(num, "")
        levels = self._abstracts.get(abstract, {})
        if level not in levels:
            return ""
        start = self._restarts.pop((num, level), None)  # only the first time: then the list runs on
        before = self._counts.get((abstract, level), levels[level].start - 1)
        self._counts[abstract, level] = before + 1 if start is None else start
        for deeper in levels:
            if deeper > level:
                self._counts.pop((abstract, deeper), None)
        return self._shown(abstract, levels, level)

    def _shown(self, abstract: str, levels: Mapping[int, _Level], level: int) -> str:
        text = levels[level].text
        if levels[level].format == "bullet":
            return text
        for each in range(level + 1):
            count = self._counts.get((abstract, each), levels[each].start)
            text = text.replace(f"%{each + 1}", formatted(count, levels[each].format))
        return text

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return list and level of a paragraph: its own, or else those of its style."""
        level = ""
        for properties in self._properties(paragraph):
            place = properties.find(f"{W}numPr")
            if place is not None:
                level = level or _child_value(place, "ilvl")
                if num := _child_value(place, "numId"):
                    return num, _whole(level)
        return "", 0

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        """Yield the ``w:pPr`` of a paragraph, of its style, and of the styles that this one is based on."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return
        yield own
        style_id, passed = _child_value(own, "pStyle"), set[str]()
        while style_id in self._styles and style_id not in passed:
            passed.add(style_id)
            properties = self._styles[style_id].find(f"{W}pPr")
            if properties is not None:
                yield properties
            style_id = _child_value(self._styles[style_id], "basedOn")

    def _read_num(self, num: Element) -> None:
        num_id = _value(num, "numId")
        self._nums[num_id] = _child_value(num, "abstractNumId")
        for override in num.iter(f"{W}lvlOverride"):
            if start := _child_value(override, "startOverride"):
                self._restarts[num_id, _whole(_value(override, "ilvl"))] = _whole(start)


def formatted(number: int, style: str) -> str:
    """Return *number* in one of Word's number formats; decimal for those that drafter's looks do not use."""
    match style:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "none":
            return ""
        case _:
            return str(number)


def _letters(number: int) -> str:
    """Return a, b … z, aa, bb …: Word doubles the letter where a spreadsheet would count on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text, number = text + sign * (number // value), number % value
    return text


def _level(element: Element) -> tuple[int, _Level]:
    start = _whole(_child_value(element, "start"))
    return _whole(_value(element, "ilvl")), _Level(
        start, _child_value(element, "numFmt") or "decimal", _child_value(element, "lvlText")
    )


def _whole(text: str) -> int:
    """Return *text* as a whole number; 0 for what is none, as in a look that another program wrote badly."""
    return int(text) if text.isdecimal() else 0


def _value(element: Element, name: str = "val") -> str:
    return str(element.get(f"{W}{name}", ""))


def _child_value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else _value(child)
