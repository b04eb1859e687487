"""Earlier recommendations land in the one table that a matrix has, and come back as they were."""

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


def joint(earlier: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a joint submission with *earlier* recommendations."""
    return {**rich("upr/joint"), "earlier": earlier}


def to(data: dict[str, Any], *documents: str) -> dict[str, Any]:
    """Return *data* after each of *documents* was chosen."""
    for document in documents:
        data = move(data, document, LIBRARY).data
    return data


def test_all_of_them_stand_in_the_table_of_the_matrix_and_nowhere_else() -> None:
    matrix = to(joint(MANY), "upr/matrix")
    assert [row["number"] for row in at(matrix, TABLE)] == [row["paragraph"] for row in MANY]
    first = at(matrix, TABLE)[0]
    assert first == {
        "number": "121.1", "text": "Recommendation 1", "by": "Orsinia", "document": "A/HRC/48/12",
        "position": "noted", "comment": "Begun. Seen in 2001.",
    }  # fmt: skip
    assert "earlier" not in matrix
    assert list(wrong_details(LIBRARY.document("upr/matrix").rules.asks, matrix["details"])) == []
    assert "earlier" in LIBRARY.document("upr/matrix").rules.left_out, "or there would be a second table"


def test_they_come_back_whole() -> None:
    assert to(joint(MANY), "upr/matrix", "upr/joint")["earlier"] == MANY
    assert to(joint(MANY), "upr/matrix", "cnd/oral-statement", "upr/joint")["earlier"] == MANY


def test_into_a_new_file_and_back_they_come_whole() -> None:
    matrix = carry(joint(MANY), "upr/matrix", LIBRARY)
    assert len(at(matrix.data, TABLE)) == 20
    assert matrix.converted == ["20 earlier recommendations are now in the table of the document"]
    back = carry({"format": 1, **matrix.data}, "upr/individual", LIBRARY)
    assert back.data["earlier"] == MANY
    assert "recommendations" not in keys(back.data, ("details",))


def test_what_was_not_said_is_not_said_in_the_table_either() -> None:
    assert row_of({"text": "Publish data", "position": "none", "status": None}) == {
        "text": "Publish data",
        "position": None,
        "comment": None,
    }
    assert row_of({"text": "Publish data"}) == {"text": "Publish data"}


def test_what_another_body_made_stays_out_of_the_table_and_keeps_its_place() -> None:
    moved = move(joint(EARLIER), "upr/matrix", LIBRARY)
    assert [row["text"] for row in at(moved.data, TABLE)] == ["Close the compulsory centres", "Publish data"]
    [said] = moved.converted
    assert said.startswith("2 earlier recommendations are now in the table of the document; 1 ")
    assert to(moved.data, "upr/joint")["earlier"] == EARLIER


@pytest.mark.parametrize(
    ("one", "made"),
    [
        ({"text": "A"}, True),
        ({"text": "A", "body": "UPR"}, True),
        ({"text": "A", "document": "A/HRC/48/12"}, True),
        ({"text": "A", "body": "Supreme Court"}, False),
        ({"text": "A", "body": "Committee against Torture"}, False),
        ({"text": "A", "body": "Committee", "state": "Orsinia"}, True),
    ],
)
def test_only_what_is_known_to_come_from_elsewhere_stays_out(one: dict[str, Any], made: bool) -> None:
    assert bool(rows(to(joint([one]), "upr/matrix"), TABLE)) is made


def test_what_was_changed_in_the_table_is_changed_on_the_way_back_and_nothing_else() -> None:
    matrix = to(joint(MANY), "upr/matrix")
    at(matrix, TABLE)[3]["comment"] = "Carried out. Seen by us."
    del at(matrix, TABLE)[0]
    at(matrix, TABLE).append({"number": "121.99", "text": "A new one", "by": "Lutha", "position": "noted"})
    back = to(matrix, "upr/joint")["earlier"]
    assert back[:2] == MANY[1:3]
    assert back[2] == {**MANY[3], "status": "done", "evidence": "Seen by us."}
    assert back[3:-1] == MANY[4:]
    assert back[-1] == {
        "paragraph": "121.99", "text": "A new one", "state": "Lutha", "position": "noted",
        "body": "Universal Periodic Review (UPR)",
    }  # fmt: skip


def test_the_table_of_a_matrix_goes_along_as_earlier_recommendations() -> None:
    before = rich("upr/matrix")
    there = to(before, "upr/joint")
    assert len(there["earlier"]) == len(at(before, TABLE)) == 2
    assert there["earlier"][0]["state"] == "by of upr/matrix"
    assert at(to(there, "upr/matrix"), TABLE) == at(before, TABLE)


def test_another_table_of_that_name_is_not_taken_for_it() -> None:
    follow_up = rich("ccpr/follow-up")
    assert not has_table(LIBRARY.document("ccpr/follow-up").rules)
    matrix = to(follow_up, "upr/matrix")
    assert "measures" not in str(at(matrix, TABLE))
    assert at(to(matrix, "ccpr/follow-up"), TABLE) == at(follow_up, TABLE)
