"""A submission about one State that asks another one to act."""

from pathlib import Path

import pytest

from drafter.model.remark import Remark
from drafter.review.other_state import OTHER_STATE
from tests.support.remark_examples import example_remarks


def other_states(text: str, folder: Path) -> list[Remark]:
    """Return the remarks on other States in a submission about Ruritania with the paragraph *text*."""
    return [remark for remark in example_remarks(OTHER_STATE, text, folder) if remark.code == "other-state"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Portugal must publish its evaluation.", "Portugal"),
        ("It is old. The Government of the Netherlands should act.", "the Kingdom of the Netherlands"),
        ("We call on Spain to open its border.", "Spain"),
        ("The Committee should ask the Republic of Korea to act.", "the Republic of Korea"),
        ("Bosnia and Herzegovina must act.", "Bosnia and Herzegovina"),
        ("Spain and Chile should ratify it.", "Spain and Chile"),
    ],
)
def test_another_state_is_named(text: str, state: str, tmp_path: Path) -> None:
    [remark] = other_states(text, tmp_path)
    assert remark.text == f"This asks {state} to act, and the submission is about Ruritania."
    assert remark.path == ("themes", 0, "own", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania must publish its evaluation.",
        "As Portugal did in 2001, the Government should end arrests.",
        "Unlike Portugal, the State has no plan. It should have one.",
        "Portugal recommended in 2022 that Ruritania abolish the law.",
        "The Government should ask Portugal to share its data.",
        "Ruritania and Portugal should sign a treaty on prisoners.",
        "He said: “Portugal should act.”",
        "CAN should be heard, and Spain has shown how.",
    ],
)
def test_a_comparison_or_an_example_is_no_ask(text: str, tmp_path: Path) -> None:
    assert other_states(text, tmp_path) == []
