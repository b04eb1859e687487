"""The notation of note marks in a text: ``[^authority:locator]``, ``[^F1]``."""

from drafter.limits import KEY_CHARACTERS
from drafter.patterns import pattern

_KEY = rf"[^\[\]\s]{{1,{KEY_CHARACTERS}}}"
NOTE_KEY = pattern(_KEY)
"""The key of a note. Its limits stop a search that starts at each ``[^`` of ``[^[^[^``."""
NOTE = pattern(rf"\[\^({_KEY})\]")
"""A whole note mark; its group is the key."""
