"""Edits within a typed value: an answer of one line, a field of a fact, a gap that was filled."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.dates import iso_day, parse_date
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.line_diff import Hunk, LineDiff
from drafter.drafting.merging.lines import Line, is_gap, is_note, part, trimmed
from drafter.drafting.merging.segments import Segment, changed_lines
from drafter.frozen import frozen
from drafter.language.english import ENGLISH
from drafter.markup.writing import inline_markdown
from drafter.model.answers import GONE
from drafter.model.facts import Fact
from drafter.model.origins import Span

_FACT_FIELDS = ("text", "caveat", "period", "place", "disaggregation")


@frozen
class FieldEdits:
    """The edits of a segment that fall within typed values."""

    changes: tuple[Change, ...]
    """What they change, each value once."""
    whole_facts: tuple[Change, ...]
    """The same, with each edited fact as one text instead of its fields."""
    others: int
    """How many other edits the segment has."""
    gaps: int = 0
    """How many of the values were open before."""


def field_edits(segment: Segment, context: MergeContext) -> FieldEdits:
    """Return the edits of *segment* within typed values, and how many there are outside them."""
    changes: dict[KeyPath, Change] = {}
    whole: dict[KeyPath, Change] = {}
    others = gaps = 0
    for old, new, difference in changed_lines(segment):
        for span, hunks in _by_span(old, difference, segment):
            edited = None if span is None else _edited(span, old, new, difference, context)
            if span is None or edited is None:
                others += len(hunks)
                continue
            gaps += any(is_gap(character) for character in old.text[span.start : span.end])
            changes |= {path: (path, value) for path, value in edited[0]}
            whole |= {path: (path, value) for path, value in edited[1]}
    others += sum(old is None or new is None for old, new in segment.pairs)
    return FieldEdits(tuple(changes.values()), tuple(whole.values()), others, gaps)


def _by_span(old: Line, difference: LineDiff, segment: Segment) -> Iterator[tuple[Span | None, list[Hunk]]]:
    """Yield the hunks by the innermost typed value that contains them; ``None`` for those outside."""
    by_span: dict[Span | None, list[Hunk]] = {}
    for hunk in difference.hunks:
        by_span.setdefault(_innermost(old, hunk, segment), []).append(hunk)
    yield from by_span.items()


def _innermost(old: Line, hunk: Hunk, segment: Segment) -> Span | None:
    """Return the smallest span of *old* that contains *hunk* and prints a single value."""
    inside = [
        span
        for span in old.spans
        if span.start <= hunk.start and hunk.end <= span.end and span.path != segment.unit
    ]
    return min(inside, key=lambda span: span.end - span.start, default=None)


_Edited = tuple[list[Change], list[Change]]
"""Changes of single fields, and changes of the whole text instead."""


def _edited(span: Span, old: Line, new: Line, difference: LineDiff, context: MergeContext) -> _Edited | None:
    """Return the changes that put what the edited line has in place of *span*; ``None`` if nothing can."""
    printed = old.text[span.start : span.end]
    start, end = difference.start(span.start), difference.end(span.end)
    if span.path[0] == "facts":
        return _fact(str(span.path[1]), printed, new, (start, end), context)
    text = new.text[start:end].strip()
    if any(is_note(character) or is_gap(character) for character in text):
        return None
    value = as_typed(text, printed, context.value(span.path))
    change: Change = (span.path, value if value else GONE)
    return [change], [change]


def as_typed(text: str, printed: str, saved: object) -> str:
    """Return the edited *text* in the form of the *saved* answer, which was *printed* as a sentence.

    A full stop and a capital that drafter added are taken away again.
    """
    typed = str(saved or "").strip()
    if not typed or typed == printed:
        return text
    if iso_day(typed) and (day := parse_date(text, ENGLISH)) and len(day.days) == 1:
        return day.days[0].isoformat()
    if printed.endswith(".") and not typed.endswith(".") and text.endswith("."):
        text = text[:-1]
    if typed[:1] != printed[:1] and typed[:1].swapcase() == printed[:1] and text[:1] == printed[:1]:
        text = text[:1].swapcase() + text[1:]
    return text


def _fact(
    key: str, printed: str, new: Line, bounds: tuple[int, int], context: MergeContext
) -> _Edited | None:
    """Return the changes of the fact *key*; ``None`` if its note is gone or the edit adds one."""
    start, end = bounds
    edited = new.text[start:end]
    notes = [character for character in printed if is_note(character)]
    if [character for character in edited if is_note(character)] != notes or any(map(is_gap, edited)):
        return None
    without_note = edited.rstrip()
    if notes and not without_note.endswith(notes[-1]):
        return None
    inlines = trimmed(part(new.inlines, start, start + len(without_note) - len(notes)))
    whole = " ".join(inline_markdown(inlines, simple=True).split()) if inlines else ""
    fact = context.answers.facts[key]
    old = "".join(character for character in printed if not is_note(character)).strip()
    text = "".join(character for character in edited if not is_note(character)).strip()
    path: KeyPath = ("facts", key)
    as_whole: list[Change] = [((*path, "text"), text)]
    if fact.caveat:
        as_whole.append(((*path, "caveat"), GONE))
    if not whole:
        return None
    if all(map(is_gap, old)):
        return [as_whole[0]], [as_whole[0]]
    return list(_fact_fields(path, fact, LineDiff(old, text))) or as_whole, as_whole


def _fact_fields(path: KeyPath, fact: Fact, difference: LineDiff) -> Iterator[Change]:
    """Yield the changes of single fields of *fact*; nothing if an edit is in none of them, or in several."""
    places = dict(_field_places(fact, difference.old))
    touched: dict[str, str] = {}
    for hunk in difference.hunks:
        names = [name for name, (start, end) in places.items() if start <= hunk.start and hunk.end <= end]
        if len(names) != 1:
            return
        start, end = places[names[0]]
        touched[names[0]] = difference.new[difference.start(start) : difference.end(end)].strip()
    for name, value in touched.items():
        saved = str(getattr(fact, name))
        yield (*path, name), as_typed(value, difference.old[slice(*places[name])], saved)


def _field_places(fact: Fact, printed: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield where each field of *fact* is in its *printed* text."""
    folded, begin = printed.casefold(), 0
    for name in _FACT_FIELDS:
        value = str(getattr(fact, name) or "").strip().rstrip(".").casefold()
        start = folded.find(value, begin) if value else -1
        if start >= 0 and len(folded) == len(printed):
            yield name, (start, start + len(value))
            begin = start + len(value) if name == "text" else begin
