"""Conflicts between positions and clauses: statements that contradict each other in one submission."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from drafter.frozen import frozen
from drafter.model.clause import Clause
from drafter.model.vocabulary import Conflict, Position


@frozen
class ConflictHit:
    """A conflict that a submission contains."""

    conflict: Conflict
    first: tuple[str, ...]
    """What is on the first side: clause ids and ``position:KEY``, sorted."""
    second: tuple[str, ...]
    """What is on the second side, in the same form."""
    accepted: bool
    """Whether the author keeps both sides and has given a reason."""


def find_conflicts(
    conflicts: Iterable[Conflict],
    stand_for: Iterable[str],
    chosen: Sequence[Clause],
    accepted: Collection[str] = (),
) -> tuple[ConflictHit, ...]:
    """Return the conflicts among the *chosen* clauses and the positions that the submitters *stand_for*.

    *accepted* has the ids of the conflicts that the author keeps with a reason. A clause on both sides causes
    no conflict, and a clause in ``resolved_by`` ends one: their texts explain how the sides fit together.
    """
    positions = frozenset(stand_for)
    clause_ids = {clause.id for clause in chosen}
    hits = []
    for conflict in conflicts:
        if not clause_ids.isdisjoint(conflict.resolved_by):
            continue
        first, second = (_on_side(side, positions, chosen) for side in conflict.sides)
        both = first & second
        first, second = first - both, second - both
        if first and second:
            hits.append(
                ConflictHit(conflict, tuple(sorted(first)), tuple(sorted(second)), conflict.id in accepted)
            )
    return tuple(hits)


def _on_side(side: Iterable[str], positions: frozenset[str], chosen: Iterable[Clause]) -> set[str]:
    """Return the clauses and positions of a submission that are on *side* of a conflict."""
    names = set(side)
    on_side = {f"position:{key}" for key in positions} & names
    for clause in chosen:
        if names & {clause.id, f"position:{clause.head.position}", *clause.head.sources}:
            on_side.add(clause.id)
    return on_side


def refused_clauses(
    positions: Mapping[str, Position], refused: frozenset[str], chosen: Iterable[Clause]
) -> tuple[tuple[Clause, str], ...]:
    """Return each *chosen* clause whose position is among *refused*, with the title of that position."""
    return tuple(
        (clause, positions[clause.head.position].title)
        for clause in chosen
        if clause.head.position in refused and clause.head.position in positions
    )
