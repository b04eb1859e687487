"""The parts in the zip of a .docx, and the seal by which drafter recognises its own files.

The same parts always give the same bytes.
"""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

SEAL_PART = "docProps/custom.xml"
_SEAL_PROPERTY = "drafter"
_DOCUMENT_PROPERTY = "drafter document"
_CUSTOM_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # for custom properties; set by the standard
_FIRST = ("[Content_Types].xml", "_rels/.rels")  # some programs expect them at the beginning


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of the package *data* by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of *parts* in a fixed order, with fixed times and no trace of the operating system."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def compute_seal(parts: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of all *parts* except the one that holds the seal."""
    digest = sha256()
    for name in sorted(parts):
        if name != SEAL_PART:
            digest.update(f"{name}\0{len(parts[name])}\0".encode())
            digest.update(parts[name])
    return digest.hexdigest()


def seal_xml(seal: str, document: str = "") -> bytes:
    """Return the XML of the custom properties: *seal*, and the id of the *document* type if there is one."""
    namespaces = {None: _CUSTOM_PROPERTIES, "vt": _VARIANT_TYPES}
    root = etree.Element(f"{{{_CUSTOM_PROPERTIES}}}Properties", nsmap=namespaces)
    values = {_SEAL_PROPERTY: seal} | ({_DOCUMENT_PROPERTY: document} if document else {})
    for number, (name, value) in enumerate(values.items(), 2):  # the standard begins at 2
        custom_property = etree.SubElement(
            root, f"{{{_CUSTOM_PROPERTIES}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name
        )
        etree.SubElement(custom_property, f"{{{_VARIANT_TYPES}}}lpwstr").text = value
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def stored_seal(parts: Mapping[str, bytes]) -> str:
    """Return the seal that the package holds, or ``""``."""
    return _stored(parts, _SEAL_PROPERTY)


def stored_document(parts: Mapping[str, bytes]) -> str:
    """Return the id of the document type that drafter wrote into the package, or ``""``."""
    return _stored(parts, _DOCUMENT_PROPERTY)


def _stored(parts: Mapping[str, bytes], name: str) -> str:
    """Return the custom property *name* of the package, or ``""``."""
    if SEAL_PART not in parts:
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(parts[SEAL_PART], parser)
    for custom_property in root.iter(f"{{{_CUSTOM_PROPERTIES}}}property"):
        if custom_property.get("name") == name:
            return "".join(custom_property.itertext()).strip()
    return ""
