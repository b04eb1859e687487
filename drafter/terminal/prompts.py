"""Asking a question on a terminal, with questionary: the one adapter for question values."""

import shutil
import textwrap
from collections.abc import Callable
from typing import Any

import questionary

from drafter.answers.paths import MISSING, is_private
from drafter.errors import Fault
from drafter.interview.validator import Accepted, Value, as_typed, check, in_a_sentence, unknown_refused
from drafter.model.marks import NOTHING, UNKNOWN, is_blank
from drafter.model.question import Choice, Question
from drafter.screen_text import visible
from drafter.terminal.editor import edited, editor
from drafter.terminal.prompts_keys import UNKNOWN_CHOICE, Say, Searched, ShowHidden, answered, keyed

KEYS = "? alone: I don't know yet · Ctrl-B: back · Ctrl-O: all answers · Ctrl-C: stop, all is saved"

_SCREEN = 12
"""Choices over which typing searches: more do not fit on a screen of 24 lines beside the help."""
_NARROWEST = 20
"""Columns that text is laid out for where the terminal says that it has fewer, or none."""


def ask(question: Question, standing: Any, say: Say) -> Any:
    """Return the answer to *question*: text, a truth value, a list, or ``None`` for "I don't know yet".

    *standing* is the earlier answer, which Enter keeps; ``None`` is "I don't know yet" where the question
    allows that, ``MISSING`` no answer. *say* prints help. Raises Back and Overview at the person's wish;
    Ctrl-C raises KeyboardInterrupt, a closed terminal EOFError.
    """
    question = _shown(question)
    for line in textwrap.wrap(question.help, _width() - 4):
        say(f"    {line}")
    match question.kind:
        case "yes-no":
            before = standing if isinstance(standing, bool) else bool(question.default)
            prompt = questionary.confirm(_message(question), default=before)
            return answered(keyed(prompt, say, ends_text=False))
        case "choice" | "search":
            return _one(question, standing, say)
        case "choices":
            return _several(question, standing if isinstance(standing, list) else [], say)
        case "long" if editor():
            return _long(question, standing, say)
        case _:
            given = _text(question, standing, say)
            if is_private(question.path):
                say(f"  ✓ {'kept in the private file' if given else 'left empty'}")
            return given


def _shown(question: Question) -> Question:
    """Return *question* with its hidden characters made visible: prompt_toolkit would print some of them."""
    choices = [
        choice.model_copy(
            update={
                "title": visible(choice.title),
                "note": visible(choice.note),
                "more": visible(choice.more),
            }
        )
        for choice in question.choices
    ]
    texts = {"text": visible(question.text), "help": visible(question.help)}
    return question.model_copy(update={**texts, "choices": tuple(choices)})


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, 100), _NARROWEST)


def _message(question: Question) -> str:
    """Return the question wrapped for the screen; a longer line would be cut at its edge."""
    return textwrap.fill(question.text, _width() - 6, subsequent_indent="  ")


def _beside(question: Question, hint: str) -> str:
    """Return *hint* as it stands behind the question, on a line of its own where there is no room for it."""
    last = _message(question).splitlines()[-1]
    return hint if len(last) + len(hint) + 4 <= _width() else f"\n  {hint}"


def _text(question: Question, standing: Any, say: Say) -> Value:
    long = question.kind == "long"
    suggested = suggestion(question, standing)
    before = "" if suggested else as_typed(question, standing)

    def given(text: str) -> Accepted | Fault:
        return check(question, suggested if suggested and is_blank(text) else text)

    instruction = how(question, visible(suggested), long=long)
    typed = _typed(question, say, given, before=before, long=long, instruction=instruction)
    return _told(given(typed), say)


def _typed(
    question: Question,
    say: Say,
    given: Callable[[str], Accepted | Fault],
    *,
    before: str = "",
    long: bool = False,
    instruction: str | None = None,
) -> str:
    """Return a typed text for which *given* has no fault; *before* stands on the line when it is asked.

    Where the question is left instead, the signal has what was on the line.
    """

    def fault(text: str) -> bool | str:
        checked = given(text)
        return True if isinstance(checked, Accepted) else visible(in_a_sentence(checked))

    prompt = questionary.text(
        _message(question),
        erase_when_done=is_private(question.path),
        default=before,
        multiline=long,
        instruction=instruction,
        validate=fault,
        input_processors=[ShowHidden()],
    )

    def line() -> str | None:
        text = prompt.application.current_buffer.text
        return text if text.strip() and text != before else None

    typed: str = answered(keyed(prompt, say), line)
    return typed


def _told(checked: Accepted | Fault, say: Say) -> Value:
    """Return the accepted value, after saying what was changed in the text."""
    if isinstance(checked, Fault):  # the prompt has refused it already
        raise TypeError(checked)
    for notice in checked.notices:
        say(f"    {notice}")
    return checked.value


