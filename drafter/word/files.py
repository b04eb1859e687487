"""Saving a finished .docx, and recognising by its seal one that drafter wrote."""

import zlib
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLParser, XMLSyntaxError, fromstring

from drafter.file_writing import Origin, write_whole_file
from drafter.limits import LOOK_BYTES
from drafter.word.package import compute_seal, read_parts, stored_seal

_UNREADABLE = (BadZipFile, XMLSyntaxError, zlib.error, EOFError, RuntimeError, ValueError)
"""The errors that a zip raises if it is damaged, encrypted or compressed in an unusual way."""


def save_document(data: bytes, path: Path, *, force: bool = False, private: bool = False) -> None:
    """Write the .docx *data* to *path*; only its owner can read a *private* file.

    Raises as ``write_whole_file`` does: ``Refused`` if drafter did not write the existing file or somebody
    changed it, unless *force*; DrafterError if the file cannot be written.
    """
    write_whole_file(data, path, origin_of=document_origin, force=force, private=private)


def document_origin(path: Path) -> Origin:
    """Return "ours" for a file as drafter wrote it, "changed" if it changed since, otherwise "foreign"."""
    if not path.is_file() or path.stat().st_size > LOOK_BYTES:
        return "foreign"  # drafter never writes such a file, and reading it might never end
    try:
        parts = read_parts(path.read_bytes())
        seal = stored_seal(parts)
    except (*_UNREADABLE, PermissionError):
        return "foreign"
    if not seal:
        return "foreign"
    return "ours" if seal == compute_seal(parts) else "changed"


def document_title(path: Path) -> str:
    """Return the title in the properties of the Word file at *path*, or ``""``."""
    try:
        core_xml = read_parts(path.read_bytes())["docProps/core.xml"]
        root = fromstring(core_xml, XMLParser(resolve_entities=False))
    except (*_UNREADABLE, KeyError):
        return ""
    return root.findtext("{http://purl.org/dc/elements/1.1/}title") or ""
