"""Checks of cross references: each names a part of the document, and each label is given once."""

from collections.abc import Iterator

from drafter.model.cross_references import LABEL, ReferenceProblem, known_targets, targets_in
from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission

REFERENCE_UNKNOWN = RemarkType(
    "reference-unknown",
    "form",
    "error",
    "A cross reference names a part that the document has.",
    "No body has such a rule: the document would print the braces, and the reader would not find the part.",
    bad='summary: "The centres are still open (see {paragraph centers})."',
    good='summary: "The centres are still open."',
)
TYPES = (REFERENCE_UNKNOWN,)


def check_references(submission: Submission) -> Iterator[Remark]:
    """Yield an error for each cross reference or label that cannot be printed."""
    has_document = submission.document is not None
    problems = submission.reference_problems if has_document else _unknown_names(submission)
    for problem in problems:
        passages = (passage for passage in submission.passages if problem.mark in passage.text)
        passage = next(passages, None)
        yield REFERENCE_UNKNOWN.remark(
            passage.place if passage else "the document",
            f"{problem.mark}: {problem.fault}",
            problem.remedy,
            path=passage.path if passage else (),
        )


def _unknown_names(submission: Submission) -> Iterator[ReferenceProblem]:
    """Yield a problem for each reference that names neither a theme nor a label of the answers.

    That is all that can be known before the document is composed.
    """
    texts = [passage.text for passage in submission.passages if passage.is_long]
    themes = [section.theme for section in submission.answers.themes]
    known = {*themes, *(label for text in texts for label in LABEL.findall(text))}
    for text in texts:
        for mark, names in targets_in(text):
            for name in names:
                if name not in known:
                    fault = f"The document has no part “{name}” to refer to."
                    yield ReferenceProblem(mark, fault, known_targets(sorted(known)))
