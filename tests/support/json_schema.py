"""A validator for the part of JSON Schema that our own schemas use, so that no test downloads one."""

import re
from collections.abc import Iterator
from typing import Any

Rule = dict[str, Any]
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float),
    "boolean": (bool,), "null": (type(None),),
}  # fmt: skip


def faults(value: Any, schema: Rule) -> Iterator[str]:
    """Yield where *value* is not as *schema* says, as far as its keywords are known here."""
    yield from _faults(value, schema, schema.get("$defs", {}), "")


def _faults(value: Any, rule: Rule, named: dict[str, Rule], place: str) -> Iterator[str]:
    """Yield where *value* is not as *rule* says; *named* has the rules that others refer to."""
    if "$ref" in rule:
        yield from _faults(value, named[rule["$ref"].removeprefix("#/$defs/")], named, place)
    if "anyOf" in rule and all(list(_faults(value, each, named, place)) for each in rule["anyOf"]):
        yield f"{place}: none of the kinds"
    if "type" in rule:
        kinds = TYPES[rule["type"]]
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            yield f"{place}: not {rule['type']}"
            return
    if value not in rule.get("enum", [value]) or value != rule.get("const", value):
        yield f"{place}: not one of the choices"
    yield from _within(value, rule, named, place)


def _within(value: Any, rule: Rule, named: dict[str, Rule], place: str) -> Iterator[str]:
    """Yield where what is in *value* is not as *rule* says."""
    if isinstance(value, str):
        if len(value) < rule.get("minLength", 0) or not re.search(rule.get("pattern", ""), value):
            yield f"{place}: too short or of another shape"
    elif isinstance(value, int) and value < rule.get("minimum", value):
        yield f"{place}: too small"
    elif isinstance(value, list):
        if len(value) < rule.get("minItems", 0):
            yield f"{place}: too few"
        for at, item in enumerate(value):
            yield from _faults(item, rule.get("items", {}), named, f"{place}/{at}")
    elif isinstance(value, dict):
        yield from _in_object(value, rule, named, place)


def _in_object(value: dict[str, Any], rule: Rule, named: dict[str, Rule], place: str) -> Iterator[str]:
    """Yield where an object is not as *rule* says."""
    yield from (f"{place}: {name} is missing" for name in rule.get("required", ()) if name not in value)
    for name, item in value.items():
        inner = rule.get("properties", {}).get(name, rule.get("additionalProperties", True))
        if inner is False:
            yield f"{place}: {name} is not known"
        elif inner is not True:
            yield from _faults(item, inner, named, f"{place}/{name}")
