"""The two characters that are an answer when they are alone: ``?`` and ``-``."""

import unicodedata

from drafter.screen_text import without_hidden

UNKNOWN = "?"
"""Alone, it means "I don't know yet"."""
NOTHING = "-"
"""Alone, it means "none"."""
_ALIKE = str.maketrans("؟–—−", "?---")
"""The Arabic question mark, and the dashes that a word processor puts in place of a hyphen."""


def is_blank(text: str) -> bool:
    """Return whether *text* has no visible character."""
    return not _visible_part(text)


def is_unknown(text: str) -> bool:
    """Return whether *text* is only a question mark, of any width and script."""
    return _plain(text) == UNKNOWN


def is_nothing(text: str) -> bool:
    """Return whether *text* is only a dash, of any length."""
    return _plain(text) == NOTHING


def with_open_answers(value: object) -> object:
    """Return *value* with ``None`` in place of each text that is only a question mark, at any depth.

    In a list of texts a question mark stays: the items of a list cannot be open.
    """
    if isinstance(value, str):
        return None if is_unknown(value) else value
    if isinstance(value, dict):
        return {key: with_open_answers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [item if isinstance(item, str) else with_open_answers(item) for item in value]
    return value


def _visible_part(text: str) -> str:
    """Return *text* without invisible characters and outer white space."""
    return without_hidden(text).strip().strip("\u200c\u200d")  # joiners without a character to join


def _plain(text: str) -> str:
    """Return the visible part of *text*, with all variants of ``?`` and ``-`` made equal."""
    return unicodedata.normalize("NFKC", _visible_part(text)).translate(_ALIKE)
