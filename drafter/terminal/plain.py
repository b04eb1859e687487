"""Plain mode: numbered choices, typed lines, nothing redrawn, so that a screen reader can follow.

For ``--plain``, ``ACCESSIBLE=1`` and ``TERM=dumb``. It asks the same questions as the redrawn prompts, with
``input`` and ``print`` alone.
"""

from contextlib import suppress
from functools import partial

from drafter.answers.paths import MISSING, is_private
from drafter.errors import Fault
from drafter.interview.control_flow import Stop
from drafter.interview.items.item import AnswerValue
from drafter.interview.validator import as_typed, check, fault_sentence
from drafter.model.marks import NOTHING, UNKNOWN, is_blank
from drafter.model.question import Question
from drafter.terminal.callables import Read, Say
from drafter.terminal.plain_lines import BACK, OVERVIEW, read_line, spoken, wrapping
from drafter.terminal.plain_lists import ask_one, ask_several
from drafter.terminal.plain_reading import answer_line, hidden_line, text_lines
from drafter.terminal.plain_texts import ask_long

KEYS = (
    f"Type {UNKNOWN} if you don't know yet, {BACK} to go back, {OVERVIEW} to hear all answers. "
    "In a list, type all to hear every choice. Ctrl-C stops; everything is saved."
)


def ask(question: Question, current: object, say: Say, read: Read | None = None) -> AnswerValue:
    """Return the answer to *question*: text, a truth value, a list, or ``None`` for "I don't know yet".

    *current* is the answer that Enter alone keeps, ``MISSING`` for none; *say* prints a text; *read* returns
    the line typed after a prompt, by default from the terminal. Raises Back and Overview. Ctrl-C and the end
    of the input raise Stop with what was typed.
    """
    try:
        return _answer(question, current, wrapping(say), read)
    except (KeyboardInterrupt, EOFError) as end:
        if read is None:
            with suppress(OSError):  # the terminal was closed
                say("")  # end the line of the prompt
        # What was typed to search a list is no answer; what is taken in it is kept.
        is_text = question.kind in ("line", "long", "number", "choices")
        raise Stop(end.typed if isinstance(end, Stop) and is_text else None) from None


def _answer(question: Question, current: object, say: Say, read: Read | None) -> AnswerValue:
    say("")
    say(f"Question: {spoken(question.text)}")
    for line in question.help.splitlines():
        say(spoken(line))
    read_answer = read or partial(answer_line, say=say)
    match question.kind:
        case "yes-no":
            return _yes_no(question, current, say, read_answer)
        case "choice" | "search":
            return ask_one(question, current, say, read_answer)
        case "choices":
            return ask_several(question, current if isinstance(current, list) else [], say, read_answer)
        case "long" if not is_private(question.path):
            return ask_long(question, current, say, read or text_lines)
        case _ if is_private(question.path):
            say("What you type is not shown.")
            return _text(question, current, say, read or partial(hidden_line, say=say))
        case _:
            return _text(question, current, say, read_answer)


def _text(question: Question, current: object, say: Say, read: Read) -> AnswerValue:
    before = as_typed(question, current)
    _say_current(question, before, say, is_suggestion=current is MISSING)
    while True:
        typed = read_line("Answer: ", read)
        checked = check(question, before if is_blank(typed) else typed)
        if isinstance(checked, Fault):
            say(fault_sentence(checked))
        else:
            for notice in checked.notices:
                say(notice)
            return checked.value


def _say_current(question: Question, before: str, say: Say, *, is_suggestion: bool) -> None:
    """Say what the current or suggested answer is, and what Enter alone does."""
    if before:
        shown = "in the private file" if is_private(question.path) else before
        shown = "not known yet" if before == UNKNOWN and question.allow_unknown else shown
        keeps, empties = ("takes", "leaves it empty") if is_suggestion else ("keeps", "empties it")
        dash = "" if question.required else f", {NOTHING} alone {empties}"
        say(f"{'Suggested' if is_suggestion else 'Your answer so far'}: {shown}")
        say(f"Enter alone {keeps} it{dash}.")
    elif not question.required:
        say("Enter alone leaves it empty.")


def _yes_no(question: Question, current: object, say: Say, read: Read) -> AnswerValue:
    usual = current if isinstance(current, bool) else question.default
    if current is None and question.allow_unknown:
        default, shown = UNKNOWN, " (Enter: not known yet)"
    elif usual is None:
        default = shown = ""  # Enter alone states nothing
    else:
        default = "yes" if usual else "no"
        shown = f" (Enter: {default})"
    while True:
        typed = read_line(f"yes or no{shown}: ", read)
        checked = check(question, default if is_blank(typed) else typed)
        if not isinstance(checked, Fault):
            for notice in checked.notices:
                say(notice)
            return checked.value
        say(f"{fault_sentence(checked)} {BACK} goes back.")
