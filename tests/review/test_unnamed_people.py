"""A letter without the name of the person can still show who it is."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from tests.support.people import letter

FACTS = "On 24 November 2026 he was taken from the barangay hall of Tipolo to a centre in Mandaue City."
PERSON = {"name": "Person A", "age": "24", "occupation": "tricycle driver"}


def remarks(folder: Path, consent: str, facts: str = FACTS, **person: Any) -> list[str]:
    """Return the remarks on details in a letter about a person with this *consent*."""
    details = {"facts_of_case": facts, "victims": [{**PERSON, **person}], "consent_to_send": consent}
    file = letter(folder, details)
    return [
        f"{remark.level}: {remark.text}"
        for remark in draft_file(file).remarks
        if remark.code == "details-identify" and remark.path[:1] == ("details",)
    ]


def test_details_that_identify_somebody_who_is_not_to_be_named_get_a_remark(tmp_path: Path) -> None:
    [remark] = remarks(tmp_path, "without-names")
    assert remark.startswith("warning: The letter does not have the name.")
    assert "a place" in remark
    assert "a date" in remark


@pytest.mark.parametrize("consent", ["yes", "no", "not-asked"])
def test_with_the_name_or_without_consent_there_is_nothing_to_add(tmp_path: Path, consent: str) -> None:
    assert remarks(tmp_path, consent) == []


def test_general_words_get_none(tmp_path: Path) -> None:
    person = {"age": "", "occupation": ""}
    assert remarks(tmp_path, "without-names", "In 2026 he was taken to a centre.", **person) == []


def test_a_list_in_one_line_is_no_long_sentence(tmp_path: Path) -> None:
    mandates = "; ".join(
        f"the Special Rapporteur on the right of everyone to {number}" for number in range(8)
    )
    remarks_on_all = draft_file(letter(tmp_path, {"mandates": mandates})).remarks
    assert not [remark for remark in remarks_on_all if remark.code == "sentence-long"]
