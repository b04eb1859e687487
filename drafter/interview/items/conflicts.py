"""What becomes of two things that do not go together: one of them goes, or the author says why both stay."""

from collections.abc import Iterator
from typing import Any

from drafter.answers.paths import Change, Path, clause_id, rows
from drafter.interview.items.chosen_clauses import chosen_clauses
from drafter.interview.items.declared import MORE, choices, is_finished
from drafter.interview.items.item import FINISHED, AnswerData, Item, finish
from drafter.library.library import Library
from drafter.review.conflicts import ConflictHit, find_conflicts

EXPLAINING: Path = ("inactive", "explaining")
"""The conflicts for which the author is about to say why both sides stay."""
ACCEPTED: Path = ("accept_conflicts",)
LATER, BOTH = "", "both"


class ConflictItem(Item):
    """What becomes of a conflict: one side is left out, or both stay."""

    conflict: str

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:
        """Return the changes that leave out the side *value*, or put the decision off."""
        if value == LATER:
            return finish(data, f"conflict/{self.conflict}")
        if value == BOTH:
            return [(EXPLAINING, [*rows(data, EXPLAINING), self.conflict])]
        hit = next(hit for hit in standing(data, library) if hit.conflict.id == self.conflict)
        gone = hit.first if value == "first" else hit.second
        positions = rows(data, ("stand_for",))
        left = [position for position in positions if f"position:{position}" not in gone]
        themes = range(len(rows(data, ("themes",))))
        return [
            *([(("stand_for",), left)] if left != positions else []),
            *(change for number in themes for change in _left(data, number, gone)),
        ]


class ReasonItem(Item):
    """Why both sides of a conflict stay."""

    conflict: str

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that keep both sides for the reason *value*."""
        waiting = [conflict for conflict in rows(data, EXPLAINING) if conflict != self.conflict]
        return [
            (ACCEPTED, [*rows(data, ACCEPTED), {"conflict": self.conflict, "reason": value}]),
            (EXPLAINING, waiting),
        ]


def standing(data: AnswerData, library: Library) -> tuple[ConflictHit, ...]:
    """Return the conflicts that are there among the positions and clauses taken so far."""
    accepted = [str(one.get("conflict")) for one in rows(data, ACCEPTED)]
    held = rows(data, ("stand_for",))
    return find_conflicts(library.themes.conflicts, held, chosen_clauses(data, library), accepted)


def questions(data: AnswerData, library: Library) -> Iterator[Item]:
    """Yield what is to become of each conflict that stops a build, until that is said."""
    for found in standing(data, library):
        name = f"conflict/{found.conflict.id}"
        if found.accepted or found.conflict.severity != "block":
            continue
        if found.conflict.id in rows(data, EXPLAINING):
            yield ReasonItem(
                conflict=found.conflict.id,
                path=(*MORE, f"reason/{found.conflict.id}"),
                section="What does not go together",
                text="Why do you keep both?",
                help=f"{sentence(found, library)} For whoever reads the answers file after you; not printed.",
                kind="line",
                required=True,
            )
        elif not is_finished(data, name):
            sides = [
                (side, f"Leave out {words(names, library)}")
                for side, names in (("first", found.first), ("second", found.second))
            ]
            yield ConflictItem(
                conflict=found.conflict.id,
                path=(*MORE, name),
                section="What does not go together",
                text=f"{sentence(found, library)} Which is to stand?",
                help=f"{found.conflict.why} {found.conflict.resolve}",
                kind="choice",
                choices=choices(
                    *sides,
                    (BOTH, "Keep both, and say why"),
                    (LATER, "Decide later; a final build waits for it"),
                ),
            )


def decidable(data: AnswerData, library: Library) -> Iterator[tuple[str, str]]:
    """Yield the id of each conflict that was decided and could be decided otherwise, and what it is about."""
    later = [
        str(name).partition("/")[2] for name in rows(data, FINISHED) if str(name).startswith("conflict/")
    ]
    for found in standing(data, library):
        if found.accepted or found.conflict.id in later:
            yield found.conflict.id, sentence(found, library)


def decide_again(data: AnswerData, conflict: str) -> list[Change]:
    """Return the changes that let the question about *conflict* be asked again."""
    return [
        (FINISHED, [name for name in rows(data, FINISHED) if name != f"conflict/{conflict}"]),
        (EXPLAINING, [one for one in rows(data, EXPLAINING) if one != conflict]),
        (ACCEPTED, [one for one in rows(data, ACCEPTED) if one.get("conflict") != conflict]),
    ]


def sentence(found: ConflictHit, library: Library) -> str:
    """Return what stands beside what, in a sentence."""
    return f"{words(found.first, library)} and {words(found.second, library)} do not go together."


def words(side: tuple[str, ...], library: Library) -> str:
    """Return the titles of what stands on one side of a conflict."""
    return " and ".join(_titles(side, library))


def _titles(side: tuple[str, ...], library: Library) -> Iterator[str]:
    for name in side:
        kind, _, position = name.partition(":")
        if kind == "position" and position in library.themes.positions:
            yield f"“{library.themes.positions[position].title}”"
        else:
            yield f"“{library.clause(name).head.title}”"


def _left(data: AnswerData, number: int, gone: tuple[str, ...]) -> list[Change]:
    """Return the changes that let the clauses *gone* rest in one section, with what is their own."""
    path: Path = ("themes", number, "clauses")
    stays: list[Any] = []
    goes: list[Any] = []
    for entry in rows(data, path):
        (goes if clause_id(entry) in gone else stays).append(entry)
    if not goes:
        return []
    resting: Path = ("inactive", "clauses", str(rows(data, ("themes",))[number].get("theme")))
    own = [one for one in goes if not isinstance(one, str)]
    return [(path, stays), *([(resting, [*rows(data, resting), *own])] if own else [])]
