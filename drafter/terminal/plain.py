"""Asking in plain lines: numbered choices, typed numbers, nothing redrawn. A screen reader can follow it.

Meant for ``--plain``, ``ACCESSIBLE=1`` and ``TERM=dumb``. The same questions as in the other manner, through
``input`` and ``print`` alone.
"""

from contextlib import suppress
from functools import partial
from typing import Any

from drafter.answers.paths import MISSING, is_private
from drafter.errors import Fault
from drafter.interview.control_flow import Stop
from drafter.interview.validator import Value, as_typed, check, in_a_sentence
from drafter.model.marks import NOTHING, UNKNOWN, is_blank
from drafter.model.question import Question
from drafter.terminal.plain_lines import BACK, OVERVIEW, Read, Say, in_lines, line, spoken
from drafter.terminal.plain_lists import ask_one, ask_several
from drafter.terminal.plain_reading import answer_line, hidden_line, text_lines
from drafter.terminal.plain_texts import ask_long

KEYS = (
    f"Type {UNKNOWN} if you don't know yet, {BACK} to go back, {OVERVIEW} to hear all answers; "
    "in a list, all to hear every choice. Ctrl-C stops; all is saved."
)


def ask(question: Question, standing: Any, say: Say, read: Read | None = None) -> Any:
    """Return the answer to *question*; *read* gives a typed line for a prompt, *say* prints one.

    Without *read* the terminal is read. The answer is text, a truth value, a list, or ``None`` for "I don't
    know yet". Raises Back and Overview; Ctrl-C and the end of the input raise Stop, with what was typed.
    """
    try:
        return _answer(question, standing, in_lines(say), read)
    except (KeyboardInterrupt, EOFError) as end:
        if read is None:
            with suppress(OSError):  # where the terminal was closed
                say("")  # what follows is not said on the line of the prompt
        # What was typed to search a list is no answer.
        a_text = question.kind in ("line", "long", "number")
        raise Stop(end.typed if isinstance(end, Stop) and a_text else None) from None


def _answer(question: Question, standing: Any, say: Say, read: Read | None) -> Any:
    say("")
    say(f"Question: {spoken(question.text)}")
    for part in question.help.splitlines():
        say(spoken(part))
    a_line = read or partial(answer_line, say=say)
    match question.kind:
        case "yes-no":
            return _yes_no(question, standing, say, a_line)
        case "choice" | "search":
            return ask_one(question, standing, say, a_line)
        case "choices":
            return ask_several(question, standing if isinstance(standing, list) else [], say, a_line)
        case "long" if not is_private(question.path):
            return ask_long(question, standing, say, read or text_lines)
        case _ if is_private(question.path):
            say("What you type is not shown.")
            return _text(question, standing, say, read or partial(hidden_line, say=say))
        case _:
            return _text(question, standing, say, a_line)


def _text(question: Question, standing: Any, say: Say, read: Read) -> Value:
    before = as_typed(question, standing)
    _tell_standing(question, before, say, suggested=standing is MISSING)
    while True:
        typed = line("Answer: ", read)
        checked = check(question, before if is_blank(typed) else typed)
        if isinstance(checked, Fault):
            say(in_a_sentence(checked))
        else:
            for notice in checked.notices:
                say(notice)
            return checked.value


def _tell_standing(question: Question, before: str, say: Say, *, suggested: bool) -> None:
    """Say which answer there is, and what Enter alone does."""
    if before:
        shown = "in the private file" if is_private(question.path) else before
        shown = "not known yet" if before == UNKNOWN and question.allow_unknown else shown
        keeps, empties = ("takes", "leaves it empty") if suggested else ("keeps", "empties it")
        also = "" if question.required else f", {NOTHING} alone {empties}"
        say(f"{'Suggested' if suggested else 'Your answer so far'}: {shown}")
        say(f"Enter alone {keeps} it{also}.")
    elif not question.required:
        say("Enter alone leaves it empty.")


def _yes_no(question: Question, standing: Any, say: Say, read: Read) -> Value:
    default = "yes" if (standing if isinstance(standing, bool) else question.default) else "no"
    while True:
        typed = line(f"yes or no (Enter: {default}): ", read)
        checked = check(question, default if is_blank(typed) else typed)
        if not isinstance(checked, Fault):
            return checked.value
        say(f"{in_a_sentence(checked)} {BACK} goes back.")
