"""Reading an answers file and reporting all its faults together."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError, Fault
from drafter.model.answers import FORMAT, Answers
from drafter.model.base import read_value
from drafter.patterns import pattern
from drafter.text_file import read_file
from drafter.yaml_text import KeyPath, describe_location, line_numbers, read_yaml

_FACT_ID = pattern(r"[A-Z][A-Za-z0-9_-]*")


def read_answers(file: Path) -> tuple[Answers, Callable[[], Mapping[KeyPath, int]]]:
    """Return the answers in *file*, and a function that gives the line of each.

    Raises DrafterError for a file that is not there, not UTF-8, not YAML, of a later format, or wrong in any
    value; the message holds all the faults.
    """
    text = read_file(file)
    data = read_yaml(text, str(file))
    faults = refuse_format(data, str(file), text)
    if faults:
        raise DrafterError(faults)

    def lines() -> Mapping[KeyPath, int]:
        return line_numbers(text)

    answers, faults = read_value(Answers, data, str(file), lines)
    if answers is not None:
        faults = list(_dangling(answers, str(file), lines))
    if answers is None or faults:
        raise DrafterError(faults)
    return answers, lines


def refuse_format(data: Any, name: str, text: str) -> list[Fault]:
    """Return a fault where *data*, read from *text*, is no answers file, or is a later drafter's."""
    if not isinstance(data, dict) or "format" not in data:
        return [
            Fault(
                "this is not an answers file of drafter: it does not say 'format'",
                f"Begin one with 'drafter new', or add 'format: {FORMAT}' as its first line.",
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


def _dangling(answers: Answers, name: str, lines: Callable[[], Mapping[KeyPath, int]]) -> list[Fault]:
    """Return a fault for each fact, source or case that is named and not there."""
    faults: list[tuple[KeyPath, str, str]] = []
    for key, fact in answers.facts.items():
        if not _FACT_ID.fullmatch(key):
            faults.append((("facts", key), f"'{key}' cannot name a fact", "Call it F1, F2 and so on."))
        if fact.source is not None and fact.source not in answers.sources:
            known = ", ".join(answers.sources) or "none yet"
            faults.append(
                (("facts", key, "source"), f"there is no source '{fact.source}'", f"Sources: {known}.")
            )
    for at, section in enumerate(answers.themes):
        for key in section.cases:
            if key not in answers.cases:
                faults.append(
                    (
                        ("themes", at, "cases"),
                        f"there is no case '{key}'",
                        f"Cases: {', '.join(answers.cases) or 'none yet'}.",
                    )
                )
        named = [((), section.facts)]
        named += [(("clauses", n), chosen.facts) for n, chosen in enumerate(section.clauses)]  # type: ignore[misc]
        named += [(("own", n), own.facts) for n, own in enumerate(section.own)]  # type: ignore[misc]
        for path, keys in named:
            for key in keys:
                if key not in answers.facts:
                    faults.append(
                        (
                            ("themes", at, *path, "facts"),
                            f"there is no fact '{key}'",
                            f"Facts: {', '.join(answers.facts) or 'none yet'}.",
                        )
                    )
    known_lines = dict(lines()) if faults else {}
    return [
        Fault(fault, remedy, name, describe_location(path, known_lines)) for path, fault, remedy in faults
    ]
