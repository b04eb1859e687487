"""Warnings about answers that this document does not print."""

from collections.abc import Iterator

from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text, plain_text
from drafter.model.answers import Answers
from drafter.model.blocks import Document, Text, inlines_of
from drafter.model.kinds import PARAGRAPH_KINDS
from drafter.model.mechanism import STAGE_KINDS, DocumentRules
from drafter.model.remark import Remark, RemarkType
from drafter.review.display_names import PART_NAMES
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

PART = RemarkType(
    "part-not-printed",
    "form",
    "warning",
    "A part that is answered is printed.",
    "The rules of the document say which parts it has (drafter mechanisms show).",
    bad="""
    document: upr/pre-session-statement
    closing: We thank the Council.
    """,
    good="closing: We thank the Council.",
    other_levels="a note if the document only has no place for the part",
)
OTHER_KIND = RemarkType(
    "not-printed",
    "form",
    "warning",
    "A document has only what its stage asks for: questions, recommendations, or facts and law.",
    "A list of issues consists of questions; a session ends in recommendations; a case in a decision.",
    bad="""
    themes:
      - theme: prison-health
        facts: [F1]
        own: [{kind: question, text: Please say how many people are treated.}]
    """,
    good="""
    themes:
      - theme: prison-health
        facts: [F1]
        own: [{kind: recommendation, text: Publish each year how many people are treated.}]
    """,
)
DETAIL_UNUSED = RemarkType(
    "detail-unused",
    "form",
    "note",
    "An answer about the document belongs to one of its questions.",
    "No body has such a rule: such an answer is usually misspelt, or from another document.",
    bad="details: {lst_review: May 2021}",
    good="details: {last_review: May 2021}",
)
TYPES = (PART, OTHER_KIND, DETAIL_UNUSED)

EXPECTED_TEXTS = {"questions": "questions", "recommendations": "recommendations", "case": "facts and law"}
"""What a document of each stage prints, in words."""
_BEGINNING = 5_000
"""Characters of a part that are enough to recognise it in the document."""


def check_unprinted(submission: Submission) -> Iterator[Remark]:
    """Yield a remark for each part, clause, own text and detail that this document does not print."""
    rules = submission.rules
    excluded = [name for name in PART_NAMES if name in rules.left_out and _has_part(submission.answers, name)]
    if excluded:
        yield PART.remark(
            submission.language.listed([PART_NAMES[name] for name in excluded]),
            "This document does not print this.",
            "Keep it for another document, or move it to a part that is printed.",
            path=(excluded[0],),
        )
    if submission.document is not None:
        yield from _absent_parts(submission, submission.document)
    if "themes" not in rules.left_out:
        yield from _texts_of_other_kinds(submission)
    asked = {ask.name for ask in rules.asks}
    for name in submission.answers.details:
        if name not in asked:
            yield DETAIL_UNUSED.remark(
                f"details › {name}",
                "This document does not ask for this answer, so it is not printed.",
                "If it should be printed, check the spelling.",
                path=("details", name),
            )


def _has_part(answers: Answers, name: str) -> bool:
    """Return whether *answers* have anything for the part *name*."""
    value = getattr(answers, name)
    if name == "sign_off":
        return any((text or "").strip() for _, text in value)
    if name == "keywords":
        return any(keyword.strip() for keyword in value)
    return bool(value.strip() if isinstance(value, str) else value)


def _absent_parts(submission: Submission, document: Document) -> Iterator[Remark]:
    """Yield a note on the parts that the rules allow and that the shape of *document* does not print."""
    answers, left_out = submission.answers, submission.rules.left_out
    texts = [*map(block_text, document.blocks), *map(plain_text, document.notes)]
    printed = " ".join(" ".join(texts).split())
    absent = [
        name
        for name in PART_NAMES
        if name not in (*left_out, "themes")
        and _has_part(answers, name)
        and not _is_printed(answers, name, printed)
    ]
    if absent:
        yield PART.remark(
            submission.language.listed([PART_NAMES[name] for name in absent]),
            "This document does not print this.",
            "You need not change anything. If it is important, say it in another part.",
            level="note",
            path=(absent[0],),
        )


def _is_printed(answers: Answers, name: str, printed: str) -> bool:
    """Return whether the part *name*, or any piece of it, is in the text *printed*."""
    match name:
        case "keywords":
            pieces = [keyword.strip() for keyword in answers.keywords]
        case "earlier":
            pieces = [earlier.text or earlier.document or "" for earlier in answers.earlier]
        case "sign_off":
            # The document writes the date in its own form, so the typed date cannot be searched for.
            pieces = [text or "" for field, text in answers.sign_off if field != "date"]
        case "title":
            pieces = [answers.title or ""]
        case _:
            # A part is printed in full or not at all, so its beginning is enough. References are printed
            # otherwise than they are typed, and the first letter of a short part may become a capital.
            beginning = (getattr(answers, name) or "")[:_BEGINNING].rpartition("\n\n")
            inlines = inlines_of(read_blocks(beginning[0] or beginning[2]))
            texts = [inline.text for inline in inlines if isinstance(inline, Text)]
            pieces = [max(texts, key=len, default="")]
    pieces = [" ".join(piece.split()) for piece in pieces if piece.strip()]
    return not pieces or any(piece.casefold() in printed.casefold() for piece in pieces)


def _texts_of_other_kinds(submission: Submission) -> Iterator[Remark]:
    """Yield a warning for each question or recommendation in a document that does not take it."""
    rules, names = submission.rules, submission.names
    # Every document prints these. A conclusion that is left out has its own remark.
    printed = (*PARAGRAPH_KINDS, "paragraph", *STAGE_KINDS[rules.stage])
    kinds = {clause.id: clause.head.kind for clause in submission.clauses}
    for number, section in enumerate(submission.answers.themes):
        for index, entry in enumerate(section.clauses):
            kind = kinds.get(entry.clause)
            if kind is not None and kind not in printed:
                yield _not_printed(
                    names.clause(entry.clause), kind, rules, ("themes", number, "clauses", index)
                )
        for index, own in enumerate(section.own):
            if own.kind not in printed:
                place = names.own_text(section, own)
                yield _not_printed(place, own.kind, rules, ("themes", number, "own", index))


def _not_printed(place: str, kind: str, rules: DocumentRules, path: KeyPath) -> Remark:
    return OTHER_KIND.remark(
        place,
        f"This document does not print a {kind}. It takes {EXPECTED_TEXTS[rules.stage]}.",
        "Remove it, or rewrite it to fit.",
        path=path,
    )