def how(question: Question, suggested: str, *, long: bool) -> str | None:
    """Return how a text ends and what an empty one means; ``None`` where there is nothing to say."""
    said = ["Esc, then Enter, ends it"] if long else []
    if suggested:
        kept = "not known yet" if suggested == UNKNOWN else suggested
        said.append(f"left empty, it stays: {kept}" if long else f"Enter takes: {kept}")
        said += [] if question.required else [f"{NOTHING} alone leaves it empty"]
    if said:
        return f"\n  ({'; '.join(said)})\n "
    return "\n " if len(question.text) > _width() // 2 else None


def suggestion(question: Question, standing: Any) -> str:
    """Return what Enter alone takes and does not stand on the line: a typed word would run into it."""
    if standing is None and question.allow_unknown:
        return UNKNOWN
    optional = question.kind == "line" and not question.required
    return str(question.default or "") if standing is MISSING and optional else ""


def _long(question: Question, standing: Any, say: Say) -> Value:
    """Ask for a long text: a short one is typed at once, Enter alone opens the editor."""
    before = standing if isinstance(standing, str) else ""

    def given(text: str) -> Accepted | Fault:
        return Accepted("") if is_blank(text) else check(question, text)

    while True:
        typed = _typed(question, say, given, instruction="\n  (Enter opens your editor, or type it here)\n ")
        if not is_blank(typed):
            return _told(given(typed), say)
        text = edited(before, [question.text, question.help], say)
        if text is None:
            continue
        open_ = is_blank(text) and standing is None and question.allow_unknown
        checked = check(question, UNKNOWN if open_ else text)
        if isinstance(checked, Accepted):
            return _told(checked, say)
        say(f"    {in_a_sentence(checked)}")


def _one(question: Question, standing: Any, say: Say) -> Any:
    choices = [_choice(one) for one in question.choices]
    known = {one.value for one in question.choices}
    default = str(standing) if standing is not None and str(standing) in known else question.default
    if question.allow_unknown:
        choices.append(_choice(UNKNOWN_CHOICE))
        if standing is None:
            default = UNKNOWN_CHOICE.value
            known.add(default)
    searched = len(choices) > _SCREEN or question.kind == "search"
    prompt = questionary.select(
        _message(question),
        choices=choices,
        default=default if default in known else None,
        use_search_filter=searched,
        use_jk_keys=not searched,
        instruction=_beside(question, "(type to search, arrows, Enter)" if searched else "(arrows, Enter)"),
    )
    chosen = answered(keyed(prompt, say, refusal=in_a_sentence(unknown_refused(question))))
    return None if chosen == UNKNOWN_CHOICE.value else chosen


def _several(question: Question, standing: list[str], say: Say) -> list[str]:
    if not question.choices:
        say("    Nothing to choose here.")
        return []
    more = {one.value: one for one in question.choices}
    searched = len(more) > _SCREEN
    if any(one.note.startswith("· ") for one in question.choices):
        say("    The number behind a title is its words.")
    prompt = questionary.checkbox(
        _message(question),
        choices=[_choice(one, checked=one.value in standing) for one in question.choices],
        use_search_filter=searched,
        use_jk_keys=not searched,
        instruction=_beside(
            question, f"({'type to search, ' if searched else ''}Space takes, → reads, Enter goes on)"
        ),
        validate=lambda chosen: bool(chosen) or not question.required or "Take at least one.",
        erase_when_done=True,
    )
    refusal = in_a_sentence(unknown_refused(question))
    chosen: list[str] = answered(keyed(prompt, say, lambda value: _read(more[value], say), refusal=refusal))
    # questionary would leave the title of a single one in brackets, and only the number of several.
    say(f"? {_message(question)}")
    titles = [" ".join(one.title.split("  ")[-1].split()) for one in question.choices if one.value in chosen]
    for title in titles or ["none"]:
        say(textwrap.fill(f"  ✓ {title}", _width(), subsequent_indent="    "))
    return chosen


def _choice(one: Choice, *, checked: bool = False) -> questionary.Choice:
    room = max(shutil.get_terminal_size().columns - 8, 40)
    title = f"{one.title}  {one.note}".rstrip()
    # questionary cuts a long line at the edge without a sign; an ellipsis says that there is more.
    shown = title if len(title) <= room else title[: room - 1] + "…"
    return questionary.Choice(Searched(shown, one), value=one.value, checked=checked)


def _read(one: Choice, say: Say) -> None:
    say(f"\n    {one.title}")
    for paragraph in one.more.splitlines() or ["(nothing more to read)"]:
        for line in textwrap.wrap(paragraph, _width() - 6):
            say(f"      {line}")
    say("")
