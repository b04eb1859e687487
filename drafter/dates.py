"""Parsing dates (typed, ISO, months, years) and printing them."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
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
class ParsedDate:
    """The possible meanings of a text that looks like a date."""

    days: tuple[date, ...]
    """The day, or the first day of the month or year. Empty if that day does not exist; two days if day and
    month are ambiguous."""
    precision: Literal["day", "month", "year"] = "day"
    """How much of the date the text has."""


def parse_date(text: str, language: Language) -> ParsedDate | None:
    """Return the meaning of *text* as a date, ``None`` if it does not look like one.

    Accepts a day or a month with the year first (``2026-11-21``, ``2026-11``), a day in digits with the year
    last (``21.11.2026``), a day with the name of the month in *language*, and a year.
    """
    text = text.strip()
    if match := _YEAR_FIRST.fullmatch(text):
        return ParsedDate(_days(match.groups()))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = match.groups()
        return ParsedDate(
            tuple(dict.fromkeys([*_days((year, second, first)), *_days((year, first, second))]))
        )
    if numbers := _with_month_name(text, language):
        return ParsedDate(_days(numbers))
    if match := _ISO.fullmatch(text):
        return ParsedDate(_days((match[1], match[2], "1")), "month")
    if _YEAR.fullmatch(text):
        return ParsedDate(_days((text, "1", "1")), "year")
    return None


def iso_day(text: str) -> date | None:
    """Return the day of an ISO date (``2026-11-21``), ``None`` if it is none or does not exist."""
    match = _ISO.fullmatch(text.strip())
    return next(iter(_days(match.groups())), None) if match and match[3] else None


def printed_date(text: str, language: Language) -> str:
    """Return *text* as it is printed: ISO days and months in words, anything else unchanged.

    A period between two days or months is printed in words if both are ISO.
    """
    parts = _range_pattern(language).split(text.strip())
    dates = [_in_words(part, language) for part in parts[::2]]
    if "" in dates:
        return text
    parts[::2] = dates
    return "".join(parts)


def years_in(text: str) -> list[int]:
    """Return the years from 1900 to 2099 that *text* names, in its order."""
    return [int(year) for year in _YEAR_IN_TEXT.findall(text)]


@frozen
class FoundDate:
    """A day or a month in a longer text."""

    first: date
    """The first day that it can mean."""
    last: date
    """The last day that it can mean: for a month, its last day."""
    start: int
    """The number of its first word in the text, from 0."""
    end: int
    """The number of the first word after it."""

    @property
    def is_day(self) -> bool:
        """Whether it is a day and not a month."""
        return self.first == self.last


def dates_in(text: str, language: Language) -> list[FoundDate]:
    """Return the days and months that *text* names, in its order. Years alone and unclear days are none."""
    words = [word.strip(",.;:()") for word in text.split()]
    dates: list[FoundDate] = []
    position = 0
    while position < len(words):
        candidates = (_date_at(words, position, size, language) for size in (4, 3, 2, 1))
        date_here = next(filter(None, candidates), None)
        if date_here is not None:
            dates.append(date_here)
        position = date_here.end if date_here else position + 1
    return dates


def _date_at(words: Sequence[str], start: int, size: int, language: Language) -> FoundDate | None:
    """Return the day or month that *size* words from *start* are, if they are one."""
    if start + size > len(words):
        return None
    text = " ".join(words[start : start + size])
    parsed = parse_date(text, language) or parse_date(f"1 {text}", language)
    if parsed is None or len(parsed.days) != 1 or parsed.precision == "year":
        return None
    [day] = parsed.days
    is_month = parsed.precision == "month" or parse_date(text, language) is None
    return FoundDate(day, months_later(day, 1) - timedelta(days=1) if is_month else day, start, start + size)


def months_later(day: date, months: int) -> date:
    """Return the day *months* after *day*; the last day of that month if it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def _in_words(text: str, language: Language) -> str:
    """Return an ISO day or month in words, ``""`` for anything else."""
    match = _ISO.fullmatch(text)
    if match is None:
        return ""
    days = _days((match[1], match[2], match[3] or "1"))
    if not days:
        return ""
    return language.date(days[0]) if match[3] else language.month(days[0].year, days[0].month)


def _days(numbers: Sequence[str]) -> tuple[date, ...]:
    """Return the day of year, month and day in digits; empty if that day does not exist."""
    with suppress(ValueError):
        year, month, day = map(int, numbers)
        return (date(year, month, day),)
    return ()


def _with_month_name(text: str, language: Language) -> tuple[str, str, str] | None:
    """Return year, month and day, in digits, of a *text* such as ``21st of November 2026``."""
    patterns = _day_patterns(language)
    match = patterns.day_first.fullmatch(text) or patterns.month_first.fullmatch(text)
    month = language.month_numbers.get(match["month"].lower()) if match else None
    return (match["year"], str(month), match["day"]) if match and month else None


class _DayPatterns(NamedTuple):
    """The patterns of a day with the name of the month."""

    day_first: re.Pattern[str]
    month_first: re.Pattern[str]


@lru_cache(maxsize=8)
def _day_patterns(language: Language) -> _DayPatterns:
    """Return the patterns of a day in *language*, with the month before and after the day."""
    calendar = language.calendar
    ordinal = rf"(?:{'|'.join(map(re.escape, language.ordinal_endings))})?"
    dotted = rf"(?:{'|'.join(map(re.escape, (*language.ordinal_endings, '.')))})?"
    day, month, year = r"(?P<day>[0-9]{1,2})", r"(?P<month>[^\W\d_]{3,})\.?", "(?P<year>[0-9]{4})"
    of_month, of_year = _optional(calendar.day_to_month), _optional(calendar.month_to_year)
    return _DayPatterns(
        pattern(f"{day}{dotted} {of_month}{month},? {of_year}{year}"),
        pattern(f"{month} {day}{ordinal},? {of_year}{year}"),
    )


@lru_cache(maxsize=8)
def _range_pattern(language: Language) -> re.Pattern[str]:
    """Return the pattern of the text between the two days of a period."""
    words = "|".join(f" {re.escape(word)} " for word in language.calendar.range_words)
    return pattern(f"({words}| – |–| - )")


def _optional(words: Sequence[str]) -> str:
    """Return the source of a pattern for one of *words*, or for none of them."""
    return rf"(?:(?:{'|'.join(map(re.escape, words))}) )?" if words else ""
