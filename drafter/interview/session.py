"""The loop of an interview: next question, ask, save; back, and over to any other answer."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, Protocol

from drafter.interview.effects import changes, standing
from drafter.interview.flow import next_question
from drafter.interview.notices import notices
from drafter.interview.overview import overview, picked, previous
from drafter.interview.signals import Back, Overview
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


def interview(
    answers: Answers,
    library: Library,
    ask: Ask,
    announce: Announce,
    tell: Tell,
    first: Question | None = None,
) -> int:
    """Ask until every question is answered and return how many were asked; *first* is asked before all.

    *ask* gets a question and the answer that stands, and may raise Back or Overview instead of giving one;
    *announce* is told each question before it is asked; *tell* gets what an answer has brought about, such as
    two clauses that do not go together. Whatever else *ask* raises ends the interview; every answer before it
    is saved.
    """
    asked = 0
    again = first
    while (question := again or next_question(answers.data, library)) is not None:
        announce(question, answers.data)
        again = None
        try:
            value = ask(question, standing(answers.data, question))
        except Back:
            again = previous(answers.data, library, question)
            continue
        except Overview:
            again = look_over(answers, library, ask)
            continue
        record(answers, library, question, value, tell)
        asked += 1
    return asked


def record(answers: Answers, library: Library, question: Question, value: Any, tell: Tell) -> None:
    """Save the answer to *question* and tell what it has brought about."""
    before = deepcopy(answers.data)
    answers.change(changes(answers.data, question, value, library))
    for notice in notices(before, answers.data, library):
        tell(notice)


def look_over(answers: Answers, library: Library, ask: Ask) -> Question | None:
    """Show everything answered and return the question to ask again, or ``None`` to go on."""
    shown = overview(answers.data, library)
    try:
        value = ask(shown, None)
    except (Back, Overview):
        return None
    chosen = picked(answers.data, library, str(value))
    if isinstance(chosen, list):
        answers.change(chosen)
        return None
    return chosen
