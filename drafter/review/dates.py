"""Checks of dates: days that do not exist, that can mean two days, or that do not fit the current day."""

from collections.abc import Iterator
from datetime import date

from drafter.dates import ParsedDate, parse_date
from drafter.language.language import Language
from drafter.model.remark import Remark
from drafter.review.submission import Submission

SIGNATURE_AGE = 90
"""Days after which a signature may have come from an earlier submission."""


def check_dates(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on each printed date. A submission without ``today`` gets none about the current day."""
    language = submission.language
    for place, text in _texts(submission):
        if (parsed := parse_date(text, language)) is not None:
            yield from _faulty_date(place, text.strip(), parsed, language)
    if submission.today is not None:
        yield from _future_sources(submission, submission.today)
        yield from _old_signature(submission, submission.today)


def _texts(submission: Submission) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each answer that may be a date and is printed."""
    answers, names = submission.answers, submission.names
    yield "the signature", answers.sign_off.date or ""
    cited = {key for fact in answers.facts.values() for key in fact.sources}
    for key, source in answers.sources.items():
        if key in cited:
            yield f"{names.source(key)}, its date", str(source.date or "")
            yield f"{names.source(key)}, the day it was opened", source.seen or ""
    for passage in submission.passages:
        if passage.path[:1] == ("details",) and not passage.is_long:
            yield passage.place, passage.text


def _faulty_date(place: str, text: str, parsed: ParsedDate, language: Language) -> Iterator[Remark]:
    """Yield a remark on a date that does not exist or that can mean two days."""
    if not parsed.days:
        yield Remark(
            "date-impossible",
            "error",
            place,
            f"This day does not exist: {text}.",
            "Correct it. If you use figures, write year-month-day: 2026-01-31.",
        )
    if len(parsed.days) > 1:
        first, second = map(language.date, parsed.days)
        yield Remark(
            "date-unclear",
            "warning",
            place,
            f"{text} can mean {first} or {second}.",
            "Write the month as a word.",
        )


# No remark gives the current day: people share remarks, and the day says when they worked on a case.


def _future_sources(submission: Submission, today: date) -> Iterator[Remark]:
    """Yield a note on each source that is dated, or was opened, after *today*."""
    for key, source in submission.answers.sources.items():
        for label, text in (
            ("its date", str(source.date or "")),
            ("the day it was opened", source.seen or ""),
        ):
            parsed = parse_date(text, submission.language)
            if parsed and parsed.days and min(parsed.days) > today:
                yield Remark(
                    "date-to-come",
                    "note",
                    f"{submission.names.source(key)}, {label}",
                    f"{text.strip()} is in the future.",
                    "Correct the date.",
                )


def _old_signature(submission: Submission, today: date) -> Iterator[Remark]:
    """Yield a note on a signature that is much older than *today*."""
    language = submission.language
    signed = parse_date(submission.answers.sign_off.date or "", language)
    if not signed or not signed.days or signed.precision != "day":
        return
    day = max(signed.days)
    if (today - day).days > SIGNATURE_AGE:
        yield Remark(
            "signed-long-ago",
            "note",
            "the signature",
            f"The date is {language.date(day)}, more than {SIGNATURE_AGE} days ago.",
            "Enter the day on which you sign.",
        )
