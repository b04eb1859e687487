"""Walking through nested answers: every value and text with its path."""

from collections.abc import Iterable, Iterator, Mapping

Path = tuple[str | int, ...]
"""The keys, and the positions in lists from 0, that lead to a value."""


def values_of(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every value in *value* that is neither a mapping nor a list, with its path."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from values_of(item, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from values_of(item, (*path, index))
    else:
        yield path, value


def texts_of(value: object) -> Iterator[tuple[Path, str]]:
    """Yield every text in *value* with its path."""
    return ((path, text) for path, text in values_of(value) if isinstance(text, str))


def path_in_words(path: Iterable[str | int]) -> str:
    """Return *path* as messages show it, ``themes › 1 › own``; positions are counted from 1."""
    return " › ".join(str(step + 1 if isinstance(step, int) else step) for step in path)
