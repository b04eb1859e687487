"""Remarks on the numbers, notes and properties of a Word file."""

from collections.abc import Iterable
from typing import Any

import pytest

from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.review.submission import Submission
from drafter.review.word_file import WordFile, WordLine, WordNote
from drafter.review.word_text_checks import check_notes, check_numbers, check_properties


def submission(stage: str = "recommendations") -> Submission:
    """Return a submission of which only the *stage* matters."""
    rules = DocumentRules.model_validate(
        {"title": "T", "name": "N", "about": "A", "stage": stage, "shape": "s.md.jinja"}
    )
    return Submission(Answers(format=1), rules, ENGLISH)


def numbered(*numbers: str) -> WordFile:
    """Return a file whose paragraphs have these typed *numbers*."""
    lines = (
        WordLine("Words.", "paragraph", f"paragraph {number}", number, is_number_typed=True)
        for number in numbers
    )
    return WordFile(tuple(lines))


def codes(remarks: Iterable[Remark]) -> list[str]:
    """Return the codes of *remarks*."""
    return [remark.code for remark in remarks]


@pytest.mark.parametrize(
    ("numbers", "place"),
    [
        (("1.", "2.", "4."), "paragraph 4."),
        (("1.", "2.", "2.", "3."), "paragraph 2."),
        (("1.", "2.", "3."), ""),
        (("1.", "2.", "3.", "1.", "2."), ""),
        (("1.", "3."), ""),
        (("(a)", "(b)", "(d)"), ""),
    ],
)
def test_typed_numbers_that_skip_or_repeat_are_remarked_on_once(numbers: tuple[str, ...], place: str) -> None:
    places = [remark.place for remark in check_numbers(numbered(*numbers), submission())]
    assert places == ([place] if place else [])


def test_an_empty_note_a_repeated_one_and_a_placeholder_are_named() -> None:
    full = "A. Author, The law on drugs, Zenda, 2024."
    texts = (full, full, "", "TBC", "See note 1.", "See note 1.")
    notes = tuple(WordNote(number, text) for number, text in enumerate(texts, 1))
    remarks = list(check_notes(WordFile((), notes), submission()))
    assert sorted(codes(remarks)) == ["placeholder-left", "word-note-empty", "word-note-twice"]
    assert {remark.place.split(" (")[0] for remark in remarks} == {"note 2", "note 3", "note 4"}


@pytest.mark.parametrize(
    ("stage", "first_line", "file", "expected"),
    [
        ("case", "To: the Working Group", {"lastModifiedBy": "Anna Example"}, True),
        ("recommendations", "CONFIDENTIAL: not to be posted", {"lastModifiedBy": "Anna Example"}, True),
        ("recommendations", "Submitted by: A", {"lastModifiedBy": "Anna Example"}, False),
        ("case", "To: the Working Group", {"lastModifiedBy": "python-docx"}, False),
        ("case", "To: the Working Group", {"creator": "House of Examples"}, True),
    ],
)
def test_names_in_the_properties_matter_where_a_person_could_be_harmed(
    stage: str, first_line: str, file: dict[str, Any], expected: bool
) -> None:
    word = WordFile((WordLine(first_line, "front", "p"),), properties=file)
    assert (codes(check_properties(word, submission(stage))) == ["word-properties"]) == expected


def test_the_organisations_that_drafter_writes_as_authors_are_no_names_of_people() -> None:
    word = WordFile((), properties={"creator": "House of Examples"}, has_seal=True)
    assert list(check_properties(word, submission("case"))) == []
