"""The argument parser of each command. ``--help`` needs only these, so this module imports nothing else."""

import argparse
from pathlib import Path

from drafter.cli.arguments import add_action, add_choice, make_parser
from drafter.language.english import SCREEN
from drafter.model.kinds import CLAUSE_KINDS

SHELLS = ("bash", "zsh", "fish", "powershell")


def parser_of(command: str) -> argparse.ArgumentParser:
    """Return the parser of ``drafter COMMAND``."""
    return _PARSERS[command]()


def _new() -> argparse.ArgumentParser:
    """Return the parser of ``drafter new``."""
    parser = make_parser(
        "new",
        "Write a submission, question by question. Every answer is saved before the next question. Ctrl-C "
        "stops at any time; the same command continues later.",
        "drafter new my-submission.yaml\n"
        "drafter new my-submission.yaml --plain\n"
        "drafter new b.yaml --from a.yaml --document ccpr/list-of-issues\n"
        "drafter new a.yaml --no-input --set document=upr/joint --set state=Norway",
    )
    parser.add_argument(
        "answers", nargs="?", type=Path, metavar="ANSWERS.yaml", default=Path("submission.yaml"),
        help="the answers file, new or begun (default: submission.yaml)",
    )  # fmt: skip
    parser.add_argument(
        "--plain",
        action="store_true",
        help="ask in numbered lines, for a screen reader (the same as ACCESSIBLE=1)",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="PATH=VALUE", dest="sets",
        help="save an answer without asking, such as state=Norway; can be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--set-private", action="append", default=[], metavar="PATH", dest="private_paths",
        help="save a private answer, such as private.cases.C1.name: type it without showing it, or give "
        "it as the next line of standard input; can be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--from", type=Path, metavar="OTHER.yaml", dest="origin",
        help="start with the organisations, facts, cases and clauses of another submission",
    )  # fmt: skip
    parser.add_argument(
        "--document", metavar="ID", help="with --from: the document to write, such as ccpr/list-of-issues"
    )
    parser.add_argument(
        "--no-input", action="store_true", help="do not ask questions: save the answers from --set and stop"
    )
    parser.add_argument(
        "--strict", action="store_true", help="with --no-input: exit with 1 if a question is unanswered"
    )
    return parser


