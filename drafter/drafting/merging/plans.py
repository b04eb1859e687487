"""Plans: the changes of answers that would print what the edited file has, the smallest first."""

from collections.abc import Iterator, Sequence

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.fields import FieldEdits, as_typed, field_edits
from drafter.drafting.merging.line_diff import LineDiff
from drafter.drafting.merging.lines import Line, part
from drafter.drafting.merging.printed_facts import (
    facts_of,
    with_facts_field,
    with_inlines,
    without_facts,
)
from drafter.drafting.merging.segments import Segment, changed_lines, top_spans
from drafter.drafting.merging.steps import Insertion, Step, private_name
from drafter.model.answers import GONE
from drafter.model.node import Node

Plan = tuple[Step, ...]
"""What is done together."""


def plans_of(segment: Segment, theme: int | None, context: MergeContext) -> Iterator[Plan]:
    """Yield the plans for an edited *segment*, in the section number *theme* if it is in one."""
    if segment.unit is None:
        yield from _typed_plans(segment, context)
        return
    edits = field_edits(segment, context)
    if edits.changes and not edits.others:
        yield edits.changes
        yield edits.whole_facts
    match segment.unit:
        case ("themes", _, "clauses", _) | ("themes", _, "own", _):
            yield from _wording_plans(segment, edits, context)
        case ("facts", *keys) if theme is not None:
            yield from _fact_paragraph_plans(segment, [str(key) for key in keys], theme, context)
        case ("facts", *_):
            return
        case ("cases", key, "text"):
            yield from _case_plans(segment, str(key), context)
        case _:
            yield from _text_plans(segment, context)


# ---- what belongs to the segment in the edited lines ----


def content_lines(segment: Segment) -> list[Line] | None:
    """Return the edited lines of *segment* without the words that the template has around its text.

    Returns ``None`` if these words were changed.
    """
    lines: list[Line] = []
    for old, new in segment.pairs:
        if new is None:
            continue
        if old is None:
            lines.append(with_inlines(new, new.inlines))
            continue
        difference = LineDiff(old.text, new.text)
        tops = top_spans(old.spans)
        if not tops:
            return None
        start, end = tops[0].start, tops[-1].end
        if not difference.is_kept(0, start) or not difference.is_kept(end, len(old.text)):
            return None
        lines.append(with_inlines(new, part(new.inlines, difference.start(start), difference.end(end))))
    return lines


def _depth(segment: Segment) -> int:
    """Return how many lists the template puts around the text of *segment*."""
    return min((len(line.nesting) for line in segment.lines), default=0)


# ---- long texts ----


def _text_plans(segment: Segment, context: MergeContext) -> Iterator[Plan]:
    """Yield the plan that puts the edited text in place of a long answer."""
    lines = content_lines(segment)
    if lines is None or segment.unit is None:
        return
    depth = 0 if segment.unit[0] != "earlier" else _depth(segment)
    content, _ = without_facts(segment, lines)
    markdown = context.markdown([line for line in content if not line.is_blank], depth)
    markdown = as_typed(markdown, "".join(line.text for line in segment.lines), context.value(segment.unit))
    yield (*context.new_source_changes(lines), (segment.unit, markdown or GONE))


def _case_plans(segment: Segment, key: str, context: MergeContext) -> Iterator[Plan]:
    """Yield the plans for a case: the story, or the name before it."""
    yield from _text_plans(segment, context)
    real_name = context.real_names.get(key, "")
    printed = real_name or (context.answers.cases[key].pseudonym or "").strip()
    old, new = segment.pairs[0]
    start = old.text.find(printed) if old is not None and printed else -1
    if old is None or new is None or start < 0:
        return
    end, difference = start + len(printed), LineDiff(old.text, new.text)
    if difference.hunks and all(start <= hunk.start and hunk.end <= end for hunk in difference.hunks):
        name = new.text[difference.start(start) : difference.end(end)].strip()
        yield ((private_name(key) if real_name else ("cases", key, "pseudonym"), name),)


# ---- clauses and own texts ----


