"""Checks of the length of a document against its limits."""

from collections.abc import Iterator

from drafter.model.remark import Remark
from drafter.review.length import Length
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission

HOW_TO_COUNT = {
    "pages": "Count the pages in the Word file.",
    "characters": "In Word, see Review › Word Count.",
    "minutes": "Read the text aloud and time it. 100 to 120 words take about a minute.",
}
"""How the author counts the units that drafter does not count."""
PLACE = "the length"


def check_length(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on a document that is too long, may be too long, or has a limit that is not checked."""
    other_limits = [
        limit for limit in submission.rules.limits if limit.unit != "words" and isinstance(limit.value, int)
    ]
    for limit in other_limits:
        yield Remark(
            "limit-other-unit",
            "note",
            PLACE,
            f"The limit is {limit.value:,} {limit.unit}. drafter does not count {limit.unit}.",
            HOW_TO_COUNT[limit.unit],
        )
    length = submission.length
    if length is None:
        return
    if length.limit is not None:
        yield from _too_long(length, length.limit)
    elif not other_limits and not (length.rule and isinstance(length.rule.value, str)):
        yield Remark(
            "limit-unknown",
            "note",
            PLACE,
            f"The document has {length.words:,} words. Its limit is not known.",
            "Look it up in the current notice or call.",
        )


def _too_long(length: Length, limit: int) -> Iterator[Remark]:
    """Yield a remark if the text is longer than *limit*, or would be with its notes."""
    if length.words > limit:
        confidence = length.rule.confidence if length.rule and not length.rule.asked else "high"
        yield Remark(
            "over-limit",
            LEVEL_BY_CONFIDENCE[confidence],
            PLACE,
            f"{length}: {length.words - limit:,} too many.",
            "Shorten the text or remove clauses.",
        )
    if length.notes_counted is None and length.notes and length.words + length.notes > limit:
        yield Remark(
            "notes-may-count",
            "warning",
            PLACE,
            "The rules do not say whether notes count. "
            f"With the {length.notes:,} words of the notes, the document is too long.",
            "Ask the secretariat, or shorten the text.",
        )
