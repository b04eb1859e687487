"""Asking on a terminal: whether there is one, and in which of the two manners."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from drafter.errors import Fault, Stopped
from drafter.interview.session import Ask
from drafter.model.question import Question

Say = Callable[[str], None]
Asking = Callable[[Question, Any, Say], Any]


def is_plain(wanted: bool) -> bool:
    """Return whether to ask in plain lines: wanted, ``ACCESSIBLE`` set, or a terminal that cannot move."""
    accessible = os.environ.get("ACCESSIBLE", "")
    return wanted or accessible not in ("", "0") or os.environ.get("TERM") == "dumb"


def require_terminal() -> None:
    """Raise Stopped where there is no terminal to ask on; a piped line would answer a choice by accident."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Stopped(
            Fault(
                "there is no terminal to ask on",
                "Run it in a terminal; or use --no-input with --set, or write the answers file by hand.",
            )
        )


@contextmanager
def keyboard(*, plain: bool) -> Iterator[None]:
    """Give what to ask within: a request to end is heard, and a redrawn prompt has all keys to itself."""
    from drafter.terminal.keyboard import ended_like_ctrl_c, held

    with ended_like_ctrl_c(), nullcontext() if plain else held():
        yield


def private_line(prompt: str, say: Say) -> str:
    """Return a private answer: typed unseen after *prompt*, or the next line where the input is no terminal.

    Raises EOFError where there is no line any more.
    """
    from drafter.terminal.plain_reading import hidden_line

    if sys.stdin.isatty():
        return hidden_line(prompt, say)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def asker(*, plain: bool, say: Say) -> tuple[Ask, str]:
    """Return the function that asks a question, and the line that explains its keys.

    *say* prints help and notices. The end of the input stops the interview as Ctrl-C does.
    """
    if plain:
        from drafter.terminal.plain import KEYS as PLAIN_KEYS
        from drafter.terminal.plain import ask as ask_plainly

        return (lambda question, standing: _stopping(ask_plainly, question, standing, say)), PLAIN_KEYS
    from drafter.terminal.prompts import KEYS, ask

    return (lambda question, standing: _stopping(ask, question, standing, say)), KEYS


def _stopping(ask: Asking, question: Question, standing: Any, say: Say) -> Any:
    try:
        return ask(question, standing, say)
    except EOFError:
        raise KeyboardInterrupt from None
