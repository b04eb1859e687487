"""The argument parser of each command. ``--help`` needs only these, so nothing else is imported here."""

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
        "Write a submission, question by question. Every answer is saved before the next question; stop with "
        "Ctrl-C at any time and go on later with the same command.",
        "drafter new my-submission.yaml\n"
        "drafter new my-submission.yaml --plain\n"
        "drafter new b.yaml --from a.yaml --document ccpr/list-of-issues\n"
        "drafter new a.yaml --no-input --set document=upr/joint --set state=Norway",
    )
    parser.add_argument(
        "answers", nargs="?", type=Path, metavar="ANSWERS.yaml", default=Path("submission.yaml"),
        help="the answers file to begin or to go on with (default: submission.yaml)",
    )  # fmt: skip
    parser.add_argument(
        "--plain",
        action="store_true",
        help="numbered questions in plain lines, for screen readers (ACCESSIBLE=1)",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="PATH=VALUE", dest="sets",
        help="answer a question without being asked: details.session='…'; may be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--set-private", action="append", default=[], metavar="PATH", dest="private_paths",
        help="answer a private question, such as private.cases.C1.name: the answer is typed unseen, or is "
        "the next line of the standard input; may be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--from", type=Path, metavar="OTHER.yaml", dest="origin",
        help="begin with the organisations, facts, cases and clauses of another submission",
    )  # fmt: skip
    parser.add_argument(
        "--document", metavar="ID", help="with --from: the new document, such as ccpr/list-of-issues"
    )
    parser.add_argument("--no-input", action="store_true", help="ask nothing: save what --set says and stop")
    parser.add_argument(
        "--strict", action="store_true", help="with --no-input: exit 1 while anything is unanswered"
    )
    return parser


