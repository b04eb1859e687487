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
from drafter.cli.streams import discard_output, make_printable, print_error

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

COMMANDS = {
    "new": "write a submission, question by question, or continue one",
    "build": "make the Word file from saved answers",
    "merge": "take edits from the Word file back into the answers",
    "preview": "show the document in the terminal, with its word count",
    "check": "check answers files and Word files, and say what would be better",
    "compare": "show what changed between two versions, and write it as tracked changes",
    "import": "read the recommendations in a file that you downloaded",
    "clauses": "list, search, show and check the clauses of the library",
    "recommendations": "search what United Nations bodies have recommended to States",
    "mechanisms": "list the documents that you can write, and show their rules",
    "look": "check whether a Word file can be your letterhead",
    "roster": "write a sign-on sheet for a coalition",
    "profile": "save your organisation for every submission",
    "schema": "print the JSON Schema of the answers file or of a check",
    "doctor": "check that your computer has what drafter needs",
    "completion": "print a script that completes commands when you press Tab",
}

_MODULES = {"import": "import_file"}
"""The modules of commands whose name no module can have."""

INTERACTIVE = ("menu", "new", "profile", "merge")
"""Commands that ask questions and may run for hours."""

ASKING = (*INTERACTIVE, "import", "mechanisms")
"""Commands that ask questions: what they print is wrapped as their questions are."""

_COLLECTIONS = (200_000, 20, 50)
"""The thresholds of the garbage collector in an interactive command, as for ``gc.set_threshold``."""

DONE, FAULT, USAGE, STOPPED = 0, 1, 2, 130
"""Exit statuses: done; something to correct; wrong usage; stopped with everything saved."""

PLAIN = "ACCESSIBLE"
"""The environment variable that asks in plain mode."""

FOREIGN_FILE = "deploy.py"
"""A file in the folder of another package named ``drafter``, which this package does not have."""

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""The numbers of the errors that mean that the output has no room left."""


def main(argv: Sequence[str] | None = None, begin: Callable[[], object] = lambda: None) -> int:
    """Run the command in *argv* (default: the arguments of the process) and return the exit status.

    *begin* is called when the modules of the command are loaded. From then on Ctrl-C is caught.
    """
    make_printable()
    check_installation()
    try:
        try:
            return _run_arguments(argv, begin)
        finally:
            sys.stdout.flush()  # here an error can still be reported; at the end of the process it could not
    except KeyboardInterrupt:  # while a command loads, or while its output is flushed
        print_error("\nStopped.")
        return STOPPED
    except BrokenPipeError:
        discard_output(sys.stdout)  # the reader of the pipe has ended: nothing is wrong
        return DONE
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        discard_output(sys.stdout)
        print_error(
            f"drafter: the output cannot be written ({error.strerror}).\n"
            "    Free some space, or send the output somewhere else."
        )
        return FAULT


def check_installation() -> None:
    """Report that another package named ``drafter`` shares this folder; exit if its files replaced ours.

    If that package was installed later, its command starts ``drafter.cli:main`` too.
    """
    package = sys.modules["drafter"]
    ours = hasattr(package, "DISTRIBUTION")
    if ours and not os.path.exists(os.path.join(package.__path__[0], FOREIGN_FILE)):
        return
    installation = import_module("rights_drafter")  # the installed name of drafter/installation.py
    if not ours:
        sys.exit(installation.not_ours())
    print_error(installation.shared())


def _run_arguments(argv: Sequence[str] | None, begin: Callable[[], object]) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if fault := utf8_fault(arguments):
        print(fault, file=sys.stderr)
        return USAGE
    if arguments[:1] == ["--plain"]:
        os.environ[PLAIN] = "1"  # for the menu, and for every command that it runs
        arguments = arguments[1:]
    if not arguments and sys.stdin.isatty() and sys.stdout.isatty():
        return _run("menu", arguments, begin)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(help_text())
        return DONE if arguments else USAGE
    if arguments[0] in ("-V", "--version"):
        from drafter import __version__  # in a checkout, read from the package itself

        print(f"drafter {__version__}")
        return DONE
    name = arguments[0]
    if name not in COMMANDS:
        return _report_unknown(name)
    return _run(name, arguments[1:], begin)


def utf8_fault(arguments: Sequence[str]) -> str:
    """Return a message if one of *arguments* is not UTF-8 text, ``""`` otherwise.

    A value is not repeated: it may be a private name.
    """
    for number, argument in enumerate(arguments, 1):
        # Python reads a byte that is not UTF-8 as half of a surrogate pair, which no text has.
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

    gc.disable()  # a command that runs for a second creates too little garbage to collect
    # pydantic would search every installed package for plugins. drafter needs none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    import_metadata_late()
    options = None if name == "menu" else _parsed(name, arguments)
    module = import_module(f"drafter.cli.{module_name(name)}")
    if name in INTERACTIVE:
        gc.set_threshold(*_COLLECTIONS)
        gc.enable()
    if name in ASKING and sys.stdout.isatty():
        _wrap_lines(options)
    try:
        begin()
        if name == "menu":
            from drafter.terminal.asker import is_plain, keyboard

            with keyboard(plain=is_plain(False)):
                return int(module.menu())
        status: int = module.run(options)
    except KeyboardInterrupt as stop:
        print(f"\nStopped. {str(stop) or 'Everything answered so far is saved.'}", file=sys.stderr)
        return STOPPED
    except DrafterError as error:
        from drafter.cli.faults import WrongUsage, faults_as_data, faults_in_words
        from drafter.cli.streams import print_json

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


def _wrap_lines(options: "Namespace | None") -> None:
    """Let printed lines be wrapped at a terminal, unless a program or a screen reader takes whole lines."""
    from drafter.cli.streams import wrap_printed_lines
    from drafter.terminal.asker import is_plain

    if not (getattr(options, "json", False) or is_plain(getattr(options, "plain", False))):
        wrap_printed_lines()


def module_name(command: str) -> str:
    """Return the name of the module in this package that has *command*."""
    return _MODULES.get(command, command)


def _parsed(name: str, arguments: list[str]) -> "Namespace":
    """Return the *arguments* of the command *name*. Help and wrong usage end the process here."""
    parser: ArgumentParser = import_module("drafter.cli.parsers").parser_of(name)
    return parser.parse_args(arguments)


def _save_cache() -> None:
    """Save the parsed files of the library for the next command, if this one has parsed any."""
    if "drafter.cache" in sys.modules:
        from drafter.cache import shared

        shared().save()


def help_text() -> str:
    """Return the text of ``drafter --help``."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {text}" for name, text in COMMANDS.items()]
    return "\n".join(
        (
            "usage: drafter COMMAND …",
            "",
            "Write submissions to the United Nations human rights system, question by question.",
            "",
            *lines,
            "",
            "Begin with:  drafter new my-submission.yaml",
            "For screen readers:  drafter --plain",
            "Help for one command:  drafter COMMAND --help",
        )
    )


def _report_unknown(name: str) -> int:
    """Print that there is no command *name*, with a similar one, and return the exit status."""
    from drafter.language.english import SCREEN
    from drafter.search import did_you_mean, nearest

    near = [f"'drafter {command}'" for command in nearest(name, COMMANDS, limit=1)]
    hint = did_you_mean(near, SCREEN) or "'drafter --help' lists the commands."
    print(f"drafter: there is no command '{name}'. {hint}", file=sys.stderr)
    return USAGE


def exit_as_wrong_usage(message: str) -> NoReturn:
    """Print *message* and end the process with the exit status for wrong usage."""
    print(f"drafter: {message}", file=sys.stderr)
    raise SystemExit(USAGE)
