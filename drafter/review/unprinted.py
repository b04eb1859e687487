"""Warnings about answers that this document does not print."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text, plain_text
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.mechanism import STAGE_KINDS, DocumentRules
from drafter.model.remark import Remark
from drafter.review.display_names import begun
from drafter.review.submission import Submission

PARTS = {
    "title": "the title",
    "keywords": "the keywords",
    "summary": "the summary",
    "method": "the paragraph on sources and method",
    "themes": "the themes",
    "earlier": "the earlier recommendations",
    "closing": "the closing paragraph",
    "sign_off": "the signature",
}
"""Common parts, as they are called."""
_BEGINNING = 5_000
"""Letters of a part by which it is known again."""
WANTED = {"questions": "questions", "recommendations": "recommendations", "case": "facts and law"}


def check_unprinted(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each part, clause and own text that this document does not print."""
    answers, rules, language = submission.answers, submission.rules, submission.language
    out = rules.left_out
    left_out = [name for name in PARTS if name in out and _given(answers, name)]
    if left_out:
        yield Remark(
            "part-not-printed",
            "warning",
            language.listed([PARTS[name] for name in left_out]),
            "This document has no place for it, so it is not printed.",
            "Keep it for another document, or say it in a part that is printed.",
        )
    if submission.document is not None:
        yield from _without_place(answers, submission.document, out, language)
    if "themes" not in out:
        yield from _of_another_kind(submission)
    asked = {ask.name for ask in rules.asks}
    for name in answers.details:
        if name not in asked:
            yield Remark(
                "detail-unused",
                "note",
                f"details › {name}",
                "This document does not ask for it, and it is not printed.",
                "Check the spelling, if it should be.",
            )


def _given(answers: Answers, name: str) -> bool:
    """Return whether there is anything of a part."""
    value = getattr(answers, name)
    if name == "sign_off":
        return any((given or "").strip() for _, given in value)
    if name == "keywords":
        return any(word.strip() for word in value)
    return bool(value.strip() if isinstance(value, str) else value)


def _without_place(
    answers: Answers, document: Document, out: frozenset[str], language: Language
) -> Iterator[Remark]:
    """Yield a note on the parts that this shape of document leaves out without a rule that says so."""
    texts = [*map(block_text, document.blocks), *map(plain_text, document.notes)]
    printed = " ".join(" ".join(texts).split())
    silent = [
        name
        for name in PARTS
        if name not in (*out, "themes") and _given(answers, name) and not _stands(answers, name, printed)
    ]
    if silent:
        yield Remark(
            "part-not-printed",
            "note",
            language.listed([PARTS[name] for name in silent]),
            "This document has no place for it, so it is not printed.",
            "Nothing needs to be done; say it elsewhere if it has to be read.",
        )


def _stands(answers: Answers, name: str, printed: str) -> bool:
    """Return whether a part, or any piece of it, stands in what is *printed*."""
    match name:
        case "keywords":
            pieces = [word.strip() for word in answers.keywords]
        case "earlier":
            pieces = [one.text or one.document or "" for one in answers.earlier]
        case "sign_off":
            # The date alone could not be told: it is printed in other words than it was typed in.
            pieces = [text or "" for name, text in answers.sign_off if name != "date"]
        case "title":
            pieces = [answers.title or ""]
        case _:
            # A part is printed whole or not at all, so its beginning tells.
            beginning = (getattr(answers, name) or "")[:_BEGINNING].rpartition("\n\n")
            pieces = [block_text(block) for block in read_blocks(beginning[0] or beginning[2])]
    given = [" ".join(piece.split()) for piece in pieces if piece.strip()]
    return not given or any(piece in printed for piece in given)


def _of_another_kind(submission: Submission) -> Iterator[Remark]:
    rules, named = submission.rules, submission.names
    # What tells (standards, concerns, paragraphs) is printed everywhere; what asks, only where it is wanted.
    kinds = ("standard", "concern", "paragraph", *STAGE_KINDS[rules.stage])
    for clause in submission.clauses:
        if clause.head.kind not in kinds:
            yield _asks(named.clause(clause.id), clause.head.kind, rules)
    for section in submission.answers.themes:
        for own in section.own:
            if own.kind not in kinds:
                text = own.text or own.parts.sentence or ""
                yield _asks(f"{named.theme(section)}, your {own.kind} {begun(text)}", own.kind, rules)


def _asks(place: str, kind: str, rules: DocumentRules) -> Remark:
    return Remark(
        "not-printed",
        "warning",
        place,
        f"This document does not print a {kind}. It takes {WANTED[rules.stage]}.",
        "Take it out, or write it in the form that is wanted.",
    )
