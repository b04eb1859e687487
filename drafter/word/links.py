"""Web addresses that a reader can click on, as relationships of the part that they are in."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from drafter.patterns import pattern
from drafter.word.traces import is_public_address

_ADDRESS = pattern(r"(https?://[^\s<>\"“”«»]+)")
_AFTER_ADDRESS = ".,;:!?'’"
"""What may stand at the end of an address and belongs to the sentence."""
_IN_ADDRESS = "/:?#[]@!$&'()*+,;=%~-._"
"""What an address has besides letters and digits; anything else is written as ``%C3%A9``."""


class Links:
    """The addresses in the text of one part, each with the id of its relationship."""

    def __init__(self, style: str = "") -> None:
        self._style = style
        """The id of the style of a link, empty if the look has none."""
        self._ids: dict[str, str] = {}

    @property
    def targets(self) -> Mapping[str, str]:
        """The addresses so far, by the ids of their relationships."""
        return {link_id: address for address, link_id in self._ids.items()}

    def xml(self, text: str, runs_of: Callable[[str, str], str]) -> str:
        """Return *text* as runs, with each web address as a link that shows it letter for letter.

        *runs_of* gives the runs of a text in the style with an id.
        """
        return "".join(
            f'<w:hyperlink r:id="{self._id(piece)}" w:history="1">{runs_of(piece, self._style)}</w:hyperlink>'
            if is_address
            else runs_of(piece, "")
            for piece, is_address in _pieces(text)
        )

    def _id(self, address: str) -> str:
        return self._ids.setdefault(quote(address, safe=_IN_ADDRESS), f"rIdLink{len(self._ids) + 1}")


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of *text*, and whether each is a web address."""
    for index, piece in enumerate(_ADDRESS.split(text)):
        address = _without_end(piece) if index % 2 else ""
        if address and is_public_address(address):
            yield address, True
            piece = piece[len(address) :]  # noqa: PLW2901
        if piece:
            yield piece, False


def _without_end(address: str) -> str:
    """Return *address* without the punctuation after it, and without a bracket that begins before it."""
    while address[-1:] and (
        address[-1] in _AFTER_ADDRESS
        or (
            address[-1] in ")]}"
            and address.count(address[-1]) > address.count("([{"[")]}".index(address[-1])])
        )
    ):
        address = address[:-1]
    return address
