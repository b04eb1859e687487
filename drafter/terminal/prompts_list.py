"""A list at a terminal: drawn from a ``ListState``, which the keys change."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Layout, Window
from questionary.styles import merge_styles_default

from drafter.columns import columns, cut, wrap
from drafter.frozen import frozen
from drafter.model.question import Choice
from drafter.patterns import pattern
from drafter.terminal.list_state import Line, ListState
from drafter.terminal.prompts_keys import UNKNOWN_KEYS
from drafter.terminal.width import wrapped_keys

HEIGHT = 10
"""Lines of a list: a longer one would leave no room for the help on a screen of 24 lines."""
_LEAST_HEIGHT = 3
_LEAST_NOTE = 6
"""Columns: less of a note says nothing."""
_POINTER = 3
"""The columns of the mark before the highlighted line."""
NARROW = 60
"""On a screen with fewer columns, titles are not in columns."""
_GAP = pattern(" {3,}")
_NARROWEST = 20
"""The columns that are drawn for, whatever the terminal reports."""
_LINES_OF_A_TERMINAL = 24
_OTHER_LINES = 4
"""Lines of the search, the count and the keys, and an empty one."""
UNKNOWN_CHOICE = Choice(value="\x00unknown", title="I don't know yet")
"""The last choice of a list that takes "I don't know yet"."""


@frozen
class ListPrompt:
    """What a list shows and does besides its choices."""

    message: Callable[[], str]
    """Returns the question, wrapped for the screen as it is now."""
    keys: str
    """The keys, for the line under the list."""
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
    message = prompt.message()
    shown: StyleAndTextTuples = [("class:qmark", "?"), ("class:question", f" {message} ")]
    if is_done() and state.highlighted is not None and not prompt.is_multiple:
        width = _columns()
        title = state.highlighted.title
        if columns(f"? {message.splitlines()[-1]} {title}") >= width:
            title = "\n" + "\n".join(wrap(title, width - 1, "  "))
        shown.append(("class:answer", title))
    return shown


def list_text(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    """Return the search, the rows that fit, and how many there are."""
    width, screen_lines = _columns(), shutil.get_terminal_size().lines
    shown: StyleAndTextTuples = []
    if state.is_searched:
        shown += [("class:qmark", "  / "), ("", cut(state.typed, width - 6)), ("", "_\n")]
    lines_of_keys = wrapped_keys(prompt.keys).count("\n")
    others = prompt.lines_above + prompt.message().count("\n") + _OTHER_LINES + lines_of_keys
    if screen_lines < _LINES_OF_A_TERMINAL:
        others += 3  # the heading of the section, which says what the list is about
    height = max(min(HEIGHT, screen_lines - others), _LEAST_HEIGHT)
    # The highlighted choice is shown whole: nobody takes what cannot be read.
    highlighted = [] if state.highlighted is None else _whole_row(state.highlighted, state, prompt, width)
    is_whole = len(highlighted) <= height // 2
    lines = state.lines(height - len(highlighted) + 1 if highlighted and is_whole else height)
    for line in lines:
        if line.is_highlighted and is_whole:
            shown += [("class:pointer", " » "), ("class:highlighted", "\n".join([*highlighted, ""]))]
        else:
            shown += _row(line, state, prompt, width)
    if not lines:
        shown.append(("class:search_none", "    Nothing matches.\n"))
    if counts := _counts(lines, state, prompt, width):
        shown.append(("class:instruction", counts))
    elif shown:
        shown[-1] = (shown[-1][0], shown[-1][1].removesuffix("\n"))
    return shown


def _counts(lines: Sequence[Line], state: ListState, prompt: ListPrompt, width: int) -> str:
    """Return how many choices there are, match, are below and are taken; of these, what fits."""
    counts = ""
    for is_short in (False, True):
        parts = [state.count(lines, is_short=is_short), state.taken_total() if prompt.is_multiple else ""]
        counts = " · ".join(filter(None, parts))
        if columns(counts) + 4 < width:
            break
    return cut(f"    {counts}", width - 1) if counts else ""


def _columns() -> int:
    return max(shutil.get_terminal_size().columns, _NARROWEST)


def _row(line: Line, state: ListState, prompt: ListPrompt, width: int) -> StyleAndTextTuples:
    """Return a row as wide as the screen; the words and the mark of a clause are always seen."""
    if line.choice is None:
        return [("class:separator bold", cut(f"   {line.text}", width - 1) + "\n")]
    choice = line.choice
    is_taken = choice.value in state.taken
    style = "class:highlighted" if line.is_highlighted else "class:selected" if is_taken else "class:text"
    mark, title, note = _parts(choice, state, prompt, width)
    room = width - 1 - _POINTER - columns(mark)
    kept = min(columns(note), room // 2) if choice.note.startswith("· ") else 0
    title = cut(title, room - kept)
    left = room - columns(title)
    note = cut(note, left) if left > _LEAST_NOTE or kept else ""
    return [
        ("class:pointer", " » " if line.is_highlighted else "   "),
        (style, f"{mark}{title}{note}\n"),
    ]


def _whole_row(choice: Choice, state: ListState, prompt: ListPrompt, width: int) -> list[str]:
    """Return the title of *choice* with its mark and its note, in as many rows after the pointer as it takes.

    A note that only explains the title is cut, as in other rows.
    """
    mark, title, note = _parts(choice, state, prompt, width)
    indent = " " * (_POINTER + columns(mark))
    if choice.note.startswith("· "):
        return wrap(f"{title}{note}", width - 1 - _POINTER, mark, indent)
    *rows, last = wrap(title, width - 1 - _POINTER, mark, indent) or [mark]
    left = width - 1 - _POINTER - columns(last)
    return [*rows, last + (cut(note, left) if left > _LEAST_NOTE else "")]


def _parts(choice: Choice, state: ListState, prompt: ListPrompt, width: int) -> tuple[str, str, str]:
    """Return what a row shows of *choice*: its mark in a list of several, its title and its note."""
    mark = ("● " if choice.value in state.taken else "○ ") if prompt.is_multiple else ""
    title = f"{f'{choice.key}  ' if choice.key else ''}{choice.title}"
    return (
        mark,
        _GAP.sub("  ", title) if width < NARROW else title,
        f"  {choice.note}" if choice.note else "",
    )


def _last_line(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    if state.message:
        return [("class:validation-toolbar", wrapped_keys(state.message))]
    return [("class:instruction", wrapped_keys(prompt.keys))]


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
        keys.add(Keys.Any)(lambda _: None)  # other letters have no meaning here
        keys.add(Keys.BracketedPaste)(lambda _: None)
    return keys


def _move(_: KeyPressEvent, state: ListState, step: int) -> None:
    state.move(step)


def _type(event: KeyPressEvent, state: ListState) -> None:
    if event.data.isprintable():
        state.type(event.data)


def _answer(event: KeyPressEvent, state: ListState, value: str) -> None:
    """Answer with the choice *value*, which the prompt then shows."""
    state.move_to(value)
    event.app.exit(result=value)


def _enter(event: KeyPressEvent, state: ListState, prompt: ListPrompt) -> None:
    """Answer with the highlighted choice, or with those that are taken; else say what is missing."""
    if not prompt.is_multiple:
        if state.highlighted is None:
            state.message = state.missing_highlight()
        else:
            event.app.exit(result=state.highlighted.value)
    elif not state.taken_since_typed:
        # "women", Enter looks like a choice; without this, it would choose nothing and go on.
        state.taken_since_typed = True
        state.message = "Tab takes the highlighted line. Enter again goes on without it."
        if not state.shown:
            state.message = f"{state.missing_highlight()} Enter again goes on."
    elif prompt.none_refusal and not state.taken:
        state.message = prompt.none_refusal
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
