"""Days as United Nations documents print them: ``21 November 2026`` for what was typed as 2026-11-21."""

import re
from datetime import date

from drafter.model.days import MONTHS, spelt
from drafter.patterns import pattern

_DAY = pattern(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
_SPAN = pattern(r"( to | and | – |–| - )")


def day_of(text: str) -> date | None:
    """Return the day that *text* gives as year-month-day, ``None`` where it is anything else."""
    if not re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text.strip(), re.ASCII):
        return None
    try:
        return date(*map(int, text.strip().split("-")))
    except ValueError:
        return None  # there is no such day: it is printed as it was typed, and the review says so


def printed(text: str) -> str:
    """Return *text* as it is printed: a day or month in figures in words, all else as it was typed.

    From one day to another is printed in words too, where both are days.
    """
    parts = _SPAN.split(text.strip())
    spelt = [_spelt(part) for part in parts[::2]]
    if None in spelt:
        return text
    return "".join(str(part) for pair in zip(spelt, [*parts[1::2], ""], strict=True) for part in pair)


def _spelt(text: str) -> str | None:
    """Return one day or month in words, ``None`` where *text* is neither."""
    if not _DAY.fullmatch(text):
        return None
    year, month, *rest = (int(part) for part in text.split("-"))
    if rest:
        day = day_of(text)
        return spelt(day) if day else None
    return f"{MONTHS[month - 1]} {year}" if 1 <= month <= 12 else None
