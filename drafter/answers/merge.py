"""Two people changed the same answers: both changes together, and what only a person can decide. Pure.

Where it cannot be told which items of two lists are the same, the whole list is one question to the person:
an answer must never land on another organisation, fact or person than the one it was given for.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from drafter.frozen import frozen
from drafter.model.answers import GONE
from drafter.yaml_edit.matching import match_unmoved, same_value
from drafter.yaml_text import KeyPath

_ABSENT: Final = GONE


@frozen
class Clash:
    """One answer that both changed, each in another way; ``GONE`` where one of them took it out."""

    path: KeyPath
    ours: Any
    theirs: Any


Decide = Callable[[Clash], Literal["ours", "theirs"]]


def merge(base: Any, ours: Any, theirs: Any, decide: Decide, path: KeyPath = ()) -> Any:
    """Return *base* with the changes that lead to *ours* and to *theirs*; *decide* settles each clash."""
    if same_value(ours, theirs) or same_value(base, theirs):
        return ours
    if same_value(base, ours):
        return theirs
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        known = base if isinstance(base, Mapping) else {}
        return dict(_pairs(known, ours, theirs, decide, path))
    if isinstance(ours, list) and isinstance(theirs, list):
        merged = _lists(base if isinstance(base, list) else [], ours, theirs, decide, path)
        if merged is not None:
            return merged
    clash = Clash(path, ours, theirs)
    return theirs if decide(clash) == "theirs" else ours


def changed_places(base: Any, new: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the places at which *new* is another than *base*, each as deep as mappings lead."""
    if same_value(base, new):
        return
    if isinstance(base, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*base, *new)):
            yield from changed_places(base.get(key, _ABSENT), new.get(key, _ABSENT), (*path, key))
    else:
        yield path


def _pairs(
    base: Mapping[Any, Any], ours: Mapping[Any, Any], theirs: Mapping[Any, Any], decide: Decide, path: KeyPath
) -> Iterator[tuple[Any, Any]]:
    """Yield each key of the merged mapping with its value."""
    for key in _order(base, ours, theirs):
        old, mine, other = (side.get(key, _ABSENT) for side in (base, ours, theirs))
        value = merge(old, mine, other, decide, (*path, key))
        if value is not _ABSENT:
            yield key, value


def _order(base: Mapping[Any, Any], ours: Mapping[Any, Any], theirs: Mapping[Any, Any]) -> Iterator[Any]:
    """Yield every key, in the order of whoever changed the order, and each new one behind its neighbour."""
    moved_by_us = [key for key in ours if key in base] != [key for key in base if key in ours]
    first, second = (ours, theirs) if moved_by_us else (theirs, ours)
    order = list(first)
    before: Any = None
    for key in second:
        if key not in first:
            order.insert(order.index(before) + 1 if before in order else len(order), key)
        before = key
    yield from order


# ---- lists ----


def _lists(
    base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], decide: Decide, path: KeyPath
) -> list[Any] | None:
    """Return the merged list, ``None`` where it cannot be told which items are the same."""
    known_base, known_ours, known_theirs = map(_keyed, (base, ours, theirs))
    if known_base is not None and known_ours is not None and known_theirs is not None:
        return [value for _, value in _pairs(known_base, known_ours, known_theirs, decide, path)]
    both = [at for at in range(len(base)) if _is_the_same_item(base, ours, theirs, at)]
    if len(base) == len(ours) == len(theirs) == len(both):
        return [merge(base[at], ours[at], theirs[at], decide, (*path, at)) for at in both]
    return _aligned(base, ours, theirs)


NAMED_BY = ("name", "pseudonym", "text", "title")
"""What tells an organisation, a person or a text from another in a list."""


