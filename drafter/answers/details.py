"""Checking a document's own answers: each document asks for other things, which no model can know."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter.model.question import Ask
from drafter.yaml_text import KeyPath

Wrong = tuple[KeyPath, str, str]
"""A place below ``details``, what is wrong there, what to do."""

_LIST = "Begin each item on a line of its own with '- '."


def wrong_details(asks: Iterable[Ask], given: Mapping[str, Any]) -> Iterator[Wrong]:
    """Yield every answer in *given* that is not of the kind asked for; ``None`` may stand anywhere."""
    for ask in asks:
        value = given.get(ask.name)
        if value is not None:
            yield from (((ask.name, *path), fault, remedy) for path, fault, remedy in _wrong(ask, value))


def _wrong(ask: Ask, value: Any) -> Iterator[Wrong]:
    match ask.kind:
        case "group":
            yield from _group(ask, value)
        case "choices":
            yield from _several(ask, value)
        case "choice" | "search":
            yield from _one(ask, value)
        case "yes-no":
            if not isinstance(value, bool):
                yield (), f"true or false is expected, not {value!r}", "Write true or false."
        case "number":
            if isinstance(value, bool) or not str(value).strip().isdecimal():
                yield (), f"a whole number is expected, not {value!r}", "Write it in digits alone."
        case _:
            yield from _text(value)


def _group(ask: Ask, value: Any) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield (), f"a list is expected, not {value!r}", _LIST
        return
    for at, row in enumerate(value):
        if not isinstance(row, Mapping):
            yield (at,), f"keys with values are expected, not {row!r}", "Write 'key: value' lines, indented."
            continue
        known = [field.name for field in ask.fields]
        for key in row:
            if key not in known:
                yield (at, key), "no such key here", f"Use one of: {', '.join(known)}."
        for path, fault, remedy in wrong_details(ask.fields, row):
            yield (at, *path), fault, remedy


def _several(ask: Ask, value: Any) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield (), f"a list is expected, not {value!r}", _LIST
        return
    for at, item in enumerate(value):
        for path, fault, remedy in _one(ask, item):
            yield (at, *path), fault, remedy


def _one(ask: Ask, value: Any) -> Iterator[Wrong]:
    known = [choice.value for choice in ask.choices]
    if known and value not in known and value != "":
        yield (), f"{value!r} is not one of the choices", f"Use one of: {', '.join(known)}."
    elif not known:
        yield from _text(value)


def _text(value: Any) -> Iterator[Wrong]:
    """Yield a fault for what is no text. A whole number prints as it was written; 2.10 would lose its end."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        yield (), f"text is expected, not {value!r}", "Put quotation marks around it."
