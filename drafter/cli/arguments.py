"""Parsing the command line, with messages in plain words.

argparse does the parsing. Its own messages are not shown: the parser works out from the arguments what is
wrong.
"""

import argparse
import sys
import textwrap
from collections.abc import Sequence
from typing import Any, NoReturn

from drafter.cli import USAGE
from drafter.cli.shared import meant, width, wrapped
from drafter.frozen import frozen
from drafter.language.english import SCREEN


class Parser(argparse.ArgumentParser):
    """A parser that tells in a sentence what is wrong, what may have been meant, and where help is."""

    given: Sequence[str] = ()
    """The arguments that are being parsed."""
    values: argparse.Namespace
    """The values read so far."""

    def __init__(self, **settings: Any) -> None:
        # False: argparse raises what it finds, with the name of the argument, and does not print it.
        super().__init__(**{"exit_on_error": False, **settings})

    def error(self, message: str) -> NoReturn:
        """End the process as for wrong usage. Before Python 3.13, argparse calls this for what is missing."""
        self._end(self._missing() or f"{message}.")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return the values and no argument that is left: what is wrong ends the process, with a message."""
        self.given = list(sys.argv[1:] if args is None else args)
        self.values = argparse.Namespace() if namespace is None else namespace
        self._refuse_unclear_options()
        try:
            values, left = super().parse_known_args(self.given, self.values)
        except argparse.ArgumentError as error:
            self._end(self._wrong(error))
        if left:
            self._end(self._unknown(left))
        return values, left

    def _end(self, message: str) -> NoReturn:
        text = wrapped(f"{self.prog}: {message}", hanging="    ")
        self.exit(USAGE, f"{text}\n    Help and examples: {self.prog} --help\n")

    def _refuse_unclear_options(self) -> None:
        """End the process where the beginning of an option could be that of several."""
        names = self._long_options()
        before_dashes = self.given[: self.given.index("--")] if "--" in self.given else self.given
        for argument in before_dashes:
            typed = argument.partition("=")[0]  # the value may be private
            near = [name for name in names if name.startswith(typed)]
            if typed.startswith("--") and typed not in names and len(near) > 1:
                self._end(f"'{typed}' may be {SCREEN.listed(near, 'or')}. Write the whole option.")

    def _wrong(self, error: argparse.ArgumentError) -> str:
        """Return what is wrong with the argument that *error* names, and what to do."""
        action = next((each for each in self._actions if _name(each) == error.argument_name), None)
        if action is None:
            return self._missing() or f"{error.message}."
        name = _name(action)
        if isinstance(error.__context__, NoChoice):
            after = f" after {name}" if action.option_strings else ""
            return f"there is no '{error.__context__.typed}'{after}.{error.__context__.hint()}"
        if action.nargs == argparse.PARSER:  # the actions of a command
            typed = next((each for each in self.given if not each.startswith("-")), "")
            return f"there is no '{typed}'.{NoChoice(typed, tuple(action.choices or ())).hint()}"
        if error.__context__ is not None:  # a type of Python's own, which no command uses yet
            return f"{name}: {error.message}."
        if action.nargs == 0:
            return f"{name} takes no value. Write it without '='."
        return f"{name}: a value is missing after it."

    def _missing(self) -> str:
        """Return what must be written and is not there, or nothing."""
        missing = [
            each for each in self._actions if each.required and getattr(self.values, each.dest, None) is None
        ]
        if not missing:
            return ""
        if missing[0].nargs == argparse.PARSER:
            return f"say what to do: {SCREEN.listed(list(missing[0].choices or ()), 'or')}."
        return f"{', '.join(map(_name, missing))} is missing. Write it after the command."

    def _unknown(self, left: Sequence[str]) -> str:
        """Return what to say about the arguments that nothing here takes."""
        if any("private" in argument for argument in self.given):  # what is left may be part of a name
            return "a word too many. Put quotation marks round a value with blanks."
        first = next(iter(left[0].split()), "").partition("=")[0]
        options = [name for name in self._long_options() if name != "--help"]
        return f"'{first}' is not known here.{meant(first, options)}"

    def _long_options(self) -> list[str]:
        names = [name for action in self._actions for name in action.option_strings]
        return [name for name in names if name.startswith("--")]


def _name(action: argparse.Action) -> str:
    """Return the name that help and messages have for *action*."""
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


class NoChoice(argparse.ArgumentTypeError):
    """What was typed is none of the choices."""

    def __init__(self, typed: str, choices: Sequence[str]) -> None:
        super().__init__(typed)
        self.typed = typed
        self.choices = choices

    def hint(self) -> str:
        """Return what may have been meant, and what there is."""
        return f"{meant(self.typed, self.choices)} There are: {SCREEN.listed(self.choices, 'or')}."


@frozen
class OneOf:
    """Reads an argument that is one of a few words. Raises NoChoice for any other."""

    choices: tuple[str, ...]

    def __call__(self, typed: str) -> str:
        """Return *typed*, which is one of the choices."""
        if typed not in self.choices:
            raise NoChoice(typed, self.choices)
        return typed


def add_choice(
    parser: argparse.ArgumentParser, name: str, choices: Sequence[str], **settings: Any
) -> argparse.Action:
    """Add the argument *name* to *parser*, which is one of *choices*. *settings* are those of argparse."""
    return parser.add_argument(name, type=OneOf(tuple(choices)), choices=tuple(choices), **settings)


def make_parser(command: str, about: str, example: str) -> argparse.ArgumentParser:
    """Return a parser for *command* whose help ends with *example*."""
    return Parser(prog=f"drafter {command}", **_look(about, example))


def add_action(actions: Any, name: str, about: str, example: str, more: str = "") -> argparse.ArgumentParser:
    """Add the action *name* to *actions* and return its parser, whose help ends with *example*."""
    sentence = f"{about[0].upper()}{about[1:]}. {more}"
    parser: argparse.ArgumentParser = actions.add_parser(name, help=about, **_look(sentence, example))
    return parser


def _look(about: str, example: str) -> dict[str, Any]:
    return {
        "description": textwrap.fill(about, width() - 2),
        "epilog": f"example:\n{textwrap.indent(example, '  ')}",
        "formatter_class": _Help,
    }


class _Help(argparse.RawDescriptionHelpFormatter):
    """The lines of an example stay as they are; nothing is wider than prose should be."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)
