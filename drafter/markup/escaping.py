"""Markdown for typed text: it comes out letter for letter, and gaps stay visible."""

from drafter.patterns import pattern

_PUNCTUATION = pattern(r"([!-/:-@\[-`{-~])")
# Markdown trims white space at an edge, and a line break ends a block. Entities keep both.
_SPACE = pattern(r"^\s+|\s+$|[^\S ]")


def escape(text: str) -> str:
    """Return *text* as one line of Markdown that reads as exactly that text."""
    literal = _PUNCTUATION.sub(r"\\\1", text)
    return _SPACE.sub(lambda space: "".join(f"&#{ord(character)};" for character in space[0]), literal)


def gap(label: str) -> str:
    """Return the Markdown of a gap; *label* says what is missing."""
    return f"[{escape(label)}](gap:)"
