"""A text as it is compared: letters without accents and case, digits of every script as 0 to 9."""

import re
import unicodedata
from functools import lru_cache

from drafter.patterns import pattern

_UNSEEN = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "a", "œ": "o", "ı": "i"})
_UMLAUT = pattern(r"([aou])e")
_DIGIT = pattern(r"[^\W_a-zA-Z0-9]")


def bare(text: str) -> str:
    """Return *text* without accents and without what is not seen, its digits as 0 to 9."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    return _DIGIT.sub(_as_digit, "".join([letter for letter in parted if not _is_accent(letter)]))


def folded(text: str) -> str:
    """Return *text* so that Müller, Mueller and MULLER are one."""
    return _UMLAUT.sub(r"\1", bare(text).casefold().translate(_LETTERS))


@lru_cache(maxsize=4096)
def _is_accent(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"


def _as_digit(found: re.Match[str]) -> str:
    return _plain_digit(found[0])


@lru_cache(maxsize=4096)
def _plain_digit(letter: str) -> str:
    """Return the digit of any script, such as ٤ or ४, as 0 to 9; any other letter as it is."""
    value = unicodedata.digit(letter, None)
    return letter if value is None else str(value)
