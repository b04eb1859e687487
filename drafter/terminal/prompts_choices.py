"""Lists and yes or no at a terminal."""

from collections.abc import Callable
from functools import partial
from typing import Any

import questionary

from drafter.columns import columns, wrap
from drafter.errors import Fault
from drafter.interview.control_flow import HalfMade, Stop
from drafter.interview.overview import OVERVIEW
from drafter.interview.validator import check, fault_sentence, unknown_fault
from drafter.model.question import Choice, Question
from drafter.terminal.callables import Say
from drafter.terminal.list_state import ListState
from drafter.terminal.pager import read_in_pages
from drafter.terminal.prompts_hints import list_keys, yes_no_keys_line
from drafter.terminal.prompts_keys import answered, history_keys, with_keys, with_last_line, yes_no_keys
from drafter.terminal.prompts_list import UNKNOWN_CHOICE, ReadChoice, list_prompt
from drafter.terminal.prompts_rows import NARROW, ListPrompt
from drafter.terminal.width import Redrawn, screen_width, wrapped_question

_MOST_ON_SCREEN = 12
"""A longer list is searched by typing: with the help, more choices do not fit on a screen of 24 lines."""


def ask_yes_no(question: Question, current: object, say: Say) -> bool | None:
    """Return the answer, ``None`` for "I don't know yet".

    Enter alone answers only where the question has a usual answer.
    """
    stays_open = current is None and question.allow_unknown
    usual = current if isinstance(current, bool) else question.default
    shown = "(y/n; Enter: not known yet)" if stays_open else "(y/n)" if usual is None else "(Y/n)"
    prompt = questionary.confirm(
        Redrawn(partial(_yes_no_message, question, f"{shown} Yes")),
        default=bool(usual),
        instruction=f"{shown} " if usual is None or stays_open else None,
    )
    keys = yes_no_keys(
        say,
        enter_refusal="" if usual is not None else "Type y for yes or n for no.",
        unknown_refusal=None if question.allow_unknown else fault_sentence(unknown_fault(question)),
        stays_open=stays_open,
    )
    keys_line = partial(yes_no_keys_line, question, current)
    prompt = with_last_line(with_keys(prompt, keys, takes="keys"), keys_line)
    answer: bool | None = answered(prompt)
    return answer


def _yes_no_message(question: Question, after: str) -> str:
    """Return the question for the current width, and a new line if what comes *after* it does not fit."""
    message = wrapped_question(question)
    is_full = columns(f"? {message.splitlines()[-1]} {after}") >= screen_width()
    return f"{message}\n " if is_full else message


def ask_one(question: Question, current: object, say: Say, lines_above: int) -> str | None:
    """Return the value of the choice, ``None`` for "I don't know yet".

    Nothing is highlighted unless it was answered before or has a usual answer: Enter alone states nothing.
    """
    choices = [*question.choices, *([UNKNOWN_CHOICE] if question.allow_unknown else [])]
    values = {choice.value for choice in choices}
    usual = str(current) if str(current) in values and current is not None else question.default
    if current is None and question.allow_unknown:
        usual = UNKNOWN_CHOICE.value
    is_searched = len(choices) > _MOST_ON_SCREEN or question.kind == "search"
    state = ListState(choices, highlighted=str(usual) if usual is not None else None, is_searched=is_searched)
    chosen = _answered(state, _shown(question, say, lines_above, is_searched=is_searched))
    return None if chosen == UNKNOWN_CHOICE.value else str(chosen)


def ask_several(question: Question, current: list[str], say: Say, lines_above: int) -> list[str]:
    """Return the values of the choices taken, in the order of the list."""
    if not question.choices:
        say("    There is nothing to choose here.")
        return []
    is_searched = len(question.choices) > _MOST_ON_SCREEN
    state = ListState(
        question.choices, highlighted=question.choices[0].value, taken=current, is_searched=is_searched
    )
    before = list(state.taken)
    chosen: list[str] = _answered(
        state,
        _shown(question, say, lines_above, is_searched=is_searched),
        lambda: list(state.taken) if state.taken != before else None,
    )
    say(f"? {wrapped_question(question)}")
    titles = [
        " ".join(choice.title.split("  ")[-1].split())
        for choice in question.choices
        if choice.value in chosen
    ]
    for title in titles or ["none"]:
        say("\n".join(wrap(title, screen_width() - 1, "  ✓ ", "    ")))
    return chosen


def _shown(question: Question, say: Say, lines_above: int, *, is_searched: bool) -> ListPrompt:
    """Return what the list of *question* shows besides its choices."""
    none_checked = check(question, "") if question.kind == "choices" else None
    reads = any(choice.more for choice in question.choices)
    is_narrow = screen_width() < NARROW
    keys = partial(list_keys, question, is_searched=is_searched, reads=reads, is_narrow=is_narrow)
    return ListPrompt(
        message=partial(wrapped_question, question),
        keys=keys(),
        keys_unmarked=keys(is_marked=False),
        is_multiple=question.kind == "choices",
        lines_above=lines_above,
        refuse_unknown=partial(say, f"    {fault_sentence(unknown_fault(question))}"),
        none_refusal=fault_sentence(none_checked) if isinstance(none_checked, Fault) else "",
        left_for_overview="back" if question.path[: len(OVERVIEW)] == OVERVIEW else "all answers",
        has_history=question.path == OVERVIEW,
    )


def _answered(state: ListState, shown: ListPrompt, taken: Callable[[], HalfMade] = lambda: None) -> Any:
    """Return the answer given in the list; *taken* returns what is new in it if the person leaves it.

    A choice that the person reads is shown page by page. The list is as before then.
    """
    while True:
        keys = history_keys() if shown.has_history else None
        prompt = with_keys(list_prompt(state, shown), keys, takes="search" if state.is_searched else "keys")
        try:
            return answered(prompt, taken)
        except ReadChoice as reading:
            try:
                read_in_pages(_whole_text(reading.choice))
            except KeyboardInterrupt:
                raise Stop(taken()) from None


def _whole_text(choice: Choice) -> str:
    """Return the title and the whole text of *choice*, wrapped for the screen."""
    width = screen_width() - 1
    lines = [*wrap(choice.title, width, "  "), ""]
    for paragraph in choice.more.splitlines() or ["(nothing more to read)"]:
        lines += wrap(paragraph, width, "    ") or [""]
    return "\n".join(lines)
