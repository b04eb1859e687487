"""How much work a text is for the reader of Markdown, told before it is read."""

_SIGNS = "\n*_[]<&!`|"
"""What the reader stops at. It passes over all other letters in one go, and over a sign after a backslash."""


def signs(text: str) -> int:
    """Return how many signs of Markdown, and ends of lines, are in *text*."""
    return sum(map(text.count, _SIGNS))
