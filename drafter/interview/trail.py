"""The way that an interview has come: which question to go back to, and which ones come again after that."""

from collections.abc import Callable, Iterable, Sequence

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.control_flow import HalfMade
from drafter.interview.items.item import AnswerValue, Item


class Trail:
    """The questions of a stretch of the interview: those that were answered, and those left by going back."""

    def __init__(self, ahead: Iterable[KeyPath] = ()) -> None:
        self.answered: list[KeyPath] = []
        """The questions that a person has answered here, the last one last."""
        self.ahead: list[KeyPath] = list(ahead)
        """The questions that were left by going back, the next one last: they come again one by one."""

    def next(self, items: Sequence[Item], is_open: Callable[[Item], bool]) -> Item | None:
        """Return the next of *items*: the one left last or an open one before it, else the first open one."""
        paths = {item.path for item in items}
        self.ahead = [path for path in self.ahead if path in paths]
        for item in items:
            if self.ahead and item.path == self.ahead[-1]:
                self.ahead.pop()
                return item
            if is_open(item):
                return item
        return None

    def back(self, item: Item, items: Iterable[Item], answers: WorkingAnswers) -> Item | None:
        """Return that of *items* which was answered last before *item*, ``None`` if none was.

        *item* comes again when that one is answered.
        """
        known = {each.path: each for each in items}
        while self.answered:
            path = self.answered.pop()
            if path != item.path and path in known and answered(answers, path):
                self.ahead.append(item.path)
                return known[path]
        return None


@frozen
class Undo:
    """An answer that is not saved under the path of its question, and how to undo it."""

    item: Item
    leading: Item | None
    """The question whose answer led to it."""
    changes: list[Change]
    value: AnswerValue
    led: HalfMade
    """What was typed there, if it was saved only by this answer."""


@frozen
class ChosenChange:
    """The change of an answer from the overview, with the questions that it opens."""

    visited: KeyPath
    """The question that was chosen: going back from there leads to the overview."""
    open_before: frozenset[KeyPath]
    """The questions that were open before the change: they wait until the overview is left."""
    trail: Trail


def answered_paths(items: Iterable[Item], answers: WorkingAnswers) -> list[KeyPath]:
    """Return the paths of those *items* that have an answer, in order."""
    return [item.path for item in items if answered(answers, item.path)]


def entry_path(path: KeyPath) -> KeyPath:
    """Return the path of the entry of a list or bank that the question at *path* belongs to."""
    match path:
        case ("themes", _, "own", _, *_):
            return path[:4]
        case ("themes", _, *_):
            return (*path[:2], "theme")
        case ("details", *_):
            return path[:3]
    return path[:2]
