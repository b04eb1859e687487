"""What the submitters stand for and refuse, beside what the submission says."""

from collections.abc import Iterator
from typing import Literal

from drafter.model.remark import Remark
from drafter.review.submission import Submission

LEVELS: dict[str, Literal["error", "warning", "note"]] = {
    "block": "error",
    "warn": "warning",
    "note": "note",
}
"""How grave a conflict is."""


def check_positions(submission: Submission) -> Iterator[Remark]:
    """Yield what does not go together, and what is stood for and not said."""
    named = submission.names
    for clause, title in submission.refused_clauses:
        yield Remark(
            "refused-position",
            "error",
            named.clause(clause.id),
            f"It takes a position that you refuse: “{title}”.",
            "Take the clause out, or take the refusal back.",
        )
    for found in submission.conflicts:
        sides = (
            named.language.listed([named.side(one) for one in side]) for side in (found.first, found.second)
        )
        yield Remark(
            f"conflict-{found.conflict.id}",
            "note" if found.accepted else LEVELS[found.conflict.severity],
            " beside ".join(sides),
            f"{'Kept, with your reason. ' if found.accepted else ''}{found.conflict.why}",
            found.conflict.resolve,
        )
    yield from _unsaid(submission)


def _unsaid(submission: Submission) -> Iterator[Remark]:
    """Yield a note for each position that no clause carries, where no own words can carry it either."""
    answers, rules = submission.answers, submission.rules
    if {"themes", "positions"} & {*rules.left_out}:
        return
    texts = [entry.text for section in answers.themes for entry in section.clauses]
    texts += [own.text or own.parts.sentence for section in answers.themes for own in section.own]
    if any((text or "").strip() for text in texts):
        return  # what they say, nobody but a reader can tell
    said = {clause.head.position for clause in submission.clauses}
    for name in answers.stand_for:
        if name not in said:
            yield Remark(
                "position-unsaid",
                "note",
                submission.names.position(name),
                "You stand for it, and no clause or paragraph here says so.",
                "Take a clause that carries it, write a paragraph, or leave it unsaid on purpose.",
            )
