"""Searching by typed words, in any order and either spelling, and suggesting similar words."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.patterns import pattern

_DASHES = pattern(r"[/‐-―-]")
_NO_WORD = pattern(r"[^a-z0-9']+")
_WITHIN = 5
"""Letters from which a word is found within another: crime in decriminalise."""


def plain(text: str) -> str:
    """Return *text* in lower case without accents, for finding what a person typed."""
    small = text.casefold()
    if not small.isascii():  # letter by letter it takes twenty times as long
        split = unicodedata.normalize("NFKD", small)
        small = "".join(letter for letter in split if not unicodedata.combining(letter)).replace("’", "'")
    return small.strip()


def folded(text: str, language: Language) -> str:
    """Return *text* as it is compared: without capitals, accents, kinds of dash and kinds of spelling."""
    text = plain(text)
    text = text.replace("/", "-") if text.isascii() else _DASHES.sub("-", text)
    for spelling, usual in language.search.spellings:
        text = spelling.sub(usual, text)
    return text


def wanted_words(typed: str, language: Language) -> tuple[str, ...]:
    """Return the words of *typed* that are to be found, each once.

    The key of an authority (``iccpr:9``, ``73/192``) stays whole; "the" and its like are left out unless
    nothing else was typed.
    """
    words: list[str] = []
    for part in (part.strip(":") for part in folded(typed, language).split()):
        words += [part] if _is_key(part) else [word for word in _NO_WORD.split(part) if word]
    telling = [word for word in words if word not in language.search.empty]
    return tuple(dict.fromkeys(telling or words))


def _is_key(word: str) -> bool:
    return any(sign.isdigit() or sign == ":" for sign in word)


class SearchedText:
    """A text prepared for word search."""

    __slots__ = ("_spaced", "language", "whole")

    def __init__(self, whole: str, language: Language) -> None:
        self.whole = whole
        self.language = language
        self._spaced = ""

    @classmethod
    def of(cls, text: str, language: Language) -> "SearchedText":
        """Return *text* prepared."""
        return cls(folded(text, language), language)

    @property
    def spaced(self) -> str:
        """The words alone, each between two spaces."""
        if not self._spaced:
            self._spaced = f" {_NO_WORD.sub(' ', self.whole)} "
        return self._spaced

    def has(self, word: str) -> bool:
        """Return whether one of the ``wanted_words`` is here, in the singular or the plural."""
        if _is_key(word):
            return word in self.whole
        return any(self._has_form(form) for form in self.language.search.forms(word))

    def has_all(self, words: Iterable[str]) -> bool:
        """Return whether all of the ``wanted_words`` are here."""
        return all(map(self.has, words))

    def _has_form(self, form: str) -> bool:
        if form not in self.whole:  # then no word has it either, and separating the words takes longer
            return False
        search = self.language.search
        if len(form) <= search.short:
            return any(f" {form}{ending} " in self.spaced for ending in search.short_endings)
        return (form if len(form) >= _WITHIN else f" {form}") in self.spaced


@frozen
class MissedWord:
    """A word of a search that found nothing: how many texts have it, or what it may have been meant for."""

    word: str
    texts: int
    near: tuple[str, ...] = ()


def missed_words(words: Iterable[str], texts: Sequence[str], language: Language) -> list[MissedWord]:
    """Return for each of the ``wanted_words`` how many of *texts* have it, and for none the nearest words."""
    ready = [SearchedText.of(text, language) for text in texts]
    return [
        MissedWord(word, count) if count else MissedWord(word, 0, _nearest_words(word, texts, language))
        for word in words
        for count in [sum(text.has(word) for text in ready)]
    ]


def _nearest_words(word: str, texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return up to three words of *texts* that are spelt almost like *word*, the most usual first."""
    usual = Counter(
        known
        for text in texts
        for known in _NO_WORD.split(_DASHES.sub("-", plain(text)))
        if len(known) > language.search.short
    )
    spelt = {folded(known, language): known for known in reversed(usual)}
    # A slip is seldom in the first letter: what begins otherwise has to be very near.
    near = [
        spelt[known]
        for known in nearest(word, spelt, most=8, like=0.75)
        if known[0] == word[0] or nearest(word, (known,), like=0.85)
    ]
    different: list[str] = []
    for known in near:
        # Singular and plural are the same suggestion twice.
        if not any(known in (f"{other}s", other.removesuffix("s")) for other in different):
            different.append(known)
    return tuple(different[:3])


def nearest(given: str, known: Iterable[str], *, most: int = 3, like: float = 0.6) -> list[str]:
    """Return up to *most* of the *known* names that are spelt like *given*, the nearest first.

    *like* is how like they have to be: 1 is equal, 0 has nothing in common.
    """
    from difflib import get_close_matches  # only where something is misspelt

    return get_close_matches(given, list(dict.fromkeys(known)), n=most, cutoff=like)


def did_you_mean(names: Sequence[str], language: Language) -> str:
    """Return the question whether one of *names* was meant; empty without *names*."""
    return f"Did you mean {language.listed(names, 'or')}?" if names else ""
