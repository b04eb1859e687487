"""Folders that lie over one another: built in < the organisation's < the one beside the answers file."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from drafter.bundled import bundled, own_folder
from drafter.errors import DrafterError, Fault

Folder = Traversable | Path


def stacked(name: str, *own: Path) -> tuple[Folder, ...]:
    """Return the bundled folder *name*, the organisation's, and those in *own*, the lowest first.

    The organisation's lies in the user's configuration folder (on Linux ``~/.config/drafter``). A folder
    that is not there is left out.
    """
    base = bundled(name)
    found: list[Folder] = [base]
    for place in (own_folder(), *own):
        folder = place / name
        if folder.is_dir() and not (isinstance(base, Path) and folder.resolve() == base.resolve()):
            found.append(folder)
    return tuple(found)


def named(folder: Folder, path: str) -> Folder | None:
    """Return the file at *path* (parts joined by ``/``) in *folder*, or ``None``."""
    here: Folder = folder
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return None
        here = here / part
    return here if here.is_file() else None


def topmost(folders: tuple[Folder, ...], path: str) -> Folder | None:
    """Return the file at *path* from the highest of *folders* that has it, or ``None``."""
    for folder in reversed(folders):
        found = named(folder, path)
        if found is not None:
            return found
    return None


def files_in(folder: Folder, ending: str) -> Iterator[tuple[str, Folder]]:
    """Yield ``group/name`` (without *ending*) and file, in order, for each file one folder down."""
    for group in sorted(folder.iterdir(), key=lambda item: item.name):
        if group.is_dir() and not group.name.startswith((".", "_")):
            for file in sorted(group.iterdir(), key=lambda item: item.name):
                if file.name.endswith(ending):
                    yield f"{group.name}/{file.name.removesuffix(ending)}", file


def read_text(file: Folder) -> str:
    """Return the text of *file*. Raises DrafterError where it cannot be read or is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        fault = Fault(
            f"this is not UTF-8 text (byte {error.start})",
            "Open it in an editor and save it with the encoding UTF-8.",
            str(file),
        )
    except OSError as error:
        fault = Fault(f"this cannot be read: {error.strerror}", "", str(file))
    raise DrafterError(fault)
