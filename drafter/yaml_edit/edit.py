"""Changing YAML text in place: whatever does not change stays as a person wrote it. Pure: text in, text out.

Only the lines of changed values are written. Comments, order, quotation marks, indentation and blank lines
of everything else stay to the letter. Positions come from the reader's own nodes, and the result is read
back and compared before it is returned.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.patterns import pattern
from drafter.yaml_edit.layout import Entry, Layout, NotEditable, Unit
from drafter.yaml_edit.slots import Slot, same, slots_of_items, slots_of_keys
from drafter.yaml_edit.write import INDENT, Writer
from drafter.yaml_text import (
    CollectionNode,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    compose_yaml,
    read_yaml,
)


def edit_yaml(text: str, wanted: Mapping[str, Any]) -> str:
    """Return *text* with as few changes as make it read as *wanted*.

    Raises NotEditable where no way of writing it reads back equal; *text* must be valid YAML.
    """
    present = read_yaml(text, "") or {}
    if same(present, wanted):
        return text
    if text and not text.endswith("\n"):
        # A block of text that the file ends in would gain a line end; it is rewritten so that it does not.
        text = edit_yaml(f"{text}\n", present)
    root = compose_yaml(text)
    for writer, deep in ((Writer(), True), (Writer(quoted=True), True), (Writer(quoted=True), False)):
        try:
            new = _Edit(text, writer, deep=deep).whole(root, present, wanted)
            if same(read_yaml(new, ""), wanted):
                return new
        except (NotEditable, DrafterError):
            continue
    raise NotEditable("no way of writing the change reads back equal")


_COMMENT = pattern(r"[ \t]*#[^\n]*")
"""A comment on the line of a comma: it belongs to the item before the comma."""


class _Edit:
    """One change of one text. The methods return the new text of the node that they are given."""

    def __init__(self, text: str, writer: Writer, *, deep: bool) -> None:
        self.text = text
        self.layout = Layout(text)
        self.writer = writer
        self.deep = deep
        """Whether a changed value is looked into for what changed in it, or written as a whole."""

    def whole(self, root: Node | None, present: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
        """Return the whole text."""
        if root is None or not present:
            before = self.text if root is None else self.text[: root.start_mark.index]
            before += "\n" if before and not before.endswith("\n") else ""
            return before + "".join(f"{line}\n" for line in self.writer.lines(wanted, 0))
        before, after = self.text[: root.start_mark.index], self.text[self.layout.extent(root) :]
        if _ends_in_line_end(wanted):
            after = "\n" + after.lstrip("\n")
        return before + self._node(root, present, wanted, -1) + (after or "\n")

    def _node(self, node: Node, old: Any, new: Any, outer: int) -> str:
        if isinstance(node, MappingNode) and isinstance(new, Mapping):
            slots = slots_of_keys([str(key.value) for key, _ in node.value], new)
            before = list(old.values())
        elif isinstance(node, SequenceNode) and isinstance(new, list | tuple):
            slots = slots_of_items(old, new)
            before = list(old)
        else:
            raise NotEditable("another kind of value")
        return self._flow(node, before, slots) if node.flow_style else self._block(node, before, slots, outer)

    # ---- block style ----

    def _block(self, node: CollectionNode, old: Sequence[Any], slots: Sequence[Slot], outer: int) -> str:
        column = node.start_mark.column
        entries = self.layout.entries(node)
        units, last = self.layout.units(entries, column, self.layout.extent(node, outer))
        lines: list[str] = []
        passed = 0
        above: Any = "\n"
        for slot in slots:
            if slot.number is None:
                lines += self._new_entry(slot, column)
            else:
                free = [line for unit in units[passed : slot.number + 1] for line in unit.free]
                lines += _without_blank_start(free) if _ends_in_line_end(above) else free
                passed = max(passed, slot.number + 1)
                unit = units[slot.number]
                if not same(old[slot.number], slot.value):
                    unit = self._changed(unit, entries[slot.number], old[slot.number], slot, column)
                lines += unit.lines(column)
            above = slot.value
        free = [*(line for unit in units[passed:] for line in unit.free), *last]
        lines += _without_blank_start(free) if _ends_in_line_end(above) else free
        return "\n".join((lines[0].lstrip(" "), *lines[1:]))

    def _new_entry(self, slot: Slot, column: int) -> list[str]:
        head, below = self._written(slot, column)
        name = "-" if slot.key is None else f"{self.writer.inline(slot.key)}:"
        return [f"{' ' * column}{name}{head}", *below]

    def _written(self, slot: Slot, column: int) -> tuple[str, list[str]]:
        write = self.writer.after_dash if slot.key is None else self.writer.after_key
        return write(slot.value, column)

    def _changed(self, unit: Unit, entry: Entry, old: Any, slot: Slot, column: int) -> Unit:
        """Return *unit* with its value changed, in place where it is a collection before and after."""
        if self.deep and _both_filled(old, slot.value):
            try:
                inner = self._node(entry.value, old, slot.value, column)
            except NotEditable:
                pass  # it is written as a whole
            else:
                return replaced(unit, body=self.text[entry.start : entry.value.start_mark.index] + inner)
        head, below = self._written(slot, column)
        beside, comments = self._comments(unit, entry)
        depth = column if head.lstrip()[:1] in ("|", ">") else column + INDENT  # deeper, it would be text
        comments = [f"{' ' * depth}{comment}" for comment in comments]
        first = self.text[entry.start : entry.anchor] + head + beside
        lines = [*below, *comments] if depth == column or not below else [*comments, *below]
        return replaced(unit, body="\n".join((first, *lines)), beside="", below=[])

    def _comments(self, unit: Unit, entry: Entry) -> tuple[str, list[str]]:
        """Return the comment beside a key or dash whose value is written anew, and the comments below it."""
        value = entry.value
        beside, *between = self.text[entry.anchor : value.start_mark.index].split("\n")
        header = ""
        if isinstance(value, ScalarNode) and value.style in ("|", ">"):
            header = self.text[value.start_mark.index : self.layout.line_end(value.start_mark.index)]
            header = f"  {header[header.find('#') :]}" if "#" in header else ""
        on_line = [part.rstrip() for part in (beside, header, unit.beside) if part.strip()]
        lines = [line.strip() for line in (*between, *unit.below) if line.strip()]
        return (on_line[0] if on_line else ""), [*(part.lstrip() for part in on_line[1:]), *lines]

    # ---- between brackets ----

    def _flow(self, node: CollectionNode, old: Sequence[Any], slots: Sequence[Slot]) -> str:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        pieces, last = self._pieces(node, start + 1, end - 1)
        text = ""
        for place, slot in enumerate(slots):
            comma = "," if place < len(slots) - 1 else ""
            if slot.number is None:
                name = "" if slot.key is None else f"{self.writer.inline(slot.key, flow=True)}: "
                piece = f" {name}{self.writer.inline(slot.value, flow=True)}{comma}"
            else:
                before, after, comment = pieces[slot.number]
                item = self._flow_item(node.value[slot.number], old[slot.number], slot.value)
                piece = before + item + after.partition("#")[0].rstrip(" ") + comma
                piece += comment or (f"  #{after.partition('#')[2]}".rstrip("\n") if "#" in after else "")
            text += _below_comment(text, piece)
        last = _below_comment(text, last)
        return f"{self.text[start]}{text.lstrip(' ')}{last}{self.text[end - 1]}"

    def _pieces(self, node: CollectionNode, at: int, end: int) -> tuple[list[tuple[str, str, str]], str]:
        """Return the text around each item, and the text behind the last of them.

        That is what is before an item, behind it up to its comma, and a comment beside the comma.
        """
        pieces = []
        for item in node.value:
            first, last = item if isinstance(item, tuple) else (item, item)
            item_end = max(int(last.end_mark.index), int(first.end_mark.index))
            comma = item_end
            while comma < end and self.text[comma] != ",":
                comma = self.layout.line_end(comma) if self.text[comma] == "#" else comma + 1
            comma = min(comma, end)
            beside = _COMMENT.match(self.text, comma + 1, end)
            comment = beside[0] if beside else ""
            pieces.append((self.text[at : first.start_mark.index], self.text[item_end:comma], comment))
            at = comma + 1 + len(comment)
        return pieces, self.text[at:end] if at <= end else ""

    def _flow_item(self, item: Any, old: Any, new: Any) -> str:
        first, last = item if isinstance(item, tuple) else (item, item)
        if same(old, new):
            return self.text[first.start_mark.index : max(first.end_mark.index, last.end_mark.index)]
        if self.deep and _both_filled(old, new):
            before = self.text[first.start_mark.index : last.start_mark.index]
            return before + self._node(last, old, new, -1)
        written = self.writer.inline(new, flow=True)
        if first is last:
            return written
        return f"{self.text[first.start_mark.index : first.end_mark.index]}: {written}"


def _ends_in_line_end(value: Any) -> bool:
    """Return whether *value* ends in a text to which blank lines below it may belong."""
    while isinstance(value, Mapping | list | tuple) and value:
        value = list(value.values())[-1] if isinstance(value, Mapping) else value[-1]
    return isinstance(value, str) and value.endswith("\n")


def _without_blank_start(lines: Sequence[str]) -> Sequence[str]:
    blank = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    return lines[blank:]


def _below_comment(text: str, piece: str) -> str:
    """Return *piece* as it follows *text*, on a new line where *text* ends in a comment."""
    if "#" not in text.rpartition("\n")[2] or piece.startswith("\n"):
        return piece
    return f"\n  {piece.lstrip(' ')}"


def _both_filled(old: Any, new: Any) -> bool:
    kinds = ((Mapping, Mapping), (list, list | tuple))
    return bool(old and new) and any(isinstance(old, a) and isinstance(new, b) for a, b in kinds)
