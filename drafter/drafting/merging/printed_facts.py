"""The facts that an edited text prints: where they are in its lines, and the lines without them."""

from collections.abc import Sequence
from itertools import pairwise

from drafter.drafting.merging.line_diff import LineDiff
from drafter.drafting.merging.lines import Line, is_note, part, trimmed
from drafter.drafting.merging.segments import Segment, top_spans
from drafter.frozen import replaced
from drafter.model.blocks import Inline, Text
from drafter.model.facts_field import OWN_FACTS
from drafter.model.origins import Span


def facts_of(segment: Segment) -> list[str]:
    """Return the keys of the facts that *segment* prints, in order."""
    spans = (span for line in segment.lines for span in line.spans)
    return list(dict.fromkeys(str(span.path[1]) for span in spans if span.path[0] == "facts"))


def with_inlines(line: Line, inlines: tuple[Inline, ...]) -> Line:
    """Return *line* with *inlines*, without blanks at their beginning and end."""
    return replaced(line, block=replaced(line.block, inlines=trimmed(inlines)))


def with_facts_field(segment: Segment, lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return *lines* with ``{facts}`` in place of the facts, and their keys; without it if they are the end.

    Both are as they were if the facts are in several places, or if the words between them were changed.
    """
    content, keys = without_facts(segment, lines)
    places = [
        (old, new) for old, new in segment.pairs if old is not None and _facts_in(old) and new is not None
    ]
    if keys or len(places) != 1:
        return content, keys
    old, new = places[0]
    facts, bounds = _facts_in(old), _bounds_of_facts(old, new)
    if bounds is None:
        return content, keys
    difference, tops = LineDiff(old.text, new.text), top_spans(old.spans)
    begin, end = difference.start(tops[0].start), difference.end(tops[-1].end)
    inlines = (
        *part(new.inlines, begin, bounds[0]),
        Text(OWN_FACTS),
        *part(new.inlines, bounds[1], end),
    )
    number = sum(each is not None for _, each in segment.pairs[: segment.pairs.index((old, new))])
    content[number] = with_inlines(new, inlines)
    return content, [str(span.path[1]) for span in facts]


def _facts_in(line: Line) -> list[Span]:
    """Return the spans of the facts in *line*; nothing if other words are between them."""
    facts = [span for span in line.spans if span.path[0] == "facts"]
    are_together = all(not line.text[a.end : b.start].strip() for a, b in pairwise(facts))
    return facts if are_together else []


def _bounds_of_facts(old: Line, new: Line) -> tuple[int, int] | None:
    """Return where the facts of *old* begin and end in *new*; ``None`` if their notes are not all there."""
    facts = _facts_in(old)
    printed = old.text[facts[0].start : facts[-1].end].strip()
    if new.text.count(printed) == 1:
        start = new.text.index(printed)
        return start, start + len(printed)
    difference = LineDiff(old.text, new.text)
    if not all(difference.is_kept(before.end, after.start) for before, after in pairwise(facts)):
        return None
    start, end = difference.start(facts[0].start), difference.end(facts[-1].end)
    end = start + len(new.text[start:end].rstrip())
    notes = [character for character in printed if is_note(character)]
    is_whole = notes == [character for character in new.text[start:end] if is_note(character)]
    return (start, end) if is_whole else None


def without_facts(segment: Segment, lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return *lines* without the facts at the end of the last one, and the keys of these facts.

    Both are as they were if the facts are elsewhere, or if the words between them were changed.
    """
    last_old = next((old for old, _ in reversed(segment.pairs) if old is not None), None)
    last_new = segment.pairs[-1][1]
    facts = _last_facts(last_old) if last_old is not None else []
    if last_old is None or last_new is None or not lines or not facts:
        return list(lines), []
    start = _start_of_facts(last_old, last_new, facts)
    if start is None:
        return list(lines), []
    tops = top_spans(last_old.spans)
    is_pair = segment.pairs[-1][0] is not None
    begin = LineDiff(last_old.text, last_new.text).start(tops[0].start) if is_pair else 0
    shortened = with_inlines(last_new, part(last_new.inlines, begin, start))
    return [*lines[:-1], shortened], [str(span.path[1]) for span in facts]


def _start_of_facts(old: Line, new: Line, facts: Sequence[Span]) -> int | None:
    """Return where the *facts* at the end of *old* begin in *new*; ``None`` if they are no longer its end."""
    start = facts[0].start
    printed = old.text[start:].rstrip()
    if new.text.rstrip().endswith(printed):
        return len(new.text.rstrip()) - len(printed)
    difference = LineDiff(old.text, new.text)
    if not all(difference.is_kept(before.end, after.start) for before, after in pairwise(facts)):
        return None
    new_start = difference.start(start)
    notes = {character for character in printed if is_note(character)}
    return new_start if notes == {each for each in new.text[new_start:] if is_note(each)} else None


def _last_facts(line: Line) -> list[Span]:
    """Return the spans of the facts at the end of *line*, with nothing but blanks between and after them."""
    spans = [span for span in line.spans if span.path[0] == "facts"]
    end, facts = len(line.text.rstrip()), list[Span]()
    for span in reversed(spans):
        if line.text[span.end : end].strip():
            break
        facts.insert(0, span)
        end = len(line.text[: span.start].rstrip())
    return facts
