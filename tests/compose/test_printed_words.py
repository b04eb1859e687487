"""Typed text in print: months in digits, and full stops at the end of a sentence."""

from pathlib import Path

import pytest

from drafter.compose.wording import TypedText, sentence, unstopped
from drafter.dates import printed_date
from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from tests.support.submissions import submission, texts


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-12", "December 2026"),
        ("2026-01", "January 2026"),
        ("2026-00", "2026-00"),
        ("2026-13", "2026-13"),
        ("2026-00-10", "2026-00-10"),
        ("2026-00 to 2026-03", "2026-00 to 2026-03"),
        ("2026-01 to 2026-03", "January 2026 to March 2026"),
    ],
)
def test_a_month_that_does_not_exist_is_printed_as_typed(typed: str, shown: str) -> None:
    """Month 0 must not become December, which an index of -1 would give."""
    assert printed_date(typed, ENGLISH) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the police.", "the police"),
        ("and so on..", "and so on.."),
        ("wait...", "wait..."),
        ("the police", "the police"),
    ],
)
def test_a_single_full_stop_is_removed_within_a_sentence_and_several_stay(typed: str, shown: str) -> None:
    assert unstopped(TypedText(typed), ENGLISH) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the police", "The police."),
        ("and so on..", "And so on.."),
        ("wait…", "Wait…"),
        ("(a word.)", "(a word.)"),
    ],
)
def test_a_sentence_without_an_end_gets_one_full_stop(typed: str, shown: str) -> None:
    assert sentence(TypedText(typed), ENGLISH) == shown


@pytest.mark.parametrize(
    ("method", "paragraph"),
    [
        (
            "64 interviews in three prisons",
            "The information comes from the following: 64 interviews in three prisons.",
        ),
        ("we asked 64 people", "We asked 64 people."),
        ("The survey covers 2024", "The survey covers 2024."),
        ("Interviews, in 2024.", "Interviews, in 2024."),
        ("- 64 interviews", "(1) 64 interviews"),
        ("Interviews[^F1]", "Interviews"),
    ],
)
def test_a_method_of_one_line_reads_as_a_paragraph(tmp_path: Path, method: str, paragraph: str) -> None:
    facts = {"F1": {"text": "One", "source": "S1"}}
    file = submission(
        tmp_path, document="upr/individual", method=method, facts=facts, sources={"S1": {"title": "T"}}
    )
    printed = texts(draft_file(file))
    heading = printed.index("Sources and method")
    assert printed[heading + 1].partition("[")[0] == paragraph


def test_a_summary_and_a_closing_of_one_line_are_sentences(tmp_path: Path) -> None:
    file = submission(
        tmp_path, document="upr/individual", summary="no clinic is open", closing="- one\n- two"
    )
    printed = texts(draft_file(file))
    assert "No clinic is open." in printed
    assert "(1) one" in printed
