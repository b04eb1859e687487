"""Pieces of a text: where a word was found, and what is quoted."""

from re import Pattern

from drafter.frozen import frozen


@frozen
class TextHit:
    """Words of a text and their position."""

    text: str
    start: int
    end: int


def blanked(text: str, asides: Pattern[str]) -> str:
    """Return *text* with a space for each letter of what *asides* finds, so that positions stay the same."""
    return asides.sub(lambda match: " " * len(match[0]), text)
