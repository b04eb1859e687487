"""A .docx as the parts in its zip: read, sealed, and written so that the same parts give the same bytes."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

SEAL_PART = "docProps/custom.xml"
_NAME = "drafter"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that custom properties have, says the standard
_FIRST = ("[Content_Types].xml", "_rels/.rels")  # some readers look for them at the front


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of *parts*: fixed order, fixed times, no trace of the system that it is made on."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def seal(parts: Mapping[str, bytes]) -> str:
    """Return a hash of all parts but the one that holds the seal."""
    total = sha256()
    for name in sorted(parts):
        if name != SEAL_PART:
            total.update(f"{name}\0{len(parts[name])}\0".encode())
            total.update(parts[name])
    return total.hexdigest()


def seal_xml(value: str) -> bytes:
    """Return the custom properties with *value* as the seal."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _TYPES})
    one = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid="2", name=_NAME)
    etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def sealed_value(parts: Mapping[str, bytes]) -> str:
    """Return the seal that a package carries, or ``""``."""
    if SEAL_PART not in parts:
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for one in etree.fromstring(parts[SEAL_PART], parser).iter(f"{{{_CUSTOM}}}property"):
        if one.get("name") == _NAME:
            return "".join(one.itertext()).strip()
    return ""
