"""Word search in any order, without accents, in singular and plural; and "Did you mean …?"."""

import pytest

from drafter.language.english import ENGLISH
from drafter.search import SearchedText, did_you_mean, nearest, wanted_words


@pytest.mark.parametrize(
    ("typed", "text", "matches"),
    [
        ("prison overdose", "Overdose in prisons", True),
        ("cote d'ivoire", "Côte d’Ivoire", True),
        ("ORGANIZE", "to organise", True),
        ("women", "a woman", True),
        ("children", "the child", True),
        ("laws", "one law", True),
        ("law", "two laws", True),
        ("policy", "policies", True),
        ("crime", "decriminalise", False),
        ("crimin", "decriminalise", True),
        ("man", "human", False),
        ("the prison", "a jail and prison", True),
        ("the", "the prison", True),
        ("the", "a prison", False),
        ("iccpr:9", "rests on iccpr:9", True),
        ("73/192", "resolution 73/192", True),
        ("harm reduction", "harm‐reduction", True),
        ("prison gardens", "a prison", False),
    ],
)
def test_words_are_found_in_any_order_and_form(typed: str, text: str, matches: bool) -> None:
    searched = SearchedText.of(text, ENGLISH)
    assert searched.has_all(wanted_words(typed, ENGLISH)) is matches


def test_words_are_unique_and_stop_words_count_only_alone() -> None:
    assert wanted_words("the right to the Right", ENGLISH) == ("right",)
    assert wanted_words("of the", ENGLISH) == ("of", "the")
    assert wanted_words("  ", ENGLISH) == ()


def test_similar_names_are_suggested_in_one_question() -> None:
    names = ["upr/joint", "upr/individual", "cat/list", "upr/joint"]
    assert nearest("upr/jonit", names, limit=1) == ["upr/joint"]
    assert nearest("xylophone", names) == []
    assert did_you_mean([], ENGLISH) == ""
    assert did_you_mean(["a"], ENGLISH) == "Did you mean a?"
    assert did_you_mean(["a", "b", "c"], ENGLISH) == "Did you mean a, b or c?"
