"""The length of a document and the word limit that applies to it."""

from collections.abc import Iterator, Mapping

from drafter.frozen import frozen
from drafter.markup.count import (
    count_annexes,
    count_body,
    count_finished,
    count_finished_annexes,
    count_finished_notes,
    count_notes,
)
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.mechanism import DocumentRules, Limit


@frozen
class Length:
    """The length of a document in words, and its limit."""

    words: int
    """The words that count towards the limit: with the notes if the rules count them."""
    notes: int
    """The words of the notes."""
    limit: int | None
    """``None`` if no limit is known."""
    rule: Limit | None
    """The rule that sets the limit."""
    notes_counted: bool | None
    """``None`` if the rules do not say; ``words`` then leaves the notes out."""

    def __str__(self) -> str:
        of = f" of {self.limit:,}" if self.limit else ""
        return f"{self.words:,}{of} words"


def limit_in_force(rules: DocumentRules, answers: Answers) -> tuple[int | None, Limit | None]:
    """Return the word limit of a submission and the rule that sets it; ``None`` for what is not known.

    The limit may depend on how many organisations are confirmed and on the consultative status of the lead. A
    document of several organisations has theirs from the beginning, before the second one has agreed.
    """
    limit = next((limit for limit in limits_that_apply(rules, answers) if limit.unit == "words"), None)
    if limit is None:
        return None, None
    value = limit_of_call(limit, answers.details) if limit.asked else limit.value
    return (value if isinstance(value, int) and value > 0 else None), limit


def limit_depends_on_submitters(rules: DocumentRules) -> bool:
    """Return whether several organisations together may write more than one."""
    depends = any(
        limit.unit == "words" and limit.applies in ("single", "coalition") for limit in rules.limits
    )
    return depends and rules.organisations != "several"


def limits_that_apply(rules: DocumentRules, answers: Answers) -> Iterator[Limit]:
    """Yield the limits of the whole document, in any unit, that apply to these submitters."""
    confirmed = sum(organisation.status == "confirmed" for organisation in answers.organisations)
    is_joint = confirmed > 1 or rules.organisations == "several"
    applicable = ("any", "coalition" if is_joint else "single")
    lead = next((entry for entry in answers.organisations if entry.role == "lead"), None)
    status = lead.ecosoc if lead else None
    for limit in rules.limits:
        if limit.applies in applicable and (not limit.status or status in limit.status):
            yield limit


def limit_of_call(limit: Limit, details: Mapping[str, object]) -> int | None:
    """Return the limit that the call sets, from the answer to the document's question, if it is known."""
    answer = details.get(limit.asked)
    if isinstance(answer, int) or (isinstance(answer, str) and answer.isdecimal()):
        return int(answer)
    return None


def measure(document: Document, rules: DocumentRules, answers: Answers) -> Length:
    """Return the length of *document*, counted as its *rules* say."""
    body, annexes = count_body(document), count_annexes(document)
    return _length(body, annexes, count_notes(document), rules, answers)


def measure_finished(document: Document, rules: DocumentRules, answers: Answers) -> Length:
    """Return the length of what *document* prints as it stands, without what is still open."""
    body, annexes = count_finished(document.blocks), count_finished_annexes(document)
    return _length(body, annexes, count_finished_notes(document), rules, answers)


def _length(body: int, annexes: int, notes: int, rules: DocumentRules, answers: Answers) -> Length:
    """Return the length of a text with *annexes* and *notes*, as its *rules* say."""
    limit, rule = limit_in_force(rules, answers)
    counted = rules.count_notes.value
    if rules.count_annexes.value is False:
        body -= annexes
    return Length(
        words=body + notes if counted is True else body,
        notes=notes,
        limit=limit,
        rule=rule,
        notes_counted=counted if isinstance(counted, bool) else None,
    )
