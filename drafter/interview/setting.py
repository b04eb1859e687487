"""Setting one answer by the path of its question: what ``--set`` does. Pure but for the store."""

from drafter.answers.paths import dotted
from drafter.answers.working import WorkingAnswers
from drafter.errors import Fault
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.items.item import Item
from drafter.interview.session import AnswerStore, record
from drafter.interview.validator import check

SHOWN = 8
"""Open questions that a message names."""


def open_questions(answers: WorkingAnswers, questionnaire: Questionnaire) -> list[Item]:
    """Return every question that has no answer yet, as far as the answers so far decide it."""
    return [item for item in questionnaire.questions(answers) if is_open(answers, item)]


def set_answer(
    store: AnswerStore, questionnaire: Questionnaire, path: str, text: str
) -> Fault | tuple[str, ...]:
    """Save *text* as the answer to the question at the dotted *path*.

    Return what was changed in the text, in sentences; or what is wrong and what to do.
    """
    item = find_item(store.answers, questionnaire, path)
    if item is None:
        names = ", ".join(dotted(item.path) for item in open_questions(store.answers, questionnaire)[:SHOWN])
        remedy = f"Open now: {names} …" if names else "Everything is answered."
        return Fault(f"there is no question '{path}' now", remedy)
    checked = check(item, text)
    if isinstance(checked, Fault):
        return checked
    record(store, questionnaire.library, item, checked.value, lambda _: None)
    return checked.notices


def find_item(answers: WorkingAnswers, questionnaire: Questionnaire, path: str) -> Item | None:
    """Return the question at the dotted *path*, also one to which only an answer leads; else ``None``."""
    items = list(questionnaire.questions(answers))
    for item in items:
        if dotted(item.path) == path:
            return item
    for item in items:
        for choice in item.choices if item.has_follow_ups else ():
            follow_up = item.follow_up(answers, choice.value, questionnaire.library)
            if follow_up is not None and dotted(follow_up.path) == path:
                return follow_up
    return None
