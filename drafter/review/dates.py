"""Days that cannot be, that can be read in two ways, or that do not go with the day on which this is read."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

from drafter.frozen import frozen
from drafter.model.answers import Answers
from drafter.model.days import MONTHS, spelt
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.patterns import pattern
from drafter.review.display_names import Naming

_NUMBER = {name[:length].lower(): at for at, name in enumerate(MONTHS, 1) for length in (3, len(name))}
_YEAR_FIRST = pattern(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", re.ASCII)
_YEAR_LAST = pattern(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", re.ASCII)
_DAY_NAMED = pattern(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII)
_MONTH_NAMED = pattern(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_MONTH = pattern(r"(\d{4})-(\d{1,2})", re.ASCII)
_YEAR = pattern(r"(\d{4})", re.ASCII)
LONG_AGO = 90
"""Days after which a signature looks like that of another submission."""


@frozen
class Read:
    """What a text that looks like a date can mean: no day where there is none such, two where it is open."""

    days: tuple[date, ...]
    whole: bool = True
    """False where only the month or the year is given; then the first day stands for it."""


def read(text: str) -> Read | None:
    """Return the days that *text* can mean, ``None`` where it does not look like a date."""
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        return Read(_days(found.groups()))
    if found := _YEAR_LAST.fullmatch(text):
        one, other, year = found.groups()
        return Read(tuple(dict.fromkeys([*_days((year, other, one)), *_days((year, one, other))])))
    for written, order in ((_DAY_NAMED, (3, 2, 1)), (_MONTH_NAMED, (3, 1, 2))):
        if (found := written.fullmatch(text)) and found[order[1]].lower() in _NUMBER:
            year, month, day = (found[at] for at in order)
            return Read(_days((year, str(_NUMBER[month.lower()]), day)))
    if found := _MONTH.fullmatch(text):
        return Read(_days((*found.groups(), "1")), whole=False)
    if found := _YEAR.fullmatch(text):
        return Read(_days((found[1], "1", "1")), whole=False)
    return None


def _days(numbers: tuple[str, ...]) -> tuple[date, ...]:
    with suppress(ValueError):
        return (date(*map(int, numbers)),)
    return ()


def dates(answers: Answers, rules: DocumentRules, named: Naming, today: date | None) -> Iterator[Remark]:
    """Yield what is wrong with the dates that are printed; with *today*, what does not go with it."""
    for place, text in _given(answers, rules, named):
        if (found := read(text)) is not None:
            yield from _odd(place, text.strip(), found)
    if today is not None:
        yield from _untimely(answers, named, today)


def _given(answers: Answers, rules: DocumentRules, named: Naming) -> Iterator[tuple[str, str]]:
    """Yield each text that may be a date, with its place."""
    yield "the signature", answers.sign_off.date or ""
    cited = {fact.source for fact in answers.facts.values()}
    for key, source in answers.sources.items():
        if key in cited:
            yield f"{named.source(key)}, its date", str(source.date or "")
            yield f"{named.source(key)}, the day it was opened", source.seen or ""
    yield from _details(rules.asks, answers.details)


def _details(asks: tuple[Ask, ...], given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for ask in asks:
        value = given.get(ask.name)
        if ask.kind == "line" and isinstance(value, str):
            yield f"“{ask.ask}”", value
        elif ask.kind == "group" and isinstance(value, list):
            for row in value:
                yield from _details(ask.fields, row if isinstance(row, Mapping) else {})


def _odd(place: str, text: str, found: Read) -> Iterator[Remark]:
    """Yield what is wrong with a date in itself."""
    if not found.days:
        yield Remark(
            "date-impossible",
            "error",
            place,
            f"There is no such day: {text}.",
            "Correct it. Year, month, day is the order of figures: 2026-01-31.",
        )
    if len(found.days) > 1:
        one, other = map(spelt, found.days)
        yield Remark(
            "date-unclear",
            "warning",
            place,
            f"{text} can be read as {one} and as {other}.",
            "Write the month as a word.",
        )


def _untimely(answers: Answers, named: Naming, today: date) -> Iterator[Remark]:
    """Yield what does not go with *today*, without saying which day that is."""
    for key, source in answers.sources.items():
        for label, text in (
            ("its date", str(source.date or "")),
            ("the day it was opened", source.seen or ""),
        ):
            found = read(text)
            if found and found.days and min(found.days) > today:
                yield Remark(
                    "date-to-come",
                    "note",
                    f"{named.source(key)}, {label}",
                    f"{text.strip()} is still to come.",
                    "Correct it.",
                )
    signed = read(answers.sign_off.date or "")
    if signed and signed.days and signed.whole and (today - max(signed.days)).days > LONG_AGO:
        yield Remark(
            "signed-long-ago",
            "note",
            "the signature",
            f"It is dated {spelt(max(signed.days))}, which is more than {LONG_AGO} days ago.",
            "Put in the day on which it is signed.",
        )
