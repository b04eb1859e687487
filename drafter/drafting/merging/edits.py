"""The edits of a Word file: each with its origin, what was before and after, and the plans for it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.drafting.merging.added import added_steps
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.lines import Line, plain
from drafter.drafting.merging.note_plans import note_plans
from drafter.drafting.merging.origin_words import origin_in_words, path_in_words
from drafter.drafting.merging.plans import Plan, plans_of, unattached
from drafter.drafting.merging.printed_facts import facts_of
from drafter.drafting.merging.segments import Segment
from drafter.drafting.merging.steps import Insertion, Removal
from drafter.frozen import frozen, replaced
from drafter.model.answers import GONE
from drafter.model.blocks import Heading
from drafter.review.display_names import DisplayNames

_OPTIONAL = ("details", "keywords", "sign_off")
"""The answers of which a document may have none."""

EditKind = Literal["changed", "added", "deleted", "moved", "note"]


@frozen
class Edit:
    """An edit that somebody made in the Word file."""

    kind: EditKind
    origin: str
    """What of the answers it concerns, in words; empty for the words of a template."""
    path: KeyPath
    """The path of that; empty for a new text and for the words of a template."""
    before: str
    after: str
    plans: tuple[Plan, ...]
    """What could take it in, best first. Without any, no answer can hold it."""
    segment: int
    """The segment of the document that it is in or after."""
    is_after: bool = False
    """Whether it is about the new lines after the segment."""
    note: int = 0
    """For an edited note, its number in the printed document."""
    is_private: bool = False
    """Whether it would put a private detail of a person into the answers, so that it has no plans."""


def edits_of(segments: Sequence[Segment], context: MergeContext, names: DisplayNames) -> tuple[Edit, ...]:
    """Return the edits in *segments*, in the order of the document."""
    themes = _themes_of(segments)
    edits: list[Edit] = []
    for index, segment in enumerate(segments):
        if segment.lines and not segment.is_same:
            edits.append(_edit_of(index, segment, themes[index], context, names))
        edits += _additions(index, segments, themes, context, names)
    return tuple(_with_moves(edits, segments, context))


def edit_of(
    index: int, segments: Sequence[Segment], context: MergeContext, names: DisplayNames, *, is_after: bool
) -> Edit:
    """Return the edit in the segment number *index*, or of the new lines after it."""
    themes = _themes_of(segments)
    if is_after:
        return next(_additions(index, segments, themes, context, names))
    return _edit_of(index, segments[index], themes[index], context, names)


# ---- places ----


def _themes_of(segments: Sequence[Segment]) -> list[int | None]:
    """Return for each segment the number of the section that it is in; ``None`` outside sections."""
    themes: list[int | None] = []
    current: int | None = None
    for segment in segments:
        paths = [span.path for line in segment.lines for span in line.spans]
        own = next((int(path[1]) for path in paths if path[0] == "themes"), None)
        is_other_heading = any(
            isinstance(line.block, Heading) and line.block.level == 1 for line in segment.lines
        )
        if own is not None:
            current = own
        elif is_other_heading or (segment.unit is not None and segment.unit[0] not in ("facts", "cases")):
            current = None
        themes.append(current)
    return themes


# ---- changed and deleted ----


def _edit_of(
    index: int, segment: Segment, theme: int | None, context: MergeContext, names: DisplayNames
) -> Edit:
    before, after = _shown(segment.lines), _shown(segment.edited)
    origin = origin_in_words(segment, theme, names)
    path = segment.unit or next((span.path for line in segment.lines for span in line.spans), ())
    if not segment.edited:
        return Edit("deleted", origin, path, before, "", tuple(_deletions(segment, theme, context)), index)
    plans = tuple(_without_repetition(plans_of(segment, theme, context)))
    if segment.unit is None and plans:
        paths = list(dict.fromkeys(change[0] for change in changes_in(plans[0])))
        origin, path = "; ".join(path_in_words(each, names) for each in paths), paths[0]
    elif facts := _only_facts(plans):
        origin = " and ".join(names.fact(key) for key in facts)
    return Edit("changed", origin, path, before, after, plans, index)


def _only_facts(plans: Sequence[Plan]) -> list[str]:
    """Return the keys of the facts if the first of *plans* changes nothing else, otherwise nothing."""
    steps = plans[0] if plans else ()
    paths = [change[0] for change in changes_in(steps) if change[0][0] == "facts"]
    return list(dict.fromkeys(str(path[1]) for path in paths)) if len(paths) == len(steps) else []


def _without_repetition(plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield *plans* that differ from those before."""
    known: list[Plan] = []
    for plan in plans:
        if plan not in known:
            known.append(plan)
            yield plan


