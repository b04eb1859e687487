"""Redrawn prompts: ask a question on a terminal with questionary."""

import shutil
import textwrap
from collections.abc import Callable
from typing import NamedTuple

import questionary

from drafter.answers.paths import MISSING, is_private
from drafter.errors import Fault
from drafter.interview.items.item import AnswerValue
from drafter.interview.validator import Accepted, as_typed, check, fault_sentence, unknown_fault
from drafter.model.marks import NOTHING, UNKNOWN, is_blank
from drafter.model.question import Choice, Question
from drafter.screen_text import visible
from drafter.terminal.callables import Say
from drafter.terminal.editor import edited, editor_command
from drafter.terminal.prompts_keys import (
    UNKNOWN_CHOICE,
    SearchableTitle,
    ShowHidden,
    answered,
    letter_keys,
    unknown_key,
    with_keys,
)

KEYS = "? alone: I don't know yet · Ctrl-B: back · Ctrl-O: all answers · Ctrl-C: stop, everything is saved"

_HINTS = {
    (False, False): "(arrows, Enter)",
    (False, True): "(the letter, or arrows and Enter)",
    (True, False): "(type to search, arrows, Enter)",
}
"""How to choose one of a list, by whether it is searched and whether letters answer."""
_LIST = "(Space takes, → reads, Enter goes on)"
_SEARCHED_LIST = "(type to search, Space takes, Ctrl-A takes all shown, → reads, Enter goes on)"
_MOST_ON_SCREEN = 12
"""A longer list is searched by typing: with the help, more choices do not fit on a screen of 24 lines."""
_WIDEST, _NARROWEST = 100, 20
"""The columns that text is wrapped for, whatever width the terminal reports."""


def ask(question: Question, current: object, say: Say) -> AnswerValue:
    """Return the answer to *question*: text, a truth value, a list, or ``None`` for "I don't know yet".

    *current* is the answer that Enter alone keeps: ``None`` for "I don't know yet" if the question allows
    that, ``MISSING`` for none. *say* prints help and notices. Raises Back, Overview, and Stop for Ctrl-C or a
    closed terminal.
    """
    question = _with_visible_characters(question)
    for line in textwrap.wrap(question.help, _width() - 4):
        say(f"    {line}")
    match question.kind:
        case "yes-no":
            return _yes_no(question, current, say)
        case "choice" | "search":
            return _one(question, current, say)
        case "choices":
            return _several(question, current if isinstance(current, list) else [], say)
        case "long" if editor_command():
            return _long(question, current, say)
        case _:
            answer = _text(question, current, say)
            if is_private(question.path):
                say(f"  ✓ {'kept in the private file' if answer else 'left empty'}")
            return answer


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


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST)


def _message(question: Question) -> str:
    """Return the question wrapped for the screen; questionary would cut a longer line at the edge."""
    return textwrap.fill(question.text, _width() - 6, subsequent_indent="  ")


def _instruction(question: Question, hint: str) -> str:
    """Return *hint* to follow the question, on a line of its own if it does not fit."""
    last = _message(question).splitlines()[-1]
    return hint if len(last) + len(hint) + 4 <= _width() else f"\n  {hint}"


# ---- texts ----


class _TextPrompt(NamedTuple):
    """How a text is asked for."""

    check: Callable[[str], Accepted | Fault]
    instruction: str | None
    before: str = ""
    """The text that is on the line at the beginning."""
    is_multiline: bool = False


def _text(question: Question, current: object, say: Say) -> AnswerValue:
    is_long = question.kind == "long"
    suggested = suggestion(question, current)

    def check_typed(text: str) -> Accepted | Fault:
        return check(question, suggested if suggested and is_blank(text) else text)

    prompt = _TextPrompt(
        check_typed,
        text_instruction(question, visible(suggested), is_long=is_long),
        before="" if suggested else as_typed(question, current),
        is_multiline=is_long,
    )
    return _accepted_value(check_typed(_typed(question, prompt, say)), say)


def _typed(question: Question, text_prompt: _TextPrompt, say: Say) -> str:
    """Return a typed text in which the prompt's check finds no fault.

    If the person leaves the question, the signal that is raised carries the text on the line.
    """

    def validate(text: str) -> bool | str:
        checked = text_prompt.check(text)
        return True if isinstance(checked, Accepted) else visible(fault_sentence(checked))

    prompt = questionary.text(
        _message(question),
        erase_when_done=is_private(question.path),
        default=text_prompt.before,
        multiline=text_prompt.is_multiline,
        instruction=text_prompt.instruction,
        validate=validate,
        input_processors=[ShowHidden()],
    )

    def new_text() -> str | None:
        text = prompt.application.current_buffer.text
        return text if text.strip() and text != text_prompt.before else None

    return str(answered(with_keys(prompt, say), new_text))


def _accepted_value(checked: Accepted | Fault, say: Say) -> AnswerValue:
    """Return the accepted value, after saying what drafter changed in the text."""
    if isinstance(checked, Fault):  # the prompt has refused it already
        raise TypeError(checked)
    for notice in checked.notices:
        say(f"    {notice}")
    return checked.value


def text_instruction(question: Question, suggested: str, *, is_long: bool) -> str | None:
    """Return how to end the text and what an empty one means, ``None`` if there is nothing to say."""
    parts = ["Esc, then Enter, ends the text"] if is_long else []
    if suggested:
        kept = "not known yet" if suggested == UNKNOWN else suggested
        parts.append(f"if you leave it empty, it stays: {kept}" if is_long else f"Enter takes: {kept}")
        parts += [] if question.required else [f"{NOTHING} alone leaves it empty"]
    if parts:
        return f"\n  ({'; '.join(parts)})\n "
    return "\n " if len(question.text) > _width() // 2 else None


