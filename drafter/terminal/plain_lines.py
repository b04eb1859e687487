"""Lines of plain mode: the characters with a meaning, and texts in a form that can be read out."""

import re
import shutil
import textwrap

from drafter.interview.control_flow import Back, Overview, ReadWarning
from drafter.terminal.callables import Read, Say

BACK, OVERVIEW, WARNING, END, ALL = "<", "=", "!", ".", "all"

_VISUAL_ONLY = re.compile(r"[─✓•]+")
_NUMBERED = re.compile(r"\d+\. ")
_SEPARATORS = re.compile(r"\s*[·›→]\s*")


def spoken(text: str) -> str:
    """Return *text* on one line as it is read out: visual separators become commas, ornaments disappear."""
    return " ".join(_SEPARATORS.sub(", ", _VISUAL_ONLY.sub(" ", text)).split()).removeprefix(", ")


def wrapping(say: Say) -> Say:
    """Return *say* with its lines wrapped between words at the width of the terminal."""

    def say_wrapped(text: str) -> None:
        for line in text.splitlines() or [""]:
            # A choice stays on one line, to be heard whole. So does a web address, to be copied.
            width = len(line) + 1 if _NUMBERED.match(line) else _width()
            say(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False))

    return say_wrapped


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 20)


def read_line(prompt: str, read: Read) -> str:
    """Return a typed line, or the lines of a paste.

    Raises Back for ``<``, Overview for ``=`` and ReadWarning for ``!``.
    """
    typed = read(prompt)
    if typed.strip() == BACK:
        raise Back
    if typed.strip() == OVERVIEW:
        raise Overview
    if typed.strip() == WARNING:
        raise ReadWarning
    return typed
