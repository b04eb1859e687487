"""Ctrl-C in an interview begun from the menu: at a real terminal, the person is told where she is."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.small_submission import open_small_submission
from tests.support.terminal import ENTER, Terminal


@pytest.fixture
def menu(tmp_path: Path) -> Iterator[Terminal]:
    """Return a terminal with the menu of a folder that has a submission."""
    open_small_submission(tmp_path)
    terminal = Terminal(tmp_path, f"{sys.executable} -m drafter")
    terminal.until(lambda: terminal.asks("What do you want to do?"), "the menu")
    yield terminal
    terminal.close()


def test_after_ctrl_c_the_person_is_told_that_she_is_in_the_menu(menu: Terminal) -> None:
    menu.press(ENTER)
    menu.see("Continuing with a.yaml.")
    menu.until(lambda: not menu.asks("What do you want to do?"), "a question of the interview")
    menu.press("C-c")
    menu.see("Stopped; everything answered is in a.yaml. You are in the menu. To leave drafter,")
    assert "Go on with: drafter new" not in " ".join(menu.all()), "a command does nothing here"
    menu.until(lambda: menu.asks("What do you want to do?"), "the menu again")
    menu.press("ls", ENTER)
    menu.see("Letters choose nothing here. Enter again takes the line marked ».")
    assert menu.asks("What do you want to do?"), "the words for the shell have chosen nothing"
    menu.press("C-c")
    menu.see("It ended with 130.")


def test_ctrl_c_between_two_steps_of_the_tour_says_one_thing(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, f"{sys.executable} -m drafter")
    try:
        terminal.see("Take the tour")
        terminal.press(ENTER)
        terminal.see("step 1 of 6")
        terminal.press("C-c")
        terminal.see("Stopped. You have left the tour. Nothing of it is kept.")
        terminal.see("It ended with 130.")
        assert "Everything answered so far is saved" not in " ".join(terminal.all())
        assert "step 1 of 6: what drafter does Go on" not in " ".join(terminal.all()), "nothing was chosen"
    finally:
        terminal.close()
