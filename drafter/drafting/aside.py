"""What a file keeps and does not print: the record of each thing that was taken out or put aside.

A record under ``inactive.removed`` has ``place`` (the steps to the holder; a theme stands there by its id),
``key`` (its key or its number in the list) and ``value``. With ``document`` it was put aside because another
document was chosen: it was written for that document, and comes back by itself with one that can use it.
A record may also have ``finished`` (no more of the group were wanted), ``under`` (the question of a call that
each theme answers) and ``facts`` (those that its section took over meanwhile).
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from drafter.answers.paths import Path, keys, rows

REMOVED: Path = ("inactive", "removed")
OFFERED: Path = ("inactive", "offered")
"""By theme, the clauses that are suggested in place of others: ``{clause, instead_of}``. None is taken.

A theme that stands here is asked for its clauses once more, also where the list is empty.
"""
_OLD_DETAILS: Path = ("inactive", "details")
_OLD_PARTS: Path = ("inactive", "parts")
"""Where earlier versions of drafter kept what another document could not use."""

Record = dict[str, Any]


def record(place: tuple[str, ...], key: str, value: Any, document: str, **more: Any) -> Record:
    """Return the record of *value*, which was written for *document*, with what is true of *more*."""
    extras = {name: one for name, one in more.items() if one}
    return {"place": list(place), "key": key, "value": value, "document": document, **extras}


def records(data: Mapping[str, Any]) -> list[Record]:
    """Return every record of *data*, those of earlier versions of drafter included."""
    found = [dict(deepcopy(one)) for one in rows(data, REMOVED)]
    for document, details in keys(data, _OLD_DETAILS).items():
        found += [record(("details",), str(name), value, document) for name, value in details.items()]
    found += [record((), str(name), value, "") for name, value in keys(data, _OLD_PARTS).items()]
    return found


class Pool:
    """The records of one file while its document is changed."""

    def __init__(self, given: list[Record]) -> None:
        self.all = given
        self.new: list[Record] = []
        """What was put aside by this change."""

    def add(self, one: Record) -> None:
        """Put *one* aside."""
        self.all.append(one)
        self.new.append(one)

    def take(self, one: Record) -> None:
        """Take *one* out of the records: it is an answer again."""
        self.all = [other for other in self.all if other is not one]
        self.new = [other for other in self.new if other is not one]

    def waiting(self, place: tuple[str, ...], key: str | None = None) -> Iterator[Record]:
        """Yield what was put aside at *place*, the latest first; nothing that the author took out."""
        for one in reversed(list(self.all)):
            if "document" in one and tuple(one["place"]) == place and key in (None, one["key"]):
                yield one
