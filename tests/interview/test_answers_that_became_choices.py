"""A question of a clause that has choices now: what was typed before is shown, and it is asked again."""

import pytest

from drafter.interview.flow import is_open, questions
from drafter.interview.items.item import Item
from tests.support.script import LIBRARY
from tests.support.trees import working

CLAUSE = "right-to-life/killed-in-operations"
PATH = ("themes", 0, "answers", "inquiry")
TYPED = "a commission of judges"


def investigation(state: str, **answers: str) -> tuple[Item | None, bool]:
    """Return the question who investigates, if it is asked about *state*, and whether it is still open."""
    theme = {"theme": "right-to-life", "clauses": [CLAUSE], "answers": answers}
    current = working({"document": "upr/individual", "state": state, "themes": [theme]})
    items = [item for item in questions(current, LIBRARY) if item.path == PATH]
    return (items[0], is_open(current, items[0])) if items else (None, False)


def test_a_typed_answer_is_shown_and_the_question_comes_again() -> None:
    item, still_open = investigation("Ruritania", inquiry=TYPED)
    assert item is not None
    assert still_open
    assert item.help.startswith(f"Before, you wrote: “{TYPED}”.")


@pytest.mark.parametrize("answer", ["nobody", "service"])
def test_a_choice_is_an_answer(answer: str) -> None:
    item, still_open = investigation("Ruritania", inquiry=answer)
    assert item is not None
    assert not still_open
    assert "Before" not in item.help
