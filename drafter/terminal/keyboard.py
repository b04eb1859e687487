"""The keyboard during an interview: every key belongs to a question, and a request to end reaches it too."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

_LOCAL = 3
"""The place of the local modes in what ``termios.tcgetattr`` returns."""
_before: list[list[Any]] = []
"""How the terminal was, for each time that it is held."""

# ---- a request to end ----

_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""How a system asks a program to end: when it shuts down, when the terminal is closed."""


class _Request:
    """Whether the process was asked to end, and how the question that waits for an answer is left."""

    made = False
    watched = 0
    leave: list[Callable[[], None]] = []  # noqa: RUF012 - one for the process


@contextlib.contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Within it a request to end the process stops the interview as Ctrl-C does: what is typed is kept.

    Between two questions, while something is being saved, the request waits for the next question.
    """
    before = {number: signal.getsignal(number) for number in _ENDINGS}
    ours = [number for number in _ENDINGS if before[number] is not signal.SIG_IGN]  # as under nohup
    for number in ours:
        signal.signal(number, _request)
    _Request.watched += 1
    try:
        yield
    finally:
        _Request.watched -= 1
        _Request.made = _Request.made and _Request.watched > 0
        for number in ours:
            signal.signal(number, before[number])


def _request(_: int, __: object) -> None:
    _Request.made = True
    if _Request.leave:
        _Request.leave[-1]()


def is_asked_to_end() -> bool:
    """Return whether the process was asked to end."""
    return _Request.made


def stop() -> None:
    """Raise KeyboardInterrupt."""
    raise KeyboardInterrupt


@contextlib.contextmanager
def waiting(leave: Callable[[], None] = stop) -> Iterator[None]:
    """Within it a question waits for an answer, and *leave* is called when the process is asked to end.

    Raises KeyboardInterrupt where that was asked before.
    """
    if _Request.made:
        raise KeyboardInterrupt
    _Request.leave.append(leave)
    try:
        yield
    finally:
        _Request.leave.remove(leave)


# ---- the keys ----


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Within it the terminal neither prints nor acts on a key: what is typed ahead waits for its question.

    Between two questions a terminal would print what is typed, a real name too, and Ctrl-C would break in
    wherever the program happens to be; here both reach the next question.
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
    _before.append(before)
    try:
        termios.tcsetattr(there, termios.TCSANOW, ours)
        yield
    finally:
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
