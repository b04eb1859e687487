"""The YAML reader: YAML 1.2 values, no duplicate keys, no anchors, every fault with its line.

PyYAML follows YAML 1.1, where ``NO`` (Norway) is false, ``010`` is 8 and ``12:30`` is 750. Here only
``true``, ``false``, ``null``, plain decimal numbers and text exist, and a date stays the text that was typed.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NoReturn

import yaml
from yaml.nodes import Node

from drafter.errors import DrafterError, Fault
from drafter.limits import DEPTH, KEY_CHARACTERS, TEXT_CHARACTERS, VALUES
from drafter.yaml_text.places import Path

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as _Base  # type: ignore[assignment]


class _Loader(_Base):
    """The safe loader with the resolver of YAML 1.2's core schema, without octal and hexadecimal."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's name


_TAG = "tag:yaml.org,2002:"
_SCALARS: dict[str, tuple[str, str, Callable[[str], Any]]] = {
    f"{_TAG}bool": (r"^(?:true|false)$", "tf", lambda text: text == "true"),
    f"{_TAG}null": (r"^(?:~|null|)$", "~n", lambda _: None),
    f"{_TAG}int": (r"^-?(?:0|[1-9][0-9]{0,17})$", "-0123456789", int),
    f"{_TAG}float": (r"^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}$", "-0123456789", float),
    f"{_TAG}str": ("", "", str),
}
for _tag, (_pattern, _first, _) in _SCALARS.items():
    if _pattern:
        letters = [*_first, *([""] if _tag.endswith("null") else [])]
        _Loader.add_implicit_resolver(_tag, re.compile(_pattern), letters)

RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = _Loader.yaml_implicit_resolvers
"""What an unquoted word means, by its first letter; the writer must respect it as well."""


class _Level:
    """A list or mapping that is being read: its value, its path, and the key whose value comes next."""

    __slots__ = ("anchor", "before", "key", "path", "value")

    def __init__(self, value: Any, path: Path, anchor: str | None, before: int) -> None:
        self.value = value
        self.path = path
        self.anchor = anchor
        self.before = before
        """How many values were read before this one."""
        self.key: str | None = None

    @property
    def next_path(self) -> Path:
        """The path of the value that comes next."""
        step = len(self.value) if isinstance(self.value, list) else self.key
        return self.path if step is None else (*self.path, step)


