"""The review of a Word file: the checks that need no answers, and those of the file itself."""

from collections.abc import Callable, Iterator

from drafter.model.remark import LEVELS, Remark
from drafter.review.asks import check_asks
from drafter.review.forbidden import check_forbidden
from drafter.review.limits import check_length
from drafter.review.missing import check_gaps
from drafter.review.misspellings import check_spelling
from drafter.review.passage_checks import check_passages
from drafter.review.review import Check
from drafter.review.state import check_state
from drafter.review.submission import Submission
from drafter.review.word_checks import FILE_CHECKS
from drafter.review.word_file import WordFile
from drafter.review.word_parts import check_asks_of_sections, check_parts
from drafter.review.word_text_checks import TEXT_CHECKS
from drafter.review.wording import check_abbreviations

WORD_CHECKS: tuple[Check, ...] = (
    check_state,
    check_gaps,
    check_passages,
    check_abbreviations,
    check_spelling,
    check_asks,
)
"""The checks of a submission that a Word file has everything for."""
RULE_CHECKS: tuple[Check, ...] = (check_length, check_forbidden)
"""Those that also need the rules of the document."""
FileCheck = Callable[[WordFile, Submission], Iterator[Remark]]
PART_CHECKS: tuple[FileCheck, ...] = (check_parts, check_asks_of_sections)
"""The checks of parts that the rules of the document require."""


def review_word(file: WordFile, submission: Submission, *, with_rules: bool) -> tuple[Remark, ...]:
    """Return the remarks on the Word *file* and the *submission* read from it, the most severe first.

    *with_rules* says whether the rules of the document are known.
    """
    checks = (*WORD_CHECKS, *(RULE_CHECKS if with_rules else ()))
    remarks = [remark for check in (*FILE_CHECKS, *TEXT_CHECKS) for remark in check(file, submission)]
    if with_rules:
        remarks += [remark for check in PART_CHECKS for remark in check(file, submission)]
    remarks += [remark for check in checks for remark in check(submission)]
    return tuple(sorted(remarks, key=lambda remark: LEVELS.index(remark.level)))
