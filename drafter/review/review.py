"""The review of a submission before it is built: what would get it refused, what would make it stronger.

To add a rule, write a ``RemarkType`` and a function that yields its remarks, in the module of its subject.
Add a function that takes one text to ``PASSAGE_CHECKS``, one that takes the whole submission to ``CHECKS``.
"""

from collections.abc import Callable, Iterator

from drafter.model.remark import LEVELS, Remark
from drafter.review.asks import check_asks
from drafter.review.binding import check_ratification_asked, check_treaty_answers
from drafter.review.body_treaty import check_body_treaty
from drafter.review.call_answers import check_call_answers
from drafter.review.cases import check_cases
from drafter.review.concerns import check_concerns
from drafter.review.cuts import check_cuts
from drafter.review.dates import check_dates
from drafter.review.deadlines import check_deadlines
from drafter.review.earlier import check_annex, check_earlier, check_wording
from drafter.review.facts import check_facts
from drafter.review.figures import check_figures
from drafter.review.forbidden import check_forbidden
from drafter.review.gates import check_gates
from drafter.review.limits import check_length
from drafter.review.missing import check_gaps, check_missing
from drafter.review.misspellings import check_spelling
from drafter.review.organisations import check_organisations
from drafter.review.own_voice import check_clause_versions, check_own_voice
from drafter.review.passage_checks import check_passages
from drafter.review.pasted import check_characters, check_pasted
from drafter.review.positions import check_positions
from drafter.review.questions import check_questions
from drafter.review.references import check_references
from drafter.review.required import check_required
from drafter.review.safety import check_safety
from drafter.review.sections import check_own_content, check_sections
from drafter.review.sources import check_sources
from drafter.review.state import check_state
from drafter.review.stories import check_stories
from drafter.review.submission import Submission
from drafter.review.unnamed_people import check_unnamed_people
from drafter.review.unprinted import check_unprinted
from drafter.review.wording import check_abbreviations

Check = Callable[[Submission], Iterator[Remark]]

CHECKS: tuple[Check, ...] = (
    check_organisations,
    check_state,
    check_treaty_answers,
    check_ratification_asked,
    check_length,
    check_cuts,
    check_gaps,
    check_missing,
    check_required,
    check_safety,
    check_call_answers,
    check_questions,
    check_forbidden,
    check_passages,
    check_abbreviations,
    check_spelling,
    check_unprinted,
    check_facts,
    check_figures,
    check_sources,
    check_earlier,
    check_wording,
    check_annex,
    check_sections,
    check_concerns,
    check_asks,
    check_body_treaty,
    check_positions,
    check_gates,
    check_cases,
    check_stories,
    check_unnamed_people,
    check_dates,
    check_deadlines,
    check_characters,
    check_references,
    check_pasted,
    check_own_content,
    check_own_voice,
    check_clause_versions,
)
"""The checks, in the order in which their remarks are shown within one level."""


def review(submission: Submission) -> tuple[Remark, ...]:
    """Return the remarks of all checks on *submission*: errors first, then warnings, then notes."""
    remarks = [remark for check in CHECKS for remark in check(submission)]
    return tuple(sorted(remarks, key=lambda remark: LEVELS.index(remark.level)))
