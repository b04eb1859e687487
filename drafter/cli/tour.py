"""The tour for a first run: five minutes with an example, step by step, in plain words."""

from collections.abc import Iterable
from pathlib import Path

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.answers.store import Store
from drafter.answers.working import WorkingAnswers
from drafter.cli.layout import wrapped
from drafter.cli.menu_question import menu_question
from drafter.cli.new import ask_all, change_an_answer, made_with
from drafter.cli.practice import do_with, practice_copy
from drafter.errors import Fault, Stopped
from drafter.frozen import frozen
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import Questionnaire, questions
from drafter.interview.items.declared import choices
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.setting import open_questions
from drafter.interview.stores import Ask
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.answers import GONE
from drafter.model.question import Question
from drafter.terminal.asker import is_plain

EXAMPLE = "ruritania-upr-individual.yaml"
LEFT_OUT: tuple[KeyPath, ...] = (("details", "session"), ("details", "last_review"), ("keywords",))
"""What the example has and the tour asks for."""
_LEAVE = "leave"


@frozen
class Step:
    """A step of the tour: what it shows, in words, and what the person can try."""

    title: str
    text: str
    action: str = ""
    """``answer``, or what ``do_with`` does."""
    invites: str = "Go on"
    """The choice that does it."""


def steps(*, plain: bool) -> tuple[Step, ...]:
    """Return the steps of the tour, with the keys of this way of asking."""
    back, overview = ("<", "=") if plain else ("Ctrl-B", "Ctrl-O")
    return (
        Step(
            "what drafter does",
            "drafter asks you questions in plain words. It offers paragraphs that rest on law. Then it "
            "writes a Word file that follows the rules of the body you write to. Here you work on an "
            "invented example: a short submission about Ruritania to the Universal Periodic Review.",
        ),
        Step(
            "answer questions",
            "Three answers are missing in the example: the session, the year of the last review and the "
            "keywords. Invent them, or press Enter for an empty one. "
            f"{back} goes back to the question before. Every answer is saved at once. Above the questions, a "
            "line such as “2 of 7” says which part of the submission you are in.",
            "answer",
            "Answer them now",
        ),
        Step(
            "change an answer",
            f"{overview} shows all answers, at every question. Choose one and type a new answer. drafter "
            "then asks only what depends on it.",
            "all answers",
            "Show me all answers",
        ),
        Step(
            "read the document",
            "This is the text as it will be in the Word file, with its notes. At the end you see the words "
            "of each section against the limit.",
            "read",
            "Read it",
        ),
        Step(
            "check it",
            "drafter says what may get the document refused, what could harm somebody, and what would make "
            "it stronger. Errors come first.",
            "check",
            "Check it",
        ),
        Step(
            "build the Word file",
            "The Word file has the text that you have read: the title and who submits it, then numbered "
            "paragraphs, and the sources in notes at the end. You can go on working in Word. "
            "drafter never overwrites what somebody has changed there.",
            "build",
            "Build it",
        ),
    )


def tour(ask: Ask) -> None:
    """Lead through the steps until the person has seen all of them, or leaves.

    Raises KeyboardInterrupt for Ctrl-C, Stopped if it was pressed at a question of the example. Nothing is
    kept then.
    """
    try:
        with practice_copy(ask, EXAMPLE, _prepare) as file:
            has_seen_all = _walk(ask, file)
        if has_seen_all:
            print(wrapped("\nThat was the tour. To write your own, choose “Begin a new submission”."))
    except KeyboardInterrupt:
        raise KeyboardInterrupt("You have left the tour. Nothing of it is kept.") from None
    except Stopped:  # in the middle of its questions
        remedy = "Nothing of it is kept. You can take it again from the menu."
        raise Stopped(Fault("you have left the tour", remedy)) from None


def _prepare(file: Path) -> None:
    """Leave only the questions of the tour open in *file*: the others get an empty answer."""
    library = library_for(file)
    store = Store.open(file, made_with(library))
    questionnaire = Questionnaire(library, questions)
    asked: set[KeyPath] = set()
    while item := _next(open_questions(store.answers, questionnaire), asked):
        store.change(_empty(item, store.answers, library))
        asked.add(item.path)
    store.change([(path, GONE) for path in LEFT_OUT])


def _next(items: Iterable[Item], asked: set[KeyPath]) -> Item | None:
    """Return the first of *items* that is not *asked* yet."""
    return next((item for item in items if item.path not in asked), None)


def _empty(item: Item, answers: WorkingAnswers, library: Library) -> list[Change]:
    """Return the changes that answer *item* without saying anything."""
    values: dict[str, AnswerValue] = {"yes-no": False, "choices": [], "line": "", "long": ""}
    return item.changes(answers, values.get(item.kind), library)


def _walk(ask: Ask, file: Path) -> bool:
    """Show one step after the other and return whether the person has seen the last one."""
    every = steps(plain=is_plain(False))
    number = 0
    while number < len(every):
        step = every[number]
        try:
            chosen = ask(_question(step, number + 1, len(every)), None)
            if chosen == _LEAVE:
                return False
            if chosen == "try":
                _try(step.action, file)
        except Overview:
            continue
        except Back:
            if number == 0:
                return False
            number -= 1
            continue
        number += 1
    return True


def _question(step: Step, number: int, total: int) -> Question:
    tries = [("try", step.invites)] if step.action else []
    go_on = [("next", "Go to the next step" if step.action else step.invites)]
    return menu_question(
        f"Tour, step {number} of {total}: {step.title}",
        step.text,
        choices(*tries, *go_on, (_LEAVE, "Leave the tour")),
    )


def _try(action: str, file: Path) -> None:
    """Do what a step invites to."""
    library = library_for(file)
    questionnaire = Questionnaire(library, questions)
    plain = is_plain(False)
    match action:
        case "answer":
            store = Store.open(file, made_with(library))
            ask_all(store, questionnaire, plain=plain, has_warned=True)
        case "all answers":
            change_an_answer(file, questionnaire, plain=plain)
        case _:
            do_with(file, action)
