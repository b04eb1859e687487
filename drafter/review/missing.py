"""What a document needs and does not have."""

from collections.abc import Iterator, Sequence

from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
from drafter.review.naming import listed
from drafter.review.places import gap_places

SHOWN = 4
"""How many places of one gap are named."""


def gap_remarks(gaps: Sequence[str], document: Document | None) -> Iterator[Remark]:
    """Yield an error for each answer that is not known yet and marked in the text, with where it is."""
    found = gap_places(document) if document else {}
    for gap in dict.fromkeys(gaps):
        where = found.get(gap, [])
        place = listed(where[:SHOWN]) if where else "to be completed"
        yield Remark("gap", "error", place, f"Not known yet: {gap}.")


def missing(
    answers: Answers, rules: DocumentRules, state: State | None, gaps: Sequence[str]
) -> Iterator[Remark]:
    """Yield an error for each answer that the document needs and that leaves no mark in its text."""
    if rules.state_needed and state is None and "the State" not in gaps:
        yield Remark(
            "gap", "error", "the State", "The document is about a State, and none is named.", "Name it."
        )
    required = rules.required.value if isinstance(rules.required.value, tuple) else ()
    if "themes" in required and not answers.themes:
        yield Remark(
            "theme-missing",
            "error",
            "the themes",
            "It says nothing yet: no theme is chosen.",
            "Choose one.",
        )
    for ask in rules.asks:
        applies = all(answers.details.get(name) == value for name, value in ask.when.items())
        given = answers.details.get(ask.name)
        if ask.required and applies and given in (None, "", []) and ask.ask.rstrip("?").strip() not in gaps:
            yield Remark("gap", "error", "about this document", f"Not answered: {ask.ask}")