def _wording_plans(segment: Segment, edits: FieldEdits, context: MergeContext) -> Iterator[Plan]:
    """Yield the plans that give a clause or an own text the edited wording: with its facts, or with notes."""
    lines = content_lines(segment)
    if lines is None or segment.unit is None:
        return
    path, depth = segment.unit, _depth(segment)
    sources = context.new_source_changes(lines)
    answers = [change for change in edits.changes if change[0][0] != "facts"]
    facts = [change for change in edits.changes if change[0][0] == "facts"]
    content, keys = with_facts_field(segment, lines)
    wordings: list[list[Step]] = []
    if keys:
        text = _wording(segment, content, depth, context)
        wordings.append([*facts, *_entry(path, text, keys, context)])
    text = _wording(segment, lines, depth, context)
    cites: list[Step] = [*_entry(path, text, [], context), *unattached(path, facts_of(segment), context)]
    wordings += [[*facts, *cites], cites] if facts else [cites]
    for wording in wordings:
        yield (*sources, *answers, *wording)
    for wording in wordings if answers else ():
        yield (*sources, *wording)  # the answer stays as it is in other places


def _wording(segment: Segment, lines: Sequence[Line], depth: int, context: MergeContext) -> str:
    """Return the Markdown of *lines*, with a capital where the template has printed it in a sentence."""
    markdown = context.markdown([line for line in lines if not line.is_blank], depth)
    tops = top_spans(segment.lines[0].spans)
    in_sentence = bool(tops) and tops[0].start > 0
    return context.language.upper_first(markdown) if in_sentence else markdown


def _entry(path: KeyPath, text: str, facts: Sequence[str], context: MergeContext) -> list[Change]:
    """Return the changes that give the clause or own text at *path* this wording and these facts."""
    saved = context.value(path)
    if isinstance(saved, str):  # a clause that is saved as its id alone
        entry: dict[str, Node] = {"clause": saved, "text": text}
        return [(path, {**entry, "facts": list(facts)} if facts else entry)]
    changes: list[Change] = [((*path, "text"), text)]
    had_facts = isinstance(saved, dict) and "facts" in saved
    if facts or had_facts:
        changes.append(((*path, "facts"), list(facts)))
    if path[2] == "own" and isinstance(saved, dict) and "parts" in saved:
        changes += [((*path, "parts"), GONE), ((*path, "manner"), "free")]
    return changes


def unattached(path: KeyPath, keys: Sequence[str], context: MergeContext) -> list[Change]:
    """Return the changes that take facts out of their section: a text cites them itself."""
    section = path[:2]
    facts = context.value((*section, "facts"))
    if not isinstance(facts, list) or not set(facts).intersection(keys):
        return []
    return [((*section, "facts"), [key for key in facts if key not in keys])]


# ---- paragraphs of facts ----


def _fact_paragraph_plans(
    segment: Segment, keys: list[str], theme: int, context: MergeContext
) -> Iterator[Plan]:
    """Yield the plan that makes an own paragraph of a paragraph of facts, which then cites them."""
    lines = content_lines(segment)
    if lines is None:
        return
    section = context.answers.themes[theme]
    text = context.markdown([line for line in lines if not line.is_blank], _depth(segment))
    own: dict[str, Node] = {"kind": "paragraph", "text": text}
    if earlier := section.facts[: section.facts.index(keys[0])]:
        own["after"] = earlier[-1]  # if that is the end of a paragraph of facts
    path: KeyPath = ("themes", theme)
    yield (
        *context.new_source_changes(lines),
        *unattached((*path, "facts"), keys, context),
        Insertion((*path, "own"), len(section.own), own),
    )


# ---- lines of several parts ----


def _typed_plans(segment: Segment, context: MergeContext) -> Iterator[Plan]:
    """Yield the plans for a line made of typed values: its edits, and those that take a value out."""
    edits = field_edits(segment, context)
    if edits.changes:
        yield edits.changes
    removed: list[Change] = []
    for old, _, difference in changed_lines(segment):
        for hunk in difference.hunks:
            inside = [span for span in old.spans if hunk.start <= span.start and span.end <= hunk.end]
            removed += [(span.path, GONE) for span in inside if span.path[0] != "themes"]
    if removed:
        yield (*edits.changes, *removed)
