"""The path of keys and list indexes to a value in a YAML text, and that path in words."""

from collections.abc import Mapping

KeyPath = tuple[str | int, ...]


def describe_location(path: KeyPath, lines: Mapping[KeyPath, int]) -> str:
    """Return *path* in words, after the line number of its longest part that is in *lines*.

    List items are counted from 1: ``line 12, organisations › 2 › role``.
    """
    shown = [part + 1 if isinstance(part, int) else part for part in path]
    words = " › ".join(str(part) for part in shown)
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return ", ".join(part for part in (f"line {lines[path[:length]]}", words) if part)
    return words
