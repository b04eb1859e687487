"""The sections of a submission, with the page, header and footer of the look's first pages."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import TypeAlias

from docx.oxml.parser import OxmlElement

from drafter.frozen import frozen
from drafter.word.xml_tree import Element, R, W, int_attribute, is_on

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
"""A4 and margins in twips, as in the look that comes with drafter. For looks without usable values."""
_LANDSCAPE, _UPRIGHT = "landscape", "portrait"
_MIN_TEXT_WIDTH = 1440
"""One inch, in twips. A submission does not fit into a narrower column."""

_KEPT = (
    *("pgSz", "pgMar", "pgBorders", "lnNumType", "pgNumType", "cols", "titlePg"),
    *("textDirection", "bidi", "rtlGutter", "docGrid"),
)
"""The properties that are taken over. ``noEndnote`` would hide all notes, and ``vAlign`` is for a cover."""
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")

HasContent: TypeAlias = Callable[[Element], bool]
"""Returns whether the header or footer behind a reference shows anything."""


@frozen
class TextWidths:
    """The width between the margins, in twips."""

    upright: int
    landscape: int
    """On a page that lies on its side."""


def text_widths(section: Element) -> TextWidths:
    """Return the widths of the text on the pages of *section*; 0 or less without usable values."""
    return TextWidths(width_between_margins(section), width_between_margins(on_its_side(section)))


def section_end(*, landscape: bool) -> str:
    """Return a paragraph, one point high, that ends a section. ``set_up_sections`` completes it."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    mark = f'<w:sectPr w:rsidR="{_LANDSCAPE if landscape else _UPRIGHT}"/>'
    return f"<w:p><w:pPr>{spacing}{mark}</w:pPr></w:p>"


def set_up_sections(body: Element, *, ends_landscape: bool) -> None:
    """Complete the sections of *body*, whose last child is the section of the look.

    Each gets the page, header and footer of the look, turned on its side where that is wanted; the last one
    if the body *ends_landscape*. Only the first may have a different header on its first page. A last
    section without content is joined with the one before: it would be an empty page.
    """
    last = body[-1]
    ends = [end for end in body.iter(f"{W}sectPr") if end is not last]
    for number, end in enumerate(ends):
        is_landscape = end.get(f"{W}rsidR") == _LANDSCAPE
        section = on_its_side(last) if is_landscape else deepcopy(last)
        if number:
            _remove_first_page(section)
        end.getparent().replace(end, section)
    if ends_landscape:
        body.replace(last, on_its_side(last))
    if ends:
        _remove_first_page(body[-1])
        _join_empty_section(body)


def _remove_first_page(section: Element) -> None:
    for title_page in section.findall(f"{W}titlePg"):
        section.remove(title_page)


def _join_empty_section(body: Element) -> None:
    """Join the last section of *body* with the one before if it has no content."""
    before = body[-2]
    [section] = before.findall(f"{W}pPr/{W}sectPr") or [None]
    if section is not None:
        body.replace(body[-1], section)  # the paragraph stays: a body cannot end with a table


def on_its_side(section: Element) -> Element:
    """Return a copy of *section* whose page lies on its side."""
    turned = deepcopy(section)
    size, margins = turned.find(f"{W}pgSz"), turned.find(f"{W}pgMar")
    if size is None or margins is None:
        return turned
    width, height = size.get(f"{W}w"), size.get(f"{W}h")
    if width is None or height is None or (int_attribute(size, "w") or 0) > (int_attribute(size, "h") or 0):
        return turned  # the look lies on its side already
    size.set(f"{W}w", height)
    size.set(f"{W}h", width)
    size.set(f"{W}orient", _LANDSCAPE)
    sides = {name: margins.get(f"{W}{name}") for name in ("top", "right", "bottom", "left")}
    for name, value in zip(("right", "bottom", "left", "top"), sides.values(), strict=True):
        if value is not None:
            margins.set(f"{W}{name}", value)
    return turned


def single_section(body: Element | None, has_even_pages: bool, has_content: HasContent) -> Element:
    """Return a new ``w:sectPr`` with the page setup of the first section of *body*, and a header and footer.

    In Word a section without a header shows that of the section before. So for each kind of page the first
    header counts, or the first with content if a cover has an empty one. Headers that Word does not show are
    left out: those of the first page if ``titlePg`` is off, those of even pages unless *has_even_pages*.
    """
    sections = list(_sections(body))
    first = sections[0] if sections else None
    section = OxmlElement("w:sectPr")
    shown = ["default"]
    shown += ["first"] if is_on(first, "titlePg") else []
    shown += ["even"] if has_even_pages else []
    for tag in _REFERENCES:
        for kind in shown:
            reference = _reference(sections, tag, kind, has_content)
            if reference is not None:
                section.append(deepcopy(reference))
    for child in () if first is None else first:
        if child.tag in {f"{W}{name}" for name in _KEPT} and not _has_several_columns(child):
            section.append(deepcopy(child))
    _ensure_usable_page(section)
    return section


def width_between_margins(section: Element) -> int:
    """Return the width between the margins of *section*, in twips; 0 or less without usable values."""
    page = int_attribute(section.find(f"{W}pgSz"), "w")
    margins = section.find(f"{W}pgMar")
    left, right = (int_attribute(margins, name) for name in ("left", "right"))
    if page is None or left is None or right is None:
        return 0
    return page - left - right - (int_attribute(margins, "gutter") or 0)


def _sections(body: Element | None) -> Iterator[Element]:
    """Yield the sections in reading order, without those in the record of a tracked change."""
    for section in () if body is None else body.iter(f"{W}sectPr"):
        if section.getparent().tag in (f"{W}pPr", f"{W}body"):
            yield section


def _reference(sections: list[Element], tag: str, kind: str, has_content: HasContent) -> Element | None:
    """Return the first reference *tag* (to a header or footer) for *kind* of page that counts."""
    references = [
        reference
        for section in sections
        for reference in section.findall(tag)
        if reference.get(f"{W}type", "default") == kind and reference.get(f"{R}id")
    ]
    default = references[0] if references else None
    if kind == "first":  # later ones belong to the first pages of later sections
        return default
    return next(filter(has_content, references), default)


def _has_several_columns(child: Element) -> bool:
    """Return whether *child* sets several columns, which are too narrow for tables."""
    return child.tag == f"{W}cols" and (int_attribute(child, "num") or 1) > 1


def _ensure_usable_page(section: Element) -> None:
    """Set drafter's own page size and margins if those of *section* are missing or leave no room for text."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    heights = [int_attribute(size, "h"), *(int_attribute(margins, name) for name in ("top", "bottom"))]
    usable = width_between_margins(section) >= _MIN_TEXT_WIDTH and None not in heights
    if usable and sum(abs(margin or 0) for margin in heights[1:]) < (heights[0] or 0):
        return
    for old in (size, margins):
        if old is not None:
            section.remove(old)
    index = len(section.findall(_REFERENCES[0])) + len(section.findall(_REFERENCES[1]))
    section.insert(index, _with_attributes("w:pgSz", _PAGE))
    section.insert(index + 1, _with_attributes("w:pgMar", _MARGINS))


def _with_attributes(tag: str, values: dict[str, int]) -> Element:
    return OxmlElement(tag, {f"{W}{name}": str(value) for name, value in values.items()})
