"""Checking the authorities: where each was read, and whether it is cited as the text that was adopted."""

from collections.abc import Iterator, Mapping

from drafter.errors import Fault
from drafter.model.vocabulary import Authority
from drafter.patterns import pattern

_DRAFT = pattern(r"\bdraft\b|/L\.\d")
"""A word or part of a symbol that only drafts have: ``E/CN.7/2024/L.5``."""


def check_authorities(authorities: Mapping[str, Authority]) -> Iterator[Fault]:
    """Yield every fault of *authorities*: a verified text without its place of reading, a draft's symbol."""
    for name, authority in authorities.items():
        yield from _check_reading(name, authority)
        yield from _check_adoption(name, authority)


def _check_reading(name: str, authority: Authority) -> Iterator[Fault]:
    """Yield a fault if *authority*, or a part of it, is verified and nothing says where it was read."""
    remedy = "Say in 'read_at' where you read it, or set 'status' to title-verified or unverified."
    if authority.status == "verified" and not authority.read_at:
        yield _fault(f"{name} › read_at", "it is verified, but nothing says where it was read", remedy)
    for key, locator in authority.locators.items():
        if locator.status == "verified" and not (locator.read_at or authority.read_at):
            fault = "it is verified, but neither it nor its authority says where it was read"
            yield _fault(f"{name} › locators › {key} › read_at", fault, remedy)


def _check_adoption(name: str, authority: Authority) -> Iterator[Fault]:
    """Yield a fault for a resolution with the symbol of a draft, and for another text with an adoption."""
    if authority.kind == "resolution" and _DRAFT.search(authority.symbol):
        fault = f"'{authority.symbol}' is the symbol of a draft"
        yield _fault(f"{name} › symbol", fault, "Give the number of the adopted text, or leave it empty.")
    if authority.kind != "resolution" and authority.adoption:
        fault = f"a text of the kind '{authority.kind}' has no adoption"
        yield _fault(f"{name} › adoption", fault, "Remove it, or set 'kind' to resolution.")


def _fault(part: str, fault: str, remedy: str) -> Fault:
    return Fault(fault, remedy, "authorities.yaml", part)
