"""Positions and clauses that do not go together: nobody's words are put beside their contrary unasked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.vocabulary import Conflict, Position


@dataclass(frozen=True, slots=True)
class Found:
    """A conflict that is there, with what stands on each side."""

    conflict: Conflict
    first: tuple[str, ...]
    second: tuple[str, ...]
    accepted: bool


def find_conflicts(
    conflicts: Iterable[Conflict], answers: Answers, chosen: Sequence[Clause]
) -> tuple[Found, ...]:
    """Return the conflicts among the *chosen* clauses and the positions of *answers*.

    A clause that carries both sides has said itself how they stand together, and makes no conflict.
    """
    accepted = {entry.conflict for entry in answers.accept_conflicts}
    found = []
    for conflict in conflicts:
        first, second = (_standing(side, answers, chosen) for side in conflict.sides)
        both = first & second
        first, second = first - both, second - both
        if first and second:
            found.append(
                Found(conflict, tuple(sorted(first)), tuple(sorted(second)), conflict.id in accepted)
            )
    return tuple(found)


def _standing(side: Iterable[str], answers: Answers, chosen: Iterable[Clause]) -> set[str]:
    """Return the clauses and positions of a submission that are on *side*."""
    named = set(side)
    standing = {f"position:{held}" for held in answers.stand_for} & named
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
