"""A document's own answers, for another document: which go along, which wait, which come back."""

from drafter.drafting.aside import Record
from drafter.drafting.moving_answers import MovingAnswers
from drafter.model.node import Node

GROUP = "details/"
"""The beginning of the name of a group of details in ``interview.finished``."""


def move_details(answers: MovingAnswers) -> None:
    """Put aside the details that the new document cannot use, and bring back those that it can."""
    change, details = answers.change, answers.details
    groups = [name.removeprefix(GROUP) for name in answers.finished if name.startswith(GROUP)]
    for name in dict.fromkeys((*details, *groups)):
        if not change.uses(name, details.get(name, []), change.before):
            under = _leave_questions(answers) if name == "questions" else {}
            unanswered = name not in details
            value = details.pop(name, None)
            answers.pool.add(
                Record(
                    ("details",), name, value, change.before,
                    finished=name in groups, unanswered=unanswered, under=under,
                )
            )  # fmt: skip
            answers.finished = [other for other in answers.finished if other != f"{GROUP}{name}"]
    for record in list(answers.pool.waiting(("details",))):
        is_wanted = details.get(record.key) in (None, "", [])
        if is_wanted and change.uses(record.key, record.value, record.document or ""):
            _bring_back(answers, record)
            answers.pool.take(record)


def _bring_back(answers: MovingAnswers, record: Record) -> None:
    if not record.unanswered:
        answers.details[record.key] = record.value
    if record.finished:
        answers.finished = [*answers.finished, f"{GROUP}{record.key}"]
    for section in answers.sections:
        number = record.under.get(str(section.get("theme")))
        if number is not None and "under" not in section:
            section["under"] = number


def _leave_questions(answers: MovingAnswers) -> dict[str, int]:
    """Return which question of the call each theme answers, and remove that from the sections."""
    numbers: dict[str, int] = {}
    for section in answers.sections:
        number: Node = section.pop("under", None)
        if isinstance(number, int):
            numbers[str(section.get("theme"))] = number
    return numbers
