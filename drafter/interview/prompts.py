"""Asking a question on a terminal, with questionary: the one adapter for question values."""

import shutil
import sys
import textwrap
from collections.abc import Callable
from functools import partial
from typing import Any

import questionary
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from questionary.prompts.common import InquirerControl

from drafter.errors import Fault, Stopped
from drafter.model.question import Choice, Question

UNKNOWN = "?"
"""Typed alone, it means "I don't know yet"."""

_UNKNOWN_CHOICE = Choice(value="\x00unknown", title="I don't know yet")
_SCREEN = 12
"""Choices over which typing searches: more do not fit on a screen of 24 lines beside the help."""

Say = Callable[[str], None]


def require_terminal() -> None:
    """Raise Stopped where there is no terminal to ask on; a piped line would answer a choice by accident."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Stopped(
            Fault(
                "there is no terminal to ask on",
                "Run it in a terminal, or write the answers file by hand and use 'drafter build'.",
            )
        )


def ask(question: Question, standing: Any, say: Say) -> Any:
    """Return the answer to *question*: text, a truth value, a list, or ``None`` for "I don't know yet".

    *standing* is the earlier answer, shown for a change; *say* prints help. Ctrl-C raises KeyboardInterrupt,
    a closed terminal EOFError.
    """
    for line in textwrap.wrap(_help(question), _width() - 4):
        say(f"    {line}")
    match question.kind:
        case "yes-no":
            return questionary.confirm(_message(question), default=bool(question.default)).unsafe_ask()
        case "choice" | "search":
            return _one(question)
        case "choices":
            return _several(question, standing if isinstance(standing, list) else [], say)
        case _:
            return _text(question, standing)


def _help(question: Question) -> str:
    """Return the help of *question* with the keys that it needs."""
    hints = [question.help]
    if question.kind == "long":
        hints.append("Esc, then Enter, ends the text.")
    return " ".join(hint for hint in hints if hint)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)


def _message(question: Question) -> str:
    """Return the question wrapped for the screen; a longer line would be cut at its edge."""
    return textwrap.fill(question.text, _width() - 6, subsequent_indent="  ")


def _text(question: Question, standing: Any) -> str | None:
    given: str = questionary.text(
        _message(question),
        default=standing if isinstance(standing, str) else "",
        multiline=question.kind == "long",
        instruction="\n " if question.kind == "long" or len(question.text) > _width() // 2 else None,
        validate=lambda text: _fault(question, text) or True,
    ).unsafe_ask()
    return None if question.unknown and given.strip() == UNKNOWN else given


def _fault(question: Question, text: str) -> str:
    """Return what is wrong with a typed answer, or nothing."""
    if question.unknown and text.strip() == UNKNOWN:
        return ""
    if question.required and not text.strip():
        return "This is needed; type ? if you don't know it yet." if question.unknown else "This is needed."
    if question.kind == "number" and text.strip() and not text.strip().isdigit():
        return "A whole number in digits, please."
    return ""


def _one(question: Question) -> Any:
    choices = [_choice(one) for one in question.choices]
    if question.unknown:
        choices.append(_choice(_UNKNOWN_CHOICE))
    searched = len(choices) > _SCREEN or question.kind == "search"
    known = {one.value for one in question.choices}
    chosen = questionary.select(
        _message(question),
        choices=choices,
        default=question.default if question.default in known else None,
        use_search_filter=searched,
        use_jk_keys=not searched,
        instruction="(type to search, arrows, Enter)" if searched else "(arrows, Enter)",
    ).unsafe_ask()
    return None if chosen == _UNKNOWN_CHOICE.value else chosen


def _several(question: Question, standing: list[str], say: Say) -> list[str]:
    if not question.choices:
        say("    Nothing to choose here.")
        return []
    prompt = questionary.checkbox(
        _message(question),
        choices=[_choice(one, checked=one.value in standing) for one in question.choices],
        instruction="(Space takes, → reads, Enter goes on)",
        validate=lambda chosen: bool(chosen) or not question.required or "Take at least one.",
    )
    if any(one.more for one in question.choices):
        _let_read(prompt, question, say)
    chosen: list[str] = prompt.unsafe_ask()
    titles = [one.title.split("  ")[-1].strip() for one in question.choices if one.value in chosen]
    say(f"  ✓ {', '.join(titles) if titles else 'none'}")
    return chosen


def _choice(one: Choice, *, checked: bool = False) -> questionary.Choice:
    room = max(shutil.get_terminal_size().columns - 8, 40)
    title = f"{one.title}  {one.note}".rstrip()
    # questionary cuts a long line at the edge without a sign; an ellipsis says that there is more.
    shown = title if len(title) <= room else title[: room - 1] + "…"
    return questionary.Choice(shown, value=one.value, checked=checked)


def _let_read(prompt: questionary.Question, question: Question, say: Say) -> None:
    """Let the right arrow print the whole text of the choice that the pointer is at, above the list."""
    more = {one.value: one for one in question.choices}
    keys = KeyBindings()

    @keys.add("right")
    def _(event: KeyPressEvent) -> None:
        for control in event.app.layout.find_all_controls():
            if isinstance(control, InquirerControl):
                one = more[str(control.get_pointed_at().value)]
                run_in_terminal(partial(_read, one, say))

    known = prompt.application.key_bindings
    prompt.application.key_bindings = merge_key_bindings([known, keys]) if known else keys


def _read(one: Choice, say: Say) -> None:
    width = _width() - 6
    say(f"\n    {one.title}")
    for line in textwrap.wrap(" ".join(one.more.split()) or "(nothing more to read)", width):
        say(f"      {line}")
    say("")
