"""The sections of the themes, for another document: which clauses and own texts it can print."""

from collections.abc import Iterator

from drafter.answers.paths import clause_id, keys, rows, texts
from drafter.drafting.aside import OFFERED, Pool, Record
from drafter.drafting.document_change import DocumentChange
from drafter.drafting.moving_answers import MovingAnswers
from drafter.errors import DrafterError
from drafter.library.eligibility import fits_document, fits_position, refused_positions
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.mechanism import STAGE_KINDS
from drafter.model.node import Node

WANTED = {"questions": "question", "recommendations": "recommendation", "case": "paragraph"}
"""What an author's own text may ask for, by the stage of the document; a paragraph fits every document."""
_LISTS = ("clauses", "own")
Section = dict[str, Node]


def move_sections(answers: MovingAnswers, written_for: str) -> dict[str, Node]:
    """Put aside in the sections what the new document cannot print, and bring back what it can.

    The sections of themes that are not chosen at the moment are treated alike. *written_for* is the document
    that had the sections last. Return by theme the clauses that are offered
    in place of those that do not fit.
    """
    change, pool = answers.change, answers.pool
    offered_before = keys(answers.parts, OFFERED)
    if "themes" in change.rules.left_out:
        return offered_before
    for section in (*answers.sections, *answers.inactive_sections):
        for name in _LISTS:
            waiting = list(pool.waiting(("themes", str(section.get("theme")), name)))
            if change.anew or written_for != change.after:
                _leave(section, name, answers, written_for)
            _return(section, name, answers, waiting)
    changed = {record.place[1] for record in pool.new if record.place[2:] == ("clauses",)}
    offers = _Offers(answers)
    return {
        theme: list(offers.of(section))
        for section in answers.sections
        if (theme := str(section.get("theme"))) in {*offered_before, *changed} and _put_aside(theme, pool)
    }


def clause_of(library: Library, entry: Node) -> Clause | None:
    """Return the clause that *entry* names, ``None`` where the library does not have it."""
    try:
        return library.clause(clause_id(entry))
    except DrafterError:
        return None


def fits(change: DocumentChange, name: str, entry: Node) -> bool:
    """Return whether the new document can print *entry* of the list *name*."""
    if name == "own":
        kind = keys(entry, ()).get("kind") or "paragraph"
        return kind in ("paragraph", WANTED[change.rules.stage])
    clause = clause_of(change.library, entry)
    return clause is not None and fits_document(clause, change.document)


def _leave(section: Section, name: str, answers: MovingAnswers, written_for: str) -> None:
    """Put aside what does not fit of the list *name*; the section takes over its facts and prints them."""
    change = answers.change
    place = ("themes", str(section.get("theme")), name)
    # What the author chose although the document does not want it stays with that document.
    own = DocumentChange("", written_for, change.library) if change.rules_of(written_for) else None
    entries = rows(section, (name,))
    kept = []
    for number, entry in enumerate(entries):
        if fits(change, name, entry) and (change.anew or own is None or fits(own, name, entry)):
            kept.append(entry)
            continue
        section_facts = texts(section, ("facts",))
        facts = [key for key in texts(entry, ("facts",)) if key not in section_facts]
        asked = bool(facts) and "facts" in section
        answers.pool.add(
            Record(place, str(number), entry, written_for, facts=tuple(facts), facts_asked=asked)
        )
        if facts:
            section["facts"] = [*section_facts, *facts]
    if len(kept) < len(entries):
        section[name] = kept


def _return(section: Section, name: str, answers: MovingAnswers, waiting: list[Record]) -> None:
    """Bring back those *waiting* for the list *name* that fit, each to its old position."""
    change = answers.change
    of_the_document = () if change.anew else (change.after,)
    back = [
        record for record in waiting if record.document in of_the_document or fits(change, name, record.value)
    ]
    for record in sorted(back, key=lambda record: int(record.key)):
        entries = rows(section, (name,))
        if name == "clauses" and clause_id(record.value) in map(clause_id, entries):
            continue  # it was chosen again meanwhile; wording of its own is kept aside
        answers.pool.take(record)
        number = min(int(record.key), len(entries))
        section[name] = [*entries[:number], record.value, *entries[number:]]
        _return_facts(section, record)


def _return_facts(section: Section, record: Record) -> None:
    """Remove from the section the facts that it took over from *record*."""
    if not record.facts:
        return
    left = [key for key in texts(section, ("facts",)) if key not in record.facts]
    if left or record.facts_asked:
        section["facts"] = left
    else:
        section.pop("facts", None)


def _put_aside(theme: str, pool: Pool) -> list[Record]:
    """Return the clauses of *theme* that the new document cannot use, in their old order."""
    return list(pool.waiting(("themes", theme, "clauses")))[::-1]


class _Offers:
    """Finds what the new document could say in place of a clause that does not fit."""

    def __init__(self, answers: MovingAnswers) -> None:
        positions = answers.change.library.themes.positions
        stand_for, refuse = (texts(answers.parts, (name,)) for name in ("stand_for", "refuse"))
        self.change = answers.change
        self.pool = answers.pool
        self.refused = refused_positions(positions, stand_for, refuse)
        self.has_state = bool(answers.parts.get("state"))

    def of(self, section: Section) -> Iterator[dict[str, Node]]:
        """Yield a clause that is not chosen yet, and the one in place of which it is offered."""
        chosen = {clause_id(entry) for entry in rows(section, ("clauses",))}
        for record in _put_aside(str(section.get("theme")), self.pool):
            clause = clause_of(self.change.library, record.value)
            other = self._counterpart(clause) if clause else None
            if clause and other and other.id not in chosen:
                chosen.add(other.id)
                yield {"clause": other.id, "instead_of": clause.id}

    def _counterpart(self, clause: Clause) -> Clause | None:
        """Return the question (or recommendation) of the theme that shares most law and sources."""
        wanted = STAGE_KINDS[self.change.rules.stage][-1]
        if {clause.head.kind, wanted} != {"question", "recommendation"}:
            return None
        grounds = {*clause.head.legal_basis, *clause.head.sources}
        candidates = [
            (len(grounds & {*other.head.legal_basis, *other.head.sources}), other.id, other)
            for other in self.change.library.all_clauses()[0]
            if other.head.kind == wanted
            and other.head.themes[0] == clause.head.themes[0]
            and fits(self.change, "clauses", other.id)
            and fits_position(other, self.refused)
            and (self.has_state or not other.without_state.names_state)
        ]
        shared, _, best = max(candidates, key=lambda candidate: candidate[:2], default=(0, "", None))
        return best if shared else None
