"""Looking into answers that are still being given: plain mappings and lists, not yet a whole value."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

Path = tuple[str | int, ...]
Change = tuple[Path, Any]
"""A place, and what is to stand there; GONE takes away what does."""


class _Missing:
    def __bool__(self) -> bool:
        return False


MISSING: Final = _Missing()
"""Stands where nothing was answered; ``None`` is the answer "I don't know yet"."""


def at(data: Any, path: Path) -> Any:
    """Return what stands at *path*, or ``MISSING``."""
    here = data
    for step in path:
        if isinstance(step, int):
            if not isinstance(here, Sequence) or isinstance(here, str) or step >= len(here):
                return MISSING
            here = here[step]
        elif isinstance(here, Mapping) and step in here:
            here = here[step]
        else:
            return MISSING
    return here


def answered(data: Any, path: Path) -> bool:
    """Return whether something was answered at *path*; "I don't know yet" is an answer."""
    return at(data, path) is not MISSING


def is_private(path: Path) -> bool:
    """Return whether what stands at *path* is for the private file alone and is never left on the screen."""
    return path[0] == "private"


def rows(data: Any, path: Path) -> list[Any]:
    """Return the list at *path*, empty where there is none."""
    found = at(data, path)
    return list(found) if isinstance(found, Sequence) and not isinstance(found, str) else []


def keys(data: Any, path: Path) -> dict[str, Any]:
    """Return the mapping at *path*, empty where there is none."""
    found = at(data, path)
    return dict(found) if isinstance(found, Mapping) else {}


def next_key(letter: str, taken: Mapping[str, Any]) -> str:
    """Return the next free key: ``F1``, ``F2`` and so on."""
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def clause_id(entry: Any) -> str:
    """Return the id of a clause that was taken, written alone or with what is its own."""
    return entry if isinstance(entry, str) else str(entry.get("clause"))
