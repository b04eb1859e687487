"""Filters as a person types them, as the names that the store has."""

from collections.abc import Iterator

import pytest

from drafter.drafting.recommendation_filters import Asked, filters_for, names_of_state
from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.recommendation_store.database import Store
from tests.support.recommendations import BASE, filled
from tests.support.script import LIBRARY

COUNTRIES = ("Turkey", "Türkiye", "Iran (Islamic Republic of)", "Côte d’Ivoire", "Congo", "Atlantis")
BODIES = ("Human Rights Committee", "CCPR", "CEDAW", "SR on torture", "Committee against Torture")
THEMES = (
    "Death penalty",
    "Extrajudicial, summary or arbitrary executions",
    "Right to health",
    "Right to life",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store with these States, bodies and themes."""
    rows = [replaced(BASE, country=name, number=name) for name in COUNTRIES]
    rows += [replaced(BASE, body=name, number=name) for name in BODIES]
    rows += [replaced(BASE, themes=(name,), groups=("Women and girls",), number=name) for name in THEMES]
    with filled(tmp_path_factory.mktemp("store") / "a.sqlite", *rows) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "countries"),
    [
        ("Turkey", {"Turkey", "Türkiye"}),
        ("TUR", {"Turkey", "Türkiye"}),
        ("the Republic of Türkiye", {"Turkey", "Türkiye"}),
        ("iran", {"Iran (Islamic Republic of)"}),
        ("Ivory Coast", {"Côte d’Ivoire", "Côte d'Ivoire"}),
        ("Congo", {"Congo"}),
        ("DR Congo", {"Democratic Republic of the Congo"}),
        ("atlantis", {"Atlantis"}),
    ],
)
def test_a_state_is_known_by_any_name(store: Store, typed: str, countries: set[str]) -> None:
    assert set(names_of_state(typed, LIBRARY, store)) == countries
    assert set(filters_for(Asked(state=typed), LIBRARY, store).countries) == countries


@pytest.mark.parametrize(
    ("typed", "bodies"),
    [
        ("ccpr", {"Human Rights Committee", "CCPR"}),
        ("Human Rights Committee", {"Human Rights Committee", "CCPR"}),
        ("CEDAW", {"CEDAW"}),
        ("Committee on the Elimination of Discrimination against Women", {"CEDAW"}),
        ("cat", {"Committee against Torture"}),
        ("torture", {"SR on torture", "Committee against Torture"}),
        ("tort comm", {"Committee against Torture"}),
    ],
)
def test_a_body_is_known_by_its_id_its_name_and_words_of_it(
    store: Store, typed: str, bodies: set[str]
) -> None:
    assert set(filters_for(Asked(body=typed), LIBRARY, store).bodies) == bodies


@pytest.mark.parametrize(
    ("typed", "themes"),
    [
        ("right to health", {"Right to health"}),
        ("right", {"Right to health", "Right to life"}),
        ("women", {"Women and girls"}),
        ("Death penalty; Extrajudicial, summary or arbitrary executions", set(THEMES[:2])),
    ],
)
def test_a_theme_of_the_files_is_known_by_its_name_and_words_of_it(
    store: Store, typed: str, themes: set[str]
) -> None:
    if typed in LIBRARY.themes.themes:
        themes = set()
    assert set(filters_for(Asked(theme=typed), LIBRARY, store).themes) == themes


def test_a_theme_of_drafter_stands_for_its_words(store: Store) -> None:
    filters = filters_for(Asked(theme="overdose"), LIBRARY, store)
    assert (filters.themes, filters.words) == ((), LIBRARY.themes.themes["overdose"].words)


def test_every_unknown_name_is_reported(store: Store) -> None:
    asked = Asked(state="Nowhere", made_by="Noplace", body="nobody", theme="nothing")
    with pytest.raises(DrafterError) as caught:
        filters_for(asked, LIBRARY, store)
    assert [fault.fault for fault in caught.value.faults] == [
        "there is no State 'Nowhere'",
        "there is no State 'Noplace'",
        "nothing in your store is from a body 'nobody'",
        "neither drafter nor your store has a theme 'nothing'",
    ]
