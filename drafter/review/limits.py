"""Checks of the length of a document against its limits."""

from collections.abc import Iterator

from drafter.model.remark import Remark, RemarkType
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

OVER_LIMIT = RemarkType(
    "over-limit",
    "form",
    "error",
    "The document is not longer than the body allows.",
    "The limit in the rules of the document; drafter mechanisms show names its source.",
    bad="A submission of 2,900 words to a body that takes 2,815.",
    good="A submission of 2,815 words to a body that takes 2,815.",
    example="described",
    other_levels="a warning or a note if the limit is not certain",
)
NOTES_MAY_COUNT = RemarkType(
    "notes-may-count",
    "form",
    "warning",
    "The document keeps its limit with its notes, unless the body says that notes do not count.",
    "No source says for this document whether notes count.",
    bad="A text of 9,900 words with 300 words in notes, and a limit of 10,000 that does not mention notes.",
    good="A text of 9,600 words with 300 words in notes, and the same limit.",
    example="described",
)
LIMIT_UNKNOWN = RemarkType(
    "limit-unknown",
    "form",
    "note",
    "The author knows the limit of the document.",
    "No source says how long this document may be.",
    bad="A report to a committee whose limit nobody has found.",
    good="A report to a committee whose limit is known.",
    example="described",
)
OTHER_UNIT = RemarkType(
    "limit-other-unit",
    "form",
    "note",
    "A limit in pages, characters or minutes is checked by the author.",
    "The limit in the rules of the document; drafter mechanisms show names its source.",
    bad="A complaint to a procedure that takes 15 pages.",
    good="A submission to a body that counts words.",
    example="described",
)
TYPES = (OVER_LIMIT, NOTES_MAY_COUNT, LIMIT_UNKNOWN, OTHER_UNIT)


def check_length(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on a document that is too long, may be too long, or has a limit that is not checked."""
    other_limits = [
        limit for limit in submission.rules.limits if limit.unit != "words" and isinstance(limit.value, int)
    ]
    for limit in other_limits:
        yield OTHER_UNIT.remark(
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
        yield LIMIT_UNKNOWN.remark(
            PLACE,
            f"The document has {length.words:,} words. Its limit is not known.",
            "Look it up in the current notice or call.",
        )


def _too_long(length: Length, limit: int) -> Iterator[Remark]:
    """Yield a remark if the text is longer than *limit*, or would be with its notes."""
    if length.words > limit:
        confidence = length.rule.confidence if length.rule and not length.rule.asked else "high"
        yield OVER_LIMIT.remark(
            PLACE,
            f"{length}: {length.words - limit:,} too many.",
            "Shorten the text or remove clauses.",
            level=LEVEL_BY_CONFIDENCE[confidence],
        )
    if length.notes_counted is None and length.notes and length.words + length.notes > limit:
        yield NOTES_MAY_COUNT.remark(
            PLACE,
            "The rules do not say whether notes count. "
            f"With the {length.notes:,} words of the notes, the document is too long.",
            "Ask the secretariat, or shorten the text.",
        )
