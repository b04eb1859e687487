"""How a note is marked in a text: ``[^authority:place]``, ``[^F1]``."""

from drafter.limits import KEY_CHARACTERS
from drafter.patterns import pattern

_KEY = rf"[^\[\]\s]{{1,{KEY_CHARACTERS}}}"
NOTE_KEY = pattern(_KEY)
"""What a note refers to. Without limits, ``[^[^[^`` would be searched to its end from each of its letters."""
NOTE = pattern(rf"\[\^({_KEY})\]")
"""The whole mark; its group is the key."""
