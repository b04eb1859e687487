"""A paragraph of an authority is printed only where somebody has read the paragraph itself."""

from typing import Literal

import pytest

from drafter.compose.notes import Notes
from drafter.language.english import ENGLISH
from drafter.language.pinpoint import read_pinpoint
from drafter.markup.count import plain_text
from drafter.model.vocabulary import Authority, Locator

Status = Literal["verified", "title-verified", "unverified"]


def notes(place: Status, whole: Status, confirmed: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """Return the note on one place of an authority, and the codes of the remarks on it."""
    pact = Authority(
        title="the Pact",
        short="the Pact",
        kind="treaty",
        status=whole,
        locators={"9": Locator(cite=read_pinpoint("art. 9"), status=place)},
    )
    made = Notes({"pact": pact}, {}, {}, confirmed, ENGLISH)
    made.add("pact:9")
    return plain_text(made.texts[0]), [remark.code for remark in made.remarks]


@pytest.mark.parametrize("whole", ["verified", "title-verified", "unverified"])
def test_a_place_that_was_read_is_printed(whole: Status) -> None:
    assert notes("verified", whole) == ("the Pact, art. 9.", [])


@pytest.mark.parametrize("whole", ["verified", "title-verified", "unverified"])
@pytest.mark.parametrize("place", ["title-verified", "unverified"])
def test_a_place_of_which_only_the_title_was_seen_is_not_printed_and_that_is_said(
    place: Status, whole: Status
) -> None:
    assert notes(place, whole) == ("the Pact.", ["locator-unconfirmed"])


def test_what_the_author_has_looked_up_is_printed() -> None:
    assert notes("title-verified", "title-verified", ("pact:9",)) == ("the Pact, art. 9.", [])
    assert notes("title-verified", "title-verified", ("pact:10",)) == ("the Pact.", ["locator-unconfirmed"])
