"""Where the answers of an interview are kept, and how its questions are asked."""

from collections.abc import Callable, Mapping
from typing import Protocol

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.item import AnswerValue
from drafter.model.node import Node
from drafter.model.question import Question


class AnswerStore(Protocol):
    """Answers that are on disk as soon as they are changed."""

    @property
    def answers(self) -> WorkingAnswers:
        """What was answered so far."""

    @property
    def data(self) -> Mapping[str, Node]:
        """What was answered so far, as it is saved."""

    def change(self, changes: list[Change]) -> None:
        """Make the changes and save them all together."""


Ask = Callable[[Question, object], AnswerValue]
"""Asks a question, with the current answer or ``MISSING``, and returns the answer; may raise an Aside."""
