"""Lists: on a terminal a title with its id below, in a pipe one row an entry; hints if nothing matches."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.cli.layout import on_screen, show, unwrapped_table, wrapped
from drafter.language.english import SCREEN
from drafter.search import MissedWord, did_you_mean, missed_words


class Entry(NamedTuple):
    """An entry of a list."""

    title: str
    details: str
    """The line under the title on a terminal: the id and more."""
    row: tuple[str, ...]
    """The cells of its row in a pipe; the last may have any length."""


def print_entries(entries: Sequence[Entry], heading: str = "") -> None:
    """Print *entries*, on a terminal under the *heading*, if any."""
    if not on_screen():
        if entries:
            print(unwrapped_table(entry.row for entry in entries))
        return
    lines = [(f"\n{heading}", "bold")] if heading else []
    indent = "  " if heading else ""
    for entry in entries:
        lines.append((wrapped(entry.title, indent, f"{indent}  "), ""))
        lines.append((wrapped(entry.details, f"{indent}  "), "dim"))
    show(lines)


def nothing_found(what: str, words: Sequence[str], texts: Iterable[str], again: str) -> str:
    """Return that no *what* (such as "clause") has all *words*, which *texts* lack, and similar words.

    *again* is the search command to suggest with other words, ``""`` for none.
    """
    return missed_in_words(what, missed_words(words, list(texts), SCREEN), again)


def missed_in_words(what: str, missed: Sequence[MissedWord], again: str) -> str:
    """Return that no *what* has all words of *missed*, which words none has, and similar words.

    *again* is the search command to suggest with other words, ``""`` for none.
    """
    unknown = [word for word in missed if not word.texts]
    if not unknown:
        counts = SCREEN.listed([f"{word.word} ({word.texts})" for word in missed])
        return wrapped(f"No {what} has all of these words: {counts}. Use fewer words.")
    lines = []
    for word in unknown:
        hint = did_you_mean(word.similar, SCREEN)
        lines.append(wrapped(f"No {what} has the word '{word.word}'. {hint}".rstrip()))
    better = [word.similar[0] if word.similar else word.word for word in missed if word.texts or word.similar]
    return "\n".join([*lines, *([f"  {again} {' '.join(better)}"] if better and again else [])])


def counted(count: int, what: str) -> str:
    """Return a count with its noun: "1 clause", "1,200 clauses"."""
    return SCREEN.counted(count, what)
