"""A person's answers to a whole interview, by place, and the interview held with them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from drafter.answers.store import Store
from drafter.interview.session import interview
from drafter.library.folders import stacked
from drafter.library.library import Library
from drafter.model.question import Question
from drafter.terminal.prompts import ask
from tests.support.typing_keys import keyboard, keys_for

LIBRARY = Library(stacked("clauses"), stacked("templates"))

ONCE: dict[tuple[Any, ...], list[Any]] = {
    ("interview", "more", "organisations"): [True, False],
    ("interview", "more", "theme/compulsory-treatment"): ["fact", "fact", "paragraph", "recommendation", ""],
    ("interview", "more", "theme/recovery"): [""],
}
"""Answers to questions that come again after each answer."""

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
    ("facts", "F1", "source"): "new",
    ("facts", "F1", "locator"): "p. 12",
    ("sources", "S1", "title"): "Own interviews",
    ("facts", "F2", "text"): "12 centres have no licence",
    ("facts", "F2", "source"): "S1",
    ("facts", "F2", "locator"): "",
    ("themes", 1, "own", 0, "text"): "A paragraph of our own.",
    ("themes", 1, "own", 1, "text"): "Publish the contracts of every centre within a year.",
    ("keywords",): "drug policy, recovery",
    ("summary",): "The main points.",
    ("method",): None,
    ("sign_off", "date"): "2026-11-21",
}


class Person:
    """Somebody who answers every question, types real keys, and can be stopped at any of them."""

    def __init__(self, answered: int = 0) -> None:
        self.turns = {path: list(answers) for path, answers in ONCE.items()}
        self.answered = answered

    def answer(self, question: Question) -> Any:
        """Return what this person answers to *question*."""
        path = question.path
        if path in self.turns:
            return self.turns[path].pop(0)
        if path in ANSWERS:
            return ANSWERS[path]
        if path[-1] == "clauses":
            return [
                choice.value for choice in question.choices if choice.value.startswith(str(path_theme(path)))
            ][:4]
        if question.kind in ("choice", "search"):
            return question.choices[0].value
        return f"answer to {path[-1]}" if question.required else ""

    def __call__(self, question: Question, standing: Any) -> Any:
        """Type the answer to *question* into the real prompt and return what the prompt gives."""
        with keyboard(keys_for(question, self.answer(question), standing)):
            return ask(question, standing, lambda _: None)


def path_theme(path: tuple[Any, ...]) -> str:
    """Return the theme that the script chose at this place."""
    theme: str = sorted(ANSWERS["themes",], key=list(LIBRARY.themes.themes).index)[path[1]]
    return theme


def hold(
    file: Path, person: Callable[[Question, Any], Any], told: Callable[[Question, Mapping[str, Any]], None]
) -> int:
    """Hold the interview with *person* over *file* and return how many questions were asked."""
    return interview(Store.open(file, "drafter under test"), LIBRARY, person, told, lambda _: None)
