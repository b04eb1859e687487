"""Web addresses in a text, which Word, HTML and Markdown turn into links."""

from collections.abc import Iterator

from drafter.patterns import pattern

_ADDRESS = pattern(r"https?://[^\s<>\"“”|\\^`{}]+")
_AFTER = ".,;:!?'’)]}"
"""Punctuation that ends a sentence or a bracket, not an address."""


def split_addresses(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of *text* in order, each with whether it is a web address."""
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _without_punctuation(match[0])
        if match.start() > end:
            yield text[end : match.start()], False
        end = match.start() + len(address)
        yield address, True
    if end < len(text):
        yield text[end:], False


def _without_punctuation(address: str) -> str:
    while address and address[-1] in _AFTER:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break  # as in https://example.org/Geneva_(Switzerland)
        address = address[:-1]
    return address
