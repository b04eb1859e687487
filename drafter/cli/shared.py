"""What several commands share: the parser's look, the library over the folders in use, tables, JSON."""

import argparse
import json
import shutil
import textwrap
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from drafter.library.folders import read_text, stacked
from drafter.library.library import Library


def make_parser(command: str, about: str, example: str) -> argparse.ArgumentParser:
    """Return a parser for *command* whose help ends with *example*."""
    return argparse.ArgumentParser(
        prog=f"drafter {command}",
        description=about,
        epilog=f"example:\n{textwrap.indent(example, '  ')}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def library_for(*answers_files: Path) -> Library:
    """Return the bundled library with the folders beside *answers_files* (default: here) over it."""
    places = dict.fromkeys(file.resolve().parent for file in answers_files) or {Path.cwd(): None}
    return Library(stacked("clauses", *places), stacked("templates", *places))


def template_finder(library: Library) -> Callable[[str], tuple[str, str] | None]:
    """Return a function that gives text and file name of the template at a path."""

    def find(path: str) -> tuple[str, str] | None:
        file = library.template(path)
        return None if file is None else (read_text(file), str(file))

    return find


def print_json(value: Any) -> None:
    """Print *value* as JSON, with letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def table(rows: Iterable[Sequence[str]], *, gap: int = 2) -> str:
    """Return *rows* in columns; the last column is wrapped at the width of the terminal."""
    whole = [tuple(row) for row in rows]
    if not whole:
        return ""
    widths = [max(len(row[column]) for row in whole) for column in range(len(whole[0]) - 1)]
    indent = sum(widths) + gap * len(widths)
    room = max(shutil.get_terminal_size().columns - indent, 30)
    lines = []
    for row in whole:
        head = "".join(f"{cell:<{width + gap}}" for cell, width in zip(row, widths, strict=False))
        tail = textwrap.wrap(row[-1], room) or [""]
        lines.append((head + tail[0]).rstrip())
        lines += [" " * indent + more for more in tail[1:]]
    return "\n".join(lines)


def wrapped(text: str, indent: str = "") -> str:
    """Return *text* wrapped at the width of the terminal, each paragraph for itself."""
    width = min(shutil.get_terminal_size().columns, 100)
    return "\n".join(
        textwrap.fill(part, width, initial_indent=indent, subsequent_indent=indent) if part.strip() else ""
        for part in text.splitlines()
    )
