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


class _Texts(NamedTuple):
    """The texts of a choice, each of which also has the texts before it."""

    title: SearchedText
    names: SearchedText
    """With its group, its note, its other names and its id."""
    whole: SearchedText
    """With the text that a person can read before choosing."""
    hidden: SearchedText
    """With words that are shown nowhere."""


class ChoiceSearch:
    """Finds choices by words. Each text is prepared once, when it is needed for the first time."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        self._texts: dict[int, _Texts] = {}

    def matching(self, typed: str, *, is_narrow: bool = False) -> list[int]:
        """Return the positions of the choices that have all words of *typed*, the best first.

        A title that has the words comes before other names, and these before the text that the list does not
        show; whole words come before the beginnings of words. The middle of a word counts only if nothing
        else matches. Blanks alone find every choice. With *is_narrow*, the text that the list does not show
        counts only if no title and no name matches.
        """
        words = typed_words(typed)
        if not words:
            return list(range(len(self.choices)))
        title = title_form(typed)
        ranked: list[tuple[int, int, int]] = []
        for position, choice in enumerate(self.choices):
            texts = self._prepared(position, choice)
            for place, text in enumerate(texts):
                rank = _rank(words, text)
                if rank != _NOT_THERE:
                    is_title = place == 0 and title_form(choice.title) == title
                    ranked.append((-1 if is_title else place, rank, position))
                    break
        ranked = [entry for entry in ranked if entry[1] != _WITHIN_WORDS] or ranked
        if is_narrow:
            ranked = [entry for entry in ranked if entry[0] < _WHOLE_TEXT] or ranked
        return [position for _, _, position in sorted(ranked)]

    def near(self, typed: str) -> list[int]:
        """Return the positions of up to three choices with a title or other name spelt like *typed*."""
        wanted = title_form(typed)
        if len(wanted) < _SHORTEST_NEAR:
            return []
        names: dict[str, int] = {}
        for position, choice in enumerate(self.choices):
            for name in (
                choice.found_by or choice.title,
                *choice.also.split(", "),
                *choice.hidden.split(", "),
            ):
                names.setdefault(title_form(name), position)
        return list(dict.fromkeys(names[name] for name in nearest(wanted, names, cutoff=_ALIKE)))

    def _prepared(self, position: int, choice: Choice) -> _Texts:
        if position not in self._texts:
            title = search_form(choice.found_by or choice.title, SCREEN)
            others = [
                choice.group,
                choice.note,
                choice.also,
                *([choice.value] if is_id(choice.value) else []),
            ]
            names = title if choice.found_by else f"{title} {search_form(' '.join(others), SCREEN)}"
            has_more = choice.more and not choice.found_by
            whole = f"{names} {search_form(choice.more, SCREEN)}" if has_more else names
            hidden = f"{whole} {search_form(choice.hidden, SCREEN)}" if choice.hidden else whole
            texts = (title, names, whole, hidden)
            self._texts[position] = _Texts(*(SearchedText(text, SCREEN) for text in texts))
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
