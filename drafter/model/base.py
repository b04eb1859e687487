"""The value that the other models are made from, and the errors they give."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from drafter.errors import Fault
from drafter.yaml_text import KeyPath, describe_location


class Value(BaseModel):
    """A frozen value that refuses a key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build the model without a look at the caller's variables: Python 3.13.0 may crash on that."""
        return super().model_rebuild(**{"_types_namespace": {}, **options})


V = TypeVar("V", bound=Value)


def read_value(
    kind: type[V], data: object, name: str, lines: Callable[[], Mapping[KeyPath, int]], at: KeyPath = ()
) -> tuple[V | None, list[Fault]]:
    """Return *data* as a value of *kind*, or ``None`` and every fault in it.

    *name* is the file's name for messages; *lines* is called only when there is a fault to place; *at* is
    where in the file *data* stands.
    """
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        known = dict(lines())
        return None, [_fault(item, name, known, at) for item in _once(error.errors(include_url=False))]


_PLAIN_KINDS = ("str", "int", "float")
"""What pydantic calls the kinds of a plain value; it puts them at the end of a place."""


def _once(items: Sequence[Any]) -> Iterator[Any]:
    """Yield each of pydantic's errors, those about one value only once and with the place of that value.

    Where a value may be text or a number, pydantic gives one error for text and one for a number.
    """
    alike = Counter(map(_value_of, items))
    told = set()
    for item in items:
        value = _value_of(item)
        if item["loc"] and item["loc"][-1] in _PLAIN_KINDS and alike[value] > 1:
            if value not in told:
                yield {**item, "loc": item["loc"][:-1]}
            told.add(value)
        else:
            yield item


def _value_of(item: Any) -> tuple[Any, ...]:
    """Return what two errors about one value have in common."""
    return (*item["loc"][:-1], id(item.get("input")))


def _fault(item: Any, name: str, lines: dict[KeyPath, int], at: KeyPath) -> Fault:
    path = tuple(part for part in item["loc"] if not str(part).startswith(("function-", "tagged-", "[key]")))
    return Fault(*_words(item), name, describe_location((*at, *path), lines))


_LIST = ("a list", "Begin each item on a line of its own with '- '.")
_KEYS = ("keys with values", "Write 'key: value' lines, indented.")
_NUMBER = ("a whole number", "Write it in digits, without separators.")
_TRUTH = ("true or false", "Write true or false.")
_EXPECTED = {
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "int_from_float": _NUMBER,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "string_type": ("text", "Put quotation marks around it."),
}
"""What pydantic missed, by the type of its error, and what to do."""


def _words(item: Any) -> tuple[str, str]:
    """Return fault and remedy in plain words for one of pydantic's errors."""
    kind, context = item["type"], item.get("ctx", {})
    given = "nothing" if item.get("input") is None else repr(item["input"])
    given = given if len(given) <= 60 else given[:57] + "…"
    if kind in _EXPECTED:
        expected, remedy = _EXPECTED[kind]
        if given == "nothing":
            remedy = "Write it, or take the line out."
        be = "are" if expected.startswith("keys") else "is"
        return f"{expected} {be} expected, not {given}", remedy
    match kind:
        case "extra_forbidden":
            return "no such key here", "Check the spelling, or take the line out."
        case "missing":
            return "this is missing", "Add it."
        case "string_too_short" | "too_short":
            return "this is empty", "Write it."
        case "literal_error" | "enum":
            return f"{given} is not one of the choices", f"Use one of: {context.get('expected', '')}."
        case "value_error":
            return str(context.get("error", item["msg"])), ""
        case _:
            return str(item["msg"]), ""
