"""A person's answers to a whole interview, by path, and a function that holds the interview with them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from drafter.answers.store import Store
from drafter.answers.working import WorkingAnswers
from drafter.interview.session import Person, interview
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.question import Question
from tests.support.robot import Robot
from tests.support.trees import of_submission

LIBRARY = Library(overlay("clauses"), overlay("templates"))
QUESTIONS = of_submission(LIBRARY)

MORE: dict[str, int | tuple[str, ...]] = {
    "organisations": 2,
    "theme/compulsory-treatment": ("fact", "fact", "paragraph", "recommendation"),
}
"""How many organisations there are, and what is added to a theme."""

ANSWERS: dict[tuple[Any, ...], Any] = {
    ("document",): "upr/joint",
    ("state",): "Ruritania",
    ("language",): "en",
    ("details", "session"): "sixtieth session",
    ("details", "cycle"): "",
    ("details", "deadline"): None,
    ("details", "last_review"): "May 2023",
    ("details", "follow_up"): "First line\n\nSecond line: # not a comment",
    ("organisations", 0, "name"): "Order & Safety <Act>",
    ("organisations", 0, "acronym"): "OSA",
    ("organisations", 0, "role"): "lead",
    ("organisations", 0, "what"): "A network of people in recovery.",
    ("organisations", 0, "ecosoc"): None,
    ("organisations", 1, "name"): "1. x {{ z }}",
    ("organisations", 1, "role"): "co-submitter",
    ("organisations", 1, "status"): "invited",
    ("organisations", 1, "ecosoc"): "special",
    ("stand_for",): ["recovery-oriented", "no-legalisation"],
    ("refuse",): ["decriminalisation"],
    ("themes",): ["recovery", "compulsory-treatment"],
    ("facts", "F1", "text"): "41 of 96 people interviewed in 2025 saw no judge",
    ("facts", "F1", "locator"): "p. 12",
    ("sources", "S1", "title"): "Own interviews",
    ("facts", "F2", "text"): "12 centres have no licence",
    ("facts", "F2", "locator"): "",
    ("themes", 1, "own", 0, "text"): "A paragraph of our own.",
    ("themes", 1, "own", 1, "text"): "Publish the contracts of every centre within a year.",
    ("keywords",): "drug policy, recovery",
    ("summary",): "The main points.",
    ("method",): None,
    ("sign_off", "date"): "2026-11-21",
}


ROBOT = Robot(ANSWERS, MORE)
"""Answers every question; an interview with it can be stopped at any of them."""


Respond = Callable[[Question, Any, Mapping[str, Any]], Any]
"""Returns the answer to a question, from its current answer and from all saved answers."""
Announce = Callable[[Question, WorkingAnswers], None]


def ignore(*_: object) -> None:
    """Do nothing."""


def hold(
    file: Path,
    respond: Respond = ROBOT.at_a_prompt,
    announce: Announce = ignore,
    made_with: str = "drafter under test",
) -> int:
    """Hold the interview over *file* and return how many questions were asked."""
    store = Store.open(file, made_with)

    def ask(question: Question, current: Any) -> Any:
        return respond(question, current, store.data)

    return interview(store, QUESTIONS, Person(ask, announce))
