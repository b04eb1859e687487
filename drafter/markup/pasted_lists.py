"""Lines that begin with bullets, dashes or letters become a Markdown list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.markup.line_marks import Mark, follows, mark_of, number_as_text

_SIGNS_ALONE = frozenset("–—‐‑−")
"""Dashes begin a list only where there are several: one alone is the author's dash."""


@dataclass(slots=True)
class _Level:
    """A list that is open: the kind of its marks, and how many items it has."""

    kind: str
    roman: bool
    count: int = 0


@dataclass(slots=True)
class _Item:
    """An item on its way to Markdown."""

    mark: Mark
    depth: int
    lines: list[str] = field(default_factory=list)


def listed(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* with its pasted lists as Markdown, and the first mark of each kind that was read."""
    lines = text.split("\n")
    found: list[str] = []
    kinds: dict[str, str] = {}
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        items = _items(lines[at:end]) if end > at else []
        if end == at or not any(not item.mark.native for item in items):
            end = max(end, at + 1)
            found += lines[at:end]
        elif _is_list(items):
            for item in items:
                if not item.mark.native:
                    kinds.setdefault(item.mark.kind, item.mark.shown)
            found += _apart(found, _markdown(items), lines[end:])
        else:
            found += _one_by_one(lines[at:end], several=len(items) > 1)
        at = end
    return "\n".join(found), tuple(kinds.values())


def _end(lines: Sequence[str], at: int) -> int:
    """Return where the marked lines that begin at line *at* end; *at* itself where no mark is there.

    Blank lines between marked lines belong to the list. So does a line without a mark that goes on with an
    item, but not where tabs follow the marks: there each paragraph of Word is one line.
    """
    if mark_of(lines[at]) is None:
        return at
    end, blank, tabbed = at, False, True
    for place in range(at, len(lines)):
        mark = mark_of(lines[place])
        if not lines[place].strip():
            blank = True
            continue
        if mark is None and (blank or tabbed):
            break
        tabbed = tabbed and (mark is None or mark.tabbed)
        blank, end = False, place + 1
    return end


def _items(lines: Sequence[str]) -> list[_Item]:
    """Return the marked *lines* as items with their depth; ``-1`` where a mark does not fit into a list."""
    items: list[_Item] = []
    levels: list[_Level] = []
    for line in lines:
        mark = mark_of(line)
        if mark is not None:
            items.append(_Item(mark, _depth(mark, levels), [mark.text]))
        elif line.strip() and items:
            items[-1].lines.append(line.lstrip())
    return items


def _depth(mark: Mark, levels: list[_Level]) -> int:
    """Return the depth of an item with *mark* and count it in *levels*, the lists that are open before it."""
    for depth in range(len(levels) - 1, -1, -1):
        level = levels[depth]
        if level.kind == mark.kind and _fits(mark, level):
            del levels[depth + 1 :]
            level.count += 1
            return depth
    roman = mark.label == "i"
    begins = not mark.ordered or follows(mark.label, 0, roman=roman)
    if not begins or any(level.kind == mark.kind and level.roman == roman for level in levels):
        return -1
    levels.append(_Level(mark.kind, roman, 1))
    return len(levels) - 1


def _fits(mark: Mark, level: _Level) -> bool:
    """Return whether *mark* is the next one in the list *level*."""
    return not mark.ordered or follows(mark.label, level.count, roman=level.roman)


def _is_list(items: Sequence[_Item]) -> bool:
    """Return whether the items are a list beyond doubt."""
    if any(item.depth < 0 for item in items):
        return False
    doubtful = all(item.mark.ordered or item.mark.kind in _SIGNS_ALONE for item in items)
    return len(items) > 1 or not doubtful


def _markdown(items: Sequence[_Item]) -> Iterator[str]:
    """Yield the lines of the list in Markdown."""
    for item in items:
        # Every number is 1: Markdown counts for itself, and "10." would need another indent below it.
        sign = "1." if item.mark.ordered else "-"
        indent = "   " * item.depth
        first, *rest = item.lines
        yield f"{indent}{sign} {first}"
        yield from (f"{indent}   {line}" for line in rest)


def _one_by_one(lines: Sequence[str], *, several: bool) -> Iterator[str]:
    """Yield marked lines that are no list, such as ``(c)`` and ``(d)`` alone, as paragraphs."""
    for at, line in enumerate(lines):
        if several and at and mark_of(line) is not None:
            yield ""
        yield number_as_text(line)


def _apart(before: Sequence[str], lines: Iterator[str], after: Sequence[str]) -> list[str]:
    """Return *lines* with a blank line where text stands directly above or below."""
    made = list(lines)
    above = [""] if before and before[-1].strip() else []
    below = [""] if after and after[0].strip() else []
    return [*above, *made, *below]
