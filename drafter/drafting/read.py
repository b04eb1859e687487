"""An answers file to answers: the first step of a draft, with every fault in its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import inf
from pathlib import Path

from drafter.answers.load import format_faults, read_answers
from drafter.drafting.resolve import wrong_names
from drafter.errors import DrafterError, Fault, Refused
from drafter.frozen import replaced
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.text_file import read_file
from drafter.yaml_text import KeyPath, describe_location, line_numbers, read_yaml

Lines = Callable[[], Mapping[KeyPath, int]]
"""Gives the line of each value of a file, by its path."""


def read_submission(file: Path, library: Library) -> tuple[Answers, Lines]:
    """Return the answers in *file* and a function that gives the line of each.

    Raises DrafterError with every fault of the file, names that the library does not know included.
    """
    try:
        return read_answers(file)
    except DrafterError as error:
        raise DrafterError(_in_order(file, (*error.faults, *_also_unknown(file, library)))) from None


@contextmanager
def located(file: Path, lines: Lines) -> Iterator[None]:
    """Give faults without a file the name of *file*, and the line of their place in it."""
    try:
        yield
    except DrafterError as error:
        if all(fault.file for fault in error.faults):
            raise
        known = {describe_location(path, {}): line for path, line in lines().items()}
        faults = [
            fault if fault.file else replaced(fault, file=str(file), place=_with_line(fault.place, known))
            for fault in error.faults
        ]
        kind = Refused if isinstance(error, Refused) else DrafterError
        raise kind(_in_order(file, faults)) from None


def _with_line(place: str, lines: Mapping[str, int]) -> str:
    """Return *place* with the line of the nearest value that is in the file; *lines* has them by place."""
    steps = place.split(" › ")
    for length in range(len(steps), -1, -1):
        line = lines.get(" › ".join(steps[:length]))
        if line is not None:
            return ", ".join(part for part in (f"line {line}", place) if part)
    return place


def _in_order(file: Path, faults: Iterable[Fault]) -> list[Fault]:
    """Return *faults* in the order of the lines of *file*; those of other files, or without a line, last."""

    def line(fault: Fault) -> float:
        match = re.match(r"line (\d+)", fault.place)
        return int(match[1]) if match and fault.file == str(file) else inf

    return sorted(faults, key=line)


def _also_unknown(file: Path, library: Library) -> list[Fault]:
    """Return the names in a faulty *file* that the library does not know, to report all faults together."""
    try:
        text = read_file(file)
        data = read_yaml(text, str(file))
    except DrafterError:
        return []  # nothing can be read; the caller reports that
    if format_faults(data, str(file), text):
        return []
    lines = line_numbers(text)
    return [
        fault if fault.file else replaced(fault, file=str(file), place=describe_location(path, lines))
        for path, fault in wrong_names(data, library)
    ]
