"""Asking in plain lines: numbered choices, typed numbers, nothing redrawn. A screen reader can follow it.

Meant for ``--plain``, ``ACCESSIBLE=1`` and ``TERM=dumb``. The same questions as in the other manner, through
``input`` and ``print`` alone.
"""

from getpass import getpass
from typing import Any

from drafter.interview.paths import MISSING, is_private
from drafter.interview.plain_lines import BACK, OVERVIEW, Read, Say, in_lines, line, spoken
from drafter.interview.plain_lists import ask_one, ask_several
from drafter.interview.plain_texts import ask_long
from drafter.interview.signals import NOTHING, UNKNOWN, Stop
from drafter.model.question import Question

KEYS = (
    f"Type {UNKNOWN} if you don't know yet, {BACK} to go back, {OVERVIEW} to hear all answers; "
    "in a list, all to hear every choice. Ctrl-C stops; all is saved."
)


def ask(question: Question, standing: Any, say: Say, read: Read = input) -> Any:
    """Return the answer to *question*; *read* gives a typed line for a prompt, *say* prints one.

    The answer is text, a truth value, a list, or ``None`` for "I don't know yet". Raises Back and Overview;
    Ctrl-C and the end of the input raise Stop, with what was typed of a long text.
    """
    try:
        return _answer(question, standing, in_lines(say), read)
    except Stop:
        raise
    except (KeyboardInterrupt, EOFError):
        raise Stop from None


def _answer(question: Question, standing: Any, say: Say, read: Read) -> Any:
    say("")
    say(f"Question: {spoken(question.text)}")
    for part in question.help.splitlines():
        say(spoken(part))
    match question.kind:
        case "yes-no":
            return _yes_no(question, standing, say, read)
        case "choice" | "search":
            return ask_one(question, standing, say, read)
        case "choices":
            return ask_several(question, standing if isinstance(standing, list) else [], say, read)
        case "long" if not is_private(question.path):
            return ask_long(question, standing, _before(question, standing), say, read)
        case _ if is_private(question.path):
            say("What you type is not shown.")
            return _text(question, standing, say, getpass if read is input else read)
        case _:
            return _text(question, standing, say, read)


def _before(question: Question, standing: Any) -> str:
    """Return the answer that stands as a person would type it, or the default where there is none."""
    if standing is None and question.unknown:
        return UNKNOWN
    if isinstance(standing, str | int | float) and not isinstance(standing, bool):
        return str(standing)
    return str(question.default or "")


def _text(question: Question, standing: Any, say: Say, read: Read) -> str | None:
    before = _before(question, standing)
    private = is_private(question.path)
    if before:
        shown = "in the private file" if private else before
        shown = "not known yet" if before == UNKNOWN and question.unknown else shown
        suggested = standing is MISSING
        keeps, empties = ("takes", "leaves it empty") if suggested else ("keeps", "empties it")
        also = "" if question.required else f", {NOTHING} alone {empties}"
        say(f"{'Suggested' if suggested else 'Your answer so far'}: {shown}")
        say(f"Enter alone {keeps} it{also}.")
    elif not question.required:
        say("Enter alone leaves it empty.")
    while True:
        typed = line("Answer: ", read)
        if typed.strip() == NOTHING and not question.required:
            return ""
        if typed.strip() == UNKNOWN and not question.unknown:
            # Saved, it would be printed, and taken for a person's name.
            stays = "it stays as it was" if before else "it is left empty"
            if before or not question.required:
                say(f"{UNKNOWN} is not possible here; {stays}.")
            typed = ""
        typed = typed if typed.strip() else before
        if question.unknown and typed.strip() == UNKNOWN:
            return None
        if question.required and not typed.strip():
            or_open = f"; type {UNKNOWN} if you don't know yet" if question.unknown else ""
            say(f"This is needed{or_open}.")
        elif question.kind == "number" and typed.strip() and not typed.strip().isdecimal():
            say("A whole number in digits, please.")
        else:
            return typed


def _yes_no(question: Question, standing: Any, say: Say, read: Read) -> bool:
    default = "yes" if (standing if isinstance(standing, bool) else question.default) else "no"
    while True:
        typed = line(f"yes or no (Enter: {default}): ", read).strip().lower() or default
        if typed in ("y", "yes", "n", "no"):
            return typed.startswith("y")
        if typed == UNKNOWN:
            say(f"{UNKNOWN} is not possible here. Type yes or no, or {BACK} to go back.")
        else:
            say("Type yes or no.")
