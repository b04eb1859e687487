"""Which look a document gets: the file named with the command, or that of a folder."""

from pathlib import Path
from typing import Literal, TypeAlias

from drafter.bundled import bundled_folder, own_folder
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.library.folders import LibraryPath, file_at
from drafter.library.library import Library
from drafter.text_file import file_exists

LOOK_NAMES = ("look.docx", "look.dotx", "look.docm", "look.dotm")
"""The names that a look can have in a folder for templates; the first one counts most."""

LookOrigin: TypeAlias = Literal["given", "folder", "profile", "drafter"]


@frozen
class ChosenLook:
    """The look that a document gets."""

    file: LibraryPath
    origin: LookOrigin
    """Named with the command; in the folder of the answers; in the user's own folder; drafter's own."""


def choose_look(library: Library, given: Path | None = None) -> ChosenLook:
    """Return the look for the documents of *library*: *given*, or that of the highest folder that has one.

    The folder beside the answers comes before the user's own, and that one before drafter's own look.
    Raises DrafterError if there is no file *given*.
    """
    if given is not None:
        if not file_exists(given):
            raise DrafterError(Fault("there is no such file", "Check its name.", str(given)))
        return ChosenLook(given, "given")
    origins: dict[LibraryPath, LookOrigin] = {
        bundled_folder("templates"): "drafter",
        own_templates(): "profile",
    }
    for folder in reversed(library.template_folders):
        for name in LOOK_NAMES:
            if (file := file_at(folder, name)) is not None:
                return ChosenLook(file, origins.get(folder, "folder"))
    raise DrafterError(Fault("there is no look", "Put a look.docx into the folder templates.", LOOK_NAMES[0]))


def remove_own_looks() -> tuple[Path, ...]:
    """Remove the looks in the user's own folder, and return what was removed."""
    files = tuple(file for name in LOOK_NAMES if file_exists(file := own_templates() / name))
    for file in files:
        file.unlink()
    return files


def own_look() -> Path | None:
    """Return the look in the user's own folder, or ``None``."""
    return next((file for name in LOOK_NAMES if file_exists(file := own_templates() / name)), None)


def own_templates() -> Path:
    """Return the user's own folder for templates; it may not exist."""
    return own_folder() / "templates"
