"""A person who does a list of things, question after question: for tests of the interview itself.

The robot answers what it is asked; this person does what the test says, whatever the question is: answers,
goes back, opens the overview, or stops with half an answer on the line.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from drafter.interview.control_flow import Stop
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import Item
from drafter.interview.session import AnswerStore, Person, interview
from drafter.model.question import Question
from drafter.yaml_text import KeyPath


class ScriptedPerson:
    """A person who does one of *actions* at each question, and stops when they are used up.

    An action is an answer, or an exception to raise: ``Back()``, ``Overview()``, ``Stop("half a wo")``.
    """

    def __init__(self, *actions: Any) -> None:
        self.actions: Iterator[Any] = iter(actions)
        self.questions: list[Question] = []
        """The questions that were asked."""
        self.current_values: list[Any] = []
        """What each of them showed as the answer so far."""

    def __call__(self, question: Question, current: object) -> Any:
        """Do the next action."""
        self.questions.append(question)
        self.current_values.append(current)
        action = next(self.actions, Stop())
        if isinstance(action, BaseException):
            raise action
        return action

    @property
    def paths(self) -> list[KeyPath]:
        """The paths of the questions that were asked."""
        return [question.path for question in self.questions]


def interview_until_stopped(
    store: AnswerStore,
    questionnaire: Questionnaire,
    *actions: Any,
    first: Item | None = None,
    review: bool = False,
) -> ScriptedPerson:
    """Hold the interview with a person who does *actions* and then stops, and return that person."""
    person = ScriptedPerson(*actions)
    with pytest.raises(Stop):
        interview(store, questionnaire, Person(person), first=first, review=review)
    return person
