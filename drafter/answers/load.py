"""Reading an answers file, with all its faults reported together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from drafter.answers.changes import applied
from drafter.answers.older_files import upgrades
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

    A file of an earlier version is read as if it were saved in today's form.

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

    data = applied(data, upgrades(data)) if isinstance(data, dict) else data
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
    for number, earlier in enumerate(answers.earlier):
        wrong += _unknown_facts(("earlier", number, "facts"), earlier.facts, answers)
    for index, section in enumerate(answers.themes):
        wrong += _wrong_references(answers, index, section)
    known_lines = dict(lines()) if wrong else {}
    return [Fault(fault, remedy, name, describe_location(path, known_lines)) for path, fault, remedy in wrong]


def _wrong_facts(answers: Answers) -> Iterator[_Wrong]:
    for key, fact in answers.facts.items():
        if not _FACT_ID.fullmatch(key):
            yield ("facts", key), f"'{key}' cannot name a fact", "Call it F1, F2 and so on."
        for name, source in (("source", fact.source), ("cited_in", fact.cited_in or None)):
            if source is not None and source not in answers.sources:
                remedy = f"Sources: {_listed(answers.sources)}."
                yield ("facts", key, name), f"there is no source '{source}'", remedy


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
        yield from _unknown_facts(("themes", index, *path, "facts"), keys, answers)


def _unknown_facts(path: KeyPath, keys: Sequence[str], answers: Answers) -> Iterator[_Wrong]:
    """Yield each of *keys*, the facts named at *path*, that does not exist."""
    for key in keys:
        if key not in answers.facts:
            yield path, f"there is no fact '{key}'", f"Facts: {_listed(answers.facts)}."


def _listed(bank: Mapping[str, object]) -> str:
    """Return the keys of *bank* for a remedy."""
    return ", ".join(bank) or "none yet"
