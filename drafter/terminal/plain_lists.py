"""Lists in plain mode: every choice keeps its number, words find it, and nothing is taken by accident."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from drafter.errors import Fault
from drafter.interview.control_flow import Aside, Stop
from drafter.interview.validator import Accepted, check, fault_sentence, tidied, unknown_fault
from drafter.language.english import SCREEN
from drafter.model.marks import is_nothing, is_unknown
from drafter.model.question import Choice, Question, compatible
from drafter.search import did_you_mean
from drafter.terminal.callables import Read, Say
from drafter.terminal.plain_choices import (
    NOT_KNOWN,
    READ_OUT,
    SpokenChoice,
    called,
    is_overview,
    kept_choice,
    matching,
    near_titles,
    number_prompt,
    numbered,
    spoken_choices,
)
from drafter.terminal.plain_lines import ALL, read_line, spoken

_MOST_READ = 15
"""A list with more choices is narrowed down by words before it is read out."""
_MOST_ANSWERS_READ = 40
"""The same for the list of all answers: a person opens it to hear it."""
_MOST_IN_A_LINE = 3
"""Titles that are read in one line."""


class _List(NamedTuple):
    """A question with its choices, and the functions to ask it with."""

    question: Question
    choices: list[SpokenChoice]
    say: Say
    read: Read


def ask_one(question: Question, current: object, say: Say, read: Read) -> str | None:
    """Return the value of the choice taken, ``None`` for "I don't know yet". Raises Back and Overview."""
    asked = _List(question, list(spoken_choices(question)), say, read)
    kept = kept_choice(question, current)
    _introduce(asked, ())
    offered = kept
    while True:
        typed = _read_tidied(asked, number_prompt(kept, offered, say))
        if typed is None:
            continue
        if not typed and offered is NOT_KNOWN:
            return None
        if is_unknown(typed) and question.allow_unknown:
            return None
        chosen = _chosen(asked, typed, offered)
        if chosen:
            say(f"Chosen: {chosen.full_title}")
            return chosen.choice.value
        matches = matching(typed, asked.choices)
        # A single match is offered, not taken: the words may have been meant for another choice.
        offered = matches[0].choice if len(matches) == 1 else kept
        if is_unknown(typed):
            say(f"{fault_sentence(unknown_fault(question))} Type a number or words.")
        else:
            _say_matches(asked, typed, matches, ())


def ask_several(question: Question, current: list[str], say: Say, read: Read) -> list[str]:
    """Return the values of the choices taken, in the order of the list.

    Raises Back, Overview, and Stop at the end of the input, each with the choices taken so far.
    """
    if not question.choices:
        say("There is nothing to choose here.")
        return []
    asked = _List(question, list(spoken_choices(question)), say, read)
    before = [choice.value for choice in question.choices if choice.value in current]
    taken = list(before)
    try:
        _take_until_done(asked, before, taken)
    except Aside as aside:
        aside.typed = taken if taken != before else None
        raise
    except (KeyboardInterrupt, EOFError):
        raise Stop(taken if taken != before else None) from None
    return [choice.value for choice in question.choices if choice.value in taken]


def _take_until_done(asked: _List, before: list[str], taken: list[str]) -> None:
    """Take or remove choices in *taken*, which has those of *before*, until the person is done."""
    question, say = asked.question, asked.say
    _introduce(asked, taken)
    reads = " r and a number to hear one," if any(choice.more for choice in question.choices) else ""
    say(f"Type numbers to take or remove,{reads} Enter alone when done.")
    offered: SpokenChoice | None = None
    while True:
        typed = _read_tidied(
            asked, "Numbers or other words (Enter takes it): " if offered else "Numbers or words: "
        )
        if typed is None:
            continue
        if not typed and offered is None and (taken or not question.required):
            _say_result(asked, before, taken)
            return
        offered = _handle(asked, typed, offered, taken)


def _read_tidied(asked: _List, prompt: str) -> str | None:
    """Return the next typed line as the validator tidies it, or ``None`` after saying what is wrong."""
    tidy = tidied(asked.question, read_line(prompt, asked.read))
    if isinstance(tidy, Fault):
        asked.say(fault_sentence(tidy))
        return None
    for notice in tidy.notices:
        asked.say(notice)
    return tidy.text


def _chosen(asked: _List, typed: str, offered: Choice | None) -> SpokenChoice | None:
    """Return the choice that a line takes: Enter the *offered* one, or its number, whole title or id."""
    if not typed:
        return next((choice for choice in asked.choices if choice.choice is offered), None)
    by_number = numbered(typed, asked.choices)
    if by_number is not None:
        return by_number
    checked = check(asked.question, typed)
    if isinstance(checked, Accepted):
        return next((choice for choice in asked.choices if choice.choice.value == checked.value), None)
    return called(typed, asked.choices)


def _handle(asked: _List, typed: str, offered: SpokenChoice | None, taken: list[str]) -> SpokenChoice | None:
    """Do what the *typed* line asks for, and return the single match that Enter takes next, if any."""
    if not typed and offered:
        _take(asked, offered, taken)
    elif isinstance(checked := check(asked.question, typed), Fault) and (not typed or is_unknown(typed)):
        asked.say(fault_sentence(checked))
    elif is_nothing(typed):
        taken.clear()
        asked.say("None is taken now.")
    elif not re.sub(r"\br\s*(?=\d)|[\d,\s]", "", typed, flags=re.IGNORECASE):
        _take_numbers(asked, typed, taken)
    else:
        return _handle_words(asked, typed, taken)
    return None


def _handle_words(asked: _List, typed: str, taken: list[str]) -> SpokenChoice | None:
    """Take the choices that are called *typed*; otherwise say the matches, and return a single match."""
    named = _named(asked, typed)
    new = [choice for choice in named if choice.choice.value not in taken]
    if new:
        for choice in new:
            _take(asked, choice, taken)
        return None
    matches = named or matching(typed, asked.choices)
    _say_matches(asked, typed, matches, taken)
    return matches[0] if len(matches) == 1 and matches[0].choice.value not in taken else None


def _named(asked: _List, typed: str) -> list[SpokenChoice]:
    """Return the choices whose titles or ids are *typed*, separated by commas; none if one is unknown."""
    checked = check(asked.question, typed)
    if isinstance(checked, Accepted) and isinstance(checked.value, list):
        return [choice for choice in asked.choices if choice.choice.value in checked.value]
    choice = called(typed, asked.choices)
    return [choice] if choice else []


# ---- beginning ----


def _introduce(asked: _List, taken: Sequence[str]) -> None:
    """Read out a short list; for a longer one, say how many choices there are and how to hear them."""
    question, all_choices, say, _ = asked
    choices = [choice for choice in all_choices if not choice.choice.folded]
    if len(choices) <= (_MOST_ANSWERS_READ if is_overview(question) else _MOST_READ):
        _read_list(asked, choices, taken)
        return
    say(f"There are {len(choices)} choices. Type a word to hear the choices that have it, or {ALL}.")
    if taken:
        _say_taken(asked, "Taken so far", taken)
    if question.kind != "choices" and any(choice.more for choice in question.choices):
        say("Type r and a number to hear more about one.")


# ---- taking ----


def _take_numbers(asked: _List, typed: str, taken: list[str]) -> None:
    """Take or remove the choice of each number in *typed*; a number after ``r`` is read out instead."""
    for word in re.sub(r"\b[rR]\s*(?=\d)", "r", typed.replace(",", " ")).split():
        choice = numbered(word.removeprefix("r"), asked.choices)
        if choice is None or word.startswith("r"):
            _read_choice(asked, word.removeprefix("r"))
        elif choice.choice.value in taken:
            taken.remove(choice.choice.value)
            asked.say(f"Removed: {choice.title}")
        else:
            _take(asked, choice, taken)


def _take(asked: _List, choice: SpokenChoice, taken: list[str]) -> None:
    taken[:] = compatible([each.choice for each in asked.choices], [*taken, choice.choice.value])
    words = sum(each.choice.words for each in asked.choices if each.choice.value in taken)
    total = f". {len(taken)} taken so far, {words:,} words" if words else ""
    asked.say(f"Taken: {choice.title}{total}")


def _say_result(asked: _List, before: list[str], taken: list[str]) -> None:
    """Say what is taken in the end, or that it is the same as *before*."""
    if not taken:
        asked.say("None is taken.")
    elif set(taken) == set(before):
        asked.say(f"{len(taken)} taken, as before.")
    else:
        _say_taken(asked, f"{len(taken)} taken in all", taken)


# ---- saying ----


def _say_taken(asked: _List, heading: str, taken: Sequence[str]) -> None:
    titles = [choice.title for choice in asked.choices if choice.choice.value in taken]
    if len(titles) <= _MOST_IN_A_LINE:
        asked.say(f"{heading}: {', '.join(titles)}")
    else:
        asked.say("\n".join((f"{heading}:", *titles)))


def _say_matches(asked: _List, typed: str, matches: list[SpokenChoice], taken: Sequence[str]) -> None:
    """Read out the *matches* of the *typed* words, or what else the line asks for."""
    if not typed:
        asked.say(f"Type a number, words, or {ALL} to hear every choice.")
    elif typed.lower() == ALL:
        _read_list(asked, asked.choices, taken)
    elif READ_OUT.fullmatch(typed):
        _read_choice(asked, typed[1:])
    elif not matches:
        meant = did_you_mean(near_titles(typed, asked.choices), SCREEN)
        asked.say(f"Nothing matches. {meant or 'Type other words.'}")
    elif len(matches) > _MOST_READ:
        asked.say(f"{len(matches)} choices match. Type more words, or {ALL} to hear every choice.")
    else:
        _read_list(asked, matches, taken)


def _read_list(asked: _List, choices: list[SpokenChoice], taken: Sequence[str]) -> None:
    """Say each choice with its number; consecutive choices of one group share a heading."""
    for group, run in groupby(choices, lambda choice: choice.group):
        members = list(run)
        has_heading = bool(group) and len(members) > 1
        if has_heading:
            asked.say(f"{group[0].upper()}{group[1:]}:")
        for choice in members:
            asked.say(_choice_line(choice, taken, has_heading=has_heading))


def _choice_line(choice: SpokenChoice, taken: Sequence[str], *, has_heading: bool) -> str:
    title = choice.title if has_heading else choice.full_title
    note = f", {choice.note}" if choice.note else ""
    mark = " (taken)" if choice.choice.value in taken else ""
    return f"{choice.number}. {title}{note}{mark}"


def _read_choice(asked: _List, number: str) -> None:
    choice = numbered(number.strip(), asked.choices)
    if choice is None:
        asked.say(f"There is no choice {number}.")
    else:
        more = choice.choice.more.strip() or "nothing more to read"
        lines = f"{choice.title}: {more}".splitlines()
        asked.say("\n".join(spoken(line) for line in lines if line.strip()))
