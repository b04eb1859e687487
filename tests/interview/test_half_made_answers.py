"""Choices taken in a list that is left before Enter: they are there when the person comes back."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.answers.store import Store
from drafter.interview.control_flow import Aside, Back, Overview, Stop
from drafter.model.question import Choice, Question
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.script import QUESTIONS
from tests.support.scripted_person import interview_until_stopped
from tests.support.small_submission import MADE_WITH, item_at, open_small_submission
from tests.support.typing_keys import CTRL_C, DOWN, RIGHT, SPACE, keyboard

FEW = tuple(Choice(value=letter, title=f"Choice {letter}", more=f"All of {letter}.") for letter in "abc")
MANY = (*FEW, *(Choice(value=f"v{number}", title=f"Number {number}") for number in range(20)))
Signal = type[Aside] | type[Stop]
SIGNALS: list[tuple[str, Signal]] = [("\x02", Back), ("\x0f", Overview), (CTRL_C, Stop)]


def several(choices: tuple[Choice, ...]) -> Question:
    """Return a question with several answers among *choices*."""
    return Question(path=("x",), section="S", text="Which?", kind="choices", choices=choices)


@pytest.mark.parametrize(("key", "signal"), SIGNALS)
@pytest.mark.parametrize("choices", [FEW, MANY], ids=["short", "searched"])
def test_what_is_taken_in_a_list_goes_with_the_signal_that_leaves_it(
    key: str, signal: Signal, choices: tuple[Choice, ...]
) -> None:
    with keyboard(f"{SPACE}{DOWN}{SPACE}{key}"), pytest.raises(signal) as left:
        ask(several(choices), MISSING, lambda _: None)
    assert getattr(left.value, "typed", "") == ["a", "b"]
    with keyboard(f"{SPACE}{key}"), pytest.raises(signal) as removed:
        ask(several(choices), ["a"], lambda _: None)
    assert getattr(removed.value, "typed", "") == []


@pytest.mark.parametrize(("key", "signal"), SIGNALS)
def test_a_list_in_which_nothing_is_new_leaves_nothing(key: str, signal: Signal) -> None:
    with keyboard(f"{DOWN}{SPACE}{SPACE}{key}"), pytest.raises(signal) as left:
        ask(several(FEW), ["a"], lambda _: None)
    assert getattr(left.value, "typed", "") is None


def test_ctrl_c_while_a_choice_is_read_keeps_what_is_taken() -> None:
    with keyboard(f"{SPACE}{RIGHT}{CTRL_C}"), pytest.raises(Stop) as left:
        ask(several(FEW), MISSING, lambda _: None)
    assert getattr(left.value, "typed", "") == ["a"]


@pytest.mark.parametrize(("line", "signal"), [("<", Back), ("=", Overview), (None, Stop)])
def test_in_plain_mode_what_is_taken_goes_with_the_signal(line: str | None, signal: Signal) -> None:
    lines = iter(["1 3", line])

    def read(_: str) -> str:
        typed = next(lines)
        if typed is None:
            raise EOFError
        return typed

    with pytest.raises(signal) as left:
        ask_plainly(several(FEW), MISSING, lambda _: None, read)
    assert getattr(left.value, "typed", "") == ["a", "c"]


@pytest.mark.parametrize("signal", [Back, Overview, Stop])
def test_the_ticks_are_in_the_file_and_on_the_screen_when_the_interview_goes_on(
    tmp_path: Path, signal: Any
) -> None:
    store = open_small_submission(tmp_path)
    themes = item_at(store, ("themes",))
    before = store.answers.themes
    interview_until_stopped(store, QUESTIONS, signal(["women", "recovery"]), first=themes)
    again = Store.open(store.file, MADE_WITH)
    assert again.answers.interview.typed == {"themes": ("women", "recovery")}
    assert again.answers.themes == before, "nothing is answered yet"
    person = interview_until_stopped(again, QUESTIONS, ["women"], first=item_at(again, ("themes",)))
    assert person.current_values[0] == ["women", "recovery"]
    assert [section.theme for section in again.answers.themes] == ["women"]
    assert Store.open(store.file, MADE_WITH).answers.interview.typed == {}


def test_ticks_of_a_private_question_are_not_saved(tmp_path: Path) -> None:
    store = open_small_submission(tmp_path)
    item = item_at(store, ("themes",)).model_copy(update={"path": ("private", "cases", "C1", "which")})
    interview_until_stopped(store, QUESTIONS, Stop(["secret-choice"]), first=item)
    assert "secret-choice" not in store.file.read_text("utf-8")
