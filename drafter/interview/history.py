"""The last changes of the answers: each can be undone, and done again.

A change is kept as the values before and after it, at the places that it touched. It is undone only if these
places still hold what it left there: what somebody else has changed since is never overwritten.

What may tell of a person is kept in memory alone, and a private name not even there. In its place stays an
entry without values, so that undoing says that it cannot bring this back, and undoes nothing else instead.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from drafter.answers.about_people import KnownPeople, erased_rows, tells_of_people
from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, Missing, saved_at
from drafter.frozen import frozen
from drafter.model.answers import GONE
from drafter.model.node import Node, Tree

MOST = 50
"""Changes that are kept."""
NOT_KEPT = "an answer about a person"
"""The title of a change whose values are not kept: its own title might name the person."""


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
    places: tuple[Place, ...] = ()
    """Empty if the values are not kept."""

    def tells_of(self, people: KnownPeople) -> bool:
        """Return whether it may tell of a person, or mentions one of *people*: no file keeps it then."""
        values = [(place.path, value) for place in self.places for value in (place.before, place.after)]
        return (
            any(tells_of_people(path, value) for path, value in values)
            or any(people.mentioned_in(text) for text in (self.title, *(value for _, value in values)))
            or self.names(people)
        )

    def names(self, people: KnownPeople) -> bool:
        """Return whether it has something of the private file of *people*: not even memory keeps it."""
        values = [self.title, *(value for place in self.places for value in (place.before, place.after))]
        return any(place.path[0] == "private" for place in self.places) or any(map(people.named_in, values))


WITHOUT_VALUES = Entry(NOT_KEPT)


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
        self.people = KnownPeople()
        """The people whom the answers know: no file keeps what mentions them."""
        self._save = save
        """Called after each change of the history."""

    def add(self, title: str, before: Tree, after: Tree, changes: Sequence[Change]) -> None:
        """Remember the *changes* that led from *before* to *after*; what was undone is forgotten."""
        places = tuple(_places(before, after, [path for path, _ in changes]))
        if not places:
            return
        if any(erased_rows(changes)):
            self.forget()  # a person who is erased is erased here too
            return
        self.done = [*self.done, Entry(title, places)][-MOST:]
        self.undone = []
        self.meet(after, before)
        self._save(self)

    def meet(self, *trees: Tree) -> None:
        """Know the people in the saved answers *trees*, and keep nothing that has their private details."""
        self.people = KnownPeople.of(*trees)
        self.done, self.undone = (
            [WITHOUT_VALUES if entry.names(self.people) else entry for entry in entries]
            for entries in (self.done, self.undone)
        )

    def clean(self, tree: Tree) -> None:
        """Erase from what was read from a file whatever may tell of a person in the saved answers *tree*."""
        self.meet(tree)
        self.done, self.undone = (
            [WITHOUT_VALUES if entry.tells_of(self.people) else entry for entry in entries]
            for entries in (self.done, self.undone)
        )
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
        if not entry.places:
            message = f"drafter does not keep {entry.title} when it is changed, so it cannot bring that back."
        elif _holds(store.data, ((place.path, place.after) for place in entry.places)):
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
        if not entry.places:
            message = f"drafter does not keep {entry.title} when it is changed, so it cannot do that again."
        elif _holds(store.data, ((place.path, place.before) for place in entry.places)):
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
