"""Making typed text come out letter for letter."""

from drafter.patterns import pattern

_PUNCTUATION = pattern(r"([!-/:-@\[-`{-~])")
# White space at an edge is trimmed by Markdown, and a line break ends a block; as an entity both survive.
_SPACE = pattern(r"^\s+|\s+$|[^\S ]")


def escape(text: str) -> str:
    """Return *text* as Markdown that reads as exactly that text, on one line."""
    literal = _PUNCTUATION.sub(r"\\\1", text)
    return _SPACE.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), literal)


def gap(label: str) -> str:
    """Return the Markdown of a place that is still to be completed; *label* says with what."""
    return f"[{escape(label)}](gap:)"
