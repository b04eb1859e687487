"""The marks of tracked changes: around runs, on the ends of paragraphs, on rows and on formats."""

from itertools import count
from typing import Literal, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from drafter.comparison.tokens import State
from drafter.word.ooxml import escape_xml
from drafter.word.xml_tree import Element, W

Change: TypeAlias = Literal["deleted", "inserted"]

_TAGS: dict[Change, str] = {"deleted": "del", "inserted": "ins"}
_FIRST_ID = 100_001
"""Beyond the ids of bookmarks, of which there is one for each note at most."""
_RECORDED_AFTER = (f"{W}sectPr", f"{W}pPrChange")
"""What comes after the properties of a paragraph's end, in the order of the schema."""


class Marks:
    """Makes marks by one author, each with an id of its own."""

    def __init__(self, author: str, date: str = "") -> None:
        self._author = author
        self._date = date
        self._ids = count(_FIRST_ID)

    def runs(self, runs: str, state: State) -> str:
        """Return *runs* as they are, or in the mark of a deletion or insertion."""
        if state == "same" or not runs:
            return runs
        if state == "deleted":
            for old, new in (("t", "delText"), ("instrText", "delInstrText")):
                runs = runs.replace(f"<w:{old} ", f"<w:{new} ").replace(f"</w:{old}>", f"</w:{new}>")
        tag = _TAGS[state]
        attributes = " ".join(f'w:{name}="{escape_xml(value)}"' for name, value in self._attributes().items())
        return f"<w:{tag} {attributes}>{runs}</w:{tag}>"

    def mark_end(self, paragraph: Element, change: Change) -> None:
        """Mark the end of *paragraph* as deleted or inserted."""
        properties = _properties(paragraph)
        run_properties = OxmlElement("w:rPr")
        run_properties.append(self._element(_TAGS[change]))
        later = [child for child in properties if child.tag in _RECORDED_AFTER]
        if later:
            later[0].addprevious(run_properties)
        else:
            properties.append(run_properties)

    def mark_row(self, row: Element, change: Change) -> None:
        """Mark *row* of a table as deleted or inserted."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = OxmlElement("w:trPr")
            row.insert(0, properties)
        properties.append(self._element(_TAGS[change]))

    def record_format(self, paragraph: Element, old: Element) -> None:
        """Record in *paragraph* that it had the properties of the paragraph *old*."""
        recorded = OxmlElement("w:pPr")
        properties = old.find(f"{W}pPr")
        if properties is not None:
            recorded.extend(
                child for child in list(properties) if child.tag not in (f"{W}rPr", *_RECORDED_AFTER)
            )
        change = self._element("pPrChange")
        change.append(recorded)
        _properties(paragraph).append(change)

    def record_section(self, section: Element, old: Element) -> None:
        """Record in *section* that its pages were those of the section *old*."""
        recorded = OxmlElement("w:sectPr")
        references = (f"{W}headerReference", f"{W}footerReference")
        recorded.extend(child for child in list(old) if child.tag not in references)
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
