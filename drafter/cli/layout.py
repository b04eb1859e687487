"""Layout of what commands print: wrapped text, tables, styles."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from drafter.cli.streams import unfiltered
from drafter.screen_text import visible

WIDEST, NARROWEST = 100, 20
"""The columns that text is wrapped for, whatever width the terminal reports."""
_WITHOUT_TERMINAL = 80
_NARROWEST_CELL = 30


def width() -> int:
    """Return how many columns text may have: those of the terminal, 80 if there is none."""
    return max(min(_columns(), WIDEST), NARROWEST)


def _columns() -> int:
    """Return what ``shutil.get_terminal_size`` does; importing that takes longer than printing the help."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        if sys.__stdout__:
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or _WITHOUT_TERMINAL
    except (OSError, ValueError):
        pass
    return _WITHOUT_TERMINAL


def wrapped(text: str, indent: str = "", hanging: str | None = None) -> str:
    """Return *text* with each paragraph wrapped at the width of the terminal.

    *indent* comes before the first line of a paragraph, *hanging* (by default the same) before the others.
    """
    after = indent if hanging is None else hanging
    return "\n".join(
        "\n".join(_lines(paragraph, width(), indent, after)) if paragraph.strip() else ""
        for paragraph in text.splitlines()
    )


def _lines(text: str, columns: int, indent: str = "", hanging: str = "") -> list[str]:
    """Return *text* in lines of *columns*; ids and addresses are not broken at a hyphen."""
    return textwrap.wrap(
        text,
        columns,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )


def table(rows: Iterable[Sequence[str]], *, gap: int = 2) -> str:
    """Return *rows* in columns; the last column is wrapped at the width of the terminal."""
    cells = [tuple(row) for row in rows]
    if not cells:
        return ""
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    indent = sum(widths) + gap * len(widths)
    last_width = max(width() - indent, _NARROWEST_CELL)
    lines = []
    for row in cells:
        head = "".join(f"{cell:<{size + gap}}" for cell, size in zip(row, widths, strict=False))
        first, *rest = _lines(row[-1], last_width) or [""]
        lines.append((head + first).rstrip())
        lines += [" " * indent + line for line in rest]
    return "\n".join(lines)


def unwrapped_table(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* in columns, one line each however long: for a pipe."""
    cells = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    return "\n".join(
        "".join(f"{cell:<{size + 2}}" for cell, size in zip(row, widths, strict=False)) + row[-1]
        for row in cells
    )


def on_screen(stream: TextIO | None = None) -> bool:
    """Return whether *stream* (default: standard output) is a terminal, for which text is wrapped."""
    return (stream or sys.stdout).isatty()


def show(lines: Iterable[tuple[str, str]], stream: TextIO | None = None) -> None:
    """Print each text in its style, such as ``bold`` or ``dim``; with no style if ``NO_COLOR`` is set."""
    if not on_screen(stream) or os.environ.get("NO_COLOR"):
        for text, _ in lines:
            print(text, file=stream)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=unfiltered(stream or sys.stdout), highlight=False, soft_wrap=True)
    for text, style in lines:
        console.print(Text(visible(text), style=style))
