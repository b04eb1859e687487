"""Reading dates (typed, ISO, months, years) and printing them."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.patterns import pattern

_ISO = pattern(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_YEAR_FIRST = pattern(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_YEAR_LAST = pattern(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")
_YEAR = pattern(r"[0-9]{4}")
_YEAR_IN_TEXT = pattern(r"\b(?:19|20)[0-9]{2}\b")


@frozen
class ReadDate:
    """What a text that looks like a date can mean."""

    days: tuple[date, ...]
    """None where there is no such day, two where day and month can be exchanged; else the day, or the first
    day of the month or year."""
    precision: Literal["day", "month", "year"] = "day"
    """How much of the date is given."""


def read_date(text: str, language: Language) -> ReadDate | None:
    """Return what *text* means as a date, ``None`` where it does not look like one.

    Read are a day or a month with the year first (``2026-11-21``, ``2026-11``), a day with the year last in
    figures (``21.11.2026``), a day with the month as a word of *language*, and a year.
    """
    text = text.strip()
    if match := _YEAR_FIRST.fullmatch(text):
        return ReadDate(_days(match.groups()))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = match.groups()
        return ReadDate(tuple(dict.fromkeys([*_days((year, second, first)), *_days((year, first, second))])))
    if named := _with_month_named(text, language):
        return ReadDate(_days(named))
    if match := _ISO.fullmatch(text):
        return ReadDate(_days((match[1], match[2], "1")), "month")
    if _YEAR.fullmatch(text):
        return ReadDate(_days((text, "1", "1")), "year")
    return None


def iso_day(text: str) -> date | None:
    """Return the day that *text* gives as year-month-day, ``None`` for anything else or no such day."""
    match = _ISO.fullmatch(text.strip())
    return next(iter(_days(match.groups())), None) if match and match[3] else None


def printed_date(text: str, language: Language) -> str:
    """Return *text* as it is printed: ISO days and months in words, all else as it was typed.

    A period from one day or month to another is printed in words where both are ISO.
    """
    parts = _range(language).split(text.strip())
    printed = [_printed(part, language) for part in parts[::2]]
    if "" in printed:
        return text
    parts[::2] = printed
    return "".join(parts)


def the_year_in(text: str) -> str | None:
    """Return the year of the last or this century that *text* names, ``None`` for none or several."""
    years = set(_YEAR_IN_TEXT.findall(text))
    return years.pop() if len(years) == 1 else None


def _printed(text: str, language: Language) -> str:
    """Return an ISO day or month in words, ``""`` for anything else."""
    match = _ISO.fullmatch(text)
    if match is None:
        return ""
    days = _days((match[1], match[2], match[3] or "1"))
    if not days:
        return ""
    return language.date(days[0]) if match[3] else language.month(days[0].year, days[0].month)


def _days(numbers: Sequence[str]) -> tuple[date, ...]:
    """Return the day of year, month and day, or nothing where there is no such day."""
    with suppress(ValueError):
        year, month, day = map(int, numbers)
        return (date(year, month, day),)
    return ()


def _with_month_named(text: str, language: Language) -> tuple[str, str, str] | None:
    """Return year, month and day of a *text* such as ``21st of November 2026``, in figures."""
    patterns = _patterns(language)
    match = patterns.day_first.fullmatch(text) or patterns.month_first.fullmatch(text)
    month = language.month_numbers.get(match["month"].lower()) if match else None
    return (match["year"], str(month), match["day"]) if match and month else None


class _Patterns(NamedTuple):
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(language: Language) -> _Patterns:
    """Return the patterns of a day with the month as a word, before and after the day."""
    calendar = language.calendar
    ordinal = rf"(?:{'|'.join(map(re.escape, language.ordinal_endings))})?"
    dotted = rf"(?:{'|'.join(map(re.escape, (*language.ordinal_endings, '.')))})?"
    day, month, year = r"(?P<day>[0-9]{1,2})", r"(?P<month>[^\W\d_]{3,})\.?", "(?P<year>[0-9]{4})"
    of, of_year = _optional(calendar.before_month), _optional(calendar.before_year)
    return _Patterns(
        pattern(f"{day}{dotted} {of}{month},? {of_year}{year}"),
        pattern(f"{month} {day}{ordinal},? {of_year}{year}"),
    )


@lru_cache(maxsize=8)
def _range(language: Language) -> re.Pattern[str]:
    """Return the pattern of what stands between the two days of a period."""
    words = "|".join(f" {re.escape(word)} " for word in language.calendar.between)
    return pattern(f"({words}| – |–| - )")


def _optional(words: Sequence[str]) -> str:
    return rf"(?:(?:{'|'.join(map(re.escape, words))}) )?" if words else ""
