"""The list of documents: its order, its headings, and the other names by which a document is searched."""

from itertools import groupby

import pytest

from drafter.interview.flow import next_question
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.library.recommend import OTHERS, documents_by_family
from drafter.model.mechanism import Mechanism
from drafter.terminal.choice_search import ChoiceSearch
from tests.support.script import LIBRARY
from tests.support.trees import working

DOCUMENTS = next_question(working({}), LIBRARY)
assert DOCUMENTS is not None
CHOICES = DOCUMENTS.choices
SEARCH = ChoiceSearch(CHOICES)


def found_by(typed: str) -> list[str]:
    """Return the ids of the documents that *typed* finds, the best first."""
    return [CHOICES[position].value for position in SEARCH.matching(typed)]


def test_the_documents_that_most_people_file_come_first() -> None:
    assert [choice.value for choice in CHOICES[:2]] == ["upr/joint", "upr/individual"]
    families = [title for title, _ in groupby(choice.group for choice in CHOICES)]
    assert len(families) == len(set(families)), "each family is in one piece"
    assert [family.split(":")[0] for family in families[:4]] == [
        "Universal Periodic Review",
        "Committees of experts",
        "Special Rapporteurs and working groups",
        "Calls for input",
    ]


def test_every_document_is_in_one_family() -> None:
    listed = [name for name, _ in documents_by_family(LIBRARY)]
    assert sorted(listed) == sorted(LIBRARY.document_ids())
    assert OTHERS not in {family for _, family in documents_by_family(LIBRARY)}


def test_a_document_of_no_family_comes_last_under_a_heading() -> None:
    library = Library(overlay("clauses"), overlay("templates"))
    rules = library.mechanism("upr").documents["joint"]
    library._mechanisms["ours"] = Mechanism(title="Ours", about="Ours.", documents={"note": rules})
    library.__dict__["mechanism_ids"] = ("ours", *library.mechanism_ids)
    assert documents_by_family(library)[-1] == ("ours/note", OTHERS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("joint upr", "upr/joint"),
        ("upr joint", "upr/joint"),
        ("periodic review", "upr/joint"),
        ("torture committee", "cat/list-of-issues"),
        ("rapporteur health", "special-procedures/communication"),
        ("women's rights shadow", "cedaw/alternative-report"),
        ("women’s rights shadow", "cedaw/alternative-report"),
        ("wgad", "special-procedures/wgad-case"),
        ("examen periódico", "upr/joint"),
        ("precautionary", "iachr/precautionary-measures"),
        ("Strasbourg", "ecthr/application"),
        ("amicus curiae", "iacthr/amicus"),
        ("call for submissions", "special-procedures/call-for-input"),
    ],
)
def test_other_names_find_a_document(typed: str, first: str) -> None:
    assert found_by(typed)[0] == first


def test_shadow_report_finds_titles_first_and_the_review_too() -> None:
    hits = found_by("shadow report")
    in_title = [choice.value for choice in CHOICES if "shadow report" in choice.title]
    assert hits[: len(in_title)] == in_title
    assert {"upr/joint", "upr/individual"} < set(hits)


def test_the_choices_of_the_list_are_found_in_a_fraction_of_a_second() -> None:
    from time import perf_counter

    search, start = ChoiceSearch(CHOICES), perf_counter()
    for count in range(1, 12):
        search.matching("periodic review"[:count])
    assert perf_counter() - start < 1
