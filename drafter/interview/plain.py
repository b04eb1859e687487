"""Asking in plain lines: numbered choices, typed numbers, nothing redrawn. A screen reader can follow it.

Meant for ``--plain``, ``ACCESSIBLE=1`` and ``TERM=dumb``. The same questions as in the other manner, through
``input`` and ``print`` alone.
"""

import re
from collections.abc import Callable
from getpass import getpass
from typing import Any

from drafter.interview.paths import MISSING, is_private
from drafter.interview.signals import Back, Overview
from drafter.library.states import plain as folded
from drafter.model.question import Choice, Question

UNKNOWN, BACK, OVERVIEW, END, NOTHING, ALL = "?", "<", "=", ".", "-", "all"
KEYS = "Type ? if you don't know yet, < to go back, = to see all answers. Ctrl-C stops; all is saved."

Read = Callable[[str], str]
Say = Callable[[str], None]
_NOT_KNOWN = Choice(value="", title="not known yet")
_MANY = 15
"""Choices over which words narrow the list first."""


def ask(question: Question, standing: Any, say: Say, read: Read = input) -> Any:
    """Return the answer to *question*; *read* gives a typed line for a prompt, *say* prints one.

    The answer is text, a truth value, a list, or ``None`` for "I don't know yet". Raises Back and Overview.
    """
    say("")
    say(f"Question: {question.text}")
    if question.help:
        say(question.help)
    match question.kind:
        case "yes-no":
            return _yes_no(question, standing, say, read)
        case "choice" | "search":
            return _one(question, standing, say, read)
        case "choices":
            return _several(question, standing if isinstance(standing, list) else [], say, read)
        case _ if is_private(question.path):
            say("What you type is not shown.")
            return _text(question, standing, say, getpass if read is input else read)
        case _:
            return _text(question, standing, say, read)


def _line(prompt: str, read: Read) -> str:
    """Return a typed line. Raises Back and Overview where it wishes for that."""
    typed = read(prompt)
    if typed.strip() == BACK:
        raise Back
    if typed.strip() == OVERVIEW:
        raise Overview
    return typed


def _text(question: Question, standing: Any, say: Say, read: Read) -> str | None:
    before = _before(question, standing)
    suggested = bool(before) and standing is MISSING and not question.required
    if before:
        shown = "in the private file" if is_private(question.path) else before
        shown = "not known yet" if before == UNKNOWN else shown
        if suggested:
            say(f"Suggested: {shown}\nEnter alone takes it, {NOTHING} alone leaves it empty.")
        else:
            say(f"Your answer so far: {shown}\nEnter alone keeps it.")
    while True:
        typed = _long(say, read) if question.kind == "long" else _line("Answer: ", read)
        if suggested and typed.strip() == NOTHING:
            return ""
        typed = typed if typed.strip() else before
        if question.unknown and typed.strip() == UNKNOWN:
            return None
        if question.required and not typed.strip():
            say("This is needed.")
        elif question.kind == "number" and typed.strip() and not typed.strip().isdecimal():
            say("A whole number in digits, please.")
        else:
            return typed


def _before(question: Question, standing: Any) -> str:
    """Return the answer that stands as a person would type it, or the default where there is none."""
    if standing is None and question.unknown:
        return UNKNOWN
    if isinstance(standing, str | int | float) and not isinstance(standing, bool):
        return str(standing)
    return str(question.default or "")


def _long(say: Say, read: Read) -> str:
    say("Write as many lines as you like. A line with a full stop alone ends it.")
    lines: list[str] = []
    while True:
        typed = _line("", read) if not lines else read("")
        if typed.strip() == END:
            return "\n".join(lines)
        if not lines and typed.strip() in ("", UNKNOWN):
            return typed
        lines.append(typed)


def _yes_no(question: Question, standing: Any, say: Say, read: Read) -> bool:
    default = "yes" if (standing if isinstance(standing, bool) else question.default) else "no"
    while True:
        typed = _line(f"yes or no (Enter: {default}): ", read).strip().lower() or default
        if typed in ("y", "yes", "n", "no"):
            return typed.startswith("y")
        say("Type yes or no.")


