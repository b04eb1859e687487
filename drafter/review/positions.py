"""Checks of positions: refused ones, conflicts between them, and positions that no text mentions."""

from collections.abc import Iterator

from drafter.model.remark import Level, Remark, RemarkType
from drafter.review.passages import LONG_PARTS
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

REFUSED = RemarkType(
    "refused-position",
    "honesty",
    "error",
    "A submission says nothing that its submitters refuse to support.",
    "The submitters have said so themselves. Readers take every sentence as the view of all who sign.",
    bad="""
    refuse: [harm-reduction]
    themes: [{theme: cities, clauses: [cities/protect-local-harm-reduction]}]
    """,
    good="""
    refuse: [harm-reduction]
    themes: [{theme: cities, clauses: [cities/recovery-in-the-neighbourhood]}]
    """,
)
CONFLICT = RemarkType(
    "conflict-*",
    "honesty",
    "error",
    "Two statements that contradict each other are not in one submission, unless the text explains both.",
    "The library of clauses names each conflict, and why it is one (clauses/themes.yaml).",
    bad="Two clauses of one submission, of which one asks for what the other argues against.",
    good="One of the two, or both with a clause that explains how they fit together.",
    example="described",
    other_levels="a warning or a note for a less serious conflict, a note if you keep both with a reason",
)
UNSAID = RemarkType(
    "position-unsaid",
    "honesty",
    "note",
    "A position that the submitters share is said somewhere in the text.",
    "No body has such a rule: a position that nobody can read helps nobody.",
    bad="""
    stand_for: [recovery-oriented]
    summary: ""
    method: ""
    themes: [{theme: prison-health, facts: [F1]}]
    """,
    good="""
    stand_for: [recovery-oriented]
    """,
)
TYPES = (REFUSED, CONFLICT, UNSAID)

LEVEL_BY_SEVERITY: dict[str, Level] = {"block": "error", "warn": "warning", "note": "note"}
"""The level of a remark, by the severity of the conflict."""


def check_positions(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on clauses with a refused position, on conflicts, and on positions without a text."""
    names, language = submission.names, submission.language
    for clause, title in submission.refused_clauses:
        yield REFUSED.remark(
            names.clause(clause.id),
            f"It takes a position that you refuse: “{title}”.",
            "Remove the clause, or stop refusing this position.",
            path=_path_of(clause.id, submission),
        )
    for hit in submission.conflicts:
        first, second = (
            language.listed([names.side(name) for name in side]) for side in (hit.first, hit.second)
        )
        yield CONFLICT.remark(
            f"{first} together with {second}",
            f"{'You keep both, with a reason. ' if hit.accepted else ''}{hit.conflict.why}",
            hit.conflict.resolve,
            level="note" if hit.accepted else LEVEL_BY_SEVERITY[hit.conflict.severity],
            code=f"conflict-{hit.conflict.id}",
        )
    yield from _unmentioned(submission)


def _unmentioned(submission: Submission) -> Iterator[Remark]:
    """Yield a note for each position that no clause has, unless the authors have written their own texts.

    Whether the summary or a paragraph says it, only a reader can tell: then there is no remark.
    """
    answers, rules = submission.answers, submission.rules
    if {"themes", "positions"} & {*rules.left_out}:
        return
    texts = [entry.text for section in answers.themes for entry in section.clauses]
    texts += [own.wording for section in answers.themes for own in section.own]
    texts += [getattr(answers, name) for name in LONG_PARTS if name not in rules.left_out]
    if any((text or "").strip() for text in texts):
        return
    positions_of_clauses = {clause.head.position for clause in submission.clauses}
    for key in answers.stand_for:
        if key not in positions_of_clauses:
            yield UNSAID.remark(
                submission.names.position(key),
                "You stand for this position, but no clause or paragraph says so.",
                "Choose a clause that says it, write a paragraph, or leave it out on purpose.",
                path=("stand_for",),
            )


def _path_of(clause_id: str, submission: Submission) -> KeyPath:
    """Return the path of the first entry of the clause in the answers."""
    for number, section in enumerate(submission.answers.themes):
        for index, entry in enumerate(section.clauses):
            if entry.clause == clause_id:
                return ("themes", number, "clauses", index)
    return ()
