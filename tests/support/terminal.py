"""A terminal of 80 columns and 24 lines: keys go to tmux, and its screen is read."""

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


ENTER, DOWN, UP, SPACE, ESCAPE, TAB = "Enter", "Down", "Up", "Space", "Escape", "Tab"


COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)[;m]")
"""The escape codes that set the colour of characters or background; bold and underlined are no colours."""


class Terminal:
    """A terminal in which one command runs."""

    def __init__(self, folder: Path, command: str, **variables: str) -> None:
        self.folder = folder
        self.socket = f"drafter-test-{os.getpid()}-{next(NUMBERS)}"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(CHECKOUT),
        }
        environment |= {"XDG_CONFIG_HOME": str(folder / "config"), **variables}
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        # tmux sets TERM itself; a test that wants another gives it to the command.
        unset = "env -u NO_COLOR -u EDITOR -u VISUAL -u ACCESSIBLE"
        line = f'trap : INT; {unset} {settings} {command}; echo "It ended with $?."; cat'
        self.tmux(
            "-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", "-c", str(folder), "sh", "-c", line
        )

    def tmux(self, *arguments: str) -> str:
        """Run a tmux command on this terminal and return its output."""
        done = subprocess.run(
            ["tmux", "-L", self.socket, *arguments],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    def screen(self) -> str:
        """Return the text on the screen."""
        return self.tmux("capture-pane", "-p")

    def all(self) -> list[str]:
        """Return every line since the start; a line that the screen had to wrap is one line."""
        return [line.rstrip() for line in self.tmux("capture-pane", "-p", "-J", "-S", "-").splitlines()]

    def colours(self) -> list[str]:
        """Return the escape codes of the output that set a colour."""
        return COLOUR.findall(self.tmux("capture-pane", "-p", "-e", "-S", "-"))

    def press(self, *keys: str) -> None:
        """Press *keys*: the names of keys, or text to type."""
        for key in keys:
            named = key in (ENTER, DOWN, UP, SPACE, ESCAPE, TAB, "C-a", "C-b", "C-o", "C-c", "C-d", "BSpace")
            self.tmux("send-keys", *([] if named else ["-l"]), key)

    def until(self, met: Callable[[], T], what: str) -> T:
        """Wait until *met* returns something true and return it, or fail with the text on the screen."""
        end = time.monotonic() + SECONDS
        while not (result := met()):
            if time.monotonic() > end:
                pytest.fail(f"{what} did not come up in {SECONDS} seconds. On the screen:\n{self.screen()}")
            time.sleep(0.03)
        return result

    def see(self, text: str) -> None:
        """Wait until *text* is in the output; line breaks count as spaces."""
        self.until(lambda: text in " ".join(" ".join(self.all()).split()), repr(text))

    def prompts(self) -> list[str]:
        """Return the lines of all questions so far; the last one waits for an answer."""
        return [line for line in self.all() if line.startswith("? ") and not line.startswith("? alone")]

    def asks(self, text: str) -> bool:
        """Return whether the question that waits contains *text*."""
        prompts = self.prompts()
        return bool(prompts) and text in prompts[-1]

    def next_prompt(self, before: str) -> str:
        """Return the question that waits below the question *before*, empty while there is none.

        The line *before* is drawn anew when its question is answered, so only its words are compared.
        """
        prompts = self.prompts()
        texts = [_question_text(line) for line in prompts]
        last = _question_text(before)
        is_below = texts[-1:] != [last] and (not before or last in texts[:-1])
        return prompts[-1] if prompts and is_below else ""

    def close(self) -> None:
        """End the terminal and the command in it."""
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True, check=False)


ANSWERS: dict[str, tuple[str, ...]] = {
    "What do you want to do?": (DOWN, ENTER),
    "What should the answers file be called?": (ENTER,),
    "What do you want to write?": ("UPR: submission of one", ENTER),
    "Which State is it about?": ("Ruritania", ENTER),
    "Which session of the Working Group": ("60th session", ENTER),
    "What happened to the recommendations": ("Little.", ESCAPE, ENTER),
    "What should other States know about": (ESCAPE, ENTER),
    "What is the organisation's full name,": ("House of Examples", ENTER),
    "What is it and what does it do?": ("It helps.", ESCAPE, ENTER),
    "Which e-mail address": ("office@house.example", ENTER),
    "What is it about?": ("Compulsory", TAB, ENTER),
    "Which clauses do you want?": (SPACE, ENTER),
    "Keywords (three": ("drug policy", ENTER),
    "What are the main points": ("The main points.", ESCAPE, ENTER),
    "How did you gather the information": ("?", ESCAPE, ENTER),
    "Where is it signed?": ("Strelsau", ENTER),
    "On which date?": ("2026-11-21", ENTER),
}
"""The keys for each question that usual keys do not answer, by a part of its text."""


def usual_keys(terminal: Terminal) -> tuple[str, ...]:
    """Return the keys that answer the question that waits: Enter, or the first choice where none is usual."""
    lines = terminal.screen().rstrip().splitlines()
    if lines[-1].strip() == "y or n":
        return ("n",)
    if "Enter then goes on with it" in lines[-1]:
        return DOWN, ENTER
    # A list in which nothing is taken says so at the first Enter.
    return (ENTER, ENTER) if any(line.strip().endswith("None taken") for line in lines) else (ENTER,)


def _question_text(line: str) -> str:
    """Return the text of the question on *line*, without the answer or the hint after it."""
    return line.removeprefix("? ").partition("?")[0]


def answer_all(terminal: Terminal, last: str) -> int:
    """Answer every question until the question *last* waits, and return how many questions there were."""
    before, count = "", 0
    while last not in before:
        if before:
            given = next((keys for text, keys in ANSWERS.items() if text in before), None)
            terminal.press(*(given or usual_keys(terminal)))
        before = terminal.until(partial(terminal.next_prompt, before), "the next question")
        count += 1
    return count


def finished(folder: Path) -> Path:
    """Write an answers file in which every question is answered, and return it."""
    file = folder / "a.yaml"
    file.write_bytes((CHECKOUT / "examples" / "ruritania-upr-individual.yaml").read_bytes())
    hold(file, lambda question, _, data: Robot().answer(question, data), made_with=made_with(LIBRARY))
    return file
