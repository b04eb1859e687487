"""A whole interview at a real terminal of any size, with every screen that a person sees."""

import operator
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.columns import columns
from tests.support.checkout import CHECKOUT

SECONDS = 30
DAY = "2028-07-01"
"""The day on which the interview is held: the author of the standard draft submits it in that autumn."""
PAGER_KEY = "Enter: close"
NUMBERS = count()


class Step(NamedTuple):
    """A question that will be asked, and the keys that answer it."""

    question: str
    keys: str


class Screen(NamedTuple):
    """What is on the screen while the program waits for a key."""

    rows: tuple[str, ...]
    scrolled: int
    """The rows that have left the screen at the top since the start."""
    above: tuple[str, ...] = ()
    """Those of them with the last question and its answer, and what was printed since."""

    @property
    def text(self) -> str:
        """The text, with single blanks between words."""
        return " ".join(" ".join(self.rows).split())

    @property
    def question(self) -> int | None:
        """The row with the last question, ``None`` if there is none on the screen."""
        rows = [n for n, row in enumerate(self.rows) if row.startswith("? ") and ": I don't know" not in row]
        return rows[-1] if rows else None

    def asks(self, question: str) -> bool:
        """Return whether the last question on the screen is *question*, whole, with its keys under it."""
        if self.question is None:
            return False
        below = [row for row in self.rows[self.question :] if row]
        words = " ".join(" ".join(below).split())
        return words.startswith(f"? {question}") and len(below) > 1 and below[-1].startswith("  ")


class Window:
    """drafter in tmux, on a screen of a size."""

    def __init__(self, folder: Path, size: tuple[int, int], *arguments: str) -> None:
        self.columns, self.lines = size
        self.socket = f"drafter-screens-{os.getpid()}-{next(NUMBERS)}"
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "PYTHONPATH": str(CHECKOUT),
            "XDG_CONFIG_HOME": str(folder / "config"), "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", ""),
        }  # fmt: skip
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        command = shlex.join([sys.executable, "-m", "tests.support.on_a_day", DAY, *arguments])
        unset = "env -u NO_COLOR -u EDITOR -u VISUAL -u ACCESSIBLE -u PAGER -u COLUMNS -u LINES"
        shell = f'trap : INT; {unset} {settings} {command}; echo "It ended with $?."; trap "" INT; cat'
        self.tmux(
            "-f", os.devnull, "set-option", "-g", "history-limit", "50000", ";", "new-session", "-d",
            "-x", str(self.columns), "-y", str(self.lines), "-c", str(folder),
            "sh", "-c", shell,
        )  # fmt: skip

    def tmux(self, *arguments: str) -> str:
        """Run a tmux command and return its output."""
        command = ["tmux", "-L", self.socket, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout

    def screen(self) -> Screen:
        """Return what is on the screen now."""
        scrolled, *rows = self.tmux(
            "display-message", "-p", "#{history_size}", ";", "capture-pane", "-p"
        ).splitlines()
        return Screen(tuple(row.rstrip() for row in rows), int(scrolled))

    def rows_above(self, screen: Screen, first: int) -> tuple[str, ...]:
        """Return the rows from *first*, counted from the start, that have left *screen*."""
        if first >= screen.scrolled:
            return ()
        text = self.tmux("capture-pane", "-p", "-S", str(first - screen.scrolled), "-E", "-1")
        return tuple(row.rstrip() for row in text.splitlines())

    def settled(self, met: Callable[[Screen], bool], what: str) -> Screen:
        """Return the first screen that is *met* and stays as it is, or fail with what is on the screen."""
        end = time.monotonic() + SECONDS
        before = None
        while not ((screen := self.screen()) == before and met(screen)):
            if time.monotonic() > end:
                pytest.fail(f"{what} did not come up. On the screen:\n" + "\n".join(screen.rows))
            before = screen
            time.sleep(0.02)
        return screen

    def press(self, keys: str) -> None:
        """Type *keys*."""
        self.tmux("send-keys", "-l", keys)

    def close(self) -> None:
        """End the program."""
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], capture_output=True, check=False)


def walk(window: Window, steps: Sequence[Step], last: str) -> Iterator[Screen]:
    """Answer *steps* one after the other, and yield each screen; the last one has the text *last*.

    Pages are read to their end.
    """
    asked = -1
    for step in steps:
        screen = yield from _pages_to(window, partial(_asks_below, step.question, asked), step.question)
        yield screen._replace(above=window.rows_above(screen, max(asked, 0)))
        asked = screen.scrolled + (screen.question or 0)
        window.press(step.keys)
    yield (yield from _pages_to(window, lambda screen: last in screen.text, last))


def _asks_below(question: str, before: int, screen: Screen) -> bool:
    """Return whether *question* waits on *screen*, below the row of the question *before*.

    The same question may come twice.
    """
    return screen.asks(question) and screen.scrolled + (screen.question or 0) > before


def _pages_to(window: Window, met: Callable[[Screen], bool], what: str) -> Generator[Screen, None, Screen]:
    """Yield each page that the pager shows, turning it, and return the screen after it, which is *met*."""
    while True:
        screen = window.settled(lambda seen: is_page(seen) or met(seen), what)
        if not is_page(screen):
            return screen
        yield screen
        window.press("\r" if "end of" in screen.rows[-1] else " ")
        window.settled(partial(operator.ne, screen), "another page")


def is_page(screen: Screen) -> bool:
    """Return whether the pager shows a page."""
    return PAGER_KEY in screen.rows[-1]


def broken_rows(screen: Screen, width: int) -> list[str]:
    """Return the rows that go on in mid-word below: nothing else reaches the last column."""
    return [
        f"{row}|{below}"
        for row, below in zip(screen.rows, screen.rows[1:], strict=False)
        if columns(row) >= width and below[:1].strip()
    ]


def unread_rows(screen: Screen) -> list[str]:
    """Return the rows that were printed since the last answer and were never on a screen with a question."""
    unread = []
    is_choice = False
    for row in screen.above:
        is_choice = row.startswith("  ✓ ") or (is_choice and row.startswith("    "))
        if row.startswith(("    ", "  ! ", "──")) and not is_choice:
            unread.append(row)
    return unread
