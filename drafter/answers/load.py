"""Reading an answers file, with all its faults reported together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from drafter.errors import DrafterError, Fault
from drafter.model.answers import FORMAT, Answers, ThemeSection
from drafter.model.base import read_value
from drafter.patterns import pattern
from drafter.text_file import read_file
from drafter.yaml_text import KeyPath, describe_location, line_numbers, read_yaml

_FACT_ID = pattern(r"[A-Z][A-Za-z0-9_-]*")
_Wrong = tuple[KeyPath, str, str]
"""The path of a wrong key or reference, the fault, the remedy."""


def read_answers(file: Path) -> tuple[Answers, Callable[[], Mapping[KeyPath, int]]]:
    """Return the answers in *file*, and a function that returns the line of each path.

    Raises DrafterError, with all the faults, if the file does not exist, is not UTF-8 or not YAML, has a
    later format, or has a wrong value.
    """
    text = read_file(file)
    data = read_yaml(text, str(file))
    faults = format_faults(data, str(file), text)
    if faults:
        raise DrafterError(faults)

    def lines() -> Mapping[KeyPath, int]:
        return line_numbers(text)

    answers, faults = read_value(Answers, data, str(file), lines)
    if answers is not None:
        faults = _reference_faults(answers, str(file), lines)
    if answers is None or faults:
        raise DrafterError(faults)
    return answers, lines


def format_faults(data: object, name: str, text: str) -> list[Fault]:
    """Return a fault if *data*, read from *text*, is not an answers file, or one of a later drafter.

    *name* is the name of the file.
    """
    if not isinstance(data, dict) or "format" not in data:
        return [
            Fault(
                "this is not an answers file of drafter: it does not say 'format'",
                f"Start one with 'drafter new', or add 'format: {FORMAT}' as its first line.",
                name,
            )
        ]
    if isinstance(data["format"], int) and data["format"] > FORMAT:
        return [
            Fault(
                f"a later drafter wrote this file (format {data['format']}; this one reads {FORMAT})",
                "Install the newest drafter.",
                name,
                describe_location(("format",), line_numbers(text)),
            )
        ]
    return []


def _reference_faults(answers: Answers, name: str, lines: Callable[[], Mapping[KeyPath, int]]) -> list[Fault]:
    """Return a fault for each reference to a fact, source or case that does not exist, and each wrong key."""
    wrong = [*_wrong_facts(answers)]
    for index, section in enumerate(answers.themes):
        wrong += _wrong_references(answers, index, section)
    known_lines = dict(lines()) if wrong else {}
    return [Fault(fault, remedy, name, describe_location(path, known_lines)) for path, fault, remedy in wrong]


def _wrong_facts(answers: Answers) -> Iterator[_Wrong]:
    for key, fact in answers.facts.items():
        if not _FACT_ID.fullmatch(key):
            yield ("facts", key), f"'{key}' cannot name a fact", "Call it F1, F2 and so on."
        if fact.source is not None and fact.source not in answers.sources:
            remedy = f"Sources: {_listed(answers.sources)}."
            yield ("facts", key, "source"), f"there is no source '{fact.source}'", remedy


def _wrong_references(answers: Answers, index: int, section: ThemeSection) -> Iterator[_Wrong]:
    """Yield each case and fact that the section at *index* names and that does not exist."""
    for key in section.cases:
        if key not in answers.cases:
            yield ("themes", index, "cases"), f"there is no case '{key}'", f"Cases: {_listed(answers.cases)}."
    named: list[tuple[KeyPath, Sequence[str]]] = [
        ((), section.facts),
        *((("clauses", n), clause.facts) for n, clause in enumerate(section.clauses)),
        *((("own", n), own.facts) for n, own in enumerate(section.own)),
    ]
    for path, keys in named:
        for key in keys:
            if key not in answers.facts:
                remedy = f"Facts: {_listed(answers.facts)}."
                yield ("themes", index, *path, "facts"), f"there is no fact '{key}'", remedy


def _listed(bank: Mapping[str, object]) -> str:
    """Return the keys of *bank* for a remedy."""
    return ", ".join(bank) or "none yet"
