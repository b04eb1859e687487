"""What a document needs and does not have."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.language.labels import GapName
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.review.locate import gap_places
from drafter.review.severity import GRAVITY
from drafter.review.submission import Submission

SHOWN = 4
"""How many places of one gap are named."""
ELSEWHERE = frozenset({"title", "organisations", "submitter", "contact", "themes"})
"""Values of ``required`` that need no check here: a title is always there, others have their own remarks."""
PARTS = {"keywords": "keywords", "summary": "a summary", "method": "a paragraph on sources and method"}
"""Values of ``required`` that are common parts, as they are named in a sentence."""
MARKED: dict[str, GapName] = {"summary": "summary", "method": "method"}
"""The gap that a part leaves in the text when it is not known yet: it is told as a gap, and not twice."""
NEEDED = {
    "victim": "the person concerned",
    "perpetrator": "those responsible",
    "facts-of-case": "the facts of the case",
    "consent": "the consent of the person",
    "annexes": "a list of documents",
    "follow-up": "what became of earlier recommendations",
    "publication-choice": "whether it may be published",
    "questions": "a question",
    "recommendations": "a recommendation",
}
"""Other values of ``required``, as they are named in a sentence."""


def check_gaps(submission: Submission) -> Iterator[Remark]:
    """Yield an error for each answer that is not known yet and marked in the text, with where it is."""
    language = submission.language
    found = gap_places(submission.document) if submission.document else {}
    for gap in dict.fromkeys(submission.gaps):
        where = found.get(gap, [])
        place = language.listed(where[:SHOWN]) if where else language.labels.to_be_completed
        yield Remark("gap", "error", place, f"Not known yet: {gap}.")


def check_missing(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each thing that the document needs, has not, and does not mark in its text.

    A question that needs an answer is an error. What the rules require is as grave as they are sure; one of
    the clauses that were taken may be the recommendation that is required.
    """
    answers, rules = submission.answers, submission.rules
    language, gaps = submission.language, submission.gaps
    if rules.state_needed and submission.state is None and language.gap("state") not in gaps:
        yield Remark(
            "gap", "error", "the State", "The document is about a State, and none is named.", "Name it."
        )
    required = rules.required.value if isinstance(rules.required.value, tuple) else ()
    if "themes" in required and "themes" not in rules.left_out and not answers.themes:
        yield Remark(
            "theme-missing",
            "error",
            "the themes",
            "It says nothing yet: no theme is chosen.",
            "Choose one.",
        )
    for where, label in _unanswered(rules.asks, answers.details):
        if label.rstrip("?").strip() not in gaps:
            place = f"about this document › {where}" if where else "about this document"
            yield Remark("gap", "error", place, f"Not answered: {label}")
    marked = [value for value in required if value in MARKED and language.gap(MARKED[value]) in gaps]
    yield from _not_given([one for one in required if one not in marked], answers, rules, submission.clauses)


def _unanswered(asks: Sequence[Ask], given: Mapping[str, Any], where: str = "") -> Iterator[tuple[str, str]]:
    """Yield each required question of *asks* without an answer in *given*, also in every row of a group.

    Each comes as the row in which it stands (empty for the document itself) and its words.
    """
    for ask in asks:
        applies = all(given.get(name) == value for name, value in ask.when.items())
        value = given.get(ask.name)
        if ask.required and applies and _empty(value):
            yield where, ask.ask
        if ask.kind == "group" and isinstance(value, list):
            for number, row in enumerate(value, 1):
                if isinstance(row, Mapping):
                    yield from _unanswered(ask.fields, row, f"{ask.name} {number}")


def _empty(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _not_given(
    required: Sequence[str], answers: Answers, rules: DocumentRules, chosen: Sequence[Clause]
) -> Iterator[Remark]:
    """Yield what the rules require and neither a common part nor an answer to a question gives."""
    for value in required:
        name = PARTS.get(value) or NEEDED.get(value)
        if name and value not in ELSEWHERE and not _is_given(value, answers, rules, chosen):
            yield Remark(
                "required-missing",
                GRAVITY[rules.required.confidence],
                "this document",
                f"The rules ask for {name}, and there is none yet.",
                "Add it, or look up in the current notice whether it is needed.",
            )


def _is_given(value: str, answers: Answers, rules: DocumentRules, chosen: Sequence[Clause]) -> bool:
    """Return whether the required *value* is given, or is told elsewhere, or cannot be told from here."""
    if value in PARTS:
        return value in rules.left_out or not _empty(getattr(answers, value) or None)
    meeting = [ask for ask in rules.asks if value in ask.meets]
    if any(ask.required or not _empty(answers.details.get(ask.name)) for ask in meeting):
        return True  # a required question without an answer has a remark of its own
    if value in ("questions", "recommendations"):
        kind = value.removesuffix("s")
        own = any(one.kind == kind for section in answers.themes for one in section.own)
        return own or any(clause.head.kind == kind for clause in chosen)
    return not meeting
