"""Searching by words, in any order and in British or American spelling, and suggesting similar words."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.patterns import pattern

_DASHES = pattern(r"[/‐-―-]")
_NON_WORD = pattern(r"[^a-z0-9']+")
_MATCHES_INSIDE = 5
"""The length from which a word also matches inside another: crimin in decriminalise."""


def without_accents(text: str) -> str:
    """Return *text* in lower case without accents, for searching."""
    small = text.casefold()
    if not small.isascii():  # character by character takes twenty times as long
        decomposed = unicodedata.normalize("NFKD", small)
        base = (character for character in decomposed if not unicodedata.combining(character))
        small = "".join(base).replace("’", "'")
    return small.strip()


def search_form(text: str, language: Language) -> str:
    """Return *text* in the form that searches compare: no capitals or accents, one dash, one spelling."""
    text = without_accents(text)
    text = text.replace("/", "-") if text.isascii() else _DASHES.sub("-", text)
    for spelling, replacement in language.search.spellings:
        text = spelling.sub(replacement, text)
    return text


def wanted_words(typed: str, language: Language) -> tuple[str, ...]:
    """Return the words to search for in *typed*, each once.

    The key of an authority (``iccpr:9``, ``73/192``) is one word. Stop words such as "the" are left out
    unless nothing else was typed.
    """
    words: list[str] = []
    for part in (part.strip(":") for part in search_form(typed, language).split()):
        words += [part] if _is_key(part) else [word for word in _NON_WORD.split(part) if word]
    meaningful = [word for word in words if word not in language.search.stop_words]
    return tuple(dict.fromkeys(meaningful or words))


def _is_key(word: str) -> bool:
    return any(character.isdigit() or character == ":" for character in word)


class SearchedText:
    """A text prepared for word search."""

    __slots__ = ("_spaced", "language", "whole")

    def __init__(self, whole: str, language: Language) -> None:
        self.whole = whole
        self.language = language
        self._spaced = ""

    @classmethod
    def of(cls, text: str, language: Language) -> "SearchedText":
        """Return *text* prepared for word search."""
        return cls(search_form(text, language), language)

    @property
    def spaced(self) -> str:
        """The words alone, with a space before and after each."""
        if not self._spaced:
            self._spaced = f" {_NON_WORD.sub(' ', self.whole)} "
        return self._spaced

    def has(self, word: str) -> bool:
        """Return whether the text has *word*, one of the ``wanted_words``, in the singular or plural."""
        if _is_key(word):
            return word in self.whole
        return any(self._has_form(form) for form in self.language.search.forms(word))

    def has_all(self, words: Iterable[str]) -> bool:
        """Return whether the text has all *words*, from ``wanted_words``."""
        return all(map(self.has, words))

    def _has_form(self, form: str) -> bool:
        if form not in self.whole:  # a cheap check first: separating the words takes longer
            return False
        search = self.language.search
        if len(form) <= search.short:
            return any(f" {form}{ending} " in self.spaced for ending in search.short_endings)
        return (form if len(form) >= _MATCHES_INSIDE else f" {form}") in self.spaced


@frozen
class MissedWord:
    """A word of a search without results: how many texts have it, and similar words if none has."""

    word: str
    texts: int
    similar: tuple[str, ...] = ()


def missed_words(words: Iterable[str], texts: Sequence[str], language: Language) -> list[MissedWord]:
    """Return for each of *words* how many of *texts* have it, and similar words if none has."""
    searched = [SearchedText.of(text, language) for text in texts]
    return [
        MissedWord(word, count) if count else MissedWord(word, 0, _similar_words(word, texts, language))
        for word in words
        for count in [sum(text.has(word) for text in searched)]
    ]


def _similar_words(word: str, texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return up to three words of *texts* that are spelt like *word*, the most frequent first."""
    frequent = Counter(
        candidate
        for text in texts
        for candidate in _NON_WORD.split(_DASHES.sub("-", without_accents(text)))
        if len(candidate) > language.search.short
    )
    by_folded = {search_form(candidate, language): candidate for candidate in reversed(frequent)}
    # Misspellings seldom affect the first letter: a word with another one must be very similar.
    similar = [
        by_folded[candidate]
        for candidate in nearest(word, by_folded, limit=8, cutoff=0.75)
        if candidate[0] == word[0] or nearest(word, (candidate,), cutoff=0.85)
    ]
    suggestions: list[str] = []
    for candidate in similar:
        # Singular and plural would be the same suggestion twice.
        if not any(candidate in (f"{other}s", other.removesuffix("s")) for other in suggestions):
            suggestions.append(candidate)
    return tuple(suggestions[:3])


def nearest(name: str, names: Iterable[str], *, limit: int = 3, cutoff: float = 0.6) -> list[str]:
    """Return up to *limit* of *names* that are spelt like *name*, the most similar first.

    *cutoff* is the least similarity: 1 is equal, 0 has nothing in common.
    """
    from difflib import get_close_matches  # needed only if something is misspelt

    return get_close_matches(name, list(dict.fromkeys(names)), n=limit, cutoff=cutoff)


def did_you_mean(names: Sequence[str], language: Language) -> str:
    """Return the question "Did you mean …?" for *names*; ``""`` without *names*."""
    return f"Did you mean {language.listed(names, 'or')}?" if names else ""
