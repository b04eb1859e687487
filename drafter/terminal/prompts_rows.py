"""The rows of a list as they are drawn: as many as the screen has room for, the highlighted one whole."""

import shutil
from collections.abc import Callable, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples

from drafter.columns import columns, cut, wrap
from drafter.frozen import frozen
from drafter.model.question import Choice
from drafter.patterns import pattern
from drafter.terminal.list_state import Line, ListState
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
_UNIT = pattern(r"(?<=\d) words?(?=$| ·)")
"""What the number of a clause counts."""
_NARROWEST = 20
"""The columns that are drawn for, whatever the terminal reports."""
_OTHER_LINES = 4
"""Lines of the search, the count and the keys, and an empty one."""


@frozen
class ListPrompt:
    """What a list shows and does besides its choices."""

    message: Callable[[], str]
    """Returns the question, wrapped for the screen as it is now."""
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
    left_for_overview: str = "all answers"
    """What is printed behind the question where Ctrl-O leaves it."""
    has_history: bool = False
    """Whether the last change can be undone here."""


def list_text(state: ListState, prompt: ListPrompt) -> StyleAndTextTuples:
    """Return the search, the rows that fit, and how many there are."""
    width, screen_lines = list_columns(), shutil.get_terminal_size().lines
    shown: StyleAndTextTuples = []
    if state.is_searched:
        shown += [("class:qmark", "  / "), ("", cut(state.typed, width - 6)), ("", "_\n")]
    lines_of_keys = wrapped_keys(prompt.keys).count("\n")
    others = prompt.lines_above + prompt.message().count("\n") + _OTHER_LINES + lines_of_keys
    height = max(min(HEIGHT, screen_lines - others), _LEAST_HEIGHT)
    # The highlighted choice is shown whole: nobody takes what cannot be read.
    highlighted = [] if state.highlighted is None else _whole_row(state.highlighted, state, prompt, width)
    is_whole = len(highlighted) <= height // 2
    lines = state.lines(height - len(highlighted) + 1 if highlighted and is_whole else height)
    if lines and state.only_near:
        shown.append(("class:search_none", "    Nothing matches. Did you mean:\n"))
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


def list_columns() -> int:
    """Return the columns that a list is drawn for."""
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
    """Return what a row shows of *choice*: its mark in a list of several, its title and its note.

    The number in the note of a clause says that it is of words where there is room for that.
    """
    mark = ("● " if choice.value in state.taken else "○ ") if prompt.is_multiple else ""
    title = f"{f'{choice.key}  ' if choice.key else ''}{choice.title}"
    title = _GAP.sub("  ", title) if width < NARROW else title
    note = f"  {choice.note}" if choice.note else ""
    is_full = columns(mark) + columns(title) + columns(note) > width - 1 - _POINTER
    return mark, title, _UNIT.sub("", note) if choice.words and is_full else note
