"""YAML texts as people write them: any style and indentation, comments anywhere, and awkward letters."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from drafter.yaml_edit.matching import same_value
from drafter.yaml_edit.write import Writer
from drafter.yaml_text import read_yaml

AWKWARD = (
    "", " ", "  ", "?", "-", "- x", "#", "# x", "a # b", "a: b", "a:", ": a", "'", '"', "''", '"x"',
    "\\", "C:\\new\\t", "null", "~", "true", "No", "off", "010", "1e3", "1_000", "12:30", "2026-11-27",
    "0x1f", ".5", "=", "<<", "---", "...", "--- x", "%YAML", "@x", "`x`", "!x", "&a", "*a", "|", ">",
    "|-", "[", "]", "{", "}", ",", "[^F1]", "{{ x }}", "tab\there", "\tlead", "trail\t", " lead",
    "trail ", "two  blanks", "line\nline", "\nlead", "trail\n", "trail\n\n", "\n", "\n\n", " \n ",
    "a\n  b\n c", "a\n\n\nb", "a\n# b\nc", "a\n- b", "a\r\nb", "a\rb", "\x85", "a\u2028b", "a\u2029b",
    "\u00a0x\u00a0", "\ufeffx", "x\ufeff", "\u200fעברית", "فارسی\u200cزبان", "日本語", "e\u0301",
    "👩\u200d👩", "\U0001f600", "\x00", "\x07bell", "\x1b[31m", "\x7f", "\x9b", "\ufffe", "\uffff",
    "\U0010ffff", "\u202eevil", "x" * 300, "word " * 60 + "end", ("word " * 30 + "\t" )* 3 + "end",
    "a  b " * 50 + "c", "\\Annex3\\ " * 20 + "x", "é " * 120 + "x", "Q: why? A: " * 20 + "x",
)  # fmt: skip
"""Texts that YAML writers have changed, one kind each."""

texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.lists(st.sampled_from(AWKWARD), min_size=2, max_size=4).map("".join),
    st.lists(st.sampled_from(AWKWARD), min_size=2, max_size=3).map("\n".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=250),
)
"""Every text that YAML can hold, the awkward kinds first."""

scalars = st.one_of(texts, st.none(), st.booleans(), st.integers(-999, 99999))
keys = st.sampled_from(
    ["format", "state", "title", "facts", "F1", "theme", "clause", "text", "name", "a b", "No", "é"]
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)
mappings = st.dictionaries(keys, values, min_size=1, max_size=5)


class Hand:
    """Somebody who writes YAML by hand: *seed* decides on style, comments and indentation."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.comments: dict[tuple[str, ...], list[str]] = {}
        """The lines with comments of each value, by its place: whole lines, as they are in the text."""
        self.keeps_blank_lines = False
        """Whether the last text is a block to which the blank lines below it belong."""

    def write(self, value: Mapping[str, Any]) -> str:
        """Return *value* as YAML text."""
        lines = list(self._lines(value, self.random.choice((0, 0, 0, 2)), ()))
        text = "\n".join(lines)
        if not same_value(read_yaml(text, ""), value):
            return f"{text}\n"  # a block of text ends it, and needs its line end
        return text + self.random.choice(("\n", "\n\n# the end\n", ""))

    def _lines(self, value: Any, column: int, place: tuple[str, ...]) -> Iterator[str]:
        is_list = isinstance(value, list)
        for key, inner in enumerate(value) if is_list else value.items():
            here = (*place, str(key))
            first = key == (0 if is_list else next(iter(value)))
            yield from self._above(column, here, first=first)
            start = f"{' ' * column}-" if is_list else f"{' ' * column}{Writer().inline(str(key))}:"
            yield from self._entry(start, inner, column, here)

    def _above(self, column: int, here: tuple[str, ...], *, first: bool) -> Iterator[str]:
        if self.random.random() < 0.15 and not first and not self.keeps_blank_lines:
            yield ""
        self.keeps_blank_lines = False
        if self.random.random() < 0.2:
            line = f"{' ' * column}# above {'/'.join(here)}"
            if not first:
                self.comments.setdefault(here, []).append(line)
            yield line

    def _entry(self, start: str, value: Any, column: int, here: tuple[str, ...]) -> Iterator[str]:
        filled = isinstance(value, dict | list) and bool(value)
        flow = not filled or self.random.random() < 0.15
        writer = Writer(quoted=self.random.random() < 0.3)
        comment = f"  # beside {'/'.join(here)}" if self.random.random() < 0.2 else ""
        if filled and not flow:
            yield start + comment
            if comment:
                self.comments.setdefault(here, []).append(start + comment)
            offset = (
                self.random.choice((0, 2, 2, 4)) if isinstance(value, list) and start.endswith(":") else 2
            )
            yield from self._lines(value, column + offset, here)
            return
        if isinstance(value, str) and not flow:
            head, below = writer.after_key(value, column)
        else:
            head, below = (
                (f" {writer.inline(value, flow=filled)}", []) if filled else writer.after_key(value, column)
            )
        comment = "" if value is None and self.random.random() < 0.5 else comment
        line = f"{start}{head}{comment}"
        if comment:
            self.comments.setdefault(here, []).append(line)
        yield line
        yield from below
        self.keeps_blank_lines = "+" in head[:4]