def suggestion(question: Question, current: object) -> str:
    """Return an answer that Enter alone takes, ``""`` for none: "I don't know yet" or an optional default.

    It is not put on the line, where a typed word would run into it.
    """
    if current is None and question.allow_unknown:
        return UNKNOWN
    is_optional = question.kind == "line" and not question.required
    return str(question.default or "") if current is MISSING and is_optional else ""


def _long(question: Question, current: object, say: Say) -> AnswerValue:
    """Ask for a long text: a short one is typed at the prompt, Enter alone opens the editor."""
    before = current if isinstance(current, str) else ""

    def check_typed(text: str) -> Accepted | Fault:
        return Accepted("") if is_blank(text) else check(question, text)

    prompt = _TextPrompt(check_typed, "\n  (Enter opens your editor, or type it here)\n ")
    while True:
        typed = _typed(question, prompt, say)
        if not is_blank(typed):
            return _accepted_value(check_typed(typed), say)
        text = edited(before, [question.text, question.help], say)
        if text is None:
            continue
        stays_open = is_blank(text) and current is None and question.allow_unknown
        checked = check(question, UNKNOWN if stays_open else text)
        if isinstance(checked, Accepted):
            return _accepted_value(checked, say)
        say(f"    {fault_sentence(checked)}")


# ---- yes and no, lists ----


def _yes_no(question: Question, current: object, say: Say) -> bool | None:
    stays_open = current is None and question.allow_unknown
    prompt = questionary.confirm(
        _message(question),
        default=current if isinstance(current, bool) else bool(question.default),
        instruction="(y/n; Enter: not known yet) " if stays_open else None,
    )
    refusal = None if question.allow_unknown else fault_sentence(unknown_fault(question))
    keys = unknown_key(say, refusal, on_enter=stays_open)
    answer: bool | None = answered(with_keys(prompt, say, keys, ends_text=False))
    return answer


def _one(question: Question, current: object, say: Say) -> str | None:
    choices = [_choice(choice) for choice in question.choices]
    values = {choice.value for choice in question.choices}
    default = str(current) if current is not None and str(current) in values else question.default
    if question.allow_unknown:
        choices.append(_choice(UNKNOWN_CHOICE))
        if current is None:
            default = UNKNOWN_CHOICE.value
            values.add(default)
    is_searched = len(choices) > _MOST_ON_SCREEN or question.kind == "search"
    letters = {choice.key: choice.value for choice in question.choices if choice.key}
    prompt = questionary.select(
        _message(question),
        choices=choices,
        default=default if default in values else None,
        use_search_filter=is_searched,
        use_jk_keys=not is_searched and not letters,
        instruction=_instruction(question, _HINTS[is_searched, bool(letters)]),
    )
    keys = letter_keys(prompt, letters)
    chosen = str(answered(with_keys(prompt, say, keys, refusal=fault_sentence(unknown_fault(question)))))
    return None if chosen == UNKNOWN_CHOICE.value else chosen


def _several(question: Question, current: list[str], say: Say) -> list[str]:
    if not question.choices:
        say("    There is nothing to choose here.")
        return []
    by_value = {choice.value: choice for choice in question.choices}
    none_checked = check(question, "")
    none_fault = none_checked if isinstance(none_checked, Fault) else None
    is_searched = len(by_value) > _MOST_ON_SCREEN
    if any(choice.note.startswith("· ") for choice in question.choices):
        say("    The number after a title is how many words the clause has.")
    prompt = questionary.checkbox(
        _message(question),
        choices=[_choice(choice, is_checked=choice.value in current) for choice in question.choices],
        use_search_filter=is_searched,
        use_jk_keys=not is_searched,
        instruction=_instruction(question, _SEARCHED_LIST if is_searched else _LIST),
        validate=lambda chosen: bool(chosen) or none_fault is None or fault_sentence(none_fault),
        erase_when_done=True,
    )
    refusal = fault_sentence(unknown_fault(question))
    prompt = with_keys(prompt, say, read=lambda value: _read(by_value[value], say), refusal=refusal)
    chosen: list[str] = answered(prompt)
    # questionary would leave a single title in brackets, and only the number of several.
    say(f"? {_message(question)}")
    titles = [
        " ".join(choice.title.split("  ")[-1].split())
        for choice in question.choices
        if choice.value in chosen
    ]
    for title in titles or ["none"]:
        say(textwrap.fill(f"  ✓ {title}", _width(), subsequent_indent="    "))
    return chosen


def _choice(choice: Choice, *, is_checked: bool = False) -> questionary.Choice:
    width = max(shutil.get_terminal_size().columns - 8, 40)
    title = f"{f'{choice.key}  ' if choice.key else ''}{choice.title}  {choice.note}".rstrip()
    # questionary cuts a long line at the edge without a mark; an ellipsis shows that there is more.
    shown = title if len(title) <= width else title[: width - 1] + "…"
    return questionary.Choice(SearchableTitle(shown, choice), value=choice.value, checked=is_checked)


def _read(choice: Choice, say: Say) -> None:
    """Print the whole text of *choice*."""
    say(f"\n    {choice.title}")
    for paragraph in choice.more.splitlines() or ["(nothing more to read)"]:
        for line in textwrap.wrap(paragraph, _width() - 6):
            say(f"      {line}")
    say("")
