"""Imported recommendations become rows of the answers: new ones, known ones, and those worded otherwise."""

from typing import Any

import pytest

from drafter.answers.changes import applied
from drafter.answers.working import WorkingAnswers
from drafter.drafting.imported_rows import AddedRows, add_imported, body_id, row_of
from drafter.frozen import replaced
from drafter.library.theme_words import themes_in
from drafter.model.answers import Answers
from drafter.model.imported import UPR, ImportedRecommendation
from tests.support.script import LIBRARY

CLOSE = ImportedRecommendation(
    "Close all  compulsory drug detention centres – at once", country="Ruritania", body=UPR,
    document="A/HRC/48/12", number="120.4", states=("Lutha", "Bolivia (Plurinational State of)"),
    position="noted", themes=("Right to health",), date="2021-12-01", source="table row 7",
)  # fmt: skip
TRAIN = replaced(CLOSE, text="Train judges", number="120.5", position="supported", states=("Orsinia",))
TYPED = {"text": CLOSE.text, "paragraph": "120.4"}


def taken(earlier: list[dict[str, Any]], *recommendations: ImportedRecommendation) -> AddedRows:
    """Return what taking in *recommendations* changes in answers with these *earlier* rows."""
    return add_imported(answers(earlier), recommendations, LIBRARY)


def answers(earlier: list[dict[str, Any]]) -> WorkingAnswers:
    """Return answers with these *earlier* rows."""
    return WorkingAnswers.read({"format": 1, "earlier": earlier})


def test_a_row_has_the_official_wording_letter_for_letter_and_nothing_that_the_file_does_not_say() -> None:
    row = row_of(CLOSE, LIBRARY)
    assert row["text"] == CLOSE.text
    assert {name: row[name] for name in ("body", "document", "paragraph", "position", "date")} == {
        "body": "upr", "document": "A/HRC/48/12", "paragraph": "120.4", "position": "noted",
        "date": "2021-12-01",
    }  # fmt: skip
    assert row["states"] == ["Lutha", "Bolivia (Plurinational State of)"]
    bare = row_of(ImportedRecommendation("Ratify the treaty"), LIBRARY)
    assert set(bare) == {"text", "official"}


def test_a_new_row_comes_after_those_that_are_there_and_a_known_one_is_not_added_again() -> None:
    first = taken([{"text": "Mine"}], CLOSE, TRAIN, CLOSE)
    assert [path for path, _ in first.changes] == [("earlier", 1), ("earlier", 2)]
    assert (first.added, first.known) == (2, 0)
    tree = applied({"format": 1, "earlier": [{"text": "Mine"}]}, first.changes)
    again = add_imported(WorkingAnswers.read(tree), [CLOSE, TRAIN], LIBRARY)
    assert (again.changes, again.added, again.known) == ([], 0, 2)
    rows = Answers.model_validate(tree).earlier
    assert [row.is_imported for row in rows] == [False, True, True]
    assert not any(row.is_reworded for row in rows)


def test_what_was_typed_word_for_word_becomes_official_and_keeps_what_was_said_of_it() -> None:
    mine = {**TYPED, "status": "begun", "position": "supported", "states": None}
    confirmed = taken([mine], CLOSE)
    assert (confirmed.added, confirmed.confirmed) == (0, 1)
    [row] = Answers.model_validate(applied({"format": 1, "earlier": [mine]}, confirmed.changes)).earlier
    assert row.is_imported
    assert (row.status, row.position, row.document) == ("begun", "supported", "A/HRC/48/12")
    assert row.states == ("Lutha", "Bolivia (Plurinational State of)")


@pytest.mark.parametrize(
    ("row", "differs"),
    [
        ({"text": "Close the centres", "paragraph": "120.4"}, True),
        ({"text": "Close the centres", "paragraph": "120. 4", "document": "a/hrc/48/12"}, True),
        ({"text": "Close the centres", "paragraph": "120.4", "document": "A/HRC/32/1"}, False),
        ({"text": "Close the centres", "paragraph": "120.40"}, False),
        ({"text": "Close the centres"}, False),
    ],
)
def test_a_row_with_another_wording_is_reported_and_stays(row: dict[str, Any], differs: bool) -> None:
    result = taken([row], CLOSE)
    assert bool(result.differing) is differs
    assert result.added == (0 if differs else 1)
    if differs:
        [difference] = result.differing
        assert (difference.number, difference.typed) == ("120.4", "Close the centres")
        assert difference.official == CLOSE.text
        assert result.changes == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Universal Periodic Review", "upr"), ("UPR", "upr"), ("Human Rights Committee", "ccpr"),
        ("CEDAW", "cedaw"), ("SR Torture", "SR Torture"), ("", ""),
    ],
)  # fmt: skip
def test_a_body_is_known_by_each_of_its_names(name: str, expected: str) -> None:
    assert body_id(name, LIBRARY) == expected


@pytest.mark.parametrize(
    ("text", "theme", "is_about"),
    [
        ("Expand harm reduction", "harm-reduction", True),
        ("Provide needles and syringes", "harm-reduction", True),
        ("Reduce harm", "harm-reduction", False),
        ("Abolish the DEATH PENALTY for drug offences", "right-to-life", True),
        ("Improve schools", "recovery", False),
    ],
)
def test_a_text_is_about_the_themes_whose_words_it_has(text: str, theme: str, is_about: bool) -> None:
    assert (theme in themes_in(text, LIBRARY.themes)) is is_about


TWINS = (replaced(CLOSE, text="Ratify the treaty"), replaced(CLOSE, text="Ratify the protocol"))
"""Two recommendations under one number, as some lists have them."""


def test_two_recommendations_of_one_number_are_two_rows() -> None:
    assert taken([], *TWINS).added == 2
    first = {"text": "Ratify the treaty", "paragraph": "120.4"}
    result = taken([first], *TWINS)
    assert (result.confirmed, result.added, result.differing) == (1, 1, ())
    both = taken([first, {"text": "Ratify the protocol", "paragraph": "120.4"}], *TWINS)
    assert (both.confirmed, both.added, both.differing) == (2, 0, ())
    imported = [row_of(TWINS[0], LIBRARY)]
    assert taken(imported, TWINS[1]).added == 1
