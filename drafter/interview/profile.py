"""The questions of the profile: those about one organisation, and its positions."""

from collections.abc import Iterator

from drafter.answers.working import WorkingAnswers
from drafter.interview.items.item import Item
from drafter.interview.items.organisations import organisation_questions
from drafter.interview.items.positions import positions
from drafter.library.library import Library

_OF_A_SUBMISSION = ("role", "status")
"""What differs from one submission to the next."""


def profile_questions(answers: WorkingAnswers, library: Library) -> Iterator[Item]:
    """Yield the questions of the profile in order, as far as its answers decide them."""
    for item in organisation_questions(("organisations", 0), "Your organisation"):
        if item.path[-1] not in _OF_A_SUBMISSION:
            yield item
    yield from positions(answers, library)
