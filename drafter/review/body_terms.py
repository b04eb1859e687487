"""The check of terms that the body does not use, from the rules of its document."""

import re
from collections.abc import Iterator

from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission

BODY_TERM = RemarkType(
    "body-term",
    "words",
    "warning",
    "A submission calls things what the body calls them.",
    "The rules of each document name the terms to avoid (avoid), with the source of each.",
    bad="""
    document: crc/alternative-report
    title: Shadow report on children in prison
    """,
    good="""
    document: crc/alternative-report
    title: Alternative report on children in prison
    """,
    other_levels="a note if the rule of the body is not sure",
)
TYPES = (BODY_TERM,)


def check_body_terms(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each term in *passage* that the body does not use."""
    for avoided in submission.rules.avoid:
        term = str(avoided.value)
        if pattern(rf"\b{re.escape(term)}s?\b", re.IGNORECASE).search(passage.text):
            level = LEVEL_BY_CONFIDENCE[avoided.confidence]
            yield BODY_TERM.remark(
                passage.place,
                f"This body does not say “{term}”. {avoided.note}".strip(),
                f"Write “{avoided.instead}”.",
                level="warning" if level == "error" else level,
                path=passage.path,
            )
