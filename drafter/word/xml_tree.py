"""Parsing and changing the XML of a package's parts."""

from typing import TypeAlias

from lxml import etree

from drafter.word.ooxml import RELATIONS_NAMESPACE, WORD_NAMESPACE

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
"""An element of lxml. lxml has no type hints, so mypy does not check what is done with it."""

W = f"{{{WORD_NAMESPACE}}}"
R = f"{{{RELATIONS_NAMESPACE}}}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_STRICT, _USUAL = b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"
_STRICT_GROUPS = (b"wordprocessingml", b"drawingml", b"officeDocument")
"""What follows ``_STRICT`` or ``_USUAL`` in a namespace; in a usual one the year 2006 comes next."""

ON = frozenset({"1", "true", "on"})
OFF = frozenset({"0", "false", "off"})
"""The values of on/off properties. An element without a value is on."""


class DoctypeError(Exception):
    """The XML declares a document type. Word never writes one, and its entities can expand without end."""


def parse(data: bytes) -> Element:
    """Return the root of *data*, without comments and processing instructions.

    Entities are never resolved, and nothing is fetched. Raises ``lxml.etree.XMLSyntaxError`` for XML that is
    not well formed, ``DoctypeError`` for XML that declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    if _STRICT in data:
        data = _in_usual_namespaces(data)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise DoctypeError
    return root


def _in_usual_namespaces(data: bytes) -> bytes:
    """Return *data*, XML in the namespaces of a Strict Open XML Document, in those that Word usually writes.

    The names of elements and attributes are the same in both.
    """
    for group in _STRICT_GROUPS:
        data = data.replace(_STRICT + group + b"/", _USUAL + group + b"/2006/")
    return data


def serialise(root: Element) -> bytes:
    """Return the XML of the part with this *root*."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def local_name(element: Element) -> str:
    """Return the name of *element* without its namespace."""
    return str(etree.QName(element).localname)


def remove_element(element: Element) -> None:
    """Remove *element* with its content from its parent, if it still has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Replace *element* by its children."""
    parent = element.getparent()
    if parent is None:
        return
    index = parent.index(element)
    parent[index : index + 1] = list(element)


def nearest_ancestor(element: Element, *tags: str) -> Element | None:
    """Return the nearest ancestor of *element* with one of *tags*, or ``None``."""
    return next(element.iterancestors(*tags), None)


def is_on(parent: Element | None, tag: str) -> bool:
    """Return whether *parent* has the on/off property *tag* and it is on."""
    switch = None if parent is None else parent.find(f"{W}{tag}")
    return switch is not None and switch.get(f"{W}val", "1") not in OFF


def int_attribute(element: Element | None, name: str) -> int | None:
    """Return the attribute *name* (in Word's namespace) as a whole number; ``None`` if it is not one."""
    value = None if element is None else element.get(f"{W}{name}")
    try:
        return None if value is None else int(value)
    except ValueError:
        return None
