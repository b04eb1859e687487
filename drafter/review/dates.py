"""Days that cannot be, that can be read in two ways, or that do not go with the day on which this is read."""

from collections.abc import Iterator, Mapping
from datetime import date

from drafter.dates import ParsedDate, parse_date
from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.review.display_names import Naming

LONG_AGO = 90
"""Days after which a signature looks like that of another submission."""


def dates(answers: Answers, rules: DocumentRules, named: Naming, today: date | None) -> Iterator[Remark]:
    """Yield what is wrong with the dates that are printed; with *today*, what does not go with it."""
    for place, text in _given(answers, rules, named):
        if (found := parse_date(text, named.language)) is not None:
            yield from _odd(place, text.strip(), found, named.language)
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


def _odd(place: str, text: str, found: ParsedDate, language: Language) -> Iterator[Remark]:
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
        first, second = map(language.date, found.days)
        yield Remark(
            "date-unclear",
            "warning",
            place,
            f"{text} can be read as {first} and as {second}.",
            "Write the month as a word.",
        )


def _untimely(answers: Answers, named: Naming, today: date) -> Iterator[Remark]:
    """Yield what does not go with *today*, without saying which day that is."""
    for key, source in answers.sources.items():
        for label, text in (
            ("its date", str(source.date or "")),
            ("the day it was opened", source.seen or ""),
        ):
            found = parse_date(text, named.language)
            if found and found.days and min(found.days) > today:
                yield Remark(
                    "date-to-come",
                    "note",
                    f"{named.source(key)}, {label}",
                    f"{text.strip()} is still to come.",
                    "Correct it.",
                )
    signed = parse_date(answers.sign_off.date or "", named.language)
    if signed and signed.days and signed.precision == "day" and (today - max(signed.days)).days > LONG_AGO:
        yield Remark(
            "signed-long-ago",
            "note",
            "the signature",
            f"It is dated {named.language.date(max(signed.days))}, which is more than {LONG_AGO} days ago.",
            "Put in the day on which it is signed.",
        )
