"""Waiting for a single key, without Enter, while something else is watched."""

import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

from drafter.terminal.keyboard import ended_like_ctrl_c, waiting

Wait: TypeAlias = Callable[[float], str]
"""Waits up to that many seconds for a key; returns it, or ``""`` if none came."""
_WINDOWS_STEP = 0.05
_LONGEST_KEY = 64
_LOCAL_FLAGS = 3


@contextmanager
def single_keys() -> Iterator[Wait]:
    """Make keys readable one by one, without showing them, and yield the function that waits for one.

    Where there is no keyboard, that function only waits. A request to end the process raises
    KeyboardInterrupt from it, as Ctrl-C does.
    """
    with ended_like_ctrl_c(), _key_reader() as read:

        def wait(seconds: float) -> str:
            with waiting():
                return read(seconds)

        yield wait


@contextmanager
def _key_reader() -> Iterator[Wait]:
    if not sys.stdin.isatty():
        yield _only_wait
    elif sys.platform == "win32":
        yield _read_on_windows
    else:
        import termios

        stdin = sys.stdin.fileno()
        before = termios.tcgetattr(stdin)
        single = list(before)
        single[_LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON)  # Ctrl-C still interrupts
        termios.tcsetattr(stdin, termios.TCSANOW, single)
        try:
            yield _read_on_unix
        finally:
            with suppress(termios.error):  # the terminal was closed
                termios.tcsetattr(stdin, termios.TCSANOW, before)


def _only_wait(seconds: float) -> str:
    time.sleep(seconds)
    return ""


def _read_on_unix(seconds: float) -> str:
    stdin = sys.stdin.fileno()
    if not select.select([stdin], [], [], seconds)[0]:
        return ""
    typed = os.read(stdin, _LONGEST_KEY)
    if not typed:  # the terminal was closed; it would be readable for ever
        raise KeyboardInterrupt
    return typed.decode("utf-8", "replace")


def _read_on_windows(seconds: float) -> str:
    import msvcrt

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if msvcrt.kbhit():  # type: ignore[attr-defined]
            return str(msvcrt.getwch())  # type: ignore[attr-defined]
        time.sleep(_WINDOWS_STEP)
    return ""
