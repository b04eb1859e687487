"""Reading Word files from other people: damaged, locked or hostile files are refused with the reason."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml.etree import XMLSyntaxError

from drafter.errors import DrafterError, Fault
from drafter.word.xml_tree import DoctypeError, Element, parse

MAX_BYTES = 100 * 1024 * 1024
"""The limit for the unpacked size of all parts together."""
MAX_PARTS = 2_000
MAX_RATIO = 200
"""How many times larger than the zip the unpacked parts may be."""
RATIO_THRESHOLD = 10 * 1024 * 1024
"""The unpacked size, in bytes, above which ``MAX_RATIO`` applies."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of old .doc files and of .docx files with a password."""
_ENCRYPTED_FLAG = 0x1
_UNREADABLE = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
_REMEDY = "Open it in Word and save it as .docx without a password, or use the look that comes with drafter."


def read_package(data: bytes, file: str) -> dict[str, bytes]:
    """Return the parts of the Word file *data* by name.

    Raises DrafterError with the path *file* and the reason if the file cannot be read safely.
    """
    if data.startswith(_OLE):
        raise refusal("it has a password, or it is an old .doc file", file)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            reason = _reason_to_refuse(entries, len(data))
            if reason:
                raise refusal(reason, file)
            # zipfile never returns more bytes than an entry declares, so the checked sizes are true.
            return {entry.filename: archive.read(entry) for entry in entries}
    except _UNREADABLE as error:
        raise refusal(f"the file is damaged ({type(error).__name__})", file) from error


def read_part(parts: dict[str, bytes], name: str, file: str) -> Element | None:
    """Return the root of the part *name*, or ``None`` if there is no such part.

    Raises DrafterError with the path *file* for XML that is damaged or declares a document type.
    """
    if name not in parts:
        return None
    try:
        return parse(parts[name])
    except DoctypeError as error:
        raise refusal(f"its part {name} declares a document type (DTD)", file) from error
    except XMLSyntaxError as error:
        raise refusal(f"its part {name} is damaged", file) from error


def refusal(reason: str, file: str) -> DrafterError:
    """Return the error that drafter cannot read *file*, for *reason*."""
    return DrafterError(Fault(f"drafter cannot read this file as a Word document: {reason}", _REMEDY, file))


def _reason_to_refuse(entries: list[ZipInfo], packed: int) -> str:
    """Return why to refuse a zip with these *entries* and a size of *packed* bytes; ``""`` to accept it."""
    unpacked = sum(entry.file_size for entry in entries)
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        return "it has a password"
    if len(entries) > MAX_PARTS:
        return f"it has {len(entries):,} parts; drafter allows {MAX_PARTS:,}"
    if unpacked > MAX_BYTES:
        return f"it is {unpacked // 2**20:,} MB when unpacked; drafter allows {MAX_BYTES // 2**20} MB"
    if unpacked > RATIO_THRESHOLD and unpacked > MAX_RATIO * packed:
        return f"it is more than {MAX_RATIO} times larger when unpacked"
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        return "it is compressed in a way that Word does not use"
    return ""
