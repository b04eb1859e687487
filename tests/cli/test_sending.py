"""How a finished document is sent, in words."""

import pytest

from drafter.cli.sending import CHECK_IT, how_to_send
from drafter.model.mechanism import Rule
from tests.support.script import LIBRARY

RULES = LIBRARY.document("upr/individual").rules


@pytest.mark.parametrize(
    ("route", "words"),
    [
        (Rule(value="https://send.example", note="Register first."), "https://send.example. Register first."),
        (Rule(value=("by post", "by e-mail")), "by post; by e-mail."),
        (Rule(note="The call says it."), "not known to drafter. The call says it."),
        (Rule(), "not known to drafter."),
    ],
)
def test_the_way_is_named_as_far_as_it_is_known(route: Rule, words: str) -> None:
    said = how_to_send(RULES.model_copy(update={"route": route}))
    assert said == f"How to send it: {words} {CHECK_IT}"
