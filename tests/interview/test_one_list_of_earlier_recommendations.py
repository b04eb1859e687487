"""Earlier recommendations are one list: every document uses it, and prints what is its own."""

from typing import Any

import pytest

from drafter.drafting.carry_over import carry
from drafter.drafting.moving import move
from drafter.model.answers import Answers
from drafter.model.earlier import EarlierRecommendation, is_made_by_states
from drafter.model.printed_earlier import printed_rows
from tests.support.rich_answers import EARLIER, rich
from tests.support.script import LIBRARY

POSITIONS = ("supported", "noted", "none")
STATUSES = ("done", "begun", "not-done", "unknown")
MANY = [
    {
        "text": f"Recommendation {number}", "body": "upr", "document": "A/HRC/48/12",
        "paragraph": f"121.{number}", "states": ["Orsinia"], "position": POSITIONS[number % 3],
        "status": STATUSES[number % 4], "evidence": f"Seen in {2000 + number}.",
    }
    for number in range(1, 21)
]  # fmt: skip


def texts_printed(earlier: list[dict[str, Any]], document: str) -> list[str | None]:
    """Return the texts of the *earlier* recommendations that the document prints."""
    answers = Answers.model_validate({"format": 1, "earlier": earlier})
    return [row.text for _, row in printed_rows(answers.earlier, LIBRARY.document(document).rules)]


@pytest.mark.parametrize(
    "documents",
    [
        ("upr/matrix", "upr/joint"),
        ("upr/mid-term", "upr/matrix"),
        ("ccpr/follow-up", "upr/matrix", "cedaw/alternative-report"),
        ("cnd/oral-statement", "upr/joint"),
    ],
)
def test_the_list_stays_whole_while_the_document_changes(documents: tuple[str, ...]) -> None:
    data = {**rich("upr/joint"), "earlier": MANY}
    for document in documents:
        data = move(data, document, LIBRARY).data
    assert data["earlier"] == MANY


def test_the_list_goes_whole_into_a_new_file() -> None:
    matrix = carry({**rich("upr/joint"), "earlier": EARLIER}, "upr/matrix", LIBRARY)
    assert matrix.data["earlier"] == EARLIER
    assert carry({"format": 1, **matrix.data}, "ccpr/follow-up", LIBRARY).data["earlier"] == EARLIER


def test_a_document_about_its_own_recommendations_prints_only_those() -> None:
    everything = [row["text"] for row in EARLIER]
    assert texts_printed(EARLIER, "upr/joint") == everything
    assert texts_printed(EARLIER, "upr/matrix") == ["Close the compulsory centres", "Publish data"]
    assert texts_printed(EARLIER, "cedaw/follow-up") == ["Decriminalise possession"]
    assert texts_printed(EARLIER, "ccpr/follow-up") == []
    assert texts_printed(EARLIER, "cnd/oral-statement") == []


@pytest.mark.parametrize(
    ("row", "document", "is_printed"),
    [
        ({"text": "A"}, "upr/matrix", True),
        ({"text": "A", "body": "UPR"}, "upr/matrix", True),
        ({"text": "A", "document": "A/HRC/48/12"}, "upr/matrix", True),
        ({"text": "A", "body": "Supreme Court"}, "upr/matrix", False),
        ({"text": "A", "body": "Committee against Torture"}, "upr/matrix", False),
        ({"text": "A", "body": "Committee", "states": ["Orsinia"]}, "upr/matrix", True),
        ({"text": "A", "body": "cat"}, "cat/follow-up", True),
        ({"text": "A", "body": "Committee against Torture (CAT)"}, "cat/follow-up", True),
        ({"text": "A", "document": "CAT/C/XRU/CO/3"}, "cat/follow-up", True),
        ({"text": "A", "body": "cat", "document": "CEDAW/C/XRU/CO/3"}, "cedaw/follow-up", False),
    ],
)
def test_only_a_recommendation_surely_of_another_body_is_not_printed(
    row: dict[str, Any], document: str, is_printed: bool
) -> None:
    assert bool(texts_printed([row], document)) is is_printed


def test_a_changed_wording_of_an_imported_row_is_noticed_letter_for_letter() -> None:
    official = EarlierRecommendation(text="Close all centres", official="5ce5b9bb0ce64b36")
    row = EarlierRecommendation.model_validate({"text": "Close all centres", "official": official.official})
    assert row.is_imported
    assert row.model_copy(update={"text": "Close the centres"}).is_reworded
    assert not EarlierRecommendation(text="Close all centres").is_imported


@pytest.mark.parametrize(
    ("row", "by_states"),
    [
        ({"body": "UPR"}, True), ({"body": "Universal Periodic Review (UPR)"}, True), ({}, True),
        ({"document": "A/HRC/48/12"}, True), ({"body": "CEDAW", "states": ["Lutha"]}, True),
        ({"body": "Supreme Court"}, False), ({"body": "cedaw"}, False),
        ({"document": "CAT/C/XRU/CO/3"}, False),
    ],
)  # fmt: skip
def test_recommendations_of_states_are_known_by_body_symbol_or_states(
    row: dict[str, Any], by_states: bool
) -> None:
    assert is_made_by_states(EarlierRecommendation.model_validate(row)) is by_states
