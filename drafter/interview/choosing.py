"""The questions that lead to a document: an interview over answers that are not saved."""

from collections.abc import Iterator, Mapping

from drafter.answers.changes import Change, applied
from drafter.answers.working import WorkingAnswers
from drafter.interview.control_flow import Back
from drafter.interview.flow import NO_STATE, Questionnaire
from drafter.interview.items.declared import from_ask
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.session import Person, interview
from drafter.interview.stores import Ask
from drafter.library.library import Library
from drafter.library.recommend import REGION, STATE, can_matter, choosing_questions, regions_of
from drafter.model.answers import FORMAT
from drafter.model.node import Tree
from drafter.model.question import Choice, Question

UNNAMED_STATE = "I don't want to say"


class UnsavedAnswers:
    """Answers in memory, for an interview that is not saved."""

    def __init__(self) -> None:
        self.data: Tree = {"format": FORMAT}
        """The answers in the form in which others are saved."""

    @property
    def answers(self) -> WorkingAnswers:
        """What was answered so far."""
        return WorkingAnswers.model_validate(self.data)

    def change(self, changes: list[Change]) -> None:
        """Make the changes."""
        self.data = applied(self.data, changes)


class _LeftAtFirst(Exception):
    """The person went back from the first question."""


def choosing_items(answers: WorkingAnswers, library: Library) -> Iterator[Item]:
    """Yield the questions that lead to a document, as far as the answers so far decide them."""
    before: dict[str, str] = {}
    """The answers to the questions before: only they decide whether a question comes."""
    for ask in choosing_questions(library):
        if all(before.get(name) == value for name, value in ask.when.items()) and (
            _can_matter(library, ask.name, before)
        ):
            item = from_ask(ask, ("details", ask.name), "Choosing a document")
            yield _which_state(item, library) if ask.name == STATE else item
            if answer := answers.details.get(ask.name):
                before[ask.name] = str(answer)


def _can_matter(library: Library, name: str, before: Mapping[str, str]) -> bool:
    """Return whether the question *name* can still change what is suggested, after the answers *before*."""
    if name == REGION and regions_of(library, before.get(STATE, "")):
        return False
    return not before or can_matter(library, name, before)


def _which_state(item: Item, library: Library) -> Item:
    """Return *item* with the States to choose from, the first choice being to name none."""
    states = (
        Choice(value=state.name, title=state.name, also=", ".join((state.formal, *state.other_names)))
        for state in library.states.values()
    )
    none = Choice(value=NO_STATE, title=UNNAMED_STATE)
    return item.model_copy(update={"choices": (none, *states), "allow_unknown": False})


def ask_about_situation(library: Library, ask: Ask) -> dict[str, str]:
    """Ask the questions and return the answers. "I don't know yet" counts as no answer.

    Raises Back if the person goes back from the first question.
    """
    store = UnsavedAnswers()
    questionnaire = Questionnaire(library, choosing_items)
    first = next(questionnaire.questions(store.answers)).path

    def ask_or_leave(question: Question, current: object) -> AnswerValue:
        try:
            return ask(question, current)
        except Back:
            if question.path == first:
                raise _LeftAtFirst from None
            raise

    try:
        interview(store, questionnaire, Person(ask_or_leave))
    except _LeftAtFirst:
        raise Back from None
    details = store.answers.details
    return {name: str(value) for name, value in details.items() if value}
