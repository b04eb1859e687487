"""The search in a list: words in any order find a choice by its title, other names and whole text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.language.english import SCREEN
from drafter.model.question import Choice
from drafter.search import SearchedText, nearest, search_form, wanted_words

_ID = re.compile(r"[\w./:-]+")
_WHOLE_WORDS, _BEGINNINGS, _WITHIN_WORDS, _NOT_THERE = range(4)
_WHOLE_TEXT = 2
"""The place of the whole text among the texts of a choice."""


_SHORTEST_NEAR, _ALIKE = 4, 0.7
"""Letters from which a name can be misspelt; how much like it another must be, from 0 to 1."""


class _Prepared(NamedTuple):
    """A choice as it is searched."""

    title: SearchedText
    """The title as titles are compared."""
    texts: tuple[SearchedText, ...]
    """The title; with its group, its note, its other names and its id; with the text that a person can read
    before choosing; then with each of the texts that are shown nowhere."""


class ChoiceSearch:
    """Finds choices by words. Each text is prepared once, when it is needed for the first time."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        self._texts: dict[int, _Prepared] = {}

    def matching(self, typed: str, *, is_narrow: bool = False) -> list[int]:
        """Return the positions of the choices that have all words of *typed*, the best first.

        A title that has the words comes before other names, these before the text that the list does not
        show, and this before words that are shown nowhere; what has them more often comes first. Among
        titles, one that has what is typed in the same order comes first. Whole words come before the
        beginnings of words. The middle of a word counts only if nothing else matches. Blanks alone find every
        choice. With *is_narrow*, the text that the list does not show counts only if no title and no name
        matches.
        """
        words = typed_words(typed)
        if not words:
            return list(range(len(self.choices)))
        phrase = SearchedText(title_form(typed), SCREEN)
        ranked: list[tuple[int, int, int, int, int]] = []
        for position, choice in enumerate(self.choices):
            prepared = self._prepared(position, choice)
            for place, text in enumerate(prepared.texts):
                rank = _rank(words, text)
                if rank != _NOT_THERE:
                    order = _order(phrase, prepared.title) if place == 0 else 0
                    # Titles that are alike keep the order of the list.
                    often = min(_times(word, prepared.texts[-1]) for word in words) if place else 0
                    ranked.append((place, order, rank, -often, position))
                    break
        ranked = [entry for entry in ranked if entry[2] != _WITHIN_WORDS] or ranked
        if is_narrow:
            ranked = [entry for entry in ranked if entry[0] < _WHOLE_TEXT] or ranked
        return [entry[-1] for entry in sorted(ranked)]

    def near(self, typed: str) -> list[int]:
        """Return the positions of up to three choices with a title or other name spelt like *typed*."""
        wanted = title_form(typed)
        if len(wanted) < _SHORTEST_NEAR:
            return []
        names: dict[str, int] = {}
        for position, choice in enumerate(self.choices):
            others = (name for text in (choice.also, *choice.hidden) for name in text.split(", "))
            for name in (choice.found_by or choice.title, *others):
                names.setdefault(title_form(name), position)
        return list(dict.fromkeys(names[name] for name in nearest(wanted, names, cutoff=_ALIKE)))

    def _prepared(self, position: int, choice: Choice) -> _Prepared:
        if position not in self._texts:
            texts = [search_form(choice.found_by or choice.title, SCREEN)]
            if not choice.found_by:
                note = choice.note.partition(" words")  # the unit of its number is no name
                names = [choice.group, note[0] + note[2] if choice.words else choice.note, choice.also]
                names += [choice.value] if is_id(choice.value) else []
                texts += [search_form(text, SCREEN) for text in (" ".join(names), choice.more)]
            else:
                texts += ["", ""]
            texts += [search_form(text, SCREEN) for text in choice.hidden]
            so_far: list[SearchedText] = []
            for text in texts:
                before = f"{so_far[-1].whole} " if so_far else ""
                so_far.append(SearchedText(f"{before}{text}", SCREEN))
            self._texts[position] = _Prepared(SearchedText(title_form(choice.title), SCREEN), tuple(so_far))
        return self._texts[position]


def is_id(value: str) -> bool:
    """Return whether *value* is an id that a person may know, such as ``upr/joint``."""
    return _ID.fullmatch(value) is not None


def title_form(text: str) -> str:
    """Return *text* as titles are compared: without capitals, accents and extra blanks."""
    return search_form(" ".join(text.split()), SCREEN)


def typed_words(typed: str) -> tuple[str, ...]:
    """Return the words to search for in *typed*; words in other scripts stay as they are."""
    parts = search_form(typed, SCREEN).split()
    # wanted_words knows Latin letters alone.
    others = [part for part in parts if any(letter.isalpha() and not letter.isascii() for letter in part)]
    words = [word.strip("'") for word in wanted_words(typed, SCREEN)]
    return (*filter(None, words), *others) or tuple(parts)


def _rank(words: Sequence[str], text: SearchedText) -> int:
    """Return how well *text* has all *words*: the worst of them decides."""
    return max(_rank_of_word(word, text) for word in words)


def _rank_of_word(word: str, text: SearchedText) -> int:
    if word not in text.whole:
        return _BEGINNINGS if text.has(word) else _NOT_THERE  # in another form, such as the plural
    if f" {word} " in text.spaced:
        return _WHOLE_WORDS
    if f" {word}" in text.spaced or text.has(word):
        return _BEGINNINGS
    return _WITHIN_WORDS


def _order(phrase: SearchedText, title: SearchedText) -> int:
    """Return how near *title* is to *phrase*: 0 is the same, 2 does not have its words in this order."""
    if title.whole == phrase.whole:
        return 0
    words = phrase.spaced.rstrip()
    return 1 if words and words in title.spaced else 2


def _times(word: str, text: SearchedText) -> int:
    """Return how often *text* has a word that begins with *word*."""
    return text.spaced.count(f" {word}")