def _one(question: Question, standing: Any, say: Say, read: Read) -> Any:
    shown = list(question.choices)
    default = _kept(question, standing)
    if len(shown) > _MANY:
        say(f"There are {len(shown)} choices. Type a word of the one you want.")
    else:
        _list(shown, (), say)
    while True:
        hint = f" (Enter: {default.title})" if default else ""
        typed = _line(f"Number or words{hint}: ", read).strip()
        if not typed and default:
            return None if default is _NOT_KNOWN else default.value
        if typed == UNKNOWN and question.unknown:
            return None
        # A number is one of those that were read out; words search everything again.
        found = _found(typed, shown if typed.isdigit() else list(question.choices))
        if len(found) == 1:
            say(f"Chosen: {found[0].title}")
            return found[0].value
        shown = found or list(question.choices)
        if not typed:
            say("Type a number or a word.")
        elif not found:
            say("Nothing fits. Type other words.")
        elif len(found) > _MANY:
            say(f"{len(found)} fit. Type more of it.")
        else:
            _list(shown, (), say)


def _kept(question: Question, standing: Any) -> Choice | None:
    """Return the choice that Enter takes: the answer that stands, else the default."""
    if standing is None and question.unknown:
        return _NOT_KNOWN
    titles = {one.value: one for one in question.choices}
    return titles.get(str(standing)) or titles.get(str(question.default))


def _found(typed: str, shown: list[Choice]) -> list[Choice]:
    """Return the choice of a typed number, the one with exactly these words, or all that hold them.

    A number counts only for choices that were read out: a longer list was not.
    """
    if typed.isdecimal() and 1 <= int(typed) <= len(shown) <= _MANY:
        return [shown[int(typed) - 1]]
    words = folded(typed)
    exact = [one for one in shown if folded(one.title) == words]
    return exact or [one for one in shown if words and words in folded(one.title)]


def _several(question: Question, standing: list[str], say: Say, read: Read) -> list[str]:
    if not question.choices:
        say("Nothing to choose here.")
        return []
    taken = list(standing)
    if len(question.choices) > _MANY:
        say(f"There are {len(question.choices)} choices. Type a word to hear those that have it, or {ALL}.")
        say(f"Taken so far: {_titles(question, taken)}")
    else:
        _list(question.choices, taken, say)
    say("Type numbers to take or leave, r and a number to read one, Enter alone when done.")
    while True:
        typed = _line("Numbers or words: ", read)
        if _is_words(typed):
            _tell_found(typed, question, taken, say)
        elif typed.strip():
            for word in re.sub(r"\br\s+(?=\d)", "r", typed.replace(",", " ")).split():
                _take(word, question, taken, say)
        elif taken or not question.required:
            say(f"Taken: {_titles(question, taken)}")
            return [one.value for one in question.choices if one.value in taken]
        else:
            say("Take at least one.")


def _take(word: str, question: Question, taken: list[str], say: Say) -> None:
    """Take or leave the choice whose number is *word*, or read it out where an r stands before."""
    number = word.removeprefix("r")
    if not number.isdecimal() or not 1 <= int(number) <= len(question.choices):
        say(f"There is no choice {word}.")
        return
    one = question.choices[int(number) - 1]
    if word.startswith("r"):
        say(f"{' '.join(one.title.split())}: {one.more.strip() or 'nothing more to read'}")
    elif one.value in taken:
        taken.remove(one.value)
        say(f"Left: {one.title}")
    else:
        taken.append(one.value)
        say(f"Taken: {one.title}")


def _is_words(line: str) -> bool:
    """Return whether a line searches the choices: there is more in it than numbers, and r before a number."""
    return bool(re.sub(r"\br\s*(?=\d)|[\d,\s]", "", line))


def _tell_found(line: str, question: Question, taken: list[str], say: Say) -> None:
    """Say each choice that has the words of *line*, with its number."""
    words = folded(line.strip())
    numbered = list(enumerate(question.choices, 1))
    found = [(number, one) for number, one in numbered if words == ALL or words in folded(one.title)]
    for number, one in found:
        say(_numbered(number, one, taken))
    if not found:
        say("Nothing fits. Type other words.")


def _titles(question: Question, taken: list[str]) -> str:
    return ", ".join(one.title for one in question.choices if one.value in taken) or "none"


def _list(choices: tuple[Choice, ...] | list[Choice], taken: list[str] | tuple[()], say: Say) -> None:
    for number, one in enumerate(choices, 1):
        say(_numbered(number, one, taken))


def _numbered(number: int, one: Choice, taken: list[str] | tuple[()]) -> str:
    mark = " (taken)" if one.value in taken else ""
    return f"{number}. {' '.join(f'{one.title} {one.note}'.split())}{mark}"
