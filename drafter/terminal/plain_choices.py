"""The choices of a list as plain mode reads them out, and the search for typed words in them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.language.english import SCREEN
from drafter.model.marks import UNKNOWN
from drafter.model.question import Choice, Question
from drafter.search import search_form
from drafter.terminal.callables import Say
from drafter.terminal.choice_search import ChoiceSearch
from drafter.terminal.plain_lines import ALL, spoken

READ_OUT = re.compile(r"r\s*\d+", re.IGNORECASE)
"""A line that asks to hear one choice whole."""
_WORD_COUNT = re.compile(r"^· ([\d,]+ words?)")
"""The beginning of the note of a clause: how many words it has."""
_SECTION_MARKS = {"▸": "Closed section", "▾": "Open section"}
_BAR = str.maketrans("", "", "█░")
NOT_KNOWN = Choice(value="", title="not known yet")
"""What Enter keeps where the answer was "I don't know yet"."""
_LONGEST_IN_PROMPT = 40
"""Characters of a title that fit into the prompt."""


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
        note = _WORD_COUNT.sub(r"\1", choice.note) if choice.words else choice.note
        note = spoken(note.translate(_BAR))
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
    """Return the choices that have the words of *typed*, the best first: see ``ChoiceSearch``.

    A choice whose title or id is *typed* rules out all others.
    """
    if not typed or typed.lower() in (ALL, UNKNOWN) or READ_OUT.fullmatch(typed):
        return []
    exact = [choice for choice in choices if choice.is_called(typed)]
    if exact:
        return exact
    positions = ChoiceSearch([choice.choice for choice in choices]).matching(typed, is_narrow=True)
    return [choices[position] for position in positions]


def near_titles(typed: str, choices: list[SpokenChoice]) -> list[str]:
    """Return the titles of the choices that are spelt like *typed*."""
    return [
        choices[position].title for position in ChoiceSearch([each.choice for each in choices]).near(typed)
    ]


def kept_choice(question: Question, current: object) -> Choice | None:
    """Return the choice that Enter alone takes: the current answer, or else the default."""
    if current is None and question.allow_unknown:
        return NOT_KNOWN
    by_value = {choice.value: choice for choice in question.choices}
    # In the list of all answers Enter leads back to the interview.
    default = "" if is_overview(question) else str(question.default)
    return by_value.get(str(current)) or by_value.get(default)


def number_prompt(kept: Choice | None, offered: Choice | None, say: Say) -> str:
    """Return the prompt, which says what Enter takes: the single match of a search, or *kept*."""
    if offered is None:
        return "Number or words: "
    if offered is not kept:
        return "Number or other words (Enter takes it): "
    title = spoken(offered.title)
    if len(title) <= _LONGEST_IN_PROMPT:
        return f"Number or words (Enter: {title}): "
    say(f"Enter alone keeps: {title}")
    return "Number or words: "
