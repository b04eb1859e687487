"""Writing a finished file: completely or not at all, and never over a file that drafter did not write."""

import os
import secrets
import shutil
from collections.abc import Callable
from glob import escape
from pathlib import Path
from typing import Literal, TypeAlias

from drafter.errors import DrafterError, Fault, Refused
from drafter.text_file import real_path, special_file_kind

Origin: TypeAlias = Literal["ours", "changed", "foreign"]
"""Whether a file is as drafter wrote it, was changed since, or was never written by drafter."""


def write_whole_file(
    data: bytes,
    path: Path,
    *,
    origin_of: Callable[[Path], Origin],
    force: bool = False,
    private: bool = False,
) -> None:
    """Write *data* to *path*, completely or not at all; only its owner can read a *private* file.

    *origin_of* says who wrote the existing file. Raises ``Refused`` if drafter did not write it or somebody
    changed it, unless *force*. Raises DrafterError if the file cannot be written, or if *path* is a folder, a
    pipe or a device: not even *force* replaces those.
    """
    try:
        target = real_path(path)  # a link stays a link: the file that it points to is replaced
        _check_path(path, target)
        if target.exists() and not force:
            _check_unchanged(path, origin_of)
        _write(data, target, private=private)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "If the file is open in another program, close it. Otherwise choose another name or folder."
        raise DrafterError(Fault(f"the file cannot be written ({reason})", remedy, str(path))) from error


def _check_path(path: Path, target: Path) -> None:
    """Raise DrafterError unless *target*, to which *path* leads, can be a file."""
    if target.is_dir():
        raise DrafterError(Fault("this is a folder", "Enter the name of a file in it.", str(path)))
    if target.exists() and (kind := special_file_kind(target.stat().st_mode)):
        raise DrafterError(Fault(f"this is {kind}", "Enter the name of a file.", str(path)))
    folder = target.parent
    if not folder.exists():
        remedy = "Create the folder first, or choose another one."
        raise DrafterError(Fault(f"there is no folder {folder}", remedy, str(path)))
    if not folder.is_dir():
        raise DrafterError(Fault(f"{folder} is a file, not a folder", "Choose another folder.", str(path)))


def _check_unchanged(path: Path, origin_of: Callable[[Path], Origin]) -> None:
    """Raise ``Refused`` unless the file at *path* is as drafter wrote it."""
    match origin_of(path):
        case "ours":
            return
        case "changed":
            fault = "this file has changes that drafter did not make, and they would be lost"
        case "foreign":
            fault = "drafter did not write this file, and it would be lost"
    raise Refused(Fault(fault, "Choose another name, or replace the file with --force.", str(path)))


def _write(data: bytes, target: Path, *, private: bool) -> None:
    """Write a temporary file and rename it at the end, so that a full disk does not damage *target*."""
    # .gitignore covers this ending. A crash in an earlier build may have left such a file.
    for leftover in target.parent.glob(f".{escape(target.name)}.{'[0-9a-f]' * 8}.tmp.private.yaml"):
        leftover.unlink(missing_ok=True)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp.private.yaml")
    try:
        # Private from the first byte on, not only after the renaming.
        with open(temporary, "xb", opener=_open_private if private else None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not private:
            shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
