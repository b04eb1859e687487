"""The check of earlier recommendations: each is one row of the table."""

from collections.abc import Iterator

from drafter.markup.count import count_annexes
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
ANNEX = RemarkType(
    "annex-words",
    "form",
    "note",
    "The author knows whether the words of an annex count towards the limit.",
    "The rule on annexes in the rules of the document; the remark says how certain it is.",
    bad="A submission with a word limit and its table in an annex.",
    good="The same submission with its table in the text.",
    example="described",
)
REWORDED = RemarkType(
    "official-wording-changed",
    "facts",
    "warning",
    "An earlier recommendation is quoted letter for letter.",
    "A reader compares the quotation with the report.",
    bad="An imported recommendation whose text was changed afterwards.",
    good="The recommendation as it was imported.",
    example="described",
)
TYPES = (TWICE, REWORDED, ANNEX)


def check_wording(submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each imported recommendation whose text is no longer the official wording."""
    for number, row in printed_rows(submission.answers.earlier, submission.rules):
        if row.is_reworded:
            yield REWORDED.remark(
                f"earlier recommendation {number + 1}, {excerpt(row.text or '')}",
                f"The wording of {row.paragraph or 'this recommendation'} is not the official one any more. "
                "The document says so.",
                "Put the official text back, or import it again. Write your own view into the evidence.",
                path=("earlier", number, "text"),
            )


def check_annex(submission: Submission) -> Iterator[Remark]:
    """Yield a note on the words of an annex, if the document has one and a limit."""
    document, rule = submission.document, submission.rules.count_annexes
    words = count_annexes(document) if document is not None else 0
    if not words or submission.length is None or submission.length.limit is None:
        return
    counted = "are not counted" if rule.value is False else "are counted"
    remedy = "You need not do anything."
    if rule.confidence != "high":
        remedy = rule.note or "Check the current notice."
    yield ANNEX.remark(
        "the annex", f"Its {words:,} words {counted}.", remedy, path=("earlier_table", "place")
    )


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
        return document, paragraph, _normal(", ".join(row.states or ())), row.official or ""
    return _normal(row.text), "", document, paragraph, _normal(", ".join(row.states or ()))


def _normal(value: object) -> str:
    return " ".join(str("" if value is None else value).casefold().split())
