"""Parsing dates (typed, ISO, months, years) and printing them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.patterns import pattern

_ISO = pattern(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_YEAR_FIRST = pattern(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_YEAR_LAST = pattern(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4}|[0-9]{2})")
_MONTH_AND_YEAR = pattern(r"([0-9]{1,2})[-./]([0-9]{4})")
_MAY_COUNT = pattern(r"[0-9]+[-./][0-9]{4}|[0-9]+\.[0-9]+\.[0-9]{2}")
"""Matches what is a date alone and a number within a text: Law 12/2017, section 13.2.12."""
_DIGITS = pattern(r"(?<![\w./-])[0-9]{1,4}[-./][0-9]{1,2}[-./](?:[0-9]{4}|[0-9]{1,2})(?![\w/-]|\.[0-9])")
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

    Accepts a day or a month with the year first (``2026-11-21``, ``2026-11``) or last (``21.11.2026``,
    ``21/11/26``, ``11/2026``), a day with the name of the month in *language*, and a year.
    """
    text = text.strip()
    if match := _YEAR_FIRST.fullmatch(text):
        return ParsedDate(_days(match.groups()))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = match[1], match[2], _whole_year(match[3])
        return ParsedDate(
            tuple(dict.fromkeys([*_days((year, second, first)), *_days((year, first, second))]))
        )
    if numbers := _with_month_name(text, language):
        return ParsedDate(_days(numbers))
    if match := _ISO.fullmatch(text):
        return ParsedDate(_days((match[1], match[2], "1")), "month")
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return ParsedDate(_days((match[2], match[1], "1")), "month")
    if _YEAR.fullmatch(text):
        return ParsedDate(_days((text, "1", "1")), "year")
    return None


def _whole_year(year: str) -> str:
    """Return *year* in four digits: 26 is 2026, 98 is 1998."""
    return year if len(year) > 2 else f"{20 if int(year) < _LAST_CENTURY else 19}{year}"


_LAST_CENTURY = 70
"""The first year in two digits that belongs to the last century."""


def with_months_in_words(text: str, language: Language) -> str:
    """Return *text* with each day in digits in words: ``24/11/2026 about 7 pm`` has ``24 November 2026``.

    A day that is unclear or does not exist stays as it is. A month is read if it is the whole text.
    """
    parsed = parse_date(text, language)
    if parsed and len(parsed.days) == 1 and parsed.precision == "month":
        return language.month(parsed.days[0].year, parsed.days[0].month)
    return _DIGITS.sub(lambda match: printed_day(match[0], language), text)


def unclear_day(text: str, language: Language) -> ParsedDate | None:
    """Return the first day in digits in *text* that can mean two days, ``None`` if there is none."""
    days = (parse_date(match, language) for match in _DIGITS.findall(text))
    return next((day for day in days if day and len(day.days) > 1), None)


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


def printed_day(text: str, language: Language) -> str:
    """Return the day *text* in words, however its figures were typed; one that is unclear as it was typed."""
    parsed = parse_date(text, language)
    is_clear = parsed is not None and len(parsed.days) == 1 and parsed.precision == "day"
    return language.date(parsed.days[0]) if parsed and is_clear else printed_date(text, language)


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
    if size == 1 and _MAY_COUNT.fullmatch(text):
        return None
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


@frozen
class DateSlip:
    """A date in a text that cannot be right."""

    text: str
    """The date, or the misspelt name of a month, as it is written."""
    month: str = ""
    """The name of the month that is probably meant; empty if the day does not exist."""


def date_slips(text: str, language: Language, *, months_alone: bool = False) -> Iterator[DateSlip]:
    """Yield each day in *text* that does not exist, and each misspelt month between a day and a year.

    *months_alone*: also a misspelt month directly before a year.
    """
    for match in _like_dates(language).finditer(text):
        before, word, after, year = match["before"], match["word"], match["after"], match["year"]
        month = language.month_numbers.get(word.lower().rstrip("."))
        day = before or after
        if month is not None:
            if day and not _days((year, str(month), day)):
                yield DateSlip(match[0].strip())
        elif (day or months_alone) and (meant := _nearest_month(word, language)):
            yield DateSlip(word, meant)


def _nearest_month(word: str, language: Language) -> str:
    """Return the month that *word* misspells, ``""`` if it is not near to any."""
    for month in language.calendar.months:
        most = 2 if min(len(word), len(month)) >= _LONG_MONTH else 1
        is_like = len(word) >= _SHORTEST_SLIP and word[0].lower() == month[0].lower()
        if is_like and _edits(word.lower(), month.lower()) <= most:
            return month
    return ""


def _edits(first: str, second: str) -> int:
    """Return how many letters are added, left out, replaced or swapped between *first* and *second*."""
    rows = [list(range(len(second) + 1))]
    for i, letter in enumerate(first, 1):
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


_LONG_MONTH, _SHORTEST_SLIP = 6, 4
"""Letters of a month in which two may be wrong; letters of a word that can be a month."""


@lru_cache(maxsize=8)
def _like_dates(language: Language) -> re.Pattern[str]:
    """Return the pattern of what looks like a day or a month, whether or not its word is a month."""
    endings = "|".join(map(re.escape, (*language.ordinal_endings, ".")))
    of_month = _optional(language.calendar.day_to_month)
    return pattern(
        rf"(?:\b(?P<before>[0-9]{{1,2}})(?:{endings})? {of_month})?\b(?P<word>[^\W\d_]{{3,12}})\b\.?"
        rf"(?: (?P<after>[0-9]{{1,2}})(?:{endings})?)?,? (?P<year>(?:19|20)[0-9]{{2}})\b"
    )
