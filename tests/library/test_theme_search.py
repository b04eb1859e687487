"""Themes are found by the words of their clauses, after those whose titles have the words."""

import pytest

from drafter.library.theme_search import words_of_themes
from drafter.model.question import Choice
from drafter.terminal.choice_search import ChoiceSearch
from tests.support.script import LIBRARY


@pytest.fixture(scope="module")
def choices() -> list[Choice]:
    """Return the themes as they are offered."""
    words = words_of_themes(LIBRARY)
    return [
        Choice(value=name, title=theme.title, more=theme.about, hidden=words[name])
        for name, theme in LIBRARY.themes.themes.items()
    ]


@pytest.mark.parametrize(
    ("typed", "theme"),
    [
        ("methadone", "treatment-access"),
        ("needle", "harm-reduction"),
        ("substitution", "treatment-access"),
        ("hospital", "overdose"),
        ("syringe", "harm-reduction"),
    ],
)
def test_a_word_of_a_clause_finds_its_theme(choices: list[Choice], typed: str, theme: str) -> None:
    matching = ChoiceSearch(choices).matching(typed)
    assert theme in [choices[position].value for position in matching]
    assert len(matching) < len(choices) // 2


def test_a_title_comes_before_the_words_of_clauses(choices: list[Choice]) -> None:
    search = ChoiceSearch(choices)
    matching = [choices[position] for position in search.matching("women")]
    assert "women" in matching[0].title.lower()
    assert len(matching) > 1
    assert all(
        "women" in choices[position].title.lower() for position in search.matching("women", is_narrow=True)
    )


def test_no_field_and_no_note_is_a_word_of_a_theme() -> None:
    for words in map(" ".join, words_of_themes(LIBRARY).values()):
        assert "{" not in words
        assert "[^" not in words


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("children of", "Children of parents who use drugs"),
        ("children", "Children and adolescents"),
        ("parents children", "Children of parents who use drugs"),
        ("famil", "Children of parents who use drugs"),
        ("custody", "Pregnancy, motherhood and custody"),
        ("hiv", "HIV, viral hepatitis and tuberculosis"),
    ],
)
def test_the_theme_that_is_meant_comes_first(choices: list[Choice], typed: str, first: str) -> None:
    assert choices[ChoiceSearch(choices).matching(typed)[0]].title == first


def test_words_of_titles_come_before_those_of_texts_and_frequent_ones_first() -> None:
    offered = [
        Choice(value="text", title="A", hidden=("", "", "family family family")),
        Choice(value="seldom", title="B", hidden=("", "family", "")),
        Choice(value="often", title="C", hidden=("", "family families", "")),
        Choice(value="own", title="D", hidden=("family", "", "")),
        Choice(value="about", title="E", more="About the family."),
    ]
    matches = [offered[position].value for position in ChoiceSearch(offered).matching("famil")]
    assert matches == ["about", "own", "often", "seldom", "text"]


def test_a_title_with_the_words_in_the_typed_order_comes_before_one_that_only_has_them() -> None:
    offered = [
        Choice(value="other", title="Report on the shadow"),
        Choice(value="phrase", title="CAT (torture): alternative report (shadow report)"),
        Choice(value="same", title="Shadow report"),
    ]
    matches = [offered[position].value for position in ChoiceSearch(offered).matching("shadow report")]
    assert matches == ["same", "phrase", "other"]
