"""A private day is found in every usual spelling, and another day of the same year is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language.english import ENGLISH
from drafter.privacy.dates_in_text import days_in
from drafter.privacy.folding import folded
from drafter.privacy.leak_search import leaking_cases

BORN = date(1988, 11, 21)
SPELLINGS = [
    "21 November 1988", "21 Nov 1988", "21st November 1988", "November 21st, 1988", "November 21, 1988",
    "the 21st of November 1988", "the 21st of November, 1988", "the 21st day of November 1988", "21-Nov-1988",
    "21/11/88", "88-11-21", "1988/11/21", "1988-11-21", "1988.11.21", "19881121", "21111988",
    "21. November 1988",
    "Nov. 21, 1988", "21.XI.1988", "21 XI 1988", "21-XI-88", "21/11/1988", "11/21/1988", "21.11.1988",
    "21. 11. 1988", "21 11 1988", "21–11–1988", "21_11_1988", "21·11·1988", "21NOV1988", "21 Nov '88",
    "Monday, 21 November, 1988", "21 November, in 1988", "1988 November 21", "1988-Nov-21",
    "1988-11-21T10:30",
    "21\u00a0November\u202f1988", "21\u00adst November 1988", "２１／１１／１９８８",
    "٢١/١١/١٩٨٨", "२१/११/१९८८",
    "21 novembre 1988", "le 21 novembre 1988", "21 nov. 1988", "21 de noviembre de 1988",
    "21 de noviembre del 1988", "el día 21 de noviembre de 1988", "21 de novembro de 1988",
    "21º de novembro de 1988", "21 november 1988", "21e november 1988", "21 novembre, 1988",
    "21 ноября 1988 г.",
    "21-го ноября 1988 года", "21 нояб. 1988", "21 نوفمبر 1988", "٢١ نوفمبر ١٩٨٨", "21 تشرين الثاني 1988",
    "1988年11月21日", "twenty-first of November 1988", "the twenty-first day of November, 1988",
    "November the twenty-first, 1988",
]  # fmt: skip
OTHER_TEXTS = [
    "20 November 1988", "22 Nov 1988", "21 October 1988", "21 November 1989", "21 November", "November 1988",
    "in November, 21 people of 1988", "1988", "21/12/1988", "21/11/89", "89-11-21", "1988-11-2", "1988-12-21",
    "21.X.1988", "the twentieth of November 1988", "twenty-second of November 1988",
    "November 1988, para. 21",
    "21 novembre", "21 de noviembre", "121/11/1988", "21/11/19885",
    "21 of 88 people", "November 21", "1 November 1988", "21 persons in November 1988",
]  # fmt: skip


def is_found(text: str, value: str) -> bool:
    """Return whether the private *value* is found in *text*."""
    return list(leaking_cases(text, {"C1": {"born": value}}, frozenset())) == ["C1"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_day_is_found_in_any_spelling(spelling: str) -> None:
    assert is_found(f"In 2024, 41 of 96 people; she was born {spelling}, and of 12 one.", "1988-11-21")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_private_value_may_have_any_spelling_and_a_label(spelling: str) -> None:
    assert is_found("born on 21 November 1988", spelling)
    assert is_found("born on 1988-11-21", f"born {spelling} in Zenda")


@pytest.mark.parametrize("text", OTHER_TEXTS)
def test_another_day_or_another_text_is_not_found(text: str) -> None:
    for value in ("1988-11-21", "21 November 1988", "born 21st Nov 1988"):
        assert not is_found(f"In 2024: {text}.", value)


def test_an_ambiguous_day_is_found_in_both_readings() -> None:
    for text in ("5/3/1987", "3 May 1987", "5 March 1987"):
        assert is_found(text, "3/5/1987")
    assert is_found("03.05.87", "1987-05-03")
    assert is_found("05.03.87", "1987-05-03")
    assert not is_found("2 May 1987", "3/5/1987")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 1er août 1990", date(1990, 8, 1)),
        ("4 de março de 1990", date(1990, 3, 4)),
        ("4. März 1990", date(1990, 3, 4)),
        ("4. Maerz 1990", date(1990, 3, 4)),
        ("4 gennaio 1990", date(1990, 1, 4)),
        ("4 dic 1990", date(1990, 12, 4)),
        ("4 setiembre de 1990", date(1990, 9, 4)),
        ("4 мая 1990", date(1990, 5, 4)),
        ("4 أبريل 1990", date(1990, 4, 4)),
        ("4 juill. 1990", date(1990, 7, 4)),
        ("4 Sept. 1990", date(1990, 9, 4)),
        ("the thirtieth of June 1990", date(1990, 6, 30)),
        ("4 V 1990", date(1990, 5, 4)),
    ],
)
def test_months_are_recognised_in_other_languages(text: str, day: date) -> None:
    assert days_in(folded(text)) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, 41 of 96 people interviewed saw no judge within 48 hours.",
        "A/HRC/59/15, para. 12 (a); CCPR/C/XRU/CO/5; E/C.12/2019/1",
        "Section 14 of the Narcotics Act 1976, as amended in 2019; article 9 (3)",
        "2.1 There were 12 345 678 people in 2024 and 13 arrests.",
        "from 2019 to 2024; 31 in 2019, 28 in 2020, 30 in 2021",
        "paragraphs 10, 11 and 12 of 2020; 10-12; 5/2021; 12/2019",
        "30 February 1990; 31/04/1991; 45/13/1990; 00/00/2000",
    ],
)
def test_figures_symbols_and_impossible_days_are_not_days(text: str) -> None:
    assert days_in(folded(text)) == frozenset()


@pytest.mark.parametrize(
    "text", ["21/11/1988", "21 November 1988", "21.11.1988.", "1988-11-21", "Nov 21, 1988"]
)
def test_the_beginning_of_a_four_digit_year_is_not_a_two_digit_year(text: str) -> None:
    assert days_in(folded(f"on {text}: 5 of 9")) == {BORN}
    assert days_in("nov 21, 19/3 of 7; 3.11.19.2; 21/11/88/4") == frozenset()


DAYS = st.dates(date(1925, 1, 1), date(2029, 12, 31))
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@st.composite
def spelt(draw: st.DrawFn, day: date) -> str:
    """Return *day* in some spelling."""
    month = ENGLISH.calendar.months[day.month - 1]
    gap = draw(st.sampled_from([" ", "  ", "\u00a0", "-", ".", "/", ". "]))
    mark = draw(st.sampled_from(["-", "/", ".", "–", " / ", " ", ". "]))
    named = draw(st.sampled_from([month, month[:3], f"{month[:3]}.", month.upper(), month.lower()]))
    number = draw(st.sampled_from([str(day.day), f"{day.day:02}", f"{day.day}{ORDINALS.get(day.day, 'th')}"]))
    forms = [
        f"{number}{gap}{named}{gap}{day.year}",
        f"the {number} of {named} {day.year}",
        f"{named} {number}, {day.year}",
        f"{named} the {number} {day.year}",
        f"{number} day of {named}, {day.year}",
        f"{day.day}{mark}{day.month:02}{mark}{day.year}",
        f"{day.month}{mark}{day.day:02}{mark}{day.year}",
        f"{day.year}{mark}{day.month:02}{mark}{day.day}",
        f"{day:%Y%m%d}",
        f"{day.day}/{day.month}/{day:%y}",
        f"{day:%y}-{day:%m}-{day:%d}",
    ]
    return draw(st.sampled_from(forms))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(data=st.data(), day=DAYS)
def test_any_spelling_of_a_day_is_found_by_any_other(data: st.DataObject, day: date) -> None:
    text, value = data.draw(spelt(day)), data.draw(spelt(day))
    assert day in days_in(folded(f"see ({text}); 7 of 9"))
    assert is_found(f"In 2019 she said: {text}.", f"born {value}")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(data=st.data(), day=DAYS)
def test_a_day_is_read_from_its_own_figures_only(data: st.DataObject, day: date) -> None:
    """Another day is possible only with the figures in another order (5/3, 3/5) or in another century."""
    figures = sorted((day.day, day.month, day.year % 100))
    for read in days_in(folded(f"see ({data.draw(spelt(day))}); 7 of 9")):
        assert sorted((read.day, read.month, read.year % 100)) == figures
