"""Folders that lie over one another: built in < the organisation's < the one beside the answers file."""

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

    Folder: TypeAlias = Traversable | Path
else:
    Folder = Path  # importing the other one takes ten milliseconds

_NAME_LETTERS = 200
"""Of the name of a file or folder. No system that is in use takes more than 255 bytes."""


def stacked(name: str, *own: Path) -> tuple[Folder, ...]:
    """Return the bundled folder *name*, the organisation's, and those in *own*, the lowest first.

    The organisation's lies in the user's configuration folder (on Linux ``~/.config/drafter``). A folder
    that is not there is left out.
    """
    base = bundled_folder(name)
    found: list[Folder] = [base]
    for place in (own_folder(), *own):
        folder = place / name
        if is_folder(folder) and not (isinstance(base, Path) and folder.resolve() == base.resolve()):
            found.append(folder)
    return tuple(found)


def named(folder: Folder, path: str) -> Folder | None:
    """Return the file at *path* (parts joined by ``/``) in *folder*, or ``None``.

    What is there and is no ordinary file is returned too, so that reading it says what is wrong with it.
    """
    parts = path.split("/")
    if any(part in ("", ".", "..") or len(part) > _NAME_LETTERS or "\0" in part for part in parts):
        return None
    file = folder.joinpath(*parts)
    if not isinstance(file, Path):
        return file if file.is_file() else None
    return file if os.path.lexists(file) and not _is_folder(file) else None


def topmost(folders: tuple[Folder, ...], path: str) -> Folder | None:
    """Return the file at *path* from the highest of *folders* that has it, or ``None``."""
    for folder in reversed(folders):
        found = named(folder, path)
        if found is not None:
            return found
    return None


def files_in(folder: Folder, ending: str) -> Iterator[tuple[str, Folder]]:
    """Yield ``group/name`` (without *ending*) and file, in order, for each file one folder down.

    Names that begin with a dot are passed over: editors leave such files behind. Raises DrafterError for a
    folder that cannot be read, and where there are more files than any library has.
    """
    count = 0
    for name in _names(folder):
        group = folder / name
        if not name.startswith("_") and _is_folder(group):
            for file in _names(group):
                if file.endswith(ending):
                    count += 1
                    yield f"{name}/{file.removesuffix(ending)}", group / file
        if count > CLAUSE_FILES:
            fault = f"this folder has more than {CLAUSE_FILES:,} files that end in {ending}"
            raise DrafterError(Fault(fault, "Take out what drafter is not to read.", str(folder)))


def _is_folder(item: Folder) -> bool:
    """Return whether *item* is a folder; a link to a place that cannot be reached is none."""
    try:
        return item.is_dir()
    except OSError:
        return False


def _names(folder: Folder) -> list[str]:
    """Return the names of what is in *folder*, in order, without those that begin with a dot."""
    try:
        if isinstance(folder, Path):  # noqa: SIM108 - the line would be too long
            names = os.listdir(folder)  # noqa: PTH208 - the names alone: there may be thousands
        else:
            names = [item.name for item in folder.iterdir()]
    except OSError as error:
        fault = f"this folder cannot be read: {error.strerror}"
        raise DrafterError(Fault(fault, "Make it readable, or take it out.", str(folder))) from None
    return sorted(name for name in names if not name.startswith("."))


def read_text(file: Folder) -> str:
    """Return the text of *file*. Raises DrafterError where it cannot be read or is not UTF-8."""
    remedy = "Open it in an editor and save it with the encoding UTF-8."
    return decode_or_refuse(read_content(file, LIBRARY_FILE_BYTES), str(file), remedy)


def read_content(file: Folder, most: int) -> bytes:
    """Return the content of *file*, of at most *most* bytes. Raises DrafterError where it cannot be read."""
    try:
        return read_bytes(file, most) if isinstance(file, Path) else file.read_bytes()
    except OSError as error:
        raise unreadable_error(file, error) from None
