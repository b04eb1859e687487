"""Finding days that a reader cannot know, such as "last Tuesday" or "24/11", and reading them from today."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from drafter.dates import months_later, parse_date
from drafter.frozen import frozen
from drafter.language.day_words import DayWords
from drafter.language.language import Language
from drafter.patterns import pattern

_YEAR = pattern(r"\b[0-9]{4}\b")
_WITHOUT_YEAR = pattern(
    r"(?<![\w./-])[0-9]{1,2}/[0-9]{1,2}(?![\w/-]|\.[0-9])|(?<![\w./-])[0-9]{1,2}\.[0-9]{1,2}\.(?![0-9])"
)
_DAY_AND_WORD = pattern(r"\b[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?[^\W\d_]{3,9}\b|\b[^\W\d_]{3,9} [0-9]{1,2}\b")
_QUOTED = pattern(r"“[^“”]*”|\"[^\"]*\"")
_A_WEEK = 7


@frozen
class UnknownDay:
    """A part of a text that names a day only for a reader who knows when it was written."""

    text: str
    start: int
    """The position of its first character in the text."""
    match: re.Match[str] | None = None
    """The words counted from today; ``None`` for a day without its year."""


def unknown_days(text: str, language: Language, *, is_line: bool) -> list[UnknownDay]:
    """Return the parts of *text* whose day depends on when they were written, in order; none in quotes.

    *is_line*: the text answers a question for a date, so a day without a year and a day of the week count.
    """
    words = language.review_words().days()
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    days = [UnknownDay(match[0], match.start(), match) for match in words.relative.finditer(text)]
    if not is_line:
        days = [day for day in days if day.text.lower() not in words.now]
    else:
        days += [
            UnknownDay(match[0], match.start(), match)
            for match in words.weekday_alone.finditer(text)
            if not any(day.start <= match.start() < day.start + len(day.text) for day in days)
        ]
        days += _without_year(text, language, words)
    outside = [day for day in days if not any(start < day.start < end for start, end in quotes)]
    return sorted(outside, key=lambda day: day.start)


def _without_year(text: str, language: Language, words: DayWords) -> Iterator[UnknownDay]:
    """Yield each day without its year, if *text* names no year at all."""
    if _YEAR.search(text):
        return
    for match in [*_WITHOUT_YEAR.finditer(text), *_DAY_AND_WORD.finditer(text)]:
        if not words.no_date.fullmatch(match[0]) and any(_in_year(match[0], 2024, language)):
            yield UnknownDay(match[0], match.start())


def _in_year(text: str, year: int, language: Language) -> list[date]:
    """Return the days that *text*, a day without a year, can mean in *year*."""
    typed = text.rstrip(".")
    separator = next((mark for mark in "/." if mark in typed), " ")
    parsed = parse_date(f"{typed}{separator}{year}", language)
    return list(parsed.days) if parsed and parsed.precision == "day" else []


def meanings(day: UnknownDay, today: date, language: Language, *, to_come: bool = False) -> tuple[str, ...]:
    """Return what *day* probably means, in words, the most likely first; ``()`` if nobody can say.

    *to_come*: it is a day after today, otherwise one before it.
    """
    with suppress(OverflowError, ValueError):
        if day.match is None:
            return _with_year(day.text, today, language, to_come=to_come)
        words = language.review_words().days()
        groups = {name: value.lower() for name, value in day.match.groupdict().items() if value}
        if near := groups.get("near"):
            moment = language.date(today + timedelta(days=words.offsets[near]))
            return (words.phrases.get(near, "{day}").format(day=moment),)
        if units := groups.get("units"):
            count = groups["count"]
            number = words.counts[count] if count in words.counts else int(count)
            return (_unit_before(words.units.get(units, units), -number, today, language),)
        step = words.steps.get(groups.get("which", ""))
        unit = groups["unit"]
        if unit in words.units.values():
            return (_unit_before(unit, step or 0, today, language),)
        return _weekday(unit, today, language, is_later=to_come if step is None or step == 0 else step > 0)
    return ()


def _with_year(text: str, today: date, language: Language, *, to_come: bool) -> tuple[str, ...]:
    """Return a day with the two years that are nearest to *today* on its side."""
    years = range(today.year, today.year + 3) if to_come else range(today.year, today.year - 3, -1)
    days = [day for year in years for day in _in_year(text, year, language)]
    on_side = [day for day in days if (day >= today if to_come else day <= today)]
    return tuple(language.date(day) for day in on_side[:2])


def _unit_before(unit: str, step: int, today: date, language: Language) -> str:
    """Return the day, week, month or year that is *step* of them after *today*, in words."""
    match unit:
        case "day":
            return language.date(today + timedelta(days=step))
        case "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(days=_A_WEEK * step)
            return language.review_words().days().week.format(day=language.date(monday))
        case "month":
            month = months_later(today.replace(day=1), step)
            return language.month(month.year, month.month)
    return str(today.year + step)


def _weekday(name: str, today: date, language: Language, *, is_later: bool) -> tuple[str, ...]:
    """Return the two nearest days called *name*, before or after *today*, the nearest first."""
    number = [each.lower() for each in language.calendar.weekdays].index(name)
    if is_later:
        first = today + timedelta(days=(number - today.weekday() - 1) % _A_WEEK + 1)
        return language.date(first), language.date(first + timedelta(days=_A_WEEK))
    first = today - timedelta(days=(today.weekday() - number - 1) % _A_WEEK + 1)
    return language.date(first), language.date(first - timedelta(days=_A_WEEK))


def replaced_day(text: str, day: UnknownDay, meaning: str, language: Language) -> str:
    """Return *text* with *meaning* in place of *day*, after "on" in the middle of a sentence."""
    words = language.review_words().days()
    before, after = text[: day.start], text[day.start + len(day.text) :]
    has_day = parse_date(meaning, language) is not None and not _YEAR.fullmatch(meaning)
    on = f"{words.on} " if has_day and not words.takes_no_on.search(before) else ""
    return f"{before}{on}{meaning}{after}"
