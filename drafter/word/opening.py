"""A Word file from outside is read with care: a damaged, locked or hostile one is refused with the reason."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml.etree import XMLSyntaxError

from drafter.errors import DrafterError, Fault
from drafter.word.xml_tree import Element, HasDoctype, parse

MOST_BYTES = 100 * 1024 * 1024
"""Unpacked size of all parts together."""
MOST_PARTS = 2_000
MOST_RATIO = 200
"""How many times larger the parts may be than the zip; only held against files above ``RATIO_FROM``."""
RATIO_FROM = 10 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old .doc files and password-protected .docx files begin."""
_ENCRYPTED = 0x1
_UNREADABLE = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
_REMEDY = "Open it in Word and save it as .docx without a password, or use the look that comes with drafter."


def read_package(data: bytes, file: str) -> dict[str, bytes]:
    """Return the parts of the Word file *data* by name. Raises DrafterError, naming *file* and the reason."""
    if data.startswith(_OLE):
        raise refused("it is locked with a password, or an old .doc file", file)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            reason = _reason(entries, len(data))
            if reason:
                raise refused(reason, file)
            # zipfile never gives more bytes than the entry declares, so the sum above holds.
            return {entry.filename: archive.read(entry) for entry in entries}
    except _UNREADABLE as error:
        raise refused(f"the zip is damaged: {type(error).__name__}", file) from error


def read_part(parts: dict[str, bytes], name: str, file: str) -> Element | None:
    """Return the root of the part *name*, ``None`` where it is not there.

    Raises DrafterError naming *file* for XML that is damaged or declares a document type.
    """
    if name not in parts:
        return None
    try:
        return parse(parts[name])
    except HasDoctype as error:
        raise refused(f"its part {name} declares a document type (DTD)", file) from error
    except XMLSyntaxError as error:
        raise refused(f"its part {name} is damaged", file) from error


def refused(reason: str, file: str) -> DrafterError:
    """Return the error for a *file* that cannot be used as a look, for *reason*."""
    return DrafterError(Fault(f"this is not a Word document that can be read: {reason}", _REMEDY, file))


def _reason(entries: list[ZipInfo], packed: int) -> str:
    """Return why a zip with these *entries* is refused, or nothing."""
    unpacked = sum(entry.file_size for entry in entries)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return "it is locked with a password"
    if len(entries) > MOST_PARTS:
        return f"it has {len(entries):,} parts; {MOST_PARTS:,} are the most"
    if unpacked > MOST_BYTES:
        return f"it is {unpacked // 2**20:,} MB when unpacked; {MOST_BYTES // 2**20} MB are the most"
    if unpacked > RATIO_FROM and unpacked > MOST_RATIO * packed:
        return f"it grows more than {MOST_RATIO} times when unpacked"
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        return "it is packed in a way that Word does not use"
    return ""
