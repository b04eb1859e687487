"""The columns of the terminal, and a question wrapped for them."""

import shutil
import textwrap

from drafter.model.question import Question

_WIDEST, _NARROWEST = 100, 20
"""The columns that text is wrapped for, whatever width the terminal reports."""


def screen_width() -> int:
    """Return the columns to wrap text for."""
    return max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST)


def wrapped_keys(keys: str) -> str:
    """Return the line of keys under a prompt, indented, and wrapped between the keys on a narrow screen."""
    lines = [""]
    for key in keys.split(" · "):
        longer = f"{lines[-1]} · {key}" if lines[-1] else key
        lines[-1:] = [longer] if len(longer) + 3 <= screen_width() or not lines[-1] else [lines[-1], key]
    return "\n".join(
        textwrap.fill(line, screen_width() - 1, initial_indent="  ", subsequent_indent="  ") for line in lines
    )


def wrapped_question(question: Question) -> str:
    """Return the question wrapped for the screen; a prompt would cut a longer line at the edge."""
    return textwrap.fill(question.text, screen_width() - 6, subsequent_indent="  ")
