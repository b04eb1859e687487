"""Taking out an organisation, a fact, a case, a clause, a paragraph; and bringing it back. Pure.

What is taken out is kept among the inactive answers, which are not printed. A person is not kept: see
``erasing``.
"""

from collections.abc import Iterator, Mapping

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, KeyPath, Missing, at, next_key, rows, saved_at
from drafter.answers.working import WorkingAnswers, as_saved
from drafter.drafting.aside import REMOVED, Record, records
from drafter.drafting.aside_words import aside_in_words
from drafter.drafting.document_change import AGREED, DocumentChange, valid
from drafter.drafting.moving_sections import fits
from drafter.errors import DrafterError
from drafter.interview.erasing import (
    case_erased,
    dialogue_without,
    mentions,
    people_asks,
    people_in_record,
    person_erased,
)
from drafter.interview.items.chosen_clauses import clause_title
from drafter.interview.items.clauses import without_clauses
from drafter.interview.items.item import list_length
from drafter.interview.items.section_context import theme_title
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.base import Value
from drafter.model.node import Node

_QUESTIONS: KeyPath = ("details", "questions")
"""The questions of a call, which themes name by their number."""
_WIDEST = 60


# ---- taking out ----


def removable(answers: WorkingAnswers, library: Library) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path and the name of everything that can be taken out."""
    if len(answers.organisations) > 1:
        for number, organisation in enumerate(answers.organisations):
            yield ("organisations", number), f"organisation: {_short(organisation.name)}"
    yield from _removable_details(answers, library)
    for number, earlier in enumerate(answers.earlier):
        yield ("earlier", number), f"earlier recommendation: {_short(earlier.text)}"
    yield from _removable_of_the_bank(answers)
    for number, section in enumerate(answers.themes):
        title = theme_title(section.theme, library)
        for clause_number, entry in enumerate(section.clauses):
            name = clause_title(entry.clause, library)
            yield ("themes", number, "clauses", clause_number), f"clause in “{title}”: {_short(name)}"
        for own_number, own in enumerate(section.own):
            words = _short(_text_of(own))
            yield ("themes", number, "own", own_number), f"your {own.kind} in “{title}”: {words}"


def _removable_details(answers: WorkingAnswers, library: Library) -> Iterator[tuple[KeyPath, str]]:
    people = people_asks(answers, library)
    for name, value in answers.details.items():
        for number, row in enumerate(value if isinstance(value, list) else ()):
            if isinstance(row, Mapping):
                kind = "person" if name in people else name.replace("_", " ")
                yield ("details", name, number), f"{kind}: {_short(_text_of(row))}"


def _removable_of_the_bank(answers: WorkingAnswers) -> Iterator[tuple[KeyPath, str]]:
    """Yield facts, cases, and the sources on which no fact rests."""
    for key, fact in answers.facts.items():
        yield ("facts", key), f"fact {key}: {_short(fact.text)}"
    used = {key for fact in answers.facts.values() for key in fact.sources}
    for key, source in answers.sources.items():
        if key not in used:
            yield ("sources", key), f"source {key}: {_short(source.title)}"
    for key, case in answers.cases.items():
        yield ("cases", key), f"case {key}: {_short(case.pseudonym)}"


def taken_out(answers: WorkingAnswers, path: KeyPath, *, is_person: bool = False) -> list[Change]:
    """Return the changes that take out the entry at *path*, and every mention of it.

    A case, a person who is concerned (*is_person*) and a record of what was kept are erased.
    """
    if path[0] == "cases":
        return case_erased(answers, str(path[1]))
    if path[2:3] == ("clauses",):
        number, clause_number = int(path[1]), int(path[3])
        return without_clauses(answers, number, (answers.themes[number].clauses[clause_number].clause,))
    if path[0] == REMOVED[0]:
        return [(path, GONE)]
    if is_person:
        return person_erased(answers, path)
    changes = dialogue_without(answers, path)
    if path[0] == "facts":
        changes += mentions(answers.saved, "facts", str(path[1]))
    sections: tuple[str, ...] = ()
    if path[:2] == _QUESTIONS:
        number = int(path[2])
        sections = tuple(section.theme for section in answers.themes if section.under == number + 1)
        changes += _renumbered(answers, number)
    record = Record(_place_of(answers, path), str(path[-1]), _saved_value(answers, path), sections=sections)
    # It is put behind the other records: written anew, they would have every mention back.
    changes.append(((*REMOVED, list_length(answers, REMOVED)), record.saved()))
    if path[0] == "organisations" and answers.organisations[int(path[1])].role == "lead":
        first = 1 if path[1] == 0 else 0  # as it is numbered until the other is gone
        changes.append((("organisations", first, "role"), GONE))  # the interview asks who leads now
    return [*changes, (path, GONE)]


def _place_of(answers: WorkingAnswers, path: KeyPath) -> tuple[str, ...]:
    """Return the steps to what holds the entry at *path*, with the id of a theme in place of its number."""
    if path[0] == "themes":
        return ("themes", answers.themes[int(path[1])].theme, *map(str, path[2:-1]))
    return tuple(map(str, path[:-1]))


def _saved_value(answers: WorkingAnswers, path: KeyPath) -> Node:
    """Return the entry at *path* as it is saved."""
    value = saved_at(answers.saved, path)
    return None if isinstance(value, Missing) else value


# ---- bringing back ----


def restorable(answers: WorkingAnswers, library: Library) -> Iterator[tuple[int, str]]:
    """Yield the number and the name of each record that has a place in the document to come back to.

    That is what was taken out, and what was put aside for another document and fits this one as well.
    """
    for number, record in enumerate(records(answers)):
        if record.document is None:
            if _path_of(answers, record.place) is not None:
                yield number, _short(_text_of(record.value))
        elif _has_room(answers, record, library):
            yield number, "; ".join(aside_in_words(record, library))


def erasable(answers: WorkingAnswers, library: Library) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path and the name of each record of what is kept: any text may have the name of a person."""
    for number, record in enumerate(records(answers)):
        words = aside_in_words(record, library) if record.document is not None else (_text_of(record.value),)
        if name := people_in_record(record) or _short("; ".join(words)):
            yield (*REMOVED, number), name


