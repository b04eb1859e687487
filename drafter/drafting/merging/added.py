"""New lines of a Word file: where they are, and the own texts that they make."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.answers.paths import KeyPath
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.lines import Line
from drafter.drafting.merging.segments import Segment
from drafter.drafting.merging.steps import Insertion, Step
from drafter.frozen import frozen, replaced
from drafter.model.blocks import Heading
from drafter.model.node import Node


def added_steps(
    index: int, segments: Sequence[Segment], themes: Sequence[int | None], context: MergeContext
) -> tuple[int | None, tuple[Step, ...]]:
    """Return the section of the new lines after the segment number *index*, and the steps for them.

    Text becomes one own paragraph; of what is asked, each thing is an own text. Without a section there are
    no steps: no answer can hold the lines.
    """
    place = _place(index, segments, themes, context)
    if place is None or _are_headings(segments[index].added_after, context):
        return None, ()
    steps: list[Step] = []
    for lines in _texts(segments[index].added_after, place.kind):
        steps += context.new_source_changes(lines)
        steps.append(Insertion(place.path, place.before, _own_text(lines, place, context)))
    return int(place.path[1]), tuple(steps)


@frozen
class _Place:
    """The place of a new own text."""

    path: KeyPath
    """The list of own texts."""
    kind: str
    before: int
    """The own text that it comes before."""
    after: str | None
    """What it follows in the section."""


def _place(
    index: int, segments: Sequence[Segment], themes: Sequence[int | None], context: MergeContext
) -> _Place | None:
    """Return the place of what was added after the segment number *index*; ``None`` if it has none."""
    segment, following = segments[index], segments[index + 1] if index + 1 < len(segments) else None
    theme = themes[index]
    kind = _asked_kind(segment, context)
    if segment.unit is None and following is not None and (asked := _asked_kind(following, context)):
        theme, kind = themes[index + 1], asked
    if theme is None:
        return None
    own = context.answers.themes[theme].own
    path: KeyPath = ("themes", theme, "own")
    match segment.unit:
        case ("themes", _, "own", int(number)):
            return _Place(path, own[number].kind, number + 1, own[number].after)
        case ("themes", _, "clauses", int(number)):
            after = _clause_id(theme, number, context)
        case ("facts", *keys):
            after = str(keys[-1])
        case ("cases", key, _):
            after = str(key)
        case _:
            after = "heading"
    before = next((number for number, text in enumerate(own) if text.after == after), len(own))
    return _Place(path, kind or "paragraph", before, after)


def _asked_kind(segment: Segment, context: MergeContext) -> str:
    """Return ``recommendation`` or ``question`` if *segment* prints one, else ``""``."""
    match segment.unit:
        case ("themes", int(theme), "clauses", int(number)):
            kind: str = context.library.clause(_clause_id(theme, number, context)).head.kind
        case ("themes", int(theme), "own", int(number)):
            kind = context.answers.themes[theme].own[number].kind
        case _:
            return ""
    return kind if kind in ("recommendation", "question") else ""


def _clause_id(theme: int, number: int, context: MergeContext) -> str:
    return context.answers.themes[theme].clauses[number].clause


def _are_headings(lines: Sequence[Line], context: MergeContext) -> bool:
    """Return whether *lines* are headings of sections that print nothing any more, so that they are gone."""
    titles = context.library.themes.themes
    headings = {
        section.heading or (titles[section.theme].title if section.theme in titles else "")
        for section in context.answers.themes
    }
    return all(line.text.strip() in headings for line in lines)


def _texts(lines: Sequence[Line], kind: str) -> Iterator[list[Line]]:
    """Yield the lines of each own text: all of a paragraph, one by one what is asked."""
    if kind == "paragraph":
        yield list(lines)
        return
    for _, group in groupby(lines, lambda line: line.nesting[0] if line.nesting else line):
        yield list(group)


def _own_text(lines: Sequence[Line], place: _Place, context: MergeContext) -> Node:
    depth = min(len(line.nesting) for line in lines) if place.kind != "paragraph" else 0
    own: dict[str, Node] = {"kind": place.kind}
    if place.kind == "recommendation":
        own["manner"] = "free"
    own["text"] = context.markdown([_below_section(line) for line in lines], depth)
    if place.after is not None:
        own["after"] = place.after
    return own


def _below_section(line: Line) -> Line:
    """Return *line*, a heading as one below that of its section."""
    block = line.block
    return (
        replaced(line, block=replaced(block, level=max(block.level, 2)))
        if isinstance(block, Heading)
        else line
    )
