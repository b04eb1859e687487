"""What binds a State: the treaties that a clause cites, and those of them that the State is not party to."""

from collections.abc import Iterable, Iterator, Mapping

from drafter.model.clause import Clause
from drafter.model.treaty import Membership
from drafter.model.vocabulary import Authority


def cited_treaties(clause: Clause, authorities: Mapping[str, Authority]) -> tuple[str, ...]:
    """Return the treaties that the notes of *clause* cite, or that a cited text interprets, each once.

    A conclusion names the treaty in its sentence and not in a note: it rests on its legal basis.
    """
    basis = clause.head.legal_basis if clause.head.kind == "conclusion" else ()
    return tuple(dict.fromkeys(_treaties_of((*clause.notes, *basis), authorities)))


def _treaties_of(references: Iterable[str], authorities: Mapping[str, Authority]) -> Iterator[str]:
    for reference in references:
        name = reference.partition(":")[0]
        authority = authorities.get(name)
        if authority is not None and authority.kind == "treaty":
            yield name
        elif authority is not None and authority.treaty:
            yield authority.treaty


def not_binding(
    clause: Clause, memberships: Mapping[str, Membership], authorities: Mapping[str, Authority]
) -> tuple[Membership, ...]:
    """Return the treaties that a statement of law in *clause* rests on and that do not bind the State.

    *memberships* are those of the State; a treaty that is missing there is not known and is left out. A
    recommendation may ask for the ratification of what it cites, so it has none.
    """
    if clause.head.kind == "recommendation":
        return ()
    known = (memberships.get(treaty) for treaty in cited_treaties(clause, authorities))
    return tuple(membership for membership in known if membership is not None and not membership.binds)
