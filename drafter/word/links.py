"""Web addresses that a reader can click on, as relationships of the part that they are in."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from drafter.model.web_addresses import split_addresses
from drafter.word.traces import is_public_address

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
            if is_address and is_public_address(piece)
            else runs_of(piece, "")
            for piece, is_address in split_addresses(text)
        )

    def _id(self, address: str) -> str:
        return self._ids.setdefault(quote(address, safe=_IN_ADDRESS), f"rIdLink{len(self._ids) + 1}")
