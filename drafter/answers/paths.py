"""Looking up values in answers by path: in models, and in saved trees."""

from collections.abc import Mapping, Sequence
from typing import Final

from drafter.model.base import Value
from drafter.model.node import Node, Tree
from drafter.yaml_text import KeyPath as KeyPath  # also for the rooms that do not read YAML


class Missing:
    """The type of ``MISSING``."""

    def __bool__(self) -> bool:
        return False


MISSING: Final = Missing()
"""The value of a question that was not answered; ``None`` is the answer "I don't know yet"."""


def at(answers: object, path: KeyPath) -> object:
    """Return the value at *path* in a model or a saved tree, or ``MISSING``."""
    value = answers
    for step in path:
        if isinstance(value, Value):
            value = getattr(value, str(step)) if step in value.model_fields_set else MISSING
        elif isinstance(step, int):
            if not isinstance(value, Sequence) or isinstance(value, str) or step >= len(value):
                return MISSING
            value = value[step]
        elif isinstance(value, Mapping):
            value = value.get(step, MISSING)
        else:
            return MISSING
    return value


def saved_at(tree: Tree, path: KeyPath) -> Node | Missing:
    """Return the value at *path* in a saved tree, or ``MISSING``."""
    value: Node = tree
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, list | tuple) or step >= len(value):
                return MISSING
            value = value[step]
        elif isinstance(value, Mapping) and step in value:
            value = value[step]
        else:
            return MISSING
    return value


def answered(answers: object, path: KeyPath) -> bool:
    """Return whether the question at *path* was answered; "I don't know yet" is an answer."""
    return at(answers, path) is not MISSING


def rows(tree: object, path: KeyPath) -> list[Node]:
    """Return the list at *path* of a saved tree, empty where there is none."""
    value = at(tree, path)
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else []


def maps(tree: object, path: KeyPath) -> list[dict[str, Node]]:
    """Return the mappings in the list at *path* of a saved tree."""
    return [dict(row) for row in rows(tree, path) if isinstance(row, Mapping)]


def texts(tree: object, path: KeyPath) -> list[str]:
    """Return the items of the list at *path* as texts."""
    return [str(item) for item in rows(tree, path)]


def keys(tree: object, path: KeyPath) -> dict[str, Node]:
    """Return the mapping at *path* of a saved tree, empty where there is none."""
    value = at(tree, path)
    return dict(value) if isinstance(value, Mapping) else {}


def is_private(path: KeyPath) -> bool:
    """Return whether the value at *path* belongs in the private file and never on the screen."""
    return path[0] == "private"


def dotted(path: KeyPath) -> str:
    """Return *path* in the notation of ``--set``: ``organisations.0.name``."""
    return ".".join(map(str, path))


def next_key(letter: str, used: Mapping[str, object]) -> str:
    """Return the first key that is not *used*: ``F1``, ``F2`` and so on."""
    number = 1
    while f"{letter}{number}" in used:
        number += 1
    return f"{letter}{number}"


def clause_id(entry: Node) -> str:
    """Return the id of a clause as it is saved: its id alone, or a mapping with more."""
    return str(entry.get("clause")) if isinstance(entry, Mapping) else str(entry)
