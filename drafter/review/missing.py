"""What a document needs and does not have, and what it has and does not print."""

from collections.abc import Iterator, Sequence

from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import STAGE_KINDS, DocumentRules
from drafter.model.remark import Remark
from drafter.model.vocabulary import State


def missing(
    answers: Answers, rules: DocumentRules, state: State | None, gaps: Sequence[str]
) -> Iterator[Remark]:
    """Yield an error for each answer that the document needs and that leaves no mark in its text."""
    if rules.state_needed and state is None and "the State" not in gaps:
        yield Remark("gap", "error", "state", "The document is about a State, and none is named.", "Name it.")
    required = rules.required.value if isinstance(rules.required.value, tuple) else ()
    if "themes" in required and not answers.themes:
        yield Remark(
            "theme-missing", "error", "themes", "It says nothing yet: no theme is chosen.", "Choose one."
        )
    for ask in rules.asks:
        applies = all(answers.details.get(name) == value for name, value in ask.when.items())
        given = answers.details.get(ask.name)
        if ask.required and applies and given in (None, "", []) and ask.ask.rstrip("?").strip() not in gaps:
            yield Remark("gap", "error", f"details.{ask.name}", f"Not answered: {ask.ask}")


def not_printed(answers: Answers, rules: DocumentRules, chosen: Sequence[Clause]) -> Iterator[Remark]:
    """Yield a warning for each clause and own text of a kind that this document does not print."""
    # What tells (standards, concerns, paragraphs) is printed everywhere; what asks, only where it is wanted.
    kinds = ("standard", "concern", "paragraph", *STAGE_KINDS[rules.stage])
    for clause in chosen:
        if clause.head.kind not in kinds:
            yield _left_out(clause.id, clause.head.kind, rules)
    for section in answers.themes:
        for number, own in enumerate(section.own, 1):
            if own.kind not in kinds:
                yield _left_out(f"{section.theme}, own text {number}", own.kind, rules)


def _left_out(place: str, kind: str, rules: DocumentRules) -> Remark:
    wanted = {"questions": "questions", "recommendations": "recommendations", "case": "facts and law"}
    return Remark(
        "not-printed",
        "warning",
        place,
        f"A {kind} has no place in this document and is not printed; it wants {wanted[rules.stage]}.",
        "Take it out, or write it in the form that is wanted.",
    )
