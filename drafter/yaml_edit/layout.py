"""Where the entries of a YAML text begin and end, and which comments belong to each entry. Pure.

These comments belong to an entry and move with it: on its last line, directly above it at the same column,
and directly below it at a deeper column. A comment directly below the key of a list belongs to the list. A
comment after a blank line belongs to no entry.
"""

from collections.abc import Iterator, Sequence

from drafter.frozen import frozen
from drafter.yaml_text import CollectionNode, Node, ScalarNode, SequenceNode


class NotEditable(Exception):
    """The layout of the text does not allow an edit in place, for example because of ``? complex keys``."""


@frozen
class Entry:
    """A key with its value, or an item of a list. Positions are indexes into the text."""

    start: int
    """The start of its key or dash."""
    anchor: int
    """The position directly after its colon or dash."""
    value: Node


@frozen
class Unit:
    """The text of an entry of a block collection with its comments."""

    unowned: list[str]
    """The lines above it that belong to no entry: blank lines and the comments between them."""
    above: list[str]
    """The comment lines directly above it."""
    body: str
    """Its key or dash, and its value."""
    trailing: str
    """The spaces and the comment after the value on its last line."""
    below: list[str]
    """The deeper comment lines directly below it."""

    def lines(self, column: int) -> Iterator[str]:
        """Yield the lines of the entry, with its key or dash at *column*."""
        yield from self.above
        yield f"{' ' * column}{self.body}{self.trailing}"
        yield from self.below


class Layout:
    """Finds where the nodes of a text begin and end. All positions are indexes into the text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def content_end(self, node: Node) -> int:
        """Return the end of the text of *node*; PyYAML's end mark comes after comments and blank lines."""
        if isinstance(node, CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.content_end(last[1] if isinstance(last, tuple) else last)
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if not isinstance(node, ScalarNode) or node.style not in ("|", ">"):
            return end
        header, *rows = self.text[start:end].split("\n")
        indicators = header.partition("#")[0]
        if "+" in indicators:
            return end - (self.text[end - 1] == "\n")
        depth = min((_depth(row) for row in rows if row.strip()), default=0)
        if any(character.isdigit() for character in indicators):
            depth = 0  # the header sets the depth, so leading spaces of the first row may be text
        while rows and not rows[-1].strip() and len(rows[-1]) <= depth:  # spaces beyond the depth are text
            rows.pop()
        return start + len("\n".join((header, *rows)))

    def extent(self, node: Node, outer: int = -1) -> int:
        """Return the end of *node*, including the comment lines after a block collection at its column.

        *outer* is the column of the entry whose value *node* is: a comment at that column is not part of it.
        """
        end = self.content_end(node)
        if not isinstance(node, CollectionNode) or node.flow_style:
            return end
        end = position = self.line_end(end)
        while position < len(self.text):
            line = self.text[position + 1 : self.line_end(position + 1)]
            min_column = max(node.start_mark.column, outer + 1)
            if line.strip() and not (_is_comment(line) and _depth(line) >= min_column):
                break
            position += 1 + len(line)
            end = position if line.strip() else end
        return end

    def line_end(self, index: int) -> int:
        """Return the end of the line that contains *index*."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end

    def entries(self, node: CollectionNode) -> list[Entry]:
        """Return the entries of a block collection. Raises NotEditable for an unusual layout."""
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
        for index, value in enumerate(node.value):
            if index:
                dash = self._next_dash(node.value[index - 1], node.start_mark.column)
            if self.text[dash] != "-":
                raise NotEditable("an item without its dash")
            yield Entry(dash, dash + 1, value)

    def _next_dash(self, before: Node, column: int) -> int:
        """Return where the next list item begins after the node *before*, whose dash is at *column*."""
        start = self.line_end(self.extent(before, column)) + 1
        while start < len(self.text):
            line = self.text[start : self.line_end(start)]
            if line.strip() and not _is_comment(line):
                return start + _depth(line)
            start += len(line) + 1
        raise NotEditable("an item without its dash")

    def units(self, entries: Sequence[Entry], column: int, end: int) -> tuple[list[Unit], list[str]]:
        """Return each entry with its comments, and the lines after the last entry that belong to none.

        *column* is the column of the keys or dashes; *end* is the end of the collection.
        """
        units: list[Unit] = []
        unowned: list[str] = []
        above: list[str] = []
        for entry, following in zip(entries, (*entries[1:], None), strict=True):
            entry_end = self.extent(entry.value, column)
            trailing, *lines = self.text[entry_end : following.start if following else end].split("\n")
            if following and (not lines or lines.pop().strip(" ")):
                raise NotEditable("two entries on one line")
            below = _count_below(lines, column)
            next_above = len(lines) - (_count_above(lines[below:], column) if following else 0)
            body = self.text[entry.start : entry_end]
            units.append(Unit(unowned, above, body, trailing, lines[:below]))
            unowned, above = lines[below:next_above], lines[next_above:]
        return units, unowned


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _count_below(lines: Sequence[str], column: int) -> int:
    """Return how many of the *lines* below an entry at *column* belong to it: deeper comments."""
    owned = 0
    for count, line in enumerate(lines, 1):
        if line.strip() and _depth(line) <= column:
            break
        owned = count if line.strip() else owned
    return owned


def _count_above(lines: Sequence[str], column: int) -> int:
    """Return how many of the *lines* above an entry at *column* belong to it: comments at its column."""
    owned = 0
    for line in reversed(lines):
        if not line.strip() or _depth(line) != column:
            break
        owned += 1
    return owned
