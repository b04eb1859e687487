"""The themes that a text is about, by the words that each theme names."""

import re
from functools import cache

from drafter.model.vocabulary import Themes
from drafter.patterns import pattern
from drafter.search import without_accents


def themes_in(text: str, themes: Themes) -> tuple[str, ...]:
    """Return the ids of the themes whose words are in *text*, in the order of *themes*."""
    plain = without_accents(text)
    return tuple(name for name, theme in themes.themes.items() if _finder(theme.words).search(plain))


def has_words(text: str, words: tuple[str, ...]) -> bool:
    """Return whether one of *words* is in *text*."""
    return _finder(words).search(without_accents(text)) is not None


@cache
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of *words*: a whole word or its plural, or a beginning if it ends in ``*``."""
    phrases = (r"\W+".join(map(_word, without_accents(phrase).split())) for phrase in words)
    return pattern(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)" if words else r"(?!)")


def _word(word: str) -> str:
    """Return the pattern of a word; any mark may be in place of a hyphen or an apostrophe in it."""
    letters = "".join(letter if letter.isalnum() else r"\W?" for letter in word.rstrip("*"))
    return letters + (r"\w*" if word.endswith("*") else "s?")
