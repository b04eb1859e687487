"""The position of a State on a recommendation, from the words that documents and databases use for it."""

from drafter.model.imported import Position

_POSITIONS: dict[str, Position] = {
    "supported": "supported",
    "support": "supported",
    "accepted": "supported",
    "enjoys the support": "supported",
    "partially supported": "partly",
    "partly supported": "partly",
    "supported in part": "partly",
    "partially accepted": "partly",
    "partly accepted": "partly",
    "accepted in part": "partly",
    "supported/noted": "partly",
    "partially supported/noted": "partly",
    "noted": "noted",
    "not supported": "noted",
    "not accepted": "noted",
    "rejected": "noted",
    "does not enjoy the support": "noted",
}
"""A State supports a recommendation or notes it; "rejected" is another word for noting it."""


def position_of(text: str) -> Position:
    """Return the position that *text* names; ``""`` for "Pending" and whatever else is no position."""
    return _POSITIONS.get(plain_position(text), "")


def plain_position(text: str) -> str:
    """Return *text* in small letters, without a dash before it and spaces around a stroke."""
    return " ".join(text.casefold().strip(" \n\t-–*.").split()).replace(" / ", "/")
