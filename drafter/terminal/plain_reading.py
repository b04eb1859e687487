"""Reading typed lines in plain mode: a paste of several lines is one text, and a name is not shown.

A terminal gives a program one line at a time. The lines of a paste after the first would answer the next
questions. So the lines that are already waiting are read together with the first.
"""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from drafter.interview.control_flow import Stop
from drafter.screen_text import visible
from drafter.terminal.callables import Say
from drafter.terminal.keyboard import TerminalModes, waiting

try:
    import termios
except ImportError:  # Windows: a line is a line
    termios = None  # type: ignore[assignment]

_ERRORS: tuple[type[BaseException], ...] = (OSError, ValueError) if termios is None else (
    OSError, ValueError, termios.error,
)  # fmt: skip
"""What a terminal that was closed raises."""
WAIT = 0.05
"""Seconds in which the second line of a paste arrives; no person types a line that fast."""
_WAIT_FOR_MORE = 0.3
"""Seconds in which a further line arrives; over a slow connection, a paste comes in pieces."""
_SIGNAL_CHECK = 0.25
"""Seconds between two looks for a signal."""
_LOCAL_FLAGS, _CONTROL_CHARACTERS = 3, 6
"""The indices of the local flags and the control characters in the terminal modes."""


class _Pending:
    """What was read after the end of an answer and belongs to the next question."""

    text = ""
    end: type[BaseException] | None = None


def answer_line(prompt: str, say: Say) -> str:
    """Return the line that is typed after *prompt*, with all lines of a paste in it.

    *say* ends the line on the screen if the last line of a paste has no end of its own. Raises EOFError at
    the end of the input, and Stop with the text on the line if the person stops.
    """
    with _line_kept_on_stop():
        lines = [_first(prompt), *_waiting_lines()]
        rest = _unfinished()
    if len(rest) > 1 or (rest and len(lines) > 1):
        lines.append(rest)
        say("")
    else:
        _Pending.text = rest  # the first letter of the next answer
    return "\n".join(lines)


def text_lines(prompt: str) -> str:
    """Return the line that is typed after *prompt* with the whole lines of a paste that came with it.

    An unfinished last line stays on the terminal, where the person goes on writing it.
    """
    with _line_kept_on_stop():
        return "\n".join([_first(prompt), *_waiting_lines()])


def hidden_line(prompt: str, say: Say) -> str:
    """Return what is typed after *prompt*, as ``answer_line`` does, without showing it on the terminal."""
    before = _modes()
    if before is None:
        from getpass import getpass

        return getpass(visible(prompt))
    silent = list(before)
    silent[_LOCAL_FLAGS] = (_flags(before) & ~termios.ECHO) | termios.ECHONL
    termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, silent)
    try:
        return answer_line(prompt, say)
    finally:
        with suppress(*_ERRORS):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)


def _first(prompt: str) -> str:
    """Return the next line. Raises the end or the stop that an earlier call left pending."""
    end, _Pending.end = _Pending.end, None
    if end:
        raise end
    begun, _Pending.text = _Pending.text, ""
    with waiting():
        if _modes() is None:
            return begun + input(visible(prompt))
        out = sys.stdout
        out.write(visible(prompt))
        out.flush()
        # input() would notice a signal that comes just before it waits only after the next line.
        while not select.select([sys.stdin], [], [], _SIGNAL_CHECK)[0]:
            pass
        return begun + input()


def _waiting_lines() -> Iterator[str]:
    """Yield the whole lines that are waiting after the first."""
    if _modes() is None:
        return
    wait = WAIT
    try:
        while select.select([sys.stdin], [], [], wait)[0]:
            yield input()
            wait = _WAIT_FOR_MORE
    except (EOFError, KeyboardInterrupt) as end:
        _Pending.end = type(end)  # meant for the next question: this one is answered


def _unfinished() -> str:
    """Return the text on a line that is not ended yet, and remove it from the terminal's buffer."""
    before = _modes()
    if before is None:
        return ""
    stdin = sys.stdin.fileno()
    characters = before[_CONTROL_CHARACTERS]
    raw = list(before)
    raw[_LOCAL_FLAGS] = _flags(before) & ~(termios.ICANON | termios.ECHO)
    if isinstance(characters, list):
        raw[_CONTROL_CHARACTERS] = [
            0 if index in (termios.VMIN, termios.VTIME) else character
            for index, character in enumerate(characters)
        ]
    termios.tcsetattr(stdin, termios.TCSANOW, raw)
    try:
        return os.read(stdin, 1 << 16).decode("utf-8", "surrogateescape").rstrip("\0")
    finally:
        termios.tcsetattr(stdin, termios.TCSANOW, before)


@contextmanager
def _line_kept_on_stop() -> Iterator[None]:
    """Within it Ctrl-C keeps the text on the line and raises Stop with it."""
    before = _modes()
    if before is not None:
        unflushed = list(before)
        unflushed[_LOCAL_FLAGS] = _flags(before) | termios.NOFLSH
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


def _modes() -> TerminalModes | None:
    """Return the modes of the terminal, ``None`` if there is no terminal."""
    if termios is None:
        return None
    with suppress(AttributeError, *_ERRORS):
        return list(termios.tcgetattr(sys.stdin.fileno()))
    return None


def _flags(modes: TerminalModes) -> int:
    """Return the local flags of *modes*."""
    flags = modes[_LOCAL_FLAGS]
    return flags if isinstance(flags, int) else 0
