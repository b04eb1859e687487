"""The checks of one text at a time, which run over answers, over Word files and at each answer."""

from collections.abc import Callable, Iterable, Iterator

from drafter.frozen import replaced
from drafter.model.remark import Remark
from drafter.review.binding import check_violations
from drafter.review.body_terms import check_body_terms
from drafter.review.citations_of_facts import check_notes
from drafter.review.contacts_in_texts import check_contacts
from drafter.review.dates import check_date_slips, check_unknown_days
from drafter.review.figures import check_figure
from drafter.review.named_organisations import check_named_organisations
from drafter.review.names_in_stories import check_names_told
from drafter.review.other_state import check_other_state
from drafter.review.passages import Passage
from drafter.review.phrases import check_phrase
from drafter.review.placeholders import check_placeholders, check_sources_in_text, check_web_words
from drafter.review.questions import check_question
from drafter.review.recommendations import check_recommendation
from drafter.review.stories import check_read_story
from drafter.review.style import check_citations, check_doubled_notes, check_sentences
from drafter.review.submission import Submission
from drafter.review.wording import check_words

PassageCheck = Callable[[Passage, Submission], Iterator[Remark]]

PASSAGE_CHECKS: tuple[PassageCheck, ...] = (
    check_recommendation,
    check_question,
    check_phrase,
    check_placeholders,
    check_web_words,
    check_sources_in_text,
    check_body_terms,
    check_contacts,
    check_names_told,
    check_words,
    check_other_state,
    check_sentences,
    check_citations,
    check_doubled_notes,
    check_violations,
    check_read_story,
    check_named_organisations,
    check_figure,
    check_notes,
    check_date_slips,
    check_unknown_days,
)
"""The checks of a passage, in the order in which their remarks are shown."""

LONGEST = 100_000
"""Characters of a passage that are checked. The longest document that a body accepts has 70,000; a damaged or
hostile file may have millions, which would take minutes."""
MOST = 1_000_000
"""Characters of all passages together that are checked: 150,000 words, ten times what any body accepts."""


def check_passages(submission: Submission) -> Iterator[Remark]:
    """Yield the remarks on every passage of *submission*."""
    yield from remarks_on(submission.passages, submission)


def remarks_on(passages: Iterable[Passage], submission: Submission) -> Iterator[Remark]:
    """Yield the remarks on *passages*, up to MOST characters; *submission* is what they belong to."""
    checked = 0
    for passage in map(_beginning, passages):
        if passage.text.strip() and not passage.is_library and checked < MOST:
            checked += len(passage.text)
            for check in PASSAGE_CHECKS:
                yield from check(passage, submission)


def _beginning(passage: Passage) -> Passage:
    """Return *passage*, or the beginning of a text that is too long for any document."""
    if len(passage.text) <= LONGEST:
        return passage
    start = passage.text[:LONGEST]
    return replaced(passage, text=start.rpartition("\n")[0] or start.rpartition(" ")[0] or start)
