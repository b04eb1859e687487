"""Checks of dates: days that do not exist, that can mean two days, or that do not fit the current day."""

from collections.abc import Iterator
from datetime import date

from drafter.dates import ParsedDate, date_slips, parse_date
from drafter.language.language import Language
from drafter.model.remark import Remark, RemarkType
from drafter.relative_days import unknown_days
from drafter.review.passages import Passage
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

SIGNATURE_AGE = 90
"""Days after which a signature may have come from an earlier submission."""

IMPOSSIBLE = RemarkType(
    "date-impossible",
    "form",
    "error",
    "A date is a day that exists.",
    "The calendar.",
    bad="sign_off: {date: 30 February 2025}",
    good="sign_off: {date: 28 February 2025}",
    other_levels="a warning within a longer text",
)
UNCLEAR = RemarkType(
    "date-unclear",
    "form",
    "warning",
    "A date can mean one day only.",
    "Day and month have another order in the United States than in most other countries.",
    bad="sign_off: {date: 03/04/2025}",
    good="sign_off: {date: 3 April 2025}",
)
TO_COME = RemarkType(
    "date-to-come",
    "sources",
    "note",
    "A source has already come out.",
    "No body has such a rule: a date in the future is usually a slip.",
    bad="sources: {S1: {author: House of Examples, title: Interviews, publisher: Zenda, date: 2099}}",
    good="sources: {S1: {author: House of Examples, title: Interviews, publisher: Zenda, date: 2025}}",
)
SIGNED_LONG_AGO = RemarkType(
    "signed-long-ago",
    "form",
    "note",
    "A document has the date on which it is signed.",
    "No body has such a rule: an old date may come from an earlier submission.",
    bad="sign_off: {date: 3 April 2001}",
    good="sign_off: {date: 10 January 2026}",
)
MISSPELT_MONTH = RemarkType(
    "month-misspelt",
    "form",
    "warning",
    "The month of a date is a month.",
    "The calendar.",
    bad="Officers searched the centre on 3 Novmber 2024.",
    good="Officers searched the centre on 3 November 2024.",
    example="paragraph",
)
UNKNOWN_DAY = RemarkType(
    "day-unknown",
    "form",
    "warning",
    "A day is named so that a reader knows it later: “yesterday” is another day for each reader.",
    "No body has this rule. A reader can check a case only by its dates.",
    bad="Officers took her from her home last Tuesday.",
    good="Officers took her from her home in 2024.",
    example="case",
)
TYPES = (IMPOSSIBLE, UNCLEAR, UNKNOWN_DAY, MISSPELT_MONTH, TO_COME, SIGNED_LONG_AGO)
DateText = tuple[str, str, KeyPath]
"""The place, the text and the path of an answer that may be a date."""


def check_dates(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on each printed date. A submission without ``today`` gets none about the current day."""
    language = submission.language
    for place, text, path in _texts(submission):
        if (parsed := parse_date(text, language)) is not None:
            yield from _faulty_date((place, text.strip(), path), parsed, language)
    if submission.today is not None:
        yield from _future_sources(submission, submission.today)
        yield from _old_signature(submission, submission.today)


def _texts(submission: Submission) -> Iterator[DateText]:
    """Yield the place, the text and the path of each answer that may be a date and is printed."""
    answers, names = submission.answers, submission.names
    yield "the signature", answers.sign_off.date or "", ("sign_off", "date")
    cited = {key for fact in answers.facts.values() for key in fact.sources}
    for key, source in answers.sources.items():
        if key in cited:
            path: KeyPath = ("sources", key)
            yield f"{names.source(key)}, its date", str(source.date or ""), (*path, "date")
            yield f"{names.source(key)}, the day it was opened", source.seen or "", (*path, "seen")
    for passage in submission.passages:
        if passage.path[:1] == ("details",) and not passage.is_long:
            yield passage.place, passage.text, passage.path


def _faulty_date(located: DateText, parsed: ParsedDate, language: Language) -> Iterator[Remark]:
    """Yield a remark on a date that does not exist or that can mean two days."""
    place, text, path = located
    if not parsed.days:
        yield IMPOSSIBLE.remark(
            place,
            f"This day does not exist: {text}.",
            "Correct it. If you use figures, write year-month-day: 2026-01-31.",
            path=path,
        )
    if len(parsed.days) > 1:
        first, second = map(language.date, parsed.days)
        yield UNCLEAR.remark(
            place,
            f"{text} can mean {first} or {second}.",
            "Write the month as a word.",
            path=path,
        )


def check_date_slips(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each day within a longer text that does not exist, and on each misspelt month."""
    language = submission.language
    if parse_date(passage.text, language) is not None:
        return
    is_line = passage.path[:1] == ("details",) and not passage.is_long
    for slip in date_slips(passage.text, language, months_alone=is_line):
        if slip.month:
            yield MISSPELT_MONTH.remark(
                passage.place,
                f"“{slip.text}” is not a month.",
                f"Do you mean {slip.month}?",
                path=passage.path,
            )
        else:
            yield IMPOSSIBLE.remark(
                passage.place,
                f"This day does not exist: {slip.text}.",
                "Correct it.",
                level="warning",
                path=passage.path,
            )


def check_unknown_days(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a remark on days such as "last Tuesday" in the answers about a document and in cases."""
    if passage.path[:1] not in (("details",), ("cases",)):
        return
    days = unknown_days(passage.text, submission.language, is_line=_asks_for_a_date(passage, submission))
    if days:
        texts = list(dict.fromkeys(submission.language.quote(day.text) for day in days))
        yield UNKNOWN_DAY.remark(
            passage.place,
            f"The reader does not know which day is meant: {submission.language.listed(texts)}.",
            "Write the date, or at least the month and the year.",
            path=passage.path,
        )


def _asks_for_a_date(passage: Passage, submission: Submission) -> bool:
    """Return whether *passage* answers one of the document's questions for a date."""
    asks, ask = submission.rules.asks, None
    for name in (step for step in passage.path[1:] if isinstance(step, str)):
        ask = next((each for each in asks if each.name == name), None)
        asks = ask.fields if ask else ()
    return ask is not None and ask.form in ("date", "month", "when")


# No remark gives the current day: people share remarks, and the day says when they worked on a case.


def _future_sources(submission: Submission, today: date) -> Iterator[Remark]:
    """Yield a note on each source that is dated, or was opened, after *today*."""
    for key, source in submission.answers.sources.items():
        for field, label, text in (
            ("date", "its date", str(source.date or "")),
            ("seen", "the day it was opened", source.seen or ""),
        ):
            parsed = parse_date(text, submission.language)
            if parsed and parsed.days and min(parsed.days) > today:
                yield TO_COME.remark(
                    f"{submission.names.source(key)}, {label}",
                    f"{text.strip()} is in the future.",
                    "Correct the date.",
                    path=("sources", key, field),
                )


def _old_signature(submission: Submission, today: date) -> Iterator[Remark]:
    """Yield a note on a signature that is much older than *today*."""
    language = submission.language
    signed = parse_date(submission.answers.sign_off.date or "", language)
    if not signed or not signed.days or signed.precision != "day":
        return
    day = max(signed.days)
    if (today - day).days > SIGNATURE_AGE:
        yield SIGNED_LONG_AGO.remark(
            "the signature",
            f"The date is {language.date(day)}, more than {SIGNATURE_AGE} days ago.",
            "Enter the day on which you sign.",
            path=("sign_off", "date"),
        )
