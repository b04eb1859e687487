"""What is said under the themes, for another document: which clauses and own words it can print."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import clause_id, keys, rows
from drafter.drafting.aside import OFFERED, Pool, Record, record
from drafter.drafting.moving_details import Move
from drafter.errors import DrafterError
from drafter.library.eligibility import fits_document, fits_position, refused_positions
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.mechanism import STAGE_KINDS

WANTED = {"questions": "question", "recommendations": "recommendation", "case": "paragraph"}
"""What an author's own words may ask for, by the stage of the document; a paragraph may stand anywhere."""
_LISTS = ("clauses", "own")


def move_sections(
    data: dict[str, Any], move: Move, pool: Pool, written: str
) -> dict[str, list[dict[str, str]]]:
    """Put aside in the sections of *data* what the new document cannot print, and bring back what it can.

    The sections of themes that are not chosen at the moment are seen to as well. *written* is
    the document that the sections stood in last. Return the clauses that are offered in place of those that
    do not fit, by theme.
    """
    asked = keys(data, OFFERED)
    if "themes" in move.rules.left_out:
        return asked
    for section in (*rows(data, ("themes",)), *rows(data, ("inactive", "themes"))):
        for name in _LISTS:
            waiting = list(pool.waiting(("themes", str(section.get("theme")), name)))
            if move.anew or written != move.after:
                _leave(section, name, move, pool, written)
            _return(section, name, move, pool, waiting)
    new = {one["place"][1] for one in pool.new if one["place"][2:] == ["clauses"]}
    offers = _Offers(data, move)
    return {
        theme: list(offers.of(section, pool))
        for section in rows(data, ("themes",))
        if (theme := str(section.get("theme"))) in {*asked, *new} and _resting(theme, pool)
    }


def clause_of(library: Library, entry: Any) -> Clause | None:
    """Return the clause that *entry* names, ``None`` where the library does not have it."""
    try:
        return library.clause(clause_id(entry))
    except DrafterError:
        return None


def fits(move: Move, name: str, entry: Any) -> bool:
    """Return whether the new document can print *entry* of the list *name*."""
    if name == "own":
        return entry.get("kind", "paragraph") in ("paragraph", WANTED[move.rules.stage])
    clause = clause_of(move.library, entry)
    return clause is not None and fits_document(clause, move.document)


def _leave(section: dict[str, Any], name: str, move: Move, pool: Pool, written: str) -> None:
    """Put aside what does not fit of the list *name*; its facts go to the section and are printed there."""
    place = ("themes", str(section.get("theme")), name)
    # What the author took although the document does not want it stays with that document.
    own = Move("", written, move.library) if move.rules_of(written) else None
    kept = []
    for number, entry in enumerate(rows(section, (name,))):
        if fits(move, name, entry) and (move.anew or own is None or fits(own, name, entry)):
            kept.append(entry)
            continue
        known = rows(section, ("facts",))
        facts = [] if isinstance(entry, str) else [key for key in rows(entry, ("facts",)) if key not in known]
        asked = bool(facts) and "facts" in section
        pool.add(record(place, str(number), entry, written, facts=facts, facts_asked=asked))
        if facts:
            section["facts"] = [*known, *facts]
    if len(kept) < len(rows(section, (name,))):
        section[name] = kept


def _return(section: dict[str, Any], name: str, move: Move, pool: Pool, waiting: list[Record]) -> None:
    """Bring back what fits of those *waiting* for the list *name*, each to where it stood."""
    there = () if move.anew else (move.after,)
    back = [one for one in waiting if one["document"] in there or fits(move, name, one["value"])]
    for one in sorted(back, key=lambda one: int(one["key"])):
        entries = rows(section, (name,))
        if name == "clauses" and clause_id(one["value"]) in map(clause_id, entries):
            continue  # it was taken anew meanwhile; wording of its own is kept aside
        pool.take(one)
        number = min(int(one["key"]), len(entries))
        section[name] = [*entries[:number], one["value"], *entries[number:]]
        _take_facts_back(section, one)


def _take_facts_back(section: dict[str, Any], one: Record) -> None:
    """Let the facts that the section took over stand where they stood."""
    if not one.get("facts"):
        return
    left = [key for key in rows(section, ("facts",)) if key not in one["facts"]]
    if left or one.get("facts_asked"):
        section["facts"] = left
    else:
        section.pop("facts", None)


def _resting(theme: str, pool: Pool) -> list[Record]:
    """Return the clauses of *theme* that the new document cannot use, in the order in which they stood."""
    return list(pool.waiting(("themes", theme, "clauses")))[::-1]


class _Offers:
    """Finds what the new document could say in place of a clause that does not fit."""

    def __init__(self, data: Mapping[str, Any], move: Move) -> None:
        positions = move.library.themes.positions
        self.move = move
        self.refused = refused_positions(positions, rows(data, ("stand_for",)), rows(data, ("refuse",)))
        self.state = bool(data.get("state"))

    def of(self, section: Mapping[str, Any], pool: Pool) -> Iterator[dict[str, str]]:
        """Yield a clause that is not taken yet, and the one in place of which it is offered."""
        taken = {clause_id(entry) for entry in rows(section, ("clauses",))}
        for one in _resting(str(section.get("theme")), pool):
            clause = clause_of(self.move.library, one["value"])
            other = self._counterpart(clause) if clause else None
            if clause and other and other.id not in taken:
                taken.add(other.id)
                yield {"clause": other.id, "instead_of": clause.id}

    def _counterpart(self, clause: Clause) -> Clause | None:
        """Return the question (or recommendation) of the theme that shares most law and sources."""
        wanted = STAGE_KINDS[self.move.rules.stage][-1]
        if {clause.head.kind, wanted} != {"question", "recommendation"}:
            return None
        grounds = {*clause.head.legal_basis, *clause.head.sources}
        fitting = [
            (len(grounds & {*other.head.legal_basis, *other.head.sources}), other.id, other)
            for other in self.move.library.all_clauses()[0]
            if other.head.kind == wanted
            and other.head.themes[0] == clause.head.themes[0]
            and fits(self.move, "clauses", other.id)
            and fits_position(other, self.refused)
            and (self.state or "{{ state" not in other.text)
        ]
        shared, _, best = max(fitting, key=lambda one: (one[0], one[1]), default=(0, "", None))
        return best if shared else None
