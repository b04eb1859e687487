"""A list at a terminal: drawn from a ``ListState``, which the keys change."""

from functools import partial

import questionary
from prompt_toolkit.application import Application, get_app, run_in_terminal
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from questionary.styles import merge_styles_default

from drafter.columns import columns, wrap
from drafter.interview.control_flow import Back, Overview
from drafter.model.question import Choice
from drafter.terminal.list_state import ListState
from drafter.terminal.prompts_keys import UNKNOWN_KEYS, leave_for_now
from drafter.terminal.prompts_rows import HEIGHT, ListPrompt, list_columns, list_text
from drafter.terminal.width import wrapped_keys

UNKNOWN_CHOICE = Choice(value="\x00unknown", title="I don't know yet")
"""The last choice of a list that takes "I don't know yet"."""


class ReadChoice(Exception):
    """The person leaves the list for a while to read the whole text of a choice."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice


def list_prompt(state: ListState, prompt: ListPrompt) -> questionary.Question:
    """Return the prompt for the list *state*: its answer is a value, or the list of the values taken."""
    list_lines = FormattedTextControl(partial(list_text, state, prompt), show_cursor=False)
    question = FormattedTextControl(partial(_question_text, state, prompt), show_cursor=False)
    body = HSplit(
        [
            Window(question, dont_extend_height=True, wrap_lines=True),
            ConditionalContainer(Window(list_lines, dont_extend_height=True), ~is_done),
            ConditionalContainer(
                Window(
                    FormattedTextControl(partial(_last_line, state, prompt), show_cursor=False),
                    dont_extend_height=True,
                    wrap_lines=True,
                ),
                ~is_done,
            ),
        ]
    )
    application: Application[object] = Application(
        layout=Layout(body),
        key_bindings=_keys(state, prompt),
        style=merge_styles_default([]),
        erase_when_done=prompt.is_multiple,
    )
    return questionary.Question(application)


# ---- what is drawn ----


def _question_text(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    message = prompt.message()
    shown: StyleAndTextTuples = [("class:qmark", "?"), ("class:question", f" {message} ")]
    if is_done() and not prompt.is_multiple and (title := _outcome(state, prompt)):
        width = list_columns()
        if columns(f"? {message.splitlines()[-1]} {title}") >= width:
            title = "\n" + "\n".join(wrap(title, width - 1, "  "))
        shown.append(("class:answer", title))
    return shown


def _outcome(state: ListState, prompt: ListPrompt) -> str:
    """Return the title of the choice taken, or where the person went instead; ``""`` for neither."""
    answer = get_app().future
    left = answer.exception() if answer is not None and answer.done() else None
    if isinstance(left, Back):
        return "back"
    if left is not None:
        return prompt.left_for_overview if isinstance(left, Overview) else ""
    return state.highlighted.title if state.highlighted is not None else ""


def _last_line(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    if state.message:
        return [("class:validation-toolbar", wrapped_keys(state.message))]
    keys = prompt.keys if state.highlighted is not None else prompt.keys_unmarked
    return [("class:instruction", wrapped_keys(keys))]


# ---- what the keys do ----


def _keys(state: ListState, prompt: ListPrompt) -> KeyBindings:
    keys = KeyBindings()
    moves = {"down": 1, "c-n": 1, "up": -1, "c-p": -1, "pagedown": HEIGHT, "pageup": -HEIGHT}
    for key, step in {**moves, "home": -len(state.choices), "end": len(state.choices)}.items():
        keys.add(key, eager=True)(partial(_move, state=state, step=step))
    for key in ("c-c", "c-q"):
        keys.add(key, eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt()))
    for key in UNKNOWN_KEYS:
        keys.add(key, eager=True)(lambda _: _go_to_unknown(state, prompt))
    if any(choice.more for choice in state.choices):
        keys.add("right", eager=True)(partial(_read, state=state))
    if prompt.is_multiple:
        keys.add("c-a", eager=True)(lambda _: state.take_all_shown())
        keys.add("tab", eager=True)(lambda _: state.take())
        # A blank within a search belongs to the search.
        takes = Condition(lambda: not state.typed)
        keys.add(" ", eager=True, filter=takes)(lambda _: state.take())
    keys.add("c-m", eager=True)(partial(_enter, state=state, prompt=prompt))
    if state.is_searched:
        keys.add("backspace", eager=True)(lambda _: state.erase())
        keys.add("c-u", eager=True)(lambda _: state.search(""))
        keys.add(Keys.BracketedPaste, eager=True)(lambda event: state.type(event.data))
        keys.add(Keys.Any)(partial(_type, state=state))
    else:
        letters = {choice.key: choice.value for choice in state.choices if choice.key}
        for letter, value in letters.items():
            keys.add(letter, eager=True)(partial(_answer, state=state, value=value))
        keys.add(Keys.Any)(partial(_ignore, state=state))  # other letters have no meaning here
        keys.add(Keys.BracketedPaste)(partial(_ignore, state=state))
    return keys


def _move(_: KeyPressEvent, state: ListState, step: int) -> None:
    state.move(step)


def _type(event: KeyPressEvent, state: ListState) -> None:
    if event.data.isprintable():
        state.type(event.data)


def _ignore(event: KeyPressEvent, state: ListState) -> None:
    letters = event.data.strip()
    state.ignored = state.ignored or bool(letters and letters.isprintable())


def _answer(event: KeyPressEvent, state: ListState, value: str) -> None:
    """Answer with the choice *value*, which the prompt then shows."""
    state.move_to(value)
    event.app.exit(result=value)


def _enter(event: KeyPressEvent, state: ListState, prompt: ListPrompt) -> None:
    """Answer with the highlighted choice, or with those that are taken; else say what is missing."""
    if not prompt.is_multiple:
        if state.highlighted is None:
            state.message = state.missing_highlight()
        elif state.ignored:
            # "ls", Enter was meant for something else, such as a shell.
            state.ignored = False
            state.message = "Letters choose nothing here. Enter again takes the line marked »."
        else:
            event.app.exit(result=state.highlighted.value)
    elif not state.taken_since_typed:
        # "women", Enter looks like a choice; without this, it would choose nothing and go on.
        state.taken_since_typed = state.warned_of_none = True
        state.message = "Tab takes the line marked ». Enter again goes on without it."
        if not state.shown:
            state.message = f"{state.missing_highlight()} Enter again goes on."
    elif prompt.none_refusal and not state.taken:
        state.message = prompt.none_refusal
    elif not state.taken and not state.warned_of_none:
        # In every other list, Enter takes the line that is marked.
        state.warned_of_none = True
        key = "Tab" if state.is_searched else "Space"
        state.message = f"Nothing is taken. {key} takes the line marked ». Enter again goes on with none."
    else:
        event.app.exit(result=[choice.value for choice in state.taken_choices])


def _go_to_unknown(state: ListState, prompt: ListPrompt) -> None:
    """Highlight "I don't know yet"; say that it is no answer where the list does not have it."""
    if any(choice.value == UNKNOWN_CHOICE.value for choice in state.choices):
        state.search("")
        state.move_to(UNKNOWN_CHOICE.value)
    else:
        run_in_terminal(prompt.refuse_unknown)


def _read(event: KeyPressEvent, state: ListState) -> None:
    if state.highlighted is None:
        state.message = state.missing_highlight()
    else:
        leave_for_now(event.app, ReadChoice(state.highlighted))
