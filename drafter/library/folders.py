"""Folders that overlay one another: bundled < the organisation's < the one beside the answers file."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from drafter.bundled import bundled_folder, own_folder
from drafter.errors import DrafterError, Fault
from drafter.limits import CLAUSE_FILES, LIBRARY_FILE_BYTES
from drafter.text_file import decode_or_refuse, is_folder, read_bytes, unreadable_error

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    LibraryPath: TypeAlias = Traversable | Path
else:
    LibraryPath = Path  # importing Traversable takes ten milliseconds

_MAX_NAME_LENGTH = 200
"""Characters in the name of a file or folder. Common file systems allow at most 255 bytes."""


def overlay(name: str, *parents: Path) -> tuple[LibraryPath, ...]:
    """Return the folders called *name*, the lowest first: bundled, the organisation's, those in *parents*.

    The organisation's is in the user's configuration folder (on Linux ``~/.config/drafter``). Folders that do
    not exist are left out.
    """
    base = bundled_folder(name)
    folders: list[LibraryPath] = [base]
    for parent in (own_folder(), *parents):
        folder = parent / name
        if is_folder(folder) and not (isinstance(base, Path) and folder.resolve() == base.resolve()):
            folders.append(folder)
    return tuple(folders)


def file_at(folder: LibraryPath, path: str) -> LibraryPath | None:
    """Return the file at *path* (parts separated by ``/``) in *folder*, or ``None``.

    Also returns a path that exists but is no ordinary file, so that reading it reports the problem.
    """
    parts = path.split("/")
    if any(part in ("", ".", "..") or len(part) > _MAX_NAME_LENGTH or "\0" in part for part in parts):
        return None
    file = folder.joinpath(*parts)
    if not isinstance(file, Path):
        return file if file.is_file() else None
    return file if os.path.lexists(file) and not _is_folder(file) else None


def topmost_file(folders: tuple[LibraryPath, ...], path: str) -> LibraryPath | None:
    """Return the file at *path* from the highest of *folders* that has it, or ``None``."""
    for folder in reversed(folders):
        file = file_at(folder, path)
        if file is not None:
            return file
    return None


def files_in(folder: LibraryPath, ending: str) -> Iterator[tuple[str, LibraryPath]]:
    """Yield ``group/name`` (without *ending*) and path of each file one level below *folder*, in order.

    Skips names that begin with a dot, because editors leave such files behind. Raises DrafterError for a
    folder that cannot be read, and for more than ``CLAUSE_FILES`` files.
    """
    count = 0
    for name in _names(folder):
        group = folder / name
        if not name.startswith("_") and _is_folder(group):
            for file_name in _names(group):
                if file_name.endswith(ending):
                    count += 1
                    yield f"{name}/{file_name.removesuffix(ending)}", group / file_name
        if count > CLAUSE_FILES:
            fault = f"this folder has more than {CLAUSE_FILES:,} files that end in {ending}"
            raise DrafterError(Fault(fault, "Move the files that drafter does not need.", str(folder)))


def _is_folder(path: LibraryPath) -> bool:
    """Return whether *path* is a folder; ``False`` for a link whose target cannot be reached."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _names(folder: LibraryPath) -> list[str]:
    """Return the sorted names in *folder*, without those that begin with a dot."""
    try:
        if isinstance(folder, Path):  # noqa: SIM108 - the line would be too long
            names = os.listdir(folder)  # noqa: PTH208 - thousands of names, and no Path is needed
        else:
            names = [item.name for item in folder.iterdir()]
    except OSError as error:
        fault = f"drafter cannot read this folder: {error.strerror}"
        raise DrafterError(Fault(fault, "Make it readable, or move it away.", str(folder))) from None
    return sorted(name for name in names if not name.startswith("."))


def read_text(file: LibraryPath) -> str:
    """Return the text of *file*. Raises DrafterError if it cannot be read or is not UTF-8."""
    remedy = "Open it in an editor and save it with the encoding UTF-8."
    return decode_or_refuse(read_content(file, LIBRARY_FILE_BYTES), str(file), remedy)


def read_content(file: LibraryPath, max_bytes: int) -> bytes:
    """Return the content of *file*. Raises DrafterError if it cannot be read or exceeds *max_bytes*."""
    try:
        return read_bytes(file, max_bytes) if isinstance(file, Path) else file.read_bytes()
    except OSError as error:
        raise unreadable_error(file, error) from None
