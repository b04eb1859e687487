"""Checks of the length of a document against its limits."""

from collections.abc import Iterator

from drafter.markup.count import block_text
from drafter.model.blocks import Document
from drafter.model.mechanism import Limit
from drafter.model.remark import Level, Remark, RemarkType
from drafter.review.length import Length, limits_that_apply
from drafter.review.severity import LEVEL_BY_CONFIDENCE, rule_origin
from drafter.review.submission import Submission

HOW_TO_COUNT = {
    "pages": "Count the pages in the Word file.",
    "characters": "In Word, see Review › Word Count.",
    "minutes": "Read the text aloud and time it. 100 to 120 words take about a minute.",
}
"""How the author counts the units that drafter does not count."""
PLACE = "the length"
MOST_WORDS = {"pages": 700, "minutes": 150}
"""Words that nobody gets on one page, or speaks in one minute: with more, a text is certainly too long."""
FAR_ABOVE = 1.25
"""How many times the usual length is far above it."""
_SOURCE = "The limit in the rules of the document; the remark names its source."

OVER_LIMIT = RemarkType(
    "over-limit",
    "form",
    "error",
    "The document is not longer than the body allows.",
    _SOURCE,
    bad="A submission of 2,900 words to a body that takes 2,815.",
    good="A submission of 2,815 words to a body that takes 2,815.",
    example="described",
    other_levels="a warning or a note if the limit is not certain or the length only estimated",
)
OVER_USUAL = RemarkType(
    "over-usual-length",
    "form",
    "warning",
    "A document that has no limit is about as long as its readers expect.",
    "What organisers advise; the remark names its source.",
    bad="A note of 1,223 words for a delegation that reads one page, about 500 words.",
    good="A note of 510 words for a delegation that reads one page, about 500 words.",
    example="described",
    other_levels="a note if the document is less than a quarter longer",
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
    _SOURCE,
    bad="A complaint to a procedure that takes 15 pages.",
    good="A submission to a body that counts words.",
    example="described",
)
TYPES = (OVER_LIMIT, OVER_USUAL, NOTES_MAY_COUNT, LIMIT_UNKNOWN, OTHER_UNIT)


def check_length(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on a document that is too long, may be too long, or has a limit that is not checked.

    Only the limits that apply to these submitters count: a coalition may have another one than a single
    organisation.
    """
    limits = limits_that_apply(submission.rules, submission.answers)
    other_limits = [limit for limit in limits if limit.unit != "words" and isinstance(limit.value, int)]
    for limit in other_limits:
        yield from _other_unit(limit, submission)
    length = submission.length
    if length is None:
        return
    if length.limit is not None:
        yield from _too_long(length, length.limit, submission)
    elif not other_limits and not (length.rule and isinstance(length.rule.value, str)):
        yield LIMIT_UNKNOWN.remark(
            PLACE,
            f"The document has {length.words:,} words. Its limit is not known.",
            "Look it up in the current notice or call.",
        )


def _other_unit(limit: Limit, submission: Submission) -> Iterator[Remark]:
    """Yield a remark on a limit in pages, characters or minutes: whether it is certainly broken."""
    value = limit.value if isinstance(limit.value, int) else 0
    words = submission.length.words if submission.length else 0
    origin = rule_origin(limit, submission.rule_sources)
    most = MOST_WORDS.get(limit.unit, 0) * value
    if most and words > most and not limit.usual:
        level: Level = "note" if LEVEL_BY_CONFIDENCE[limit.confidence] == "note" else "warning"
        yield OVER_LIMIT.remark(
            PLACE,
            f"The limit is {value:,} {limit.unit}, and the document has {words:,} words. "
            f"More than {most:,} words never fit.",
            f"Shorten it by {words - most:,} words or more. {origin}".strip(),
            level=level,
        )
    elif limit.unit == "characters" and submission.document is not None:
        characters = _characters(submission.document)
        if characters > value:
            yield OVER_LIMIT.remark(
                PLACE,
                f"{characters:,} of {value:,} characters: {characters - value:,} too many.",
                f"Shorten the text. {origin}".strip(),
                level=LEVEL_BY_CONFIDENCE[limit.confidence],
            )
    else:
        says = (
            f"About {value:,} {limit.unit} are usual"
            if limit.usual
            else f"The limit is {value:,} {limit.unit}"
        )
        text = f"{says}. drafter does not count {limit.unit}."
        yield OTHER_UNIT.remark(PLACE, text, HOW_TO_COUNT[limit.unit])


def _characters(document: Document) -> int:
    """Return the characters of the text with spaces, as Word counts them."""
    return sum(len(block_text(block).replace("\n", "")) for block in document.blocks)


def _too_long(length: Length, limit: int, submission: Submission) -> Iterator[Remark]:
    """Yield a remark if the text is longer than *limit*, or would be with its notes."""
    over = length.words - limit
    rule = length.rule
    origin = rule_origin(rule, submission.rule_sources) if rule and not rule.asked else ""
    if over > 0 and rule and rule.usual:
        is_far = length.words > limit * FAR_ABOVE
        yield OVER_USUAL.remark(
            PLACE,
            f"The document has {length.words:,} words. About {limit:,} are usual.",
            f"Shorten it: readers stop there. {origin}".strip(),
            level="warning" if is_far else "note",
        )
        return
    if over > 0:
        confidence = rule.confidence if rule and not rule.asked else "high"
        yield OVER_LIMIT.remark(
            PLACE,
            f"{length}: {over:,} too many.",
            f"Shorten the text or remove clauses. {origin}".strip(),
            level=LEVEL_BY_CONFIDENCE[confidence],
        )
    if length.notes_counted is None and length.notes and length.words + length.notes > limit:
        yield NOTES_MAY_COUNT.remark(
            PLACE,
            "The rules do not say whether notes count. "
            f"With the {length.notes:,} words of the notes, the document is too long.",
            "Ask the secretariat, or shorten the text.",
        )
