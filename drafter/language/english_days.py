"""The English words for days counted from today."""

import re

from drafter.language.day_words import DayWords
from drafter.patterns import pattern

_OFFSETS = {
    "the day before yesterday": -2, "yesterday": -1, "yesterday morning": -1, "yesterday afternoon": -1,
    "yesterday evening": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1,
}  # fmt: skip
_PHRASES = {
    "yesterday morning": "the morning of {day}",
    "yesterday afternoon": "the afternoon of {day}",
    "yesterday evening": "the evening of {day}",
    "last night": "the night after {day}",
    "tonight": "the night after {day}",
    "this morning": "the morning of {day}",
    "this afternoon": "the afternoon of {day}",
    "this evening": "the evening of {day}",
}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_NO_DATE_BEHIND = r"(?!,? (?:the )?[0-9])"

DAYS = DayWords(
    relative=pattern(
        rf"\b(?:(?P<near>{'|'.join(sorted(_OFFSETS, key=len, reverse=True))})"
        rf"|(?<!the )(?P<which>last|this|next) (?P<unit>week|month|year|{_WEEKDAYS}){_NO_DATE_BEHIND}"
        rf"|(?P<count>[0-9]{{1,2}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
        r" (?P<units>days?|weeks?|months?|years?) ago)\b",
        re.I,
    ),
    weekday_alone=pattern(rf"(?<!every )\b(?P<unit>{_WEEKDAYS})\b{_NO_DATE_BEHIND}", re.I),
    offsets=_OFFSETS,
    phrases=_PHRASES,
    steps={"last": -1, "this": 0, "next": 1},
    counts=_COUNTS,
    units={"days": "day", "weeks": "week", "months": "month", "years": "year"},
    week="the week of {day}",
    takes_no_on=pattern(
        r"(?:^|[^\w\s]|\b(?:on|in|since|from|until|till|by|before|after|of|to|and|about|around|between|during|"
        r"for))\s*$",
        re.I,
    ),
    on="on",
    now=frozenset({"today", "this year"}),
    no_date=pattern(r"24/7"),
)
