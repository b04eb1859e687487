"""Parsing the command line, with messages in plain words.

argparse does the parsing. Its own messages are not shown: the parser works out from the arguments what is
wrong.
"""

import argparse
import sys
import textwrap
from collections.abc import Sequence
from typing import Any, NoReturn, TypedDict

from drafter.cli import USAGE
from drafter.cli.faults import similar_hint
from drafter.cli.layout import wrapped
from drafter.cli.screen_width import width
from drafter.frozen import frozen
from drafter.language.english import SCREEN

_NOT_BOTH = "not allowed with argument"
"""In argparse's message on options of which only one may be used."""


class Parser(argparse.ArgumentParser):
    """A parser that says in a sentence what is wrong, what may have been meant, and how to get help."""

    arguments: Sequence[str] = ()
    """The arguments that are being parsed."""
    values: argparse.Namespace
    """The values parsed so far."""

    def __init__(self, **settings: Any) -> None:
        # False: argparse raises an error with the name of the argument, and does not print it.
        super().__init__(**{"exit_on_error": False, **settings})

    def error(self, message: str) -> NoReturn:
        """End the process as for wrong usage. Before Python 3.13, argparse calls this for what is missing."""
        self._end(self._missing_message() or f"{message}.")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return the values, and an empty list: any wrong argument ends the process with a message."""
        self.arguments = list(sys.argv[1:] if args is None else args)
        self.values = argparse.Namespace() if namespace is None else namespace
        self._refuse_ambiguous_options()
        try:
            values, unknown = super().parse_known_args(self.arguments, self.values)
        except argparse.ArgumentError as error:
            self._end(self._error_message(error))
        if unknown:
            self._end(self._unknown_message(unknown))
        return values, unknown

    def _end(self, message: str) -> NoReturn:
        text = wrapped(f"{self.prog}: {message}", hanging="    ")
        self.exit(USAGE, f"{text}\n    Help and examples: {self.prog} --help\n")

    def _refuse_ambiguous_options(self) -> None:
        """End the process if an abbreviated option could be any of several."""
        names = self._long_options()
        end = self.arguments.index("--") if "--" in self.arguments else len(self.arguments)
        for argument in self.arguments[:end]:
            typed = argument.partition("=")[0]  # the value may be private
            matches = [name for name in names if name.startswith(typed)]
            if typed.startswith("--") and typed not in names and len(matches) > 1:
                self._end(f"'{typed}' could be {SCREEN.listed(matches, 'or')}. Write the whole option.")

    def _error_message(self, error: argparse.ArgumentError) -> str:
        """Return what is wrong with the argument that *error* names, and what to do."""
        action = next((each for each in self._actions if _name(each) == error.argument_name), None)
        if action is None:
            return self._missing_message() or f"{error.message}."
        name = _name(action)
        if isinstance(error.__context__, NoSuchChoice):
            after = f" after {name}" if action.option_strings else ""
            return f"there is no '{error.__context__.typed}'{after}.{error.__context__.hint()}"
        if action.nargs == argparse.PARSER:  # the actions of a command
            typed = next((each for each in self.arguments if not each.startswith("-")), "")
            return f"there is no '{typed}'.{NoSuchChoice(typed, tuple(action.choices or ())).hint()}"
        if error.__context__ is not None:  # WholeNumber
            return f"{name}: {error.message}."
        if _NOT_BOTH in error.message:
            return f"use {error.message.rpartition(_NOT_BOTH)[2].strip()} or {name}, not both."
        if action.nargs == 0:
            return f"{name} takes no value. Write it without '='."
        return f"{name}: write a value after it."

    def _missing_message(self) -> str:
        """Return which required arguments are missing, ``""`` if none is."""
        missing = [
            each for each in self._actions if each.required and getattr(self.values, each.dest, None) is None
        ]
        if not missing:
            return ""
        if missing[0].nargs == argparse.PARSER:
            return f"say what to do: {SCREEN.listed(list(missing[0].choices or ()), 'or')}."
        return f"{', '.join(map(_name, missing))} is missing. Write it after the command."

    def _unknown_message(self, unknown: Sequence[str]) -> str:
        """Return what to say about arguments that this command does not have."""
        if any("private" in argument for argument in self.arguments):  # an argument may be part of a name
            return "there is an argument too many. Put quotation marks around a value with spaces."
        first = next(iter(unknown[0].split()), "").partition("=")[0]
        options = [name for name in self._long_options() if name != "--help"]
        if not first.startswith("-"):
            hint = " Put quotation marks around a file name with spaces." if self._has_split_name() else ""
            return f"'{first}' is not expected here.{hint}"
        return f"there is no option '{first}'.{similar_hint(first, options)}"

    def _has_split_name(self) -> bool:
        """Return whether the arguments look like a file name that the shell has split at its spaces."""
        values = [each for each in self.arguments if not each.startswith("-")]
        has_ending = [each.lower().endswith((".yaml", ".yml", ".docx")) for each in values]
        return any(has_ending) and not has_ending[0]

    def _long_options(self) -> list[str]:
        names = [name for action in self._actions for name in action.option_strings]
        return [name for name in names if name.startswith("--")]


def _name(action: argparse.Action) -> str:
    """Return the name of *action* in help and messages."""
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


class NoSuchChoice(argparse.ArgumentTypeError):
    """An argument is none of its choices."""

    def __init__(self, typed: str, choices: Sequence[str]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.choices = choices

    def hint(self) -> str:
        """Return what may have been meant, and all choices."""
        return f"{similar_hint(self.typed, self.choices)} Choose {SCREEN.listed(self.choices, 'or')}."


@frozen
class OneOf:
    """A type for an argument with a few choices. Raises NoSuchChoice for any other text."""

    choices: tuple[str, ...]

    def __call__(self, typed: str) -> str:
        """Return *typed*, which is one of the choices."""
        if typed not in self.choices:
            raise NoSuchChoice(typed, self.choices)
        return typed


@frozen
class WholeNumber:
    """A type for an argument that is a whole number. Raises ArgumentTypeError for any other text."""

    least: int
    most: int
    example: str
    """Completes "write …": ``a year, such as 2019``."""

    def __call__(self, typed: str) -> int:
        """Return *typed* as a number."""
        if typed.isdecimal() and len(typed) < 10 and self.least <= int(typed) <= self.most:
            return int(typed)
        raise argparse.ArgumentTypeError(f"write {self.example}")


def add_choice(
    parser: argparse.ArgumentParser,
    name: str,
    choices: Sequence[str],
    *,
    metavar: str | None = None,
    default: str | None = None,
    help: str | None = None,  # noqa: A002 - argparse's name
) -> argparse.Action:
    """Add the argument *name*, one of *choices*, to *parser*. The settings are those of argparse."""
    return parser.add_argument(
        name, type=OneOf(tuple(choices)), choices=tuple(choices), metavar=metavar, default=default, help=help
    )


def make_parser(command: str, about: str, example: str) -> argparse.ArgumentParser:
    """Return a parser for *command* whose help ends with *example*."""
    return Parser(prog=f"drafter {command}", **_help_settings(about, example))


def add_action(actions: Any, name: str, about: str, example: str, more: str = "") -> argparse.ArgumentParser:
    """Add the action *name* to *actions* and return its parser, whose help ends with *example*."""
    sentence = f"{about[0].upper()}{about[1:]}. {more}"
    parser: argparse.ArgumentParser = actions.add_parser(
        name, help=about, **_help_settings(sentence, example)
    )
    return parser


class _HelpSettings(TypedDict):
    """The settings of an argparse parser for its help."""

    description: str
    epilog: str
    formatter_class: type[argparse.HelpFormatter]


def _help_settings(about: str, example: str) -> _HelpSettings:
    return {
        "description": textwrap.fill(about, width() - 2),
        "epilog": f"{'examples' if chr(10) in example else 'example'}:\n{textwrap.indent(example, '  ')}",
        "formatter_class": _HelpFormatter,
    }


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of an example as they are, and all others as narrow as other prose."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)
