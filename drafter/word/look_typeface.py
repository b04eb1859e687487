"""The typeface that a look gives to a document."""

import zlib
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from drafter.word.package import read_parts
from drafter.word.xml_tree import ON, DoctypeError, Element, W, parse

_UNREADABLE = (
    BadZipFile,
    XMLSyntaxError,
    DoctypeError,
    zlib.error,
    EOFError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""The errors of a damaged, encrypted or incomplete file."""


def typeface_of(look: bytes) -> str:
    """Return the name of the typeface of ordinary text in *look*, ``""`` if it names none or is damaged.

    The default paragraph style comes before the defaults of the document.
    """
    try:
        root = parse(read_parts(look)["word/styles.xml"])
    except _UNREADABLE:
        return ""
    normal = (style for style in root.iter(f"{W}style") if _is_default_paragraph(style))
    names = (_name(element) for element in (*normal, *root.iter(f"{W}docDefaults")))
    return next(filter(None, names), "")


def _is_default_paragraph(style: Element) -> bool:
    return style.get(f"{W}default") in ON and style.get(f"{W}type", "paragraph") == "paragraph"


def _name(element: Element) -> str:
    """Return the typeface for Latin letters in *element*."""
    fonts = element.find(f".//{W}rFonts")
    return "" if fonts is None else str(fonts.get(f"{W}ascii") or "")
