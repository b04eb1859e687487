"""An answers file to answers: the first step of a draft, with every fault in its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import inf
from pathlib import Path

from drafter.answers.changes import applied
from drafter.answers.details import wrong_details
from drafter.answers.load import read_answers, refuse_format
from drafter.answers.older_files import upgrades
from drafter.drafting.resolve import wrong_names
from drafter.errors import DrafterError, Fault, Refused
from drafter.frozen import replaced
from drafter.library.answer_names import unknown_names
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.node import Node
from drafter.text_file import read_file, real_path
from drafter.yaml_text import KeyPath, describe_location, line_numbers, read_yaml

Lines = Callable[[], Mapping[KeyPath, int]]
"""Gives the line of each value of a file, by its path."""


def refuse_wrong_details(file: Path, library: Library) -> None:
    """Raise DrafterError where *file* holds something that its document's own questions cannot take.

    An interview reports it before it asks anything: at its end a build would refuse it.
    """
    answers, lines = read_answers(file)
    if answers.document and answers.document in library.document_ids():
        rules = library.document(answers.document).rules
        wrong = list(wrong_details(rules.asks, answers.details))
        if wrong:
            known = dict(lines())
            raise DrafterError(
                Fault(fault, remedy, str(file), describe_location(("details", *path), known))
                for path, fault, remedy in wrong
            )


def read_saved(file: Path, library: Library) -> dict[str, Node]:
    """Return the answers in *file* as they are saved, in today's form, to be carried over.

    Raises DrafterError with every fault in them. A clause that the library does not have any more is no fault
    here: it is put aside.
    """
    real_path(file)  # refuses a name that leads nowhere
    read_answers(file)
    refuse_wrong_details(file, library)
    text = read_file(file)
    tree = read_yaml(text, str(file))
    wrong = [
        (path, fault)
        for path, fault in unknown_names(tree, library)
        if path != ("document",) and path[2:3] != ("clauses",)
    ]
    if wrong:
        lines = line_numbers(text)
        raise DrafterError(
            replaced(fault, file=str(file), place=describe_location(path, lines)) for path, fault in wrong
        )
    return applied(tree, upgrades(tree))


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
        known = {describe_location(path, {}): describe_location(path, lines()) for path in lines()}
        faults = [
            fault
            if fault.file
            else replaced(fault, file=str(file), place=known.get(fault.place, fault.place))
            for fault in error.faults
        ]
        kind = Refused if isinstance(error, Refused) else DrafterError
        raise kind(_in_order(file, faults)) from None


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
    if refuse_format(data, str(file), text):
        return []
    lines = line_numbers(text)
    return [
        fault if fault.file else replaced(fault, file=str(file), place=describe_location(path, lines))
        for path, fault in wrong_names(data, library)
    ]
