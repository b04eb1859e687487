"""drafter's own pager: a text page by page on the whole screen, with the keys in the last line."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.formatted_text.utils import fragment_list_to_text, fragment_list_width, split_lines
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth
from questionary.styles import merge_styles_default

from drafter.terminal.prompts_early import feed_early_keys
from drafter.terminal.prompts_keys import answered

KEYS = (
    "Space: next page · b: page back · ↑↓: a line · Enter: close",
    "Space: next · b: back · Enter: close",
    "Space · b · Enter: close",
    "Enter: close",
)
"""The keys, from the longest line to the shortest."""


class Pages:
    """A text on a screen of any size: which lines are shown, and where the keys lead."""

    def __init__(self, lines: Sequence[StyleAndTextTuples], size: Callable[[], tuple[int, int]]) -> None:
        self._lines = lines
        self._size = size
        """Returns the columns and the lines of the screen."""
        self._columns = 0
        self._rows: list[StyleAndTextTuples] = []
        self.top = 0
        """The first row that is shown."""

    @property
    def height(self) -> int:
        """The rows of a page: all but the line with the keys."""
        return max(self._size()[1] - 1, 1)

    def rows(self) -> list[StyleAndTextTuples]:
        """Return the lines of the text, cut at the edge of the screen as it is now."""
        columns = max(self._size()[0], 1)
        if columns != self._columns:
            shown = self.top / max(len(self._rows), 1)
            self._rows = [row for line in self._lines for row in _cut(line, columns)]
            self._columns, self.top = columns, round(shown * len(self._rows))
        return self._rows

    def move(self, rows: int) -> None:
        """Go down by *rows*, or up if it is negative, as far as the text goes."""
        total = len(self.rows())  # first: after a resize it moves the top
        self.top = max(min(self.top + rows, total - self.height), 0)

    def page(self) -> list[StyleAndTextTuples]:
        """Return the rows that are shown."""
        self.move(0)  # the screen may have become larger
        return self.rows()[self.top : self.top + self.height]

    def last_line(self) -> str:
        """Return the line under the text: the keys, and where in the text this page is."""
        total = len(self.rows())
        last = min(self.top + self.height, total)
        position = f"{self.top + 1}–{last} of {total}" if last < total else f"end of {total} lines"
        room = self._size()[0] - len(position) - 3
        has_pages = total > self.height
        keys = next((keys for keys in (KEYS if has_pages else KEYS[-1:]) if len(keys) <= room), "")
        return f" {keys}  {position}" if keys else f" {position}"[: max(self._size()[0], 1)]


def show_in_own_pager(text: str) -> None:
    """Show *text*, which may have codes for styles, until the person closes it. Raises Stop for Ctrl-C."""
    lines = list(split_lines(to_formatted_text(ANSI(text))))
    while len(lines) > 1 and not fragment_list_to_text(lines[-1]).strip():
        del lines[-1]  # nobody turns a page for an empty line, even if it has codes for styles
    pages = Pages(lines, _screen_size)
    body = FormattedTextControl(partial(_page_text, pages), show_cursor=False)
    keys_line = FormattedTextControl(lambda: [("reverse", pages.last_line())], show_cursor=False)
    application: Application[object] = Application(
        layout=Layout(HSplit([Window(body, wrap_lines=False), Window(keys_line, height=1)])),
        key_bindings=_keys(pages),
        style=merge_styles_default([]),
        full_screen=True,
    )
    application.pre_run_callables.append(partial(feed_early_keys, application, "keys"))
    answered(questionary.Question(application))


def _screen_size() -> tuple[int, int]:
    size = get_app().output.get_size()
    return size.columns, size.rows


def _page_text(pages: Pages) -> StyleAndTextTuples:
    shown: StyleAndTextTuples = []
    for row in pages.page():
        shown += [*row, ("", "\n")]
    return shown[:-1]


def _cut(line: StyleAndTextTuples, columns: int) -> Iterator[StyleAndTextTuples]:
    """Yield *line* in rows of at most *columns*, cut after a space if there is one."""
    rest = list(explode_text_fragments(line))
    while fragment_list_width(rest) > columns:
        fitting = _fitting(rest, columns)
        spaces = [index + 1 for index in range(fitting) if rest[index][1] == " "]
        end = spaces[-1] if spaces and any(rest[index][1] != " " for index in range(spaces[-1])) else fitting
        yield rest[:end]
        rest = rest[end:]
    yield rest


def _fitting(letters: StyleAndTextTuples, columns: int) -> int:
    """Return how many of *letters* fit into *columns*, at least one."""
    used = 0
    for index, fragment in enumerate(letters):
        used += get_cwidth(fragment[1])
        if used > columns:
            return max(index, 1)
    return len(letters)


def _keys(pages: Pages) -> KeyBindings:
    """Return the keys of the pager: those of other pagers do the same here."""
    keys = KeyBindings()

    def moves(rows: Callable[[], int]) -> Callable[[KeyPressEvent], None]:
        return lambda _: pages.move(rows())

    for names, rows in (
        ((" ", "pagedown", "f", "c-f", "right"), lambda: pages.height),
        (("b", "pageup", "left"), lambda: -pages.height),
        (("down", "j"), lambda: 1),
        (("up", "k"), lambda: -1),
        (("home", "g"), lambda: -len(pages.rows())),
        (("end", "G"), lambda: len(pages.rows())),
    ):
        for name in names:
            keys.add(name)(moves(rows))
    for name in ("q", "c-m", "escape", "c-b", "c-o", "c-d"):
        keys.add(name, eager=name == "escape")(lambda event: event.app.exit(result=None))
    keys.add("c-c")(lambda event: event.app.exit(exception=KeyboardInterrupt()))
    return keys