def _build() -> argparse.ArgumentParser:
    """Return the parser of ``drafter build``."""
    parser = make_parser(
        "build",
        "Make the Word file from saved answers. If somebody has changed the file in Word, drafter does not "
        "overwrite it.",
        "drafter build my-submission.yaml\n"
        "drafter build a.yaml b.yaml -o submissions/\n"
        "drafter build my-submission.yaml --final\n"
        "drafter build my-appeal.yaml --public",
    )
    parser.add_argument(
        "answers", nargs="+", type=Path, metavar="ANSWERS.yaml", help="one or more answers files"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PATH",
        help="the Word file, or a folder for several (default: next to the answers file)",
    )  # fmt: skip
    parser.add_argument(
        "--force", action="store_true", help="overwrite the Word file even if somebody has changed it"
    )
    parser.add_argument(
        "--final", action="store_true", help="build only if nothing is open and the text is within the limit"
    )
    parser.add_argument(
        "--public", action="store_true",
        help="build the public version, with pseudonyms, as NAME-public.docx",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print the result and every remark as JSON")
    return parser


def _preview() -> argparse.ArgumentParser:
    """Return the parser of ``drafter preview``."""
    parser = make_parser(
        "preview",
        "Show the document in the terminal, with its word count against the limit, section by section.",
        "drafter preview my-submission.yaml\ndrafter preview my-submission.yaml --count",
    )
    parser.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    parser.add_argument("--count", action="store_true", help="show only the word count and the remarks")
    parser.add_argument("--json", action="store_true", help="print counts and remarks as JSON")
    return parser


def _clauses() -> argparse.ArgumentParser:
    """Return the parser of ``drafter clauses``."""
    parser = make_parser(
        "clauses",
        "List, search, show and check the clauses of the library.",
        "drafter clauses search overdose prison\n"
        "drafter clauses list --theme recovery --kind recommendation\n"
        "drafter clauses show compulsory-treatment/close-the-centres",
    )
    names = "list|search|show|themes|new|check|coverage"
    actions = parser.add_subparsers(dest="action", metavar=names, required=True)
    listing = add_action(
        actions, "list", "list all clauses, or those of a theme, kind, position or document",
        "drafter clauses list --theme overdose\ndrafter clauses list --document upr/joint --json",
    )  # fmt: skip
    searching = add_action(
        actions, "search", "find the clauses that have all the words",
        "drafter clauses search overdose prison\ndrafter clauses search iccpr:9 --kind standard",
        "The words can be in any order, whole or shortened. drafter looks in titles, texts and ids.",
    )  # fmt: skip
    searching.add_argument("words", nargs="+", metavar="WORD", help="a word that the clause must have")
    for action in (listing, searching):
        action.add_argument("--theme", metavar="ID", help="only this theme (see 'drafter clauses themes')")
        add_choice(
            action,
            "--kind",
            CLAUSE_KINDS,
            metavar="KIND",
            help=f"only this kind: {SCREEN.listed(CLAUSE_KINDS, 'or')}",
        )
        action.add_argument("--position", metavar="ID", help="only this position, such as neutral")
        action.add_argument(
            "--document", metavar="ID", help="only clauses that fit a document, such as upr/joint"
        )
    showing = add_action(
        actions, "show", "show one clause: its text, its questions and its authorities",
        "drafter clauses show recovery/national-continuum-of-care",
    )  # fmt: skip
    showing.add_argument("id", metavar="ID", help="the clause: theme/name, as in the list")
    showing.add_argument("--source", action="store_true", help="print the file of the clause")
    theming = add_action(
        actions, "themes", "list the themes, with the number of their clauses",
        "drafter clauses themes\ndrafter clauses themes women",
    )  # fmt: skip
    theming.add_argument("words", nargs="*", metavar="WORD", help="only themes that have these words")
    beginning = add_action(
        actions,
        "new",
        "start your own clause, in the folder ./clauses",
        "drafter clauses new recovery/our-own",
    )
    beginning.add_argument("id", metavar="ID", help="the new clause: theme/name, such as recovery/our-own")
    add_choice(
        beginning, "--kind", CLAUSE_KINDS, metavar="KIND", default="recommendation",
        help=f"{SCREEN.listed(CLAUSE_KINDS, 'or')} (default: recommendation)",
    )  # fmt: skip
    beginning.add_argument(
        "--extends", metavar="ID", default="", help="change a part of this clause, and keep the rest"
    )
    checking = add_action(
        actions, "check", "find faults in all clauses, your own and the bundled ones", "drafter clauses check"
    )
    covering = add_action(
        actions, "coverage", "list all items of the sources, with the clauses drawn from them",
        "drafter clauses coverage\ndrafter clauses coverage run-2023 housing",
    )  # fmt: skip
    covering.add_argument("words", nargs="*", metavar="WORD", help="only items that have these words")
    for action in (listing, searching, showing, theming, checking, covering):
        action.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _mechanisms() -> argparse.ArgumentParser:
    """Return the parser of ``drafter mechanisms``."""
    parser = make_parser(
        "mechanisms",
        "List the documents that you can write, and show the rules of each with source, date and confidence.",
        "drafter mechanisms choose\ndrafter mechanisms list women\ndrafter mechanisms show upr/joint",
    )
    actions = parser.add_subparsers(dest="action", metavar="choose|list|show", required=True)
    choosing = add_action(
        actions, "choose", "find the right document from a few questions",
        "drafter mechanisms choose\n"
        "drafter mechanisms choose --questions\n"
        "drafter mechanisms choose --set event=law-or-policy --set region=africa",
    )  # fmt: skip
    choosing.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", dest="sets",
        help="give an answer without being asked; can be repeated",
    )  # fmt: skip
    choosing.add_argument("--questions", action="store_true", help="print the names and values for --set")
    choosing.add_argument("--plain", action="store_true", help="ask in numbered lines, for a screen reader")
    listing = add_action(
        actions, "list", "list the documents, with their limits",
        "drafter mechanisms list\ndrafter mechanisms list women follow-up",
        "With words, only documents that have all of them in the title or the description.",
    )  # fmt: skip
    listing.add_argument("words", nargs="*", metavar="WORD", help="only documents that have these words")
    listing.add_argument("--markdown", action="store_true", help="print a Markdown table with sources")
    showing = add_action(
        actions, "show", "show the rules of a document, or of all documents of a mechanism",
        "drafter mechanisms show upr/joint\ndrafter mechanisms show upr",
    )  # fmt: skip
    showing.add_argument("id", metavar="ID", help="a document such as upr/joint, or a mechanism such as upr")
    for action in (choosing, listing, showing):
        action.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _roster() -> argparse.ArgumentParser:
    """Return the parser of ``drafter roster``."""
    parser = make_parser(
        "roster",
        "Write a sign-on sheet for a joint submission: it lists the organisations that have confirmed, are "
        "invited or have declined.",
        "drafter roster my-submission.yaml -o sign-on.docx",
    )
    parser.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PATH", help="the Word file (default: NAME-sign-on.docx)"
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite the file even if somebody has changed it"
    )
    parser.add_argument(
        "--json", action="store_true", help="print the organisations and their status as JSON"
    )
    return parser


def _profile() -> argparse.ArgumentParser:
    """Return the parser of ``drafter profile``."""
    parser = make_parser(
        "profile",
        "Save your organisation, its contact details, status and positions. New submissions start with them. "
        "For your own letterhead, put a look.docx into the folder 'templates' next to the profile.",
        "drafter profile\ndrafter profile --show",
    )
    parser.add_argument("--show", action="store_true", help="only show the profile and where it is saved")
    parser.add_argument("--plain", action="store_true", help="ask in numbered lines, for a screen reader")
    parser.add_argument("--json", action="store_true", help="print the profile as JSON")
    return parser


def _schema() -> argparse.ArgumentParser:
    """Return the parser of ``drafter schema``."""
    return make_parser(
        "schema",
        "Print the JSON Schema of the answers file. An editor can use it to complete and check answers.",
        "drafter schema > answers.schema.json\n"
        "# then, as the first line of an answers file:\n"
        "# yaml-language-server: $schema=answers.schema.json",
    )


def _completion() -> argparse.ArgumentParser:
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


_PARSERS = {
    "new": _new,
    "build": _build,
    "preview": _preview,
    "clauses": _clauses,
    "mechanisms": _mechanisms,
    "roster": _roster,
    "profile": _profile,
    "schema": _schema,
    "completion": _completion,
}
