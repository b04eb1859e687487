"""How much of a submission comes from the library, and when that is worth a warning."""

from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import ReviewedDraft
from drafter.review.own_voice import fixed_words
from tests.support.reviews import level, remarks, reviewed
from tests.support.small_library import clause, library, write_library
from tests.support.submissions import section

LONG = f"{'word ' * 200}end."
FACT: dict[str, Any] = {"facts": {"F1": {"text": "a", "source": "S1"}}, "sources": {"S1": {"title": "T"}}}


def mostly_library(folder: Path, **answers: Any) -> ReviewedDraft:
    """Return a brief of which nearly every word is in one clause."""
    write_library(folder, {"jails/long": clause(LONG)})
    return reviewed(folder, **{"themes": section("jails/long"), **answers})


def test_a_submission_of_library_text_without_a_fact_is_a_warning(tmp_path: Path) -> None:
    [remark] = remarks(mostly_library(tmp_path), "library-share")
    assert remark.level == "warning"
    assert remark.path == ("themes",)
    assert "per cent" not in remark.text
    assert "% of the text comes from the library" in remark.text


@pytest.mark.parametrize(
    "answers",
    [
        {"themes": section("jails/long", facts=["F1"]), **FACT},
        {"themes": section({"clause": "jails/long", "text": LONG})},
        {"themes": section("jails/long", own=[{"kind": "paragraph", "text": "own " * 200}])},
    ],
    ids=["with a fact", "in the author's wording", "a long paragraph"],
)
def test_a_fact_or_enough_words_of_the_authors_own_are_no_warning(
    tmp_path: Path, answers: dict[str, Any]
) -> None:
    assert level(mostly_library(tmp_path, **answers), "library-share") == ""


def test_a_fact_that_no_theme_prints_does_not_count(tmp_path: Path) -> None:
    assert level(mostly_library(tmp_path, **FACT), "library-share") == "warning"


def test_fields_conditions_and_notes_of_a_clause_are_not_words_of_the_library(tmp_path: Path) -> None:
    text = "Close {{ body | sentence }}{% if body %} now{% endif %}.[^treaty:9]"
    write_library(tmp_path, {"jails/a": clause(text)})
    assert fixed_words(library(tmp_path).clause("jails/a")) == 3
