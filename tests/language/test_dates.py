"""Parsing dates (typed, ISO, months, years) and printing them."""

from datetime import date

import pytest

from drafter.dates import ParsedDate, iso_day, parse_date, printed_date, years_in
from drafter.frozen import replaced
from drafter.language.english import ENGLISH

DAY = date(2026, 11, 21)
APRIL, MARCH = date(2026, 4, 3), date(2026, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21", "2026.11.21", "2026/11/21", " 2026-11-21 ", "21.11.2026", "21/11/2026", "21-11-2026",
        "11/21/2026", "21 November 2026", "21 november 2026", "21 NOVEMBER 2026", "21 Nov 2026",
        "21 Nov. 2026", "21. November 2026", "21st November 2026", "21st of November 2026",
        "21 of November, 2026", "November 21, 2026", "November 21 2026", "November 21st, 2026",
        "Nov. 21, 2026", "21 Novem 2026",
    ],
)  # fmt: skip
def test_a_day_in_every_usual_form(text: str) -> None:
    assert parse_date(text, ENGLISH) == ParsedDate((DAY,))


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("2026-02-03", ParsedDate((date(2026, 2, 3),))),
        ("2026-2-3", ParsedDate((date(2026, 2, 3),))),
        ("05.05.2026", ParsedDate((date(2026, 5, 5),))),
        ("03/04/2026", ParsedDate((APRIL, MARCH))),
        ("1 Sept. 2026", ParsedDate((date(2026, 9, 1),))),
        ("29 February 2024", ParsedDate((date(2024, 2, 29),))),
        ("29 February 2026", ParsedDate(())),
        ("31 Sept. 2026", ParsedDate(())),
        ("2026-02-30", ParsedDate(())),
        ("2026-00-10", ParsedDate(())),
        ("31.02.2026", ParsedDate(())),
        ("0000-01-01", ParsedDate(())),
        ("2026-11", ParsedDate((date(2026, 11, 1),), "month")),
        ("2026-13", ParsedDate((), "month")),
        ("21/11/26", ParsedDate((date(2026, 11, 21),))),
        ("30/6/27", ParsedDate((date(2027, 6, 30),))),
        ("21.11.98", ParsedDate((date(1998, 11, 21),))),
        ("3/4/26", ParsedDate((APRIL, MARCH))),
        ("11/2026", ParsedDate((date(2026, 11, 1),), "month")),
        ("2026", ParsedDate((date(2026, 1, 1),), "year")),
        ("0000", ParsedDate((), "year")),
    ],
)
def test_missing_and_ambiguous_days_months_and_years(text: str, parsed: ParsedDate) -> None:
    assert parse_date(text, ENGLISH) == parsed


@pytest.mark.parametrize(
    "text",
    ["", "?", "next week", "spring 2026", "November 2026", "21 Smarch 2026", "21 Ju 2026", "9 to 12 May 2023",
     "A/HRC/2026-13-45", "60.10", "21/11/126", "20261121", "٢٠٢٦-١١-٢١", "21 November", "2026-11-21T10:30"],
)  # fmt: skip
def test_text_that_does_not_look_like_a_date_is_none(text: str) -> None:
    assert parse_date(text, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-21", DAY),
        (" 2026-11-21\n", DAY),
        ("2026-2-3", date(2026, 2, 3)),
        ("2026-02-30", None),
        ("2026-11", None),
        ("21 November 2026", None),
        ("2026/11/21", None),
        ("", None),
    ],
)
def test_only_year_month_day_is_an_iso_day(text: str, day: date | None) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-11-21", "21 November 2026"),
        (" 2026-11-21 ", "21 November 2026"),
        ("2026-01", "January 2026"),
        ("2026-01-02 to 2026-03-04", "2 January 2026 to 4 March 2026"),
        ("2026-01–2026-03", "January 2026–March 2026"),
        ("2026-01 - 2026-03", "January 2026 - March 2026"),
        ("2026-01-02 and 2026-03", "2 January 2026 and March 2026"),
        ("2026-01 to now", "2026-01 to now"),
        ("2026", "2026"),
        ("2026-02-30", "2026-02-30"),
        ("0000-01", "0000-01"),
        ("3/4/2026", "3/4/2026"),
        ("21 Nov 2026", "21 Nov 2026"),
        ("", ""),
    ],
)
def test_iso_dates_are_printed_in_words_and_other_text_as_typed(typed: str, shown: str) -> None:
    assert printed_date(typed, ENGLISH) == shown


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("41 of 96 in 2024", [2024]),
        ("2024, and again in 2024", [2024, 2024]),
        ("2023 and 2024", [2023, 2024]),
        ("1899", []),
        ("12024 people", []),
        ("no year", []),
    ],
)
def test_the_years_in_a_text(text: str, years: list[int]) -> None:
    assert years_in(text) == years


def test_months_and_connecting_words_are_those_of_the_language() -> None:
    names = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ]
    calendar = replaced(
        ENGLISH.calendar,
        months=tuple(names),
        day="{day} de {month} de {year}",
        month="{month} de {year}",
        day_to_month=("de",),
        month_to_year=("de", "del"),
        range_words=("a", "al"),
    )
    spanish = replaced(ENGLISH, code="es", calendar=calendar)
    assert parse_date("21 de noviembre de 2026", spanish) == ParsedDate((DAY,))
    assert parse_date("21 November 2026", spanish) is None
    assert printed_date("2026-11-21 a 2026-12", spanish) == "21 de noviembre de 2026 a diciembre de 2026"
    assert printed_date("2026-11-21", ENGLISH) == "21 November 2026"
