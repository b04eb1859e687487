"""What the plain manner says and reads, line by line: the signs to type, and words without signs to see."""

import re
import shutil
import textwrap
from collections.abc import Callable

from drafter.interview.control_flow import Back, Overview

BACK, OVERVIEW, END, ALL = "<", "=", ".", "all"

Read = Callable[[str], str]
Say = Callable[[str], None]

_FOR_THE_EYE = re.compile(r"[─✓•]+")
_NUMBERED = re.compile(r"\d+\. ")
_BETWEEN = re.compile(r"\s*[·›→]\s*")


def spoken(text: str) -> str:
    """Return *text* as it is read out: signs for the eye become commas or nothing, spaces are single."""
    return " ".join(_BETWEEN.sub(", ", _FOR_THE_EYE.sub(" ", text)).split()).removeprefix(", ")


def in_lines(say: Say) -> Say:
    """Return what says a text by *say*, in lines that end between two words at the edge of the terminal."""

    def said(text: str) -> None:
        for part in text.splitlines() or [""]:
            # A choice stays one line, however long: it is heard whole. So does an address, to be copied.
            room = len(part) + 1 if _NUMBERED.match(part) else _width()
            say(textwrap.fill(part, room, break_long_words=False, break_on_hyphens=False))

    return said


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 20)


def line(prompt: str, read: Read) -> str:
    """Return a typed line, or the lines of a paste. Raises Back and Overview where it wishes for that."""
    typed = read(prompt)
    if typed.strip() == BACK:
        raise Back
    if typed.strip() == OVERVIEW:
        raise Overview
    return typed
