"""The check of what a body does not take, by the names under ``forbidden`` in the rules of a document."""

from collections.abc import Callable, Iterator

from drafter.frozen import frozen
from drafter.markup.count import block_text, count_words
from drafter.model.remark import Remark, RemarkType
from drafter.model.requirements import FORBIDDEN, REQUIRED
from drafter.patterns import pattern
from drafter.review.required import cannot_be_seen, required_names
from drafter.review.severity import LEVEL_BY_CONFIDENCE, rule_origin
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

PORTRAIT_SHARE = 5
"""A portrait of the organisations has more than one in so many of the words."""
_ACRONYM = pattern(r"\b[A-Z]{2,}[a-z]?\b(?![/-])")
_FIRST = 5
"""How many acronyms a remark names."""

FORBIDDEN_CONTENT = RemarkType(
    "forbidden-*",
    "form",
    "error",
    "A document has nothing that the body does not take.",
    "The list under “forbidden” in the rules of the document; the remark names its source.",
    bad="""
    document: hrc/written-statement
    details: {agenda_item: items 3 and 4}
    """,
    good="""
    document: hrc/written-statement
    details: {agenda_item: item 3}
    """,
    other_levels="a warning or a note if the rule is not certain",
)
TO_CHECK = RemarkType(
    "to-check-yourself",
    "form",
    "note",
    "The author checks what drafter cannot see: annexes, logos, the motives of a text.",
    "The lists under “required” and “forbidden” in the rules of the document; the remark names their source.",
    bad="document: special-procedures/communication",
    good="document: upr/individual",
)
TYPES = (TO_CHECK, FORBIDDEN_CONTENT)


@frozen
class Breach:
    """Something in a submission that the body does not take."""

    place: str
    text: str
    remedy: str
    path: KeyPath = ()


WITH_OWN_REMARK = {
    "abusive-language": "word-insults",
    "pending-elsewhere": "gate-elsewhere",
    "repetition": "recommendations-alike",
    "several-states": "other-state",
}
"""Names that other checks see, with the code of their remark."""
NEVER_PRINTED = frozenset({"annexed-reports", "emphasis", "paragraph-numbers", "several-committees"})
"""Names of what drafter prints in no document that forbids it."""
ONLY_AUTHOR = frozenset({"logos", "media-alone", "new-in-annex", "policy-requests", "political-motives"})
"""Names of what drafter cannot see."""


def check_forbidden(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on everything that the body does not take, and a note on what the author checks."""
    rule = submission.rules.forbidden
    for name in forbidden_names(submission):
        for breach in CHECKS[name](submission) if name in CHECKS else ():
            yield FORBIDDEN_CONTENT.remark(
                breach.place,
                breach.text,
                f"{breach.remedy} {rule_origin(rule, submission.rule_sources)}".strip(),
                code=f"forbidden-{name}",
                level=LEVEL_BY_CONFIDENCE[rule.confidence],
                path=breach.path,
            )
    yield from _to_check(submission)


def forbidden_names(submission: Submission) -> tuple[str, ...]:
    """Return the names of what the body does not take."""
    forbidden = submission.rules.forbidden.value
    return forbidden if isinstance(forbidden, tuple) else ()


def _to_check(submission: Submission) -> Iterator[Remark]:
    """Yield one note on everything that the rules say and drafter cannot see."""
    language = submission.language
    needed = [name for name in required_names(submission) if cannot_be_seen(name, submission)]
    refused = [name for name in forbidden_names(submission) if name in ONLY_AUTHOR]
    takes = [f"The body asks for {language.listed([REQUIRED.get(name, name) for name in needed])}."]
    takes_not = [f"The body does not take {language.listed([FORBIDDEN[name] for name in refused], 'or')}."]
    sentences = [*(takes if needed else ()), *(takes_not if refused else ())]
    rule = submission.rules.forbidden if refused else submission.rules.required
    if sentences and rule.confidence in ("high", "medium"):
        yield TO_CHECK.remark(
            "this document",
            f"{' '.join(sentences)} drafter cannot see this.",
            f"Check it yourself before you send the document. {rule_origin(rule, submission.rule_sources)}",
        )


# ---- one check for each name ----


def _acronyms(submission: Submission) -> Iterator[Breach]:
    words = submission.language.review_words()
    roman, allowed = words.abbreviations().roman, words.form().plain_acronyms
    blocks = submission.document.blocks if submission.document else ()
    acronyms = dict.fromkeys(hit for block in blocks for hit in _ACRONYM.findall(block_text(block)))
    listed = [hit for hit in acronyms if hit not in allowed and not roman.fullmatch(hit)]
    if listed:
        shown = submission.language.listed(listed[:_FIRST])
        yield Breach("the text", f"The body takes no acronyms: {shown}.", "Write the words.")


def _anonymous(submission: Submission) -> Iterator[Breach]:
    for number, organisation in enumerate(submission.answers.organisations):
        if organisation.status == "confirmed" and not (organisation.name or "").strip():
            yield Breach(
                "the organisations",
                "The body takes no text without the name of its author.",
                "Give the name of the organisation. Ask the body to keep it confidential if that is safer.",
                ("organisations", number, "name"),
            )


def _cases(submission: Submission) -> Iterator[Breach]:
    for number, section in enumerate(submission.answers.themes):
        if section.cases:
            yield Breach(
                submission.names.theme(section),
                "The body does not take the cases of single people.",
                "Take the case out, or describe the practice without it.",
                ("themes", number, "cases"),
            )


def _portrait(submission: Submission) -> Iterator[Breach]:
    confirmed = [entry for entry in submission.answers.organisations if entry.status == "confirmed"]
    words = sum(count_words(entry.what or "") for entry in confirmed)
    if submission.length and words * PORTRAIT_SHARE > submission.length.words:
        yield Breach(
            "the organisations",
            f"{words} of {submission.length.words} words are about the organisations.",
            "Shorten them to a sentence: the body wants questions and recommendations.",
            ("organisations",),
        )


def _see_annex(submission: Submission) -> Iterator[Breach]:
    search = submission.language.review_words().form().see_annex.search
    for passage in submission.passages:
        if passage.path[:1] == ("details",) and (match := search(passage.text)):
            yield Breach(
                passage.place,
                f"The body does not take “{match[0]}” in place of the text.",
                "Say here what happened, and name the document after it.",
                passage.path,
            )


def _agenda_items(submission: Submission) -> Iterator[Breach]:
    answer = submission.answers.details.get("agenda_item")
    if isinstance(answer, str) and submission.language.review_words().form().several_items.search(answer):
        question = next((ask.ask for ask in submission.rules.asks if ask.name == "agenda_item"), "")
        yield Breach(
            f"“{question}”" if question else "about this document",
            f"A statement is for one agenda item, and “{answer.strip()}” names several.",
            "Name one. Write a second statement for the other.",
            ("details", "agenda_item"),
        )


CHECKS: dict[str, Callable[[Submission], Iterator[Breach]]] = {
    "acronyms": _acronyms,
    "anonymous-text": _anonymous,
    "individual-cases": _cases,
    "portrait": _portrait,
    "see-annex": _see_annex,
    "several-agenda-items": _agenda_items,
}
"""The checks by the name of what the body does not take."""
