"""The base class of the models, and readable faults in place of pydantic's errors."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from drafter.errors import Fault
from drafter.yaml_text import KeyPath, describe_location

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
"""A plugin of pydantic, such as one that logs to a service, would see every name and story that is checked.
Looking for one also takes ten milliseconds."""


class Value(BaseModel):
    """A frozen value that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, object] | None = None,
    ) -> bool | None:
        """Build the model without the caller's variables: reading them may crash Python 3.13.0."""
        return super().model_rebuild(
            force=force, raise_errors=raise_errors, _types_namespace=_types_namespace or {}
        )


V = TypeVar("V", bound=Value)


def read_value(
    kind: type[V], data: object, name: str, lines: Callable[[], Mapping[KeyPath, int]], at: KeyPath = ()
) -> tuple[V | None, list[Fault]]:
    """Return *data* as a value of *kind* and no faults, or ``None`` and all faults.

    *name* is the name of the file for messages; *at* is the path of *data* in it. *lines* returns the line of
    each path and is called only if there is a fault.
    """
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        line_of = dict(lines())
        details = _without_repetition(error.errors(include_url=False))
        return None, [_fault(detail, name, line_of, at) for detail in details]


_SCALAR_TYPES = ("str", "int", "float")
"""The names of types that pydantic adds to the location of an error in a union."""


def _without_repetition(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield *details*, with a single one for each value, at the location of that value.

    For a value that may be text or a number, pydantic has one error for text and one for a number.
    """
    count = Counter(map(_value_key, details))
    reported = set()
    for detail in details:
        key = _value_key(detail)
        location = detail["loc"]
        if location and location[-1] in _SCALAR_TYPES and count[key] > 1:
            if key not in reported:
                yield {**detail, "loc": location[:-1]}
            reported.add(key)
        else:
            yield detail


def _value_key(detail: ErrorDetails) -> tuple[object, ...]:
    """Return a key that all errors about the same value have in common."""
    return (*detail["loc"][:-1], id(detail.get("input")))


def _fault(detail: ErrorDetails, name: str, line_of: Mapping[KeyPath, int], at: KeyPath) -> Fault:
    path = tuple(
        step for step in detail["loc"] if not str(step).startswith(("function-", "tagged-", "[key]"))
    )
    return Fault(*_fault_and_remedy(detail), name, describe_location((*at, *path), line_of))


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
"""What is expected and the remedy, by the type of pydantic's error."""
_QUOTED_CHARACTERS = 60
"""The most characters of a wrong value that a fault quotes."""


def _fault_and_remedy(detail: ErrorDetails) -> tuple[str, str]:
    """Return fault and remedy in plain words for one of pydantic's errors."""
    kind, context = detail["type"], detail.get("ctx", {})
    value = "nothing" if detail.get("input") is None else repr(detail["input"])
    if len(value) > _QUOTED_CHARACTERS:
        value = f"{value[: _QUOTED_CHARACTERS - 3]}…"
    if kind in _EXPECTED:
        expected, remedy = _EXPECTED[kind]
        if value == "nothing":
            remedy = "Write it, or remove the line."
        be = "are" if expected.startswith("keys") else "is"
        return f"{expected} {be} expected, not {value}", remedy
    match kind:
        case "extra_forbidden":
            return "no such key here", "Check the spelling, or remove the line."
        case "missing":
            return "this is missing", "Add it."
        case "string_too_short" | "too_short":
            return "this is empty", "Write it."
        case "literal_error" | "enum":
            return f"{value} is not one of the choices", f"Use one of: {context.get('expected', '')}."
        case "value_error":
            return str(context.get("error", detail["msg"])), ""
        case _:
            return str(detail["msg"]), ""
