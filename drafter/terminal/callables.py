"""Functions that are passed to whatever asks a question: one prints a text, one reads a line."""

from collections.abc import Callable

Say = Callable[[str], None]
"""Print a text."""
Read = Callable[[str], str]
"""Return the line that a person types after a prompt."""
