"""The YAML reader: YAML 1.2 values, no duplicate keys, every fault with its line.

PyYAML follows YAML 1.1, where ``NO`` (Norway) is false, ``010`` is 8 and ``12:30`` is 750. Here only
``true``, ``false``, ``null``, plain decimal numbers and text exist, and a date stays the text that was typed.
"""

import re
from collections.abc import Hashable
from typing import Any

import yaml

from drafter.errors import DrafterError, Fault

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as _Base  # type: ignore[assignment]

Path = tuple[str | int, ...]


class _Loader(_Base):
    """The safe loader with the resolver of YAML 1.2's core schema, without octal and hexadecimal."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's name

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the mapping, refusing a key that stands twice (PyYAML would keep the last in silence)."""
        seen: set[Hashable] = set()
        for key, _ in node.value:
            name = self.construct_object(key, deep=True)
            if not isinstance(name, Hashable) or name in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {name!r} stands twice", key.start_mark
                )
            seen.add(name)
        return super().construct_mapping(node, deep=deep)


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$"), list("-0123456789")
)


def read_yaml(text: str, name: str, first_line: int = 1) -> Any:
    """Return the value that *text* holds (``None`` for an empty text).

    *name* is the file's name for messages; *first_line* the line of the file at which *text* begins.
    Raises DrafterError for text that is not YAML, for a duplicate key and for a character YAML cannot hold.
    """
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = f"line {mark.line + first_line}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        raise DrafterError(
            Fault(
                f"this is not valid YAML: {problem}",
                "Look at that line and the one before it: quote text that holds ': ' or begins with one of "
                "* & ! % @ { [ and indent with spaces, never with tabs.",
                name,
                line,
            )
        ) from None


def lines_of(text: str, first_line: int = 1) -> dict[Path, int]:
    """Return the line on which each value of a YAML *text* stands, by its path of keys and positions."""
    lines: dict[Path, int] = {}

    def walk(node: yaml.Node, path: Path) -> None:
        lines[path] = node.start_mark.line + first_line
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                walk(value, (*path, str(key.value)))
                lines[(*path, str(key.value))] = key.start_mark.line + first_line
        elif isinstance(node, yaml.SequenceNode):
            for position, value in enumerate(node.value):
                walk(value, (*path, position))

    root = yaml.compose(text, _Loader)
    if root is not None:
        walk(root, ())
    return lines


def place(path: Path, lines: dict[Path, int]) -> str:
    """Return *path* in words, with the line of the nearest value that stands in the file.

    Positions are counted from 1, as a person counts: ``line 12, organisations › 2 › role``.
    """
    shown = [part + 1 if isinstance(part, int) else part for part in path]
    words = " › ".join(str(part) for part in shown)
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return ", ".join(part for part in (f"line {lines[path[:length]]}", words) if part)
    return words
