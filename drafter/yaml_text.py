"""The YAML reader: YAML 1.2 values, no duplicate keys, every fault with its line.

PyYAML follows YAML 1.1, where ``NO`` (Norway) is false, ``010`` is 8 and ``12:30`` is 750. Here only
``true``, ``false``, ``null``, plain decimal numbers and text exist, and a date stays the text that was typed.
"""

import io
import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from drafter.errors import DrafterError, Fault

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as _Base  # type: ignore[assignment]

Path = tuple[str | int, ...]


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


_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""A number by the core schema of YAML 1.2, as other programs read it."""

__all__ = [
    "RESOLVERS",
    "CollectionNode",
    "MappingNode",
    "Node",
    "Path",
    "ScalarNode",
    "SequenceNode",
    "compose_yaml",
    "is_plain_text",
    "lines_of",
    "place",
    "read_yaml",
]  # fmt: skip


def _build(node: yaml.Node, inside: tuple[yaml.Node, ...] = ()) -> Any:
    """Return the value of *node*.

    PyYAML's own constructor would do; this one takes half its time, which a library of hundreds of files
    feels, and it knows no tag but those of plain values, so that a file can name no Python object.
    """
    if isinstance(node, yaml.ScalarNode):
        if node.tag not in _SCALARS:
            raise yaml.constructor.ConstructorError(None, None, f"unknown tag {node.tag}", node.start_mark)
        pattern, _, made_from = _SCALARS[node.tag]
        if pattern and not re.match(pattern, node.value):  # only where a tag was written out: !!int abc
            problem = f"{node.value!r} does not go with the tag {node.tag}"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return made_from(node.value)
    if node in inside:
        raise yaml.constructor.ConstructorError(None, None, "an alias stands in itself", node.start_mark)
    inside = (*inside, node)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, inside) for item in node.value]
    made: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "a key must be text", key.start_mark)
        if key.value in made:
            problem = f"the key {key.value!r} stands twice"
            raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
        made[key.value] = _build(value, inside)
    return made


def read_yaml(text: str, name: str, first_line: int = 1) -> Any:
    """Return the value that *text* holds (``None`` for an empty text).

    *name* is the file's name for messages; *first_line* the line of the file at which *text* begins.
    Raises DrafterError for text that is not YAML, for a duplicate key and for a character YAML cannot hold.
    """
    try:
        node = yaml.compose(text, _Loader)
        return None if node is None else _build(node)
    except RecursionError:
        raise DrafterError(Fault("it is nested too deeply", "Take some of the brackets out.", name)) from None
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
        raise DrafterError(
            Fault(
                f"this is not valid YAML: {problem}",
                "Look at that line and the one before it: quote text that holds ': ' or begins with one of "
                "* & ! % @ { [ and indent with spaces, never with tabs.",
                name,
                line,
            )
        ) from None


def compose_yaml(text: str) -> Node | None:
    """Return the nodes of *text*, which is valid YAML, with the places where each begins and ends."""
    root: Node | None = yaml.compose(text, _Loader)
    return root


def is_plain_text(value: str, *, flow: bool) -> bool:
    """Return whether *value* reads as this text without quotation marks, to drafter and to other programs.

    With *flow* it is between brackets. The check takes time for each letter: it is meant for short texts.
    """
    if not value or not value.isprintable() or _NUMBER.fullmatch(value):
        return False
    for resolvers in (RESOLVERS, yaml.SafeLoader.yaml_implicit_resolvers):
        if any(pattern.match(value) for _, pattern in resolvers.get(value[0], [])):
            return False
    analysis = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(value)
    return bool(analysis.allow_flow_plain if flow else analysis.allow_block_plain)


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
