"""Checks of what a document requires and does not have."""

from collections.abc import Iterator, Mapping, Sequence

from drafter.model.question import Ask
from drafter.model.remark import Remark, RemarkType
from drafter.review.locate import gap_places
from drafter.review.required import is_empty, required_names
from drafter.review.submission import Submission

SHOWN = 4
"""How many places of one gap a remark names."""
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
TYPES = (GAP, THEME_MISSING)


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

    An unanswered required question is an error.
    """
    rules, language, gaps = submission.rules, submission.language, submission.gaps
    if rules.state_needed and submission.state is None and language.gap("state") not in gaps:
        yield GAP.remark(
            "the State",
            "This document needs a State, but none is chosen.",
            "Choose a State.",
            path=("state",),
        )
    if (
        "themes" in required_names(submission)
        and "themes" not in rules.left_out
        and not submission.answers.themes
    ):
        yield THEME_MISSING.remark(
            "the themes",
            "The document is empty, because no theme is chosen.",
            "Choose at least one theme.",
        )
    for row, question in _unanswered(rules.asks, submission.answers.details):
        if question.rstrip("?").strip() not in gaps:
            place = f"about this document › {row}" if row else "about this document"
            yield GAP.remark(place, f"Not answered: {question}")


def _unanswered(
    asks: Sequence[Ask], answers: Mapping[str, object], row: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield each required question of *asks* that has no answer in *answers*, also in each row of a group.

    Each is a pair: the *row* that the question is in (``people 1``; empty for the document), and its text.
    """
    for ask in asks:
        applies = ask.applies(answers)
        value = answers.get(ask.name)
        if ask.required and applies and is_empty(value):
            yield row, ask.ask
        if ask.kind == "group" and isinstance(value, list):
            for number, fields in enumerate(value, 1):
                if isinstance(fields, Mapping):
                    yield from _unanswered(ask.fields, fields, f"{ask.name} {number}")
