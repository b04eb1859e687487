"""How a note is marked in a text: ``[^authority:place]``, ``[^F1]``."""

import re

from drafter.limits import KEY_LETTERS

NOTE_KEY = re.compile(rf"[^\[\]\s]{{1,{KEY_LETTERS}}}")
"""What a note refers to. Without limits, ``[^[^[^`` would be searched to its end from each of its letters."""
NOTE = re.compile(rf"\[\^({NOTE_KEY.pattern})\]")
"""The whole mark; its group is the key."""
