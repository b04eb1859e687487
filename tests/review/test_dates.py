"""Dates: one that cannot be is an error, one that can be read in two ways is told; nobody says today."""

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
from drafter.model.vocabulary import Themes
from drafter.review.dates import dates
from drafter.review.display_names import Naming
from tests.support.small_library import RULES, write_library
from tests.support.submissions import submission

ASKS = (
    Ask(name="deadline", ask="By when?"),
    Ask(name="story", ask="What?", kind="long"),
    Ask(name="rows", ask="Rows?", kind="group", fields=(Ask(name="day", ask="On which day?"),)),
)


def told(today: date | None = None, **given: Any) -> list[Remark]:
    """Return the remarks on the dates of these answers."""
    answers = Answers.model_validate({"format": 1, **given})
    rules = DocumentRules(title="x", name="x", about="x", stage="case", shape="x", asks=ASKS)
    return list(dates(answers, rules, Naming(answers, (), Themes(), ENGLISH), today))


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
def test_a_day_that_there_is_not_is_an_error(text: str) -> None:
    [remark] = told(sign_off={"date": text})
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
def test_what_is_a_day_or_no_date_at_all_is_not_remarked_upon(text: str) -> None:
    assert told(sign_off={"date": text}) == []


@pytest.mark.parametrize("text", ["03/04/2026", "3.4.2026", "03-04-2026"])
def test_a_date_that_can_be_read_in_two_ways_is_warned_of_with_both(text: str) -> None:
    [remark] = told(sign_off={"date": text})
    assert (remark.code, remark.level) == ("date-unclear", "warning")
    assert remark.text == f"{text} can be read as 3 April 2026 and as 4 March 2026."


def test_every_date_that_is_printed_is_looked_at_and_told_with_its_place() -> None:
    wrong = "2026-02-30"
    found = told(
        sign_off={"date": wrong},
        facts={"F1": {"source": "S1"}},
        sources={"S1": {"title": "T", "date": wrong, "seen": wrong}, "S2": {"title": "U", "date": wrong}},
        details={"deadline": wrong, "story": wrong, "rows": [{"day": wrong}, {}]},
    )
    assert [one.place for one in found] == [
        "the signature",
        "source S1, “T”, its date",
        "source S1, “T”, the day it was opened",
        "“By when?”",
        "“On which day?”",
    ]


def test_a_final_build_stops_at_a_day_that_there_is_not(tmp_path: Path) -> None:
    write_library(tmp_path, rules=RULES)
    made = draft_file(submission(tmp_path, sign_off={"date": "2026-02-30"}))
    assert [one.code for one in made.errors] == ["date-impossible"]


# ---- what depends on the day on which it is read ----

TODAY = date(2026, 11, 21)


def test_a_source_from_the_future_is_noted_only_with_a_today() -> None:
    sources = {"S1": {"title": "T", "date": 2027}, "S2": {"title": "U", "seen": "22 November 2026"}}
    sources["S3"] = {"title": "V", "date": "2026-11-21", "seen": "2026"}
    assert told(sources=sources) == []
    found = told(TODAY, sources=sources)
    assert [(one.code, one.level, one.place) for one in found] == [
        ("date-to-come", "note", "source S1, “T”, its date"),
        ("date-to-come", "note", "source S2, “U”, the day it was opened"),
    ]


@pytest.mark.parametrize(
    ("signed", "noted"),
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
def test_a_signature_of_long_ago_is_noted(signed: str, noted: bool) -> None:
    codes = [one.code for one in told(TODAY, sign_off={"date": signed})]
    assert ("signed-long-ago" in codes) is noted
    assert "signed-long-ago" not in [one.code for one in told(sign_off={"date": signed})]


def test_no_remark_says_which_day_it_is() -> None:
    found = told(TODAY, sign_off={"date": "2023-01-01"}, sources={"S1": {"date": 2027}})
    assert len(found) == 2
    assert not [one for one in found if "2026" in str(one)]
