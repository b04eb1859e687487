"""Checking the library: dangling ids, missing kinds, weak asks, words that stigmatise; coverage."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.library.skeleton import PLACEHOLDER
from drafter.model.clause import Clause
from drafter.model.kinds import CLAUSE_KINDS
from drafter.model.note_marks import NOTE
from drafter.model.vocabulary import SourceItem
from drafter.patterns import pattern
from drafter.search import did_you_mean, nearest
from drafter.yaml_text import Path

LONGEST = 50
"""Words of a recommendation, over which nobody reads it aloud or takes it up whole."""

SINGLE_BRACES = pattern(r"(?<!\{)\{(?![{%#])[^{}\n]*\}(?!\})")
"""What was meant for a blank and is none."""


STIGMA = {
    r"\baddicts?\b": "people with drug dependence",
    r"\baddicted\b": "dependent",
    r"\bjunk(?:y|ie|ies)\b": "people who use drugs",
    r"\bdrug abus(?:e|er|ers)\b": "drug use; people who use drugs",
    r"\bsubstance abus(?:e|er|ers)\b": "substance use; people who use drugs",
    r"\b(?:drug|illicit) misus(?:e|er|ers)\b": "drug use",
    r"\bdrug users?\b": "people who use drugs",
    r"\babusers?\b": "people who use drugs",
    r"\bstay(?:ing)? clean\b": "abstinent",
    r"\bclean needles?\b": "sterile injecting equipment",
    r"\bscourge\b": "",
    r"\bvictims? of (?:drugs|addiction)\b": "people with drug dependence",
    r"\bex-(?:addicts?|users?)\b": "people in recovery",
    r"\bwar on drugs\b": "punitive drug control",
}
_ANY_STIGMA = pattern("|".join(STIGMA), re.IGNORECASE)


def words(text: str) -> int:
    """Return how many words a clause's text has, without its notes and template fields."""
    return len(re.sub(r"\{[{%].*?[}%]\}", "x", NOTE.sub("", text)).split())


def check_clauses(clauses: Iterable[Clause], library: Library) -> Iterator[Fault]:
    """Yield every fault of *clauses*: names that are not known, words that are left or weak."""
    doors = {"all", *library.mechanism_ids}
    doors.update(family for mechanism in library.mechanisms.values() for family in mechanism.families)
    for clause in clauses:
        yield from _references(clause, library, doors)
        yield from _wording(clause, library.language)


def check(library: Library) -> list[Fault]:
    """Return every fault of the library: unreadable files first, then what does not hold together."""
    clauses, faults = library.all_clauses()
    faults += check_clauses(clauses, library)
    faults += _kinds(clauses, library)
    faults += _conflicts(clauses, library)
    faults += [
        Fault(
            f"the item {row.item} of '{row.source}' is carried by no clause",
            "Name it in a clause's sources, or say in 'not_carried' why not.",
            "sources.yaml",
            f"{row.source} › {row.item}",
        )
        for row in coverage(library)
        if not row.settled
    ]
    return faults


