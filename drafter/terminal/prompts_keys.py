"""Keys that questionary's prompts lack: go back, open all answers, read a choice, say "I don't know yet"."""

from collections.abc import Callable
from functools import partial
from typing import Any

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.filters import Condition, is_done, to_filter
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window

from drafter.interview.control_flow import Aside, Back, HalfMade, Overview, ReadWarning, Redo, Stop, Undo
from drafter.interview.validator import on_one_line
from drafter.model.marks import UNKNOWN
from drafter.terminal.callables import Say
from drafter.terminal.keyboard import is_asked_to_end, waiting
from drafter.terminal.prompts_early import Takes, feed_early_keys, is_more_waiting
from drafter.terminal.prompts_resize import redraw_on_resize
from drafter.terminal.width import wrapped_keys

UNKNOWN_KEYS = (UNKNOWN, "？", "﹖", "؟")
"""Full width, small and Arabic question marks mean the same, as in ``model.marks``."""


def with_keys(
    prompt: questionary.Question, keys: KeyBindings | None = None, *, takes: Takes = "text"
) -> questionary.Question:
    """Return *prompt* with *keys* and the keys for back, overview and the warning.

    Keys that were typed before the prompt was drawn choose nothing.
    """
    keys = keys or KeyBindings()
    keys.add("c-b", eager=True)(lambda event: event.app.exit(exception=Back()))
    keys.add("c-o", eager=True)(lambda event: event.app.exit(exception=Overview()))
    keys.add("c-t", eager=True)(lambda event: leave_for_now(event.app, ReadWarning()))
    if takes != "text":
        # Esc, then Enter, ends a long text. A person who types it here out of habit would end the prompt.
        keys.add("escape", "enter", eager=True)(lambda _: None)
        # Here the end of the input stops; in a text the same key deletes a letter.
        keys.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError()))
    prompt.application.pre_run_callables.append(partial(feed_early_keys, prompt.application, takes))
    redraw_on_resize(prompt.application)
    own = prompt.application.key_bindings
    prompt.application.key_bindings = merge_key_bindings([own, keys]) if own else keys
    return prompt


def leave_for_now(application: Application[Any], exception: Exception) -> None:
    """End *application* with *exception* and without a trace on the screen: its question is asked again."""
    application.erase_when_done = True
    application.exit(exception=exception)


def history_keys() -> KeyBindings:
    """Return the keys that undo the last change, and do it again, in the list of all answers."""
    keys = KeyBindings()
    keys.add("c-z", eager=True)(lambda event: event.app.exit(exception=Undo()))
    keys.add("c-y", eager=True)(lambda event: event.app.exit(exception=Redo()))
    return keys


def with_last_line(prompt: questionary.Question, text: Callable[[], str]) -> questionary.Question:
    """Return *prompt* with what *text* returns on a line under it: what Enter and the other keys do now.

    What is wrong with the typed text is said in its place; prompt_toolkit would cut it at the edge.
    """
    layout = prompt.application.layout
    for window in layout.find_all_windows():
        window.dont_extend_height = to_filter(True)  # else the line would be at the foot of the screen
        if window.height == 1 and isinstance(window.content, FormattedTextControl):
            window.height = 0  # the line for faults

    def shown() -> StyleAndTextTuples:
        error = prompt.application.current_buffer.validation_error
        style = "class:validation-toolbar" if error else "class:instruction"
        return [(style, wrapped_keys(error.message if error else text()))]

    control = FormattedTextControl(shown)
    line = Window(control, dont_extend_height=True, wrap_lines=True)
    prompt.application.layout = Layout(
        HSplit([layout.container, ConditionalContainer(line, ~is_done)]), layout.current_window
    )
    return prompt


def yes_no_keys(
    say: Say, *, enter_refusal: str, unknown_refusal: str | None, stays_open: bool
) -> KeyBindings:
    """Return the keys of a yes or no besides ``y`` and ``n``.

    ``?``, and Enter if the answer *stays_open*, answers "I don't know yet"; with an *unknown_refusal*, ``?``
    says that instead. With an *enter_refusal*, Enter says that instead of an answer.
    """
    keys = KeyBindings()

    def answer_unknown(event: KeyPressEvent) -> None:
        if unknown_refusal is None:
            event.app.exit(result=None)
        else:
            run_in_terminal(partial(say, f"    {unknown_refusal}"))

    for key in (*UNKNOWN_KEYS, *(["c-m"] if stays_open else [])):
        keys.add(key, eager=True)(answer_unknown)
    if enter_refusal and not stays_open:
        keys.add("c-m", eager=True)(lambda _: run_in_terminal(partial(say, f"    {enter_refusal}")))
    return keys


def joining_keys(prompt: questionary.Question, notices: list[str]) -> KeyBindings:
    """Return keys with which the lines of a paste become one line, which the person sees before Enter.

    What was joined is added to *notices*.
    """
    keys = KeyBindings()

    @keys.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        joined = on_one_line(event.data)
        event.current_buffer.insert_text(joined.text.strip("\r\n"))
        notices.extend([joined.notice] if joined.notice else [])

    # A terminal without bracketed paste sends an Enter between the lines.
    @keys.add("c-m", eager=True, filter=Condition(lambda: is_more_waiting(prompt.application)))
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ")

    return keys


def answered(prompt: questionary.Question, typed: Callable[[], HalfMade] = lambda: None) -> Any:
    """Return the answer given at *prompt*.

    If the person leaves the question, the exception carries what *typed* returns: Back or Overview by their
    keys, Stop for Ctrl-C, for a closed terminal and for a request to end the process.
    """
    application = prompt.application

    def leave() -> None:
        if application.is_running and not application.is_done:
            application.exit(exception=KeyboardInterrupt())

    def leave_soon() -> None:
        if application.loop is not None:
            application.loop.call_soon_threadsafe(leave)

    # A request that comes before the prompt runs would find nothing to leave yet.
    application.pre_run_callables.append(lambda: leave() if is_asked_to_end() else None)
    try:
        with waiting(leave_soon):
            return prompt.unsafe_ask()
    except Aside as aside:
        aside.typed = typed()
        raise
    except (KeyboardInterrupt, EOFError, OSError):  # OSError: the terminal was closed
        raise Stop(typed()) from None
