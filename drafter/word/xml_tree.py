"""Reading and changing the XML of a package's parts: names, parsing, and removing elements."""

from typing import Any, TypeAlias

from lxml import etree

from drafter.word.ooxml import RELATIONS, WORD

Element: TypeAlias = Any
"""An element of lxml, which has no types of its own."""

W = f"{{{WORD}}}"
R = f"{{{RELATIONS}}}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF = {"0", "false", "off"}


class HasDoctype(Exception):
    """The XML declares a document type. Word never writes one; it can hold entities that grow without end."""


def parse(data: bytes) -> Element:
    """Return the root of *data*, without comments and processing instructions.

    Raises ``lxml.etree.XMLSyntaxError`` for XML that is not well formed, ``HasDoctype`` where it declares a
    document type. Entities are never resolved, and nothing is fetched.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise HasDoctype
    return root


def serialised(root: Element) -> bytes:
    """Return the part whose root is *root* as bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def local(element: Element) -> str:
    """Return the name of *element* without its namespace."""
    return str(etree.QName(element).localname)


def drop(element: Element) -> None:
    """Remove *element* with its content; nothing happens where it was removed before."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the children of *element* in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def nearest(element: Element, *tags: str) -> Element | None:
    """Return the nearest ancestor of *element* with one of *tags*, or ``None``."""
    return next(element.iterancestors(*tags), None)


def switched_on(parent: Element | None, tag: str) -> bool:
    """Return whether *parent* has the on/off property *tag* and it is not off."""
    found = None if parent is None else parent.find(f"{W}{tag}")
    return found is not None and found.get(f"{W}val", "1") not in _OFF


def whole_number(element: Element | None, name: str) -> int | None:
    """Return the attribute *name* (in Word's namespace) as a whole number, ``None`` where it is none."""
    value = None if element is None else element.get(f"{W}{name}")
    try:
        return None if value is None else int(value)
    except ValueError:
        return None
