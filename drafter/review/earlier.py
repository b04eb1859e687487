"""The check of earlier recommendations: each is one row of the table."""

from collections.abc import Iterator

from drafter.model.earlier import EarlierRecommendation
from drafter.model.printed_earlier import printed_rows
from drafter.model.remark import Remark, RemarkType
from drafter.review.display_names import excerpt
from drafter.review.submission import Submission

TWICE = RemarkType(
    "earlier-twice",
    "facts",
    "warning",
    "An earlier recommendation is one row, with one position of the State.",
    "The report of the review gives one position on each recommendation.",
    bad="""
    earlier:
      - {text: Open the ward, document: A/HRC/99/1, paragraph: "6.20", position: supported}
      - {text: Open the ward, document: A/HRC/99/1, paragraph: "6.20", position: noted}
    """,
    good="""
    earlier:
      - {text: Open the ward, document: A/HRC/99/1, paragraph: "6.20", position: supported}
      - {text: Open the ward, document: A/HRC/99/1, paragraph: "6.21", position: noted}
    """,
    other_levels="a note if both rows have the same position",
)
TYPES = (TWICE,)


def check_earlier(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each earlier recommendation that has a row already."""
    rows: dict[tuple[str, ...], int] = {}
    for number, row in printed_rows(submission.answers.earlier, submission.rules):
        first = rows.setdefault(_identity(row), number)
        if first == number or not any(_identity(row)[:2]):
            continue
        same = submission.answers.earlier[first].position == row.position
        yield TWICE.remark(
            f"earlier recommendation {number + 1}, {excerpt(row.text or row.document or '')}",
            f"It is the same as row {first + 1}{'' if same else ', with another position of the State'}.",
            "Keep one of the two." if same else "Look the position up, and keep one row.",
            level="note" if same else None,
            path=("earlier", number, "position"),
        )


def _identity(row: EarlierRecommendation) -> tuple[str, ...]:
    """Return what tells one recommendation from another: document, paragraph and State, or else the text."""
    document, paragraph = _normal(row.document), _normal(row.paragraph)
    if document and paragraph:
        return document, paragraph, _normal(", ".join(row.states or ()))
    return _normal(row.text), "", document, paragraph, _normal(", ".join(row.states or ()))


def _normal(value: object) -> str:
    return " ".join(str("" if value is None else value).casefold().split())
