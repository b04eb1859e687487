"""Values from the library's files: from the cache, or else read, checked and cached."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeVar

from drafter import cache, yaml_text
from drafter.errors import DrafterError, Fault
from drafter.model.base import Value, read_value
from drafter.model.packed import NotPlain, PackedValues, pack, unpack

V = TypeVar("V", bound=Value)

Group = str
"""The cache file in which an entry is stored; entries that are needed together share one."""


def kept_value(
    kind: type[V], text: str, name: str, group: Group, *, references: bool = False, may_be_empty: bool = False
) -> V:
    """Return the value of *kind* that the YAML *text* of the file *name* holds.

    Raises DrafterError with every fault in it. *references* is for :func:`read_yaml`.
    """
    parts = (group, kind.__name__, text)
    known = cache.shared().get(*parts)
    if known is not None:
        return unpack(kind, known)
    data = yaml_text.read_yaml(text, name, references=references)
    value, faults = read_value(
        kind, data or {} if may_be_empty else data, name, lambda: yaml_text.lines_of(text)
    )
    if value is None:
        raise DrafterError(faults)
    with suppress(NotPlain):  # a field type that cannot be cached: the file is read every time
        cache.shared().keep(pack(value), *parts)
    return value


def kept_values(
    kind: type[V], text: str, name: str, group: Group, *, references: bool = False
) -> Mapping[str, V]:
    """Return the values of *kind* that stand in the YAML *text* of the file *name*, by their keys.

    Raises DrafterError with every fault in them.
    """
    parts = (group, f"{kind.__name__} by key", text)
    known = cache.shared().get(*parts)
    if known is not None:
        return PackedValues(kind, known)
    whole = yaml_text.read_yaml(text, name, references=references) or {}
    if not isinstance(whole, dict):
        raise DrafterError(Fault("keys with values are expected", "Write 'id:' lines.", name))
    values: dict[str, V] = {}
    faults: list[Fault] = []
    for key, data in whole.items():
        value, wrong = read_value(kind, data, name, lambda: yaml_text.lines_of(text), (key,))
        faults += wrong
        if value is not None:
            values[key] = value
    if faults:
        raise DrafterError(faults)
    with suppress(NotPlain):
        cache.shared().keep(PackedValues.data_of(values), *parts)
    return values


def kept_data(make: Callable[[], dict[str, bytes]], kind: str, text: str, group: Group) -> dict[str, bytes]:
    """Return the data of *kind* that *make* makes from *text* alone."""
    parts = (group, kind, text)
    known: dict[str, bytes] | None = cache.shared().get(*parts)
    if known is None:
        known = make()
        cache.shared().keep(known, *parts)
    return known
