"""Where the entries of a YAML text begin and end, and which comment belongs to which entry. Pure.

The comment on an entry's last line, the comment lines right above it at the same column, and the deeper
comment lines right below it belong to the entry and go with it. A comment right below the key of a list
belongs to the list; one set apart by a blank line belongs to no entry.
"""

from collections.abc import Iterator, Sequence

from drafter.frozen import frozen
from drafter.yaml_text import CollectionNode, Node, ScalarNode, SequenceNode


class NotEditable(Exception):
    """The text is laid out in a way that cannot be changed in place, such as with ``? complex keys``."""


@frozen
class Entry:
    """A key with its value, or an item of a list, as it stands in the text."""

    start: int
    """Where its key or its dash begins."""
    anchor: int
    """Right behind its colon or dash."""
    value: Node


@frozen
class Unit:
    """The text of an entry of a block collection with its comments."""

    free: list[str]
    """The lines above it that belong to no entry: blank lines, and comments set apart by them."""
    lead: list[str]
    """The comment lines right above it."""
    body: str
    beside: str
    """What follows the value on its last line: blanks and a comment."""
    below: list[str]
    """The deeper comment lines right below it."""

    def lines(self, column: int) -> Iterator[str]:
        """Yield the lines of the entry, whose key or dash begins at *column*."""
        yield from self.lead
        yield f"{' ' * column}{self.body}{self.beside}"
        yield from self.below


class Layout:
    """The places of the nodes of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def content_end(self, node: Node) -> int:
        """Return where the text of *node* ends. The reader's own mark is behind comments and blank lines."""
        if isinstance(node, CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.content_end(last[1] if isinstance(last, tuple) else last)
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if not isinstance(node, ScalarNode) or node.style not in ("|", ">"):
            return end
        header, *rows = self.text[start:end].split("\n")
        signs = header.partition("#")[0]
        if "+" in signs:
            return end - (self.text[end - 1] == "\n")
        depth = min((_depth(row) for row in rows if row.strip()), default=0)
        if any(letter.isdigit() for letter in signs):
            depth = 0  # the first row's blanks are text too, and only the header knows how many
        while rows and not rows[-1].strip() and len(rows[-1]) <= depth:  # longer, its blanks are text
            rows.pop()
        return start + len("\n".join((header, *rows)))

    def extent(self, node: Node, outer: int = -1) -> int:
        """Return where *node* ends; a block collection with the comment lines behind it that are as deep.

        *outer* is the column of the entry that *node* is the value of: a comment at that column is not its.
        """
        end = self.content_end(node)
        if not isinstance(node, CollectionNode) or node.flow_style:
            return end
        end = reach = self.line_end(end)
        while reach < len(self.text):
            line = self.text[reach + 1 : self.line_end(reach + 1)]
            least = max(node.start_mark.column, outer + 1)
            if line.strip() and not (_is_comment(line) and _depth(line) >= least):
                break
            reach += 1 + len(line)
            end = reach if line.strip() else end
        return end

    def line_end(self, index: int) -> int:
        """Return where the line ends in which *index* is."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end

    def entries(self, node: CollectionNode) -> list[Entry]:
        """Return the entries of a block collection. Raises NotEditable where one is not laid out as usual."""
        entries = list(self._items(node) if isinstance(node, SequenceNode) else self._keys(node))
        if entries[0].start != node.start_mark.index:
            raise NotEditable("a complex key")
        return entries

    def _keys(self, node: CollectionNode) -> Iterator[Entry]:
        for key, value in node.value:
            colon = self.text.find(":", key.end_mark.index)
            if colon < 0 or self.text[key.end_mark.index : colon].strip(" "):
                raise NotEditable("a key whose colon is not beside it")
            yield Entry(key.start_mark.index, colon + 1, value)

    def _items(self, node: SequenceNode) -> Iterator[Entry]:
        dash = node.start_mark.index
        for number, value in enumerate(node.value):
            if number:
                dash = self._next_dash(node.value[number - 1], node.start_mark.column)
            if self.text[dash] != "-":
                raise NotEditable("an item without its dash")
            yield Entry(dash, dash + 1, value)

    def _next_dash(self, before: Node, column: int) -> int:
        start = self.line_end(self.extent(before, column)) + 1
        while start < len(self.text):
            line = self.text[start : self.line_end(start)]
            if line.strip() and not _is_comment(line):
                return start + _depth(line)
            start += len(line) + 1
        raise NotEditable("an item without its dash")

    def units(self, entries: Sequence[Entry], column: int, reach: int) -> tuple[list[Unit], list[str]]:
        """Return each entry with its comments, and the lines up to *reach* that belong to none."""
        units: list[Unit] = []
        free: list[str] = []
        lead: list[str] = []
        for entry, following in zip(entries, (*entries[1:], None), strict=True):
            end = self.extent(entry.value, column)
            beside, *lines = self.text[end : following.start if following else reach].split("\n")
            if following and (not lines or lines.pop().strip(" ")):
                raise NotEditable("two entries on one line")
            below = _owned_below(lines, column)
            above = _owned_above(lines[below:], column) if following else 0
            body = self.text[entry.start : end]
            units.append(Unit(free, lead, body, beside, lines[:below]))
            free, lead = lines[below : len(lines) - above], lines[len(lines) - above :]
        return units, free


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _owned_below(lines: Sequence[str], column: int) -> int:
    """Return how many of the *lines* below an entry at *column* belong to it: deeper comments."""
    owned = 0
    for count, line in enumerate(lines, 1):
        if line.strip() and _depth(line) <= column:
            break
        owned = count if line.strip() else owned
    return owned


def _owned_above(lines: Sequence[str], column: int) -> int:
    """Return how many of the *lines* above an entry at *column* belong to it: comments at its column."""
    owned = 0
    for line in reversed(lines):
        if not line.strip() or _depth(line) != column:
            break
        owned += 1
    return owned
