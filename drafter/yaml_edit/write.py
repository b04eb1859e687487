"""Writing values as YAML text that a person can read and edit easily. Pure: values in, lines out.

Every value reads back unchanged. Lines break only at a single space between two words. Text that no readable
style can hold is written in double quotation marks with escapes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from drafter.patterns import pattern
from drafter.yaml_text.plain_text import is_plain_text

WIDTH = 100
"""The most characters of a line. Longer text is folded; text of several lines becomes a literal block."""
INDENT = 2
"""The number of spaces for each level."""

_READABLE = pattern("[\n\t\u00a0\u00ad\u2009\u200c\u200d\u202f]")
"""Characters that a block can hold although ``str.isprintable`` refuses them: tabs, joiners and the like."""
_SHORT_ESCAPES = {
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0",
    "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip

WrittenValue = tuple[str, list[str]]
"""The text after a key's colon or an item's dash on the same line, and the lines below it."""
Filled: TypeAlias = Mapping[str, object] | Sequence[object]
"""A mapping or list that is not empty."""


class Writer:
    """Writes values as YAML; if *quoted*, with all text in double quotation marks, the safest style."""

    def __init__(self, *, quoted: bool = False) -> None:
        self.quoted = quoted

    def after_key(self, value: object, column: int) -> WrittenValue:
        """Return the text of *value* after the colon of a key at *column*."""
        if isinstance(value, Mapping | list | tuple) and value:
            return "", list(self.lines(value, column + INDENT))
        return self._scalar_lines(value, column)

    def after_dash(self, value: object, column: int) -> WrittenValue:
        """Return the text of *value* after the dash of an item at *column*."""
        if isinstance(value, Mapping | list | tuple) and value:
            first, *others = self.lines(value, column + INDENT)
            return f" {first.lstrip(' ')}", others
        return self._scalar_lines(value, column)

    def lines(self, value: Filled, column: int) -> Iterator[str]:
        """Yield the lines of *value*, with its entries at *column*."""
        pad = " " * column
        if isinstance(value, Mapping):
            for key, inner in value.items():
                head, below = self.after_key(inner, column)
                yield f"{pad}{self.inline(str(key))}:{head}"
                yield from below
        else:
            for inner in value:
                head, below = self.after_dash(inner, column)
                yield f"{pad}-{head}"
                yield from below

    def inline(self, value: object, *, flow: bool = False) -> str:
        """Return *value* on one line; *flow* says that the text goes between brackets."""
        if isinstance(value, Mapping):
            pairs = (
                f"{self.inline(str(key), flow=True)}: {self.inline(value[key], flow=True)}" for key in value
            )
            return f"{{{', '.join(pairs)}}}"
        if isinstance(value, list | tuple):
            return f"[{', '.join(self.inline(item, flow=True) for item in value)}]"
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str):
            return repr(value)
        if not self.quoted and len(value) <= WIDTH and is_plain_text(value, flow=flow):
            return value
        if self.quoted or not value.isprintable():
            return _double_quoted(value)
        return "'" + value.replace("'", "''") + "'"

    def _scalar_lines(self, value: object, column: int) -> WrittenValue:
        if self.quoted or not isinstance(value, str) or not _READABLE.sub("", value).isprintable():
            return f" {self.inline(value)}", []
        pad = " " * (column + INDENT)
        if "\n" in value and value.strip():
            header, rows = _literal(value)
            return f" {header}", [f"{pad}{row}" if row else "" for row in rows]
        if len(value) > WIDTH and value == value.strip() and "  " not in value and "\t" not in value:
            return " >-", [f"{pad}{row}" for row in _folded(value, WIDTH - len(pad))]
        return f" {self.inline(value)}", []


def _literal(value: str) -> tuple[str, list[str]]:
    """Return the header and the lines of *value* as a literal block."""
    line_ends = len(value) - len(value.rstrip("\n"))
    chomping = "-" if line_ends == 0 else "" if line_ends == 1 else "+"
    indented = value[0] in " \t\n"  # a reader would take the spaces of the first line for indentation
    rows = value.split("\n")
    return f"|{INDENT if indented else ''}{chomping}", rows if line_ends == 0 else rows[:-1]


def _folded(value: str, width: int) -> Iterator[str]:
    """Yield *value* in lines of at most *width* characters; a longer word has a line of its own."""
    line: list[str] = []
    length = -1
    for word in value.split(" "):
        if line and length + 1 + len(word) > width:
            yield " ".join(line)
            line, length = [], -1
        line.append(word)
        length += 1 + len(word)
    yield " ".join(line)


def _double_quoted(value: str) -> str:
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if character.isprintable() or character in "\u00a0\u202f":
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
