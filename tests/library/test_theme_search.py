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
    for words in words_of_themes(LIBRARY).values():
        assert "{" not in words
        assert "[^" not in words
