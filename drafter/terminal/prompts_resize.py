"""A prompt on a terminal whose width changes: it is drawn once, below its help in the new width.

Most terminals break the lines that are on the screen where they become narrower, between any two letters.
prompt_toolkit knows nothing of it: it would go up too few lines and draw the question a second time.
"""

from collections.abc import Callable
from functools import partial

from prompt_toolkit.application import Application
from prompt_toolkit.layout.screen import Screen

from drafter.columns import columns
from drafter.terminal.width import HelpAbove


def redraw_on_resize(application: Application[object]) -> None:
    """Let *application* erase what it has drawn, and the help above, in the rows that these take by now."""
    redraw: Callable[[], None] = application._on_resize  # noqa: SLF001 - there is no public hook
    setattr(application, "_on_resize", partial(_resize, application, redraw))  # noqa: B010 - for mypy


def _resize(application: Application[object], redraw: Callable[[], None]) -> None:
    renderer, output = application.renderer, application.output
    size, screen = renderer._last_size, renderer.last_rendered_screen  # noqa: SLF001 - there is no public way
    width = output.get_size().columns
    if size is not None and screen is not None and size.columns != width and not application.full_screen:
        cursor = renderer._cursor_pos  # noqa: SLF001
        rows = sum(_rows(_used(screen, row), width) for row in range(cursor.y))
        rows += cursor.x // width + sum(_rows(columns(line), width) for line in HelpAbove.lines)
        output.write_raw("\r")
        output.cursor_up(rows)
        output.erase_down()
        HelpAbove.lines = HelpAbove.wrap()
        for line in HelpAbove.lines:
            output.write(line)
            output.write_raw("\r\n")
        renderer.reset()
    redraw()


def _used(screen: Screen, row: int) -> int:
    """Return the columns that a *row* of *screen* has up to its last letter."""
    cells = screen.data_buffer[row]
    return max((column + 1 for column, cell in cells.items() if cell.char.strip()), default=0)


def _rows(used: int, width: int) -> int:
    """Return in how many rows a line of *used* columns is broken."""
    return max(-(-used // width), 1)
