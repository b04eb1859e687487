"""The check of questions whose answer decides who is exposed."""

from collections.abc import Iterator

from drafter.model.remark import Remark, RemarkType
from drafter.review.required import is_empty
from drafter.review.submission import Submission

SAFETY_UNANSWERED = RemarkType(
    "safety-unanswered",
    "form",
    "error",
    "Nobody sends a document before it is decided who may read it and whose names are in it.",
    "What a body publishes cannot be taken back. The rules of the document say what it publishes.",
    bad="details: {names_public: null}",
    good="details: {names_public: 'yes'}",
)
TYPES = (SAFETY_UNANSWERED,)


def check_safety(submission: Submission) -> Iterator[Remark]:
    """Yield an error for each question about safety that applies and has no answer."""
    details = submission.answers.details
    for ask in submission.rules.asks:
        applies = ask.applies(details)
        if ask.safety and not ask.required and applies and is_empty(details.get(ask.name)):
            yield SAFETY_UNANSWERED.remark(
                f"“{ask.ask}”",
                "This question decides who is exposed, and it has no answer.",
                "Decide it together with the people concerned before you send the document.",
                path=("details", ask.name),
            )
