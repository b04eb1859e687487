"""The XML of Word in small pieces of text: escaping, runs and paragraphs. Knows no document and no style."""

from functools import cache
from typing import NamedTuple

from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BREAKS = pattern("([\n\t])")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# One run from the first to the last right-to-left letter, with the spaces, digits and marks between.
_RTL_SPAN = pattern(f"([{_RTL}](?:[{_RTL}\\s\\d.,;:!?()\"'«»/–—-]*[{_RTL}])?)")


class Number(NamedTuple):
    """A paragraph's place in a list: the list's ``w:num`` and the level in it, counted from 0."""

    num: str
    level: int


def escaped(text: str) -> str:
    """Return *text* as it must stand in XML, in an element or in an attribute."""
    text = strip_xml_illegal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def text_runs(text: str, *, bold: bool = False, italic: bool = False, style: str = "") -> str:
    """Return the runs for *text*: one, or several where the direction of writing changes."""
    text = strip_xml_illegal(text)
    if text.isascii():
        return _run(text, _look(style, bold, italic, False)) if text else ""
    # With one group in the pattern, every second piece is right-to-left.
    pieces = enumerate(_RTL_SPAN.split(text))
    return "".join(_run(piece, _look(style, bold, italic, i % 2 == 1)) for i, piece in pieces if piece)


def field_runs(instruction: str, result: str, style: str = "") -> str:
    """Return the runs of a complex field that shows *result* until Word renews it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{text_runs(result, style=style)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(
    style: str,
    runs: str,
    *,
    keep_next: bool = False,
    number: Number | None = None,
    left: int | None = None,
    after: int | None = None,
) -> str:
    """Return a paragraph of the style with id *style*.

    *number*, *left* and *after* (the indent and the space below, in twips) go before the style's.
    """
    # The order of the children is the schema's, and Word repairs a file that has another.
    keep = "<w:keepNext/>" if keep_next else ""
    numbered = ""
    if number is not None:
        place = f'<w:ilvl w:val="{number.level}"/><w:numId w:val="{escaped(number.num)}"/>'
        numbered = f"<w:numPr>{place}</w:numPr>"
    space = "" if after is None else f'<w:spacing w:after="{after}"/>'
    indent = "" if left is None else f'<w:ind w:left="{left}"/>'
    properties = f'<w:pStyle w:val="{escaped(style)}"/>{keep}{numbered}{space}{indent}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


@cache
def _look(style: str, bold: bool, italic: bool, rtl: bool) -> str:
    """Return the ``w:rPr`` of a run. The complex-script twins are what Word obeys in right-to-left runs."""
    inner = f'<w:rStyle w:val="{escaped(style)}"/>' if style else ""
    inner += "<w:b/><w:bCs/>" if bold else ""
    inner += "<w:i/><w:iCs/>" if italic else ""
    inner += "<w:rtl/>" if rtl else ""
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _run(text: str, look: str) -> str:
    return f"<w:r>{look}{''.join(map(_content, _BREAKS.split(text)))}</w:r>"


def _content(piece: str) -> str:
    match piece:
        case "":
            return ""
        case "\n":
            return "<w:br/>"
        case "\t":
            return "<w:tab/>"
        case _:
            return f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
