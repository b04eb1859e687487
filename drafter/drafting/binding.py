"""What binds the State of a submission: its treaties, and the clauses that rest on others."""

from collections.abc import Iterator, Mapping

from drafter.drafting.resolve import Resolved
from drafter.library.binding import cited_treaties, not_binding
from drafter.library.eligibility import fits_document
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
from drafter.review.binding import left_out_remark, not_binding_remark, unknown_party_remark
from drafter.review.treaty_status import TreatyStatus

MOST_INSTEAD = 3
"""Clauses that a remark suggests at most."""


def treaty_statuses(library: Library, state: State | None) -> Mapping[str, TreatyStatus]:
    """Return what *state* has to do with each treaty and competence that is known of it, by id."""
    statuses = {name: treaty_status(library, state, name) for name in library.memberships(state)}
    return {name: status for name, status in statuses.items() if status is not None}


def treaty_status(library: Library, state: State | None, name: str) -> TreatyStatus | None:
    """Return what *state* has to do with the treaty or competence *name*, ``None`` if that is not known."""
    membership, treaty = library.memberships(state).get(name), library.treaties.get(name)
    if membership is None or treaty is None:
        return None
    authority = library.authorities.get(name)
    return TreatyStatus(treaty.title, authority.short if authority else "", membership)


def binding_remarks(resolved: Resolved, statuses: Mapping[str, TreatyStatus]) -> Iterator[Remark]:
    """Yield a remark on each chosen clause that says what a treaty asks of a State it does not bind."""
    library, state = resolved.library, resolved.state
    if state is None:
        return
    memberships = library.memberships(state)
    for clause in {clause.id: clause for clause in resolved.clauses}.values():
        name = f"clause {library.language.quote(clause.head.title)}"
        if unbound := not_binding(clause, memberships, library.authorities):
            remark = left_out_remark if clause.head.kind == "conclusion" else not_binding_remark
            yield remark(
                name,
                [statuses[membership.treaty] for membership in unbound],
                state.in_text,
                [library.language.quote(other.head.title) for other in _instead(clause, resolved)],
                library.language,
            )
        elif clause.head.kind == "conclusion" and (unknown := _unknown_treaties(clause, resolved)):
            yield unknown_party_remark(name, unknown, state.in_text, library.language)


def _unknown_treaties(clause: Clause, resolved: Resolved) -> list[str]:
    """Return the titles of the treaties in *clause* for which the table has no entry about the State."""
    library = resolved.library
    memberships = library.memberships(resolved.state)
    return [
        f"the {library.treaties[treaty].title}"
        for treaty in cited_treaties(clause, library.authorities)
        if treaty in library.treaties and treaty not in memberships
    ]


def _instead(clause: Clause, resolved: Resolved) -> list[Clause]:
    """Return clauses of the same theme and kind that the document can take and that bind the State."""
    library = resolved.library
    memberships = library.memberships(resolved.state)
    chosen = {other.id for other in resolved.clauses}
    theme = clause.id.split("/")[0]
    others = (
        library.clause(name)
        for name in library.clause_ids()
        if name.split("/")[0] == theme and name not in chosen
    )
    fitting = [
        other
        for other in others
        if other.head.kind == clause.head.kind
        and fits_document(other, resolved.document_type)
        and other.head.position == "neutral"
        and not not_binding(other, memberships, library.authorities)
    ]
    return fitting[:MOST_INSTEAD]
