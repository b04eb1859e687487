"""The keyboard during an interview: every key, and every request to end, goes to a question."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator

TerminalModes = list[int | list[bytes | int]]
"""What ``termios.tcgetattr`` returns."""
_LOCAL_FLAGS = 3
"""The index of the local flags in the terminal modes."""
_modes_before: list[TerminalModes] = []
"""The modes of the terminal before each ``held`` that is active."""

# ---- a request to end ----

_END_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals with which a system ends a program: at shutdown, and when its terminal is closed."""


class _EndRequest:
    """Whether the process was asked to end, and how to leave the question that waits for an answer."""

    received = False
    watchers = 0
    leave: list[Callable[[], None]] = []  # noqa: RUF012 - one for the process


@contextlib.contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Make a request to end the process stop the interview as Ctrl-C does: what is typed is kept.

    Between two questions, while something is being saved, the request waits for the next question.
    """
    handlers = {number: signal.getsignal(number) for number in _END_SIGNALS}
    ours = [number for number in _END_SIGNALS if handlers[number] is not signal.SIG_IGN]  # nohup ignores it
    for number in ours:
        signal.signal(number, _on_signal)
    _EndRequest.watchers += 1
    try:
        yield
    finally:
        _EndRequest.watchers -= 1
        _EndRequest.received = _EndRequest.received and _EndRequest.watchers > 0
        for number in ours:
            signal.signal(number, handlers[number])


def _on_signal(_: int, __: object) -> None:
    _EndRequest.received = True
    if _EndRequest.leave:
        _EndRequest.leave[-1]()


def is_asked_to_end() -> bool:
    """Return whether the process was asked to end."""
    return _EndRequest.received


def stop() -> None:
    """Raise KeyboardInterrupt."""
    raise KeyboardInterrupt


@contextlib.contextmanager
def waiting(leave: Callable[[], None] = stop) -> Iterator[None]:
    """Call *leave* if the process is asked to end while a question waits for an answer.

    Raises KeyboardInterrupt if the request came earlier.
    """
    if _EndRequest.received:
        raise KeyboardInterrupt
    _EndRequest.leave.append(leave)
    try:
        yield
    finally:
        _EndRequest.leave.remove(leave)


# ---- the keys ----


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Keep the terminal from printing or acting on keys: those typed early wait for their question.

    Between two questions a terminal would otherwise print what is typed, even a real name, and Ctrl-C would
    interrupt whatever the program is doing. Here both reach the next question.
    """
    try:
        import termios

        stdin = sys.stdin.fileno()
        before = termios.tcgetattr(stdin)
    except (ImportError, OSError, ValueError, AttributeError):
        yield  # Windows reads keys one by one in any case; a pipe has no modes
        return
    except termios.error:
        yield
        return
    silent = list(before)
    silent[_LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    _modes_before.append(before)
    try:
        termios.tcsetattr(stdin, termios.TCSANOW, silent)
        yield
    finally:
        _modes_before.pop()
        with contextlib.suppress(termios.error):  # the terminal was closed
            termios.tcsetattr(stdin, termios.TCSANOW, before)


@contextlib.contextmanager
def released() -> Iterator[None]:
    """Restore the modes from before ``held``, for a program that the person uses, such as an editor."""
    if not _modes_before:
        yield
        return
    import termios

    stdin = sys.stdin.fileno()
    silent = termios.tcgetattr(stdin)
    termios.tcsetattr(stdin, termios.TCSANOW, _modes_before[0])
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(stdin, termios.TCSANOW, silent)
