"""Whether typed earlier recommendations have the official wording, as far as the user has imported it."""

from collections.abc import Iterator

from drafter.drafting.imported_rows import is_same_place
from drafter.drafting.known_recommendations import known_recommendations, store_version
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.model.printed_earlier import printed_rows
from drafter.model.remark import Remark, RemarkType

WORDING_DIFFERS = RemarkType(
    "wording-differs",
    "facts",
    "warning",
    "An earlier recommendation is quoted as its body has worded it.",
    "A reader compares the quotation with the report.",
    bad="A recommendation with the number 120.4, typed in other words than those that you imported.",
    good="The recommendation 120.4 in the words that you imported.",
    example="described",
)
TYPES = (WORDING_DIFFERS,)


def wording_remarks(answers: Answers, rules: DocumentRules, library: Library) -> Iterator[Remark]:
    """Yield a remark on each typed row whose wording is not that of the user's store."""
    typed = [
        (number, row)
        for number, row in printed_rows(answers.earlier, rules)
        if row.text and row.paragraph and not row.is_imported
    ]
    known = known_recommendations(store_version(), answers.state or "", (), library) if typed else ()
    for number, row in typed:
        official = [each.text for each in known if is_same_place(row, each)]
        if official and _words(row.text or "") not in map(_words, official):
            yield WORDING_DIFFERS.remark(
                f"earlier recommendation {number + 1}",
                f"{row.paragraph}: your wording differs. The official one is: “{official[0]}”",
                "Put the official text in. What you think of it belongs in the evidence.",
                path=("earlier", number, "text"),
            )


def _words(text: str) -> str:
    """Return *text* without a stop at its end and with single blanks."""
    return " ".join(text.split()).rstrip(".")
