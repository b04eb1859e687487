"""The steps of a plan: changes of values, and entries that are added to a list or taken out of it."""

from collections.abc import Iterable
from typing import TypeAlias

from drafter.answers.changes import Change, applied
from drafter.answers.paths import KeyPath, rows
from drafter.frozen import frozen
from drafter.model.node import Node, Tree
from drafter.privacy.private_file import NAME


@frozen
class Insertion:
    """A new entry of a list."""

    path: KeyPath
    """The path of the list."""
    before: int
    """The entry of the original list that it comes before; its length for the end."""
    value: Node


@frozen
class Removal:
    """An entry that is taken out of a list."""

    path: KeyPath
    """The path of the entry in the original answers."""


Step: TypeAlias = Change | Insertion | Removal


def private_name(key: str) -> KeyPath:
    """Return the path of the real name of the person in case *key*."""
    return ("private", "cases", key, NAME)


class EditedTree:
    """Saved answers while steps are done to them, whose positions are those of the original lists."""

    def __init__(self, tree: Tree, positions: dict[KeyPath, list[int | None]] | None = None) -> None:
        self.tree = tree
        self._positions = positions or {}
        """By the path of a list, the original position of each of its entries; ``None`` for a new one."""

    def after(self, steps: Iterable[Step]) -> "EditedTree":
        """Return the answers after *steps*."""
        edited = EditedTree(self.tree, {path: list(order) for path, order in self._positions.items()})
        for step in steps:
            match step:
                case Insertion():
                    edited._insert(step)
                case Removal():
                    edited._remove(step)
                case (path, value):
                    current = edited._current(path)
                    if current is not None:
                        edited.tree = applied(edited.tree, [(current, value)])
        return edited

    def _order(self, path: KeyPath) -> list[int | None]:
        return self._positions.setdefault(path, list(range(len(rows(self.tree, path)))))

    def _insert(self, step: Insertion) -> None:
        order, entries = self._order(step.path), rows(self.tree, step.path)
        later = [index for index, place in enumerate(order) if place is not None and place >= step.before]
        index = later[0] if later else len(order)
        order.insert(index, None)
        entries.insert(index, step.value)
        self.tree = applied(self.tree, [(step.path, entries)])

    def _remove(self, step: Removal) -> None:
        path, position = step.path[:-1], step.path[-1]
        order, entries = self._order(path), rows(self.tree, path)
        if position not in order:
            return
        index = order.index(int(position))
        del order[index], entries[index]
        self.tree = applied(self.tree, [(path, entries)])

    def _current(self, path: KeyPath) -> KeyPath | None:
        """Return the present path of what was at *path*; ``None`` if it was taken out."""
        current: list[str | int] = []
        for length, step in enumerate(path):
            order = self._positions.get(path[:length])
            if order is None or not isinstance(step, int) or step > len(order):
                current.append(step)
            elif step in order:
                current.append(order.index(step))
            elif step < max((place for place in order if place is not None), default=-1):
                return None
            else:
                current.append(step)
        return tuple(current)