def _is_the_same_item(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], at: int) -> bool:
    """Return whether the items at a place of three lists are for certain one item, changed or not."""
    if max(len(base), len(ours), len(theirs)) != len(base) or min(len(ours), len(theirs)) <= at:
        return False
    old, mine, other = base[at], ours[at], theirs[at]
    if same_value(old, other):
        return True
    if not all(isinstance(item, Mapping) for item in (old, mine, other)):
        return False
    if any(old.get(key) and same_value(old[key], other.get(key)) for key in NAMED_BY):
        return True
    # Where they changed all that we changed, nothing is mixed: each of these answers is asked about.
    return {path[0] for path in changed_places(old, mine)} <= {path[0] for path in changed_places(old, other)}


def _aligned(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any] | None:
    """Return *theirs* with our changes, where each item that we changed is there as it was in *base*."""
    there = {old: new for new, old in match_unmoved(base, theirs).items()}
    mine = _our_items(base, ours)
    if mine is None:
        return None
    replaced: dict[int, Any] = {}
    added: dict[int, list[Any]] = {}
    before, seen = -1, 0
    for old, item in mine:
        if old is None:
            added.setdefault(len(theirs) if seen == len(base) else before, []).append(item)
        elif old not in there and not same_value(base[old], item):
            return None
        elif old in there:
            before = there[old]
            replaced[before] = item
        seen += old is not None
    gone = set(range(len(base))).difference(old for old, _ in mine if old is not None)
    if not gone <= there.keys():
        return None
    dropped = {there[old] for old in gone}
    merged = list(added.get(-1, ()))
    for place, item in enumerate(theirs):
        merged += [] if place in dropped else [replaced.get(place, item)]
        merged += added.get(place, ())
    return [*merged, *added.get(len(theirs), ())]  # what both added at the end: theirs, then ours


def _our_items(base: Sequence[Any], ours: Sequence[Any]) -> list[tuple[int | None, Any]] | None:
    """Return our items, each with its place in *base* or ``None``; nothing where that cannot be told."""
    equal = match_unmoved(base, ours)
    items: list[tuple[int | None, Any]] = []
    for places, olds in _gaps(equal, len(base), len(ours)):
        if len(places) == len(olds):
            items += [(old, ours[place]) for old, place in zip(olds, places, strict=True)]
        elif not olds:
            items += [(None, ours[place]) for place in places]
        elif places:
            return None
    return items


def _gaps(equal: Mapping[int, int], before: int, after: int) -> Iterator[tuple[list[int], list[int]]]:
    """Yield runs of new and old places: each pair that is equal, and what is between two of them."""
    place = old = 0
    for new_place, old_place in [*sorted(equal.items()), (after, before)]:
        yield list(range(place, new_place)), list(range(old, old_place))
        if new_place < after:
            yield [new_place], [old_place]
        place, old = new_place + 1, old_place + 1


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


# ---- the same new key on both sides ----

BANKS = {"facts": "F", "sources": "S", "cases": "C"}
"""What is kept by keys that drafter gives out, and the letter that they begin with."""


def new_keys(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, str]:
    """Return another key for each entry that we added under a key that they gave to an entry of their own."""
    renamed: dict[str, str] = {}
    for bank, letter in BANKS.items():
        old, mine, other = (side.get(bank) or {} for side in (base, ours, theirs))
        taken = {*mine, *other}
        for key in mine:
            if key not in old and key in other:
                number = next(n for n in range(1, len(taken) + 2) if f"{letter}{n}" not in taken)
                renamed[key] = f"{letter}{number}"
                taken.add(renamed[key])
    return renamed


def with_new_keys(value: Any, renamed: Mapping[str, str], name: str = "") -> Any:
    """Return *value* with the keys of banks, and whatever names them, *renamed*."""
    if isinstance(value, Mapping):
        keyed = name in BANKS
        return {
            renamed.get(key, key) if keyed else key: with_new_keys(inner, renamed, key)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [with_new_keys(item, renamed, name) for item in value]
    return renamed.get(value, value) if isinstance(value, str) and name in (*BANKS, "source") else value
