"""The one section that a submission has: page, header and footer as the look's first pages show them."""

from collections.abc import Callable, Iterator
from copy import deepcopy

from docx.oxml.parser import OxmlElement

from drafter.word.xml_tree import Element, R, W, switched_on, whole_number

_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {
    "top": 1440,
    "right": 1440,
    "bottom": 1440,
    "left": 1440,
    "header": 709,
    "footer": 709,
    "gutter": 0,
}
"""A4 and its margins in twips, as in the look that comes with drafter: where a look says nothing usable."""
_NARROWEST = 1440
"""Twips (one inch): no submission can be set in a narrower column."""

_KEPT = (
    *("pgSz", "pgMar", "pgBorders", "lnNumType", "pgNumType", "cols", "titlePg"),
    *("textDirection", "bidi", "rtlGutter", "docGrid"),
)
"""What a section says of its pages. ``noEndnote`` would hide every note; ``vAlign`` belongs to a cover."""
_KINDS = (f"{W}headerReference", f"{W}footerReference")

HasContent = Callable[[Element], bool]
"""Return whether the header or footer that a reference points to shows anything."""


def single_section(body: Element | None, evens: bool, has_content: HasContent) -> Element:
    """Return a new ``w:sectPr``: the pages of the first section of *body*, and the look's header and footer.

    A section without a header of its own shows the one before it. So the first section that has one decides,
    for each kind; an empty one (a cover's) gives way to a later one. Headers that Word does not show are left
    out: those for the first page without ``titlePg``, those for even pages unless *evens*.
    """
    sections = list(_sections(body))
    first = sections[0] if sections else None
    made = OxmlElement("w:sectPr")
    shown = ["default"]
    shown += ["first"] if switched_on(first, "titlePg") else []
    shown += ["even"] if evens else []
    for tag in _KINDS:
        for kind in shown:
            reference = _reference(sections, tag, kind, has_content)
            if reference is not None:
                made.append(deepcopy(reference))
    for child in () if first is None else first:
        if child.tag in {f"{W}{name}" for name in _KEPT} and not _is_columns(child):
            made.append(deepcopy(child))
    _set_page(made)
    return made


def text_width(section: Element) -> int:
    """Return the width between the margins of *section*, in twips; 0 or less where it says nothing usable."""
    page = whole_number(section.find(f"{W}pgSz"), "w")
    margins = section.find(f"{W}pgMar")
    left, right = (whole_number(margins, name) for name in ("left", "right"))
    if page is None or left is None or right is None:
        return 0
    return page - left - right - (whole_number(margins, "gutter") or 0)


def _sections(body: Element | None) -> Iterator[Element]:
    """Yield the sections in reading order; those in the record of a tracked change are none."""
    for section in () if body is None else body.iter(f"{W}sectPr"):
        if section.getparent().tag in (f"{W}pPr", f"{W}body"):
            yield section


def _reference(sections: list[Element], tag: str, kind: str, has_content: HasContent) -> Element | None:
    """Return the reference to the header or footer (*tag*) of *kind* that the look shows first."""
    found = [
        reference
        for section in sections
        for reference in section.findall(tag)
        if reference.get(f"{W}type", "default") == kind and reference.get(f"{R}id")
    ]
    if kind == "first":  # the first section's own: later ones belong to later first pages
        return found[0] if found else None
    return next(filter(has_content, found), found[0] if found else None)


def _is_columns(child: Element) -> bool:
    """Return whether *child* sets the text in more than one column, which tables and notes do not fit."""
    return child.tag == f"{W}cols" and (whole_number(child, "num") or 1) > 1


def _set_page(section: Element) -> None:
    """Give *section* drafter's own page and margins where its own are missing or leave no room for text."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    heights = [whole_number(size, "h"), *(whole_number(margins, name) for name in ("top", "bottom"))]
    usable = text_width(section) >= _NARROWEST and None not in heights
    if usable and sum(abs(each or 0) for each in heights[1:]) < (heights[0] or 0):
        return
    for old in (size, margins):
        if old is not None:
            section.remove(old)
    at = len(section.findall(_KINDS[0])) + len(section.findall(_KINDS[1]))
    section.insert(at, _filled("w:pgSz", _PAGE))
    section.insert(at + 1, _filled("w:pgMar", _MARGINS))


def _filled(tag: str, values: dict[str, int]) -> Element:
    return OxmlElement(tag, {f"{W}{name}": str(value) for name, value in values.items()})
