"""The keyboard during an interview: every key belongs to a question, also one pressed before it appears."""

import contextlib
import signal
import sys
from collections.abc import Iterator
from typing import Any

_LOCAL = 3
"""The place of the local modes in what ``termios.tcgetattr`` returns."""
_before: list[list[Any]] = []
"""How the terminal was, for each time that it is held."""


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Within it the terminal neither prints nor acts on a key: what is typed ahead waits for its question.

    Between two questions a terminal would print what is typed, a real name too, and Ctrl-C would break in
    wherever the program happens to be; here both reach the next question. A terminal that is closed becomes
    the end of the input, so that what stands on the line can still be saved.
    """
    try:
        import termios

        there = sys.stdin.fileno()
        before = termios.tcgetattr(there)
    except (ImportError, OSError, ValueError, AttributeError):
        yield  # Windows reads keys one by one in any case; a pipe has no modes
        return
    except termios.error:
        yield
        return
    ours = list(before)
    ours[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    hangup = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    _before.append(before)
    try:
        termios.tcsetattr(there, termios.TCSANOW, ours)
        yield
    finally:
        signal.signal(signal.SIGHUP, hangup)
        _before.pop()
        with contextlib.suppress(termios.error):  # it was closed
            termios.tcsetattr(there, termios.TCSANOW, before)


@contextlib.contextmanager
def released() -> Iterator[None]:
    """Within it the terminal is as it was before it was held, for a program of the person's own."""
    if not _before:
        yield
        return
    import termios

    there = sys.stdin.fileno()
    ours = termios.tcgetattr(there)
    termios.tcsetattr(there, termios.TCSANOW, _before[0])
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(there, termios.TCSANOW, ours)


def hear_hangup() -> None:
    """Let the program that is begun now end with its terminal; it would go on ignoring that as we do."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
