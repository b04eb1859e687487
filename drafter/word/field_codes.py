"""Fields in a look: a few may stay; all others are removed together with their last result.

A field may stay if it counts pages or sections, if it repeats a heading of the document (STYLEREF) or a
property that drafter writes itself (TITLE, SUBJECT, KEYWORDS), or if it combines such fields (IF, COMPARE, =,
QUOTE). REF, PAGEREF, NOTEREF, TOC and the like refer to the text of the look, which is not printed. Dates
change whenever somebody opens the file. All others (FILENAME, AUTHOR, INCLUDETEXT, LINK, DDEAUTO, MERGEFIELD,
DOCPROPERTY …) name people, machines or files.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from docx.oxml.parser import OxmlElement

from drafter.patterns import pattern
from drafter.word.removals import Removals
from drafter.word.traces import contains_path, is_public_address
from drafter.word.xml_tree import Element, W, nearest_ancestor, remove_element

_COUNTING = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ"}
_REPEATING = {"STYLEREF", "TITLE", "SUBJECT", "KEYWORDS"}
"""Their last result is text of another document. Word and LibreOffice update them."""
_COMBINING = {"IF", "COMPARE", "=", "QUOTE", "SYMBOL"}
_ALLOWED = frozenset(_COUNTING | _REPEATING | _COMBINING)
_NAME = pattern(r"\s*([A-Za-z]+|=)")
_ADDRESS = pattern(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"|([^\s\\\"]\S*))", re.IGNORECASE)
_LOCK_ATTRIBUTES = (f"{W}fldLock", f"{W}dirty")


@dataclass(eq=False, slots=True)
class _Field:
    """A field while it is being read."""

    begin: Element
    code: list[str] = field(default_factory=list)
    """The pieces of its code."""
    nested: list["_Field"] = field(default_factory=list)
    """The fields inside its code."""
    elements: list[Element] = field(default_factory=list)
    """All elements from its begin mark to its end mark."""
    result: list[Element] = field(default_factory=list)
    separated: bool = False
    """Whether the mark between code and result has been read."""
    ended: bool = False

    @property
    def name(self) -> str:
        """The first word of the code, in capitals."""
        match = _NAME.match("".join(self.code))
        return match[1].upper() if match else ""

    @property
    def may_stay(self) -> bool:
        """Whether the field and its nested fields are complete, allowed and without a path."""
        code = "".join(self.code)
        if not self.ended or contains_path(code) or not all(inner.may_stay for inner in self.nested):
            return False
        if self.name == "HYPERLINK":
            address = _ADDRESS.match(code)
            return address is not None and is_public_address(address[1] or address[2] or "")
        return self.name in _ALLOWED


def clean_fields(root: Element, removals: Removals) -> None:
    """Remove every field under *root* that may not stay, with its result."""
    for simple in list(root.iter(f"{W}fldSimple")):
        _make_complex(simple)
    for complex_field in _read_fields(root):
        if complex_field.may_stay:
            _prepare(complex_field)
        else:
            _remove(complex_field)
            if all(inner.may_stay for inner in complex_field.nested):  # otherwise the inner one is reported
                removals.add_field(complex_field.name)
    for data in list(root.iter(f"{W}fldData", f"{W}ffData")):
        remove_element(data)


def _read_fields(root: Element) -> list[_Field]:
    """Return the fields under *root*, inner ones first, and remove field marks that belong to no field."""
    fields: list[_Field] = []
    open_fields: list[_Field] = []
    for element in list(filter(_is_run_content, root.iter())):
        kind = element.get(f"{W}fldCharType") if element.tag == f"{W}fldChar" else ""
        if kind == "begin":
            new = _Field(element)
            if open_fields and not open_fields[-1].separated:
                open_fields[-1].nested.append(new)
            open_fields.append(new)
        elif not open_fields and (kind or element.tag == f"{W}instrText"):
            remove_element(element)
        _add_to_fields(open_fields, element, kind or "")
        if kind == "end" and open_fields:
            open_fields[-1].ended = True
            fields.append(open_fields.pop())
    for unfinished in open_fields:
        paragraph = nearest_ancestor(unfinished.begin, f"{W}p")
        unfinished.elements = [
            element for element in unfinished.elements if nearest_ancestor(element, f"{W}p") is paragraph
        ]
    return fields + open_fields


def _add_to_fields(open_fields: Iterable[_Field], element: Element, kind: str) -> None:
    """Add *element* to all *open_fields*; if it is code, add its text to the innermost one."""
    innermost: _Field | None = None
    for innermost in open_fields:
        innermost.elements.append(element)
        if innermost.separated:
            innermost.result.append(element)
    if innermost is None:
        return
    if kind == "separate":
        innermost.separated = True
    elif element.tag == f"{W}instrText" and not innermost.separated:
        innermost.code.append(element.text or "")


def _is_run_content(element: Element) -> bool:
    """Return whether *element* is content of a run: text, a break, a picture, or a part of a field."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r" and element.tag != f"{W}rPr"


def _prepare(complex_field: _Field) -> None:
    """Unlock a field that stays, add the separator if it has none, and delete the text of an old document."""
    for attribute in _LOCK_ATTRIBUTES:
        complex_field.begin.attrib.pop(attribute, None)
    if not complex_field.separated:
        separator = OxmlElement("w:fldChar", {f"{W}fldCharType": "separate"})
        complex_field.elements[-1].addprevious(separator)
    if complex_field.name in _REPEATING:
        for element in complex_field.result:
            if element.tag == f"{W}t":
                element.text = ""


def _remove(complex_field: _Field) -> None:
    """Remove a field, except for the text of a link and for an inserted picture."""
    kept: set[Element] = set()
    if complex_field.name == "HYPERLINK":
        kept = set(complex_field.result) - {complex_field.elements[-1]}  # without the end mark
    elif complex_field.name in ("INCLUDEPICTURE", "IMPORT"):
        pictures = (f"{W}drawing", f"{W}pict")
        kept = {element for element in complex_field.result if element.tag in pictures}
    for element in complex_field.elements:
        if element not in kept:
            remove_element(element)


def _make_complex(simple: Element) -> None:
    """Replace a ``w:fldSimple`` by the runs of a complex field, so that only these need cleaning."""
    code = OxmlElement("w:instrText")
    code.text = simple.get(f"{W}instr", "")
    begin, separate, end = (
        OxmlElement("w:fldChar", {f"{W}fldCharType": kind}) for kind in ("begin", "separate", "end")
    )
    content = [child for child in simple if child.tag != f"{W}fldData"]
    runs = [*map(_run, (begin, code, separate)), *content, _run(end)]
    parent = simple.getparent()
    index = parent.index(simple)
    parent[index : index + 1] = runs


def _run(content: Element) -> Element:
    run = OxmlElement("w:r")
    run.append(content)
    return run
