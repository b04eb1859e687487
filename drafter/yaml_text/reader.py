"""The YAML reader: YAML 1.2 values, no duplicate keys, anchors only on request, a line for every fault.

PyYAML follows YAML 1.1, where ``NO`` (Norway) is false, ``010`` is 8 and ``12:30`` is 750. This reader knows
only ``true``, ``false``, ``null``, plain decimal numbers and text. A date stays text, as the user typed it.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.nodes import Node

from drafter.errors import DrafterError, Fault
from drafter.limits import DEPTH, KEY_CHARACTERS, TEXT_CHARACTERS, VALUES
from drafter.yaml_text.key_path import KeyPath

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as _Base  # type: ignore[assignment]


Scalar: TypeAlias = str | int | float | bool | None
Collection: TypeAlias = list[object] | dict[str, object]


class _Loader(_Base):
    """The safe loader with the resolvers of YAML 1.2's core schema, without octal and hexadecimal numbers."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's name


_TAG = "tag:yaml.org,2002:"
_SCALARS: dict[str, tuple[str, str, Callable[[str], Scalar]]] = {
    f"{_TAG}bool": (r"^(?:true|false)$", "tf", lambda text: text == "true"),
    f"{_TAG}null": (r"^(?:~|null|)$", "~n", lambda _: None),
    f"{_TAG}int": (r"^-?(?:0|[1-9][0-9]{0,17})$", "-0123456789", int),
    f"{_TAG}float": (r"^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}$", "-0123456789", float),
    f"{_TAG}str": ("", "", str),
}
"""For each tag: the pattern of its unquoted text, the first characters of that text, and its conversion."""
for _tag, (_pattern, _first, _) in _SCALARS.items():
    if _pattern:
        _first_characters = [*_first, *([""] if _tag.endswith("null") else [])]
        _Loader.add_implicit_resolver(_tag, re.compile(_pattern), _first_characters)

RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = _Loader.yaml_implicit_resolvers
"""The tags and patterns to try for an unquoted text, by its first character. The writer needs them too."""


class _Level:
    """A list or mapping that is being read."""

    __slots__ = ("anchor", "collection", "key", "path", "values_before")

    def __init__(self, collection: Collection, path: KeyPath, anchor: str | None, values_before: int) -> None:
        self.collection = collection
        self.path = path
        self.anchor = anchor
        self.values_before = values_before
        """The number of values that were read before this collection."""
        self.key: str | None = None
        """In a mapping, the key whose value comes next; ``None`` while a key is expected."""

    @property
    def next_path(self) -> KeyPath:
        """The path of the value that comes next."""
        step = len(self.collection) if isinstance(self.collection, list) else self.key
        return self.path if step is None else (*self.path, step)

    @property
    def expects_key(self) -> bool:
        """Whether this is a mapping whose next item must be a key."""
        return self.key is None and not isinstance(self.collection, list)


