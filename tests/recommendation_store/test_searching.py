"""Searching the store: words, filters, order, counts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.frozen import replaced
from drafter.model.imported import UPR
from drafter.recommendation_store.database import Store
from drafter.recommendation_store.read import MOST_RANKED, missed, search, stats
from drafter.recommendation_store.values import Filters, PositionCounts
from drafter.search import MissedWord
from tests.support.recommendations import BASE, filled, recommendation, texts

TEXTS = (
    "Abolish the death penalty for drug offences",
    "End compulsory detention of people who use drugs",
    "Organise training for the police on naloxone",
    "Fund needle-and-syringe programmes in every prison",
    "Réduire les détentions arbitraires",
    "Repeal penalties for possession; decriminalise personal use",
    "Train those who legalise and legislate",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store with ``TEXTS``."""
    return filled(tmp_path_factory.mktemp("store") / "a.sqlite", *TEXTS)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("drug", {0, 1}),
        ("drugs", {0, 1}),
        ("DRUG offence", {0}),
        ("the offences", {0}),
        ("people drugs detention", {1}),
        ("organize", {2}),
        ("organize police", {2}),
        ("decriminalize personal", {5}),
        ("decriminalize", {5}),
        ("legalize those", {6}),
        ("legalize", {6}),
        ("reduire", {4}),
        ("RÉDUIRE", {4}),
        ("death police", set()),
        ("needle-and-syringe", {3}),
        ("needle syringe", {3}),
        ("syringe-needle", set()),
        ('"death penalty"', {0}),
        ('"penalty death"', set()),
        ("“death penalty”", {0}),
        ("140.7", set(range(len(TEXTS)))),
        ("A/HRC/59/15", set(range(len(TEXTS)))),
        ("A/HRC/59/16", set()),
    ],
)
def test_all_words_must_be_there_in_any_form_and_order(store: Store, typed: str, numbers: set[int]) -> None:
    assert set(texts(store, typed)) == {TEXTS[number] for number in numbers}


@pytest.mark.parametrize("word", ["detention", "penalty", "possession", "police", "compulsory", "programmes"])
def test_a_word_matches_at_every_letter_from_the_third_on(store: Store, word: str) -> None:
    whole = texts(store, word)
    assert whole
    for length in range(3, len(word)):
        assert set(whole) <= set(texts(store, word[:length])), word[:length]


def test_only_the_last_word_may_go_on_and_any_with_a_star(store: Store) -> None:
    assert texts(store, "comp drugs") == []
    assert texts(store, "comp* drugs") == [TEXTS[1]]
    assert texts(store, "drugs comp") == [TEXTS[1]]
    assert search(store, "drugs comp", last_may_go_on=False).total == 0
    assert texts(store, '"death pen"') == []
    assert texts(store, '"death pen*"') == texts(store, '"death pen') == [TEXTS[0]]


def test_two_letters_are_a_word_and_not_yet_a_beginning(store: Store) -> None:
    assert texts(store, "pe") == []


def test_stop_words_count_only_alone(store: Store) -> None:
    assert texts(store, "the penalty for") == texts(store, "penalty for")
    assert set(texts(store, "the", last_may_go_on=False)) == {TEXTS[0], TEXTS[2]}


HOSTILE = (
    '"', '""', "'", "*", "**", "-", "--", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR(a b, 3)", "a AND", "^a",
    "text:drug", "{text}: drug", "-text : drug", "+", "a + b", "a* b*", '"a', 'a"b"c', "drug\x00s", "\x00",
    "\ud800", "drug;DROP TABLE recommendation", "%", "_", "\\", "é*", "labels:c1", "…", "“", "a" * 5000,
    "a b " * 3000,
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_is_words(store: Store, typed: str) -> None:
    assert search(store, typed).total <= len(TEXTS)
    assert search(store, f"drug {typed}").total <= 2
    assert [word.texts <= len(TEXTS) for word in missed(store, typed)].count(False) == 0


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from('"*-()ANDORT^:{}+ \x00é’“”drugpenalty140./')) | st.text())
def test_no_text_is_an_error(store: Store, typed: str) -> None:
    assert search(store, typed, Filters(words=(typed,), countries=(typed,))).total == 0
    assert 0 <= search(store, typed).total <= len(TEXTS)


def test_words_that_are_names_of_labels_match_no_label(store: Store) -> None:
    assert texts(store, "c1") == []


def test_nothing_but_marks_matches_nothing_and_nothing_typed_all(store: Store) -> None:
    assert texts(store, "!?") == []
    assert len(texts(store, "")) == len(texts(store, "  ")) == len(TEXTS)


# ---- order and counts ----


def test_the_rarer_and_the_more_frequent_word_counts_more(tmp_path: Path) -> None:
    rows = ["Prison and health of all in the whole of the country", "Prison reform: prison, prison"]
    assert texts(filled(tmp_path / "a.sqlite", *rows), "prison") == rows[::-1]


