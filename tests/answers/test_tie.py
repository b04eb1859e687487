"""The tie between answers and their private file: one id, and each name beside the pseudonym of its case."""

from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.answers.tie import Contents, mismatched_cases, pseudonyms_by_case, tie_together
from drafter.errors import DrafterError

ANSWERS: dict[str, Any] = {
    "format": 1, "made_with": "x", "private_id": "0a1b", "cases": {"C1": {"pseudonym": "Mira"}},
}  # fmt: skip
PRIVATE: dict[str, Any] = {
    "format": 1, "private_id": "0a1b", "cases": {"C1": {"pseudonym": "Mira", "name": "Canaria"}},
}  # fmt: skip
TIED = Contents(ANSWERS, PRIVATE)


def private_case(**values: str | None) -> dict[str, Any]:
    """Return a private file with these values of C1."""
    return {**PRIVATE, "cases": {"C1": values}}


def test_a_first_name_gets_the_id_and_the_pseudonym_of_its_case() -> None:
    before = Contents({"cases": ANSWERS["cases"]}, {})

    answers, private = tie_together(
        Contents(before.answers, {"cases": {"C1": {"name": "Canaria"}}}), before, before.answers
    )

    assert answers["private_id"] == private["private_id"] != ""
    assert private["cases"] == {"C1": {"pseudonym": "Mira", "name": "Canaria"}}
    assert private["format"] == 1


def test_a_tied_name_follows_a_change_of_the_pseudonym_by_this_side() -> None:
    ours = {**ANSWERS, "cases": {"C1": {"pseudonym": "Nora"}}}

    assert tie_together(Contents(ours, PRIVATE), TIED, ours) == Contents(
        ours, private_case(pseudonym="Nora", name="Canaria")
    )


@pytest.mark.parametrize("pseudonym", ["Vera", None])
def test_a_name_that_was_not_tied_to_its_case_stays_as_it_is(pseudonym: str | None) -> None:
    ours = {**ANSWERS, "cases": {"C1": {"pseudonym": "Nora"}}}
    private = private_case(pseudonym=pseudonym, name="Canaria")

    assert tie_together(Contents(ours, private), TIED, ours).private == private


def test_a_pseudonym_that_somebody_else_changed_moves_no_name() -> None:
    theirs = {**ANSWERS, "cases": {"C1": {"pseudonym": "Nora"}}}

    assert tie_together(Contents(theirs, PRIVATE), TIED, ANSWERS).private == PRIVATE


def test_a_case_of_the_private_file_alone_stays_as_it_is() -> None:
    private = {**PRIVATE, "cases": {**PRIVATE["cases"], "C2": {"name": "Vera"}, "C3": "Nora"}}

    assert tie_together(Contents(ANSWERS, private), TIED, ANSWERS).private == private


@pytest.mark.parametrize("private", [{}, {"format": 1, "private_id": "0a1b", "cases": {}}])
def test_an_empty_private_file_is_deleted_with_its_id(private: dict[str, Any]) -> None:
    assert tie_together(Contents(ANSWERS, private), TIED, ANSWERS) == Contents(
        {"format": 1, "made_with": "x", "cases": ANSWERS["cases"]}, {}
    )


def test_an_id_whose_private_file_is_elsewhere_stays() -> None:
    alone = Contents(ANSWERS, {})

    assert tie_together(alone, alone, ANSWERS) == alone


def test_what_a_person_wrote_beside_the_cases_keeps_the_private_file() -> None:
    private = {**PRIVATE, "cases": {}, "lawyer": "Vera Vogel"}

    assert tie_together(Contents(ANSWERS, private), TIED, ANSWERS).private == private


@pytest.mark.parametrize(
    ("case", "mismatched"),
    [
        ({"pseudonym": "Mira", "name": "Canaria"}, []),
        ({"pseudonym": " Mira ", "name": "Canaria"}, []),
        ({"pseudonym": "Nora", "name": "Canaria"}, ["C1"]),
        ({"name": "Canaria"}, ["C1"]),
        ({"pseudonym": "Nora", "phone": "1"}, []),
        ({"pseudonym": "Nora", "name": ""}, []),
    ],
)
def test_a_name_beside_another_pseudonym_is_a_mismatch(case: dict[str, Any], mismatched: list[str]) -> None:
    assert mismatched_cases(Contents(ANSWERS, {**PRIVATE, "cases": {"C1": case}})) == mismatched


def test_a_case_that_the_answers_do_not_have_is_no_mismatch() -> None:
    assert mismatched_cases(Contents({"format": 1}, PRIVATE)) == []


def test_a_case_without_a_pseudonym_has_none() -> None:
    cases: dict[str, Any] = {"C1": {"pseudonym": "Mira"}, "C2": {"pseudonym": None}, "C3": {}, "C4": None}

    assert pseudonyms_by_case({"cases": cases}) == {"C1": "Mira", "C2": None, "C3": None, "C4": None}


def test_private_cases_that_somebody_made_a_list_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.yaml", "drafter under test")
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("private", "cases", "C1", "name"), "Canaria")])
    text = store.private_path.read_text("utf-8")
    changed = text[: text.index("cases:")] + "cases:\n  - Canaria\n"
    store.private_path.write_text(changed, "utf-8")

    with pytest.raises(DrafterError, match="it has no 'cases'"):
        store.set(("title",), "New")

    assert store.private_path.read_text("utf-8") == changed
