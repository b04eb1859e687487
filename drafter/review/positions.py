"""Checks of positions: refused ones, conflicts between them, and positions that no text mentions."""

from collections.abc import Iterator

from drafter.model.remark import Remark
from drafter.review.severity import Level
from drafter.review.submission import Submission

LEVEL_BY_SEVERITY: dict[str, Level] = {"block": "error", "warn": "warning", "note": "note"}
"""The level of a remark, by the severity of the conflict."""


def check_positions(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on clauses with a refused position, on conflicts, and on positions without a text."""
    names, language = submission.names, submission.language
    for clause, title in submission.refused_clauses:
        yield Remark(
            "refused-position",
            "error",
            names.clause(clause.id),
            f"It takes a position that you refuse: “{title}”.",
            "Remove the clause, or stop refusing this position.",
        )
    for hit in submission.conflicts:
        first, second = (
            language.listed([names.side(name) for name in side]) for side in (hit.first, hit.second)
        )
        yield Remark(
            f"conflict-{hit.conflict.id}",
            "note" if hit.accepted else LEVEL_BY_SEVERITY[hit.conflict.severity],
            f"{first} together with {second}",
            f"{'You keep both, with a reason. ' if hit.accepted else ''}{hit.conflict.why}",
            hit.conflict.resolve,
        )
    yield from _unmentioned(submission)


def _unmentioned(submission: Submission) -> Iterator[Remark]:
    """Yield a note for each position that no clause has, unless the authors have written their own texts."""
    answers, rules = submission.answers, submission.rules
    if {"themes", "positions"} & {*rules.left_out}:
        return
    texts = [entry.text for section in answers.themes for entry in section.clauses]
    texts += [own.text or own.parts.sentence for section in answers.themes for own in section.own]
    if any((text or "").strip() for text in texts):
        return  # only a reader can say which positions these texts express
    positions_of_clauses = {clause.head.position for clause in submission.clauses}
    for key in answers.stand_for:
        if key not in positions_of_clauses:
            yield Remark(
                "position-unsaid",
                "note",
                submission.names.position(key),
                "You stand for this position, but no clause or paragraph says so.",
                "Choose a clause that says it, write a paragraph, or leave it out on purpose.",
            )
