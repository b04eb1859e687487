"""Keys that were typed before their prompt was drawn: a text keeps them, and they choose nothing.

A person cannot have meant them for a list that was not on the screen.
"""

import os
import select
from collections.abc import Iterable, Iterator
from typing import Literal

from prompt_toolkit.application import Application
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

_ENTER = (Keys.ControlM, Keys.ControlJ)
_LEAVES = (Keys.ControlC, Keys.ControlD, Keys.ControlB, Keys.ControlO, Keys.ControlT)
"""Keys that choose nothing: they leave the question, and what was typed is kept."""


Takes = Literal["text", "search", "keys"]
"""What a prompt takes: a text, the words of a search, or keys alone."""


def feed_early_keys(application: Application[object], takes: Takes) -> None:
    """Give *application*, which is about to be drawn, the keys that are waiting already.

    A text gets them all but an Enter with nothing before it. A list that is searched gets the letters, any
    other list and a yes or no only the keys that leave the question.
    """
    if not _is_terminal(application.input):
        return
    waiting = [*get_typeahead(application.input), *_unread(application.input)]
    if takes == "text":
        kept = list(_without_bare_enter(waiting))
    else:
        kept = [key for key in waiting if key.key in _LEAVES or (takes == "search" and _is_letter(key))]
        while kept and kept[0].key == " ":  # a blank before a search takes a choice
            del kept[0]
    application.key_processor.feed_multiple(kept)


def is_more_waiting(application: Application[object]) -> bool:
    """Return whether letters came together with the key that is handled now: it is part of a paste."""
    if not _is_terminal(application.input):
        return False
    queue = application.key_processor.input_queue
    queue.extend(_unread(application.input))
    return any(_is_letter(key) for key in queue)


def _is_terminal(source: Input) -> bool:
    try:
        return os.isatty(source.fileno())
    except (NotImplementedError, OSError, ValueError):
        return False


def _unread(source: Input) -> list[KeyPress]:
    """Return the keys that the terminal has and nobody has read yet."""
    try:
        is_ready = bool(select.select([source.fileno()], [], [], 0)[0])
    except (OSError, ValueError):
        return []
    return source.read_keys() if is_ready else []


def _without_bare_enter(keys: Iterable[KeyPress]) -> Iterator[KeyPress]:
    """Yield *keys* without an Enter that ends no typed letters."""
    has_letters = False
    for key in keys:
        if key.key in _ENTER and not has_letters:
            continue
        has_letters = (has_letters or _is_letter(key)) and key.key not in _ENTER
        yield key


def _is_letter(key: KeyPress) -> bool:
    return key.key == Keys.BracketedPaste or (len(key.key) == 1 and key.data.isprintable())
