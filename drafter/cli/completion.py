"""``drafter completion``: a script with which a shell completes what is typed, when Tab is pressed.

The script is whole: it starts no program when Tab is pressed. It knows the commands, options and names
that there were when it was printed.
"""

import argparse
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.cli import COMMANDS, DONE
from drafter.cli.parsers import parser_of
from drafter.library.library import Library
from drafter.library.open_library import library_for

PLAIN = frozenset(string.ascii_letters + string.digits + "-_/")
"""The letters of a name that a shell takes as they are."""


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    print(shtab.complete(whole_parser(library_for(), shtab.FILE), shell=options.shell))
    return DONE


def whole_parser(library: Library, file: object) -> argparse.ArgumentParser:
    """Return a parser of every command, for completing only: its choices are names from *library*.

    *file* is what shtab wants to see at an argument that is a file.
    """
    whole = argparse.ArgumentParser(prog="drafter")
    whole.add_argument("-V", "--version", action="version", help="print the version")
    commands = whole.add_subparsers()
    names = names_to_complete(library)
    for command, about in COMMANDS.items():
        of_command = parser_of(command)
        # The copy has the actions of the original, and its prog: its options and its own actions.
        commands.add_parser(command, help=about, parents=[of_command], add_help=False)
        for path, action in arguments(command, of_command):
            if action.type is Path:
                action.complete = file  # type: ignore[attr-defined]
            elif (name := _name(path, action)) in names:
                action.choices = names[name]
    return whole


def names_to_complete(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the names in *library* that arguments take, by the argument that takes them.

    A name that a shell would read as more than a name is left out: shells expand what they complete, and a
    library may come from strangers.
    """
    documents = (*library.mechanism_ids, *library.document_ids())
    clauses = _plain(library.clause_ids())
    return {
        "--theme": _plain(library.themes.themes),
        "--position": _plain(library.themes.positions),
        "--document": _plain(library.document_ids()),
        "--extends": clauses,
        "clauses show id": clauses,
        "mechanisms show id": _plain(documents),
    }


def arguments(path: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    """Yield each argument of *parser* and of its actions, with the words that stand before it."""
    for action in parser._actions:  # noqa: SLF001 - what shtab itself reads
        if isinstance(action.choices, dict):
            for name, below in action.choices.items():
                yield from arguments(f"{path} {name}", below)
        else:
            yield path, action


def _name(path: str, action: argparse.Action) -> str:
    return action.option_strings[-1] if action.option_strings else f"{path} {action.dest}"


def _plain(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if PLAIN.issuperset(name)))
