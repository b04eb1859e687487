"""The questions of the profile: those about one organisation, and its positions."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.interview.items.item import Item
from drafter.interview.items.organisations import organisation_questions
from drafter.interview.items.themes import positions
from drafter.library.library import Library

ORGANISATION = ("organisation",)


def profile_questions(data: Mapping[str, Any], library: Library) -> Iterator[Item]:
    """Yield the questions of the profile in order, as far as what it holds already decides them."""
    for question in organisation_questions(ORGANISATION, "Your organisation"):
        if question.path[-1] not in ("role", "status"):
            yield question
    yield from positions(data, library)
