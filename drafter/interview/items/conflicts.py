"""Two clauses or positions that do not go together: one of them goes, or the author says why both stay."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers, as_saved
from drafter.interview.items.chosen_clauses import chosen_clauses, clause_title
from drafter.interview.items.clauses import without_clauses
from drafter.interview.items.declared import NOT_SAVED, choices
from drafter.interview.items.item import AnswerValue, FinishableItem, Item, is_finished
from drafter.library.library import Library
from drafter.review.conflicts import ConflictHit, find_conflicts

ACCEPTED: KeyPath = ("accept_conflicts",)
LATER, BOTH = "", "both"
_SECTION = "What you stand for · what does not go together"


class ConflictItem(FinishableItem):
    """What becomes of a conflict: one side is left out, or both stay."""

    adds_more = False
    has_follow_ups = True
    conflict: str

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that leave out the side *value*, or put the decision off."""
        if value == BOTH:
            return []  # the follow-up saves the reason
        accepted = [as_saved(entry) for entry in answers.accept_conflicts if entry.conflict != self.conflict]
        undone: list[Change] = [(ACCEPTED, accepted)] if len(accepted) < len(answers.accept_conflicts) else []
        if value == LATER:
            return [*undone, *self.finish(answers)]
        hit = next(hit for hit in conflict_hits(answers, library) if hit.conflict.id == self.conflict)
        left_out = hit.first if value == "first" else hit.second
        positions = [name for name in answers.stand_for if f"position:{name}" not in left_out]
        return [
            *undone,
            *self.reopen(answers),
            *([(("stand_for",), positions)] if len(positions) < len(answers.stand_for) else []),
            *(
                change
                for number in range(len(answers.themes))
                for change in without_clauses(answers, number, left_out)
            ),
        ]

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:
        """Return the question why both sides stay."""
        if value != BOTH:
            return None
        hit = next(hit for hit in conflict_hits(answers, library) if hit.conflict.id == self.conflict)
        return ReasonItem(
            conflict=self.conflict,
            path=(*NOT_SAVED, f"reason/{self.conflict}"),
            section=_SECTION,
            text="Why do you keep both?",
            help=f"{sentence(hit, library)} Your reason is saved in the answers file and not printed.",
            kind="line",
            required=True,
        )


class ReasonItem(Item):
    """Why both sides of a conflict stay."""

    conflict: str

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that keeps both sides for the reason *value*."""
        others = [as_saved(entry) for entry in answers.accept_conflicts if entry.conflict != self.conflict]
        return [(ACCEPTED, [*others, {"conflict": self.conflict, "reason": value}])]


def conflict_hits(answers: WorkingAnswers, library: Library) -> tuple[ConflictHit, ...]:
    """Return the conflicts among the positions and clauses chosen so far."""
    accepted = [entry.conflict for entry in answers.accept_conflicts]
    chosen = chosen_clauses(answers, library)
    return find_conflicts(library.themes.conflicts, answers.stand_for, chosen, accepted)


def questions(answers: WorkingAnswers, library: Library) -> Iterator[Item]:
    """Yield what becomes of each conflict: automatic until it is decided, if it stops a build."""
    for hit in conflict_hits(answers, library):
        name = f"conflict/{hit.conflict.id}"
        decided = hit.accepted or is_finished(answers, name)
        if not decided and hit.conflict.severity != "block":
            continue
        yield ConflictItem(
            conflict=hit.conflict.id,
            name=name,
            path=(*NOT_SAVED, name),
            section=_SECTION,
            text=f"{sentence(hit, library)} Which do you keep?",
            help=f"{hit.conflict.why} {hit.conflict.resolve}",
            kind="choice",
            choices=choices(
                ("first", f"Leave out {titles(hit.first, library)}"),
                ("second", f"Leave out {titles(hit.second, library)}"),
                (BOTH, "Keep both, and say why"),
                (LATER, "Decide later; until then, no final build is possible"),
            ),
            automatic=not decided,
            overview_title=f"Decide again: {sentence(hit, library)}" if decided else "",
        )


def sentence(hit: ConflictHit, library: Library) -> str:
    """Return in a sentence which two sides do not go together."""
    return f"{titles(hit.first, library)} and {titles(hit.second, library)} do not go together."


def titles(side: tuple[str, ...], library: Library) -> str:
    """Return the titles of the clauses and positions on one side of a conflict."""
    return " and ".join(f"“{_title(name, library)}”" for name in side)


def _title(name: str, library: Library) -> str:
    kind, _, position = name.partition(":")
    if kind == "position" and position in library.themes.positions:
        return library.themes.positions[position].title
    return clause_title(name, library)
