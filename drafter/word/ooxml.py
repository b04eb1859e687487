"""Runs and paragraphs as Word's XML, in text form. Independent of documents and styles."""

from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from drafter.model.xml_text import strip_xml_illegal
from drafter.patterns import pattern
from drafter.word.scripts import RunScript, ScriptKind, pieces_of

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD_NAMESPACE}" xmlns:r="{RELATIONS_NAMESPACE}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NoteKind: TypeAlias = Literal["endnote", "footnote"]

_BREAKS = pattern("([\n\t])")
_LATIN = RunScript()


class ListPosition(NamedTuple):
    """The list that a paragraph belongs to, and its level in that list."""

    list_id: str
    """The ``w:numId`` of the list."""
    level: int
    """Counted from 0."""


def escape_xml(text: str) -> str:
    """Return *text* escaped for an XML element or attribute."""
    text = strip_xml_illegal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def text_runs(
    text: str, *, bold: bool = False, italic: bool = False, style: str = "", language: str = ""
) -> str:
    """Return *text* as runs: a new one begins wherever the script changes.

    *language* is the ISO code of its language, empty for that of the document.
    """
    text = strip_xml_illegal(text)
    if text.isascii() and not language:
        return _run(text, _run_properties(style, bold, italic)) if text else ""
    return "".join(
        _run(piece.text, _run_properties(style, bold, italic, piece.needs))
        for piece in pieces_of(text, language)
        if piece.text
    )


def field_runs(instruction: str, result: str, style: str = "") -> str:
    """Return the runs of a complex field that shows *result* until Word updates it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape_xml(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{text_runs(result, style=style)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph_xml(
    style: str,
    runs: str,
    *,
    keep_next: bool = False,
    position: ListPosition | None = None,
    indent: int | None = None,
    space_after: int | None = None,
    right_to_left: bool = False,
) -> str:
    """Return a paragraph in the style with the id *style*.

    *position* (in a list), *indent* (on the left) and *space_after*, both in twips, override the style's.
    With *keep_next* the paragraph ends on the page on which the next one begins.
    """
    # The schema prescribes this order. Word offers to repair a file with any other.
    keep = "<w:keepNext/>" if keep_next else ""
    numbering = ""
    if position is not None:
        ids = f'<w:ilvl w:val="{position.level}"/><w:numId w:val="{escape_xml(position.list_id)}"/>'
        numbering = f"<w:numPr>{ids}</w:numPr>"
    direction = "<w:bidi/>" if right_to_left else ""
    spacing = "" if space_after is None else f'<w:spacing w:after="{space_after}"/>'
    indentation = "" if indent is None else f'<w:ind w:left="{indent}"/>'
    properties = f'<w:pStyle w:val="{escape_xml(style)}"/>{keep}{numbering}{direction}{spacing}{indentation}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


@cache
def _run_properties(style: str, bold: bool, italic: bool, script: RunScript = _LATIN) -> str:
    """Return the ``w:rPr`` of a run. Word applies ``w:bCs`` and ``w:iCs`` to complex scripts."""
    inner = f'<w:rStyle w:val="{escape_xml(style)}"/>' if style else ""
    inner += _fonts(script.kind, script.font)
    inner += "<w:b/><w:bCs/>" if bold else ""
    inner += "<w:i/><w:iCs/>" if italic else ""
    inner += {"right-to-left": "<w:rtl/>", "complex": "<w:cs/>"}.get(script.kind, "")
    if script.language:
        inner += f'<w:lang w:{_LANGUAGE_ATTRIBUTES[script.kind]}="{escape_xml(script.language)}"/>'
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


_LANGUAGE_ATTRIBUTES: dict[ScriptKind, str] = {
    "alphabetic": "val",
    "east-asian": "eastAsia",
    "complex": "bidi",
    "right-to-left": "bidi",
}


def _fonts(kind: ScriptKind, font: str) -> str:
    """Return the ``w:rFonts`` of a run with *font*: each kind of script has an attribute of its own."""
    match kind:
        case "east-asian":
            return f'<w:rFonts w:hint="eastAsia" w:eastAsia="{font}"/>'
        case "alphabetic" if font:
            return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
        case "complex" if font:
            return f'<w:rFonts w:cs="{font}"/>'
        case _:
            return ""


def _run(text: str, properties: str) -> str:
    return f"<w:r>{properties}{''.join(map(_run_content, _BREAKS.split(text)))}</w:r>"


def _run_content(piece: str) -> str:
    match piece:
        case "":
            return ""
        case "\n":
            return "<w:br/>"
        case "\t":
            return "<w:tab/>"
        case _:
            return f'<w:t xml:space="preserve">{escape_xml(piece)}</w:t>'
