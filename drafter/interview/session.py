"""The loop of an interview: next question, ask, save; back, and over to any other answer."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, Protocol

from drafter.answers.paths import MISSING, Change, Path, at, keys
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.flow import is_open, next_question, questions
from drafter.interview.items.declared import MORE, TYPED
from drafter.interview.items.item import Item
from drafter.interview.messages import notices
from drafter.interview.overview import GO_ON, OVERVIEW, WHETHER, out, overview, picked, previous
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.question import Question
from drafter.model.xml_text import strip_xml_illegal


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
    first: Item | None = None,
) -> int:
    """Ask until every question is answered and return how many were asked; *first* is asked before all.

    *ask* gets a question and the answer that stands, and may raise Back or Overview instead of giving one;
    *announce* is told each question before it is asked; *tell* gets what an answer has brought about, such as
    two clauses that do not go together. Whatever else *ask* raises ends the interview; every answer before it
    is saved.
    """
    asked = 0
    again = first
    visited: Path | None = None  # what was picked from the overview: back leads to where that was opened
    ahead: list[Path] = []  # the questions that were left by going back: they come again one by one
    # The question whether there is one more, just answered, and what undoes that: back takes it away again.
    added: tuple[Item, list[Change]] | None = None
    typed = {str(key): str(text) for key, text in keys(answers.data, TYPED).items()}
    while (question := again or _next(answers.data, library, ahead)) is not None:
        announce(question, answers.data)
        again = None
        place = ".".join(map(str, question.path))
        try:
            value = ask(question, typed.get(place, question.current(answers.data)))
        except (Back, Overview) as aside:
            _keep(typed, place, aside.typed)
            if aside.typed is not None:
                _save_typed(answers, typed)  # the list of all answers may be left with Ctrl-C
            if isinstance(aside, Overview):
                ahead += [question.path] if question.path != visited else []
                again = look_over(answers, library, ask)
                visited = again.path if again else None
                _forget_gone(answers, library, typed)
            elif question.path != visited:
                if added is not None:
                    again, undo = added
                    answers.change(undo)
                else:
                    ahead.append(question.path)
                    again = previous(answers.data, library, question)
            added = None
            continue
        except KeyboardInterrupt as stop:  # what a list is left with has nothing typed in it
            _keep(typed, place, stop.typed if isinstance(stop, Stop) else None)
            _save_typed(answers, typed)
            raise
        typed.pop(place, None)
        undo = record(answers, library, question, value, tell)
        added = (question, undo) if question.path[:2] == MORE else None
        if place in keys(answers.data, TYPED):
            _save_typed(answers, typed)
        asked += 1
    return asked


def _next(data: Mapping[str, Any], library: Library, ahead: list[Path]) -> Item | None:
    """Return the last of the questions *ahead*, which it leaves, or one before it that is open meanwhile."""
    while ahead:
        for one in questions(data, library):
            if one.path == ahead[-1]:
                ahead.pop()
                return one
            if is_open(data, one):
                return one
        ahead.pop()  # it does not apply any more
    return next_question(data, library)


def _keep(typed: dict[str, str], place: str, text: str | None) -> None:
    kept = strip_xml_illegal(text or "")
    if kept.strip() and not place.startswith("private."):
        typed[place] = kept


def _forget_gone(answers: Answers, library: Library, typed: dict[str, str]) -> None:
    """Forget what was typed of something that was taken out meanwhile: a case that is erased is erased."""
    there = {".".join(map(str, one.path)) for one in questions(answers.data, library)} if typed else set()
    gone = [place for place in typed if place not in there]
    for place in gone:
        del typed[place]
    if gone and keys(answers.data, TYPED):
        _save_typed(answers, typed)


def _save_typed(answers: Answers, typed: Mapping[str, str]) -> None:
    """Keep what was on the line, and not yet answered, for when the interview goes on."""
    if typed or keys(answers.data, TYPED):
        answers.change([(TYPED, dict(typed) if typed else GONE)])


def record(answers: Answers, library: Library, question: Item, value: Any, tell: Tell) -> list[Change]:
    """Save the answer to *question*, tell what it has brought about, and return the changes that undo it."""
    before = deepcopy(answers.data)
    made = question.changes(answers.data, value, library)
    answers.change(made)
    for notice in notices(before, answers.data, library):
        tell(notice)
    stood = [(path, at(before, path)) for path, _ in reversed(made)]
    return [(path, GONE if value is MISSING else value) for path, value in stood]


def look_over(answers: Answers, library: Library, ask: Ask) -> Item | None:
    """Show everything answered and return the question to ask again, or ``None`` to go on.

    From there lead lists of what is seldom set and of what can be taken out; each leads back to it.
    """
    shown = overview(answers.data, library)
    while True:
        try:
            value = ask(shown, MISSING)
        except (Back, Overview):
            value = GO_ON
        if shown.path[:3] == WHETHER:
            if value is True:
                answers.change(out(answers.data, shown))
            shown = overview(answers.data, library)
            continue
        chosen = picked(answers.data, library, str(value))
        if isinstance(chosen, list):
            answers.change(chosen)
            return None
        if chosen is None and shown.path != OVERVIEW:
            shown = overview(answers.data, library)
        elif chosen is None or chosen.path[:2] != OVERVIEW:
            return chosen
        else:
            shown = chosen
