"""Lists in plain lines: each choice keeps its own number, words find it, nothing is taken by accident."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from drafter.interview.validator import in_a_sentence, pasted, unknown_refused
from drafter.model.marks import is_nothing, is_unknown
from drafter.model.question import Choice, Question
from drafter.terminal.plain_choices import (
    READ,
    SpokenChoice,
    chosen_by,
    found_by,
    heard_of,
    is_overview,
    numbered,
)
from drafter.terminal.plain_lines import ALL, Read, Say, line, spoken

_NOT_KNOWN = Choice(value="", title="not known yet")
_MANY = 15
"""Choices over which words narrow a list before it is read."""
_MANY_ANSWERS = 40
"""The same for the list of all answers: it is asked for in order to be heard."""
_FEW = 3
"""Titles that are read in one line."""
_SHOWN = 40
"""Letters of a title that fit into the prompt."""


def ask_one(question: Question, standing: Any, say: Say, read: Read) -> Any:
    """Return the value of the choice taken, ``None`` for not known yet. Raises Back and Overview."""
    heard = list(heard_of(question))
    kept = _kept(question, standing)
    _begin(question, heard, (), say)
    offered = kept
    while True:
        typed = _words(line(_prompt(kept, offered, say), read), say)
        if (not typed and offered is _NOT_KNOWN) or (is_unknown(typed) and question.allow_unknown):
            return None
        chosen = chosen_by(typed, offered, heard)
        if chosen:
            say(f"Chosen: {chosen.whole}")
            return chosen.one.value
        found = found_by(typed, heard)
        # One that is only found is not taken unasked: the words may have been meant for another.
        offered = found[0].one if len(found) == 1 else kept
        if is_unknown(typed):
            say(f"{in_a_sentence(unknown_refused(question))} Type a number or words.")
        else:
            _tell(typed, found, heard, (), say)


def ask_several(question: Question, standing: list[str], say: Say, read: Read) -> list[str]:
    """Return the values of the choices taken, in the order of the list. Raises Back and Overview."""
    if not question.choices:
        say("Nothing to choose here.")
        return []
    heard = list(heard_of(question))
    taken = list(standing)
    _begin(question, heard, taken, say)
    reads = " r and a number to read one," if any(one.one.more for one in heard) else ""
    say(f"Type numbers to take or leave,{reads} Enter alone when done.")
    offered: SpokenChoice | None = None
    while True:
        prompt = "Numbers or other words (Enter takes it): " if offered else "Numbers or words: "
        typed = _words(line(prompt, read), say)
        if not typed and offered is None and (taken or not question.required):
            _end(heard, standing, taken, say)
            return [one.value for one in question.choices if one.value in taken]
        offered = _take_or_tell(typed, offered, question, heard, taken, say)


def _take_or_tell(
    typed: str,
    offered: SpokenChoice | None,
    question: Question,
    heard: list[SpokenChoice],
    taken: list[str],
    say: Say,
) -> SpokenChoice | None:
    """Do what a line asks for, and return the one choice that it has found: Enter takes that."""
    if not typed and offered:
        _take(offered, taken, say)
    elif not typed:
        say("Take at least one.")
    elif is_unknown(typed):
        say(in_a_sentence(unknown_refused(question)))
    elif is_nothing(typed):
        taken.clear()
        say("All are left; none is taken.")
    elif re.sub(r"\br\s*(?=\d)|[\d,\s]", "", typed, flags=re.IGNORECASE):
        found = found_by(typed, heard)
        new = found[0] if len(found) == 1 and found[0].one.value not in taken else None
        if new is None or not new.is_called(typed):
            _tell(typed, found, heard, taken, say)
            return new
        _take(new, taken, say)
    else:
        _take_numbers(typed, heard, taken, say)
    return None


def _words(typed: str, say: Say) -> str:
    """Return what was typed in one line: of a paste the lines are joined."""
    lines = [part.strip() for part in typed.splitlines() if part.strip()]
    if len(lines) > 1:
        say(pasted(len(lines)))
    return " ".join(lines)


# ---- beginning ----


def _begin(question: Question, heard: list[SpokenChoice], taken: Sequence[str], say: Say) -> None:
    """Read a list where it is short; say of a longer one how many there are and how to hear it."""
    if len(heard) <= (_MANY_ANSWERS if is_overview(question) else _MANY):
        _read_all(heard, taken, say)
        return
    say(f"There are {len(heard)} choices. Type a word to hear those that have it, or {ALL}.")
    if taken:
        _say_taken("Taken so far", heard, taken, say)
    if question.kind != "choices" and any(one.one.more for one in heard):
        say("r and a number reads more about one.")


def _kept(question: Question, standing: Any) -> Choice | None:
    """Return the choice that Enter takes: the answer that stands, else the default."""
    if standing is None and question.allow_unknown:
        return _NOT_KNOWN
    known = {one.value: one for one in question.choices}
    # From the list of all answers Enter leads back.
    usual = "" if is_overview(question) else str(question.default)
    return known.get(str(standing)) or known.get(usual)


def _prompt(kept: Choice | None, offered: Choice | None, say: Say) -> str:
    """Return the prompt of a list, which says what Enter takes: the choice that was just found, or *kept*."""
    if offered is None:
        return "Number or words: "
    if offered is not kept:
        return "Number or other words (Enter takes it): "
    title = spoken(offered.title)
    if len(title) <= _SHOWN:
        return f"Number or words (Enter: {title}): "
    say(f"Enter alone keeps: {title}")
    return "Number or words: "


# ---- taking ----


def _take_numbers(typed: str, heard: list[SpokenChoice], taken: list[str], say: Say) -> None:
    """Take or leave the choice of each number in *typed*, or read it out where an r stands before."""
    for word in re.sub(r"\b[rR]\s*(?=\d)", "r", typed.replace(",", " ")).split():
        one = numbered(word.removeprefix("r"), heard)
        if one is None or word.startswith("r"):
            _read_out(word.removeprefix("r"), heard, say)
        elif one.one.value in taken:
            taken.remove(one.one.value)
            say(f"Left: {one.title}")
        else:
            _take(one, taken, say)


def _take(one: SpokenChoice, taken: list[str], say: Say) -> None:
    taken.append(one.one.value)
    say(f"Taken: {one.title}")


def _end(heard: list[SpokenChoice], before: list[str], taken: list[str], say: Say) -> None:
    """Say what is taken in the end, where that is not what was said at the beginning."""
    if not taken:
        say("None is taken.")
    elif set(taken) == set(before):
        say(f"{len(taken)} taken, as before.")
    else:
        _say_taken(f"{len(taken)} taken in all", heard, taken, say)


# ---- saying ----


def _say_taken(words: str, heard: list[SpokenChoice], taken: Sequence[str], say: Say) -> None:
    titles = [one.title for one in heard if one.one.value in taken]
    if len(titles) <= _FEW:
        say(f"{words}: {', '.join(titles)}")
    else:
        say("\n".join((f"{words}:", *titles)))


def _tell(
    typed: str, found: list[SpokenChoice], heard: list[SpokenChoice], taken: Sequence[str], say: Say
) -> None:
    """Say what the words *typed* have found, or everything where that was wished for."""
    if not typed:
        say(f"Type a number, words, or {ALL} to hear every choice.")
    elif typed.lower() == ALL:
        _read_all(heard, taken, say)
    elif READ.fullmatch(typed):
        _read_out(typed[1:], heard, say)
    elif not found:
        say("Nothing fits. Type other words.")
    elif len(found) > _MANY:
        say(f"{len(found)} fit. Type more words, or {ALL} to hear every choice.")
    else:
        _read_all(found, taken, say)


def _read_all(heard: list[SpokenChoice], taken: Sequence[str], say: Say) -> None:
    """Say each choice with its number; those of one group that follow each other under one heading."""
    for group, run in groupby(heard, lambda one: one.group):
        members = list(run)
        headed = bool(group) and len(members) > 1
        if headed:
            say(f"{group[0].upper()}{group[1:]}:")
        for one in members:
            say(_line(one, taken, headed=headed))


def _line(one: SpokenChoice, taken: Sequence[str], *, headed: bool = False) -> str:
    beside = f", {one.beside}" if one.beside else ""
    mark = " (taken)" if one.one.value in taken else ""
    return f"{one.number}. {one.title if headed else one.whole}{beside}{mark}"


def _read_out(number: str, heard: list[SpokenChoice], say: Say) -> None:
    one = numbered(number.strip(), heard)
    if one is None:
        say(f"There is no choice {number}.")
    else:
        more = one.one.more.strip() or "nothing more to read"
        say("\n".join(spoken(part) for part in f"{one.title}: {more}".splitlines() if part.strip()))
