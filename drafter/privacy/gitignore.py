"""A private file in a folder that git keeps: named in ``.gitignore``, so that no commit takes it along."""

from pathlib import Path

from drafter.errors import DrafterError
from drafter.text_file import decode_text, file_exists, read_bytes

MOST = 1_000_000
"""Bytes of a ``.gitignore`` that is read; a longer one is left alone."""

PATTERN = "*.private.yaml*"
"""The private files, and the copies that editors keep beside them."""


def keep_from_git(private: Path) -> str:
    """Return the text that the ``.gitignore`` beside *private* needs, or nothing where none is needed.

    None is needed outside a git tree, nor where a ``.gitignore`` on the way up names private files already.
    One that cannot be read is left alone.
    """
    folder = private.resolve().parent
    mine = _lines(folder)
    for place in (folder, *folder.parents):
        if mine is None or PATTERN in (_lines(place) or ()):
            return ""
        if (place / ".git").exists():
            return "\n".join((*mine, PATTERN, ""))
    return ""


def _lines(folder: Path) -> list[str] | None:
    """Return the lines of the ``.gitignore`` in *folder*, none where it has none, ``None`` if unreadable."""
    file = folder / ".gitignore"
    try:
        return decode_text(read_bytes(file, MOST)).splitlines() if file_exists(file) else []
    except (OSError, UnicodeDecodeError, DrafterError):
        return None
