"""The argument parsers of the commands around the work: description of files, completion, a check-up."""

import argparse

from drafter.cli.arguments import add_choice, make_parser
from drafter.language.english import SCREEN

SHELLS = ("bash", "zsh", "fish", "powershell")


def schema_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter schema``."""
    parser = make_parser(
        "schema",
        "Print the JSON Schema of the answers file, of the report of a check, of what was imported, of what "
        "is kept of that, or of a comparison. An editor can use the first to complete and check answers.",
        "drafter schema > answers.schema.json\n"
        "# then, as the first line of an answers file:\n"
        "# yaml-language-server: $schema=answers.schema.json\n"
        "drafter schema --report > report.schema.json",
    )
    parser.add_argument("--report", action="store_true", help="describe what 'drafter check --json' prints")
    parser.add_argument(
        "--imported", action="store_true", help="describe what 'drafter import --json' prints"
    )
    parser.add_argument(
        "--recommendations", action="store_true", help="describe what 'drafter recommendations --json' prints"
    )
    parser.add_argument(
        "--compared", action="store_true", help="describe what 'drafter compare --json' prints"
    )
    return parser


def doctor_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter doctor``."""
    parser = make_parser(
        "doctor",
        "Check the terminal, the editor, LibreOffice, the typeface, the folders, the private files and the "
        "library, and say what to put right. drafter changes nothing and opens no network connection. Exit "
        "status: 1 if there is a problem.",
        "drafter doctor\ndrafter doctor --json",
    )
    parser.add_argument("--json", action="store_true", help="print every check as JSON")
    return parser


def completion_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter completion``."""
    parser = make_parser(
        "completion",
        "Print a script for your shell. With it, the Tab key completes commands, options, file names, and "
        "the names of themes, documents and clauses. After you update drafter, print the script again.",
        "drafter completion bash > ~/.local/share/bash-completion/completions/drafter\n"
        "drafter completion zsh > ~/.zfunc/_drafter\n"
        "drafter completion fish > ~/.config/fish/completions/drafter.fish\n"
        "drafter completion powershell > drafter.ps1",
    )
    add_choice(parser, "shell", SHELLS, metavar="SHELL", help=f"your shell: {SCREEN.listed(SHELLS, 'or')}")
    return parser
