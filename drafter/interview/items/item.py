"""An item: a question of the interview that knows its current answer and what a new answer changes."""

from collections.abc import Sequence
from typing import ClassVar

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered, at, is_private
from drafter.answers.working import WorkingAnswers
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.marks import is_unknown
from drafter.model.node import Node
from drafter.model.question import Question

AnswerValue = str | bool | list[str] | None
"""What a person answers: a text, yes or no, several choices, or ``None`` for "I don't know yet"."""


class Item(Question):
    """A question together with its current answer and the changes that a new answer makes.

    The answer of a plain Item is saved at the question's own path. An item whose answer is saved in another
    form, or in more than one place, is a subclass.
    """

    ask_again: bool = False
    """Whether the interview comes to it once more although it has an answer."""
    has_follow_ups: ClassVar[bool] = False
    """Whether an answer may lead to another question directly: see ``follow_up``."""
    waits_for_follow_up: ClassVar[bool] = False
    """Whether an answer that leads to another question is saved only by the answer to that one."""
    says_what_was_read: ClassVar[bool] = False
    """Whether the question itself says what drafter has read, so that it need not be said once more."""
    adds_more: ClassVar[bool] = False
    """Whether it only offers to add something: without an answer, nothing is missing."""
    overview_title: str = ""
    """The title of the question in the overview, where that is not the question and its answer."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the current answer in the form in which it is asked, or ``MISSING``."""
        value = at(answers, self.path)
        return list(value) if isinstance(value, tuple) else value  # prompts know several choices as a list

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return what to save when the answer is *value*: all of it together, in this order."""
        return [(self.path, self.saved(value))]

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> "Item | None":  # noqa: ARG002
        """Return the question that *value* leads to directly, ``None`` where the interview goes on as usual.

        Nothing is saved for it: a person who stops there is asked the first question again.
        """
        return None

    def saved(self, value: AnswerValue) -> Node:
        """Return *value*, which the validator has accepted, as it is saved: digits as a number."""
        if self.kind == "number" and isinstance(value, str):
            return int(value) if value.isdecimal() else None
        if isinstance(value, str) and is_private(self.path) and is_unknown(value):
            return ""  # a question mark is nobody's name
        return value


def section_of(item: Item) -> str:
    """Return the section of the overview that *item* belongs to: a theme with all its facts is one."""
    return item.section.split(" · ")[0]


NOT_SAVED: KeyPath = ("interview", "more")
"""The beginning of the path of each question whose answer is saved elsewhere, or nowhere."""


# ---- lists that a person can add to, until she says that she wants no more ----

FINISHED: KeyPath = ("interview", "finished")
"""Where the names of the lists are saved to which the person wants to add nothing more."""
UNASKED: KeyPath = ("interview", "unasked")
"""Where the questions are listed that the file before left open: only the overview asks them."""
TYPED: KeyPath = ("interview", "typed")
"""Where half-made answers are saved, by the dotted path of their question."""


class FinishableItem(Item):
    """A question that comes again until the person says that she is finished."""

    adds_more: ClassVar[bool] = True
    name: str
    """The name under which ``interview.finished`` remembers it."""

    def finish(self, answers: WorkingAnswers) -> list[Change]:
        """Return the change that remembers that the person is finished; none where it is remembered."""
        finished = answers.interview.finished
        return [] if self.name in finished else [(FINISHED, [*finished, self.name])]

    def reopen(self, answers: WorkingAnswers) -> list[Change]:
        """Return the change that lets the question come again; none where it does."""
        finished = answers.interview.finished
        return [(FINISHED, [name for name in finished if name != self.name])] if self.name in finished else []


class AddAnother(FinishableItem):
    """Whether to add another entry to a list: yes adds an empty one, whose questions come next."""

    list_path: KeyPath

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that adds an empty entry, or that remembers that no more are wanted."""
        if not value:
            return self.finish(answers)
        return [*self.reopen(answers), ((*self.list_path, list_length(answers, self.list_path)), {})]


def list_length(answers: WorkingAnswers, path: KeyPath) -> int:
    """Return the length of the list at *path*, 0 where there is none."""
    entries = at(answers, path)
    return len(entries) if isinstance(entries, tuple | list) else 0


def is_finished(answers: WorkingAnswers, name: str) -> bool:
    """Return whether the person wants to add nothing more to the list *name*."""
    return name in answers.interview.finished


# ---- answers that are kept and not printed ----


def set_aside(answers: WorkingAnswers, path: KeyPath, entries: Sequence[Node]) -> list[Change]:
    """Return the change that keeps *entries* at *path* of the inactive answers; none if both are empty."""
    return [(path, list(entries))] if entries or at(answers, path) else []


def remove_from(answers: WorkingAnswers, path: KeyPath) -> list[Change]:
    """Return the change that deletes the value at *path*; none where there is none."""
    return [(path, GONE)] if answered(answers, path) else []
