"""Dates: an impossible one is an error, an ambiguous one a warning; no remark gives the current day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.review.dates import check_dates
from drafter.review.submission import Submission
from tests.support.small_library import RULES, write_library
from tests.support.submissions import submission

ASKS = (
    Ask(name="deadline", ask="By when?"),
    Ask(name="story", ask="What?", kind="long"),
    Ask(name="rows", ask="Rows?", kind="group", fields=(Ask(name="day", ask="On which day?"),)),
)


def date_remarks(today: date | None = None, **answers: Any) -> list[Remark]:
    """Return the remarks on the dates in *answers*."""
    values = Answers.model_validate({"format": 1, **answers})
    rules = DocumentRules(title="x", name="x", about="x", stage="case", shape="x", asks=ASKS)
    return list(check_dates(Submission(values, rules, ENGLISH, today=today)))


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-45",
        "2026-02-30",
        "31.02.2026",
        "31/02/2026",
        "32.01.2026",
        "2026/02/29",
        "2026-00-10",
        "31 April 2026",
        "31st of April 2026",
        "February 30, 2026",
        "29 Feb 2025",
        "2026-13",
        "0000-01-01",
        " 2026-02-30 ",
    ],
)
def test_a_day_that_does_not_exist_is_an_error(text: str) -> None:
    [remark] = date_remarks(sign_off={"date": text})
    assert (remark.code, remark.level, remark.place) == ("date-impossible", "error", "the signature")
    assert text.strip() in remark.text
    assert remark.remedy


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21",
        "2026-2-3",
        "29.02.2024",
        "13.01.2026",
        "05.05.2026",
        "21 November 2026",
        "21st November 2026",
        "November 21, 2026",
        "1 Sept. 2026",
        "2026",
        "2026-11",
        "9 to 12 February 2023",
        "spring 2026",
        "A/HRC/2026-13-45",
        "60.10",
        "",
    ],
)
def test_a_valid_day_or_another_text_has_no_remark(text: str) -> None:
    assert date_remarks(sign_off={"date": text}) == []


@pytest.mark.parametrize("text", ["03/04/2026", "3.4.2026", "03-04-2026"])
def test_an_ambiguous_date_is_a_warning_with_both_days(text: str) -> None:
    [remark] = date_remarks(sign_off={"date": text})
    assert (remark.code, remark.level) == ("date-unclear", "warning")
    assert remark.text == f"{text} can mean 3 April 2026 or 4 March 2026."


def test_every_printed_date_is_checked_and_has_its_place() -> None:
    wrong = "2026-02-30"
    remarks = date_remarks(
        sign_off={"date": wrong},
        facts={"F1": {"source": "S1"}},
        sources={"S1": {"title": "T", "date": wrong, "seen": wrong}, "S2": {"title": "U", "date": wrong}},
        details={"deadline": wrong, "story": wrong, "rows": [{"day": wrong}, {}]},
    )
    assert [one.place for one in remarks] == [
        "the signature",
        "source S1, “T”, its date",
        "source S1, “T”, the day it was opened",
        "“By when?”",
        "“On which day?”",
    ]


def test_a_final_build_stops_at_a_day_that_does_not_exist(tmp_path: Path) -> None:
    write_library(tmp_path, rules=RULES)
    result = draft_file(submission(tmp_path, sign_off={"date": "2026-02-30"}))
    assert [one.code for one in result.errors] == ["date-impossible"]


# ---- checks that depend on the current day ----

TODAY = date(2026, 11, 21)


def test_a_source_from_the_future_is_a_note_only_if_the_current_day_is_given() -> None:
    sources = {"S1": {"title": "T", "date": 2027}, "S2": {"title": "U", "seen": "22 November 2026"}}
    sources["S3"] = {"title": "V", "date": "2026-11-21", "seen": "2026"}
    assert date_remarks(sources=sources) == []
    remarks = date_remarks(TODAY, sources=sources)
    assert [(one.code, one.level, one.place) for one in remarks] == [
        ("date-to-come", "note", "source S1, “T”, its date"),
        ("date-to-come", "note", "source S2, “U”, the day it was opened"),
    ]


@pytest.mark.parametrize(
    ("signed", "has_note"),
    [
        ("2026-08-22", True),
        ("2026-08-23", False),
        ("21 May 2023", True),
        ("2026-12-24", False),
        ("2023", False),
        ("", False),
        ("2026-02-30", False),
    ],
)
def test_an_old_signature_is_a_note(signed: str, has_note: bool) -> None:
    codes = [one.code for one in date_remarks(TODAY, sign_off={"date": signed})]
    assert ("signed-long-ago" in codes) is has_note
    assert "signed-long-ago" not in [one.code for one in date_remarks(sign_off={"date": signed})]


def test_no_remark_gives_the_current_day() -> None:
    remarks = date_remarks(TODAY, sign_off={"date": "2023-01-01"}, sources={"S1": {"date": 2027}})
    assert len(remarks) == 2
    assert not [one for one in remarks if "2026" in str(one)]
