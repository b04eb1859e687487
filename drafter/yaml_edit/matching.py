"""Matching the entries of a mapping or list before and after a change. Pure."""

import json
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

IDENTITY_KEYS = ("clause", "theme", "conflict", "name")
"""The keys that identify an item of a list; the first of them that the item has counts."""


def same_value(left: object, right: object) -> bool:
    """Return whether two values are equal and of the same types: ``True`` is not ``1``.

    The order of keys does not matter. Lists and tuples are the same.
    """
    if left is right:
        return True
    if isinstance(left, Mapping):
        if not isinstance(right, Mapping) or left.keys() != right.keys():
            return False
        return all(same_value(left[key], right[key]) for key in left)
    if isinstance(left, list | tuple):
        if not isinstance(right, list | tuple) or len(left) != len(right):
            return False
        return all(map(same_value, left, right))
    return type(left) is type(right) and bool(left == right)


class Slot(NamedTuple):
    """An entry of a collection after the change."""

    old_index: int | None
    """Its index before the change; ``None`` for a new entry."""
    key: str | None
    """Its key; ``None`` in a list."""
    value: object


def match_keys(old_keys: Sequence[str], new: Mapping[str, object]) -> list[Slot]:
    """Return the entries of the mapping *new*: the old keys in their old order, each new key after the key
    that precedes it in *new*.
    """
    old_indexes = {key: index for index, key in enumerate(old_keys)}
    added: dict[str | None, list[str]] = {}
    predecessor: str | None = None
    for key in new:
        if key in old_indexes:
            predecessor = key
        else:
            added.setdefault(predecessor, []).append(key)
    order = list(added.get(None, ()))
    for key in old_keys:
        order += [key, *added.get(key, ())] if key in new else []
    return [Slot(old_indexes.get(key), key, new[key]) for key in order]


def match_items(old: Sequence[object], new: Sequence[object]) -> list[Slot]:
    """Return the items of the list *new*, each with the index of the old item that it continues.

    An old item is matched if it is equal, has the same identity, or is a mapping too, in this order.
    """
    matched = match_unmoved(old, new)
    unmatched = dict.fromkeys(sorted(set(range(len(old))).difference(matched.values())))
    for is_match in (same_value, _have_same_identity, _are_mappings):
        for index in range(len(new)) if unmatched else ():
            if index not in matched:
                old_index = next((other for other in unmatched if is_match(old[other], new[index])), None)
                if old_index is not None:
                    matched[index] = old_index
                    del unmatched[old_index]
    return [Slot(matched.get(index), None, value) for index, value in enumerate(new)]


def match_unmoved(old: Sequence[object], new: Sequence[object]) -> dict[int, int]:
    """Return the old index of each item of *new* that is equal and in the old order, by its new index."""
    size = min(len(old), len(new))
    head = next((index for index in range(size) if not same_value(old[index], new[index])), size)
    tail = next(
        (step for step in range(size - head) if not same_value(old[-1 - step], new[-1 - step])), size - head
    )
    matched = {index: index for index in range(head)}
    matched |= {len(new) - 1 - step: len(old) - 1 - step for step in range(tail)}
    before, after = (
        [json.dumps(item, sort_keys=True) for item in items[head : len(items) - tail]] for items in (old, new)
    )
    for low, high, length in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        matched |= {head + high + step: head + low + step for step in range(length)}
    return matched


def _have_same_identity(old: object, new: object) -> bool:
    return _identity(old) is not None and _identity(old) == _identity(new)


def _are_mappings(old: object, new: object) -> bool:
    return isinstance(old, Mapping) and isinstance(new, Mapping)


def _identity(item: object) -> str | None:
    """Return the text that identifies a list item even when its other values change, or ``None``."""
    if isinstance(item, Mapping):
        return next((item[key] for key in IDENTITY_KEYS if isinstance(item.get(key), str)), None)
    return item if isinstance(item, str) else None
