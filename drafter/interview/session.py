"""The loop of an interview: next question, ask, save, until nothing is left to ask."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, Protocol

from drafter.interview.effects import changes, standing
from drafter.interview.flow import next_question
from drafter.interview.notices import notices
from drafter.library.library import Library
from drafter.model.question import Question


class Answers(Protocol):
    """Answers that are on disk as soon as they are set."""

    @property
    def data(self) -> Mapping[str, Any]:
        """What was answered so far."""

    def change(self, made: list[tuple[tuple[str | int, ...], Any]]) -> None:
        """Put each value at its place and save them all together."""


Ask = Callable[[Question, Any], Any]
Announce = Callable[[Question, Mapping[str, Any]], None]
Tell = Callable[[str], None]


def interview(answers: Answers, library: Library, ask: Ask, announce: Announce, tell: Tell) -> int:
    """Ask until every question is answered and return how many were asked.

    *ask* gets a question and the answer that stands; *announce* is told each question before it is asked;
    *tell* gets what an answer has brought about, such as two clauses that do not go together.
    Whatever *ask* raises ends the interview; every answer before it is saved.
    """
    asked = 0
    while (question := next_question(answers.data, library)) is not None:
        announce(question, answers.data)
        value = ask(question, standing(answers.data, question))
        before = deepcopy(answers.data)
        answers.change(changes(answers.data, question, value))
        for notice in notices(before, answers.data, library):
            tell(notice)
        asked += 1
    return asked
