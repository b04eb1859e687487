"""Values from the library's files: from the cache if they are there, otherwise read, checked and cached."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeVar

from drafter import cache, yaml_text
from drafter.errors import DrafterError, Fault
from drafter.model.base import Value, read_value
from drafter.model.packed import NotPlain, PackedValues, pack, unpack

V = TypeVar("V", bound=Value)

Group = str
"""The cache file that holds an entry. Entries that are needed together share one."""


def load_value(
    kind: type[V], text: str, name: str, group: Group, *, references: bool = False, may_be_empty: bool = False
) -> V:
    """Return the YAML *text* of the file *name* as a value of *kind*.

    Raises DrafterError with every fault in the file. For *references* see :func:`read_yaml`.
    """
    parts = (group, kind.__name__, text)
    cached = cache.shared().get(*parts)
    if cached is not None:
        return unpack(kind, cached)
    data = yaml_text.read_yaml(text, name, references=references)
    value, faults = read_value(
        kind, data or {} if may_be_empty else data, name, lambda: yaml_text.line_numbers(text)
    )
    if value is None:
        raise DrafterError(faults)
    with suppress(NotPlain):  # some field types cannot be cached; such a file is read every time
        cache.shared().keep(pack(value), *parts)
    return value


def load_values(
    kind: type[V], text: str, name: str, group: Group, *, references: bool = False
) -> Mapping[str, V]:
    """Return the values of *kind* in the YAML *text* of the file *name*, by their keys.

    Raises DrafterError with every fault in the file. For *references* see :func:`read_yaml`.
    """
    parts = (group, f"{kind.__name__} by key", text)
    cached = cache.shared().get(*parts)
    if cached is not None:
        return PackedValues(kind, cached)
    mapping = yaml_text.read_yaml(text, name, references=references) or {}
    if not isinstance(mapping, dict):
        raise DrafterError(Fault("this file must contain keys with values", "Write 'id:' lines.", name))
    values: dict[str, V] = {}
    faults: list[Fault] = []
    for key, data in mapping.items():
        value, value_faults = read_value(kind, data, name, lambda: yaml_text.line_numbers(text), (key,))
        faults += value_faults
        if value is not None:
            values[key] = value
    if faults:
        raise DrafterError(faults)
    with suppress(NotPlain):
        cache.shared().keep(PackedValues.data_of(values), *parts)
    return values


def load_data(make: Callable[[], dict[str, bytes]], kind: str, text: str, group: Group) -> dict[str, bytes]:
    """Return the data of *kind* for *text*, from the cache or from *make*, whose result must depend on
    *text* alone.
    """
    parts = (group, kind, text)
    data: dict[str, bytes] | None = cache.shared().get(*parts)
    if data is None:
        data = make()
        cache.shared().keep(data, *parts)
    return data
