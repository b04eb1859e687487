"""Fields in a look: few may stay; every other one goes with the result that it showed last.

A look gives header, footer and styles; its own text is not printed. So a field may stay if it counts pages
or sections, repeats a heading of the document (STYLEREF) or a property that drafter writes itself (TITLE,
SUBJECT, KEYWORDS), or puts such fields together (IF, COMPARE, =, QUOTE). REF, PAGEREF, NOTEREF, TOC and the
like point to text of the look that is gone. Dates change whenever somebody opens the file. All others
(FILENAME, AUTHOR, INCLUDETEXT, LINK, DDEAUTO, MERGEFIELD, DOCPROPERTY …) name people, machines or files.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from docx.oxml.parser import OxmlElement

from drafter.patterns import pattern
from drafter.word.left_out import LeftOut
from drafter.word.traces import names_a_path, public_address
from drafter.word.xml_tree import Element, W, drop, nearest

_COUNTING = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ"}
_EMPTIED = {"STYLEREF", "TITLE", "SUBJECT", "KEYWORDS"}
"""The last result of these comes from another document's text; Word and LibreOffice fill them in anew."""
_JOINING = {"IF", "COMPARE", "=", "QUOTE", "SYMBOL"}
ALLOWED = frozenset(_COUNTING | _EMPTIED | _JOINING)
_NAME = pattern(r"\s*([A-Za-z]+|=)")
_ADDRESS = pattern(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"|([^\s\\\"]\S*))", re.IGNORECASE)
_LOCKS = (f"{W}fldLock", f"{W}dirty")


@dataclass(eq=False, slots=True)
class _Field:
    """One field as it is met: its code, the fields inside that code, and all that it covers."""

    begin: Element
    code: list[str] = field(default_factory=list)
    inside: list["_Field"] = field(default_factory=list)
    covered: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    ended: bool = False
    separated: bool = False

    @property
    def name(self) -> str:
        """The first word of the code, in capitals."""
        found = _NAME.match("".join(self.code))
        return found[1].upper() if found else ""

    @property
    def may_stay(self) -> bool:
        """Whether the field and the fields in its code are among the allowed ones and name no path."""
        code = "".join(self.code)
        if not self.ended or names_a_path(code) or not all(one.may_stay for one in self.inside):
            return False
        if self.name == "HYPERLINK":
            address = _ADDRESS.match(code)
            return address is not None and public_address(address[1] or address[2] or "")
        return self.name in ALLOWED


def clean_fields(root: Element, left_out: LeftOut) -> None:
    """Remove from under *root* every field that may not stay, with its result."""
    for simple in list(root.iter(f"{W}fldSimple")):
        _make_complex(simple)
    for one in _fields(root):
        if one.may_stay:
            _keep(one)
        else:
            _remove(one)
            if all(inner.may_stay for inner in one.inside):  # otherwise the field inside is the reason
                left_out.field(one.name)
    for code in list(root.iter(f"{W}fldData", f"{W}ffData")):
        drop(code)


def _fields(root: Element) -> list[_Field]:
    """Return the fields under *root*, those inside others first. What belongs to no field is removed."""
    found: list[_Field] = []
    waiting: list[_Field] = []
    for unit in [one for one in root.iter() if _is_unit(one)]:
        kind = unit.get(f"{W}fldCharType") if unit.tag == f"{W}fldChar" else ""
        if kind == "begin":
            begun = _Field(unit)
            if waiting and not waiting[-1].separated:
                waiting[-1].inside.append(begun)
            waiting.append(begun)
        elif not waiting and (kind or unit.tag == f"{W}instrText"):
            drop(unit)
        _cover(waiting, unit, kind or "")
        if kind == "end" and waiting:
            waiting[-1].ended = True
            found.append(waiting.pop())
    for never_ended in waiting:
        paragraph = nearest(never_ended.begin, f"{W}p")
        never_ended.covered = [one for one in never_ended.covered if nearest(one, f"{W}p") is paragraph]
    return found + waiting


def _cover(waiting: Iterable[_Field], unit: Element, kind: str) -> None:
    """Add *unit* to the fields that are *waiting* for their end, and read the innermost one's code."""
    innermost: _Field | None = None
    for innermost in waiting:
        innermost.covered.append(unit)
        if innermost.separated:
            innermost.result.append(unit)
    if innermost is None:
        return
    if kind == "separate":
        innermost.separated = True
    elif unit.tag == f"{W}instrText" and not innermost.separated:
        innermost.code.append(unit.text or "")


def _is_unit(element: Element) -> bool:
    """Return whether *element* is content of a run: text, a break, a picture, a part of a field."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r" and element.tag != f"{W}rPr"


def _keep(one: _Field) -> None:
    """Unlock the field, see that it has a place for its result, and empty what repeats another document."""
    for lock in _LOCKS:
        one.begin.attrib.pop(lock, None)
    if not one.separated:
        one.covered[-1].addprevious(OxmlElement("w:fldChar", {f"{W}fldCharType": "separate"}))
    if one.name in _EMPTIED:
        for unit in one.result:
            if unit.tag == f"{W}t":
                unit.text = ""


def _remove(one: _Field) -> None:
    """Remove what the field covers: but not the words of a link, nor an inserted picture."""
    kept: set[Element] = set()
    if one.name == "HYPERLINK":
        kept = set(one.result) - {one.covered[-1]}  # without the mark of its end
    elif one.name in ("INCLUDEPICTURE", "IMPORT"):
        kept = {unit for unit in one.result if unit.tag in (f"{W}drawing", f"{W}pict")}
    for unit in one.covered:
        if unit not in kept:
            drop(unit)


def _make_complex(simple: Element) -> None:
    """Write the ``w:fldSimple`` as the runs of a complex field, so that one way of cleaning does for both."""
    code = OxmlElement("w:instrText")
    code.text = simple.get(f"{W}instr", "")
    begin, separate, end = (
        OxmlElement("w:fldChar", {f"{W}fldCharType": kind}) for kind in ("begin", "separate", "end")
    )
    content = [child for child in simple if child.tag != f"{W}fldData"]
    runs = [*map(_run, (begin, code, separate)), *content, _run(end)]
    parent = simple.getparent()
    at = parent.index(simple)
    parent[at : at + 1] = runs


def _run(content: Element) -> Element:
    run = OxmlElement("w:r")
    run.append(content)
    return run
