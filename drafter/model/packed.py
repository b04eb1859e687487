"""Validated values as plain data and back, without a second validation."""

import marshal
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias, TypeVar

from drafter.language.pinpoint import Pinpoint
from drafter.model.base import Value

V = TypeVar("V", bound=Value)


PlainData: TypeAlias = (
    "str | int | float | tuple[PlainData, ...] | list[PlainData] | dict[str, PlainData] | None"
)
"""Data that ``marshal`` can write."""


class NotPlain(TypeError):
    """The value contains an object that cannot be plain data."""


def pack(value: object) -> PlainData:
    """Return *value* as plain data, for :func:`unpack`.

    A list represents something to restore: an instance of a class, or a tuple or dictionary that contains
    such instances. Fields with their default are left out. Other data is returned unchanged. Raises NotPlain
    for any other object.
    """
    match value:
        case Value():
            defaults = _defaults(type(value))
            changed = {name: field for name, field in value.__dict__.items() if field is not defaults[name]}
            fields = {name: pack(field) for name, field in changed.items()}
            plain: dict[str, PlainData] = {
                name: field for name, field in fields.items() if not isinstance(field, list)
            }
            to_restore = {name: field for name, field in fields.items() if name not in plain}
            return [_name(type(value)), tuple(sorted(value.model_fields_set)), plain, to_restore]
        case Pinpoint():
            return ["pinpoint", value.kind, value.number]
        case tuple():
            items = tuple(map(pack, value))
            return ["tuple", items] if any(isinstance(item, list) for item in items) else items
        case dict():
            by_key = {key: pack(item) for key, item in value.items()}
            return ["dict", by_key] if any(isinstance(item, list) for item in by_key.values()) else by_key
        case None | str() | int() | float():
            return value
        case _:
            raise NotPlain(type(value).__name__)


def unpack(kind: type[V], data: object) -> V:
    """Return the value of *kind* that *data*, from :func:`pack`, represents.

    Raises NotPlain if *data* represents a value of another kind.
    """
    if _name(kind) not in _classes():  # its module was imported in the meantime
        _classes.cache_clear()
    value = _restore(data, _classes())
    if not isinstance(value, kind):
        raise NotPlain(type(value).__name__)
    return value


def _restore(data: object, classes: Mapping[str, type[Value]]) -> object:
    """Return the object that *data* represents, at any depth."""
    if not isinstance(data, list):
        return data
    if data[0] == "tuple":
        return tuple([_restore(item, classes) for item in data[1]])
    if data[0] == "dict":
        return {key: _restore(item, classes) for key, item in data[1].items()}
    if data[0] == "pinpoint":
        return Pinpoint(data[1], data[2])
    name, fields_set, plain, to_restore = data
    kind = classes[name]
    fields = {**_defaults(kind), **plain}  # the defaults first: they have all names in the right order
    for key, item in to_restore.items():
        fields[key] = _restore(item, classes)
    return _without_validation(kind, fields, set(fields_set))


def from_checked_fields(kind: type[V], **fields: object) -> V:
    """Return the value of *kind* with all its *fields*, each of which is already validated."""
    return _without_validation(kind, fields, set(fields))


def _without_validation(kind: type[V], fields: dict[str, object], fields_set: set[str]) -> V:
    """Return a value of *kind*, made as pydantic itself restores a pickled one."""
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
def _defaults(kind: type[Value]) -> dict[str, object]:
    """Return the default of each field, in order; for a field without one, a value that no field has."""
    return {name: field.default for name, field in kind.model_fields.items()}


def _name(kind: type[Value]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _classes() -> dict[str, type[Value]]:
    """Return all subclasses of ``Value`` by name: the only classes that data can name."""
    classes: dict[str, type[Value]] = {}
    to_visit: list[type[Value]] = [Value]
    while to_visit:
        for kind in to_visit.pop().__subclasses__():
            classes[_name(kind)] = kind
            to_visit.append(kind)
    return classes


class PackedValues(Mapping[str, V]):
    """Values by name, each unpacked when it is first needed: a document cites few of the authorities."""

    def __init__(self, kind: type[V], data: Mapping[str, bytes]) -> None:
        self._kind = kind
        self._data = data
        self._unpacked: dict[str, V] = {}

    @staticmethod
    def data_of(values: Mapping[str, Value]) -> dict[str, bytes]:
        """Return the data of *values*, for the constructor."""
        return {name: marshal.dumps(pack(value)) for name, value in values.items()}

    def __getitem__(self, name: str) -> V:
        if name not in self._unpacked:
            data = marshal.loads(self._data[name])  # noqa: S302 - the cache has checked its origin
            self._unpacked[name] = unpack(self._kind, data)
        return self._unpacked[name]

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)
