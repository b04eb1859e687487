"""What an answer changes: a list of places and values to save. Pure: nothing is saved here."""

from collections.abc import Mapping
from typing import Any

from drafter.interview.asks import FINISHED, MORE
from drafter.interview.content import NEW
from drafter.interview.paths import Path, at, keys, next_key, rows
from drafter.markup.typed import carried
from drafter.model.question import Question

Change = tuple[Path, Any]


def changes(data: Mapping[str, Any], question: Question, value: Any) -> list[Change]:
    """Return what is to be saved when *question* is answered with *value*.

    *value* is ``None`` for "I don't know yet", text, a list of texts for several choices, or a truth value.
    The changes are to be saved together, in their order.
    """
    path = question.path
    if path[:2] == MORE:
        return _more(data, str(path[2]), value)
    if path == ("themes",):
        return [(path, _themes(data, value))]
    if path == ("keywords",):
        return [(path, [word.strip() for word in (value or "").split(",") if word.strip()])]
    if path[0] == "themes" and path[-1] == "clauses":
        return [(path, _clauses(data, path, value))]
    if path[0] == "themes" and path[-1] == "under":
        return [(path, int(value))]
    if path[0] == "facts" and path[-1] == "source" and value == NEW:
        key = next_key("S", keys(data, ("sources",)))
        return [(("sources", key), {}), (path, key)]
    return [(path, _clean(question, value))]


def _clean(question: Question, value: Any) -> Any:
    """Return *value* as it is saved: without what no file can carry, numbers as numbers."""
    if question.kind == "number" and isinstance(value, str):
        return int(value) if value.strip().isdigit() else None
    if isinstance(value, str):
        return carried(value).strip()
    return value


def _more(data: Mapping[str, Any], name: str, value: Any) -> list[Change]:
    """Return what one more of *name* adds, or that no more are wanted."""
    if not value:
        return [(FINISHED, [*rows(data, FINISHED), name])]
    kind, _, rest = name.partition("/")
    if kind == "facts":
        key = next_key("F", keys(data, ("facts",)))
        place = (*_theme(data, rest), "facts")
        return [(("facts", key), {}), (place, [*rows(data, place), key])]
    if kind == "own":
        place = (*_theme(data, rest), "own")
        return [((*place, len(rows(data, place))), {"kind": value})]
    place = tuple(name.split("/"))
    return [((*place, len(rows(data, place))), {})]


def _theme(data: Mapping[str, Any], theme: str) -> Path:
    """Return the path of the section about *theme*."""
    for number, section in enumerate(rows(data, ("themes",))):
        if section.get("theme") == theme:
            return ("themes", number)
    raise KeyError(theme)


def _themes(data: Mapping[str, Any], chosen: list[str]) -> list[Any]:
    """Return the sections for the *chosen* themes, those already begun as they are."""
    begun = {section.get("theme"): section for section in rows(data, ("themes",))}
    return [begun.get(theme) or {"theme": theme} for theme in chosen]


def _clauses(data: Mapping[str, Any], path: Path, chosen: list[str]) -> list[Any]:
    """Return the entries of the *chosen* clauses, those with something of their own as they are."""
    begun = {(entry if isinstance(entry, str) else entry.get("clause")): entry for entry in rows(data, path)}
    return [begun.get(clause, clause) for clause in chosen]


def standing(data: Mapping[str, Any], question: Question) -> Any:
    """Return the answer that stands at *question*, in the shape in which it is asked, or ``MISSING``."""
    value = at(data, question.path)
    if question.path == ("themes",):
        return [section.get("theme") for section in rows(data, question.path)]
    if question.path[-1] == "clauses":
        return [
            entry if isinstance(entry, str) else entry.get("clause") for entry in rows(data, question.path)
        ]
    if question.path == ("keywords",):
        return ", ".join(rows(data, question.path))
    return value
