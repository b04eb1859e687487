"""A person's case is introduced among the paragraphs of a theme; a communication begins with the name."""

from collections.abc import Iterable

import pytest

from drafter.compose.stories import Stories
from drafter.language.english import ENGLISH
from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text
from drafter.model.answers import Case

CASES = {"C1": Case(text="She was held."), "C2": Case(text=None), "C3": Case(text="Left out.")}
NAMES = {"C1": "Person B (name changed)", "C2": "Anna *Roe*"}
STORIES = Stories(CASES, NAMES, ENGLISH)


def shown(stories: Iterable[str]) -> list[str]:
    """Return *stories* as a reader sees them."""
    return [block_text(block) for story in stories for block in read_blocks(story)]


def test_a_case_is_introduced_by_the_name_to_print() -> None:
    first, second = shown(STORIES.introduced(["C3", "C2", "C1"]))
    assert first == f"The case of Anna *Roe*. {ENGLISH.gap('case')}"
    assert second == "The case of Person B (name changed). She was held."


def test_a_case_without_introduction_begins_with_the_name() -> None:
    assert shown(STORIES.plain(["C1"])) == ["Person B (name changed). She was held."]


@pytest.mark.parametrize("name", ["A person (name changed)", "A person"])
def test_a_person_without_a_name_is_not_introduced(name: str) -> None:
    introduced = Stories(CASES, {"C1": name}, ENGLISH).introduced(["C1"])
    assert shown(introduced) == [f"{name}. She was held."]
