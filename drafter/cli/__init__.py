"""The command line: parse, call, print, exit. The only room that prints.

A command's module is imported when the command is called, so that ``drafter --help`` stays quick.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

COMMANDS = {
    "new": "write a submission, question by question, or go on with one",
    "build": "make the Word file from saved answers",
    "preview": "show the document in the terminal, with its word count",
    "clauses": "list, search, show and check the clauses of the library",
    "mechanisms": "list the documents that can be written, and show their rules",
    "roster": "print a sign-on sheet for a coalition",
    "profile": "remember your organisation for every submission",
    "schema": "print the JSON Schema of the answers file",
}

TALKING = ("menu", "new", "profile")
"""Commands that hold a conversation, and may run for hours."""

DONE, FAULT, USAGE, STOPPED = 0, 1, 2, 130
"""Exit statuses: done; something to put right; wrong usage; stopped with everything saved."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that *argv* names (default: the process's arguments) and return the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    if not given and sys.stdin.isatty() and sys.stdout.isatty():
        return _run("menu", given)
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
    return _run(name, given[1:])


def _run(name: str, arguments: list[str]) -> int:
    from drafter.errors import DrafterError, Stopped

    if name not in TALKING:
        gc.disable()  # a command that lives for a second makes no rubbish worth collecting
    # pydantic would look through every installed package for plugins, and there are none for drafter.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    module = import_module(f"drafter.cli.{name}")
    try:
        if name == "menu":
            from drafter.cli.terminal import is_plain, keyboard

            with keyboard(plain=is_plain(False)):
                return int(module.menu())
        options = module.parser().parse_args(arguments)
        status: int = module.run(options)
    except KeyboardInterrupt:
        print("\nStopped. Everything answered so far is saved.", file=sys.stderr)
        return STOPPED
    except DrafterError as error:
        from drafter.cli.shared import faults_in_words

        print(faults_in_words(error.faults), file=sys.stderr)
        return STOPPED if isinstance(error, Stopped) else FAULT
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe went away: nothing is wrong
        return DONE
    return status


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
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    hint = f" Did you mean 'drafter {near[0]}'?" if near else " 'drafter --help' lists the commands."
    print(f"drafter: there is no command '{name}'.{hint}", file=sys.stderr)
    return USAGE


def usage(message: str) -> NoReturn:
    """End the process as for wrong usage, with *message*."""
    print(f"drafter: {message}", file=sys.stderr)
    raise SystemExit(USAGE)
