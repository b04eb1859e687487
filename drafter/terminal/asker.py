"""Choose how to ask questions on this terminal: with redrawn prompts or in plain mode."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial

from drafter.errors import Fault, Stopped
from drafter.interview.control_flow import ReadWarning
from drafter.interview.items.item import AnswerValue
from drafter.interview.stores import Ask
from drafter.model.question import Question
from drafter.terminal.callables import Say


def is_plain(wanted: bool) -> bool:
    """Return whether to ask in plain mode: *wanted*, ``ACCESSIBLE`` set, or a terminal that cannot redraw."""
    accessible = os.environ.get("ACCESSIBLE", "")
    return wanted or accessible not in ("", "0") or os.environ.get("TERM") == "dumb"


def require_terminal(instead: str) -> None:
    """Raise Stopped if there is no terminal to ask on; *instead* says what else the user can do.

    A piped line could answer a question by accident.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Stopped(Fault("there is no terminal to ask on", f"Run it in a terminal, or {instead}."))


@contextmanager
def keyboard(*, plain: bool) -> Iterator[None]:
    """Prepare the terminal for questions: hear requests to end, and keep keys that are typed too early."""
    from drafter.terminal.keyboard import ended_like_ctrl_c, held

    with ended_like_ctrl_c(), nullcontext() if plain else held():
        yield


def private_line(prompt: str, say: Say) -> str:
    """Return a private answer: typed hidden after *prompt*, or the next line of piped input.

    Raises EOFError if there is no line left.
    """
    from drafter.terminal.plain_reading import hidden_line

    if sys.stdin.isatty():
        return hidden_line(prompt, say)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _no_warning() -> str:
    """Return that there is no warning."""
    return ""


def asker(*, plain: bool, say: Say, warning: Callable[[], str] = _no_warning) -> tuple[Ask, str]:
    """Return the function that asks a question, and the line that explains its keys.

    *say* prints help and notices; *warning* returns what the key for the warning shows. The end of the input
    stops the interview as Ctrl-C does.
    """
    if plain:
        from drafter.terminal.plain import KEYS as PLAIN_KEYS
        from drafter.terminal.plain import ask as ask_plainly

        return _ending(_with_warning(partial(ask_plainly, say=say), say, warning)), PLAIN_KEYS
    from drafter.terminal.prompts import KEYS, ask
    from drafter.terminal.width import wrapped_keys

    return _ending(partial(ask, say=say, warning=warning)), wrapped_keys(KEYS)


def warning_key(*, plain: bool) -> str:
    """Return how to read the warning of the document again."""
    return "Type ! to hear it again." if plain else "Ctrl-T shows it again."


def _with_warning(ask: Ask, say: Say, warning: Callable[[], str]) -> Ask:
    """Return *ask* with the character that says what *warning* returns, and then the question again."""

    def ask_or_warn(question: Question, current: object) -> AnswerValue:
        while True:
            try:
                return ask(question, current)
            except ReadWarning as aside:
                say(warning() or "    There is no warning here.")
                current = current if aside.typed is None else aside.typed

    return ask_or_warn


def _ending(ask: Ask) -> Ask:
    """Return *ask* with KeyboardInterrupt for the end of the input."""

    def ask_or_end(question: Question, current: object) -> AnswerValue:
        try:
            return ask(question, current)
        except EOFError:
            raise KeyboardInterrupt from None

    return ask_or_end
