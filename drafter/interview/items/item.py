"""An item: a question of the interview that knows its answer and what an answer changes."""

from collections.abc import Mapping
from typing import Any

from drafter.answers.paths import Change, Path, at, is_private, rows
from drafter.library.library import Library
from drafter.model.marks import is_unknown
from drafter.model.question import Question

AnswerData = Mapping[str, Any]
"""The answers so far, as they are saved, with what is private under ``private``."""


class Item(Question):
    """A question together with its current answer and the changes that a new answer makes.

    This one is for an answer that is saved at the question's own path. An item whose answer is saved in
    another form, or in more than one place, is a subclass.
    """

    def current(self, data: AnswerData) -> Any:
        """Return the current answer in the form in which it is asked, or ``MISSING``."""
        return at(data, self.path)

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return what to save when the answer is *value*: all of it together, in this order.

        *value* is ``None`` for "I don't know yet", a text, a list of texts for several choices, or a
        truth value.
        """
        return [(self.path, self.saved(value))]

    def saved(self, value: Any) -> Any:
        """Return *value*, which the validator accepted, as it is saved: digits as a number."""
        if self.kind == "number" and isinstance(value, str):
            return int(value) if value.isdecimal() else None
        if isinstance(value, str) and is_private(self.path) and is_unknown(value):
            return ""  # a question mark is nobody's name
        return value


class AddAnother(Item):
    """Whether to add another entry to a list: yes adds an empty one, whose questions come next."""

    list_path: Path
    name: str
    """The name of the list among those that the person has finished."""

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that adds an empty entry, or that remembers that no more are wanted."""
        return (
            [((*self.list_path, len(rows(data, self.list_path))), {})] if value else finish(data, self.name)
        )


FINISHED: Path = ("interview", "finished")
"""Where the lists are named to which the person wants to add nothing."""


def finish(data: Mapping[str, Any], name: str) -> list[Change]:
    """Return the change that remembers that the person wants to add nothing to the list *name*."""
    return [(FINISHED, [*rows(data, FINISHED), name])]


def set_aside(data: Mapping[str, Any], path: Path, entries: list[Any]) -> list[Change]:
    """Return the change that keeps *entries* at *path* among the inactive answers; none if both are empty."""
    return [(path, entries)] if entries or rows(data, path) else []


def section_path(data: Mapping[str, Any], theme: str) -> Path:
    """Return the path of the section about *theme*. Raises KeyError if it is not one of the themes."""
    for number, section in enumerate(rows(data, ("themes",))):
        if section.get("theme") == theme:
            return ("themes", number)
    raise KeyError(theme)
