"""What several commands share: hints, wrapped text, tables, JSON."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from drafter.cli.streams import unfiltered
from drafter.errors import DrafterError, Fault
from drafter.language.english import SCREEN
from drafter.limits import FAULTS_SHOWN
from drafter.screen_text import escaped_for_json, visible
from drafter.search import did_you_mean, nearest

WIDEST = 100
"""Columns over which a line of prose is hard to read."""
NARROWEST = 20
"""Columns that text is laid out for where the terminal says that it has fewer, or none."""


# ---- words ----


def meant(given: str, known: Iterable[str], *, like: float = 0.6) -> str:
    """Return " Did you mean …?" with the nearest of *known*, or nothing where none is near."""
    hint = did_you_mean(nearest(given, known, cutoff=like), SCREEN)
    return f" {hint}" if hint else ""


class WrongUsage(DrafterError):
    """The value of an option does not exist: the command line is wrong, not a file."""


# ---- what is printed ----


def print_json(value: Any) -> None:
    """Print *value* as JSON, with letters as they are wherever the output can hold and show them."""
    import json

    text = escaped_for_json(json.dumps(value, ensure_ascii=False, indent=2))
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    print(text)


def faults_as_data(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Return *faults* for JSON: of each the file, the place in it, the fault and the remedy."""
    return [
        {"file": one.file, "place": one.place, "fault": one.fault, "remedy": one.remedy} for one in faults
    ]


def width() -> int:
    """Return how many columns prose may have: those of the terminal, or 80 where there is none."""
    return max(min(_columns(), WIDEST), NARROWEST)


def _columns() -> int:
    """Return what ``shutil.get_terminal_size`` does; importing that takes longer than printing the help."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError):
        return 80


def table(rows: Iterable[Sequence[str]], *, gap: int = 2) -> str:
    """Return *rows* in columns; the last column is wrapped at the width of the terminal."""
    whole = [tuple(row) for row in rows]
    if not whole:
        return ""
    widths = [max(len(row[column]) for row in whole) for column in range(len(whole[0]) - 1)]
    indent = sum(widths) + gap * len(widths)
    room = max(width() - indent, 30)
    lines = []
    for row in whole:
        head = "".join(f"{cell:<{size + gap}}" for cell, size in zip(row, widths, strict=False))
        tail = _lines(row[-1], room) or [""]
        lines.append((head + tail[0]).rstrip())
        lines += [" " * indent + more for more in tail[1:]]
    return "\n".join(lines)


def answers_so_far(answers: Iterable[tuple[str, str]]) -> str:
    """Return each question with its answer below it, for a person who looks them over."""
    lines = [f"{wrapped(question)}\n{wrapped(answer, '    ')}" for question, answer in answers]
    return "\n".join(["", "Your answers so far:", *lines, ""]) if lines else "\nNothing is answered yet.\n"


def rows_of(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* in columns, one line each however long: for a pipe."""
    whole = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*whole, strict=True)][:-1]
    return "\n".join(
        "".join(f"{cell:<{size + 2}}" for cell, size in zip(row, widths, strict=False)) + row[-1]
        for row in whole
    )


def wrapped(text: str, indent: str = "", hanging: str | None = None) -> str:
    """Return *text* wrapped at the width of the terminal, each paragraph for itself.

    *indent* stands before the first line of each, *hanging* (by default the same) before the others.
    """
    after = indent if hanging is None else hanging
    return "\n".join(
        "\n".join(_lines(part, width(), indent, after)) if part.strip() else "" for part in text.splitlines()
    )


def _lines(text: str, room: int, indent: str = "", after: str = "") -> list[str]:
    """Return *text* in lines of *room* columns; ids and addresses are never torn at a hyphen."""
    return textwrap.wrap(
        text,
        room,
        initial_indent=indent,
        subsequent_indent=after,
        break_on_hyphens=False,
        break_long_words=False,
    )


def faults_in_words(faults: Iterable[Fault], stream: TextIO | None = None) -> str:
    """Return *faults*, each with what to do below it; wrapped where *stream* (the errors) is a terminal.

    After the first hundred only their number is told.
    """
    every = list(faults)
    more = len(every) - FAULTS_SHOWN
    text = "\n".join([*map(str, every[:FAULTS_SHOWN]), *([f"… and {more:,} more"] if more > 0 else [])])
    if not on_screen(stream or sys.stderr):
        return text  # one line a fault, for a pipe
    return "\n".join(
        wrapped(line.lstrip(), "    " if line.startswith(" ") else "", "    ") for line in text.split("\n")
    )


def on_screen(stream: TextIO | None = None) -> bool:
    """Return whether *stream* (default: the output) is a terminal: then it is laid out for reading."""
    return (stream or sys.stdout).isatty()


def show(lines: Iterable[tuple[str, str]], stream: TextIO | None = None) -> None:
    """Print each text in its style (such as ``bold``, ``dim``); without any where ``NO_COLOR`` is set."""
    if not on_screen(stream) or os.environ.get("NO_COLOR"):
        for text, _ in lines:
            print(text, file=stream)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=unfiltered(stream or sys.stdout), highlight=False, soft_wrap=True)
    for text, style in lines:
        console.print(Text(visible(text), style=style))
