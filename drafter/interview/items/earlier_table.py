"""Questions about the table of earlier recommendations: where it is printed, and how."""

from collections.abc import Iterator

from drafter.interview.items.declared import choices
from drafter.interview.items.item import Item
from drafter.model.mechanism import DocumentType

SECTION = "Earlier recommendations"
MANY = 5
"""With so many rows or more, the author chooses where the table goes."""


def table_questions(length: int, document: DocumentType) -> Iterator[Item]:
    """Yield the questions about how the rows are printed."""
    if document.rules.earlier.annex:
        yield Item(
            path=("earlier_table", "place"),
            section=SECTION,
            text="Where should the table of earlier recommendations go?",
            help=f"A long table is easier to read in an annex, on wide pages. {_counting(document)}".strip(),
            kind="choice",
            choices=choices(("body", "In the text"), ("annex", "In an annex at the end, on wide pages")),
            default="body",
            automatic=length >= MANY,
        )
    yield Item(
        path=("earlier_table", "by_theme"),
        section=SECTION,
        text="Should the table be grouped by theme?",
        help="Each theme then has a title row.",
        kind="yes-no",
        default=document.rules.earlier.by_theme,
        automatic=False,
    )
    yield Item(
        path=("earlier_table", "picture"),
        section=SECTION,
        text="Should a small table count what became of them?",
        help="It shows how many the State supported and noted, and how many of each were carried out.",
        kind="yes-no",
        default=False,
        automatic=False,
    )


def _counting(document: DocumentType) -> str:
    """Return whether the words of an annex count, as far as the rules say."""
    if not document.rules.limits:
        return ""
    rule = document.rules.count_annexes
    if rule.value is True:
        return "Its words count towards the limit there too."
    if rule.value is False:
        certain = rule.confidence == "high"
        return (
            "Its words do not count there." if certain else f"drafter does not count them there. {rule.note}"
        )
    return "The rules do not say whether the words of an annex count, so drafter counts them."
