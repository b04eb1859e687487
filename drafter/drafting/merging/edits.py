"""The edits of a Word file: each with its origin, what was before and after, and the plans for it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.lines import Line, plain
from drafter.drafting.merging.note_plans import note_plans
from drafter.drafting.merging.plans import Plan, facts_of, plans_of, unattached
from drafter.drafting.merging.segments import Segment
from drafter.drafting.merging.steps import Insertion, Removal, Step
from drafter.frozen import frozen, replaced
from drafter.model.answers import GONE
from drafter.model.blocks import Heading
from drafter.model.node import Node
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


def _origin(segment: Segment, theme: int | None, names: DisplayNames) -> str:
    """Return what *segment* prints, in words."""
    answers = names.answers
    if segment.unit is None:
        paths = list(dict.fromkeys(span.path for line in segment.lines for span in line.spans))
        return "; ".join(dict.fromkeys(_name(path, names) for path in paths[:3]))
    match segment.unit:
        case ("themes", int(number), "clauses", int(index)):
            section = answers.themes[number]
            return f"{names.theme(section)}, {names.clause(section.clauses[index].clause)}"
        case ("themes", int(number), "own", int(index)):
            section = answers.themes[number]
            return names.own_text(section, section.own[index])
        case ("facts", *keys):
            where = f"{names.theme(answers.themes[theme])}, " if theme is not None else ""
            return f"{where}{' and '.join(names.fact(str(key)) for key in keys)}"
        case ("cases", key, _):
            return names.case(str(key))
        case _:
            return _name(segment.unit, names)


def _name(path: KeyPath, names: DisplayNames) -> str:
    answers = names.answers
    match path:
        case ("organisations", int(number), *field):
            name = answers.organisations[number].name or "an organisation"
            return f"{name}: {str(field[-1]).replace('_', ' ')}"
        case ("themes", int(number), "heading"):
            return f"{names.theme(answers.themes[number])}, heading"
        case ("themes", int(number), *_):
            return names.theme(answers.themes[number])
        case ("earlier", int(number), name):
            paragraph = answers.earlier[number].paragraph
            words = {"text": "wording", "evidence": "what became of it", "measures": "what the State did"}
            what = words.get(str(name), str(name))
            return f"earlier recommendation {paragraph or number + 1}: {what}"
        case ("details", name, *_):
            return str(name).replace("_", " ")
        case ("facts", key, *_):
            return names.fact(str(key))
        case ("sign_off", *_):
            return names.part("sign_off")
        case (name, *_) if str(name) in ("title", "keywords", "summary", "method", "closing"):
            return names.part(str(name))
        case _:
            return ".".join(map(str, path))


# ---- changed and deleted ----


def _edit_of(
    index: int, segment: Segment, theme: int | None, context: MergeContext, names: DisplayNames
) -> Edit:
    before, after = _shown(segment.lines), _shown(segment.edited)
    origin = _origin(segment, theme, names)
    path = segment.unit or next((span.path for line in segment.lines for span in line.spans), ())
    if not segment.edited:
        return Edit("deleted", origin, path, before, "", tuple(_deletions(segment, theme, context)), index)
    plans = tuple(_without_repetition(plans_of(segment, theme, context)))
    if segment.unit is None and plans:
        paths = list(dict.fromkeys(change[0] for change in changes_in(plans[0])))
        origin, path = "; ".join(_name(each, names) for each in paths), paths[0]
    return Edit("changed", origin, path, before, after, plans, index)


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
    """Yield the edits for the new lines after a segment: text together, and each thing that is asked."""
    segment = segments[index]
    if not segment.added_after:
        return
    place = _place(index, segments, themes, context)
    steps: list[Step] = []
    for lines in _texts(segment.added_after, place.kind if place else "paragraph"):
        if place is not None:
            steps += context.new_source_changes(lines)
            steps.append(Insertion(place.path, place.before, _own_text(lines, place, context)))
    origin = names.theme(context.answers.themes[int(place.path[1])]) if place else ""
    plans = (tuple(steps),) if steps else ()
    yield Edit("added", origin, (), "", _shown(segment.added_after), plans, index, is_after=True)


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
