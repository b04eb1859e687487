"""Layout of what commands print: wrapped text, tables, styles."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from drafter.cli.screen_width import width
from drafter.cli.streams import unfiltered
from drafter.columns import columns, wrap
from drafter.screen_text import visible

_NARROWEST_CELL = 30
_WIDEST_RULE = 79


def wrapped(text: str, indent: str = "", hanging: str | None = None) -> str:
    """Return *text* with each paragraph wrapped at the width of the terminal.

    *indent* comes before the first line of a paragraph, *hanging* (by default the same) before the others.
    """
    after = indent if hanging is None else hanging
    return "\n".join(
        "\n".join(wrap(paragraph, width(), indent, after)) if paragraph.strip() else ""
        for paragraph in text.splitlines()
    )


def ruled_heading(title: str, right: str) -> str:
    """Return an empty line, then *title* and a rule that leads to *right* at the edge of the screen.

    If both do not fit on one line, the rule and *right* go below *title*.
    """
    edge = min(width(), _WIDEST_RULE) - 1
    lines = wrap(title, edge, "── ", "   ")
    if columns(lines[-1]) + len(" ── ") + columns(right) > edge:
        lines.append(" ")
    last = f"{lines[-1]} "
    rule = "─" * (edge - columns(last) - columns(right) - 1)
    return "\n".join(["", *lines[:-1], f"{last}{rule} {right}".rstrip()])


def table(rows: Iterable[Sequence[str]], *, gap: int = 2) -> str:
    """Return *rows* in columns; the last column is wrapped at the width of the terminal."""
    cells = [tuple(row) for row in rows]
    if not cells:
        return ""
    widths = [max(columns(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    indent = sum(widths) + gap * len(widths)
    last_width = max(width() - indent, _NARROWEST_CELL)
    lines = []
    for row in cells:
        head = "".join(
            cell + " " * (size + gap - columns(cell)) for cell, size in zip(row, widths, strict=False)
        )
        first, *rest = wrap(row[-1], last_width) or [""]
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
