"""The choices of a list as they are heard in plain lines, and how typed words find them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.language.english import SCREEN
from drafter.model.marks import UNKNOWN
from drafter.model.question import Choice, Question
from drafter.search import SearchedText, search_form, wanted_words
from drafter.terminal.plain_lines import ALL, spoken

READ = re.compile(r"r\s*\d+", re.IGNORECASE)
"""A line that asks to read one choice whole."""
_IDS = re.compile(r"[\w./:-]+")
_WORDS_OF = re.compile(r"· ([\d,]+)")
"""What stands beside a clause: its words."""
_WHOLE, _BEGINNING, _WITHIN = range(3)


class SpokenChoice(NamedTuple):
    """A choice as it is heard."""

    number: int
    """Its place in the whole list, whatever part of that is read."""
    one: Choice
    group: str
    title: str
    beside: str
    whole: str
    """The title with its group, for where no heading says it."""

    @property
    def words(self) -> str:
        """All that is found by words; a value counts where a person could know it."""
        known = self.one.value if _IDS.fullmatch(self.one.value) else ""
        return " ".join((self.group, self.title, self.beside, known))

    def is_called(self, typed: str) -> bool:
        """Return whether *typed* is the whole title or the id."""
        names = [self.whole, " ".join(self.one.title.split()), self.one.value]
        if self.whole != spoken(self.one.title):  # a group that is no part of the title, such as a kind
            names.append(self.title)
        wanted = search_form(" ".join(typed.split()), SCREEN)
        return any(search_form(name, SCREEN) == wanted for name in names if name)


def _ended(text: str) -> str:
    """Return *text* with a full stop where nothing ends it, so that a screen reader pauses."""
    text = text.rstrip()
    return text if text.endswith(("?", ".", "…", ")")) else f"{text}."


def heard_of(question: Question) -> Iterator[SpokenChoice]:
    """Yield each choice of *question* as it is heard."""
    for number, one in enumerate(question.choices, 1):
        count = _WORDS_OF.fullmatch(one.note)
        beside = f"{count[1]} words" if count else spoken(one.note)
        before, wide, rest = one.title.partition("  ")
        if is_overview(question):
            question_text, _, answer = one.title.partition("→")
            title = spoken(f"{_ended(question_text)} Answer:{answer}" if answer else question_text)
            yield SpokenChoice(number, one, beside, title, "", f"{title}, in: {beside}" if beside else title)
        elif wide:
            group, title = spoken(before), spoken(rest)
            yield SpokenChoice(number, one, group, title, beside, f"{group}: {title}")
        elif question.path == ("document",) and ": " in one.title:
            group, _, title = one.title.partition(": ")
            yield SpokenChoice(number, one, spoken(group), spoken(title), beside, spoken(one.title))
        else:
            yield SpokenChoice(number, one, "", spoken(one.title), beside, spoken(one.title))


def is_overview(question: Question) -> bool:
    """Return whether *question* is a list of answers to look over, or what leads from there."""
    return question.path[:2] == ("interview", "overview")


def numbered(typed: str, heard: list[SpokenChoice]) -> SpokenChoice | None:
    """Return the choice of a typed number, or nothing."""
    if typed.isdecimal() and 1 <= int(typed) <= len(heard):
        return heard[int(typed) - 1]
    return None


def found_by(typed: str, heard: list[SpokenChoice]) -> list[SpokenChoice]:
    """Return the choices that have the words of *typed* in any order, those with whole words first.

    Those called just so are the only ones; what has a word only within another comes where nothing else does.
    """
    if not typed or typed.lower() in (ALL, UNKNOWN) or READ.fullmatch(typed):
        return []
    called = [one for one in heard if one.is_called(typed)]
    if called:
        return called
    words = wanted_words(typed, SCREEN) or tuple(search_form(typed, SCREEN).split())
    ranks = {one.number: _rank(words, SearchedText.of(one.words, SCREEN)) for one in heard}
    near = [one for rank in (_WHOLE, _BEGINNING) for one in heard if ranks[one.number] == rank]
    return near or [one for one in heard if ranks[one.number] == _WITHIN]


def _rank(words: Iterable[str], text: SearchedText) -> int | None:
    """Return how well *text* has all *words*, or ``None`` where it does not."""
    wanted = tuple(words)
    if all(f" {word} " in text.spaced for word in wanted):
        return _WHOLE
    if all(f" {word}" in text.spaced or text.has(word) for word in wanted):
        return _BEGINNING
    return _WITHIN if all(word in text.whole for word in wanted) else None


def chosen_by(typed: str, offered: Choice | None, heard: list[SpokenChoice]) -> SpokenChoice | None:
    """Return the choice that a line takes: Enter the one offered, a number, or the whole title or id."""
    if not typed:
        called = [one for one in heard if one.one is offered]
    else:
        called = [one for one in heard if one.is_called(typed)]
    return numbered(typed, heard) or (called[0] if len(called) == 1 else None)
