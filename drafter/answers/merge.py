"""A three-way merge of answers that two people changed at the same time. Pure.

If the merge cannot tell which items of two lists belong together, the whole list becomes one clash: an answer
must never end up with another organisation, fact or person than the one it was given for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar, overload

from drafter.answers.paths import keys, next_key
from drafter.frozen import frozen
from drafter.model.answers import GONE, Gone
from drafter.model.node import Node, Tree
from drafter.yaml_edit.matching import match_unmoved, same_value
from drafter.yaml_text import KeyPath

Side = Literal["ours", "theirs"]


@frozen
class Clash:
    """An answer that both sides changed, each differently; ``GONE`` for the side that removed it."""

    path: KeyPath
    ours: Node | Gone
    theirs: Node | Gone


ChooseSide = Callable[[Clash], Side]
"""Returns the side whose answer is kept."""


T = TypeVar("T", Tree, Node)


def merge(base: T, ours: T, theirs: T, choose: ChooseSide) -> T:
    """Return *base* with the changes of both sides; *choose* settles each clash."""
    return _merge(base, ours, theirs, choose, ())


@overload
def _merge(base: Tree, ours: Tree, theirs: Tree, choose: ChooseSide, path: KeyPath) -> Tree: ...


@overload
def _merge(base: Node, ours: Node, theirs: Node, choose: ChooseSide, path: KeyPath) -> Node: ...


@overload
def _merge(
    base: Node | Gone, ours: Node | Gone, theirs: Node | Gone, choose: ChooseSide, path: KeyPath
) -> Node | Gone: ...


def _merge(
    base: Node | Gone, ours: Node | Gone, theirs: Node | Gone, choose: ChooseSide, path: KeyPath
) -> Node | Gone:
    """Return the merged value at *path*. ``GONE`` stands for a value that a side does not have."""
    if same_value(ours, theirs) or same_value(base, theirs):
        return ours
    if same_value(base, ours):
        return theirs
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return dict(_merged_items(base if isinstance(base, Mapping) else {}, ours, theirs, choose, path))
    if isinstance(ours, list) and isinstance(theirs, list):
        merged = _merge_lists(base if isinstance(base, list) else [], ours, theirs, choose, path)
        if merged is not None:
            return merged
    return theirs if choose(Clash(path, ours, theirs)) == "theirs" else ours


def changed_paths(base: Node | Gone, new: Node | Gone, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of each difference between *base* and *new*. A list that differs is one difference."""
    if same_value(base, new):
        return
    if isinstance(base, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*base, *new)):
            yield from changed_paths(base.get(key, GONE), new.get(key, GONE), (*path, key))
    else:
        yield path


# ---- mappings ----


def _merged_items(
    base: Tree, ours: Tree, theirs: Tree, choose: ChooseSide, path: KeyPath
) -> Iterator[tuple[str, Node]]:
    """Yield the keys and values of the merged mapping."""
    for key in _merged_key_order(base, ours, theirs):
        sides = (base.get(key, GONE), ours.get(key, GONE), theirs.get(key, GONE))
        value = _merge(*sides, choose, (*path, key))
        if not isinstance(value, Gone):
            yield key, value


def _merged_key_order(base: Tree, ours: Tree, theirs: Tree) -> list[str]:
    """Return the keys of both sides, in the order of the side that moved some.

    A key that only the other side has goes behind the key that it follows there, a first key to the end.
    """
    we_moved_some = [key for key in ours if key in base] != [key for key in base if key in ours]
    first, second = (ours, theirs) if we_moved_some else (theirs, ours)
    order = list(first)
    previous: str | None = None
    for key in second:
        if key not in first:
            index = order.index(previous) + 1 if previous is not None and previous in order else len(order)
            order.insert(index, key)
        previous = key
    return order


# ---- lists ----


def _merge_lists(
    base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node], choose: ChooseSide, path: KeyPath
) -> list[Node] | None:
    """Return the merged list, or ``None`` if it is unclear which items belong together."""
    base_by_id, ours_by_id, theirs_by_id = map(_by_identity, (base, ours, theirs))
    if base_by_id is not None and ours_by_id is not None and theirs_by_id is not None:
        return [value for _, value in _merged_items(base_by_id, ours_by_id, theirs_by_id, choose, path)]
    if len(base) == len(ours) == len(theirs) and all(
        _is_same_item(*items) for items in zip(base, ours, theirs, strict=True)
    ):
        return [
            _merge(*items, choose, (*path, index))
            for index, items in enumerate(zip(base, ours, theirs, strict=True))
        ]
    return _merge_aligned(base, ours, theirs)


def _by_identity(items: Sequence[Node]) -> dict[str, Node] | None:
    """Return *items* by their identifying text, or ``None`` if one has none or two have the same."""
    items_by_id: dict[str, Node] = {}
    for item in items:
        identity = item
        if isinstance(item, Mapping):
            identity = next((item[name] for name in ("clause", "theme", "conflict") if name in item), None)
        if not isinstance(identity, str) or identity in items_by_id:
            return None
        items_by_id[identity] = item
    return items_by_id


