"""How often the rules about people are right, and how much they see, on stories that were labelled before."""

from collections.abc import Callable

import pytest

from drafter.language.english import ENGLISH
from drafter.privacy.details import identifying_details
from drafter.privacy.identifying import mentions_child
from tests.support.labelled_sentences import labelled_sentences
from tests.support.labelled_stories import labelled_stories

STORIES = labelled_stories()
CASES = [sentence for sentence in labelled_sentences() if sentence.role == "case"]


def identifies(text: str) -> bool:
    """Return whether the details of the story *text* identify the person."""
    return bool(identifying_details(text, ENGLISH, ("Ruritania",)))


LABELLED = {
    "identifies": [
        *((story.text, story.identifies) for story in STORIES),
        *((case.text, "identifies" in case.labels) for case in CASES),
    ],
    "child": [
        *((story.text, story.child) for story in STORIES),
        *((case.text, "child" in case.labels) for case in CASES),
    ],
}


def test_there_are_enough_stories_of_both_kinds() -> None:
    assert len({story.text for story in STORIES}) == len(STORIES) >= 20
    assert sum(story.identifies for story in STORIES) >= 10
    assert sum(not story.identifies for story in STORIES) >= 10


@pytest.mark.parametrize(
    ("label", "rule", "precision", "recall"),
    [("identifies", identifies, 0.97, 0.9), ("child", mentions_child, 0.97, 0.9)],
)
def test_the_rules_for_people_are_right(
    label: str, rule: Callable[[str], bool], precision: float, recall: float
) -> None:
    wanted = {text for text, is_labelled in LABELLED[label] if is_labelled}
    remarked = {text for text, _ in LABELLED[label] if rule(text)}
    right = remarked & wanted
    print(f"{label}: precision {len(right) / len(remarked):.2f}, recall {len(right) / len(wanted):.2f}")
    assert len(right) / len(remarked) >= precision, sorted(remarked - wanted)
    assert len(right) / len(wanted) >= recall, sorted(wanted - remarked)
