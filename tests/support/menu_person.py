"""A person at the menu, who answers its questions in order."""

from collections.abc import Iterator

from drafter.interview.items.item import AnswerValue
from drafter.model.question import Question


class Person:
    """Answers the questions of the menu in order, and keeps them."""

    def __init__(self, *answers: str) -> None:
        self.asked: list[Question] = []
        self._answers: Iterator[str] = iter(answers)

    def __call__(self, question: Question, _: object) -> AnswerValue:
        """Return the next answer."""
        self.asked.append(question)
        return next(self._answers)

    def titles(self) -> list[str]:
        """Return the titles of the choices of the first question."""
        return [choice.title for choice in self.asked[0].choices]
