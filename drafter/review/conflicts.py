"""Positions and clauses that do not go together: nobody's words are put beside their contrary unasked."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from drafter.frozen import frozen
from drafter.model.clause import Clause
from drafter.model.vocabulary import Conflict, Position


@frozen
class ConflictHit:
    """A conflict that is there, with what stands on each side."""

    conflict: Conflict
    first: tuple[str, ...]
    second: tuple[str, ...]
    accepted: bool


def find_conflicts(
    conflicts: Iterable[Conflict],
    stand_for: Iterable[str],
    chosen: Sequence[Clause],
    accepted: Collection[str] = (),
) -> tuple[ConflictHit, ...]:
    """Return the conflicts among the *chosen* clauses and the positions that the submitters *stand_for*.

    *accepted* holds the ids of conflicts that the author keeps with a reason. A clause that carries both
    sides, or that resolves the conflict, has said itself how they stand together, and makes none.
    """
    held = frozenset(stand_for)
    ids = {clause.id for clause in chosen}
    found = []
    for conflict in conflicts:
        if not ids.isdisjoint(conflict.resolved_by):
            continue
        first, second = (_standing(side, held, chosen) for side in conflict.sides)
        both = first & second
        first, second = first - both, second - both
        if first and second:
            found.append(
                ConflictHit(conflict, tuple(sorted(first)), tuple(sorted(second)), conflict.id in accepted)
            )
    return tuple(found)


def _standing(side: Iterable[str], held: frozenset[str], chosen: Iterable[Clause]) -> set[str]:
    """Return the clauses and positions of a submission that are on *side*."""
    named = set(side)
    standing = {f"position:{name}" for name in held} & named
    for clause in chosen:
        carried = {clause.id, f"position:{clause.head.position}", *clause.head.sources}
        if named & carried:
            standing.add(clause.id)
    return standing


def refused_clauses(
    positions: Mapping[str, Position], refused: frozenset[str], chosen: Iterable[Clause]
) -> tuple[tuple[Clause, str], ...]:
    """Return each chosen clause whose position the submitters refuse, with that position's title."""
    return tuple(
        (clause, positions[clause.head.position].title)
        for clause in chosen
        if clause.head.position in refused and clause.head.position in positions
    )
