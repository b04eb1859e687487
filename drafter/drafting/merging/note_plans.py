"""Plans for a note that was edited in the Word file: fields of its source, or the whole note."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, next_key
from drafter.dates import printed_date
from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.line_diff import LineDiff
from drafter.drafting.merging.note_pairs import plain_note
from drafter.drafting.merging.plans import Plan
from drafter.model.answers import GONE

_SOURCE_FIELDS = ("author", "title", "publisher", "date", "address", "seen")


def note_plans(number: int, context: MergeContext) -> Iterator[Plan]:
    """Yield the plans that make the printed note *number* say what the edited one says.

    The note of an authority is not the author's: its plans are those of the text that it belongs to.
    """
    keys = context.note_keys[number - 1]
    old = plain_note(context.pairs.printed[number - 1])
    new = plain_note(context.pairs.edited_note(number))
    if len(keys) != 1:
        return
    fields = list(_field_changes(keys[0], LineDiff(old, new), context))
    if fields:
        yield tuple(fields)
    yield tuple(_whole(keys[0], new, context))


def _field_changes(key: str, difference: LineDiff, context: MergeContext) -> Iterator[Change]:
    """Yield the changes of single fields; nothing if an edit is in none of them, or in several."""
    places = dict(_places(key, difference.old, context))
    touched: dict[KeyPath, str] = {}
    for hunk in difference.hunks:
        paths = [path for path, (start, end) in places.items() if start <= hunk.start and hunk.end <= end]
        if len(paths) != 1:
            return
        start, end = places[paths[0]]
        touched[paths[0]] = difference.new[difference.start(start) : difference.end(end)].strip()
    yield from ((path, value or GONE) for path, value in touched.items())


def _places(key: str, note: str, context: MergeContext) -> Iterator[tuple[KeyPath, tuple[int, int]]]:
    """Yield where each field of the fact or source *key* is in the printed *note*."""
    answers, language = context.answers, context.language
    fact = answers.facts.get(key)
    sources = fact.sources if fact else (key,)
    for source_key in sources:
        source = answers.sources.get(source_key)
        for name in _SOURCE_FIELDS if source else ():
            value = printed_date(str(getattr(source, name) or "").strip(), language)
            start = note.find(value) if value else -1
            if start >= 0 and note.count(value) == 1:
                yield ("sources", source_key, name), (start, start + len(value))
    locator = language.locator(fact.locator or "") if fact else ""
    start = note.rfind(locator) if locator else -1
    if start >= 0:
        yield ("facts", key, "locator"), (start, start + len(locator))


def _whole(key: str, note: str, context: MergeContext) -> Iterator[Change]:
    """Yield the changes after which the note of *key* is *note*, letter for letter."""
    fact = context.answers.facts.get(key)
    if fact is None:
        yield ("sources", key, "citation"), note
        return
    users = [other for other in context.answers.facts.values() if set(other.sources) & set(fact.sources)]
    if fact.source and len(users) == 1 and not fact.cited_in:
        yield ("sources", fact.source, "citation"), note
    else:
        used = {**context.answers.sources, **dict.fromkeys(context.new_sources.values())}
        new_key = next_key("S", used)
        yield ("sources", new_key), {"citation": note}
        yield ("facts", key, "source"), new_key
    yield from ((("facts", key, name), GONE) for name in ("locator", "cited_in") if getattr(fact, name))