def _references(clause: Clause, library: Library, doors: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each name in the head that no vocabulary has."""
    head, themes = clause.head, library.themes
    tables: tuple[tuple[str, Iterable[str], Collection[str]], ...] = (
        ("themes", head.themes, themes.themes),
        ("groups", head.groups, themes.groups),
        ("position", (head.position,), themes.positions),
        ("addressee", (head.addressee,), themes.addressees),
        ("mechanisms", head.mechanisms, doors),
    )
    for key, given, known in tables:
        for name in given:
            if name not in known:
                yield _fault(
                    clause, key, f"'{name}' is not known", "Correct it, or add it to the vocabulary."
                )
    if clause.id.split("/")[0] != head.themes[0]:
        yield _fault(
            clause, "themes", "the first theme is not the folder's name", "Put it first, or move the file."
        )
    yield from _grounds(clause, library)


def _grounds(clause: Clause, library: Library) -> Iterator[Fault]:
    """Yield a fault for each authority, source item and note that is not there."""
    head = clause.head
    for key, pairs in (("authorities", head.authorities), ("legal_basis", head.legal_basis)):
        for pair in pairs:
            yield from _cited(clause, key, pair, library)
    for pair in head.sources:
        source, _, item = pair.partition(":")
        if source not in library.sources or item not in library.sources[source].items:
            yield _fault(clause, "sources", f"'{pair}' is no item of a source", "Look it up in sources.yaml.")
    for pair in NOTE.findall(clause.text):
        if pair not in head.authorities:
            yield _fault(clause, "text", f"the note [^{pair}] is not among the authorities", "Add it there.")


def _cited(clause: Clause, key: str, pair: str, library: Library) -> Iterator[Fault]:
    name, _, place = pair.partition(":")
    if name not in library.authorities:
        yield _fault(clause, key, f"the authority '{name}' is not known", "Look it up in authorities.yaml.")
    elif place and place not in library.authorities[name].locators:
        yield _fault(clause, key, f"'{name}' has no place '{place}'", "Add it there, with its status.")


def _wording(clause: Clause, language: Language) -> Iterator[Fault]:
    """Yield what is wrong with the words themselves."""
    head = clause.head
    for place, written in (("title", head.title), ("text", clause.text)):
        if PLACEHOLDER in written:
            fault = f"a placeholder is left: '{PLACEHOLDER}'"
            yield _fault(clause, place, fault, "Write what belongs in its place.")
    for blank in SINGLE_BRACES.findall(clause.text):
        asked = "with a question of that name among 'questions'"
        remedy = f"A blank has two braces on each side, {{{{ house }}}}, {asked}."
        yield _fault(clause, "text", f"'{blank}' is printed as it stands, and nothing is asked", remedy)
    if head.kind == "recommendation":
        yield from _recommendation(clause, language)
    if head.kind in ("standard", "concern", "recommendation") and not head.legal_basis:
        yield _fault(
            clause, "legal_basis", "it rests on nothing", "Name the treaty article, such as iccpr:9."
        )
    if head.kind == "standard" and not NOTE.search(clause.text):
        yield _fault(
            clause, "text", "a standard without a note cannot be checked", "Cite with [^authority:place]."
        )
    if "{{ facts }}" in clause.text and not clause.text.endswith("{{ facts }}"):
        yield _fault(
            clause, "text", "{{ facts }} does not stand at the end", "Move it to the end of the text."
        )
    text = f"{head.title} {clause.text}"
    # One search for all of them first: hundreds of clauses have none.
    for wording, better in STIGMA.items() if _ANY_STIGMA.search(text) else ():
        found = re.search(wording, text, re.IGNORECASE)
        if found:
            hint = f"Write '{better}'." if better else "Leave it out."
            yield _fault(clause, "text", f"'{found[0]}' stigmatises", hint)


def _recommendation(clause: Clause, language: Language) -> Iterator[Fault]:
    """Yield what keeps a recommendation from being taken up: no verb, nothing asked, too many words."""
    first = re.sub(r"[^a-z-]", "", clause.text.split(maxsplit=1)[0].lower())
    if first in language.asks.non_verbs or not clause.text[0].isupper():
        yield _fault(
            clause,
            "text",
            f"it begins with '{first}' and not with a verb",
            "Begin with what is to be done.",
        )
    if first in language.asks.weak_verbs:
        yield _fault(clause, "text", f"'{first}' alone asks for nothing", "Say what is to be done, and how.")
    if words(clause.text) > LONGEST:
        yield _fault(clause, "text", f"it has {words(clause.text)} words", f"Keep it under {LONGEST}.")


def _kinds(clauses: list[Clause], library: Library) -> Iterator[Fault]:
    """Yield a fault for each theme that lacks one of the four kinds."""
    for theme in library.themes.themes:
        there = {clause.head.kind for clause in clauses if theme in clause.head.themes}
        missing = [kind for kind in CLAUSE_KINDS if kind not in there]
        if missing:
            yield Fault(
                f"the theme has no {' and no '.join(missing)}",
                f"Add a clause to clauses/{theme}.",
                "themes.yaml",
                theme,
            )


def _conflicts(clauses: list[Clause], library: Library) -> Iterator[Fault]:
    """Yield a fault for each side of a conflict that names what is not there."""
    ids = {clause.id for clause in clauses}
    for conflict in library.themes.conflicts:
        for name in conflict.resolved_by:
            if name not in ids:
                yield Fault(
                    f"there is no clause '{name}'", "Correct it.", "themes.yaml", f"conflicts › {conflict.id}"
                )
        for name in (*conflict.sides[0], *conflict.sides[1]):
            kind, _, item = name.partition(":")
            known = (
                item in library.themes.positions
                if kind == "position"
                else name in ids or (kind in library.sources and item in library.sources[kind].items)
            )
            if not known:
                yield Fault(
                    f"'{name}' is not known", "Correct it.", "themes.yaml", f"conflicts › {conflict.id}"
                )


def _fault(clause: Clause, place: str, fault: str, remedy: str) -> Fault:
    return Fault(fault, remedy, clause.file or clause.id, place)


# ---- names in an answers file ----

Unknown = Iterator[tuple[Path, Fault]]


def unknown_names(data: Mapping[str, Any], library: Library) -> Unknown:
    """Yield each name in the answers *data* that the library does not know, with its place.

    *data* may be of any shape: what is no text, no list or no keys is passed over.
    """
    if not data.get("document"):
        yield ("document",), Fault("the document is missing", "Choose one of 'drafter mechanisms list'.")
    yield from _failing(library.document, data.get("document") or None, ("document",))
    state = data.get("state")
    if state and isinstance(state, str) and library.state(state) is None:
        hint = did_you_mean(nearest(state, (one.name for one in library.states.values())), library.language)
        fault = f"there is no State '{state}'"
        yield ("state",), Fault(fault, f"{hint} Use its name or ISO code of 3 letters.".lstrip())
    for at, section in _each(data, "themes"):
        yield from _not_among(library.themes.themes, section.get("theme"), ("themes", at, "theme"))
        for number, entry in _each(section, "clauses", of=object):
            name = entry.get("clause") if isinstance(entry, Mapping) else entry
            yield from _failing(library.clause, name, ("themes", at, "clauses", number))
    conflicts = [conflict.id for conflict in library.themes.conflicts]
    for at, entry in _each(data, "accept_conflicts"):
        yield from _not_among(conflicts, entry.get("conflict"), ("accept_conflicts", at, "conflict"))
    for key in ("stand_for", "refuse"):
        for at, name in _each(data, key, of=str):
            yield from _not_among(library.themes.positions, name, (key, at), "position")


def _each(data: Mapping[str, Any], key: str, of: type = Mapping) -> Iterator[tuple[int, Any]]:
    """Yield each *of* this type in the list *key* of *data*, with its place."""
    found = data.get(key)
    for at, one in enumerate(found if isinstance(found, list | tuple) else ()):
        if isinstance(one, of):
            yield at, one


def _failing(find: Callable[[str], object], name: object, path: Path) -> Unknown:
    """Yield why *find* does not find *name*."""
    if isinstance(name, str):
        try:
            find(name)
        except DrafterError as error:
            yield from ((path, one) for one in error.faults)


def _not_among(known: Collection[str], name: object, path: Path, what: str = "") -> Unknown:
    what = what or str(path[-1])
    if isinstance(name, str) and name not in known:
        yield path, Fault(f"there is no {what} '{name}'", f"{what.capitalize()}s: {', '.join(known)}.")


# ---- coverage ----


@frozen
class Covered:
    """An item of a source, with the clauses that carry it or the reason why none does."""

    source: str
    item: str
    what: SourceItem
    clauses: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether the item is carried by a clause or a mechanism, or explained."""
        return bool(self.clauses or self.what.carried_by or self.what.not_carried)


def coverage(library: Library) -> list[Covered]:
    """Return every item of every source with the clauses that carry it."""
    carried: dict[str, list[str]] = {}
    for clause in library.all_clauses()[0]:
        for pair in clause.head.sources:
            carried.setdefault(pair, []).append(clause.id)
    return [
        Covered(source, item, what, tuple(carried.get(f"{source}:{item}", ())))
        for source, document in library.sources.items()
        for item, what in document.items.items()
    ]
