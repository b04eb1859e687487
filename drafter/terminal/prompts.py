"""Redrawn prompts: ask a question on a terminal with questionary."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from drafter.answers.paths import MISSING, is_private
from drafter.columns import columns, wrap
from drafter.errors import Fault
from drafter.interview.control_flow import ReadWarning, Stop
from drafter.interview.items.item import AnswerValue
from drafter.interview.validator import Accepted, as_typed, check, fault_sentence
from drafter.model.marks import UNKNOWN, is_blank
from drafter.model.question import Question
from drafter.screen_text import visible
from drafter.terminal.callables import Say
from drafter.terminal.editor import edited, editor_command
from drafter.terminal.pager import read_in_pages
from drafter.terminal.prompts_choices import ask_one, ask_several, ask_yes_no
from drafter.terminal.prompts_early import is_more_waiting
from drafter.terminal.prompts_hints import text_keys
from drafter.terminal.prompts_keys import answered, joining_keys, with_keys, with_last_line
from drafter.terminal.prompts_typed import INDENT, ShowHidden, WrapWords
from drafter.terminal.width import HelpAbove, PrintedAbove, Redrawn, screen_width, wrapped_question, wrapping

_KEY_LINES, _LEAST_CHOICES, _OTHER_LINES = 2, 3, 3
"""Lines of a narrow screen under a question: for the keys, for a list, and for a typed text or a search."""
_MOST_HELP = 8
"""Lines of help above a question: below more of them, nobody sees what is asked."""
KEYS = "? alone: I don't know yet · Ctrl-B: back · Ctrl-O: all answers · Ctrl-C: stop, everything is saved"


def ask(
    question: Question, current: object, say: Say, warning: Callable[[], str] = lambda: ""
) -> AnswerValue:
    """Return the answer to *question*: text, a truth value, a list, or ``None`` for "I don't know yet".

    *current* is the answer that Enter alone keeps: ``None`` for "I don't know yet" if the question allows
    that, ``MISSING`` for none. *say* prints help and notices. Ctrl-T shows the rest of the help and what
    *warning* returns; the screen is as before then. Raises Back, Overview, and Stop for Ctrl-C or a closed
    terminal.
    """
    question = _with_visible_characters(question)
    say = wrapping(say)
    help_lines = _help_lines(question)
    for line in help_lines:
        say(line)
    lines_above = len(help_lines) + PrintedAbove.lines
    PrintedAbove.lines = 0
    HelpAbove.lines, HelpAbove.wrap = help_lines, partial(_help_lines, question)
    say = _away_from_help(say)
    whole_help = _whole_help_lines(question)
    to_read = [] if help_lines == whole_help else ["\n".join(whole_help)]
    while True:
        try:
            return _answer(question, current, say, lines_above)
        except ReadWarning as aside:
            current = current if aside.typed is None else aside.typed
            _show_aside([*to_read, *filter(None, [warning()])], aside, say)


def _away_from_help(say: Say) -> Say:
    """Return *say*; what it prints comes between the help and the prompt."""

    def say_below(text: str) -> None:
        HelpAbove.lines, HelpAbove.wrap = (), list
        say(text)

    return say_below


def _show_aside(texts: Sequence[str], aside: ReadWarning, say: Say) -> None:
    """Show *texts* page by page. Raises Stop for Ctrl-C there, with what the question was left with."""
    if not texts:
        say("    There is no warning here.")
        return
    try:
        read_in_pages("\n\n".join(texts))
    except KeyboardInterrupt:
        raise Stop(aside.typed) from None


def _answer(question: Question, current: object, say: Say, lines_above: int) -> AnswerValue:
    """Return the answer to *question*, below whose help of *lines_above* lines the prompt is drawn."""
    match question.kind:
        case "yes-no":
            return ask_yes_no(question, current, say)
        case "choice" | "search":
            return ask_one(question, current, say, lines_above)
        case "choices":
            return ask_several(question, current if isinstance(current, list) else [], say, lines_above)
        case _:
            answer = _text(question, current, say)
            if is_private(question.path):
                say(f"  ✓ {'kept in the private file' if answer else 'left empty'}")
            return answer


def _help_lines(question: Question) -> list[str]:
    """Return the help as it is shown: the beginning of it where the question would have no room below."""
    lines = _whole_help_lines(question)
    below = len(wrapped_question(question).splitlines()) + _KEY_LINES
    if question.kind in ("choice", "choices", "search"):
        below += min(len(question.choices), _LEAST_CHOICES) + (len(question.choices) > _LEAST_CHOICES)
    room = shutil.get_terminal_size().lines - below - _OTHER_LINES - PrintedAbove.lines
    room = min(max(room, 2), _MOST_HELP)
    return lines if len(lines) <= room else [*lines[: room - 1], "    … Ctrl-T shows the rest."]


def _whole_help_lines(question: Question) -> list[str]:
    return wrap(question.help, screen_width() - 1, "    ")


def _with_visible_characters(question: Question) -> Question:
    """Return *question* with visible names for hidden characters: prompt_toolkit would print some of them."""
    choices = tuple(
        choice.model_copy(
            update={
                "title": visible(choice.title),
                "note": visible(choice.note),
                "more": visible(choice.more),
            }
        )
        for choice in question.choices
    )
    texts = {"text": visible(question.text), "help": visible(question.help)}
    return question.model_copy(update={**texts, "choices": choices})


# ---- texts ----


class _TextPrompt(NamedTuple):
    """How a text is asked for."""

    check: Callable[[str], Accepted | Fault]
    keys: Callable[[bool], str]
    """Returns the line of keys, for a text that is empty or not."""
    before: str = ""
    """The text that is on the line at the beginning."""


class _ToEditor(Exception):
    """The person opens the editor, with the text that is on the screen."""


def _text(question: Question, current: object, say: Say) -> AnswerValue:
    """Ask for a line or a long text; a long text can go to the editor and back."""
    suggested = suggestion(question, current)

    def check_typed(text: str) -> Accepted | Fault:
        return check(question, suggested if suggested and is_blank(text) else text)

    def keys(is_empty: bool) -> str:
        return text_keys(question, visible(suggested), has_editor=_can_edit(question), is_empty=is_empty)

    before = "" if suggested else as_typed(question, current)
    while True:
        try:
            typed = _typed(question, _TextPrompt(check_typed, keys, before), say)
        except _ToEditor as leaving:
            before = str(leaving.args[0])
            text = edited(before, [question.text, question.help], say)
            if text is None:
                continue
            typed = before = text
        checked = check_typed(typed)
        if isinstance(checked, Accepted):
            for notice in checked.notices:
                say(f"    {notice}")
            return checked.value
        say(f"    {fault_sentence(checked)}")


def _typed(question: Question, text_prompt: _TextPrompt, say: Say) -> str:
    """Return a typed text in which the prompt's check finds no fault.

    If the person leaves the question, the signal that is raised carries the text on the line.
    """
    is_long = question.kind == "long"

    def validate(text: str) -> bool | str:
        checked = text_prompt.check(text)
        return True if isinstance(checked, Accepted) else visible(fault_sentence(checked))

    message = Redrawn(partial(_message, question))
    prompt = questionary.text(
        message,
        erase_when_done=is_private(question.path),
        default=text_prompt.before,
        multiline=is_long,
        instruction="",
        validate=validate,
        input_processors=[ShowHidden(), WrapWords(lambda: columns(f"? {message} ".splitlines()[-1]))],
        prompt_continuation=lambda *_: INDENT,
    )

    def new_text() -> str | None:
        text = prompt.application.current_buffer.text
        return text if text.strip() and text != text_prompt.before else None

    notices: list[str] = []
    keys = _keys_of_long_text(question, prompt) if is_long else joining_keys(prompt, notices)
    buffer = prompt.application.current_buffer
    prompt = with_last_line(with_keys(prompt, keys), lambda: text_prompt.keys(not buffer.text.strip()))
    text = str(answered(prompt, new_text))
    for notice in notices:
        say(f"    {notice}")
    return text


def _message(question: Question) -> str:
    """Return the question for the current width; a long text begins on the next line."""
    is_apart = question.kind == "long" or columns(question.text) > screen_width() // 2
    return wrapped_question(question) + ("\n " if is_apart else "")


def _can_edit(question: Question) -> bool:
    """Return whether the person has an editor; a private text never goes there."""
    return bool(editor_command()) and not is_private(question.path)


def _keys_of_long_text(question: Question, prompt: questionary.Question) -> KeyBindings:
    """Return the keys of a long text: Enter ends an empty one and a lone "?", as in a line.

    Ctrl-E opens the editor.
    """
    keys = KeyBindings()

    def is_answer() -> bool:
        # A terminal without bracketed paste sends the lines of a paste as typed: the first may be empty.
        text = prompt.application.current_buffer.text.strip()
        return text in ("", UNKNOWN) and not is_more_waiting(prompt.application)

    @keys.add("enter", filter=Condition(is_answer))
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    if _can_edit(question):

        @keys.add("c-e", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=_ToEditor(event.current_buffer.text))

    return keys


def suggestion(question: Question, current: object) -> str:
    """Return an answer that Enter alone takes, ``""`` for none: "I don't know yet" or the default.

    It is not put on the line, where a typed word would run into it.
    """
    if current is None and question.allow_unknown:
        return UNKNOWN
    return str(question.default or "") if current is MISSING and question.kind == "line" else ""
