"""A note prints a paragraph of an authority only if somebody has read the paragraph itself."""

from typing import Literal

import pytest

from drafter.compose.notes import Notes
from drafter.language.english import ENGLISH
from drafter.language.pinpoint import read_pinpoint
from drafter.markup.count import plain_text
from drafter.model.vocabulary import Authority, Locator

Status = Literal["verified", "title-verified", "unverified"]


def note_and_remarks(
    locator: Status, authority: Status, confirmed: tuple[str, ...] = ()
) -> tuple[str, list[str]]:
    """Return the note for a locator with these statuses, and the codes of its remarks."""
    pact = Authority(
        title="the Pact",
        short="the Pact",
        kind="treaty",
        status=authority,
        locators={"9": Locator(cite=read_pinpoint("art. 9"), status=locator)},
    )
    written = Notes({"pact": pact}, {}, {}, confirmed, ENGLISH)
    written.add("pact:9")
    return plain_text(written.texts[0]), [remark.code for remark in written.remarks]


@pytest.mark.parametrize("authority", ["verified", "title-verified", "unverified"])
def test_a_verified_locator_is_printed(authority: Status) -> None:
    assert note_and_remarks("verified", authority) == ("the Pact, art. 9.", [])


@pytest.mark.parametrize("authority", ["verified", "title-verified", "unverified"])
@pytest.mark.parametrize("locator", ["title-verified", "unverified"])
def test_an_unverified_locator_is_not_printed_and_a_remark_says_so(
    locator: Status, authority: Status
) -> None:
    assert note_and_remarks(locator, authority) == ("the Pact.", ["locator-unconfirmed"])


def test_the_remark_names_the_note_that_it_is_about() -> None:
    locators = {"9": Locator(cite=read_pinpoint("art. 9"), status="unverified")}
    pact = Authority(title="the Pact", short="the Pact", kind="treaty", status="verified", locators=locators)
    written = Notes({"pact": pact}, {}, {}, (), ENGLISH)
    written.add("pact")
    written.add("pact:9")

    assert [remark.place for remark in written.remarks] == ["note 2"]


def test_a_locator_that_the_author_confirmed_is_printed() -> None:
    assert note_and_remarks("title-verified", "title-verified", ("pact:9",)) == ("the Pact, art. 9.", [])
    assert note_and_remarks("title-verified", "title-verified", ("pact:10",)) == (
        "the Pact.",
        ["locator-unconfirmed"],
    )
