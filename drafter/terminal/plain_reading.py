"""Reading what is typed in plain lines: a paste of several lines is one text, a name is not shown.

A terminal gives a program one line at a time. Whatever of a paste is left after the first line would answer
the questions that come next. So what is already waiting is read together with the line before it.
"""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from drafter.interview.control_flow import Stop
from drafter.screen_text import visible
from drafter.terminal.keyboard import waiting
from drafter.terminal.plain_lines import Say

try:
    import termios
except ImportError:  # Windows: a line is a line
    termios = None  # type: ignore[assignment]

_ERRORS: tuple[type[BaseException], ...] = (OSError, ValueError) if termios is None else (
    OSError, ValueError, termios.error,
)  # fmt: skip
"""What the terminal gives where it was closed."""
WAIT = 0.03
"""Seconds in which the next line of a paste arrives; a person cannot type a line in that time."""
_PATIENCE = 0.25
"""Seconds after which is looked whether a signal came."""
_LOCAL, _CHARACTERS = 3, 6
"""The places of the local modes and of the special characters in what ``termios.tcgetattr`` returns."""


class _Left:
    """What came in behind an answer and belongs to the next question."""

    text = ""
    end: type[BaseException] | None = None


def answer_line(prompt: str, say: Say) -> str:
    """Return the line that is typed after *prompt*, with all lines of a paste in it.

    *say* ends the line of a paste whose last line has no end of its own.
    Raises EOFError at the end of the input, and Stop with what stands on the line where the person stops.
    """
    with _kept_on_stop():
        lines = [_first(prompt), *_more()]
        rest = _unfinished()
    if len(rest) > 1 or (rest and len(lines) > 1):
        lines.append(rest)
        say("")
    else:
        _Left.text = rest  # the first letter of the next answer
    return "\n".join(lines)


def text_lines(prompt: str) -> str:
    """Return the line that is typed after *prompt* with the whole lines of a paste that came with it.

    An unfinished last line stays on the terminal, where the person goes on writing it.
    """
    with _kept_on_stop():
        return "\n".join([_first(prompt), *_more()])


def hidden_line(prompt: str, say: Say) -> str:
    """Return what is typed after *prompt*, as ``answer_line`` does; the terminal does not show it."""
    before = _modes()
    if before is None:
        from getpass import getpass

        return getpass(visible(prompt))
    silent = list(before)
    silent[_LOCAL] = (silent[_LOCAL] & ~termios.ECHO) | termios.ECHONL
    termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, silent)
    try:
        return answer_line(prompt, say)
    finally:
        with suppress(*_ERRORS):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)


def _first(prompt: str) -> str:
    """Return the next line. Raises what was left of an earlier reading: the end, or a stop."""
    end, _Left.end = _Left.end, None
    if end:
        raise end
    begun, _Left.text = _Left.text, ""
    with waiting():
        if _modes() is None:
            return begun + input(visible(prompt))
        out = sys.stdout
        out.write(visible(prompt))
        out.flush()
        # A signal that comes just before input() waits would be noticed only after the next line.
        while not select.select([sys.stdin], [], [], _PATIENCE)[0]:
            pass
        return begun + input()


def _more() -> Iterator[str]:
    """Yield the whole lines that are waiting behind the first."""
    if _modes() is None:
        return
    try:
        while select.select([sys.stdin], [], [], WAIT)[0]:
            yield input()
    except (EOFError, KeyboardInterrupt) as end:
        _Left.end = type(end)  # it was meant for the next question: this one is answered


def _unfinished() -> str:
    """Return what is typed on a line that is not ended yet, and take it off the terminal."""
    before = _modes()
    if before is None:
        return ""
    there = sys.stdin.fileno()
    raw = [*before[:_CHARACTERS], list(before[_CHARACTERS])]
    raw[_LOCAL] &= ~(termios.ICANON | termios.ECHO)
    raw[_CHARACTERS][termios.VMIN] = raw[_CHARACTERS][termios.VTIME] = 0
    termios.tcsetattr(there, termios.TCSANOW, raw)
    try:
        return os.read(there, 1 << 16).decode("utf-8", "surrogateescape").rstrip("\0")
    finally:
        termios.tcsetattr(there, termios.TCSANOW, before)


@contextmanager
def _kept_on_stop() -> Iterator[None]:
    """Within it Ctrl-C leaves what stands on the line: it goes along with the Stop."""
    before = _modes()
    if before is not None:
        unflushed = list(before)
        unflushed[_LOCAL] |= termios.NOFLSH
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, unflushed)
    try:
        yield
    except KeyboardInterrupt:
        text = ""
        with suppress(*_ERRORS):
            text = _unfinished()
        raise Stop(text or None) from None
    finally:
        if before is not None:
            with suppress(*_ERRORS):
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)


def _modes() -> list[Any] | None:
    """Return how the terminal is set, or nothing where there is none."""
    if termios is None:
        return None
    with suppress(AttributeError, *_ERRORS):
        return list(termios.tcgetattr(sys.stdin.fileno()))
    return None
