"""What a sentence of a finished text asks for."""

import pytest

from drafter.language.english import ENGLISH
from drafter.language.outline import asked_action, introduces_asks


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("It is recommended that the Government of Bosnia and Herzegovina close it.", "Close it."),
        (
            "The Committee is invited to recommend that the State party publish the deaths.",
            "Publish the deaths.",
        ),
        ("We ask the Government of Ruritania to release everybody.", "Release everybody."),
        ("ORR asks the Human Rights Council to adopt a resolution.", "Adopt a resolution."),
        (
            "It is recommended that the Government of Ruritania the Government should close it.",
            "The Government should close it.",
        ),
        ("The doctors recommend treatment to each patient.", None),
        ("We ask whether it is so.", None),
        ("The Government should close the centres.", None),
        ("In 2024 the centres held 2,140 people.", None),
    ],
)
def test_what_is_asked_begins_with_its_action(text: str, action: str | None) -> None:
    assert asked_action(text, ENGLISH) == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The Government should close the centres.", "Close the centres."),
        ("That the Government ratify the Convention.", "Ratify the Convention."),
        ("Close the centres.", None),
        ("The centres are closed.", None),
    ],
)
def test_among_recommendations_the_state_may_come_first(text: str, action: str | None) -> None:
    assert asked_action(text, ENGLISH, among_asks=True) == action


def test_a_lead_ends_with_a_colon() -> None:
    assert introduces_asks("We recommend that the State party:", ENGLISH)
    assert not introduces_asks("We recommend that the State party close it.", ENGLISH)
    assert not introduces_asks("The situation is as follows:", ENGLISH)