def _build() -> argparse.ArgumentParser:
    """Return the parser of ``drafter build``."""
    parser = make_parser(
        "build",
        "Make the Word file from saved answers. A file that somebody changed in Word is not overwritten.",
        "drafter build my-submission.yaml\n"
        "drafter build a.yaml b.yaml -o submissions/\n"
        "drafter build my-submission.yaml --final\n"
        "drafter build my-appeal.yaml --public",
    )
    parser.add_argument(
        "answers", nargs="+", type=Path, metavar="ANSWERS.yaml", help="one answers file or more"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PATH",
        help="the Word file, or the folder for several (default: beside the answers)",
    )  # fmt: skip
    parser.add_argument(
        "--force", action="store_true", help="overwrite the Word file whoever wrote or changed it"
    )
    parser.add_argument(
        "--final", action="store_true", help="refuse to build while anything is open or over the limit"
    )
    parser.add_argument(
        "--public", action="store_true",
        help="build the version for the public, under pseudonyms, as NAME-public.docx",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print what was built and every remark as JSON")
    return parser


def _preview() -> argparse.ArgumentParser:
    """Return the parser of ``drafter preview``."""
    parser = make_parser(
        "preview",
        "Show the document in the terminal, with its word count against the limit, section by section.",
        "drafter preview my-submission.yaml\ndrafter preview my-submission.yaml --count",
    )
    parser.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    parser.add_argument("--count", action="store_true", help="only the word count and the remarks")
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
        actions, "list", "every clause, or those of a theme, kind, position, document",
        "drafter clauses list --theme overdose\ndrafter clauses list --document upr/joint --json",
    )  # fmt: skip
    searching = add_action(
        actions, "search", "clauses that have all the words",
        "drafter clauses search overdose prison\ndrafter clauses search iccpr:9 --kind standard",
        "In any order, one or several, whole words or their beginnings; in titles, texts and ids.",
    )  # fmt: skip
    searching.add_argument("words", nargs="+", metavar="WORD", help="what the clause has to have")
    for action in (listing, searching):
        action.add_argument("--theme", metavar="ID", help="only of this theme ('drafter clauses themes')")
        add_choice(action, "--kind", CLAUSE_KINDS, metavar="KIND", help=f"only {', '.join(CLAUSE_KINDS)}")
        action.add_argument("--position", metavar="ID", help="only of this position, such as neutral")
        action.add_argument("--document", metavar="ID", help="only what fits a document, such as upr/joint")
    showing = add_action(
        actions, "show", "one clause, whole: its text, what it asks, what it rests on",
        "drafter clauses show recovery/national-continuum-of-care",
    )  # fmt: skip
    showing.add_argument("id", metavar="ID", help="theme/name, as in the list")
    showing.add_argument("--source", action="store_true", help="the clause's file, as it is written")
    theming = add_action(
        actions, "themes", "every theme with the number of its clauses",
        "drafter clauses themes\ndrafter clauses themes women",
    )  # fmt: skip
    theming.add_argument("words", nargs="*", metavar="WORD", help="only themes that have these words")
    beginning = add_action(
        actions, "new", "begin a clause of your own, in ./clauses", "drafter clauses new recovery/our-own"
    )
    beginning.add_argument("id", metavar="ID", help="theme/name, such as recovery/our-own")
    add_choice(
        beginning, "--kind", CLAUSE_KINDS, metavar="KIND", default="recommendation",
        help=f"{', '.join(CLAUSE_KINDS)} (default: recommendation)",
    )  # fmt: skip
    beginning.add_argument("--extends", metavar="ID", default="", help="change part of this clause only")
    checking = add_action(
        actions, "check", "find what is wrong in clauses, your own and the bundled", "drafter clauses check"
    )
    covering = add_action(
        actions, "coverage", "every item of every source and the clauses drawn from it",
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
        "List the documents that can be written, and show the rules of one with source, date and confidence.",
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
        help="answer without being asked; may be repeated",
    )  # fmt: skip
    choosing.add_argument("--questions", action="store_true", help="the names and values for --set")
    choosing.add_argument("--plain", action="store_true", help="numbered questions in plain lines")
    listing = add_action(
        actions, "list", "every document with its limit",
        "drafter mechanisms list\ndrafter mechanisms list women follow-up",
        "With words, those that have all of them in their titles or descriptions.",
    )  # fmt: skip
    listing.add_argument("words", nargs="*", metavar="WORD", help="only documents that have these words")
    listing.add_argument("--markdown", action="store_true", help="print a Markdown table with sources")
    showing = add_action(
        actions, "show", "the rules of one document, or of all of a mechanism",
        "drafter mechanisms show upr/joint\ndrafter mechanisms show upr",
    )  # fmt: skip
    showing.add_argument("id", metavar="ID", help="upr/joint, or upr for all its documents")
    for action in (choosing, listing, showing):
        action.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _roster() -> argparse.ArgumentParser:
    """Return the parser of ``drafter roster``."""
    parser = make_parser(
        "roster",
        "Print a sign-on sheet: every organisation of a joint submission, invited, confirmed or declined.",
        "drafter roster my-submission.yaml -o sign-on.docx",
    )
    parser.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PATH", help="the Word file (default: …-sign-on.docx)"
    )
    parser.add_argument("--force", action="store_true", help="overwrite the file whoever wrote or changed it")
    parser.add_argument(
        "--json", action="store_true", help="print the organisations and their status as JSON"
    )
    return parser


def _profile() -> argparse.ArgumentParser:
    """Return the parser of ``drafter profile``."""
    parser = make_parser(
        "profile",
        "Remember your organisation, its contact, its status and positions. New submissions begin with them. "
        "The letterhead is a file: put your look.docx into the folder 'templates' beside the profile.",
        "drafter profile\ndrafter profile --show",
    )
    parser.add_argument("--show", action="store_true", help="only show what is remembered, and where")
    parser.add_argument("--plain", action="store_true", help="numbered questions in plain lines")
    parser.add_argument("--json", action="store_true", help="print the profile as JSON")
    return parser


def _schema() -> argparse.ArgumentParser:
    """Return the parser of ``drafter schema``."""
    return make_parser(
        "schema",
        "Print the JSON Schema of the answers file. Editors complete and check an answers file with it.",
        "drafter schema > answers.schema.json\n"
        "# then, as the first line of an answers file:\n"
        "# yaml-language-server: $schema=answers.schema.json",
    )


def _completion() -> argparse.ArgumentParser:
    """Return the parser of ``drafter completion``."""
    parser = make_parser(
        "completion",
        "Print a script for your shell. With it, the Tab key completes commands, options, file names, and "
        "the names of themes, documents and clauses. Print it again after you update drafter.",
        "drafter completion bash > ~/.local/share/bash-completion/completions/drafter\n"
        "drafter completion zsh > ~/.zfunc/_drafter\n"
        "drafter completion fish > ~/.config/fish/completions/drafter.fish\n"
        "drafter completion powershell > drafter.ps1",
    )
    add_choice(parser, "shell", SHELLS, metavar="SHELL", help=SCREEN.listed(SHELLS, "or"))
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
