"""Dates as people type them: what is wrong with one, and how it is saved."""

from datetime import date

from drafter.dates import date_slips, dates_in, parse_date, unclear_day, with_months_in_words
from drafter.errors import Fault
from drafter.language.english import SCREEN
from drafter.model.question import Form
from drafter.relative_days import meanings, unknown_days

FORMS_OF_DATES: frozenset[Form] = frozenset({"date", "month", "year", "when"})
"""The forms of answers whose days are saved with the month as a word."""
EXAMPLE = "15 March 2030"


def in_words(text: str) -> str:
    """Return *text* with each day in digits in words, as it is printed: ``30/6/27`` is ``30 June 2027``."""
    return with_months_in_words(text, SCREEN)


def fault_of_date(text: str, *, months_alone: bool) -> Fault | None:
    """Return the fault of a date in any *text*: a day that does not exist, a misspelt month.

    *months_alone*: also a month before a year, without a day.
    """
    for slip in date_slips(text, SCREEN, months_alone=months_alone):
        if slip.month:
            return Fault(
                f"“{slip.text}” is not a month", f"Do you mean {slip.month}? For example: {EXAMPLE}."
            )
        return Fault(f"this day does not exist: {slip.text}", f"Correct it. For example: {EXAMPLE}.")
    return None


def fault_of_when(text: str) -> Fault | None:
    """Return the fault of a text with a day that can mean two days or does not exist."""
    parsed = parse_date(text, SCREEN)
    if parsed is not None and not parsed.days:
        return Fault("this day does not exist", f"Correct it. For example: {EXAMPLE}.")
    if unclear := unclear_day(text, SCREEN):
        first, second = map(SCREEN.date, unclear.days)
        subject = "this" if parsed else "the day in digits"
        return Fault(f"{subject} can mean {first} or {second}", f"Write the month as a word: {first}.")
    return fault_of_date(text, months_alone=True)


def fault_of_day(text: str, *, is_year_enough: bool = False) -> Fault | None:
    """Return the fault of a text in which no day and no month can be read."""
    parsed = parse_date(text, SCREEN)
    if is_year_enough and parsed is not None and parsed.precision == "year":
        return None
    if fault := fault_of_when(text):
        return fault
    if has_latin_digits(text) and dates_in(in_words(text), SCREEN):
        return None
    if fault := _without_year(text):
        return fault
    if is_year_enough:
        return Fault("this cannot be read as a month", "For example: May 2023.")
    return Fault("this cannot be read as a date", f"For example: {EXAMPLE}, or 2030-03-15.")


def _without_year(text: str) -> Fault | None:
    """Return the fault of a day without its year or counted from today; the nearest days are the examples."""
    for day in unknown_days(text, SCREEN, is_line=True):
        sides = [meanings(day, date.today(), SCREEN, to_come=is_later)[:1] for is_later in (False, True)]
        near = list(dict.fromkeys(each for side in sides for each in side))
        example = ", or ".join(near) or EXAMPLE
        return Fault(f"“{day.text}” is not a whole date", f"Write it like this: {example}.")
    return None


def has_latin_digits(text: str) -> bool:
    """Return whether every digit of *text* is one of 0 to 9."""
    return all(letter.isascii() for letter in text if letter.isdecimal())
