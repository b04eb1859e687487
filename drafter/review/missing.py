"""Checks of what a document requires and does not have."""

from collections.abc import Iterator, Mapping, Sequence

from drafter.language.labels import GapName
from drafter.model.question import Ask
from drafter.model.remark import Remark, RemarkType
from drafter.review.locate import gap_places
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission

SHOWN = 4
"""How many places of one gap a remark names."""
ELSEWHERE = frozenset({"title", "organisations", "submitter", "contact", "themes"})
"""Values of ``required`` that are not checked here: a title always exists, others have their own remarks."""
REQUIRED_PARTS = {
    "keywords": "keywords",
    "summary": "a summary",
    "method": "a paragraph on sources and method",
}
"""Values of ``required`` that are common parts, in words."""
MARKED_PARTS: dict[str, GapName] = {"summary": "summary", "method": "method"}
"""Parts that leave a gap in the text if they are not known yet; the gap has a remark already."""
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
"""Other values of ``required``, in words."""

GAP = RemarkType(
    "gap",
    "form",
    "error",
    "Every question that the document needs is answered.",
    "A reader of the body would see the open place.",
    bad="details: {session: null}",
    good="details: {session: 54th session in 2026}",
)
THEME_MISSING = RemarkType(
    "theme-missing",
    "form",
    "error",
    "The document says something: at least one theme is chosen.",
    "The rules of the document require themes.",
    bad="{document: ccpr/alternative-report, themes: []}",
    good="document: ccpr/alternative-report",
)
REQUIRED_MISSING = RemarkType(
    "required-missing",
    "form",
    "error",
    "The document has every part that its rules require.",
    "The list of required parts in the rules of the document; drafter mechanisms show names its source.",
    bad="A report without a summary, for a body whose rules require one.",
    good="The same report with a summary.",
    example="described",
    other_levels="a warning or a note if the rule is not certain",
)
TYPES = (GAP, THEME_MISSING, REQUIRED_MISSING)


def check_gaps(submission: Submission) -> Iterator[Remark]:
    """Yield an error for each gap in the text (an answer that is not known yet), with its places."""
    language = submission.language
    places_of = gap_places(submission.document) if submission.document else {}
    for gap in dict.fromkeys(submission.gaps):
        places = places_of.get(gap, [])
        place = language.listed(places[:SHOWN]) if places else language.labels.to_be_completed
        yield GAP.remark(place, f"Not known yet: {gap}.")


def check_missing(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each thing that the document requires, lacks, and does not mark as a gap.

    An unanswered required question is an error. Anything else that the rules require has the level of their
    confidence.
    """
    rules, language, gaps = submission.rules, submission.language, submission.gaps
    if rules.state_needed and submission.state is None and language.gap("state") not in gaps:
        yield GAP.remark(
            "the State",
            "This document needs a State, but none is chosen.",
            "Choose a State.",
            path=("state",),
        )
    if "themes" in _required(submission) and "themes" not in rules.left_out and not submission.answers.themes:
        yield THEME_MISSING.remark(
            "the themes",
            "The document is empty, because no theme is chosen.",
            "Choose at least one theme.",
        )
    for row, question in _unanswered(rules.asks, submission.answers.details):
        if question.rstrip("?").strip() not in gaps:
            place = f"about this document › {row}" if row else "about this document"
            yield GAP.remark(place, f"Not answered: {question}")
    yield from _missing_parts(submission)


def _required(submission: Submission) -> tuple[str, ...]:
    """Return the values that the rules require."""
    required = submission.rules.required.value
    return required if isinstance(required, tuple) else ()


def _unanswered(
    asks: Sequence[Ask], answers: Mapping[str, object], row: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield each required question of *asks* that has no answer in *answers*, also in each row of a group.

    Each is a pair: the *row* that the question is in (``people 1``; empty for the document), and its text.
    """
    for ask in asks:
        applies = all(answers.get(name) == value for name, value in ask.when.items())
        value = answers.get(ask.name)
        if ask.required and applies and _is_empty(value):
            yield row, ask.ask
        if ask.kind == "group" and isinstance(value, list):
            for number, fields in enumerate(value, 1):
                if isinstance(fields, Mapping):
                    yield from _unanswered(ask.fields, fields, f"{ask.name} {number}")


def _is_empty(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _missing_parts(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each required part that is missing and that the text does not mark as a gap."""
    for value in _required(submission):
        is_marked = value in MARKED_PARTS and submission.language.gap(MARKED_PARTS[value]) in submission.gaps
        name = REQUIRED_PARTS.get(value) or NEEDED.get(value)
        if name and not is_marked and value not in ELSEWHERE and not _is_present(value, submission):
            yield REQUIRED_MISSING.remark(
                "this document",
                f"Required by the rules, but missing: {name}.",
                "Add it, or check in the current notice whether you need it.",
                level=LEVEL_BY_CONFIDENCE[submission.rules.required.confidence],
            )


def _is_present(value: str, submission: Submission) -> bool:
    """Return whether the required *value* is there, has a remark of its own, or cannot be checked."""
    answers, rules = submission.answers, submission.rules
    if value in REQUIRED_PARTS:
        return value in rules.left_out or not _is_empty(getattr(answers, value) or None)
    asks = [ask for ask in rules.asks if value in ask.meets]
    if any(ask.required or not _is_empty(answers.details.get(ask.name)) for ask in asks):
        return True  # an unanswered required question has a remark of its own
    if value in ("questions", "recommendations"):
        kind = value.removesuffix("s")
        own_texts = (own for section in answers.themes for own in section.own)
        return any(own.kind == kind for own in own_texts) or any(
            clause.head.kind == kind for clause in submission.clauses
        )
    return not asks
