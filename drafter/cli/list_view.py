"""Lists: on a terminal a title with its id below, in a pipe one row each; what to try where nothing fits."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.cli.shared import on_screen, rows_of, show, wrapped
from drafter.language.english import SCREEN
from drafter.search import did_you_mean, missed_words


class Entry(NamedTuple):
    """One of a list."""

    title: str
    below: str
    """What stands under the title on a terminal: the id by which it is called, first of all."""
    row: tuple[str, ...]
    """What it is in a pipe; the last cell may be of any length."""


def print_entries(entries: Sequence[Entry], heading: str = "") -> None:
    """Print *entries*; on a terminal under a *heading* where there is one."""
    if not on_screen():
        if entries:
            print(rows_of(entry.row for entry in entries))
        return
    lines = [(f"\n{heading}", "bold")] if heading else []
    indent = "  " if heading else ""
    for entry in entries:
        lines.append((wrapped(entry.title, indent, f"{indent}  "), ""))
        lines.append((wrapped(entry.below, f"{indent}  "), "dim"))
    show(lines)


def nothing_found(what: str, words: Sequence[str], texts: Iterable[str], again: str) -> str:
    """Return why no *what* (such as "clause") among *texts* has all *words*, and what may have been meant.

    *again* is the command that searches, to be typed with other words; nothing for none.
    """
    missed = missed_words(words, list(texts), SCREEN)
    unknown = [one for one in missed if not one.texts]
    if not unknown:
        counts = SCREEN.listed([f"{word.word} ({word.texts})" for word in missed])
        return wrapped(f"No {what} has all of these words: {counts}. Leave one out.")
    lines = []
    for one in unknown:
        hint = did_you_mean(one.similar, SCREEN)
        lines.append(wrapped(f"No {what} has the word '{one.word}'. {hint}".rstrip()))
    better = [one.similar[0] if one.similar else one.word for one in missed if one.texts or one.similar]
    return "\n".join([*lines, *([f"  {again} {' '.join(better)}"] if better and again else [])])


def counted(count: int, what: str) -> str:
    """Return how many there are: "1 clause", "1,200 clauses"."""
    return SCREEN.counted(count, what)
