"""The command line: parse, call, print, exit. The only room that prints.

A command's module is imported when the command is called, so that ``drafter --help`` stays quick.
"""

import codecs
import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, TextIO

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


FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when there is no room left for what is printed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that *argv* names (default: the process's arguments) and return the exit status."""
    make_printable()
    try:
        try:
            return _chosen(argv)
        finally:
            sys.stdout.flush()  # here a fault can still be told; at the end of the process it could not
    except BrokenPipeError:
        _let_go(sys.stdout)  # the reader of a pipe went away: nothing is wrong
        return DONE
    except OSError as error:
        if error.errno not in FULL:
            raise
        _let_go(sys.stdout)
        with suppress(OSError):
            print(
                f"drafter: the output cannot be written ({error.strerror}).\n"
                "    Make room, or send it somewhere else.",
                file=sys.stderr,
            )
        return FAULT


def make_printable() -> None:
    """Let every sign be printed: one that the terminal or the pipe does not know is put in simpler ones."""
    codecs.register_error("drafter", _simpler)
    if sys.stdout is None:  # closed by whoever called: what is printed goes nowhere
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="drafter")


_SIMPLER = str.maketrans(
    {
        "✓": "OK", "─": "-", "–": "-", "—": "-", "•": "*", "·": "-", "…": "...", "×": "x", "→": "->",
        "›": ">", "‹": "<", "»": ">", "«": "<", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
        "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i",
    }
)  # fmt: skip
"""What stands for a sign where it cannot be printed; a letter with an accent loses that alone."""


def _simpler(error: UnicodeError) -> tuple[str, int]:
    """Return what is printed in place of the signs of which *error* tells, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    signs = error.object[error.start : error.end].translate(_SIMPLER)
    plain = (unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?" for sign in signs)
    return "".join(plain), error.end


def _let_go(stream: TextIO) -> None:
    """Send what *stream* still holds nowhere, so that the end of the process does not trip over it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _chosen(argv: Sequence[str] | None) -> int:
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
    options = None
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
        from drafter.cli.shared import WrongUsage, faults_as_data, faults_in_words, print_json

        if getattr(options, "json", False):
            print_json({"faults": faults_as_data(error.faults)})
        else:
            print(faults_in_words(error.faults), file=sys.stderr)
        if isinstance(error, WrongUsage):
            return USAGE
        return STOPPED if isinstance(error, Stopped) else FAULT
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
