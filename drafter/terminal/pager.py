"""Long output: one screen at a time, in the person's own pager or in drafter's."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable

from drafter.terminal.keyboard import released

_KEPT_FREE = 2
"""Lines of the screen that a short text leaves free: what comes next begins there."""


def show_pages(text: str, write: Callable[[str], object], *, lines_below: int = _KEPT_FREE) -> bool:
    """Show *text* and return whether it was shown page by page.

    *write* prints a text that fits on the screen with *lines_below* under it. A longer one goes to the
    program that ``PAGER`` names, or page by page to the screen, with the keys in the last line. It may have
    codes for styles.
    """
    if _screen_lines(text) <= shutil.get_terminal_size().lines - lines_below:
        write(text)
        return False
    read_in_pages(text)
    return True


def read_in_pages(text: str) -> None:
    """Show *text*, however short, until it is closed: in the program of ``PAGER``, or in drafter's."""
    command = os.environ.get("PAGER", "").strip()
    if command and _shown_by(command, text):
        return
    from drafter.terminal.prompts_pager import show_in_own_pager

    show_in_own_pager(text)


def _screen_lines(text: str) -> int:
    """Return how many lines *text* has; it was wrapped for this screen before."""
    return len(text.splitlines())


def _shown_by(command: str, text: str) -> bool:
    """Return whether the program *command* could be started; it got *text* on its standard input."""
    environment = {**os.environ, "LESS": os.environ.get("LESS") or "-R"}  # less shows styles only with -R
    try:
        with (
            released(),
            subprocess.Popen(
                shlex.split(command),
                stdin=subprocess.PIPE,
                env=environment,
                encoding="utf-8",
                errors="replace",
            ) as process,
        ):
            process.communicate(text)
    except (OSError, ValueError, IndexError):
        return False
    return True
