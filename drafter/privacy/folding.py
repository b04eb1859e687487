"""Folding: texts are compared without case and accents, with the digits of every script as 0 to 9."""

import re
import unicodedata
from functools import lru_cache

from drafter.patterns import pattern

_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Soft hyphens, zero-width characters and marks of the writing direction."""
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "a", "œ": "o", "ı": "i"})
"""Letters that Unicode does not decompose."""
_UMLAUT = pattern(r"([aou])e")
_OTHER_DIGIT = pattern(r"[^\W_a-zA-Z0-9]")
"""A word character beyond ASCII, which may be a digit of another script."""


def without_accents(text: str) -> str:
    """Return *text* without accents and invisible characters, its digits as 0 to 9."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
    return _OTHER_DIGIT.sub(
        _ascii_digit_of_match, "".join([letter for letter in decomposed if not _is_accent(letter)])
    )


def folded(text: str) -> str:
    """Return *text* in the form in which Müller, Mueller and MULLER are equal."""
    return _UMLAUT.sub(r"\1", without_accents(text).casefold().translate(_LETTERS))


@lru_cache(maxsize=4096)
def _is_accent(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"


def _ascii_digit_of_match(match: re.Match[str]) -> str:
    return _ascii_digit(match[0])


@lru_cache(maxsize=4096)
def _ascii_digit(letter: str) -> str:
    """Return a digit of any script, such as ٤ or ४, as 0 to 9; any other letter unchanged."""
    value = unicodedata.digit(letter, None)
    return letter if value is None else str(value)
