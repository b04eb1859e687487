"""The answers of an interview as the review sees them, before there is a document."""

from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import chosen_clauses
from drafter.library.library import Library
from drafter.model.mechanism import DocumentType
from drafter.review.submission import Submission


def under_review(answers: WorkingAnswers, document: DocumentType, library: Library) -> Submission:
    """Return *answers* for the checks that need no composed document."""
    return Submission(
        answers,
        document.rules,
        library.language,
        vocabulary=library.themes,
        state=library.state(answers.state) if answers.state else None,
        find_state=library.state,
        clauses=tuple(chosen_clauses(answers, library)),
        rule_sources=document.mechanism.sources,
    )
