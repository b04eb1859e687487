"""Changes of nested answers: a place and what is to be there. Pure: the old answers stay as they are."""

from collections.abc import Iterable, Mapping
from typing import Any

from drafter.model.answers import GONE
from drafter.yaml_text import KeyPath

Change = tuple[KeyPath, Any]
"""A place and its new value; GONE takes away what is there."""


def applied(data: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Return *data* with *changes*, in their order. What does not change is shared with *data*.

    Lists grow by one at their end; mappings and lists on the way are begun where they are not there.
    """
    changed: Any = dict(data)
    for path, value in changes:
        changed = _taken_out(changed, path) if value is GONE else _put(changed, path, value)
    return dict(changed)


def _put(here: Any, path: KeyPath, value: Any) -> Any:
    if not path:
        return list(value) if isinstance(value, tuple) else value
    step, *others = path
    if isinstance(step, int):
        items = list(here) if isinstance(here, list | tuple) else []
        if step == len(items):
            items.append(None)
        items[step] = _put(items[step], tuple(others), value)
        return items
    keyed = dict(here) if isinstance(here, Mapping) else {}
    keyed[step] = _put(keyed.get(step), tuple(others), value)
    return keyed


def _taken_out(here: Any, path: KeyPath) -> Any:
    step, *others = path
    if isinstance(here, list) and isinstance(step, int) and step < len(here):
        rest = [_taken_out(here[step], tuple(others))] if others else []
        return [*here[:step], *rest, *here[step + 1 :]]
    if isinstance(here, Mapping) and step in here:
        if not others:
            return {key: value for key, value in here.items() if key != step}
        return {**here, str(step): _taken_out(here[step], tuple(others))}
    return here
