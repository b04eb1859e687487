"""A list at a terminal: drawn from a ``ListState``, which the keys change."""

import shutil
import textwrap
from collections.abc import Callable
from functools import partial

import questionary
from prompt_toolkit.application import Application, get_app, run_in_terminal
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.utils import get_cwidth
from questionary.styles import merge_styles_default

from drafter.frozen import frozen
from drafter.interview.control_flow import Back, Overview
from drafter.model.question import Choice
from drafter.terminal.list_state import Line, ListState
from drafter.terminal.prompts_keys import UNKNOWN_KEYS
from drafter.terminal.width import wrapped_keys

HEIGHT = 10
"""Lines of a list: a longer one would leave no room for the help on a screen of 24 lines."""
_LEAST_HEIGHT = 3
_LEAST_NOTE = 6
"""Columns: less of a note says nothing."""
_LEFT_FOR: dict[type[BaseException], str] = {Back: "back", Overview: "all answers"}
"""What is printed behind the question where a person leaves it; nothing for other ways of leaving."""
_NARROWEST = 20
"""The columns that are drawn for, whatever the terminal reports."""
_OTHER_LINES = 4
"""Lines of the search, the count and the keys, and an empty one."""
UNKNOWN_CHOICE = Choice(value="\x00unknown", title="I don't know yet")
"""The last choice of a list that takes "I don't know yet"."""


@frozen
class ListPrompt:
    """What a list shows and does besides its choices."""

    message: str
    """The question, wrapped for the screen."""
    keys: str
    """The keys, for the line under the list."""
    keys_unmarked: str
    """The keys while no line is marked: Enter takes nothing then."""
    is_multiple: bool
    """Whether several choices can be taken."""
    lines_above: int
    """Lines of help that have to stay on the screen above the question."""
    refuse_unknown: Callable[[], None]
    """Prints that ``?`` is no answer, in a list without the choice "I don't know yet"."""
    none_refusal: str = ""
    """What Enter says while nothing is taken, if something is needed."""
    read: Callable[[Choice], None] | None = None
    """Prints the whole text of a choice; ``None`` if no choice has one."""


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
    shown: StyleAndTextTuples = [("class:qmark", "?"), ("class:question", f" {prompt.message} ")]
    if is_done() and not prompt.is_multiple and (title := _outcome(state)):
        columns = _columns()
        last = prompt.message.splitlines()[-1]
        if get_cwidth(f"? {last} {title}") >= columns:
            title = "\n" + textwrap.fill(title, columns - 4, initial_indent="  ", subsequent_indent="  ")
        shown.append(("class:answer", title))
    return shown


def _outcome(state: ListState) -> str:
    """Return the title of the choice taken, or where the person went instead; ``""`` for neither."""
    answer = get_app().future
    left = answer.exception() if answer is not None and answer.done() else None
    if left is not None:
        return _LEFT_FOR.get(type(left), "")
    return _title(state.highlighted) if state.highlighted is not None else ""


def list_text(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    """Return the search, the rows that fit, and how many there are."""
    columns, rows = _columns(), shutil.get_terminal_size().lines
    shown: StyleAndTextTuples = []
    if state.is_searched:
        shown += [("class:qmark", "  / "), ("", _cut(state.typed, columns - 6)), ("", "_\n")]
    lines_of_keys = wrapped_keys(prompt.keys).count("\n")
    others = prompt.lines_above + prompt.message.count("\n") + _OTHER_LINES + lines_of_keys
    lines = state.lines(max(min(HEIGHT, rows - others), _LEAST_HEIGHT))
    for line in lines:
        shown += _row(line, state, prompt, columns)
    if not lines:
        shown.append(("class:search_none", "    Nothing matches.\n"))
    parts = [state.count(lines), state.taken_total() if prompt.is_multiple else ""]
    counts = " · ".join(filter(None, parts))
    if counts:
        shown.append(("class:instruction", _cut(f"    {counts}", columns - 1)))
    elif shown:
        shown[-1] = (shown[-1][0], shown[-1][1].removesuffix("\n"))
    return shown


def _columns() -> int:
    return max(shutil.get_terminal_size().columns, _NARROWEST)


def _row(line: Line, state: ListState, prompt: ListPrompt, columns: int) -> StyleAndTextTuples:
    """Return a row as wide as the screen; the words and the mark of a clause are always seen."""
    if line.choice is None:
        return [("class:separator bold", _cut(f"   {line.text}", columns - 1) + "\n")]
    choice = line.choice
    is_taken = choice.value in state.taken
    pointer = " » " if line.is_highlighted else "   "
    mark = ("● " if is_taken else "○ ") if prompt.is_multiple else ""
    style = "class:highlighted" if line.is_highlighted else "class:selected" if is_taken else "class:text"
    note = f"  {choice.note}" if choice.note else ""
    room = columns - 1 - len(pointer) - len(mark)
    kept = min(get_cwidth(note), room // 2) if choice.note.startswith("· ") else 0
    title = _cut(_title(choice), room - kept)
    left = room - get_cwidth(title)
    note = _cut(note, left) if left > _LEAST_NOTE or kept else ""
    return [("class:pointer", pointer), (style, f"{mark}{title}{note}\n")]


def _title(choice: Choice) -> str:
    return f"{f'{choice.key}  ' if choice.key else ''}{choice.title}"


def _last_line(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    if state.message:
        return [("class:validation-toolbar", wrapped_keys(state.message))]
    keys = prompt.keys if state.highlighted is not None else prompt.keys_unmarked
    return [("class:instruction", wrapped_keys(keys))]


def _cut(text: str, width: int) -> str:
    """Return *text*, cut with an ellipsis if it takes more than *width* columns."""
    if get_cwidth(text) <= width:
        return text
    room = max(width - 1, 0)
    while text and get_cwidth(text) > room:
        text = text[:-1]
    return f"{text}…"


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
    if prompt.read is not None:
        keys.add("right", eager=True)(lambda _: _read(state, prompt))
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


def _read(state: ListState, prompt: ListPrompt) -> None:
    if prompt.read is None:
        return
    if state.highlighted is None:
        state.message = state.missing_highlight()
    else:
        run_in_terminal(partial(prompt.read, state.highlighted))
