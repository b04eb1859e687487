"""A finished .docx goes to disk whole or not at all, and never over something that drafter did not write."""

import os
import secrets
import shutil
import zlib
from glob import escape
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile

from lxml.etree import XMLParser, XMLSyntaxError, fromstring

from drafter.errors import DrafterError, Fault, Refused
from drafter.limits import LOOK_BYTES
from drafter.text_file import real_path, special_file_kind
from drafter.word.package import read_parts, seal, sealed_value

UNREADABLE = (BadZipFile, XMLSyntaxError, zlib.error, EOFError, RuntimeError, ValueError)
"""What reading a damaged, encrypted or oddly packed zip ends in."""


def save_document(data: bytes, path: Path, *, force: bool = False, private: bool = False) -> None:
    """Write *data* to *path*, whole or not at all; what is *private* can be read by its owner alone.

    Raises ``Refused`` where the file there is not drafter's own or was changed since, unless *force*, and
    DrafterError where it is a pipe, a device or the like: not even *force* replaces those.
    """
    try:
        target = real_path(path)  # a link stays a link: what it points to is replaced
        _check_place(path, target)
        if target.exists() and not force:
            _check_ours(path)
        _write(data, target, private=private)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "If the file is open in Word, close it there; otherwise choose another name or folder."
        raise DrafterError(Fault(f"the file cannot be written ({reason})", remedy, str(path))) from error


def is_ours(path: Path) -> Literal["ours", "changed", "foreign"]:
    """Return whether drafter wrote the file and left it so, or it was changed since, or is another's."""
    if not path.is_file() or path.stat().st_size > LOOK_BYTES:
        return "foreign"  # drafter writes no file of that kind or size, and reading it might never end
    try:
        parts = read_parts(path.read_bytes())
        found = sealed_value(parts)
    except (*UNREADABLE, PermissionError):
        return "foreign"
    if not found:
        return "foreign"
    return "ours" if found == seal(parts) else "changed"


def title_of(path: Path) -> str:
    """Return the title among the properties of the Word file at *path*, or nothing where there is none."""
    try:
        root = fromstring(
            read_parts(path.read_bytes())["docProps/core.xml"], XMLParser(resolve_entities=False)
        )
    except (*UNREADABLE, KeyError):
        return ""
    return root.findtext("{http://purl.org/dc/elements/1.1/}title") or ""


def _check_place(path: Path, target: Path) -> None:
    if target.is_dir():
        raise DrafterError(Fault("this is a folder", "Give the name of a file in it.", str(path)))
    if target.exists() and (kind := special_file_kind(target.stat().st_mode)):
        raise DrafterError(Fault(f"this is {kind}", "Give the name of a file.", str(path)))
    folder = target.parent
    if not folder.exists():
        remedy = "Create the folder first, or choose another one."
        raise DrafterError(Fault(f"there is no folder {folder}", remedy, str(path)))
    if not folder.is_dir():
        raise DrafterError(Fault(f"{folder} is a file, not a folder", "Choose another place.", str(path)))


def _check_ours(path: Path) -> None:
    match is_ours(path):
        case "ours":
            return
        case "changed":
            fault = "this file was changed after drafter wrote it, and the changes would be lost"
        case "foreign":
            fault = "drafter did not write this file, and it would be lost"
    raise Refused(Fault(fault, "Choose another name, or say that it may be replaced (--force).", str(path)))


def _write(data: bytes, target: Path, *, private: bool) -> None:
    """Write beside the target and change places at the end, so that a full disk spoils nothing."""
    # Named as git is told to ignore; what a crash has left of an earlier build is cleared away.
    for left in target.parent.glob(f".{escape(target.name)}.{'[0-9a-f]' * 8}.tmp.private.yaml"):
        left.unlink(missing_ok=True)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp.private.yaml")
    try:
        # What is private is so from its first byte, not only when it has its name.
        with open(beside, "xb", opener=_owner_alone if private else None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not private:
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
