"""The command line: parse, call, print, exit. The only room that prints.

A command's module is imported when the command is called, so that ``drafter --help`` stays quick.
"""

import errno
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from drafter.cli.late import import_metadata_late
from drafter.cli.streams import let_go, make_printable, say_on_errors

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

COMMANDS = {
    "new": "write a submission, question by question, or go on with one",
    "build": "make the Word file from saved answers",
    "preview": "show the document in the terminal, with its word count",
    "clauses": "list, search, show and check the clauses of the library",
    "mechanisms": "list the documents that can be written, and show their rules",
    "roster": "print a sign-on sheet for a coalition",
    "profile": "remember your organisation for every submission",
    "schema": "print the JSON Schema of the answers file",
    "completion": "print a script that completes commands when you press Tab",
}

TALKING = ("menu", "new", "profile")
"""Commands that hold a conversation, and may run for hours."""

_COLLECTIONS = (200_000, 20, 50)
"""New objects between two collections in a conversation, and how many of the small ones precede a larger."""

DONE, FAULT, USAGE, STOPPED = 0, 1, 2, 130
"""Exit statuses: done; something to put right; wrong usage; stopped with everything saved."""


FOREIGN_FILE = "deploy.py"
"""A file of the other package that is named ``drafter``: it has this in its folder, and drafter does not."""

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when there is no room left for what is printed."""


def main(argv: Sequence[str] | None = None, begin: Callable[[], object] = lambda: None) -> int:
    """Run the command that *argv* names (default: the process's arguments) and return the exit status.

    *begin* is called when the modules of the command are loaded and Ctrl-C is caught from then on.
    """
    make_printable()
    check_installation()
    try:
        try:
            return _chosen(argv, begin)
        finally:
            sys.stdout.flush()  # here a fault can still be told; at the end of the process it could not
    except KeyboardInterrupt:  # before or after a command: while it loads, or while its output is flushed
        say_on_errors("\nStopped.")
        return STOPPED
    except BrokenPipeError:
        let_go(sys.stdout)  # the reader of a pipe went away: nothing is wrong
        return DONE
    except OSError as error:
        if error.errno not in FULL:
            raise
        let_go(sys.stdout)
        say_on_errors(
            f"drafter: the output cannot be written ({error.strerror}).\n"
            "    Make room, or send it somewhere else."
        )
        return FAULT


def check_installation() -> None:
    """Say so where another package named ``drafter`` has files in this one; end where they replace ours.

    The command of the other package starts ``drafter.cli:main``, too, where that package was installed later.
    """
    package = sys.modules["drafter"]
    ours = hasattr(package, "DISTRIBUTION")
    if ours and not os.path.exists(os.path.join(package.__path__[0], FOREIGN_FILE)):
        return
    installation = import_module("rights_drafter")  # drafter/installation.py, as it is installed
    if not ours:
        sys.exit(installation.not_ours())
    say_on_errors(installation.shared())


def _chosen(argv: Sequence[str] | None, begin: Callable[[], object]) -> int:
    given = list(sys.argv[1:] if argv is None else argv)
    if wrong := not_utf8(given):
        print(wrong, file=sys.stderr)
        return USAGE
    if not given and sys.stdin.isatty() and sys.stdout.isatty():
        return _run("menu", given, begin)
    if not given or given[0] in ("-h", "--help", "help"):
        print(overview())
        return DONE if given else USAGE
    if given[0] in ("-V", "--version"):
        from drafter import __version__  # a checkout is read from the package itself

        print(f"drafter {__version__}")
        return DONE
    name = given[0]
    if name not in COMMANDS:
        return _unknown(name)
    return _run(name, given[1:], begin)


def not_utf8(arguments: Sequence[str]) -> str:
    """Return what is wrong where one of *arguments* is not UTF-8 text, or nothing.

    A value is not repeated: it may be a name that nobody else should see.
    """
    for number, argument in enumerate(arguments, 1):
        # Python reads a byte that is not UTF-8 as half of a pair, which no text holds.
        if any("\ud800" <= letter <= "\udfff" for letter in argument):
            shown, equals, _ = argument.partition("=")
            return (
                f"drafter: argument {number} ({shown}{'=…' if equals else ''}) is not UTF-8 text. "
                "Nothing was changed.\n"
                "    Set your terminal to UTF-8 and type it again. Rename the file if it is a file name."
            )
    return ""


def _run(name: str, arguments: list[str], begin: Callable[[], object]) -> int:
    from drafter.errors import DrafterError, Stopped

    gc.disable()  # a command that lives for a second creates too little garbage to collect
    # pydantic would look through every installed package for plugins, and there are none for drafter.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    import_metadata_late()
    options = None if name == "menu" else _parsed(name, arguments)
    module = import_module(f"drafter.cli.{name}")
    if name in TALKING:
        gc.set_threshold(*_COLLECTIONS)
        gc.enable()
    try:
        begin()
        if name == "menu":
            from drafter.terminal.asker import is_plain, keyboard

            with keyboard(plain=is_plain(False)):
                return int(module.menu())
        status: int = module.run(options)
    except KeyboardInterrupt:
        print("\nStopped. Everything answered so far is saved.", file=sys.stderr)
        return STOPPED
    except DrafterError as error:
        from drafter.cli.shared import WrongUsage, faults_as_data, faults_in_words, print_json

        if getattr(options, "json", False):
            print_json({"faults": faults_as_data(error.faults)})
        else:
            print(faults_in_words(error.faults), file=sys.stderr)
        if isinstance(error, WrongUsage):
            return USAGE
        return STOPPED if isinstance(error, Stopped) else FAULT
    finally:
        _save_cache()
    return status


def _parsed(name: str, arguments: list[str]) -> "Namespace":
    """Return the *arguments* of the command *name*. Help and wrong usage end the process here."""
    parser: ArgumentParser = import_module("drafter.cli.parsers").parser_of(name)
    return parser.parse_args(arguments)


def _save_cache() -> None:
    """Keep what was made from the library's files, for the next command; not all commands make any of it."""
    if "drafter.cache" in sys.modules:
        from drafter.cache import shared

        shared().save()


def overview() -> str:
    """Return the text of ``drafter --help``."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {text}" for name, text in COMMANDS.items()]
    return "\n".join(
        (
            "usage: drafter COMMAND …",
            "",
            "Guided drafting of submissions to the United Nations human rights system.",
            "",
            *lines,
            "",
            "Begin with:  drafter new my-submission.yaml",
            "Help for one command:  drafter COMMAND --help",
        )
    )


def _unknown(name: str) -> int:
    from drafter.language.english import SCREEN
    from drafter.search import did_you_mean, nearest

    near = [f"'drafter {command}'" for command in nearest(name, COMMANDS, limit=1)]
    hint = did_you_mean(near, SCREEN) or "'drafter --help' lists the commands."
    print(f"drafter: there is no command '{name}'. {hint}", file=sys.stderr)
    return USAGE


def usage(message: str) -> NoReturn:
    """End the process as for wrong usage, with *message*."""
    print(f"drafter: {message}", file=sys.stderr)
    raise SystemExit(USAGE)
