"""A terminal that becomes narrower or wider while a question waits: it is there once, in whole words."""

import shlex
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

BEGUN = """format: 1
document: upr/joint
state: Ruritania
language: en
details:
  session: 60th
  deadline: null
  names_public: yes
  last_review: May 2024
"""
HELP = "Only what concerns your subject: treaties to ratify, complaint procedures to accept, reservations to"
QUESTION = "? What should other States know about this State's treaties and reservations?"
TYPED = "A text of the person that is longer than one line of this screen, and so has two."

SHOWN = (HELP, QUESTION, TYPED, "Esc, then Enter, ends the text")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return a terminal in which a long text is asked for."""
    (tmp_path / "a.yaml").write_text(BEGUN, "utf-8")
    # The tests set the size of the screen, which is that of this terminal here.
    command = ["env", "-u", "COLUMNS", "-u", "LINES", sys.executable, "-m", "drafter", "new", "a.yaml"]
    opened = Terminal(tmp_path, shlex.join(command))
    opened.see("ends the text")
    yield opened
    opened.close()


def words_on(terminal: Terminal) -> str:
    """Return the words on the screen, with one blank between them."""
    return " ".join(terminal.screen().split())


@pytest.mark.parametrize(
    "sizes", [[(60, 20)], [(60, 20), (80, 24)], [(100, 24)], [(70, 24), (60, 24), (64, 24)]]
)
def test_the_question_and_its_help_are_on_the_screen_once(
    terminal: Terminal, sizes: list[tuple[int, int]]
) -> None:
    terminal.press(TYPED)
    terminal.see(TYPED)
    time.sleep(0.5)  # nobody types and pulls at the window in the same moment
    for columns, lines in sizes:
        terminal.tmux("resize-window", "-x", str(columns), "-y", str(lines))
        terminal.until(lambda: all(words_on(terminal).count(text) == 1 for text in SHOWN), "each text, once")
    assert words_on(terminal).count("? What should") == 1
