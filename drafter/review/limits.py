"""How long a document may be, and how long it is."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.frozen import frozen
from drafter.markup.count import count_blocks, count_notes
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.mechanism import DocumentRules, Limit
from drafter.model.remark import Remark
from drafter.review.severity import GRAVITY


@frozen
class Length:
    """The words of a document against its limit."""

    words: int
    """As the limit counts them: with the notes where notes count."""
    notes: int
    limit: int | None
    """``None`` where no limit is known."""
    rule: Limit | None
    notes_counted: bool | None
    """``None`` where the rules do not say; then the notes are left out and that is said."""

    def __str__(self) -> str:
        of = f" of {self.limit:,}" if self.limit else ""
        return f"{self.words:,}{of} words"


def limit_in_force(rules: DocumentRules, answers: Answers) -> tuple[int | None, Limit | None]:
    """Return the word limit of this submission and the rule that sets it, ``None`` where it is not known."""
    confirmed = sum(one.status == "confirmed" for one in answers.organisations)
    wanted = ("any", "coalition" if confirmed > 1 else "single")
    lead = next((one for one in answers.organisations if one.role == "lead"), None)
    status = lead.ecosoc if lead else None
    for limit in rules.limits:
        if limit.unit == "words" and limit.applies in wanted and (not limit.status or status in limit.status):
            value = _asked(limit, answers.details) if limit.asked else limit.value
            return (value if isinstance(value, int) and value > 0 else None), limit
    return None, None


def _asked(limit: Limit, details: Mapping[str, Any]) -> int | None:
    """Return the limit that the person gave for this call."""
    given = details.get(limit.asked)
    return int(given) if isinstance(given, int) or (isinstance(given, str) and given.isdecimal()) else None


def measure(document: Document, rules: DocumentRules, answers: Answers) -> Length:
    """Return the length of *document* as its rules count it."""
    limit, rule = limit_in_force(rules, answers)
    counted = rules.count_notes.value
    notes = count_notes(document)
    body = count_blocks(document.blocks)
    return Length(
        words=body + notes if counted is True else body,
        notes=notes,
        limit=limit,
        rule=rule,
        notes_counted=counted if isinstance(counted, bool) else None,
    )


COUNTED = {
    "pages": "Count them in the Word file.",
    "characters": "Word counts them: Review, Word Count.",
    "minutes": "Read it aloud with a clock; 100 to 120 words are a minute.",
}
"""How to count what drafter does not."""


def length_remarks(length: Length, rules: DocumentRules) -> Iterator[Remark]:
    """Yield what is to be said of the length of a document."""
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
