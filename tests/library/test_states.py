"""The table of States: its entries, their articles, and the search for typed names."""

import re
from collections import Counter

import pytest

from drafter.model.vocabulary import State
from tests.support.script import LIBRARY

STATES = LIBRARY.states

WITH_ARTICLE = {
    "BHS": "the Bahamas",
    "CAF": "the Central African Republic",
    "COM": "the Comoros",
    "COG": "the Congo",
    "PRK": "the Democratic People's Republic of Korea",
    "COD": "the Democratic Republic of the Congo",
    "DOM": "the Dominican Republic",
    "GMB": "the Gambia",
    "VAT": "the Holy See",
    "LAO": "the Lao People's Democratic Republic",
    "MHL": "the Marshall Islands",
    "NER": "the Niger",
    "PHL": "the Philippines",
    "KOR": "the Republic of Korea",
    "MDA": "the Republic of Moldova",
    "RUS": "the Russian Federation",
    "PSE": "the State of Palestine",
    "SDN": "the Sudan",
    "SYR": "the Syrian Arab Republic",
    "ARE": "the United Arab Emirates",
    "GBR": "the United Kingdom of Great Britain and Northern Ireland",
    "TZA": "the United Republic of Tanzania",
    "USA": "the United States of America",
}
"""The 23 States whose short name has an article in a sentence and is otherwise the listed name."""

INVERTED = {
    "BOL": ("Bolivia (Plurinational State of)", "the Plurinational State of Bolivia"),
    "IRN": ("Iran (Islamic Republic of)", "the Islamic Republic of Iran"),
    "FSM": ("Micronesia (Federated States of)", "the Federated States of Micronesia"),
    "NLD": ("Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"),
    "VEN": ("Venezuela (Bolivarian Republic of)", "the Bolivarian Republic of Venezuela"),
}
"""The five States with an inverted name in the list and the natural order in a sentence."""

RENAMED = {
    "TUR": "Türkiye",
    "CZE": "Czechia",
    "SWZ": "Eswatini",
    "MKD": "North Macedonia",
    "CPV": "Cabo Verde",
    "CIV": "Côte d'Ivoire",
    "TLS": "Timor-Leste",
    "MMR": "Myanmar",
    "VNM": "Viet Nam",
}


def the_state(code: str) -> State:
    """Return the State with this code."""
    assert code in STATES, f"{code} is not in states.csv"
    return STATES[code]


def test_there_are_193_members_two_observers_and_two_fictional_states() -> None:
    assert Counter(one.status for one in STATES.values()) == {"member": 193, "observer": 2, "fictional": 2}


def test_the_observers_and_the_fictional_states_are_these() -> None:
    assert {code for code, one in STATES.items() if one.status == "observer"} == {"VAT", "PSE"}
    assert [one.name for one in STATES.values() if one.status == "fictional"] == ["Graustark", "Ruritania"]


def test_each_code_has_three_capitals_and_each_name_is_unique() -> None:
    assert [code for code in STATES if not re.fullmatch(r"[A-Z]{3}", code)] == []
    for names in (
        [one.name for one in STATES.values()],
        [one.in_text for one in STATES.values()],
        [one.formal for one in STATES.values()],
    ):
        assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize(("code", "in_text"), WITH_ARTICLE.items())
def test_a_name_that_takes_an_article_has_it_in_a_sentence_and_not_in_the_list(
    code: str, in_text: str
) -> None:
    assert the_state(code).in_text == in_text
    assert the_state(code).name == in_text.removeprefix("the ")


@pytest.mark.parametrize(("code", "listed", "in_text"), [(code, *names) for code, names in INVERTED.items()])
def test_an_inverted_name_has_its_natural_order_in_a_sentence(code: str, listed: str, in_text: str) -> None:
    assert (the_state(code).name, the_state(code).in_text) == (listed, in_text)


def test_no_other_name_takes_an_article_or_changes_in_a_sentence() -> None:
    others = {code: one for code, one in STATES.items() if code not in WITH_ARTICLE and code not in INVERTED}
    assert len(others) == 197 - len(WITH_ARTICLE) - len(INVERTED)
    assert {code: one.in_text for code, one in others.items() if one.in_text != one.name} == {}
    assert {code: one.name for code, one in others.items() if re.match(r"[Tt]he |.*[(,]", one.name)} == {}


@pytest.mark.parametrize(("code", "name"), RENAMED.items())
def test_a_state_has_the_name_that_it_chose(code: str, name: str) -> None:
    assert the_state(code).in_text == name


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_state_has_its_names_in_each_language(language: str) -> None:
    articles = {"fr": r"(l['’]|la |le |les )", "es": r"(el |la |los |las )"}
    unnamed = [code for code, one in STATES.items() if not all(one.names[language])]
    formal = {code: one.names[language][1] for code, one in STATES.items()}
    lower = [name for name in formal.values() if re.match(articles[language], name)]
    assert unnamed == []
    assert len(lower) > 150


def test_every_name_is_clean() -> None:
    every = [
        name
        for one in STATES.values()
        for name in (one.name, one.in_text, one.formal, *one.names["fr"], *one.names["es"])
    ]
    assert [name for name in every if name != " ".join(name.split()) or name.endswith(".")] == []
    assert [name for name in every if re.search(r"\b(the|la|le|el|de|of) \1\b|[�?]", name)] == []


def test_a_formal_name_begins_with_its_article_unless_it_is_the_name_alone() -> None:
    bare = {code: one for code, one in STATES.items() if not one.formal.startswith("the ")}
    assert {code: one.formal for code, one in bare.items() if one.formal != one.name} == {}
    assert len(bare) == 27


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("PHL", "PHL"),
        ("phl", "PHL"),
        ("Philippines", "PHL"),
        ("the Philippines", "PHL"),
        ("the Republic of the Philippines", "PHL"),
        ("Republic of the Philippines", "PHL"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("the islamic republic of iran", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Turkiye", "TUR"),
        ("côte d’ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("  Norway ", "NOR"),
        ("Congo", "COG"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("Guinea", "GIN"),
        ("Ruritania", "XRU"),
        ("Graustark", "XGR"),
    ],
)
def test_a_state_is_found_by_typed_variants(typed: str, code: str) -> None:
    found = LIBRARY.state(typed)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("typed", ["", "Atlantis", "Ni", "the", "Korea", "Republic"])
def test_a_text_that_fits_no_state_or_several_is_not_found(typed: str) -> None:
    assert LIBRARY.state(typed) is None


@pytest.mark.parametrize("code", sorted(STATES))
def test_each_state_is_found_by_each_of_its_names(code: str) -> None:
    state = STATES[code]
    for name in (state.code, state.name, state.in_text, state.formal):
        assert LIBRARY.state(name) is state


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Turkey", "TUR"),
        ("swaziland", "SWZ"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Russia", "RUS"),
        ("United Kingdom", "GBR"),
        ("DPR Korea", "PRK"),
        ("South Korea", "KOR"),
        ("Antigua & Barbuda", "ATG"),
        ("St Kitts & Nevis", "KNA"),
    ],
)
def test_a_state_is_recognised_by_a_former_or_everyday_name(typed: str, code: str) -> None:
    assert LIBRARY.state(typed) == STATES[code]


def test_no_other_name_is_the_name_of_two_states() -> None:
    assert {
        (name, one.code) for one in STATES.values() for name in one.other_names if LIBRARY.state(name) != one
    } == set()
