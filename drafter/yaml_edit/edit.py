"""Editing YAML text in place: what does not change keeps its exact layout. Pure: text in, text out.

Only the lines of changed values are rewritten. Comments, order, quotation marks, indentation and blank lines
of everything else stay as they are. The positions come from PyYAML's nodes. The result is read back and
compared with the wanted values before it is returned.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.patterns import pattern
from drafter.yaml_edit.layout import Entry, Layout, NotEditable, Unit
from drafter.yaml_edit.matching import Slot, match_items, match_keys, same_value
from drafter.yaml_edit.write import INDENT, Writer, WrittenValue
from drafter.yaml_text import (
    CollectionNode,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    compose_yaml,
    read_yaml,
)

FlowItem: TypeAlias = Node | tuple[Node, Node]
"""An item of a flow collection: the node of a list item, or the nodes of a key and its value."""


def edit_yaml(text: str, wanted: Mapping[str, object]) -> str:
    """Return *text* with the smallest change that makes it read as *wanted*.

    *text* must be valid YAML. Raises NotEditable if no way of writing the change reads back equal.
    """
    present = read_yaml(text, "") or {}
    if same_value(present, wanted):
        return text
    if text and not text.endswith("\n"):
        # A line end would become part of a block text at the end of the file. Rewrite the block without it.
        text = edit_yaml(f"{text}\n", present)
    root = compose_yaml(text)
    for writer, deep in ((Writer(), True), (Writer(quoted=True), True), (Writer(quoted=True), False)):
        try:
            new = _Edit(text, writer, deep=deep).new_text(root, present, wanted)
            if same_value(read_yaml(new, ""), wanted):
                return new
        except (NotEditable, DrafterError):
            continue
    raise NotEditable("no way of writing the change reads back equal")


_COMMENT = pattern(r"[ \t]*#[^\n]*")
"""A comment on the line of a comma: it belongs to the item before the comma."""


class _FlowPiece(NamedTuple):
    """The text around an item of a flow collection."""

    before: str
    """The text between the previous item and this one."""
    after: str
    """The text between the item and its comma."""
    comment: str
    """The comment after the comma on the same line."""


class _Edit:
    """One edit of one text. The methods return the new text of the node that they receive."""

    def __init__(self, text: str, writer: Writer, *, deep: bool) -> None:
        self.text = text
        self.layout = Layout(text)
        self.writer = writer
        self.deep = deep
        """Whether to edit inside a changed collection; otherwise the whole collection is rewritten."""

    def new_text(self, root: Node | None, present: Mapping[str, object], wanted: Mapping[str, object]) -> str:
        """Return the whole new text, in which the values are *wanted* instead of *present*."""
        if root is None or not present:
            before = self.text if root is None else self.text[: root.start_mark.index]
            before += "\n" if before and not before.endswith("\n") else ""
            return before + "".join(f"{line}\n" for line in self.writer.lines(wanted, 0))
        before, after = self.text[: root.start_mark.index], self.text[self.layout.extent(root) :]
        if _ends_with_line_end(wanted):
            after = "\n" + after.lstrip("\n")
        return before + self._node(root, present, wanted, -1) + (after or "\n")

    def _node(self, node: Node, old: object, new: object, outer: int) -> str:
        """Return the text of a collection; *outer* is the column of the entry whose value it is, or -1."""
        if isinstance(node, MappingNode) and isinstance(old, Mapping) and isinstance(new, Mapping):
            slots = match_keys([str(key.value) for key, _ in node.value], new)
            old_values: list[object] = list(old.values())
        elif isinstance(node, SequenceNode) and isinstance(old, list) and isinstance(new, list | tuple):
            slots = match_items(old, new)
            old_values = list(old)
        else:
            raise NotEditable("a value of another kind")
        if node.flow_style:
            return self._flow(node, old_values, slots)
        return self._block(node, old_values, slots, outer)

    # ---- block style ----

    def _block(
        self, node: CollectionNode, old_values: Sequence[object], slots: Sequence[Slot], outer: int
    ) -> str:
        column = node.start_mark.column
        entries = self.layout.entries(node)
        units, last_unowned = self.layout.units(entries, column, self.layout.extent(node, outer))
        lines: list[str] = []
        done = 0
        previous: object = "\n"
        for slot in slots:
            if slot.old_index is None:
                lines += self._new_entry(slot, column)
            else:
                unowned = [line for unit in units[done : slot.old_index + 1] for line in unit.unowned]
                lines += _without_blank_start(unowned) if _ends_with_line_end(previous) else unowned
                done = max(done, slot.old_index + 1)
                unit = units[slot.old_index]
                if not same_value(old_values[slot.old_index], slot.value):
                    old = old_values[slot.old_index]
                    unit = self._changed(unit, entries[slot.old_index], old, slot, column)
                lines += unit.lines(column)
            previous = slot.value
        unowned = [*(line for unit in units[done:] for line in unit.unowned), *last_unowned]
        lines += _without_blank_start(unowned) if _ends_with_line_end(previous) else unowned
        return "\n".join((lines[0].lstrip(" "), *lines[1:]))

    def _new_entry(self, slot: Slot, column: int) -> list[str]:
        first, below = self._written(slot, column)
        name = "-" if slot.key is None else f"{self.writer.inline(slot.key)}:"
        return [f"{' ' * column}{name}{first}", *below]

    def _written(self, slot: Slot, column: int) -> WrittenValue:
        write = self.writer.after_dash if slot.key is None else self.writer.after_key
        return write(slot.value, column)

    def _changed(self, unit: Unit, entry: Entry, old: object, slot: Slot, column: int) -> Unit:
        """Return *unit* with the value of *slot*; a collection that stays one is edited in place."""
        if self.deep and _are_filled_collections(old, slot.value):
            try:
                value = self._node(entry.value, old, slot.value, column)
            except NotEditable:
                pass  # rewrite the whole collection below
            else:
                return replaced(unit, body=self.text[entry.start : entry.value.start_mark.index] + value)
        first, below = self._written(slot, column)
        trailing, comments = self._comments(unit, entry)
        # In a block text, a deeper comment line would be part of the text.
        depth = column if first.lstrip()[:1] in ("|", ">") else column + INDENT
        comments = [f"{' ' * depth}{comment}" for comment in comments]
        first_line = self.text[entry.start : entry.anchor] + first + trailing
        lines = [*below, *comments] if depth == column or not below else [*comments, *below]
        return replaced(unit, body="\n".join((first_line, *lines)), trailing="", below=[])

    def _comments(self, unit: Unit, entry: Entry) -> tuple[str, list[str]]:
        """Return the comment beside the key or dash of a rewritten value, and the comments below it."""
        value = entry.value
        beside_key, *between = self.text[entry.anchor : value.start_mark.index].split("\n")
        header = ""
        if isinstance(value, ScalarNode) and value.style in ("|", ">"):
            header = self.text[value.start_mark.index : self.layout.line_end(value.start_mark.index)]
            header = f"  {header[header.find('#') :]}" if "#" in header else ""
        beside = [part.rstrip() for part in (beside_key, header, unit.trailing) if part.strip()]
        lines = [line.strip() for line in (*between, *unit.below) if line.strip()]
        return (beside[0] if beside else ""), [*(part.lstrip() for part in beside[1:]), *lines]

    # ---- flow style: between brackets ----

    def _flow(self, node: CollectionNode, old_values: Sequence[object], slots: Sequence[Slot]) -> str:
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        pieces, last = self._pieces(node, start + 1, end - 1)
        text = ""
        for index, slot in enumerate(slots):
            comma = "," if index < len(slots) - 1 else ""
            if slot.old_index is None:
                name = "" if slot.key is None else f"{self.writer.inline(slot.key, flow=True)}: "
                written = f" {name}{self.writer.inline(slot.value, flow=True)}{comma}"
            else:
                before, after, comment = pieces[slot.old_index]
                item = self._flow_item(node.value[slot.old_index], old_values[slot.old_index], slot.value)
                written = before + item + after.partition("#")[0].rstrip(" ") + comma
                written += comment or (f"  #{after.partition('#')[2]}".rstrip("\n") if "#" in after else "")
            text += _after_comment(text, written)
        last = _after_comment(text, last)
        return f"{self.text[start]}{text.lstrip(' ')}{last}{self.text[end - 1]}"

    def _pieces(self, node: CollectionNode, start: int, end: int) -> tuple[list[_FlowPiece], str]:
        """Return the text around each item between *start* and *end*, and the text after the last item."""
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
            before = self.text[start : first.start_mark.index]
            pieces.append(_FlowPiece(before, self.text[item_end:comma], comment))
            start = comma + 1 + len(comment)
        return pieces, self.text[start:end] if start <= end else ""

    def _flow_item(self, item: FlowItem, old: object, new: object) -> str:
        first, last = item if isinstance(item, tuple) else (item, item)
        if same_value(old, new):
            return self.text[first.start_mark.index : max(first.end_mark.index, last.end_mark.index)]
        if self.deep and _are_filled_collections(old, new):
            before = self.text[first.start_mark.index : last.start_mark.index]
            return before + self._node(last, old, new, -1)
        written = self.writer.inline(new, flow=True)
        if first is last:
            return written
        return f"{self.text[first.start_mark.index : first.end_mark.index]}: {written}"


def _ends_with_line_end(value: object) -> bool:
    """Return whether the last text in *value* ends with a line end: blank lines below may belong to it."""
    while isinstance(value, Mapping | list | tuple) and value:
        value = list(value.values())[-1] if isinstance(value, Mapping) else value[-1]
    return isinstance(value, str) and value.endswith("\n")


def _without_blank_start(lines: Sequence[str]) -> Sequence[str]:
    start = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    return lines[start:]


def _after_comment(text: str, piece: str) -> str:
    """Return *piece* to be added to *text*, on a new line if *text* ends in a comment."""
    if "#" not in text.rpartition("\n")[2] or piece.startswith("\n"):
        return piece
    return f"\n  {piece.lstrip(' ')}"


def _are_filled_collections(old: object, new: object) -> bool:
    """Return whether both values are mappings, or both lists, and neither is empty."""
    kinds = ((Mapping, Mapping), (list, list | tuple))
    return bool(old and new) and any(isinstance(old, a) and isinstance(new, b) for a, b in kinds)
