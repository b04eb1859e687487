"""The history as it is written to a file: without anything that may tell of a person."""

from collections.abc import Mapping

from drafter.answers.paths import MISSING, Missing
from drafter.interview.history import WITHOUT_VALUES, Entry, History, Place
from drafter.model.node import Node


def as_saved(history: History) -> object:
    """Return *history* in a form that JSON can hold; ``None`` if empty.

    A change that may tell of a person, or mentions one, is written without its values and its title.
    """
    people = history.people
    done, undone = (
        [_entry_as_saved(WITHOUT_VALUES if entry.tells_of(people) else entry) for entry in entries]
        for entries in (history.done, history.undone)
    )
    return {"format": 1, "done": done, "undone": undone} if done or undone else None


def _entry_as_saved(entry: Entry) -> list[object]:
    places = [[list(place.path), _listed(place.before), _listed(place.after)] for place in entry.places]
    return [entry.title, places]


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
