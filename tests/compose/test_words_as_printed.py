"""What becomes of a typed word in print: months in figures, and full stops at the end of a sentence."""

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
def test_a_month_that_there_is_not_stays_as_it_was_typed(typed: str, shown: str) -> None:
    """Month 0 would be December to a list that is read from its end."""
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
def test_one_full_stop_is_taken_off_inside_a_sentence_and_several_stay(typed: str, shown: str) -> None:
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
def test_a_sentence_gets_one_full_stop_where_it_has_no_end(typed: str, shown: str) -> None:
    assert sentence(TypedText(typed), ENGLISH) == shown
