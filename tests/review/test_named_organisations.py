"""Organisations that have not agreed to be named: where a text names one, and where it may."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.reviews import remarks, reviewed
from tests.support.submissions import ORGANISATION

NURSES: dict[str, Any] = {
    "name": "Street Nurses of Zenda",
    "acronym": "SNZ",
    "contact": {"person": "Anna Example", "email": "nurses@zenda.example", "website": "zenda-nurses.example"},
}


def named(folder: Path, text: str, status: str = "declined", **more: Any) -> list[tuple[str, str]]:
    """Return the level and the text of each remark on a summary that may name the nurses."""
    entry = {**NURSES, "status": status}
    result = reviewed(folder, organisations=[ORGANISATION, entry], summary=text, **more)
    return [(remark.level, remark.text) for remark in remarks(result, "organisation-named")]


@pytest.mark.parametrize(
    "text",
    [
        "We visited prisons with the Street Nurses of Zenda.",
        "We visited prisons with the street nurses\nof Zenda.",
        "SNZ has seen it too.",
        "Anna Example has seen it too.",
        "Write to nurses@zenda.example for more.",
        "See zenda-nurses.example for more.",
    ],
)
def test_a_name_an_acronym_and_a_contact_are_errors(tmp_path: Path, text: str) -> None:
    assert named(tmp_path, text) == [("error", "The text names Street Nurses of Zenda, which has declined.")]


def test_an_invited_organisation_is_not_named_either(tmp_path: Path) -> None:
    [(level, text)] = named(tmp_path, "SNZ has seen it too.", "invited")
    assert level == "error"
    assert text.endswith("which was invited and has not agreed yet.")


def test_an_organisation_that_was_not_asked_yet_is_not_named_either(tmp_path: Path) -> None:
    [(level, text)] = named(tmp_path, "SNZ has seen it too.", "not-asked")
    assert level == "error"
    assert text.endswith("which has not been asked yet.")


def test_a_confirmed_organisation_may_be_named(tmp_path: Path) -> None:
    assert named(tmp_path, "SNZ has seen it too.", "confirmed") == []


@pytest.mark.parametrize(
    "text", ["Nurses in the streets of Zenda saw it.", "SNZX and the snz of others.", ""]
)
def test_other_words_name_nobody(tmp_path: Path, text: str) -> None:
    assert named(tmp_path, text) == []


def test_a_longer_name_of_a_confirmed_organisation_names_no_other(tmp_path: Path) -> None:
    longer = {**ORGANISATION, "name": "Friends of the Street Nurses of Zenda"}
    declined = {**NURSES, "status": "declined"}
    text = "The Friends of the Street Nurses of Zenda have seen it."
    result = reviewed(tmp_path, organisations=[longer, declined], summary=text)
    assert remarks(result, "organisation-named") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("Release people in need.", 0), ("It was shown by Release in two cities.", 1), ("They release him.", 0)],
)
def test_a_name_that_is_one_word_counts_within_a_sentence_only(tmp_path: Path, text: str, count: int) -> None:
    declined = {"name": "Release", "status": "declined"}
    result = reviewed(tmp_path, organisations=[ORGANISATION, declined], summary=text)
    assert len(remarks(result, "organisation-named")) == count


def test_the_author_of_a_source_may_be_cited(tmp_path: Path) -> None:
    source = {"author": "Street Nurses of Zenda", "title": "A winter outside", "date": "2024"}
    [(level, text)] = named(tmp_path, "The Street Nurses of Zenda counted 40.", sources={"S1": source})
    assert level == "note"
    assert "which is the author of a source" in text