def test_equally_good_ones_are_newest_first_and_then_as_in_the_file(tmp_path: Path) -> None:
    rows = [
        recommendation(f"Prison {name}", date=date)
        for name, date in (
            ("a", "2012-01-01"),
            ("b", ""),
            ("c", "2020"),
            ("d", "2020-05"),
            ("e", "2020-05-02"),
        )
    ]
    rows += [recommendation(f"Prison {name}", date="2012-01-01") for name in "fg"]
    store = filled(tmp_path / "a.sqlite", *rows)
    expected = [f"Prison {name}" for name in "edcafgb"]
    assert texts(store, "prison") == texts(store) == texts(store, filters=Filters(countries=("Ruritania",)))
    assert texts(store) == expected
    assert texts(store, "prison", limit=2, offset=3) == expected[3:5]
    assert texts(store, limit=2, offset=3) == expected[3:5]


def test_the_total_counts_what_is_not_shown(tmp_path: Path) -> None:
    store = filled(tmp_path / "a.sqlite", *(f"Prison {number}" for number in range(30)))
    for matches in (search(store, "prison", limit=5), search(store, limit=5)):
        assert (len(matches.shown), matches.total, matches.at_least) == (5, 30, False)


def test_beyond_a_number_matches_are_not_counted_but_the_newest_are_ranked(tmp_path: Path) -> None:
    rows = (
        recommendation(f"Prison {number}", date=f"{2000 + number % 25}") for number in range(MOST_RANKED + 25)
    )
    store = filled(tmp_path / "a.sqlite", *rows)
    matches = search(store, "prison", limit=1)
    assert (matches.total, matches.at_least) == (MOST_RANKED, True)
    assert matches.shown[0].recommendation.date == "2024"


# ---- filters ----

ROWS = {
    "upr": BASE,
    "old": recommendation("Old", date="2009-11", states=("Türkiye", "Norway"), position="noted"),
    "undated": recommendation("Undated", date="", position=""),
    "other": recommendation("Other", country="Côte d'Ivoire", states=("Sweden",), themes=("Death penalty",)),
    "concern": replaced(
        BASE, text="Concern", body="Human Rights Committee", kind="concern", states=(), position="",
        themes=("Private life & privacy",), groups=("Women",), date="2016-07-01",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(countries=("ruritania",)), {"upr", "old", "undated", "concern"}),
        (Filters(countries=("Cote d’Ivoire", "Nowhere")), {"other"}),
        (Filters(countries=("Nowhere",)), set()),
        (Filters(made_by=("Norway",)), {"upr", "old", "undated"}),
        (Filters(made_by=("Turkiye",)), {"old"}),
        (Filters(made_by=("Ruritania",)), set()),
        (Filters(bodies=("human rights committee",)), {"concern"}),
        (Filters(bodies=(UPR, "Human Rights Committee")), set(ROWS)),
        (Filters(themes=("death penalty",)), {"other"}),
        (Filters(themes=("Private life and privacy",)), {"concern"}),
        (Filters(themes=("women",)), {"concern"}),
        (Filters(words=("naloxone", "undat*")), {"upr", "undated"}),
        (Filters(words=("witness an overdose",)), {"upr"}),
        (Filters(words=("overdose witness",)), set()),
        (Filters(since=2016), {"upr", "other", "concern"}),
        (Filters(since=2017), {"upr", "other"}),
        (Filters(position="noted"), {"old"}),
        (Filters(position="partly"), set()),
        (Filters(kind="concern"), {"concern"}),
        (Filters(kind="recommendation", since=2000, countries=("Ruritania",)), {"upr", "old"}),
    ],
)
def test_filters(tmp_path: Path, filters: Filters, names: set[str]) -> None:
    store = filled(tmp_path / "a.sqlite", *ROWS.values())
    expected = {ROWS[name].text for name in names}
    assert set(texts(store, "", filters)) == expected
    assert search(store, "", filters).total == len(expected)
    assert set(texts(store, "A/HRC/59/15", filters)) == expected
    assert set(texts(store, "concern", filters)) == expected & {"Concern"}


# ---- counts of the whole store, and words that match nothing ----


def test_stats(tmp_path: Path) -> None:
    counted = stats(filled(tmp_path / "a.sqlite", *ROWS.values()))
    assert counted.total == 5
    assert counted.states == (
        PositionCounts("Côte d'Ivoire", 1, 1, 0, 0),
        PositionCounts("Ruritania", 4, 1, 0, 1),
    )
    assert counted.bodies == ((UPR, 4), ("Human Rights Committee", 1))
    assert (counted.first, counted.last) == ("2009-11", "2025-03-21")


def test_a_word_that_matches_nothing_is_reported_with_similar_ones(store: Store) -> None:
    assert missed(store, "pollice drug zzz") == [
        MissedWord("pollice", 0, ("police",)),
        MissedWord("drug", 2),
        MissedWord("zzz", 0),
    ]
