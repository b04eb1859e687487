"""A person at the menu, who answers its questions in order."""

from collections.abc import Iterator

from drafter.interview.items.item import AnswerValue
from drafter.model.question import Question

Answer = str | type[BaseException]


class Person:
    """Answers the questions of the menu in order, and keeps them. An exception leaves the question."""

    def __init__(self, *answers: Answer) -> None:
        self.asked: list[Question] = []
        self._answers: Iterator[Answer] = iter(answers)

    def __call__(self, question: Question, _: object) -> AnswerValue:
        """Return the next answer, or raise it."""
        self.asked.append(question)
        answer = next(self._answers)
        if isinstance(answer, str):
            return answer
        raise answer

    def titles(self) -> list[str]:
        """Return the titles of the choices of the first question."""
        return [choice.title for choice in self.asked[0].choices]