class _Reader:
    """Builds the value of a YAML text from the parser's events.

    It takes half the time of PyYAML's own composer and constructor, which matters for a library of hundreds
    of files. It does not recurse, so ``DEPTH`` alone limits the depth. It sees every anchor. It accepts only
    the tags of plain values, so a file cannot name a Python object.
    """

    def __init__(
        self, name: str, first_line: int, *, references: bool, lines: dict[KeyPath, int] | None = None
    ) -> None:
        self.root: object = None
        self._name = name
        self._first_line = first_line
        self._lines = lines
        self._references = references
        self._anchored: dict[str, tuple[object, int]] = {}
        """The values that an alias may name, each with the number of values in it."""
        self._levels: list[_Level] = []
        self._value_count = 0
        self._document_count = 0

    def read(self, text: str) -> object:
        """Return the value of *text*. Raises DrafterError for YAML that this reader does not accept."""
        for event in yaml.parse(text, _Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                level = self._levels.pop()
                if level.anchor is not None:
                    self._anchored[level.anchor] = level.collection, self._value_count - level.values_before
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document_count += 1
                if self._document_count > 1:
                    self._refuse(event, "a second YAML document begins here", "Remove the line with '---'.")
        return self.root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        level = self._levels[-1] if self._levels else None
        if level is not None and level.expects_key:
            self._key(level, event)
            return
        if len(event.value) > TEXT_CHARACTERS:
            fault = f"this text has {len(event.value):,} characters; drafter reads up to {TEXT_CHARACTERS:,}"
            self._refuse(event, fault, "Shorten it, or divide it into several answers.")
        value = self._resolve(event)
        if event.anchor is not None:
            self._check_references_allowed(event)
            self._anchored[event.anchor] = value, 1
        self._add(value, event)

    def _key(self, level: _Level, event: yaml.ScalarEvent) -> None:
        """Remember the key whose value comes next."""
        key: str = event.value
        if event.anchor is not None:
            self._check_references_allowed(event)
            self._anchored[event.anchor] = key, 1
        if len(key) > KEY_CHARACTERS:
            fault = f"this key has {len(key):,} characters; drafter reads up to {KEY_CHARACTERS}"
            self._refuse(event, fault, "Is a line missing its colon? Look at the quotation marks before it.")
        if key in level.collection:
            self._refuse(event, f"the key {key!r} appears twice")
        level.key = key
        if self._lines is not None:
            self._lines[level.next_path] = self._line(event)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        """Enter a list or mapping."""
        if event.anchor is not None:
            self._check_references_allowed(event)
        if len(self._levels) >= DEPTH:
            self._refuse(event, "it is nested too deeply", "Remove some of the brackets.")
        self._refuse_as_key(event)
        path = self._levels[-1].next_path if self._levels else ()
        collection: Collection = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._add(collection, event)
        self._levels.append(_Level(collection, path, event.anchor, self._value_count - 1))

    def _alias(self, event: yaml.AliasEvent) -> None:
        """Add the value that an alias names. It counts as many values as if it were written out."""
        self._check_references_allowed(event)
        self._refuse_as_key(event)
        if event.anchor not in self._anchored:
            self._refuse(event, f"nothing above is called '&{event.anchor}'")
        value, size = self._anchored[event.anchor]
        self._value_count += size - 1
        self._add(value, event)

    def _refuse_as_key(self, event: yaml.NodeEvent) -> None:
        """Raise DrafterError where a list, mapping or alias is in the position of a key."""
        if self._levels and self._levels[-1].expects_key:
            self._refuse(event, "a key must be text")

    def _add(self, value: object, event: yaml.NodeEvent) -> None:
        """Store *value*: as the root, at the end of the current list, or under the current key."""
        self._value_count += 1
        if self._value_count > VALUES:
            self._refuse(event, f"this file has more than {VALUES:,} values", "Divide it into several files.")
        level = self._levels[-1] if self._levels else None
        if self._lines is not None and (level is None or isinstance(level.collection, list)):
            path = () if level is None else level.next_path
            self._lines[path] = self._line(event)
        if level is None:
            self.root = value
        elif isinstance(level.collection, list):
            level.collection.append(value)
        elif level.key is not None:
            level.collection[level.key] = value
            level.key = None

    def _resolve(self, event: yaml.ScalarEvent) -> Scalar:
        """Return the value of a scalar: an unquoted text may be a number, a truth value or null."""
        text: str = event.value
        if event.tag is None or event.tag == "!":
            if event.implicit[0]:
                for tag, pattern in RESOLVERS.get(text[:1], ()):
                    if pattern.match(text):
                        return _SCALARS[tag][2](text)
            return text
        if event.tag not in _SCALARS:
            self._refuse(event, f"unknown tag {event.tag}")
        tag_pattern, _, convert = _SCALARS[event.tag]
        if tag_pattern and not re.match(tag_pattern, text):
            self._refuse(event, f"{text[:60]!r} does not fit the tag {event.tag}")
        return convert(text)

    def _line(self, event: yaml.Event) -> int:
        """Return the line of the file on which *event* begins."""
        mark = event.start_mark
        return self._first_line + (mark.line if mark else 0)

    def _check_references_allowed(self, event: yaml.NodeEvent) -> None:
        """Raise DrafterError for an anchor or alias in a file that may have none."""
        if not self._references:
            prefix = "*" if isinstance(event, yaml.AliasEvent) else "&"
            fault = f"'{prefix}{event.anchor}' is a YAML reference, and this file may not have any"
            remedy = f"Write the text out. If '{prefix}' is part of the text, put quotation marks around it."
            self._refuse(event, fault, remedy)

    def _refuse(self, event: yaml.Event, fault: str, remedy: str = "") -> NoReturn:
        """Raise DrafterError for *event*; without *remedy*, the text is not valid YAML."""
        if not remedy:
            fault, remedy = f"this is not valid YAML: {fault}", _REMEDY
        raise DrafterError(Fault(fault, remedy, self._name, f"line {self._line(event)}"))


_REMEDY = (
    "Look at that line and the line before it. Put quotation marks around text that contains ': ' or begins "
    "with one of * & ! % @ { [. Indent with spaces, never with tabs."
)


def read_yaml(text: str, name: str, first_line: int = 1, *, references: bool = False) -> Any:
    """Return the value of the YAML *text* (``None`` for an empty text).

    *name* is the file's name for messages; *first_line* is the line of the file on which *text* begins. With
    *references*, an alias (``*name``) may repeat an earlier value (``&name``). It counts as many values as it
    repeats, because a few lines of nested aliases could otherwise fill the memory. Raises DrafterError for
    text that is not YAML, a duplicate key, a character that YAML cannot hold, an alias that is not allowed,
    and anything over the limits of ``drafter.limits``.
    """
    return _read(_Reader(name, first_line, references=references), text, name, first_line)


def _read(reader: _Reader, text: str, name: str, first_line: int) -> object:
    """Return the value that *reader* reads from *text*. Raises DrafterError with the line of the fault."""
    try:
        return reader.read(text)
    except yaml.reader.ReaderError as error:
        above = text.encode("utf-8", "replace")[: error.position].count(b"\n")
        raise DrafterError(
            Fault(
                "this line contains a control character, which YAML does not allow",
                "You cannot see it; it probably came with pasted text. Type the line again.",
                name,
                f"line {above + first_line}",
            )
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = f"line {mark.line + first_line}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        raise DrafterError(Fault(f"this is not valid YAML: {problem}", _REMEDY, name, line)) from None


def compose_yaml(text: str) -> Node | None:
    """Return the root node of *text*, which must be valid YAML. Each node has its start and end marks."""
    root: Node | None = yaml.compose(text, _Loader)
    return root


@lru_cache(maxsize=2)
def line_numbers(text: str, first_line: int = 1) -> Mapping[KeyPath, int]:
    """Return the line number of each value of the YAML *text*, by its path.

    The last two texts are cached, because a file with many faults needs its line numbers for each of them.
    """
    lines: dict[KeyPath, int] = {}
    _read(_Reader("", first_line, references=True, lines=lines), text, "", first_line)
    return MappingProxyType(lines)
