"""Which of the earlier recommendations a document prints."""

from collections.abc import Iterator, Sequence

from drafter.model.earlier import EarlierRecommendation, is_made_by
from drafter.model.mechanism import DocumentRules


def printed_rows(
    rows: Sequence[EarlierRecommendation], rules: DocumentRules
) -> Iterator[tuple[int, EarlierRecommendation]]:
    """Yield each of *rows* that a document with these *rules* prints, with its number from 0."""
    if "earlier" in rules.left_out:
        return
    body = rules.earlier.body
    for number, row in enumerate(rows):
        if body is None or is_made_by(row, body):
            yield number, row
