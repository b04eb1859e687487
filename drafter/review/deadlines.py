"""Checks of time: when the document is due, and whether a date that should be to come is over."""

from collections.abc import Iterator
from datetime import date, timedelta

from drafter.dates import FoundDate, dates_in, months_later
from drafter.model.mechanism import Due
from drafter.model.question import Ask
from drafter.model.remark import Level, Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.severity import LEVEL_BY_CONFIDENCE, rule_origin
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

DEADLINE = "deadline"
"""The name of the question for the date that the body has set."""
NEAR = timedelta(days=7)
_SENTENCE = pattern(r"(?<=[.!?])\s+")
_NUMBER = pattern(r"\d{1,2}")
_SOURCE = "The deadline in the rules of the document; the remark names its source."

OVER = RemarkType(
    "deadline-over",
    "form",
    "warning",
    "A document is sent before it is due.",
    _SOURCE,
    bad="details: {deadline: 3 March 2025}",
    good="details: {deadline: 3 March 2026}",
    other_levels="an error if a time limit for a complaint is certainly over",
)
NEAR_BY = RemarkType(
    "deadline-near",
    "form",
    "note",
    "The author knows that the document is due within a week.",
    "The date that the author entered.",
    bad="details: {deadline: 20 January 2026}",
    good="details: {deadline: 20 February 2026}",
)
COMPUTED = RemarkType(
    "deadline-computed",
    "form",
    "note",
    "The author knows when the document is due.",
    _SOURCE,
    bad="""
    document: hrc/written-statement
    details: {session: "63rd session, from 14 September 2026"}
    """,
    good="""
    document: hrc/written-statement
    details: {session: "63rd session, from 14 September 2026", deadline: 31 August 2026}
    """,
)
LOOK_UP = RemarkType(
    "deadline-unknown",
    "form",
    "note",
    "The author knows when the document is due.",
    _SOURCE,
    bad="details: {session: 54th session}",
    good="details: {session: 54th session, deadline: 2 April 2026}",
)
EVENT_OVER = RemarkType(
    "event-over",
    "form",
    "warning",
    "A document speaks of a session, a hearing or an execution before it takes place.",
    "No body has such a rule: a text that asks to stop what has happened looks like an old one.",
    bad="details: {session: '48th session, January 2025'}",
    good="details: {session: '54th session, November 2026'}",
)
TYPES = (OVER, NEAR_BY, COMPUTED, LOOK_UP, EVENT_OVER)


def check_deadlines(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on when the document is due, and on events that are over.

    Without ``today``, a deadline is only computed.
    """
    for ask in submission.rules.asks:
        if ask.upcoming and ask.name != DEADLINE and submission.today is not None:
            yield from _event_over(ask, submission, submission.today)
    own = dates_in(_answer(DEADLINE, submission), submission.language)
    if own:
        yield from _own_deadline(own[-1].last, submission)
    elif (computed := _computed(submission)) is not None:
        yield from _computed_deadline(*computed, submission)
    elif any(ask.name == DEADLINE for ask in submission.rules.asks):
        yield from _look_up(submission)


def _answer(name: str, submission: Submission) -> str:
    answer = submission.answers.details.get(name)
    return answer if isinstance(answer, str) else ""


# No remark gives the current day: people share remarks, and the day says when they worked on a case.


def _own_deadline(due: date, submission: Submission) -> Iterator[Remark]:
    """Yield a remark if the date that the author entered is over or near."""
    today, path = submission.today, ("details", DEADLINE)
    if today is None:
        return
    text = submission.language.date(due)
    if due < today:
        remedy = "Ask the secretariat whether it still takes the document, or correct the date."
        yield OVER.remark("the deadline", f"It was due on {text}.", remedy, path=path)
    elif due - today <= NEAR:
        yield NEAR_BY.remark("the deadline", f"It is due on {text}.", path=path)


def _computed(submission: Submission) -> tuple[Due, FoundDate] | None:
    """Return how the deadline is computed and the date from which, if the answer certainly has one."""
    due = submission.rules.due
    if due is None:
        return None
    text = _answer(due.of, submission)
    dates = dates_in(text, submission.language)
    if not dates:
        return None
    first = dates[0]
    words = text.split()
    rest = [*words[: first.start], *words[first.end :]]
    if due.days_before and any(_NUMBER.fullmatch(word.strip(",.;:()–-")) for word in rest):
        return None  # "28 April to 16 May 2026": the first day has no year, so the session may begin earlier
    return due, dates[-1] if due.months_after else first


def _computed_deadline(due: Due, event: FoundDate, submission: Submission) -> Iterator[Remark]:
    """Yield when the document is due by the rule, or that this is over."""
    language, rule, path = submission.language, submission.rules.deadline, ("details", due.of)
    if due.months_after:
        day = months_later(event.first, due.months_after)
        latest = months_later(event.last, due.months_after)
    else:
        day = event.first - timedelta(days=due.days_before)
        latest = event.last - timedelta(days=due.days_before)
    origin = rule_origin(rule, submission.rule_sources)
    says = f"The rule: {language.lower_first(str(rule.value))}. {origin}".strip()
    if submission.today is not None and latest < submission.today:
        level: Level = LEVEL_BY_CONFIDENCE[rule.confidence]
        if not due.months_after and level == "error":
            level = "warning"  # a secretariat may still take a late report; a court takes no late complaint
        yield OVER.remark(
            "the deadline", f"It was due on {language.date(latest)}. {says}", level=level, path=path
        )
        return
    if_first = "" if event.is_day else ", counted from the first day of the month"
    yield COMPUTED.remark(
        "the deadline",
        f"It is due on {language.date(day)}{if_first}. {says}",
        "Look up the date of the body: it decides.",
        path=path,
    )


def _look_up(submission: Submission) -> Iterator[Remark]:
    """Yield the sentence of the rules on a deadline that nobody has entered, until the document is dated.

    Whoever has written the date of signature knows when to send the document.
    """
    rule = submission.rules.deadline
    if isinstance(rule.value, str) and not (submission.answers.sign_off.date or "").strip():
        yield LOOK_UP.remark(
            "the deadline",
            f"The date is not entered. The rule: {submission.language.lower_first(rule.value)}.",
            f"Look the date up and enter it. {rule_origin(rule, submission.rule_sources)}".strip(),
            path=("details", DEADLINE),
        )


def _event_over(ask: Ask, submission: Submission, today: date) -> Iterator[Remark]:
    """Yield a warning if the answer to *ask* is about something that is over on *today*.

    In a long text, only a sentence that says what is planned counts: other dates there may well be over.
    """
    answer, language = _answer(ask.name, submission), submission.language
    to_come = language.review_words().form().to_come
    parts = _SENTENCE.split(answer) if ask.kind == "long" else [answer]
    for part in parts:
        dates = dates_in(part, language)
        if not dates or (ask.kind == "long" and not to_come.search(part)):
            continue
        last = max(each.last for each in dates)
        if last < today:
            shown = language.date(last) if dates[-1].is_day else language.month(last.year, last.month)
            path: KeyPath = ("details", ask.name)
            yield EVENT_OVER.remark(
                f"“{ask.ask}”",
                f"This is over: {shown}.",
                "Correct the date, or say what has happened since.",
                path=path,
            )
            return
