"""A terminal of 80 columns and 24 lines: typed into tmux, read off its screen."""

import os
import re
import shlex
import subprocess
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest

from drafter.cli.new import made_with
from tests.support.checkout import CHECKOUT
from tests.support.robot import Robot
from tests.support.script import LIBRARY, hold

T = TypeVar("T")


SECONDS = 30


NUMBERS = count()


ENTER, DOWN, UP, SPACE, ESCAPE = "Enter", "Down", "Up", "Space", "Escape"


COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)[;m]")
"""What sets the colour of letters or their ground; bold and underlined are no colours."""


class Terminal:
    """A terminal in which one command runs."""

    def __init__(self, folder: Path, command: str, **variables: str) -> None:
        self.folder = folder
        self.socket = f"drafter-test-{os.getpid()}-{next(NUMBERS)}"
        known = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(CHECKOUT),
        }
        known |= {"XDG_CONFIG_HOME": str(folder / "config"), **variables}
        words = " ".join(f"{name}={shlex.quote(value)}" for name, value in known.items())
        # tmux gives TERM itself; the command is told of another where a test wants one.
        unset = "env -u NO_COLOR -u EDITOR -u VISUAL -u ACCESSIBLE"
        line = f'trap : INT; {unset} {words} {command}; echo "It ended with $?."; cat'
        self.tmux(
            "-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", "-c", str(folder), "sh", "-c", line
        )

    def tmux(self, *arguments: str) -> str:
        """Call tmux on this terminal and return what it printed."""
        done = subprocess.run(
            ["tmux", "-L", self.socket, *arguments],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    def screen(self) -> str:
        """Return what is on the screen."""
        return self.tmux("capture-pane", "-p")

    def all(self) -> list[str]:
        """Return every line since the beginning; one that was too long for the screen is one line here."""
        return [line.rstrip() for line in self.tmux("capture-pane", "-p", "-J", "-S", "-").splitlines()]

    def colours(self) -> list[str]:
        """Return the signs on the screen that set a colour."""
        return COLOUR.findall(self.tmux("capture-pane", "-p", "-e", "-S", "-"))

    def press(self, *keys: str) -> None:
        """Press *keys*, by their names or, where they have none, letter by letter."""
        for key in keys:
            named = key in (ENTER, DOWN, UP, SPACE, ESCAPE, "C-b", "C-o", "C-c", "C-d", "BSpace")
            self.tmux("send-keys", *([] if named else ["-l"]), key)

    def until(self, met: Callable[[], T], what: str) -> T:
        """Wait until *met* gives something true and return it, or fail with what is on the screen."""
        end = time.monotonic() + SECONDS
        while not (found := met()):
            if time.monotonic() > end:
                pytest.fail(f"{what} did not come up in {SECONDS} seconds. On the screen:\n{self.screen()}")
            time.sleep(0.03)
        return found

    def see(self, words: str) -> None:
        """Wait until *words* are somewhere in what was printed."""
        self.until(lambda: words in " ".join(" ".join(self.all()).split()), repr(words))

    def prompts(self) -> list[str]:
        """Return the questions on the screen and above it, the one that waits last."""
        return [line for line in self.all() if line.startswith("? ") and not line.startswith("? alone")]

    def asks(self, words: str) -> bool:
        """Return whether the question that waits has *words* in it."""
        asked = self.prompts()
        return bool(asked) and words in asked[-1]

    def another(self, than: str) -> str:
        """Return the question that waits below that of the line *than*, which is drawn anew meanwhile."""
        asked = self.prompts()
        words = [_words(line) for line in asked]
        below = words[-1:] != [_words(than)] and (not than or _words(than) in words[:-1])
        return asked[-1] if asked and below else ""

    def close(self) -> None:
        """End the terminal and what runs in it."""
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True, check=False)


ANSWERS: dict[str, tuple[str, ...]] = {
    "What do you want to do?": (ENTER,),
    "What should the answers file be called?": (ENTER,),
    "What do you want to write?": ("UPR: submission of one", ENTER),
    "Which State is it about?": ("Ruritania", ENTER),
    "Which session of the Working Group": ("60th session", ENTER),
    "What became of the recommendations": ("Little.", ESCAPE, ENTER),
    "What is the organisation's full name?": ("House of Examples", ENTER),
    "What is it and what does it do?": ("It helps.", ESCAPE, ENTER),
    "Which e-mail address": ("office@house.example", ENTER),
    "What is it about?": ("Compulsory", SPACE, ENTER),
    "Which clauses do you want?": (SPACE, ENTER),
    "Keywords (three": ("drug policy", ENTER),
    "Sum it up": ("The main points.", ESCAPE, ENTER),
    "How was the information gathered": ("?", ESCAPE, ENTER),
    "Where is it signed?": ("Strelsau", ENTER),
    "On which date?": ("2026-11-21", ENTER),
    "Who signs?": ("A. Rassendyll", ENTER),
}
"""What the person types where Enter alone is not the answer."""


def _words(line: str) -> str:
    """Return the words of the question on a line, without the answer or the hint after it."""
    return line.removeprefix("? ").partition("?")[0]


def answer_all(at: Terminal, last: str) -> int:
    """Answer what is asked until the question *last* waits, and return how many questions there were."""
    before, asked = "", 0
    while last not in before:
        if before:
            at.press(*next((keys for words, keys in ANSWERS.items() if words in before), (ENTER,)))
        before = at.until(partial(at.another, before), "the next question")
        asked += 1
    return asked


def finished(folder: Path) -> Path:
    """Return an answers file in which nothing is left to ask, as an earlier interview would leave it."""
    file = folder / "a.yaml"
    file.write_bytes((CHECKOUT / "examples" / "ruritania-upr-individual.yaml").read_bytes())
    hold(file, lambda question, _, data: Robot().answer(question, data), made_with=made_with(LIBRARY))
    return file
