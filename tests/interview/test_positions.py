"""What the submitters stand for and refuse: what is asked, and what is said about it."""

from drafter.interview.items.positions import positions
from drafter.interview.messages import notices
from tests.support.script import LIBRARY
from tests.support.trees import working

BOTH_MARKETS = {"legal-regulation", "no-legalisation"}


def offered_to_refuse(**answers: object) -> tuple[set[str], str]:
    """Return the positions that can be refused, and the help of that question."""
    [_, item, *_] = positions(working({"format": 1, **answers}), LIBRARY)
    assert item.path == ("refuse",)
    return {choice.value for choice in item.choices}, item.help


def test_what_is_refused_by_what_one_stands_for_is_not_asked_again() -> None:
    offered, help_ = offered_to_refuse(stand_for=["no-legalisation"])
    assert not offered & BOTH_MARKETS
    assert "harm-reduction" in offered
    assert "“There should be legal, regulated markets”" in help_
    offered, help_ = offered_to_refuse(stand_for=["recovery-oriented"])
    assert offered >= BOTH_MARKETS
    assert "already" not in help_


def test_a_position_that_was_refused_before_can_still_be_taken_back() -> None:
    offered, _ = offered_to_refuse(stand_for=["no-legalisation"], refuse=["legal-regulation"])
    assert "legal-regulation" in offered


def test_nothing_is_asked_if_no_position_is_left() -> None:
    held = [name for name in LIBRARY.themes.positions if name not in ("neutral", "legal-regulation")]
    paths = [item.path for item in positions(working({"format": 1, "stand_for": held}), LIBRARY)]
    assert ("refuse",) not in paths


def test_each_remark_on_a_position_begins_with_its_title() -> None:
    held = [name for name in LIBRARY.themes.positions if name != "neutral"]
    said = list(notices(working({"format": 1}), working({"format": 1, "stand_for": held}), LIBRARY))
    for name in held:
        position = LIBRARY.themes.positions[name]
        assert f"“{position.title}”: {position.note}" in said
        assert not position.note.startswith(("This ", "You can combine it"))


def test_two_positions_that_refuse_each_other_are_not_called_refused_while_both_are_held() -> None:
    _, help_ = offered_to_refuse(stand_for=["no-legalisation", "legal-regulation"])
    assert "already" not in help_
