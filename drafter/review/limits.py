"""How long a document may be."""

from collections.abc import Iterator

from drafter.model.remark import Remark
from drafter.review.severity import GRAVITY
from drafter.review.submission import Submission

COUNTED = {
    "pages": "Count them in the Word file.",
    "characters": "Word counts them: Review, Word Count.",
    "minutes": "Read it aloud with a clock; 100 to 120 words are a minute.",
}
"""How to count what drafter does not."""


def check_length(submission: Submission) -> Iterator[Remark]:
    """Yield what is to be said of the length of a document."""
    length, rules = submission.length, submission.rules
    if length is None:
        return
    place = "the length"
    others = [limit for limit in rules.limits if limit.unit != "words" and isinstance(limit.value, int)]
    for limit in others:
        text = f"The rules count {limit.unit}: {limit.value:,} at most."
        yield Remark("limit-other-unit", "note", place, text, COUNTED[limit.unit])
    if length.limit is None:
        if not others and not (length.rule and isinstance(length.rule.value, str)):
            yield Remark(
                "limit-unknown",
                "note",
                place,
                f"{length.words:,} words; no limit is known for this document.",
                "Look it up in the current notice or call.",
            )
        return
    if length.words > length.limit:
        over = length.words - length.limit
        confidence = length.rule.confidence if length.rule and not length.rule.asked else "high"
        yield Remark(
            "over-limit",
            GRAVITY[confidence],
            place,
            f"{length}: {over:,} too many.",
            "Shorten it or drop clauses.",
        )
    if length.notes_counted is None and length.notes and length.words + length.notes > length.limit:
        yield Remark(
            "notes-may-count",
            "warning",
            place,
            f"The rules do not say whether notes count; with their {length.notes:,} words it is too long.",
            "Ask the secretariat, or shorten it.",
        )
