"""The choices of a list as plain mode reads them out, and the search for typed words in them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.language.english import SCREEN
from drafter.model.marks import UNKNOWN
from drafter.model.question import Choice, Question
from drafter.search import SearchedText, search_form, wanted_words
from drafter.terminal.plain_lines import ALL, spoken

READ_OUT = re.compile(r"r\s*\d+", re.IGNORECASE)
"""A line that asks to hear one choice whole."""
_IDS = re.compile(r"[\w./:-]+")
_WORD_COUNT = re.compile(r"· ([\d,]+)")
"""The note of a clause: how many words it has."""
_SECTION_MARKS = {"▸": "Closed section", "▾": "Open section"}
_BAR = str.maketrans("", "", "█░")
_WHOLE_WORDS, _WORD_BEGINNINGS, _WITHIN_WORDS = range(3)


class SpokenChoice(NamedTuple):
    """A choice as it is read out."""

    number: int
    """Its number in the whole list, even when only a part of the list is read."""
    choice: Choice
    group: str
    title: str
    note: str
    full_title: str
    """The title with its group, for when no heading names the group."""

    @property
    def searchable(self) -> str:
        """The text that a search looks through; with the value if that is an id, which a person may know."""
        value = self.choice.value if _IDS.fullmatch(self.choice.value) else ""
        return " ".join((self.group, self.title, self.note, value))

    def is_called(self, typed: str) -> bool:
        """Return whether *typed* is the whole title, the id or the letter that answers with it."""
        names = [self.choice.key, self.full_title, " ".join(self.choice.title.split()), self.choice.value]
        if self.full_title != spoken(self.choice.title):  # the group is no part of the title, such as a kind
            names.append(self.title)
        wanted = search_form(" ".join(typed.split()), SCREEN)
        return any(search_form(name, SCREEN) == wanted for name in names if name)


def spoken_choices(question: Question) -> Iterator[SpokenChoice]:
    """Yield each choice of *question* as it is read out."""
    for number, choice in enumerate(question.choices, 1):
        count = _WORD_COUNT.fullmatch(choice.note)
        note = f"{count[1]} words" if count else spoken(choice.note.translate(_BAR))
        note = note or (f"letter {choice.key}" if choice.key else "")
        before, two_spaces, after = choice.title.partition("  ")
        if is_overview(question):
            question_text, _, answer = choice.title.partition("→")
            title = spoken(f"{_ended(question_text)} Answer:{answer}" if answer else question_text)
            mark = _SECTION_MARKS.get(title[:1])
            if mark or note.startswith("!"):  # a section with its words, or an answer with a remark
                title = f"{mark}{title[1:]}" if mark else title
                yield SpokenChoice(number, choice, "", title, note.strip("! "), title)
                continue
            yield SpokenChoice(number, choice, note, title, "", f"{title}, in: {note}" if note else title)
        elif two_spaces:
            group, title = spoken(before), spoken(after)
            yield SpokenChoice(number, choice, group, title, note, f"{group}: {title}")
        elif question.path == ("document",) and ": " in choice.title:
            group, _, title = choice.title.partition(": ")
            yield SpokenChoice(number, choice, spoken(group), spoken(title), note, spoken(choice.title))
        else:
            yield SpokenChoice(number, choice, "", spoken(choice.title), note, spoken(choice.title))


def _ended(text: str) -> str:
    """Return *text* with a full stop unless it has an end already, so that a screen reader pauses."""
    text = text.rstrip()
    return text if text.endswith(("?", ".", "…", ")")) else f"{text}."


def is_overview(question: Question) -> bool:
    """Return whether *question* is the list of all answers, or a question that is reached from it."""
    return question.path[:2] == ("interview", "overview")


def numbered(typed: str, choices: list[SpokenChoice]) -> SpokenChoice | None:
    """Return the choice whose number is *typed*, ``None`` if there is none."""
    if typed.isdecimal() and 1 <= int(typed) <= len(choices):
        return choices[int(typed) - 1]
    return None


def called(typed: str, choices: list[SpokenChoice]) -> SpokenChoice | None:
    """Return the only choice whose whole title or id is *typed*, ``None`` if there is none or several."""
    matches = [choice for choice in choices if choice.is_called(typed)]
    return matches[0] if len(matches) == 1 else None


def matching(typed: str, choices: list[SpokenChoice]) -> list[SpokenChoice]:
    """Return the choices that have the words of *typed* in any order, those with whole words first.

    A choice whose title or id is *typed* rules out all others. A word within another word counts only if
    nothing else matches.
    """
    if not typed or typed.lower() in (ALL, UNKNOWN) or READ_OUT.fullmatch(typed):
        return []
    exact = [choice for choice in choices if choice.is_called(typed)]
    if exact:
        return exact
    words = wanted_words(typed, SCREEN) or tuple(search_form(typed, SCREEN).split())
    ranks = {choice.number: _rank(words, SearchedText.of(choice.searchable, SCREEN)) for choice in choices}
    best = [
        choice
        for rank in (_WHOLE_WORDS, _WORD_BEGINNINGS)
        for choice in choices
        if ranks[choice.number] == rank
    ]
    return best or [choice for choice in choices if ranks[choice.number] == _WITHIN_WORDS]


def _rank(words: Iterable[str], text: SearchedText) -> int | None:
    """Return how well *text* has all *words*, ``None`` if it lacks one."""
    wanted = tuple(words)
    if all(f" {word} " in text.spaced for word in wanted):
        return _WHOLE_WORDS
    if all(f" {word}" in text.spaced or text.has(word) for word in wanted):
        return _WORD_BEGINNINGS
    return _WITHIN_WORDS if all(word in text.whole for word in wanted) else None
