"""The two signs that stand for an answer when they are alone: ``?`` and ``-``."""

import unicodedata
from typing import Any

from drafter.screen_text import without_hidden

UNKNOWN = "?"
"""Alone, it means "I don't know yet"."""
NOTHING = "-"
"""Alone, it means nothing at all."""
_ALIKE = str.maketrans("؟–—−", "?---")
"""The question mark of Arabic, and dashes that a word processor puts in place of the short one."""


def is_blank(text: str) -> bool:
    """Return whether nothing in *text* can be seen."""
    return not _seen(text)


def is_unknown(text: str) -> bool:
    """Return whether *text* is a question mark alone, of any width and script."""
    return _plain(text) == UNKNOWN


def is_nothing(text: str) -> bool:
    """Return whether *text* is a dash alone, of any length."""
    return _plain(text) == NOTHING


def opened(value: Any) -> Any:
    """Return *value* with ``None`` for each question mark alone, also under a key of a mapping in it.

    In a list of texts a question mark stays: nothing can be open there.
    """
    if isinstance(value, str):
        return None if is_unknown(value) else value
    if isinstance(value, dict):
        return {key: opened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [item if isinstance(item, str) else opened(item) for item in value]
    return value


def _seen(text: str) -> str:
    """Return what can be seen of *text*."""
    return without_hidden(text).strip().strip("\u200c\u200d")  # joiners that join nothing


def _plain(text: str) -> str:
    """Return what can be seen of *text*; a sign of full width is the usual one."""
    return unicodedata.normalize("NFKC", _seen(text)).translate(_ALIKE)
