"""Checks of sources: a note has all that a reader needs, and the source is of the right kind."""

from collections.abc import Iterator

from drafter.model.facts import Source
from drafter.model.remark import Remark, RemarkType
from drafter.review.printed_facts import printed_sources
from drafter.review.submission import Submission

NOT_DATED = RemarkType(
    "source-not-dated",
    "sources",
    "note",
    "The note of a web page says on which day it was opened.",
    "Web pages change. The United Nations Editorial Manual asks for the day of access.",
    bad="sources: {S1: {address: https://house.example/report}}",
    good="sources: {S1: {address: https://house.example/report, seen: 2026-01-10}}",
)
TYPES = (NOT_DATED,)


def check_sources(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on the sources that the document prints."""
    yield from _undated_pages(submission)


def _undated_pages(submission: Submission) -> Iterator[Remark]:
    """Yield one note on all web pages without a day of access."""
    language = submission.language
    undated = [key for key, source in printed_sources(submission).items() if _is_undated_page(source)]
    if undated:
        yield NOT_DATED.remark(
            f"{language.noun('source', len(undated))} {language.listed(undated)}",
            "Web pages change. The note does not say on which day you opened this one.",
            "Add the day in the answers file, as seen: year-month-day.",
            path=("sources", undated[0], "seen"),
        )


def _is_undated_page(source: Source) -> bool:
    return bool(source.address) and not source.seen and not source.example
