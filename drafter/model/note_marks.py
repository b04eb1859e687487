"""The notation of note marks in a text: ``[^authority:locator]``, ``[^F1]``."""

from drafter.limits import KEY_CHARACTERS
from drafter.patterns import pattern

_KEY = rf"[^\[\]\s]{{1,{KEY_CHARACTERS}}}"
NOTE_KEY = pattern(_KEY)
"""The key of a note. Its limits stop a search that starts at each ``[^`` of ``[^[^[^``."""
_OWN_KEY = pattern(r"[A-Z]{1,2}\d+|[a-z][a-z0-9-]*(?::.+)?")
"""The key of a fact, a source, or an authority with its locator."""
NOTE = pattern(rf"\[\^({_KEY})\]")
"""A whole note mark; its group is the key."""


def foreign_note(text: str) -> str:
    """Return the first note mark in *text* whose key cannot be one of ours: ``[^3]``; ``""`` for none."""
    return next((mark[0] for mark in NOTE.finditer(text) if not _OWN_KEY.fullmatch(mark[1])), "")