NAMING_KEYS = ("name", "pseudonym", "text", "title")
"""Keys whose value tells an organisation, a person or a text from the others in a list."""


def _is_same_item(base: Node, ours: Node, theirs: Node) -> bool:
    """Return whether items at the same position of three lists are certainly the same, even if changed."""
    if same_value(base, theirs):
        return True
    if not (isinstance(base, Mapping) and isinstance(ours, Mapping) and isinstance(theirs, Mapping)):
        return False
    if any(base.get(key) and same_value(base[key], theirs.get(key)) for key in NAMING_KEYS):
        return True
    # If they changed every key that we changed, nothing can be mixed up: each of these keys is a clash.
    return {path[0] for path in changed_paths(base, ours)} <= {
        path[0] for path in changed_paths(base, theirs)
    }


def _merge_aligned(base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node]) -> list[Node] | None:
    """Return *theirs* with our changes, or ``None`` if they changed an item that we changed or removed."""
    our_items = _with_origins(base, ours)
    if our_items is None:
        return None
    their_index = {old: new for new, old in match_unmoved(base, theirs).items()}
    replaced: dict[int, Node] = {}
    added: dict[int, list[Node]] = {}
    previous, passed = -1, 0
    for origin, item in our_items:
        if origin is None:
            added.setdefault(len(theirs) if passed == len(base) else previous, []).append(item)
        elif origin in their_index:
            previous = their_index[origin]
            replaced[previous] = item
        elif not same_value(base[origin], item):
            return None
        passed += origin is not None
    removed = set(range(len(base))).difference(origin for origin, _ in our_items if origin is not None)
    if not removed <= their_index.keys():
        return None
    dropped = {their_index[origin] for origin in removed}
    merged = list(added.get(-1, ()))
    for index, item in enumerate(theirs):
        merged += [] if index in dropped else [replaced.get(index, item)]
        merged += added.get(index, ())
    return [*merged, *added.get(len(theirs), ())]  # what both added at the end: theirs, then ours


def _with_origins(base: Sequence[Node], ours: Sequence[Node]) -> list[tuple[int | None, Node]] | None:
    """Return our items, each with its index in *base*, ``None`` for a new one.

    Returns ``None`` if it is unclear which items are changed and which are new.
    """
    items: list[tuple[int | None, Node]] = []
    for indexes, origins in _runs(match_unmoved(base, ours), len(base), len(ours)):
        if len(indexes) == len(origins):
            items += [(origin, ours[index]) for origin, index in zip(origins, indexes, strict=True)]
        elif not origins:
            items += [(None, ours[index]) for index in indexes]
        elif indexes:
            return None
    return items


def _runs(equal: Mapping[int, int], base_length: int, length: int) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the indexes of a list and those of *base* in runs: each equal pair, and what is between two.

    *equal* has the index in *base* of each item that is equal in both, by its index in the list.
    """
    start = base_start = 0
    for index, base_index in [*sorted(equal.items()), (length, base_length)]:
        yield list(range(start, index)), list(range(base_start, base_index))
        if index < length:
            yield [index], [base_index]
        start, base_start = index + 1, base_index + 1


# ---- the same new key on both sides ----

BANK_LETTERS = {"facts": "F", "sources": "S", "cases": "C"}
"""The banks whose keys drafter gives out, and the letter that the keys of each begin with."""


def replacement_keys(base: Tree, ours: Tree, theirs: Tree) -> dict[str, str]:
    """Return a free key for each of our new entries whose key they gave to a new entry of their own."""
    replacements: dict[str, str] = {}
    for bank, letter in BANK_LETTERS.items():
        old, mine, other = (keys(side, (bank,)) for side in (base, ours, theirs))
        taken = {**mine, **other}
        for key in mine:
            if key not in old and key in other:
                replacements[key] = next_key(letter, taken)
                taken[replacements[key]] = None
    return replacements


def replace_keys(tree: Tree, replacements: Mapping[str, str]) -> dict[str, Node]:
    """Return *tree* with the keys in its banks, and all references to them, replaced."""
    return {key: _replace_in(value, replacements, key) for key, value in tree.items()}


def _replace_in(node: Node, replacements: Mapping[str, str], parent: str) -> Node:
    """Return *node*, the value of the key *parent*, with its keys and references replaced."""
    if isinstance(node, Mapping):
        is_bank = parent in BANK_LETTERS
        return {
            replacements.get(key, key) if is_bank else key: _replace_in(value, replacements, key)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [_replace_in(item, replacements, parent) for item in node]
    is_reference = isinstance(node, str) and parent in (*BANK_LETTERS, "source")
    return replacements.get(str(node), node) if is_reference else node
