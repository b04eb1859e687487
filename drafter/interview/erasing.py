"""Erasing a person: a case, or an entry under “Who is concerned?”. Pure: changes come out.

Whoever withdraws a story wants it gone, so nothing is kept that could be brought back.
"""

from collections.abc import Iterator, Mapping, Sequence

from drafter.answers.about_people import OF_THE_OCCASION, KnownPeople, pseudonym_in, same_pseudonym
from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, at, dotted, keys, maps, rows
from drafter.answers.working import WorkingAnswers
from drafter.drafting.aside import REMOVED, Record, records
from drafter.drafting.document_change import AGREED
from drafter.errors import DrafterError
from drafter.interview.items.item import TYPED, UNASKED, list_length
from drafter.interview.items.private_names import PRIVATE_NAMES
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.node import Node
from drafter.model.question import Ask
from drafter.privacy.consent import strictest
from drafter.privacy.private_file import NOT_PRINTED

_PERSON = "person"
"""The name of the answer that is the pseudonym of the only person."""


def people_asks(answers: WorkingAnswers, library: Library) -> dict[str, Ask]:
    """Return by name the questions of the document whose entries are people."""
    try:
        asks = library.document(answers.document or "").rules.asks
    except DrafterError:
        return {}
    return {ask.name: ask for ask in asks if any(field.person for field in ask.fields)}


def cases_of(answers: WorkingAnswers, pseudonym: str) -> list[str]:
    """Return the keys of the cases that have this *pseudonym*."""
    return [key for key, case in answers.cases.items() if same_pseudonym(case.pseudonym, pseudonym)]


def people_in_record(record: Record) -> str:
    """Return the pseudonyms of the people in *record*, one of a document's own answers; ``""`` for none."""
    name = (*record.place, record.key)[1] if record.place[:1] == ("details",) else ""
    if not name or name in OF_THE_OCCASION:
        return ""
    entries = record.value if isinstance(record.value, list | tuple) else [record.value]
    people = [entry for entry in entries if isinstance(entry, Mapping) or record.key == _PERSON]
    return ", ".join(filter(None, map(pseudonym_in, people)))


def person_erased(answers: WorkingAnswers, path: KeyPath) -> list[Change]:
    """Return the changes that erase the person at *path* with what was kept and half typed of the person.

    Half-typed answers on the later entries go as well: another entry would take them over.
    """
    name, number = str(path[1]), int(path[2])
    pseudonym = pseudonym_in(at(answers, path))
    half_typed = [
        typed
        for later in range(number, list_length(answers, path[:-1]))
        for typed in answers.interview.typed
        if typed.startswith(f"{dotted((*path[:-1], later))}.")
    ]
    saved, kept = rows(answers.saved, REMOVED), []
    for record, whole in zip(records(answers), saved, strict=True):
        left = _without_person(record, name, pseudonym)
        if left is not None:
            kept.append(whole if left == record.value else {**keys(whole, ()), "value": left})
    return [
        *dialogue_without(answers, path),
        *([(REMOVED, kept)] if kept != saved else []),
        *(((*TYPED, typed), GONE) for typed in half_typed),
        (path, GONE),
        *_consents_left(answers, name, number),
        *_names_of_nobody(answers, pseudonym),
    ]


def _consents_left(answers: WorkingAnswers, group: str, number: int) -> Iterator[Change]:
    """Yield what the people of *group* have agreed to together, without the one with this *number*."""
    left = [person for index, person in enumerate(maps(answers.saved, ("details", group))) if index != number]
    for name in sorted({name for person in left for name in person if name in AGREED}):
        yield ("details", name), strictest(str(person.get(name) or "") for person in left) or GONE


def _without_person(record: Record, name: str, pseudonym: str) -> Node | None:
    """Return the value of *record* without the person *pseudonym*; ``None`` if nothing else is in it."""
    if not pseudonym:
        return record.value
    if record.place == ("details", name):
        return None if same_pseudonym(pseudonym_in(record.value), pseudonym) else record.value
    if record.place == ("details",) and record.key == name and isinstance(record.value, list | tuple):
        left = [row for row in record.value if not same_pseudonym(pseudonym_in(row), pseudonym)]
        return left or None
    return record.value


def case_erased(answers: WorkingAnswers, key: str) -> list[Change]:
    """Return the changes that erase the case *key* with its consents, half-typed answers and private data."""
    half_typed = [path for path in answers.interview.typed if path.startswith(f"cases.{key}.")]
    consents = [n for n, record in enumerate(records(answers)) if record.place == ("cases", key)]
    return [
        *mentions(answers.saved, "cases", key),
        *(((*REMOVED, number), GONE) for number in reversed(consents)),
        *(((*TYPED, path), GONE) for path in half_typed),
        (("cases", key), GONE),
        (("private", "cases", key), GONE),
        *_names_of_nobody(answers, answers.cases[key].pseudonym if key in answers.cases else ""),
    ]


def _names_of_nobody(answers: WorkingAnswers, pseudonym: str | None) -> list[Change]:
    """Return the change that forgets the names not to be printed, if the person *pseudonym* is the last."""
    others = [
        name for name in KnownPeople.of(answers.saved).pseudonyms if not same_pseudonym(name, pseudonym)
    ]
    return [] if others or NOT_PRINTED not in keys(answers.saved, ("private",)) else [(PRIVATE_NAMES, GONE)]


def dialogue_without(answers: WorkingAnswers, path: KeyPath) -> list[Change]:
    """Return the change that lets questions about the entry at *path*, and those numbered after it, be asked.

    Otherwise another entry would take over what was left open for this one.
    """
    later = [path]
    if isinstance(path[-1], int):
        later = [(*path[:-1], number) for number in range(path[-1], list_length(answers, path[:-1]))]
    beginnings = tuple(f"{dotted(entry)}." for entry in later)
    kept = [name for name in answers.interview.unasked if not name.startswith(beginnings)]
    return [(UNASKED, kept)] if len(kept) < len(answers.interview.unasked) else []


def mentions(node: Node, kind: str, key: str, path: KeyPath = ()) -> Iterator[Change]:
    """Yield the changes that remove *key* from every list of facts or cases, inactive ones included.

    A theme that comes back with a fact that is gone would make a file that no command reads.
    """
    steps: Iterator[tuple[str | int, Node]] = iter(())
    if isinstance(node, Mapping):
        steps = iter(node.items())
    elif isinstance(node, Sequence) and not isinstance(node, str):
        steps = iter(enumerate(node))
    for step, inner in steps:
        inner_path = (*path, step)
        if step == kind and key in rows(inner, ()):
            yield inner_path, [item for item in rows(inner, ()) if item != key]
        elif inner_path != ("private",):
            yield from mentions(inner, kind, key, inner_path)