def brought_back(answers: WorkingAnswers, number: int) -> list[Change]:
    """Return the changes that bring back the record *number*."""
    record = records(answers)[number]
    path = _path_of(answers, record.place) or ()
    changes: list[Change] = [((*REMOVED, number), GONE)]
    if record.document is not None and len(path) < 2:  # a part of the document, or one of its own answers
        return [*changes, ((*path, record.key), record.value), *_under_again(answers, record)]
    if path[0] in ("facts", "sources"):
        bank = answers.facts if path[0] == "facts" else answers.sources
        key = record.key if record.key not in bank else next_key(str(path[0])[0].upper(), bank)
        return [*changes, ((*path, key), record.value)]
    entries = rows(answers.saved, path)
    position = min(int(record.key), len(entries))
    changes.append((path, [*entries[:position], record.value, *entries[position:]]))
    if path == _QUESTIONS:
        changes += _renumbered(answers, position, back=record.sections)
    return changes


def _path_of(answers: WorkingAnswers, place: tuple[str, ...]) -> KeyPath | None:
    """Return the path that a record's *place* has now, ``None`` while its theme is not chosen."""
    if place[:1] != ("themes",):
        return place
    themes = [section.theme for section in answers.themes]
    return ("themes", themes.index(place[1]), *place[2:]) if place[1] in themes else None


def _has_room(answers: WorkingAnswers, record: Record, library: Library) -> bool:
    """Return whether the document can print what was put aside, and has no other answer in its place.

    A consent does not come back this way: whether it holds for this document, only the person can say.
    """
    try:
        change = DocumentChange(record.document or "", answers.document or "", library)
        rules = change.rules
    except DrafterError:
        return False
    key = record.key
    if record.place == ():
        return key not in (*rules.left_out, "state") and not at(answers, (key,))
    if record.place == ("details",):
        is_free = at(answers, ("details", key)) in (MISSING, None, "", [])
        return is_free and key in change.asks and key not in AGREED and valid(change.asks[key], record.value)
    is_of_a_theme = record.place[0] == "themes" and _path_of(answers, record.place) is not None
    return is_of_a_theme and fits(change, record.place[-1], record.value)


def _under_again(answers: WorkingAnswers, record: Record) -> Iterator[Change]:
    """Yield the changes that put each theme under its question of the call again."""
    for number, section in enumerate(answers.themes):
        if section.theme in record.under:
            yield ("themes", number, "under"), record.under[section.theme]


def _renumbered(
    answers: WorkingAnswers, position: int, back: tuple[str, ...] | None = None
) -> Iterator[Change]:
    """Yield the changes that keep each theme under its question of a call, counted from 1.

    The question at *position* goes; or it comes *back*, and with it the themes that answered it.
    """
    for number, section in enumerate(answers.themes):
        under = section.under
        if back is not None and section.theme in back:
            yield ("themes", number, "under"), position + 1
        elif under is not None and under > position:
            moved = under + 1 if back is not None else under - 1
            yield ("themes", number, "under"), 0 if under == position + 1 and back is None else moved


# ---- names ----


def _text_of(entry: object) -> str:
    """Return the text by which a person knows *entry*: its text, name or title, or its first text."""
    tree = as_saved(entry) if isinstance(entry, Value) else entry
    if not isinstance(tree, Mapping):
        return ""
    for path in (("text",), ("name",), ("title",), ("parts", "what")):
        if text := at(tree, path):
            return str(text)
    return next((text for text in tree.values() if text and isinstance(text, str)), "")


def _short(text: str | None) -> str:
    words = " ".join((text or "nothing in it yet").split())
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
