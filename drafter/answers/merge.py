"""Two people changed the same answers: both changes together, and what only a person can decide. Pure."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from drafter.model.answers import GONE
from drafter.yaml_edit.slots import same
from drafter.yaml_text import Path

_ABSENT: Final = GONE


@dataclass(frozen=True, slots=True)
class Clash:
    """One answer that both changed, each in another way; ``GONE`` where one of them took it out."""

    path: Path
    ours: Any
    theirs: Any


def merge(base: Any, ours: Any, theirs: Any, path: Path = ()) -> tuple[Any, list[Clash]]:
    """Return *base* with the changes that lead to *ours* and to *theirs*, and each clash between the two.

    Where they clash the result has ours.
    """
    if same(ours, theirs) or same(base, theirs):
        return ours, []
    if same(base, ours):
        return theirs, []
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return _mappings(base if isinstance(base, Mapping) else {}, ours, theirs, path)
    if isinstance(ours, list) and isinstance(theirs, list):
        merged = _lists(base if isinstance(base, list) else [], ours, theirs, path)
        if merged is not None:
            return merged
    return ours, [Clash(path, ours, theirs)]


def changed_places(base: Any, new: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the places at which *new* is another than *base*, each as deep as mappings lead."""
    if same(base, new):
        return
    if isinstance(base, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*base, *new)):
            yield from changed_places(base.get(key, _ABSENT), new.get(key, _ABSENT), (*path, key))
    else:
        yield path


def _mappings(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], path: Path
) -> tuple[dict[str, Any], list[Clash]]:
    merged: dict[str, Any] = {}
    clashes: list[Clash] = []
    for key in dict.fromkeys((*theirs, *ours)):
        value, found = merge(
            base.get(key, _ABSENT), ours.get(key, _ABSENT), theirs.get(key, _ABSENT), (*path, key)
        )
        clashes += found
        if value is not _ABSENT:
            merged[key] = value
    return merged, clashes


def _lists(
    base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], path: Path
) -> tuple[list[Any], list[Clash]] | None:
    """Return the merged list, ``None`` where it cannot be told which items are the same."""
    known_base, known_ours, known_theirs = map(_keyed, (base, ours, theirs))
    if known_base is not None and known_ours is not None and known_theirs is not None:
        return _known_items(known_base, known_ours, known_theirs, path)
    if len(base) <= min(len(ours), len(theirs)):
        size = len(base)  # both may have added at the end; what was there is still at its place
        merged, clashes = [], []
        for place in range(size):
            value, found = merge(base[place], ours[place], theirs[place], (*path, place))
            merged.append(value)
            clashes += found
        return [*merged, *theirs[size:], *ours[size:]], clashes
    return None


def _known_items(
    base: Mapping[Hashable, Any], ours: Mapping[Hashable, Any], theirs: Mapping[Hashable, Any], path: Path
) -> tuple[list[Any], list[Clash]]:
    merged: dict[Hashable, Any] = {}
    clashes: list[Clash] = []
    for key in _order(base, ours, theirs):
        place = (*path, len(merged))
        value, found = merge(base.get(key, _ABSENT), ours.get(key, _ABSENT), theirs.get(key, _ABSENT), place)
        clashes += found
        if value is not _ABSENT:
            merged[key] = value
    return list(merged.values()), clashes


def _order(
    base: Mapping[Hashable, Any], ours: Mapping[Hashable, Any], theirs: Mapping[Hashable, Any]
) -> Iterator[Hashable]:
    """Yield every key, in the order of whoever changed the order, and each new one behind its neighbour."""
    moved_by_us = [key for key in ours if key in base] != [key for key in base if key in ours]
    first, second = (ours, theirs) if moved_by_us else (theirs, ours)
    order = list(first)
    before: Hashable | None = None
    for key in second:
        if key not in first:
            order.insert(order.index(before) + 1 if before in order else 0, key)
        before = key
    yield from order


def _keyed(items: Sequence[Any]) -> dict[Hashable, Any] | None:
    """Return *items* by what each is known by, ``None`` where one is not known or two are alike."""
    keyed: dict[Hashable, Any] = {}
    for item in items:
        key = item
        if isinstance(item, Mapping):
            key = next((item[name] for name in ("clause", "theme", "conflict") if name in item), None)
        if not isinstance(key, str) or key in keyed:
            return None
        keyed[key] = item
    return keyed
