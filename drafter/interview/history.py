"""The last changes of the answers: each can be undone, and done again.

A change is kept as the values before and after it, at the places that it touched. It is undone only if these
places still hold what it left there: what somebody else has changed since is never overwritten.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, KeyPath, Missing, saved_at
from drafter.frozen import frozen
from drafter.model.answers import GONE
from drafter.model.node import Node, Tree

MOST = 50
"""Changes that are kept."""
_PERSONAL = ("cases", "private")
"""Steps of the paths to the case of a person, and to the private file."""


@frozen
class Place:
    """A place in the answers and its values; a value that was not there is a ``Missing``."""

    path: KeyPath
    before: Node | Missing
    after: Node | Missing


@frozen
class Entry:
    """One change, under the name by which the overview shows it."""

    title: str
    places: tuple[Place, ...]

    @property
    def is_personal(self) -> bool:
        """Whether it touches a person's case: such a change is kept in memory alone, never in a file."""
        return any(_is_personal(place) for place in self.places)


def _is_personal(place: Place) -> bool:
    return any(step in _PERSONAL for step in place.path) or any(
        isinstance(value, Mapping) and not set(_PERSONAL).isdisjoint(value)
        for value in (place.before, place.after)
    )


class ChangedStore(Protocol):
    """Answers that can be changed."""

    @property
    def data(self) -> Tree:
        """The answers as they are saved."""

    def change(self, changes: list[Change]) -> None:
        """Make the changes and save them all together."""


class History:
    """The changes that can be undone, the last one last, and those that can be done again."""

    def __init__(
        self,
        done: Sequence[Entry] = (),
        undone: Sequence[Entry] = (),
        save: Callable[["History"], None] = lambda _: None,
    ) -> None:
        self.done = list(done)
        self.undone = list(undone)
        self._save = save
        """Called after each change of the history."""

    def add(self, title: str, before: Tree, after: Tree, changes: Iterable[Change]) -> None:
        """Remember the *changes* that led from *before* to *after*; what was undone is forgotten."""
        places = tuple(_places(before, after, [path for path, _ in changes]))
        if not places:
            return
        if any(path[:1] == ("cases",) and len(path) == 2 and value is GONE for path, value in changes):
            self.forget()  # a person whose case is erased is erased here too
            return
        self.done = [*self.done, Entry(title, places)][-MOST:]
        self.undone = []
        self._save(self)

    def drop_last(self) -> None:
        """Forget the last change, which was undone in another way."""
        del self.done[-1:]
        self._save(self)

    def forget(self) -> None:
        """Forget every change."""
        self.done, self.undone = [], []
        self._save(self)

    def undo(self, store: ChangedStore) -> str:
        """Undo the last change in *store* and return in a sentence what happened."""
        if not self.done:
            return "There is nothing to undo."
        entry = self.done.pop()
        if _holds(store.data, ((place.path, place.after) for place in entry.places)):
            store.change([(place.path, _to_save(place.before)) for place in reversed(entry.places)])
            self.undone.append(entry)
            message = f"Undone: {entry.title}. Ctrl-Y does it again."
        else:
            message = (
                f"This answer was changed elsewhere since, so drafter leaves it as it is: {entry.title}."
            )
        self._save(self)
        return message

    def redo(self, store: ChangedStore) -> str:
        """Do the last undone change again in *store* and return in a sentence what happened."""
        if not self.undone:
            return "There is nothing to do again."
        entry = self.undone.pop()
        if _holds(store.data, ((place.path, place.before) for place in entry.places)):
            store.change([(place.path, _to_save(place.after)) for place in entry.places])
            self.done.append(entry)
            message = f"Done again: {entry.title}."
        else:
            message = (
                f"This answer was changed elsewhere since, so drafter leaves it as it is: {entry.title}."
            )
        self._save(self)
        return message


def _places(before: Tree, after: Tree, paths: Sequence[KeyPath]) -> Iterator[Place]:
    """Yield the places that differ between *before* and *after* at *paths*; of a list always the whole."""
    whole = [_of_list(before, after, path) for path in paths]
    kept: list[KeyPath] = []
    for path in sorted(dict.fromkeys(whole), key=len):
        if not any(path[: len(other)] == other for other in kept):
            kept.append(path)
    for path in kept:
        old, new = saved_at(before, path), saved_at(after, path)
        if old != new and not (isinstance(old, Missing) and isinstance(new, Missing)):
            yield Place(path, old, new)


def _of_list(before: Tree, after: Tree, path: KeyPath) -> KeyPath:
    """Return *path*, or the path of the first list on it that has another length in *before* and *after*.

    The numbers of its entries mean different things in the two.
    """
    for length in range(1, len(path)):
        old, new = saved_at(before, path[:length]), saved_at(after, path[:length])
        if isinstance(old, Missing) or isinstance(new, Missing):
            return path[:length]
        if isinstance(path[length], int) and (
            not isinstance(old, list | tuple) or not isinstance(new, list | tuple) or len(old) != len(new)
        ):
            return path[:length]
    return path


def _holds(data: Tree, values: Iterable[tuple[KeyPath, Node | Missing]]) -> bool:
    for path, value in values:
        here = saved_at(data, path)
        if here != value and not (isinstance(here, Missing) and isinstance(value, Missing)):
            return False
    return True


def _to_save(value: Node | Missing) -> Node:
    return GONE if isinstance(value, Missing) else value  # type: ignore[return-value]


# ---- as it is written to a file ----


def as_saved(history: History) -> object:
    """Return *history* in a form that JSON can hold, without the cases of people; ``None`` if empty.

    A change that came before a personal one is kept: it is undone only if its places still hold.
    """
    done, undone = (
        [
            [
                entry.title,
                [[list(place.path), _listed(place.before), _listed(place.after)] for place in entry.places],
            ]
            for entry in entries
            if not entry.is_personal
        ]
        for entries in (history.done, history.undone)
    )
    return {"format": 1, "done": done, "undone": undone} if done or undone else None


def from_saved(saved: object) -> tuple[list[Entry], list[Entry]]:
    """Return the done and the undone changes that were *saved*; none if they have another form."""
    try:
        return _entries(saved, "done"), _entries(saved, "undone")
    except (TypeError, ValueError, KeyError, IndexError):
        return [], []


def _entries(saved: object, name: str) -> list[Entry]:
    if not isinstance(saved, Mapping) or saved["format"] != 1:
        return []
    return [
        Entry(
            str(title),
            tuple(
                Place(tuple(path), before[0] if before else MISSING, after[0] if after else MISSING)
                for path, before, after in places
            ),
        )
        for title, places in saved[name]
    ]


def _listed(value: Node | Missing) -> list[Node]:
    return [] if isinstance(value, Missing) else [value]
