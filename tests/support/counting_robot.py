"""A robot that types its answers at real prompts and counts the prompts and the keys."""

import re
from collections.abc import Mapping
from typing import Any

from drafter.answers.store import Store
from drafter.model.marks import NOTHING
from drafter.model.question import Question
from drafter.terminal.choice_search import ChoiceSearch
from drafter.terminal.prompts import ask, suggestion
from tests.support.robot import Robot
from tests.support.trees import data_of
from tests.support.typing_keys import DOWN, ENTER, TAB, keyboard, keys_for

CLEAR = "\x15"
ARROW = re.compile(r"\x1b\[[A-D]")


class CountingRobot(Robot):
    """A robot that counts the prompts, the keys that it presses, and the letters of the texts it types."""

    def __init__(self, store: Store, script: Mapping[tuple[str | int, ...], Any] | None = None) -> None:
        super().__init__(script or {})
        self.store = store
        self.prompts = 0
        self.keys = 0
        """The keys besides the letters of a text: arrows, space, Enter, and a letter for yes."""
        self.letters = 0
        """The letters of the texts."""
        self.asked: list[Question] = []
        """Every question that was asked, in order."""
        self.pressed: list[str] = []
        """The keys that were pressed at each of them."""

    def __call__(self, question: Question, current: Any) -> Any:
        """Type the answer to *question* and return what the prompt returns."""
        answer = self.answer(question, data_of(self.store))
        if question.kind == "choices":
            answer = [choice.value for choice in question.choices if choice.value in answer]
        pressed = keys_for(question, answer, current if isinstance(current, list) else None)
        if str(question.path[-1]).startswith("clause/"):
            pressed = keys_to_search(question, answer)
        if question.kind in ("line", "long", "number"):
            suggested = suggestion(question, current)
            if suggested:
                pressed = ENTER if answer == suggested else f"{answer or NOTHING}{ENTER}"
            typed = len(answer or "") if pressed != ENTER else 0
            self.letters += typed
            self.keys += len(pressed) - typed
        else:
            self.keys += len(ARROW.sub("^", pressed))
        self.prompts += 1
        self.asked.append(question)
        self.pressed.append(pressed)
        with keyboard(pressed):
            return ask(question, current, lambda _: None)


def keys_to_search(question: Question, clause_ids: list[str]) -> str:
    """Return the keys that search for each clause by a word of it, and choose it."""
    pressed = ""
    search = ChoiceSearch(question.choices)
    positions = {choice.value: position for position, choice in enumerate(question.choices)}
    for value in clause_ids:
        position = positions[value]
        words = [word for word in question.choices[position].title.lower().split() if word.isalpha()]
        # The word that the fewest choices above this one have too.
        above, word = min((search.matching(word).index(position), word) for word in words)
        pressed += f"{word}{DOWN * above}{TAB}{CLEAR}"
    return pressed + ENTER
