"""Checks of a document's own answers: each document asks its own questions, which no model can describe."""

from collections.abc import Iterable, Iterator, Mapping

from drafter.model.question import Ask
from drafter.yaml_text import KeyPath

WrongDetail = tuple[KeyPath, str, str]
"""The path below ``details``, the fault, the remedy."""

_LIST_REMEDY = "Begin each item on a line of its own with '- '."


def wrong_details(asks: Iterable[Ask], details: Mapping[str, object]) -> Iterator[WrongDetail]:
    """Yield each of the *details* that is not of the kind that its question asks for; ``None`` always is."""
    asks = tuple(asks)
    for ask in asks:
        value = details.get(ask.name)
        if value is not None:
            of_each = tuple(other for other in asks if other.per_person == ask.name)
            yield from _below(ask.name, _check_answer(ask, value, of_each))


def _below(step: str | int, wrong: Iterable[WrongDetail]) -> Iterator[WrongDetail]:
    """Yield each of *wrong* with *step* before its path."""
    return (((step, *path), fault, remedy) for path, fault, remedy in wrong)


def _check_answer(ask: Ask, value: object, of_each: tuple[Ask, ...] = ()) -> Iterator[WrongDetail]:
    """Yield what is wrong with *value*; in a group of people, *of_each* are asked of each person too."""
    match ask.kind:
        case "group":
            yield from _check_rows((*ask.fields, *of_each), value)
        case "choices":
            yield from _check_choices(ask, value)
        case "choice" | "search":
            yield from _check_choice(ask, value)
        case "yes-no":
            if not isinstance(value, bool):
                yield (), f"true or false is expected, not {value!r}", "Write true or false."
        case "number":
            if isinstance(value, bool) or not str(value).strip().isdecimal():
                yield (), f"a whole number is expected, not {value!r}", "Write digits only."
        case _:
            yield from _check_text(value)


def _check_rows(fields: tuple[Ask, ...], value: object) -> Iterator[WrongDetail]:
    if not isinstance(value, list):
        yield (), f"a list is expected, not {value!r}", _LIST_REMEDY
        return
    names = [field.name for field in fields]
    for index, row in enumerate(value):
        if not isinstance(row, Mapping):
            remedy = "Write 'key: value' lines, indented."
            yield (index,), f"keys with values are expected, not {row!r}", remedy
            continue
        for key in row:
            if key not in names:
                yield (index, key), "no such key here", f"Use one of: {', '.join(names)}."
        yield from _below(index, wrong_details(fields, row))


def _check_choices(ask: Ask, value: object) -> Iterator[WrongDetail]:
    if not isinstance(value, list):
        yield (), f"a list is expected, not {value!r}", _LIST_REMEDY
        return
    for index, item in enumerate(value):
        yield from _below(index, _check_choice(ask, item))


def _check_choice(ask: Ask, value: object) -> Iterator[WrongDetail]:
    """Yield a fault if *value* is not one of the choices; if the document lists none, any text will do."""
    values = [choice.value for choice in ask.choices]
    if values and value not in values and value != "":
        yield (), f"{value!r} is not one of the choices", f"Use one of: {', '.join(values)}."
    elif not values:
        yield from _check_text(value)


def _check_text(value: object) -> Iterator[WrongDetail]:
    """Yield a fault if *value* is not text. A whole number prints as typed; 2.10 would lose its zero."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        yield (), f"text is expected, not {value!r}", "Put quotation marks around it."
