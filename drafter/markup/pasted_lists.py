"""Pasted lines that begin with bullets, dashes or letters become a Markdown list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.markup.line_marks import DASHES, LineMark, escape_number, is_next_label, line_mark


@dataclass(slots=True)
class _OpenList:
    """A list that may go on: the kind of its marks, and how many items it has."""

    kind: str
    roman: bool
    count: int = 0


@dataclass(slots=True)
class _Item:
    """A list item: its mark, its depth and its lines without the mark."""

    mark: LineMark
    depth: int
    """0 for an item of the outermost list; -1 where the mark fits no list."""
    lines: list[str] = field(default_factory=list)


def convert_lists(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* with its pasted lists as Markdown, and the first mark of each kind that was converted."""
    lines = text.split("\n")
    converted: list[str] = []
    marks: dict[str, str] = {}
    start = 0
    while start < len(lines):
        end = _end_of_marked_lines(lines, start)
        items = _items(lines[start:end]) if end > start else []
        if end == start or all(item.mark.native for item in items):
            end = max(end, start + 1)
            converted += lines[start:end]
        elif _is_list(items):
            for item in items:
                if not item.mark.native:
                    marks.setdefault(item.mark.kind, item.mark.as_typed)
            converted += _with_blank_lines(converted, _markdown(items), lines[end:])
        else:
            converted += _paragraphs(lines[start:end], several=len(items) > 1)
        start = end
    return "\n".join(converted), tuple(marks.values())


def _end_of_marked_lines(lines: Sequence[str], start: int) -> int:
    """Return where the run of marked lines that begins at *start* ends; *start* if that line has no mark.

    Blank lines between marked lines belong to the run. So does a line without a mark that continues an item,
    unless every mark is followed by a tab: then the text is from Word, where each paragraph is one line.
    """
    if line_mark(lines[start]) is None:
        return start
    end, blank, tabbed = start, False, True
    for index in range(start, len(lines)):
        mark = line_mark(lines[index])
        if not lines[index].strip():
            blank = True
            continue
        if mark is None and (blank or tabbed):
            break
        tabbed = tabbed and (mark is None or mark.tabbed)
        blank, end = False, index + 1
    return end


def _items(lines: Sequence[str]) -> list[_Item]:
    """Return the marked *lines* as items with their depth."""
    items: list[_Item] = []
    open_lists: list[_OpenList] = []
    for line in lines:
        mark = line_mark(line)
        if mark is not None:
            items.append(_Item(mark, _depth(mark, open_lists), [mark.text]))
        elif line.strip() and items:
            items[-1].lines.append(line.lstrip())
    return items


def _depth(mark: LineMark, open_lists: list[_OpenList]) -> int:
    """Return the depth of the item with *mark*, or -1, and update *open_lists*, outermost first."""
    for depth in range(len(open_lists) - 1, -1, -1):
        candidate = open_lists[depth]
        if candidate.kind == mark.kind and _continues(mark, candidate):
            del open_lists[depth + 1 :]
            candidate.count += 1
            return depth
    roman = mark.label == "i"
    is_first = not mark.ordered or is_next_label(mark.label, 0, roman=roman)
    if not is_first or any(other.kind == mark.kind and other.roman == roman for other in open_lists):
        return -1
    open_lists.append(_OpenList(mark.kind, roman, 1))
    return len(open_lists) - 1


def _continues(mark: LineMark, open_list: _OpenList) -> bool:
    """Return whether *mark* is the next one in *open_list*."""
    return not mark.ordered or is_next_label(mark.label, open_list.count, roman=open_list.roman)


def _is_list(items: Sequence[_Item]) -> bool:
    """Return whether the items are clearly a list. One line with a letter or a dash could be prose."""
    if any(item.depth < 0 for item in items):
        return False
    doubtful = all(item.mark.ordered or item.mark.kind in DASHES for item in items)
    return len(items) > 1 or not doubtful


def _markdown(items: Sequence[_Item]) -> Iterator[str]:
    """Yield the lines of the list in Markdown."""
    for item in items:
        # Every number is 1: Markdown counts by itself, and "10." would need a deeper indent below it.
        mark = "1." if item.mark.ordered else "-"
        indent = "   " * item.depth
        first, *rest = item.lines
        yield f"{indent}{mark} {first}"
        yield from (f"{indent}   {line}" for line in rest)


def _paragraphs(lines: Sequence[str], *, several: bool) -> Iterator[str]:
    """Yield marked lines that are not a list, such as ``(c)`` and ``(d)`` alone, as paragraphs."""
    for index, line in enumerate(lines):
        if several and index and line_mark(line) is not None:
            yield ""
        yield escape_number(line)


def _with_blank_lines(before: Sequence[str], lines: Iterator[str], after: Sequence[str]) -> list[str]:
    """Return *lines*, with a blank line where text is directly above or below."""
    above = [""] if before and before[-1].strip() else []
    below = [""] if after and after[0].strip() else []
    return [*above, *lines, *below]
