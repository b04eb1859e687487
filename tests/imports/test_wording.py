"""A recommendation is taken apart into number, wording and States; what is not certain is unclear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.imports.wording import Unclear, without_states, wordings_in
from tests.support.import_files import NAMES
from tests.support.script import LIBRARY

STATES = sorted(state.name for state in LIBRARY.states.values())


def parts(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.number, each.text, each.states) for each in wordings_in(text, NAMES)]


@pytest.mark.parametrize(
    ("brackets", "states"),
    [
        ("(Norway)", ("Norway",)),
        ("(Norway) (Spain)", ("Norway", "Spain")),
        ("(Norway)(Spain)", ("Norway", "Spain")),
        ("(Norway), (Spain) and (Peru)", ("Norway", "Spain", "Peru")),
        ("(Norway, Spain)", ("Norway", "Spain")),
        ("(Norway; Spain)", ("Norway", "Spain")),
        ("(Norway, Spain and Peru)", ("Norway", "Spain", "Peru")),
        ("(Norway, Spain, and Peru)", ("Norway", "Spain", "Peru")),
        ("(Trinidad and Tobago and Spain)", ("Trinidad and Tobago", "Spain")),
        ("(Bosnia and Herzegovina, Antigua and Barbuda)", ("Bosnia and Herzegovina", "Antigua and Barbuda")),
        (
            "(United Kingdom of Great Britain and Northern Ireland and Chad)",
            ("United Kingdom of Great Britain and Northern Ireland", "Chad"),
        ),
        ("(Venezuela (Bolivarian Republic of))", ("Venezuela (Bolivarian Republic of)",)),
        (
            "(Iran (Islamic Republic of), Bolivia (Plurinational State of))",
            ("Iran (Islamic Republic of)", "Bolivia (Plurinational State of)"),
        ),
        ("(Iran (Islamic Republic of)", ("Iran (Islamic Republic of)",)),  # a bracket was forgotten
        ("(the Netherlands)", ("the Netherlands",)),
        ("(Turkey) (Türkiye)", ("Turkey", "Türkiye")),
        ("(Swaziland, Czech Republic)", ("Swaziland", "Czech Republic")),
        ("(the former Yugoslav Republic of Macedonia)", ("the former Yugoslav Republic of Macedonia",)),
        ("(Côte d’Ivoire)", ("Côte d’Ivoire",)),
        ("(Korea, Republic of)", ("Korea, Republic of",)),
        ("(Niger, Nigeria)", ("Niger", "Nigeria")),
        ("(Guinea) (Guinea-Bissau)", ("Guinea", "Guinea-Bissau")),
        ("(Chad, on behalf of the African Group)", ("Chad, on behalf of the African Group",)),
        ("(Estonia on behalf of Latvia and Finland)", ("Estonia on behalf of Latvia and Finland",)),
        ("(Holy See) (State of Palestine)", ("Holy See", "State of Palestine")),
    ],
)
def test_states_are_told_apart(brackets: str, states: tuple[str, ...]) -> None:
    for end in (";", " ;", ".", "", "); ", ";*"):
        assert parts(f"7.12 Review the law {brackets}{end}") == [("7.12", "Review the law", states)]


@pytest.mark.parametrize(
    "wording",
    [
        "Ratify the Convention against Torture (CAT)",
        "Ratify Convention No. 189 (2011) of the ILO",
        "Cooperate with its neighbours (Norway and Spain) on asylum",
        "Amend article 12 (b) and (c) of the law",
        "Do: (a) this; (b) that (in full); and (c) more",
        "Review (at once) the act (Act 7), and repeal section 3(2)",
        "Close 3) and keep 4",
        "Give data (disaggregated by sex)",
        "Join the Partnership (PAN) and (AND)",
        "Ratify the Protocol (with a reservation (if any))",
        "Spend 0.7 per cent; report each year",
        "Keep the double  space and “quotes”",
        "Work with Norway (the country) and the Norwegian Fund (Norway Fund)",
    ],
)
def test_brackets_of_the_wording_stay_in_it(wording: str) -> None:
    assert parts(f"140.7 {wording} (Peru) (Chad);") == [("140.7", wording, ("Peru", "Chad"))]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("140.7 ", "140.7"), ("140.7. ", "140.7"), ("115. 18 ", "115.18"), ("140.7", "140.7"),
        ("140.7\n", "140.7"), ("140.7\u00a0", "140.7"),
        ("- 140.7 ", "140.7"), ("12. ", "12"), ("", ""), ("6.100) ", "6.100"),
    ],
)  # fmt: skip
def test_the_number_is_before_the_wording(head: str, number: str) -> None:
    assert parts(f"{head}Ratify the treaty (Peru);") == [(number, "Ratify the treaty", ("Peru",))]


@pytest.mark.parametrize("wording", ["0.7 per cent", "18 years as the age", "2030 as the goal"])
def test_a_figure_in_the_wording_is_no_number(wording: str) -> None:
    assert parts(f"140.7 {wording} (Peru);") == [("140.7", wording, ("Peru",))]


def test_two_recommendations_under_one_number() -> None:
    assert parts("121.2 Ratify the treaty (Peru); Ratify it soon (Chad) (Spain);") == [
        ("121.2", "Ratify the treaty", ("Peru",)),
        ("121.2", "Ratify it soon", ("Chad", "Spain")),
    ]


def test_two_numbers_in_one_cell() -> None:
    assert parts("121.2 Ratify the treaty (Peru);\n121.9 Repeal the law (Chad);") == [
        ("121.2", "Ratify the treaty", ("Peru",)),
        ("121.9", "Repeal the law", ("Chad",)),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("140.7 Ratify the treaty;", "no State is in brackets"),
        ("140.7 Ratify the treaty (Perru);", "no State is in brackets"),
        ("140.7 Ratify the treaty (Peru, Atlantis);", "no State is in brackets"),
        ("140.7 Ratify the treaty (Peru); and also", "more text follows"),
        ("140.7 Ratify the treaty (Peru). Repeal the law (Chad);", "a full stop follows"),
        ("140.7 (Peru);", "no text"),
        ("(Peru)", "no text"),
        ("", "no State is in brackets"),
        ("140.7 Ratify Peru);", "no State is in brackets"),
        ("140.7 Ratify the treaty (on behalf of Peru);", "no State is in brackets"),
    ],
)
def test_what_is_not_certain_is_unclear(text: str, reason: str) -> None:
    with pytest.raises(Unclear) as raised:
        wordings_in(text, NAMES)
    assert reason in raised.value.reason


def test_states_at_the_very_end_can_be_left_out() -> None:
    assert without_states("Ratify it (CAT) (Peru) (Chad);", NAMES) == ("Ratify it (CAT)", ("Peru", "Chad"))
    assert without_states("Ratify it (CAT).", NAMES) == ("Ratify it (CAT).", ())
    assert without_states("Work with (Peru). Report on it.", NAMES) == ("Work with (Peru). Report on it.", ())


def test_hostile_brackets_take_no_time() -> None:
    for text in ("(" * 50_000, ")" * 50_000, "(Peru" * 20_000, "(Peru) x " * 20_000, "(Peru, " * 20_000):
        with pytest.raises(Unclear):
            wordings_in(f"140.7 {text} end", NAMES)


WORDS = st.text("abcdefghij éü’“”-–0123456789,.:;/%", min_size=3, max_size=60).filter(
    lambda text: sum(map(str.isalpha, text)) >= 3
)
BRACKETED = st.sampled_from(
    ["(CAT)", "(No. 29)", "(see (b) below)", "(2011)", "(Norway and Spain) on", "(a)"]
)
WORDING = st.lists(WORDS | BRACKETED, min_size=1, max_size=5).map(
    lambda texts: f"Ensure {' '.join(texts)} now"
)
LISTS = st.lists(st.sampled_from(STATES), min_size=1, max_size=5)


def printed(states: list[str], style: int) -> str:
    """Return *states* in brackets, in one of the styles of the lists."""
    if style == 0:
        return " ".join(f"({state})" for state in states)
    joined = ", ".join(states[:-1])
    return f"({joined}{' and ' if style == 1 and joined else ', ' if joined else ''}{states[-1]})"


@given(
    st.lists(st.tuples(WORDING, LISTS, st.integers(0, 2)), min_size=1, max_size=4),
    st.integers(1, 250),
    st.integers(1, 300),
)
@pytest.mark.seconds(60)
def test_what_is_printed_as_a_list_is_read_letter_for_letter(
    recommendations: list[tuple[str, list[str], int]], paragraph: int, number: int
) -> None:
    text = "; ".join(f"{wording} {printed(states, style)}" for wording, states, style in recommendations)
    assert parts(f"{paragraph}.{number} {text};") == [
        (f"{paragraph}.{number}", wording, tuple(states)) for wording, states, _ in recommendations
    ]
