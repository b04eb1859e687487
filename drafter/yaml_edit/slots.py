"""What became of the entries of a mapping or a list: which stayed, which changed, which are new. Pure."""

import json
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

IDENTITY = ("clause", "theme", "conflict", "name")
"""The keys by which an item of a list is recognised, the first that it has."""


def same(left: Any, right: Any) -> bool:
    """Return whether two values are equal, kind by kind: ``True`` is not ``1``. Keys may differ in order."""
    if left is right:
        return True
    if isinstance(left, Mapping):
        if not isinstance(right, Mapping) or left.keys() != right.keys():
            return False
        return all(same(left[key], right[key]) for key in left)
    if isinstance(left, list | tuple):
        if not isinstance(right, list | tuple) or len(left) != len(right):
            return False
        return all(map(same, left, right))
    return type(left) is type(right) and bool(left == right)


class Slot(NamedTuple):
    """An entry of a collection as it is to be: which one it was, its key, its value."""

    number: int | None
    """Its place before the change; ``None`` for a new entry."""
    key: str | None
    """``None`` in a list."""
    value: Any


def slots_of_keys(keys: Sequence[str], new: Mapping[str, Any]) -> list[Slot]:
    """Return the entries of a mapping: those that stay in their order, each new one after its neighbour."""
    numbers = {key: number for number, key in enumerate(keys)}
    added: dict[str | None, list[str]] = {}
    after: str | None = None
    for key in new:
        if key in numbers:
            after = key
        else:
            added.setdefault(after, []).append(key)
    order = list(added.get(None, ()))
    for key in keys:
        order += [key, *added.get(key, ())] if key in new else []
    return [Slot(numbers.get(key), key, new[key]) for key in order]


def slots_of_items(old: Sequence[Any], new: Sequence[Any]) -> list[Slot]:
    """Return the items of a list, each with the old item that it equals, is known by, or came from."""
    matched = unmoved(old, new)
    left = dict.fromkeys(sorted(set(range(len(old))).difference(matched.values())))
    for is_match in (same, _is_known_again, _both_mappings):
        for place in range(len(new)) if left else ():
            if place not in matched:
                number = next((number for number in left if is_match(old[number], new[place])), None)
                if number is not None:
                    matched[place] = number
                    del left[number]
    return [Slot(matched.get(place), None, value) for place, value in enumerate(new)]


def unmoved(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Return the old place of each item of *new* that is equal and in its order, by its new place."""
    size = min(len(old), len(new))
    head = next((place for place in range(size) if not same(old[place], new[place])), size)
    tail = next(
        (step for step in range(size - head) if not same(old[-1 - step], new[-1 - step])), size - head
    )
    matched = {place: place for place in range(head)}
    matched |= {len(new) - 1 - step: len(old) - 1 - step for step in range(tail)}
    before, after = (
        [json.dumps(item, sort_keys=True) for item in items[head : len(items) - tail]] for items in (old, new)
    )
    for low, high, length in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        matched |= {head + high + step: head + low + step for step in range(length)}
    return matched


def _is_known_again(old: Any, new: Any) -> bool:
    return _identity(old) is not None and _identity(old) == _identity(new)


def _both_mappings(old: Any, new: Any) -> bool:
    return isinstance(old, Mapping) and isinstance(new, Mapping)


def _identity(item: Any) -> Any:
    """Return by what an item of a list is known again when its other values have changed."""
    if isinstance(item, Mapping):
        return next((item[key] for key in IDENTITY if isinstance(item.get(key), str)), None)
    return item if isinstance(item, str) else None
