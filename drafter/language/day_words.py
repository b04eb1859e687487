"""The words that name a day only for a reader who knows when they were written."""

from collections.abc import Mapping
from re import Pattern

from drafter.frozen import frozen


@frozen
class DayWords:
    """The words for days, weeks, months and years counted from today."""

    relative: Pattern[str]
    """Finds them. Groups: ``near`` (a key of *offsets*); ``which`` (a key of *steps*) with ``unit`` (week,
    month, year or a day of the week); ``count`` and ``units`` of something that was so long ago."""
    weekday_alone: Pattern[str]
    """Finds a day of the week without a date. Group ``unit``."""
    offsets: Mapping[str, int]
    """By word: days from today."""
    phrases: Mapping[str, str]
    """By word: the day in words, with ``{day}``, where it is a part of a day."""
    steps: Mapping[str, int]
    """By word: -1 for the last one, 0 for this one, 1 for the next."""
    counts: Mapping[str, int]
    """The numbers in words."""
    units: Mapping[str, str]
    """The plural of each unit and the unit: week, month, year or day."""
    week: str
    """A week in words, with ``{day}`` for its Monday."""
    takes_no_on: Pattern[str]
    """Matches, at the end of a text, what comes before a date without the word "on"."""
    on: str
    """The word before a day in the middle of a sentence."""
    now: frozenset[str]
    """Words that mean the time of writing in a longer text, where they are clear: "today"."""
    no_date: Pattern[str]
    """Matches two numbers with a stroke that are no date: "24/7"."""
