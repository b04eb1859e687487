"""Suggestions for a submission: what names its themes and drugs first, the wide theme of the index last."""

from pathlib import Path

import pytest

from drafter.model.vocabulary import Theme
from drafter.recommendation_store.database import Store
from drafter.recommendation_store.query import terms
from drafter.recommendation_store.suggest import suggest
from drafter.recommendation_store.values import Filters
from tests.support.recommendations import filled, recommendation
from tests.support.script import LIBRARY

DRUGS = ("drug*", "narcotic*")
PRISON = Theme(title="Prison", uhri="Conditions of detention", words=("prison*", "conditions of detention"))
OVERDOSE = Theme(title="Overdose", uhri="Right to life; Right to health", words=("overdose",))
ROWS = (
    recommendation("Build roads", themes=("Right to development",)),
    recommendation("Improve the hospitals", themes=("Right to health",), date="2024"),
    recommendation("Respect life", themes=("Right to life",), date="2023"),
    recommendation("Reduce the number of prisoners", themes=(), date="2020"),
    recommendation("Stop arrests for narcotics", themes=(), date="2019"),
    recommendation("Treat drug dependence in prisons", themes=(), date="2012"),
    recommendation("Stop drug use in the prisons of others", themes=(), country="Utopia"),
    recommendation("Treat drug overdose", themes=("Right to health",), date="2025"),
)
HERE = Filters(countries=("Ruritania",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with ``ROWS``."""
    return filled(tmp_path / "a.sqlite", *ROWS)


def suggested(store: Store, *themes: Theme, limit: int = 50) -> list[tuple[str, str]]:
    """Return reason and text of each suggestion."""
    return [
        (each.reason, each.stored.recommendation.text) for each in suggest(store, HERE, themes, DRUGS, limit)
    ]


def test_the_best_reason_comes_first_and_each_recommendation_once(store: Store) -> None:
    assert suggested(store, PRISON, OVERDOSE) == [
        ("theme and drugs", "Treat drug overdose"),
        ("theme and drugs", "Treat drug dependence in prisons"),
        ("drugs", "Stop arrests for narcotics"),
        ("theme", "Reduce the number of prisoners"),
        ("index", "Improve the hospitals"),
        ("index", "Respect life"),
    ]


def test_another_theme_gives_other_suggestions(store: Store) -> None:
    assert suggested(store, PRISON)[:2] == [
        ("theme and drugs", "Treat drug dependence in prisons"),
        ("drugs", "Treat drug overdose"),
    ]


@pytest.mark.parametrize("limit", range(1, 6))
def test_fewer_are_the_first_of_all(store: Store, limit: int) -> None:
    assert suggested(store, PRISON, OVERDOSE, limit=limit) == suggested(store, PRISON, OVERDOSE)[:limit]


def test_without_themes_what_names_drugs_is_suggested(store: Store) -> None:
    assert [reason for reason, _ in suggested(store)] == ["drugs"] * 3


def test_filters_narrow_the_suggestions(store: Store) -> None:
    since = Filters(countries=("Ruritania",), since=2019)
    texts = [each.stored.recommendation.text for each in suggest(store, since, [PRISON], DRUGS)]
    assert texts == ["Treat drug overdose", "Stop arrests for narcotics", "Reduce the number of prisoners"]


# ---- the words of the library ----


@pytest.mark.parametrize("theme", LIBRARY.themes.themes)
def test_every_theme_has_words_that_can_be_searched_for(theme: str) -> None:
    words = LIBRARY.themes.themes[theme].words
    assert len(words) >= 3
    assert len(words) == len(set(words))
    assert [word for word in words if "*" in word[:-1] or '"' in word or not terms(word)] == []


FINDS = {
    "harm-reduction": "Expand needle-exchange programmes",
    "overdose": "Address the rise in drug-related deaths",
    "treatment-access": "Provide methadone free of charge",
    "right-to-life": "Abolish capital punishment for drug offences",
    "prison-health": "Reduce overcrowding in penitentiaries",
    "decriminalisation": "Stop imprisoning drug users",
    "controlled-medicines": "Make palliative care available",
    "livelihoods": "Support farmers who grew illicit crops through alternative development",
    "hiv-and-tuberculosis": "Prevent HIV/AIDS",
    "stigma": "Combat stigmatization of persons who use drugs",
    "compulsory-treatment": "Close the compulsory drug detention centres",
    "organised-crime": "Fight organised crime",
    "women": "Apply the Bangkok Rules to women prisoners",
}


@pytest.mark.parametrize("theme", FINDS)
def test_a_theme_finds_what_is_said_about_it(tmp_path: Path, theme: str) -> None:
    store = filled(tmp_path / "a.sqlite", *FINDS.values())
    entry = LIBRARY.themes.themes[theme]
    first = suggest(store, HERE, [entry], LIBRARY.themes.drug_words)
    assert FINDS[theme] in [
        each.stored.recommendation.text for each in first if each.reason in ("theme and drugs", "theme")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ratify the Convention on the Rights of the Child",
        "Execute the judgments of the courts",
        "Introduce proportional representation",
        "Decriminalize defamation",
        "Give access to an addition to the school",
        "Provide free legal aid",
    ],
)
def test_what_has_nothing_to_do_with_drugs_is_not_taken_for_it(tmp_path: Path, text: str) -> None:
    store = filled(tmp_path / "a.sqlite", recommendation(text, themes=()))
    themes = [
        LIBRARY.themes.themes[name]
        for name in (
            "right-to-life",
            "proportionality",
            "decriminalisation",
            "recovery",
            "hiv-and-tuberculosis",
        )
    ]
    assert suggest(store, HERE, themes, LIBRARY.themes.drug_words) == ()
