"""Validated values as plain data and back, without validating them again."""

import marshal
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from drafter.language.pinpoint import Pinpoint
from drafter.model.base import Value

V = TypeVar("V", bound=Value)


class NotPlain(TypeError):
    """The value contains something that cannot be plain data."""


def packed(value: object) -> Any:
    """Return *value* as plain data, for :func:`unpacked`.

    A list stands for something to restore: an instance of a class, or a tuple or dictionary that contains
    such instances. Fields that have their default are left out. Other data is returned unchanged. Raises
    NotPlain for any other object.
    """
    match value:
        case Value():
            usual = _defaults(type(value))
            fields = {name: packed(each) for name, each in value.__dict__.items() if each is not usual[name]}
            plain = {name: each for name, each in fields.items() if not isinstance(each, list)}
            others = {name: each for name, each in fields.items() if name not in plain}
            return [_name(type(value)), tuple(sorted(value.model_fields_set)), plain, others]
        case Pinpoint():
            return ["pinpoint", value.kind, value.number]
        case tuple():
            items = tuple(map(packed, value))
            return ["tuple", items] if any(isinstance(item, list) for item in items) else items
        case dict():
            by_key = {key: packed(each) for key, each in value.items()}
            return ["dict", by_key] if any(isinstance(each, list) for each in by_key.values()) else by_key
        case None | str() | int() | float():
            return value
        case _:
            raise NotPlain(type(value).__name__)


def unpacked(kind: type[V], data: Any) -> V:
    """Return the value of *kind* that *data*, from :func:`packed`, stands for."""
    if _name(kind) not in _classes():  # its module was imported in the meantime
        _classes.cache_clear()
    value = _unpacked(data, _classes())
    if not isinstance(value, kind):
        raise NotPlain(type(value).__name__)
    return value


def _unpacked(data: Any, classes: dict[str, type[Value]]) -> Any:
    if type(data) is not list:
        return data
    if data[0] == "tuple":
        return tuple([_unpacked(item, classes) for item in data[1]])
    if data[0] == "dict":
        return {key: _unpacked(each, classes) for key, each in data[1].items()}
    if data[0] == "pinpoint":
        return Pinpoint(data[1], data[2])
    name, fields_set, plain, others = data
    kind = classes[name]
    fields = {**_defaults(kind), **plain}  # the defaults first: they have all names in the right order
    for key, each in others.items():
        fields[key] = _unpacked(each, classes)
    return _restored(kind, fields, set(fields_set))


def trusted(kind: type[V], **fields: object) -> V:
    """Return the value of *kind* with all its *fields*, which were checked one by one."""
    return _restored(kind, fields, set(fields))


def _restored(kind: type[V], fields: dict[str, Any], fields_set: set[str]) -> V:
    """Return a value without validation, as pydantic itself restores one that was pickled."""
    value = kind.__new__(kind)
    value.__setstate__(
        {
            "__dict__": fields,
            "__pydantic_fields_set__": fields_set,
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return value


@cache
def _defaults(kind: type[Value]) -> dict[str, Any]:
    """Return the default of each field, in their order; of one without default, what no field has."""
    return {name: field.default for name, field in kind.model_fields.items()}


def _name(kind: type[Value]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _classes() -> dict[str, type[Value]]:
    """Return the classes of values by name. No name stands for anything else."""
    classes: dict[str, type[Value]] = {}
    waiting: list[type[Value]] = [Value]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            classes[_name(kind)] = kind
            waiting.append(kind)
    return classes


class Packed(Mapping[str, V]):
    """Values by name, each restored when it is first needed: a document cites few of the authorities."""

    def __init__(self, kind: type[V], data: Mapping[str, bytes]) -> None:
        self._kind = kind
        self._data = data
        self._made: dict[str, V] = {}

    @staticmethod
    def data_of(values: Mapping[str, Value]) -> dict[str, bytes]:
        """Return the data from which the values can be restored."""
        return {name: marshal.dumps(packed(value)) for name, value in values.items()}

    def __getitem__(self, name: str) -> V:
        if name not in self._made:
            self._made[name] = unpacked(self._kind, marshal.loads(self._data[name]))  # noqa: S302 - checked
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)
