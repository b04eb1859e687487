"""The check of what the rules of a document require: parts of the text, and answers that supply them."""

from collections.abc import Iterator

from drafter.language.labels import GapName
from drafter.model.printed_earlier import printed_rows
from drafter.model.remark import Remark, RemarkType
from drafter.model.requirements import REQUIRED
from drafter.review.severity import LEVEL_BY_CONFIDENCE, rule_origin
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

PARTS = frozenset({"keywords", "summary", "method"})
"""Required names that are common parts."""
KINDS = {"questions": "question", "recommendations": "recommendation"}
"""Required names that are a kind of text, with that kind."""
WITH_OWN_REMARK = {
    "organisations": "organisation-missing",
    "submitter": "organisation-missing",
    "contact": "contact-missing",
    "themes": "theme-missing",
}
"""Required names that other checks see, with the code of their remark."""
ALWAYS = frozenset({"title"})
"""Required names that every document has."""
_MARKED_PARTS: dict[str, GapName] = {"summary": "summary", "method": "method"}
"""Parts that leave a gap in the text if they are not known yet; the gap has a remark already."""

REQUIRED_MISSING = RemarkType(
    "required-missing",
    "form",
    "error",
    "The document has every part that its rules require.",
    "The list of required parts in the rules of the document; the remark names its source.",
    bad="A report without a summary, for a body whose rules require one.",
    good="The same report with a summary.",
    example="described",
    other_levels="a warning or a note if the rule is not certain",
)
TYPES = (REQUIRED_MISSING,)


def required_names(submission: Submission) -> tuple[str, ...]:
    """Return the names of what the rules require."""
    required = submission.rules.required.value
    return required if isinstance(required, tuple) else ()


def check_required(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each required part that is missing and that the text does not mark as a gap."""
    rule = submission.rules.required
    for name in required_names(submission):
        if name in ALWAYS or name in WITH_OWN_REMARK or _is_marked(name, submission):
            continue
        if name in REQUIRED and not _is_present(name, submission):
            certain = rule.confidence == "high"
            remedy = "Add it." if certain else "Add it, or check in the current notice whether you need it."
            yield REQUIRED_MISSING.remark(
                "this document",
                f"Required by the rules, but missing: {REQUIRED[name]}.",
                f"{remedy} {rule_origin(rule, submission.rule_sources)}".strip(),
                level=LEVEL_BY_CONFIDENCE[rule.confidence],
                path=_path(name, submission),
            )


def cannot_be_seen(name: str, submission: Submission) -> bool:
    """Return whether no part and no question of the document supplies the required *name*."""
    is_elsewhere = name in PARTS or name in KINDS or name in WITH_OWN_REMARK or name in ALWAYS
    if name == "follow-up" and "earlier" not in submission.rules.left_out:
        return False
    return not is_elsewhere and not any(name in ask.meets for ask in submission.rules.asks)


def _is_marked(name: str, submission: Submission) -> bool:
    return name in _MARKED_PARTS and submission.language.gap(_MARKED_PARTS[name]) in submission.gaps


def _is_present(name: str, submission: Submission) -> bool:
    """Return whether the required *name* is there, has a remark of its own, or cannot be seen."""
    answers, rules = submission.answers, submission.rules
    if name in PARTS:
        return name in rules.left_out or not is_empty(getattr(answers, name) or None)
    if name == "follow-up" and any(printed_rows(answers.earlier, rules)):
        return True
    asks = [ask for ask in rules.asks if name in ask.meets]
    if any(ask.required or not is_empty(answers.details.get(ask.name)) for ask in asks):
        return True  # an unanswered required question has a remark of its own
    if name in KINDS:
        return _has_kind(KINDS[name], submission)
    return not asks and cannot_be_seen(name, submission)


def _has_kind(kind: str, submission: Submission) -> bool:
    """Return whether a clause or a text of the author's own is of this *kind*."""
    own_texts = (own for section in submission.answers.themes for own in section.own)
    return any(own.kind == kind for own in own_texts) or any(
        clause.head.kind == kind for clause in submission.clauses
    )


def _path(name: str, submission: Submission) -> KeyPath:
    """Return the path of the answer that would supply *name*; empty if several could."""
    if name in PARTS:
        return (name,)
    if name == "follow-up" and submission.rules.earlier.own:
        return ("earlier",)
    asks = [ask.name for ask in submission.rules.asks if name in ask.meets]
    return ("details", asks[0]) if len(asks) == 1 else ()


def is_empty(value: object) -> bool:
    """Return whether an answer says nothing: it is missing, blank or an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())
