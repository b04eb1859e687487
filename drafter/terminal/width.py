"""The columns of the terminal, and texts wrapped for them."""

import shutil
from collections.abc import Callable, Sequence

from drafter.columns import columns, wrap
from drafter.model.question import Question
from drafter.terminal.callables import Say

_WIDEST, _NARROWEST = 100, 20
"""The columns that text is wrapped for, whatever width the terminal reports."""


class PrintedAbove:
    """What was printed since the last answer, and should stay on the screen above the question."""

    lines = 0
    """How many lines it has. Whoever prints adds to it, the next question takes it back to 0."""


def _nothing_to_wrap() -> list[str]:
    """Return no lines."""
    return []


class HelpAbove:
    """The help directly above the prompt, which is wrapped again when the width changes."""

    lines: Sequence[str] = ()
    """As it is on the screen; nothing once something else was printed below it."""
    wrap: Callable[[], list[str]] = staticmethod(_nothing_to_wrap)
    """Returns it wrapped for the screen as it is now."""


def screen_width() -> int:
    """Return the columns to wrap text for."""
    return max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST)


def wrapped_keys(keys: str) -> str:
    """Return the line of keys under a prompt, indented, and wrapped between the keys on a narrow screen."""
    lines = [""]
    for key in keys.split(" · "):
        longer = f"{lines[-1]} · {key}" if lines[-1] else key
        lines[-1:] = [longer] if columns(longer) + 3 <= screen_width() or not lines[-1] else [lines[-1], key]
    return "\n".join("\n".join(wrap(line, screen_width() - 1, "  ")) for line in lines)


def wrapped_question(question: Question) -> str:
    """Return the question wrapped for the screen, to be shown after "? "."""
    return "\n".join(wrap(question.text, screen_width() - 4, "", "  "))


def wrapping(say: Say) -> Say:
    """Return *say* with its lines wrapped between words for the screen; the other lines keep the indent."""

    def say_wrapped(text: str) -> None:
        for line in text.splitlines() or [""]:
            indent = " " * (len(line) - len(line.lstrip(" ")))
            for wrapped in wrap(line.lstrip(" "), screen_width() - 1, indent) or [""]:
                say(wrapped)

    return say_wrapped


class Redrawn(str):
    """A text of a prompt that is made anew whenever the prompt is drawn: the screen may have another width.

    questionary formats its texts at each drawing.
    """

    _draw: Callable[[], str]

    def __new__(cls, draw: Callable[[], str]) -> "Redrawn":
        """Return the text that *draw* returns now, and later whenever it is formatted."""
        redrawn = super().__new__(cls, draw())
        redrawn._draw = draw
        return redrawn

    def __format__(self, _: str) -> str:
        return self._draw()
