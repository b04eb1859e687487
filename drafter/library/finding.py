"""Finding by typed words: in any order, one or several, in either spelling; and the nearest where none is."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.frozen import frozen
from drafter.library.states import plain
from drafter.patterns import pattern

_EMPTY = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with")
)
"""Words that say nothing of what is looked for."""
_IRREGULAR = {"children": "child", "women": "woman", "woman": "women", "men": "man", "man": "men"}
_DASHES = pattern(r"[/‐-―-]")
_NO_WORD = pattern(r"[^a-z0-9']+")
_SHORT, _WITHIN = 3, 5
"""A word of at most 3 letters is found as a whole, one of at least 5 within another: crime, decriminalise."""


def folded(text: str) -> str:
    """Return *text* as it is compared: no capitals, accents or kinds of dash, and "-ize" like "-ise"."""
    return re.sub(r"iz(?=[aei])", "is", _DASHES.sub("-", plain(text)))


def wanted_words(typed: str) -> tuple[str, ...]:
    """Return the words of *typed* that are to be found, each once.

    What names a place in a law (``iccpr:9``, ``73/192``) stays whole; "the" and its like are left out unless
    nothing else was typed.
    """
    found: list[str] = []
    for part in (one.strip(":") for one in folded(typed).split()):
        whole = any(sign.isdigit() or sign == ":" for sign in part)
        found += [part] if whole else [word for word in _NO_WORD.split(part) if word]
    kept = [word for word in found if word not in _EMPTY]
    return tuple(dict.fromkeys(kept or found))


def _forms(word: str) -> tuple[str, ...]:
    """Return what stands for *word* in a text: itself or its stem, singular and plural."""
    if word in _IRREGULAR:
        return (word, _IRREGULAR[word])
    if len(word) <= _SHORT:
        return (word,)
    if word.endswith("ies"):
        return (word, f"{word[:-3]}y")
    if word.endswith("y"):
        return (word, f"{word[:-1]}ies")
    if word.endswith(("sses", "xes", "ches", "shes")):
        return (word[:-2],)
    return (word[:-1],) if word.endswith("s") and not word.endswith("ss") else (word,)


@frozen
class Searched:
    """A text made ready for finding words in it."""

    whole: str
    spaced: str
    """The words alone, each between two spaces."""

    @classmethod
    def of(cls, *texts: str) -> "Searched":
        """Return *texts*, as one, made ready."""
        whole = folded(" ".join(texts))
        return cls(whole, f" {_NO_WORD.sub(' ', whole)} ")

    def holds(self, word: str) -> bool:
        """Return whether one of the ``wanted_words`` is here, whether one or several are meant."""
        if any(sign.isdigit() or sign == ":" for sign in word):
            return word in self.whole
        return any(self._has(form) for form in _forms(word))

    def _has(self, form: str) -> bool:
        if len(form) <= _SHORT:
            return f" {form} " in self.spaced or f" {form}s " in self.spaced
        return (form if len(form) >= _WITHIN else f" {form}") in self.spaced


@frozen
class Missed:
    """A word of a search that found nothing: how many texts have it, or what it may have been meant for."""

    word: str
    texts: int
    near: tuple[str, ...] = ()


def why_nothing(words: Iterable[str], texts: Sequence[str]) -> list[Missed]:
    """Return for each of the ``wanted_words`` how many of *texts* have it, and for none the nearest words."""
    ready = [Searched.of(text) for text in texts]
    return [
        Missed(word, count) if count else Missed(word, 0, _nearest(word, texts))
        for word in words
        for count in [sum(text.holds(word) for text in ready)]
    ]


def _nearest(word: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return up to three words of *texts* that are spelt almost like *word*, the most usual first."""
    from difflib import get_close_matches

    usual = Counter(
        one for text in texts for one in _NO_WORD.split(_DASHES.sub("-", plain(text))) if len(one) > _SHORT
    )
    spelt = {folded(one): one for one in reversed(usual)}
    # A slip is seldom in the first letter: what begins otherwise has to be very near.
    near = [
        spelt[one]
        for one in get_close_matches(word, spelt, n=8, cutoff=0.75)
        if one[0] == word[0] or get_close_matches(word, (one,), cutoff=0.85)
    ]
    kept: list[str] = []
    for one in near:
        # Singular and plural are the same suggestion twice.
        if not any(one in (f"{other}s", other.removesuffix("s")) for other in kept):
            kept.append(one)
    return tuple(kept[:3])
