"""How long a document may be, and how long it is."""

from collections.abc import Mapping
from typing import Any

from drafter.frozen import frozen
from drafter.markup.count import count_blocks, count_notes
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.mechanism import DocumentRules, Limit


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
