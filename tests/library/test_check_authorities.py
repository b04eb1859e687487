"""`clauses check` asks where each verified text was read, and refuses the symbols of drafts."""

from collections.abc import Mapping

import pytest

from drafter.language.pinpoint import read_pinpoint
from drafter.library.check_authorities import check_authorities
from drafter.model.vocabulary import Authority, Locator, Status
from tests.support.script import LIBRARY

PACT = Authority(title="Pact", short="Pact", kind="resolution", status="unverified")


def article(status: Status, read_at: str = "") -> Mapping[str, Locator]:
    """Return the locators of an authority with one article."""
    return {"9": Locator(cite=read_pinpoint("art. 9"), status=status, read_at=read_at)}


def places(**changes: object) -> list[str]:
    """Return where the pact, with these changes, has faults."""
    pact = PACT.model_copy(update=changes)
    faults = list(check_authorities({"pact": pact}))
    assert {fault.file for fault in faults} <= {"authorities.yaml"}
    return [fault.place for fault in faults]


@pytest.mark.parametrize("status", ["title-verified", "unverified"])
def test_what_is_not_verified_need_not_say_where_it_was_read(status: Status) -> None:
    assert places(status=status, locators=article(status)) == []


def test_a_verified_authority_says_where_it_was_read() -> None:
    assert places(status="verified") == ["pact › read_at"]
    assert places(status="verified", read_at="page of the Pact") == []


def test_a_verified_locator_says_where_it_was_read_or_inherits_it() -> None:
    assert places(locators=article("verified")) == ["pact › locators › 9 › read_at"]
    assert places(locators=article("verified", "page 3 of the Pact")) == []
    assert places(locators=article("verified"), read_at="page of the Pact") == []


def test_an_authority_does_not_inherit_from_its_locators() -> None:
    assert places(status="verified", locators=article("verified", "page 3")) == ["pact › read_at"]


@pytest.mark.parametrize("symbol", ["draft E/CN.7/2024/L.5", "A/HRC/60/L.31/Rev.1"])
def test_a_resolution_has_no_symbol_of_a_draft(symbol: str) -> None:
    assert places(symbol=symbol) == ["pact › symbol"]
    assert places(symbol=symbol, kind="report") == []


def test_only_a_resolution_has_an_adoption() -> None:
    assert places(adoption="without a vote") == []
    assert places(adoption="without a vote", kind="report") == ["pact › adoption"]


def test_the_fault_says_what_to_do() -> None:
    (fault,) = check_authorities({"pact": PACT.model_copy(update={"status": "verified"})})
    assert fault.fault == "it is verified, but nothing says where it was read"
    assert fault.remedy.startswith("Say in 'read_at' where you read it")


def test_the_bundled_authorities_have_no_fault() -> None:
    assert list(check_authorities(LIBRARY.authorities)) == []
