"""The position of a value in a YAML text: its path, and that path in words."""

from collections.abc import Mapping

Path = tuple[str | int, ...]


def place(path: Path, lines: Mapping[Path, int]) -> str:
    """Return *path* in words, with the line of the nearest value that stands in the file.

    Positions are counted from 1, as a person counts: ``line 12, organisations › 2 › role``.
    """
    shown = [part + 1 if isinstance(part, int) else part for part in path]
    words = " › ".join(str(part) for part in shown)
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return ", ".join(part for part in (f"line {lines[path[:length]]}", words) if part)
    return words
