"""``drafter completion``: a script that lets a shell complete what you type when you press Tab.

The script does not start drafter. It contains the commands, options and names that existed when it was
printed.
"""

import argparse
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.cli import COMMANDS, DONE
from drafter.cli.parsers import parser_of
from drafter.drafting.remark_types import remark_types
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.remark import FAMILIES

PLAIN = frozenset(string.ascii_letters + string.digits + "-_/")
"""The characters that no shell treats specially."""


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    print(shtab.complete(whole_parser(library_for(), shtab.FILE), shell=options.shell))
    return DONE


def whole_parser(library: Library, file: object) -> argparse.ArgumentParser:
    """Return one parser with all commands, for completion only; its choices are names from *library*.

    *file* is shtab's marker for an argument that is a file.
    """
    whole = argparse.ArgumentParser(prog="drafter")
    whole.add_argument("-V", "--version", action="version", help="print the version")
    commands = whole.add_subparsers()
    names = names_to_complete(library)
    for command, about in COMMANDS.items():
        command_parser = parser_of(command)
        # The new parser takes the options and actions of the command's own parser, and its prog.
        commands.add_parser(command, help=about, parents=[command_parser], add_help=False)
        for path, action in arguments(command, command_parser):
            if action.type is Path:
                action.complete = file  # type: ignore[attr-defined]
            elif action.choices is None and (name := _name(path, action)) in names:
                action.choices = names[name]
    return whole


def names_to_complete(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the possible values of arguments that take names from *library*, by argument.

    Names with characters that a shell treats specially are left out: shells expand what they complete, and
    a library may come from strangers.
    """
    documents = (*library.mechanism_ids, *library.document_ids())
    clauses = _plain(library.clause_ids())
    states = _plain(state.name for state in library.states.values())
    codes = [kind.code for kind in remark_types()]
    return {
        "--as": _plain(library.document_ids()),
        "--select": _plain((*FAMILIES, *codes)),
        "--ignore": _plain((*FAMILIES, *codes)),
        "--explain": _plain(codes),
        "--theme": _plain(library.themes.themes),
        "--position": _plain(library.themes.positions),
        "--document": _plain(library.document_ids()),
        "--extends": clauses,
        "--body": _plain(library.mechanism_ids),
        "--state": states,
        "--made-by": states,
        "clauses show id": clauses,
        "mechanisms show id": _plain(documents),
    }


def arguments(path: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    """Yield each argument of *parser* and of its actions, with the words that precede it."""
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
