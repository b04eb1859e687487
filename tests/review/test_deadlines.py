"""When a document is due, and what is over although the document speaks of it as to come."""

from datetime import date
from typing import Any

import pytest

from drafter.dates import dates_in, months_later
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules, RuleSource
from drafter.model.remark import Remark
from drafter.review.deadlines import check_deadlines
from drafter.review.submission import Submission
from tests.support.submissions import BUNDLED

TODAY = date(2026, 5, 10)
ASKS = [
    {"name": "session", "ask": "Which session?", "upcoming": True},
    {"name": "urgency", "ask": "Why urgent?", "kind": "long", "upcoming": True},
    {"name": "decided", "ask": "Decided when?"},
    {"name": "deadline", "ask": "Due when?"},
]


def found(rules: dict[str, Any] | None = None, today: date | None = TODAY, /, **details: str) -> list[Remark]:
    """Return the remarks on time about a document with these *rules* and *details*."""
    needed = {"title": "A", "name": "A", "about": "x", "stage": "recommendations", "shape": "a"}
    deadline = {"value": "Four weeks before", "confidence": "high", "source": "note"}
    rules = {**needed, "asks": ASKS, "deadline": deadline, **(rules or {})}
    return list(
        check_deadlines(
            Submission(
                Answers.model_validate({"format": 1, "details": details}),
                DocumentRules.model_validate(rules),
                ENGLISH,
                today=today,
                rule_sources={"note": RuleSource(title="Note", date="2025")},
            )
        )
    )


def codes(remarks: list[Remark]) -> list[tuple[str, str]]:
    """Return code and level of each of *remarks*."""
    return [(one.code, one.level) for one in remarks]


BEFORE = {"due": {"of": "session", "days_before": 28}}
AFTER = {"due": {"of": "decided", "months_after": 4}}


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("9 May 2026", [("deadline-over", "warning")]),
        ("10 May 2026", [("deadline-near", "note")]),
        ("17 May 2026", [("deadline-near", "note")]),
        ("18 May 2026", []),
        ("May 2026", []),
    ],
)
def test_the_date_that_the_author_entered_is_over_near_or_far(
    deadline: str, expected: list[tuple[str, str]]
) -> None:
    assert codes(found(deadline=deadline)) == expected
    assert found(None, None, deadline=deadline) == []


@pytest.mark.parametrize(
    ("session", "text"),
    [
        ("90th session, 8 June 2026", "It is due on 11 May 2026. "),
        ("90th session, July 2026", "It is due on 3 June 2026, counted from the first day of the month. "),
    ],
)
def test_a_deadline_before_the_session_is_computed(session: str, text: str) -> None:
    [remark] = found(BEFORE, session=session)
    assert codes([remark]) == [("deadline-computed", "note")]
    assert remark.text == f"{text}The rule: four weeks before. Source: Note, 2025."


@pytest.mark.parametrize("session", ["an example session", "28 June to 16 July 2026", "10–28 July"])
def test_a_session_whose_first_day_is_not_certain_gives_the_rule_alone(session: str) -> None:
    [remark] = found(BEFORE, session=session)
    assert codes([remark]) == [("deadline-unknown", "note")]
    assert "The rule: four weeks before." in remark.text


def test_a_document_with_a_date_of_signature_does_not_show_the_rule() -> None:
    rules = BUNDLED.document("upr/individual").rules
    for signed, expected in ((None, ["deadline-unknown"]), ("3 March 2026", [])):
        answers = Answers.model_validate({"format": 1, "sign_off": {"date": signed}})
        assert [one.code for one in check_deadlines(Submission(answers, rules, ENGLISH))] == expected


def test_a_deadline_before_a_session_that_is_over_is_a_warning() -> None:
    assert codes(found(BEFORE, session="90th session, 6 June 2026")) == [("deadline-over", "warning")]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("9 January 2026", [("deadline-over", "error")]),
        ("10 January 2026", [("deadline-computed", "note")]),
        ("January 2026", [("deadline-computed", "note")]),
        ("December 2025", [("deadline-over", "error")]),
    ],
)
def test_a_time_limit_after_the_last_decision_is_an_error_once_it_is_over(
    decided: str, expected: list[tuple[str, str]]
) -> None:
    assert codes(found(AFTER, decided=decided)) == expected
    doubtful = {**AFTER, "deadline": {"value": "Four months", "confidence": "low"}}
    assert {level for _, level in codes(found(doubtful, decided=decided))} == {"note"}


@pytest.mark.parametrize(
    ("answer", "is_over"),
    [
        ({"session": "89th session, March 2026"}, True),
        ({"session": "89th session, May 2026"}, False),
        ({"session": "89th session"}, False),
        ({"urgency": "The execution is set for 3 May 2026."}, True),
        ({"urgency": "She was arrested on 3 May 2026. The execution is set for 3 June 2026."}, False),
        ({"urgency": "The last visit was on 3 May 2026. He may be executed any day."}, False),
    ],
)
def test_an_event_that_is_over_is_a_warning(answer: dict[str, str], is_over: bool) -> None:
    remarks = [one for one in found(deadline="1 July 2026", **answer) if one.code == "event-over"]
    assert codes(remarks) == [("event-over", "warning")] * is_over
    assert found(None, None, deadline="1 July 2026", **answer) == []


def test_no_remark_gives_the_current_day() -> None:
    remarks = found(deadline="9 May 2026", session="March 2026")
    assert remarks
    assert not any("10 May" in f"{one.text} {one.remedy}" for one in remarks)


def test_every_computed_deadline_counts_from_an_answer_that_the_document_asks_for() -> None:
    computed = 0
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        if rules.due is not None:
            computed += 1
            assert rules.due.of in {ask.name for ask in rules.asks}, name
            assert bool(rules.due.days_before) is not bool(rules.due.months_after), name
            assert isinstance(rules.deadline.value, str), name
    assert computed >= 10


def test_days_and_months_in_a_text_are_found_in_its_order() -> None:
    text = "From 3 March 2026 (see May 2025) until 2026-07-01, in 2024 and on 03/04/2025."
    assert [(one.first, one.last) for one in dates_in(text, ENGLISH)] == [
        (date(2026, 3, 3), date(2026, 3, 3)),
        (date(2025, 5, 1), date(2025, 5, 31)),
        (date(2026, 7, 1), date(2026, 7, 1)),
    ]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2025, 12, 1), 12, date(2026, 12, 1)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_later_ends_with_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
