"""How ``drafter preview --watch`` shows a draft: on the whole screen, or in plain lines."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.faults import faults_in_words
from drafter.cli.layout import show, wrapped
from drafter.cli.preview_counts import count_rows, total_in_words
from drafter.cli.remarks import open_count
from drafter.cli.streams import unfiltered
from drafter.drafting.changed_sections import ChangedLine, ChangedSection
from drafter.drafting.pipeline import ReviewedDraft
from drafter.errors import DrafterError
from drafter.language.english import SCREEN

if TYPE_CHECKING:
    from rich.console import Console

_FEWEST_ROWS = 10
_WORDS = {"new": "New: ", "changed": "Changed: ", "removed": "Removed: ", "same": ""}
_STYLES = {"new": "green", "changed": "yellow", "removed": "red", "same": "dim"}

Lines = list[tuple[str, str]]
"""Texts of one row each, with their styles."""


class PlainView:
    """Prints only what has changed, in lines that stay: for a screen reader, and for a pipe."""

    def __init__(self, file: Path) -> None:
        print(f"Watching {file}. Ctrl-C ends it.")

    def show_draft(self, reviewed: ReviewedDraft, changes: Sequence[ChangedSection] | None) -> None:
        """Print each changed line, then the words of the document; nothing if no section has changed."""
        if changes is None:
            print(total_in_words(reviewed), flush=True)
            return
        for change in changes:
            print(f"\n{_clock()}  {_heading(change)}")
            for line in change.lines:
                if line.kind != "same":
                    print(wrapped(f"{_WORDS[line.kind]}{line.text}"))
        if changes:
            print(total_in_words(reviewed), flush=True)

    def show_faults(self, error: DrafterError) -> None:
        """Print why there is no draft."""
        print(f"\n{_clock()}\n{faults_in_words(error.faults, sys.stdout)}", flush=True)


class ScreenView:
    """Redraws the screen: what has changed, and if there is room, the words of each section below it."""

    def __init__(self, file: Path, *, counts_only: bool = False) -> None:
        self._file = file
        self._counts_only = counts_only
        self._last: tuple[ChangedSection, ...] = ()

    def show_draft(self, reviewed: ReviewedDraft, changes: Sequence[ChangedSection] | None) -> None:
        """Draw the draft. If nothing has changed in the document, the last change stays on the screen."""
        self._last = tuple(changes or self._last)
        rows = _rows()
        head = self._head(reviewed)
        room = rows - len(head) - 1
        text = [] if self._counts_only else _change_rows(self._last, room)
        counts = _count_rows(reviewed, room - len(text) - 2)
        _draw([*head, *text, *([("", ""), ("Words", "bold"), *counts] if counts else [])])

    def show_faults(self, error: DrafterError) -> None:
        """Draw why there is no draft."""
        faults = faults_in_words(error.faults, sys.stdout).split("\n")
        _draw([*self._title(), ("", ""), *((line, "") for line in faults[: _rows() - 5])])

    def _title(self) -> Lines:
        line = f"{self._file.name}, {_clock()}. q ends it."
        return [(row, "dim") for row in wrapped(line).split("\n")]

    def _head(self, reviewed: ReviewedDraft) -> Lines:
        total = total_in_words(reviewed)
        if reviewed.errors:
            total += f" {open_count(reviewed.errors).capitalize()}."
        length = reviewed.length
        style = "bold red" if length.limit and length.words > length.limit else "bold"
        return [*self._title(), *((row, style) for row in wrapped(total).split("\n"))]


@contextmanager
def whole_screen() -> Iterator[None]:
    """Use the terminal's second screen, so that what was on the first one comes back at the end."""
    console = _console()
    console.set_alt_screen(True)
    console.show_cursor(False)
    try:
        yield
    finally:
        console.show_cursor(True)
        console.set_alt_screen(False)


def _draw(lines: Iterable[tuple[str, str]]) -> None:
    _console().clear()
    show(lines)
    sys.stdout.flush()


def _console() -> "Console":
    from rich.console import Console

    return Console(file=unfiltered(sys.stdout))


def _rows() -> int:
    """Return how many rows the terminal has, less the last one, on which the cursor is."""
    try:
        return max(os.get_terminal_size(sys.__stdout__.fileno()).lines - 1, _FEWEST_ROWS)  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        return _FEWEST_ROWS


def _clock() -> str:
    return time.strftime("%H:%M:%S")


def _heading(change: ChangedSection) -> str:
    """Return the title of *change* and what has happened to its words."""
    title = change.title or "Title page"
    if change.kind == "removed":
        return f"{title}: removed, {SCREEN.counted(-change.more_words, 'word')} fewer."
    words = SCREEN.counted(change.words, "word")
    if change.more_words == 0:
        return f"{title}: {words}, as many as before."
    compared = "more" if change.more_words > 0 else "fewer"
    return f"{title}: {words}, {abs(change.more_words):,} {compared}."


def _change_rows(changes: Sequence[ChangedSection], room: int) -> Lines:
    """Return the rows that show *changes*, at most *room* of them; those left out are named at the end."""
    if not changes:
        return [("", ""), *((row, "") for row in wrapped("Each change is shown here.").split("\n"))]
    rows: Lines = []
    for change in changes:
        rows.append(("", ""))
        rows += [(row, "bold") for row in wrapped(_heading(change)).split("\n")]
        for line in _with_neighbours(change.lines):
            indent = _WORDS[line.kind] or "  "
            rows += [(row, _STYLES[line.kind]) for row in wrapped(line.text, indent, "  ").split("\n")]
    return rows if len(rows) <= room else [*rows[: room - 1], ("…", "dim")]


def _with_neighbours(lines: Sequence[ChangedLine]) -> Iterator[ChangedLine]:
    """Yield the changed lines, each with the one before it, so that the reader knows where it is."""
    for index, line in enumerate(lines):
        following = lines[index + 1 : index + 2]
        if line.kind != "same" or any(each.kind != "same" for each in following):
            yield line


def _count_rows(reviewed: ReviewedDraft, room: int) -> Lines:
    """Return a row for each section with its words, at most *room* of them."""
    rows = [(row, "") for row in count_rows(reviewed)]
    if room < 2:
        return []
    return rows if len(rows) <= room else [*rows[: room - 1], ("…", "dim")]
