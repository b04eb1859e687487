"""The ``.gitignore`` entry that keeps private files out of commits."""

from pathlib import Path

from drafter.errors import DrafterError
from drafter.text_file import decode_text, file_exists, read_bytes

LARGEST = 1_000_000
"""The size in bytes up to which a ``.gitignore`` is read."""

PATTERN = "*.private.yaml*"
"""Matches private files, and the copies that editors make of them."""


def gitignore_text(private: Path) -> str:
    """Return the text that the ``.gitignore`` beside the file *private* needs; empty if it needs no change.

    It needs none outside a git tree, if it cannot be read, or if a ``.gitignore`` in this folder or above
    has the pattern already.
    """
    folder = private.resolve().parent
    own_lines = _lines(folder)
    for ancestor in (folder, *folder.parents):
        if own_lines is None or PATTERN in (_lines(ancestor) or ()):
            return ""
        if (ancestor / ".git").exists():
            return "\n".join((*own_lines, PATTERN, ""))
    return ""


def _lines(folder: Path) -> list[str] | None:
    """Return the lines of the ``.gitignore`` in *folder*: empty if there is none, ``None`` if unreadable."""
    file = folder / ".gitignore"
    try:
        return decode_text(read_bytes(file, LARGEST)).splitlines() if file_exists(file) else []
    except (OSError, UnicodeDecodeError, DrafterError):
        return None
