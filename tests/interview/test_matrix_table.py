"""Earlier recommendations go into the table of a matrix, and come back unchanged."""

from typing import Any

import pytest

from drafter.answers.details import wrong_details
from drafter.drafting.carry_over import carry
from drafter.drafting.moving import move
from drafter.drafting.moving_earlier import has_table, row_of
from tests.support.rich_answers import EARLIER, rich
from tests.support.script import LIBRARY
from tests.support.trees import at, keys, rows

TABLE = ("details", "recommendations")
POSITIONS = ("supported", "noted", "none")
STATUSES = ("done", "begun", "not-done", "unknown")
MANY = [
    {
        "text": f"Recommendation {number}", "body": "Human Rights Council (UPR)", "document": "A/HRC/48/12",
        "paragraph": f"121.{number}", "state": "Orsinia", "position": POSITIONS[number % 3],
        "status": STATUSES[number % 4], "evidence": f"Seen in {2000 + number}.",
    }
    for number in range(1, 21)
]  # fmt: skip


def joint_with(earlier: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a joint submission with *earlier* recommendations."""
    return {**rich("upr/joint"), "earlier": earlier}


def moved_to(data: dict[str, Any], *documents: str) -> dict[str, Any]:
    """Return *data* after each of *documents* was chosen in turn."""
    for document in documents:
        data = move(data, document, LIBRARY).data
    return data


def test_earlier_recommendations_are_in_the_table_of_a_matrix_and_nowhere_else() -> None:
    matrix = moved_to(joint_with(MANY), "upr/matrix")
    assert [row["number"] for row in at(matrix, TABLE)] == [row["paragraph"] for row in MANY]
    first = at(matrix, TABLE)[0]
    assert first == {
        "number": "121.1", "text": "Recommendation 1", "by": "Orsinia", "document": "A/HRC/48/12",
        "position": "noted", "comment": "Begun. Seen in 2001.",
    }  # fmt: skip
    assert "earlier" not in matrix
    assert list(wrong_details(LIBRARY.document("upr/matrix").rules.asks, matrix["details"])) == []
    assert "earlier" in LIBRARY.document("upr/matrix").rules.left_out, (
        "otherwise there would be a second table"
    )


def test_they_come_back_complete_with_the_old_document() -> None:
    assert moved_to(joint_with(MANY), "upr/matrix", "upr/joint")["earlier"] == MANY
    assert moved_to(joint_with(MANY), "upr/matrix", "cnd/oral-statement", "upr/joint")["earlier"] == MANY


def test_they_come_back_complete_from_a_new_file_too() -> None:
    matrix = carry(joint_with(MANY), "upr/matrix", LIBRARY)
    assert len(at(matrix.data, TABLE)) == 20
    assert matrix.converted == ["20 earlier recommendations are now in the table of the document"]
    restored = carry({"format": 1, **matrix.data}, "upr/individual", LIBRARY)
    assert restored.data["earlier"] == MANY
    assert "recommendations" not in keys(restored.data, ("details",))


def test_an_unanswered_detail_stays_unanswered_in_the_table() -> None:
    assert row_of({"text": "Publish data", "position": "none", "status": None}) == {
        "text": "Publish data",
        "position": None,
        "comment": None,
    }
    assert row_of({"text": "Publish data"}) == {"text": "Publish data"}


def test_a_recommendation_of_another_body_is_not_in_the_table_and_keeps_its_position() -> None:
    moved = move(joint_with(EARLIER), "upr/matrix", LIBRARY)
    assert [row["text"] for row in at(moved.data, TABLE)] == ["Close the compulsory centres", "Publish data"]
    [message] = moved.converted
    assert message.startswith("2 earlier recommendations are now in the table of the document; 1 ")
    assert moved_to(moved.data, "upr/joint")["earlier"] == EARLIER


@pytest.mark.parametrize(
    ("earlier", "is_in_table"),
    [
        ({"text": "A"}, True),
        ({"text": "A", "body": "UPR"}, True),
        ({"text": "A", "document": "A/HRC/48/12"}, True),
        ({"text": "A", "body": "Supreme Court"}, False),
        ({"text": "A", "body": "Committee against Torture"}, False),
        ({"text": "A", "body": "Committee", "state": "Orsinia"}, True),
    ],
)
def test_only_a_recommendation_surely_of_another_body_stays_out_of_the_table(
    earlier: dict[str, Any], is_in_table: bool
) -> None:
    assert bool(rows(moved_to(joint_with([earlier]), "upr/matrix"), TABLE)) is is_in_table


def test_a_change_in_the_table_comes_back_and_nothing_else_changes() -> None:
    matrix = moved_to(joint_with(MANY), "upr/matrix")
    at(matrix, TABLE)[3]["comment"] = "Carried out. Seen by us."
    del at(matrix, TABLE)[0]
    at(matrix, TABLE).append({"number": "121.99", "text": "A new one", "by": "Lutha", "position": "noted"})
    restored = moved_to(matrix, "upr/joint")["earlier"]
    assert restored[:2] == MANY[1:3]
    assert restored[2] == {**MANY[3], "status": "done", "evidence": "Seen by us."}
    assert restored[3:-1] == MANY[4:]
    assert restored[-1] == {
        "paragraph": "121.99", "text": "A new one", "state": "Lutha", "position": "noted",
        "body": "Universal Periodic Review (UPR)",
    }  # fmt: skip


def test_the_table_of_a_matrix_becomes_earlier_recommendations() -> None:
    before = rich("upr/matrix")
    moved = moved_to(before, "upr/joint")
    assert len(moved["earlier"]) == len(at(before, TABLE)) == 2
    assert moved["earlier"][0]["state"] == "by of upr/matrix"
    assert at(moved_to(moved, "upr/matrix"), TABLE) == at(before, TABLE)


def test_another_table_of_the_same_name_is_not_mistaken_for_it() -> None:
    follow_up = rich("ccpr/follow-up")
    assert not has_table(LIBRARY.document("ccpr/follow-up").rules)
    matrix = moved_to(follow_up, "upr/matrix")
    assert "measures" not in str(at(matrix, TABLE))
    assert at(moved_to(matrix, "ccpr/follow-up"), TABLE) == at(follow_up, TABLE)
