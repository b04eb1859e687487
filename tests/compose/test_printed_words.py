"""Typed text in print: months in digits, and full stops at the end of a sentence."""

import pytest

from drafter.compose.wording import TypedText, sentence, unstopped
from drafter.dates import printed_date
from drafter.language.english import ENGLISH


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