class _Reader:
    """Builds the value of a YAML text from the parser's events, one after the other.

    It takes half the time of PyYAML's own composer and constructor, which a library of hundreds of files
    feels. It uses no recursion, so the depth is what ``DEPTH`` says. It sees each anchor. And it knows no tag
    but those of plain values, so a file can name no Python object.
    """

    def __init__(
        self, name: str, first_line: int, *, references: bool, lines: dict[Path, int] | None = None
    ) -> None:
        self.root: Any = None
        self._name = name
        self._first_line = first_line
        self._lines = lines
        self._references = references
        self._anchored: dict[str, tuple[Any, int]] = {}
        """The values that can be referred to, each with the number of values in it."""
        self._levels: list[_Level] = []
        self._values = 0
        self._documents = 0

    def read(self, text: str) -> Any:
        """Return the value of *text*. Raises DrafterError for what this reader refuses."""
        for event in yaml.parse(text, _Loader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                level = self._levels.pop()
                if level.anchor is not None:
                    self._anchored[level.anchor] = level.value, self._values - level.before
            elif isinstance(event, yaml.AliasEvent):
                self._refer(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._refuse(event, "another document begins here", "Take out the line with '---'.")
        return self.root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        level = self._levels[-1] if self._levels else None
        if level is not None and level.key is None and not isinstance(level.value, list):
            self._key(level, event)
            return
        if len(event.value) > TEXT_CHARACTERS:
            fault = f"this text has {len(event.value):,} letters; drafter reads up to {TEXT_CHARACTERS:,}"
            self._refuse(event, fault, "Shorten it, or divide it into several answers.")
        value = self._value(event)
        if event.anchor is not None:
            self._accept_reference(event)
            self._anchored[event.anchor] = value, 1
        self._put(value, event)

    def _key(self, level: _Level, event: yaml.ScalarEvent) -> None:
        """Keep the key whose value comes next."""
        key = event.value
        if event.anchor is not None:
            self._accept_reference(event)
            self._anchored[event.anchor] = key, 1
        if len(key) > KEY_CHARACTERS:
            fault = f"this key has {len(key):,} letters; drafter reads up to {KEY_CHARACTERS}"
            self._refuse(event, fault, "Is a line missing its colon? Look at the quotation marks before it.")
        if key in level.value:
            self._refuse(event, f"the key {key!r} stands twice")
        level.key = key
        if self._lines is not None:
            self._lines[level.next_path] = self._line(event)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        """Go down into a list or mapping."""
        if event.anchor is not None:
            self._accept_reference(event)
        if len(self._levels) >= DEPTH:
            self._refuse(event, "it is nested too deeply", "Take some of the brackets out.")
        self._refuse_as_key(event)
        path = self._levels[-1].next_path if self._levels else ()
        value: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._put(value, event)
        self._levels.append(_Level(value, path, event.anchor, self._values - 1))

    def _refer(self, event: yaml.AliasEvent) -> None:
        """Put the value that an alias refers to in its place, counted as if it were written out."""
        self._accept_reference(event)
        self._refuse_as_key(event)
        if event.anchor not in self._anchored:
            self._refuse(event, f"nothing above is called '&{event.anchor}'")
        value, size = self._anchored[event.anchor]
        self._values += size - 1
        self._put(value, event)

    def _refuse_as_key(self, event: yaml.NodeEvent) -> None:
        if self._levels and self._levels[-1].key is None and not isinstance(self._levels[-1].value, list):
            self._refuse(event, "a key must be text")

    def _put(self, value: Any, event: yaml.NodeEvent) -> None:
        """Put *value* where it belongs: at the top, at the end of a list, under its key."""
        self._values += 1
        if self._values > VALUES:
            self._refuse(event, f"this file has more than {VALUES:,} values", "Divide it into several files.")
        level = self._levels[-1] if self._levels else None
        if self._lines is not None and (level is None or isinstance(level.value, list)):
            path = () if level is None else level.next_path
            self._lines[path] = self._line(event)
        if level is None:
            self.root = value
        elif isinstance(level.value, list):
            level.value.append(value)
        else:
            level.value[level.key] = value
            level.key = None

    def _value(self, event: yaml.ScalarEvent) -> Any:
        """Return what a scalar stands for: an unquoted word may be a number, a truth or nothing."""
        text: str = event.value
        if event.tag is None or event.tag == "!":
            if event.implicit[0]:
                for tag, pattern in RESOLVERS.get(text[:1], ()):
                    if pattern.match(text):
                        return _SCALARS[tag][2](text)
            return text
        if event.tag not in _SCALARS:
            self._refuse(event, f"unknown tag {event.tag}")
        pattern_of_tag, _, made_from = _SCALARS[event.tag]
        if pattern_of_tag and not re.match(pattern_of_tag, text):
            self._refuse(event, f"{text[:60]!r} does not go with the tag {event.tag}")
        return made_from(text)

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._first_line + (mark.line if mark else 0)

    def _accept_reference(self, event: yaml.NodeEvent) -> None:
        """Raise DrafterError for an anchor or alias where the file may have none."""
        if not self._references:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            fault = f"'{sign}{event.anchor}' is a YAML reference, which this file may not have"
            remedy = "Write the text out. If the sign is part of it, put quotation marks around it."
            self._refuse(event, fault, remedy)

    def _refuse(self, event: yaml.Event, fault: str, remedy: str = "") -> NoReturn:
        if not remedy:
            fault, remedy = f"this is not valid YAML: {fault}", _REMEDY
        raise DrafterError(Fault(fault, remedy, self._name, f"line {self._line(event)}"))


_REMEDY = (
    "Look at that line and the one before it: quote text that holds ': ' or begins with one of "
    "* & ! % @ { [ and indent with spaces, never with tabs."
)


def read_yaml(text: str, name: str, first_line: int = 1, *, references: bool = False) -> Any:
    """Return the value that *text* holds (``None`` for an empty text).

    *name* is the file's name for messages; *first_line* the line of the file at which *text* begins. With
    *references*, a value may refer to an earlier one (``*name`` to ``&name``): a few lines of references to
    references would stand for more values than any memory holds, so they count as what they stand for.
    Raises DrafterError for text that is not YAML, for a duplicate key, a character that YAML cannot hold, a
    reference where none is allowed, and what is over the limits of ``drafter.limits``.
    """
    return _read(_Reader(name, first_line, references=references), text, name, first_line)


def _read(reader: _Reader, text: str, name: str, first_line: int) -> Any:
    """Return what *reader* makes of *text*. Raises DrafterError with the line of what is wrong."""
    try:
        return reader.read(text)
    except yaml.reader.ReaderError as error:
        above = text.encode("utf-8", "replace")[: error.position].count(b"\n")
        raise DrafterError(
            Fault(
                "a control character stands here, which YAML cannot hold",
                "It came with a paste and cannot be seen: write that line anew.",
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
    """Return the nodes of *text*, which is valid YAML, with the places where each begins and ends."""
    root: Node | None = yaml.compose(text, _Loader)
    return root


@lru_cache(maxsize=2)
def lines_of(text: str, first_line: int = 1) -> Mapping[Path, int]:
    """Return the line on which each value of a YAML *text* stands, by its path of keys and positions.

    The last two texts are remembered: a file with many faults asks for its lines at each of them.
    """
    lines: dict[Path, int] = {}
    _read(_Reader("", first_line, references=True, lines=lines), text, "", first_line)
    return MappingProxyType(lines)
