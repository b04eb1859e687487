"""However a person goes through the interview, the file has the same answers in the end."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.answers.load import read_answers
from drafter.answers.paths import dotted
from drafter.answers.store import Store
from drafter.interview.control_flow import Back, Overview
from drafter.interview.flow import questions
from drafter.interview.overview import GO_ON, OVERVIEW
from drafter.interview.session import Person, interview
from drafter.model.question import Question
from drafter.privacy.private_file import private_path
from drafter.yaml_text import KeyPath
from tests.support.long_submission import (
    MADE_WITH,
    ROBOT,
    active_answers,
    answer_long_submission,
)
from tests.support.script import LIBRARY, QUESTIONS


def wrong_answer(question: Question, data: Mapping[str, Any], pick: int) -> Any:
    """Return another answer than the robot's, or the same where another could not be taken back."""
    correct = ROBOT.answer(question, data)
    if question.path[:2] == ("interview", "more"):
        return correct
    if question.path[-1] in ("source", "cited_in"):
        return correct  # a source that was typed stays with the others, also if its fact then has none
    others: list[Any]
    if question.path == ("document",):
        others = [
            "ccpr/list-of-issues",
            "cedaw/alternative-report",
            "upr/individual",
            "crc/communication",
            "hrc/written-statement",
        ]
    elif question.kind in ("choice", "search"):
        others = [choice.value for choice in question.choices if choice.value not in (correct, "new")]
    elif question.kind == "choices":
        values = [choice.value for choice in question.choices]
        selections: list[list[str]] = [correct[1:], values[-1:], [*correct, *values[:1]]]
        others = [
            selection
            for selection in selections
            if (selection or not question.required) and set(selection) != set(correct)
        ]
    else:
        others = ["text that is taken back"]
    if question.allow_unknown:
        others.append(None)
    return others[pick % len(others)] if others else correct


_PARTS_OF_LINES = ("email", "country")
"""Ends of the paths to answers that are asked apart only where the line with them has left them open."""


@dataclass(frozen=True)
class Step:
    """What the walker does at a question: answer it, go back, jump to another, give a wrong answer, open and
    leave the overview, or be cut off.
    """

    kind: str
    pick: int


@dataclass
class Walker:
    """A person who takes detours: does *steps* in turn, and goes straight on when they are used up.

    The answers are the robot's; the walker only decides when to answer and where to go instead.
    """

    store: Store
    steps: list[Step]
    next_choice: str | None = None
    """What to choose in the overview when it opens: a value, or the number of a row."""
    to_correct: KeyPath | None = None
    """The path of a wrong answer, which is corrected at once."""

    def __call__(self, question: Question, _: Any) -> Any:
        """Do the next step at *question*."""
        if question.path == OVERVIEW:
            return self._choose(question)
        if question.path[:2] == OVERVIEW:  # a list that the overview has opened: it is left again
            self.next_choice = GO_ON
            return GO_ON
        if self.to_correct is not None:
            return self._correct(question)
        return self._take(self.steps.pop(0) if self.steps else Step("answer", 0), question)

    def _correct(self, question: Question) -> Any:
        """Correct the wrong answer: at its question, or on the way there through the overview."""
        if question.path != self.to_correct:
            self.next_choice = dotted(self.to_correct or ())
            raise Overview
        self.to_correct = None
        return ROBOT.answer(question, self.store.data)

    def _take(self, step: Step, question: Question) -> Any:
        """Take one step at *question*."""
        if not question.automatic and step.kind in ("answer", "wrong answer"):
            raise Back  # the direct interview does not ask it, so the robot knows no answer
        answer = ROBOT.answer(question, self.store.data)
        if step.kind == "wrong answer" and question.path[-1] in _PARTS_OF_LINES:
            return answer  # the overview has the row of the whole line, at which it would be corrected
        match step.kind:
            case "back":
                raise Back
            case "jump":
                self.next_choice = str(step.pick)
                raise Overview
            case "look":
                self.next_choice = GO_ON
                raise Overview
            case "cut off":
                raise KeyboardInterrupt
            case "wrong answer":
                wrong = wrong_answer(question, self.store.data, step.pick)
                self.to_correct = question.path if wrong != answer else None
                return wrong
        return answer

    def _choose(self, question: Question) -> str:
        values = [choice.value for choice in question.choices]
        # A row may only open or close a section: then the overview asks again, and the walker goes on.
        choice, self.next_choice = self.next_choice or GO_ON, None
        return values[int(choice) % len(values)] if choice.isdecimal() else choice


def take_detour(file: Path, steps: list[Step]) -> None:
    """Answer the whole interview in *file* with these *steps*; open it again from disk after each cut."""
    left = list(steps)
    for _ in range(len(steps) + 1):
        walker = Walker(Store.open(file, MADE_WITH), left)
        try:
            interview(walker.store, QUESTIONS, Person(walker))
            if walker.to_correct is not None:  # no question came after it from which to open the overview
                items = questions(walker.store.answers, LIBRARY)
                last = next(item for item in items if item.path == walker.to_correct)
                interview(walker.store, QUESTIONS, Person(walker), first=last)
        except KeyboardInterrupt:
            left = walker.steps
        else:
            return
    pytest.fail("the interview never ended")


@pytest.fixture(scope="module")
def direct(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return the file of an interview without detours, and its text as it was at each question."""
    file = tmp_path_factory.mktemp("direct") / "a.yaml"
    return file, answer_long_submission(file)


def test_the_direct_interview_has_everything_that_a_detour_could_lose(
    direct: tuple[Path, list[str]],
) -> None:
    answers, _ = read_answers(direct[0])
    assert len(direct[1]) > 70
    assert [len(section.own) for section in answers.themes] == [2, 1]
    assert [section.facts for section in answers.themes] == [("F1", "F2"), ("F3",)]
    assert (len(answers.organisations), len(answers.cases), len(answers.sources)) == (2, 1, 1)
    assert len(answers.earlier) == 1
    assert answers.themes[0].own[1].wording == "answer to text"


KINDS = ("answer", "answer", "back", "jump", "wrong answer", "wrong answer", "look", "cut off")
STEPS = st.lists(st.builds(Step, st.sampled_from(KINDS), st.integers(0, 200)), min_size=3, max_size=14)
NUMBERS = itertools.count()


@pytest.mark.seconds(180)
@settings(
    max_examples=16,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(start=st.floats(0, 1), steps=STEPS)
def test_every_detour_ends_with_the_answers_of_the_direct_interview(
    direct: tuple[Path, list[str]], tmp_path: Path, start: float, steps: list[Step]
) -> None:
    file, texts = direct
    file_with_detours = tmp_path / str(next(NUMBERS)) / "a.yaml"  # with no private files of others beside it
    file_with_detours.parent.mkdir()
    begun = texts[int(start * (len(texts) - 1))]
    file_with_detours.write_text(begun, "utf-8")
    if "private_id" in begun:
        private_path(file_with_detours).write_bytes(private_path(file).read_bytes())
    take_detour(file_with_detours, steps)
    assert active_answers(file_with_detours) == active_answers(file)
