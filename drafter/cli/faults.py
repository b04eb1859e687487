"""Faults as commands print them: for a person, for a script, with a hint at what may have been meant."""

import sys
from collections.abc import Iterable
from typing import TextIO

from drafter.cli.layout import on_screen, wrapped
from drafter.errors import DrafterError, Fault
from drafter.language.english import SCREEN
from drafter.limits import FAULTS_SHOWN
from drafter.search import did_you_mean, nearest


class WrongUsage(DrafterError):
    """The value of an option does not exist: the command line is wrong, not a file."""


def similar_hint(typed: str, names: Iterable[str], *, like: float = 0.6) -> str:
    """Return " Did you mean …?" with the *names* most like *typed*, ``""`` if none is alike.

    *like* is the least similarity, from 0 to 1.
    """
    hint = did_you_mean(nearest(typed, names, cutoff=like), SCREEN)
    return f" {hint}" if hint else ""


def faults_in_words(faults: Iterable[Fault], stream: TextIO | None = None) -> str:
    """Return *faults*, each with its remedy below it; wrapped if *stream* (default: stderr) is a terminal.

    After the first hundred, only their number is given.
    """
    every = list(faults)
    more = len(every) - FAULTS_SHOWN
    text = "\n".join([*map(str, every[:FAULTS_SHOWN]), *([f"… and {more:,} more"] if more > 0 else [])])
    if not on_screen(stream or sys.stderr):
        return text  # for a pipe, a fault is one line
    return "\n".join(
        wrapped(line.lstrip(), "    " if line.startswith(" ") else "", "    ") for line in text.split("\n")
    )


def faults_as_data(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Return *faults* for JSON: the file of each, the place in it, the fault and the remedy."""
    return [
        {"file": fault.file, "place": fault.place, "fault": fault.fault, "remedy": fault.remedy}
        for fault in faults
    ]