def _deletions(segment: Segment, theme: int | None, context: MergeContext) -> Iterator[Plan]:
    """Yield the plan that takes out what a deleted *segment* has printed."""
    facts = facts_of(segment)
    match segment.unit:
        case ("themes", _, "clauses" | "own", _) as path:
            yield (Removal(path), *unattached(path, facts, context))
        case ("facts", *_) if theme is not None:
            yield tuple(unattached(("themes", theme), facts, context))
        case ("cases", key, _) if theme is not None:
            cases = [each for each in context.answers.themes[theme].cases if each != key]
            yield ((("themes", theme, "cases"), list(cases)),)
        case None:
            rows = {span.path[:2] for line in segment.lines for span in line.spans}
            if len(rows) == 1 and next(iter(rows))[0] == "earlier":
                yield (Removal(next(iter(rows))),)
            paths = dict.fromkeys(span.path for line in segment.lines for span in line.spans)
            yield tuple((path, GONE) for path in paths if path[0] in _OPTIONAL)
        case path:
            yield ((path, GONE),)


def _shown(lines: Iterable[Line]) -> str:
    return "\n".join(plain(line.inlines) for line in lines if not line.is_blank)


# ---- added ----


def _additions(
    index: int,
    segments: Sequence[Segment],
    themes: Sequence[int | None],
    context: MergeContext,
    names: DisplayNames,
) -> Iterator[Edit]:
    """Yield the edit for the new lines after a segment, if there are any."""
    added = segments[index].added_after
    if added:
        theme, steps = added_steps(index, segments, themes, context)
        origin = "" if theme is None else names.theme(context.answers.themes[theme])
        plans = (steps,) if steps else ()
        yield Edit("added", origin, (), "", _shown(added), plans, index, is_after=True)


# ---- moved ----


def _with_moves(edits: Sequence[Edit], segments: Sequence[Segment], context: MergeContext) -> Iterator[Edit]:
    """Yield *edits*; what was deleted in one place and added in another is one edit: it was moved."""
    deleted = {edit.before: edit for edit in edits if edit.kind == "deleted" and edit.path[:1] == ("themes",)}
    moved: dict[int, Edit] = {}
    for edit in edits:
        source = deleted.get(edit.after) if edit.kind == "added" else None
        plan = _move(source, edit, segments, context) if source is not None else None
        if source is not None and plan is not None:
            moved[id(edit)] = replaced(
                edit,
                kind="moved",
                origin=source.origin,
                path=source.path,
                before=source.before,
                plans=(plan, *((*out, *new) for out in source.plans for new in edit.plans)),
            )
            moved[id(source)] = source
    for edit in edits:
        if moved.get(id(edit)) is edit:
            continue  # the deleted half of a move
        yield moved.get(id(edit), edit)


def _move(source: Edit, target: Edit, segments: Sequence[Segment], context: MergeContext) -> Plan | None:
    """Return the plan that moves a clause or own text of a section after another one of the same list."""
    before = segments[target.segment].unit
    if before is None or before[:3] != source.path[:3]:
        return None
    list_path, position = source.path[:3], int(before[3])
    return (Removal(source.path), Insertion(list_path, position + 1, context.value(source.path)))


def note_edits(context: MergeContext, names: DisplayNames, numbers: Iterable[int]) -> Iterator[Edit]:
    """Yield an edit for each printed note of *numbers*, which cite a fact or a source and were changed."""
    for number in numbers:
        key = context.note_keys[number - 1][0]
        is_fact = key in context.answers.facts
        origin = f"note {number}: {names.fact(key) if is_fact else names.source(key)}"
        old = plain(context.pairs.printed[number - 1])
        new = plain(context.pairs.edited_note(number))
        path: KeyPath = ("facts" if is_fact else "sources", key)
        yield Edit("note", origin, path, old, new, tuple(note_plans(number, context)), -1, note=number)


def changes_in(plan: Plan) -> list[Change]:
    """Return the changes of values in *plan*."""
    return [step for step in plan if not isinstance(step, Insertion | Removal)]
