"""Remarks that quote the author's own words show nothing from the private file."""

import pytest

from drafter.model.remark import Remark
from drafter.privacy.hidden_names import without_private_details

PRIVATE = {"C1": {"name": "Canaria Goldfinch", "street": "Canary Street 12"}}


def shown(place: str, text: str = "x", remedy: str = "", waived: str = "") -> Remark:
    """Return a remark as it is shown."""
    remark = Remark("a", "note", place, text, remedy, ("summary",), waived)
    [hidden] = without_private_details([remark], PRIVATE)
    return hidden


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It looks like shouting: “CANARIA GOLDFINCH”.", "It looks like shouting: “…”."),
        ("Words: “We met Goldfinch” and “rats”.", "Words: “…” and “rats”."),
        ("She lives in Canary Street 12.", "It is about a text that has something from the private file."),
        ("Words: “a bird”.", "Words: “a bird”."),
    ],
)
def test_a_quotation_with_a_private_detail_is_hidden(text: str, expected: str) -> None:
    assert shown("x", text).text == expected


def test_every_part_of_a_remark_is_searched() -> None:
    name = "“Canaria Goldfinch”"
    hidden = shown(f"theme {name}", name, f"Remove {name}.", f"Everybody knows {name}.")
    assert (hidden.place, hidden.text, hidden.remedy) == ("theme “…”", "“…”", "Remove “…”.")
    assert hidden.waived == "Everybody knows “…”."
    assert hidden.path == ("summary",)


def test_a_pseudonym_that_is_the_name_is_hidden_too() -> None:
    assert shown("case C1 (Canaria Goldfinch)").place == "case C1 “…”"
    assert shown("case C1 (Mira)").place == "case C1 (Mira)"


def test_without_a_private_file_remarks_stay_as_they_are() -> None:
    remark = Remark("a", "note", "x", "“Canaria Goldfinch”")
    assert list(without_private_details([remark], {})) == [remark]
