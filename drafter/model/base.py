"""The value that the other models are made from, and the errors they give."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from drafter.errors import Fault
from drafter.yaml_text import Path, place


class Value(BaseModel):
    """A frozen value that refuses a key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


V = TypeVar("V", bound=Value)


def read_value(
    kind: type[V], data: object, name: str, lines: Callable[[], Mapping[Path, int]]
) -> tuple[V | None, list[Fault]]:
    """Return *data* as a value of *kind*, or ``None`` and every fault in it.

    *name* is the file's name for messages; *lines* is called only when there is a fault to place.
    """
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        known = dict(lines())
        return None, [_fault(item, name, known) for item in error.errors(include_url=False)]


def _fault(item: Any, name: str, lines: dict[Path, int]) -> Fault:
    path = tuple(part for part in item["loc"] if not str(part).startswith(("function-", "tagged-", "[key]")))
    return Fault(*_words(item), name, place(path, lines))


def _words(item: Any) -> tuple[str, str]:
    """Return fault and remedy in plain words for one of pydantic's errors."""
    kind, context = item["type"], item.get("ctx", {})
    given = repr(item.get("input"))
    given = given if len(given) <= 60 else given[:57] + "…"
    match kind:
        case "extra_forbidden":
            return "no such key here", "Check the spelling, or take the line out."
        case "missing":
            return "this is missing", "Add it."
        case "literal_error" | "enum":
            return f"{given} is not one of the choices", f"Use one of: {context.get('expected', '')}."
        case "string_type":
            return f"text is expected, not {given}", "Put quotation marks around it."
        case "list_type" | "tuple_type":
            return f"a list is expected, not {given}", "Begin each item on a line of its own with '- '."
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"keys with values are expected, not {given}", "Write 'key: value' lines, indented."
        case "int_parsing" | "int_type" | "int_from_float":
            return f"a whole number is expected, not {given}", "Write it in digits, without separators."
        case "bool_parsing" | "bool_type":
            return f"true or false is expected, not {given}", "Write true or false."
        case "value_error":
            return str(context.get("error", item["msg"])), ""
        case _:
            return str(item["msg"]), ""
