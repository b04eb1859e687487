"""The marks of tracked changes: around runs, on the ends of paragraphs, on rows and on formats."""

from copy import deepcopy
from itertools import count
from typing import Literal, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from drafter.comparison.tokens import State
from drafter.word.ooxml import escape_xml
from drafter.word.xml_tree import Element, W

Change: TypeAlias = Literal["deleted", "inserted", "moved away", "moved here"]

_TAGS: dict[Change, str] = {
    "deleted": "del",
    "inserted": "ins",
    "moved away": "moveFrom",
    "moved here": "moveTo",
}
_FIRST_ID = 100_001
"""Beyond the ids of bookmarks, of which there is one for each note at most."""
_NO_DATE = "1980-01-01T00:00:00Z"
"""A date for the ranges of moves, which must have one. No program shows it; the zip has the same."""
_RECORDED_AFTER = (f"{W}sectPr", f"{W}pPrChange")
"""What comes after the properties of a paragraph's end, in the order of the schema."""


class Marks:
    """Makes marks by one author, each with an id of its own."""

    def __init__(self, author: str, date: str = "") -> None:
        self._author = author
        self._date = date
        self._ids = count(_FIRST_ID)

    def runs(self, runs: str, state: State | Change) -> str:
        """Return *runs* as they are, or in the mark of a deletion, insertion or move."""
        if state == "same" or not runs:
            return runs
        if state == "deleted":
            for old, new in (("t", "delText"), ("instrText", "delInstrText")):
                runs = runs.replace(f"<w:{old} ", f"<w:{new} ").replace(f"</w:{old}>", f"</w:{new}>")
        tag = _TAGS[state]
        attributes = " ".join(f'w:{name}="{escape_xml(value)}"' for name, value in self._attributes().items())
        return f"<w:{tag} {attributes}>{runs}</w:{tag}>"

    def mark_end(self, paragraph: Element, change: Change) -> None:
        """Mark the end of *paragraph* as deleted, inserted or moved."""
        properties = _properties(paragraph)
        run_properties = OxmlElement("w:rPr")
        run_properties.append(self._element(_TAGS[change]))
        later = [child for child in properties if child.tag in _RECORDED_AFTER]
        if later:
            later[0].addprevious(run_properties)
        else:
            properties.append(run_properties)

    def mark_move(self, paragraph: Element, change: Change, number: int) -> None:
        """Mark where the *paragraph* begins and ends that belongs to the move with this *number*."""
        tag, range_id = _TAGS[change], str(next(self._ids))
        start = self._element(f"{tag}RangeStart")
        start.set(qn("w:id"), range_id)
        start.set(qn("w:name"), f"move{number}")
        start.set(qn("w:date"), self._date or _NO_DATE)
        paragraph.addprevious(start)
        paragraph.addnext(OxmlElement(f"w:{tag}RangeEnd", {qn("w:id"): range_id}))

    def mark_row(self, row: Element, change: Change) -> None:
        """Mark *row* of a table as deleted or inserted."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = OxmlElement("w:trPr")
            row.insert(0, properties)
        properties.append(self._element(_TAGS[change]))

    def record_format(self, paragraph: Element, old: Element) -> None:
        """Record in *paragraph* that it had the properties of *old*."""
        recorded = OxmlElement("w:pPr")
        properties = old.find(f"{W}pPr")
        not_recorded = (f"{W}rPr", *_RECORDED_AFTER)
        for child in () if properties is None else properties:
            if child.tag not in not_recorded:
                recorded.append(deepcopy(child))
        change = self._element("pPrChange")
        change.append(recorded)
        _properties(paragraph).append(change)

    def record_section(self, section: Element, old: Element) -> None:
        """Record in *section* that its pages were those of the section *old*."""
        recorded = OxmlElement("w:sectPr")
        references = (f"{W}headerReference", f"{W}footerReference")
        recorded.extend([deepcopy(child) for child in old if child.tag not in references])
        change = self._element("sectPrChange")
        change.append(recorded)
        section.append(change)

    def _element(self, tag: str) -> Element:
        attributes = {qn(f"w:{name}"): value for name, value in self._attributes().items()}
        return OxmlElement(f"w:{tag}", attributes)

    def _attributes(self) -> dict[str, str]:
        attributes = {"id": str(next(self._ids)), "author": self._author}
        return attributes | ({"date": self._date} if self._date else {})


def _properties(paragraph: Element) -> Element:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = OxmlElement("w:pPr")
        paragraph.insert(0, properties)
    return properties
