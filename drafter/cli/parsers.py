"""The argument parser of each command. ``--help`` needs only these, so this module imports nothing else."""

import argparse
from pathlib import Path

from drafter.cli.arguments import add_choice, make_parser
from drafter.cli.parsers_of_actions import (
    clauses_parser,
    look_parser,
    mechanisms_parser,
    recommendations_parser,
)
from drafter.cli.parsers_of_tools import completion_parser, doctor_parser, schema_parser
from drafter.cli.parsers_of_versions import compare_parser, merge_parser
from drafter.language.english import SCREEN

BUILD_FORMATS = ("docx", "pdf", "html", "md", "txt")
CHECK_FORMATS = ("text", "json", "github", "sarif")


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
        "drafter new b.yaml --from a.yaml --document ccpr/list-of-issues --with-people\n"
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
        help="start with the organisations, facts and clauses of another submission",
    )  # fmt: skip
    parser.add_argument(
        "--with-people", action="store_true",
        help="with --from: take cases and other answers about people along; without it, drafter asks",
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
        "Make the Word file from saved answers, or a PDF, a web page, Markdown, or plain text for web forms. "
        "If somebody has changed the file, drafter does not overwrite it. A PDF needs LibreOffice.",
        "drafter build my-submission.yaml\n"
        "drafter build my-submission.yaml -o my-submission.pdf\n"
        "drafter build my-submission.yaml -o my-submission.txt\n"
        "drafter build a.yaml b.yaml --format html -o submissions/\n"
        "drafter build my-submission.yaml --final\n"
        "drafter build my-submission.yaml --look letterhead.docx\n"
        "drafter build my-submission.yaml --comments all\n"
        "drafter build my-appeal.yaml --real-names\n"
        "drafter build my-appeal.yaml --public",
    )
    parser.add_argument(
        "answers", nargs="+", type=Path, metavar="ANSWERS.yaml", help="one or more answers files"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="PATH",
        help="the file to make, or a folder for several (default: next to the answers file)",
    )  # fmt: skip
    add_choice(
        parser, "--format", BUILD_FORMATS, metavar="FORMAT",
        help=f"{SCREEN.listed(BUILD_FORMATS, 'or')} (default: what -o ends in, otherwise docx)",
    )  # fmt: skip
    parser.add_argument(
        "--force", action="store_true", help="overwrite the file even if somebody has changed it"
    )
    parser.add_argument(
        "--final",
        action="store_true",
        help="build NAME-final, only if nothing is open and the text is within the limit",
    )
    parser.add_argument(
        "--public", action="store_true",
        help="build the public version, with pseudonyms, as NAME-public",
    )  # fmt: skip
    parser.add_argument(
        "--real-names", action="store_true",
        help="print real names where rules and consent allow it; without it, drafter asks in a terminal",
    )  # fmt: skip
    _add_look(parser)
    add_choice(
        parser, "--comments", ("gaps", "all", "none"), metavar="WHICH",
        help="the comments in the Word file: gaps (the default), all (also the remarks of drafter check, and "
        "the clause of each paragraph of the library), or none; a final version never has any",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print the result and every remark as JSON")
    return parser


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--look", type=Path, metavar="FILE",
        help="the Word file with your letterhead (default: look.docx in the folder 'templates' beside the "
        "answers, then that of your profile, then drafter's own)",
    )  # fmt: skip


def _preview() -> argparse.ArgumentParser:
    """Return the parser of ``drafter preview``."""
    parser = make_parser(
        "preview",
        "Show the document in the terminal, with its word count against the limit, section by section. What "
        "is longer than the screen comes page by page, in the program that PAGER names or in drafter's own.",
        "drafter preview my-submission.yaml\n"
        "drafter preview my-submission.yaml --count\n"
        "drafter preview my-submission.yaml --watch",
    )
    parser.add_argument("answers", type=Path, metavar="ANSWERS.yaml")
    parser.add_argument("--count", action="store_true", help="show only the word count and the remarks")
    parser.add_argument("--json", action="store_true", help="print counts and remarks as JSON")
    parser.add_argument(
        "--watch", action="store_true",
        help="stay, and show what changes each time the answers are saved: for a second terminal; q ends it",
    )  # fmt: skip
    parser.add_argument(
        "--plain",
        action="store_true",
        help="for a screen reader (the same as ACCESSIBLE=1): all at once; with --watch only what changes",
    )
    return parser


def _check() -> argparse.ArgumentParser:
    """Return the parser of ``drafter check``."""
    parser = make_parser(
        "check",
        "Check answers files and Word files, and print remarks: what may get the document refused, what may "
        "harm somebody, and what would make it stronger. It changes no file. Exit status: 1 if there is an "
        "error.",
        "drafter check my-submission.yaml\n"
        "drafter check from-a-colleague.docx --as upr/joint\n"
        "drafter check *.yaml --strict --ignore words --format github\n"
        "drafter check --list figures\n"
        "drafter check --explain recommendation-weak",
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="an answers file or a Word file, or several"
    )
    parser.add_argument(
        "--as", dest="document", metavar="ID", help="the document that the Word files are, such as upr/joint"
    )
    add_choice(
        parser, "--format", CHECK_FORMATS, metavar="FORMAT", default="text",
        help=f"{SCREEN.listed(CHECK_FORMATS, 'or')} (default: text)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument("--strict", action="store_true", help="exit with 1 also if there is a warning")
    for name, help_ in (("--select", "only these remarks"), ("--ignore", "without these remarks")):
        parser.add_argument(
            name, action="append", default=[], metavar="CODE",
            help=f"{help_}: a code or a family; several with commas; can be repeated",
        )  # fmt: skip
    parser.add_argument("--explain", metavar="CODE", help="print the rule behind a remark, with examples")
    parser.add_argument(
        "--list", nargs="*", metavar="WORD", help="list all rules, or those that have the words"
    )
    parser.add_argument("--markdown", action="store_true", help="with --list: print Markdown")
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
    _add_look(parser)
    parser.add_argument(
        "--json", action="store_true", help="print the organisations and their status as JSON"
    )
    return parser


def _import() -> argparse.ArgumentParser:
    """Return the parser of ``drafter import``."""
    parser = make_parser(
        "import",
        "Read the recommendations in a file that you downloaded, and say what was read and what was not. "
        "drafter recognises the file by its content and fetches nothing. It can add the recommendations that "
        "you pick to your answers, or all of them to your store, which every interview offers.",
        "drafter import thematic-list.docx\n"
        "drafter import thematic-list.docx --search drugs\n"
        "drafter import thematic-list.docx --library\n"
        "drafter import thematic-list.docx --into norway.yaml\n"
        "drafter import thematic-list.docx --into norway.yaml --number 140.7\n"
        "drafter import thematic-list.docx --json > recommendations.json",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the file that you downloaded")
    parser.add_argument(
        "--search", metavar="WORDS", default="", help="show the recommendations with these words"
    )
    parser.add_argument("--state", metavar="STATE", default="", help="show the recommendations to this State")
    goes = parser.add_mutually_exclusive_group()
    goes.add_argument(
        "--into", type=Path, metavar="ANSWERS", help="add those that you pick to this answers file"
    )
    goes.add_argument(
        "--library", action="store_true", help="add all to your store, which interviews and searches use"
    )
    goes.add_argument("--json", action="store_true", help="print everything that was read as JSON")
    parser.add_argument(
        "--number", metavar="NUMBER", dest="numbers", action="append", default=[],
        help="with --into: add the recommendation with this number, such as 140.7; can be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--all", action="store_true", help="with --into: add all, or all with the words of --search"
    )
    parser.add_argument("--plain", action="store_true", help="ask in numbered lines, for a screen reader")
    return parser


def _profile() -> argparse.ArgumentParser:
    """Return the parser of ``drafter profile``."""
    parser = make_parser(
        "profile",
        "Save your organisation, its contact details, status and positions. New submissions start with them. "
        "With --look it keeps your letterhead for them, and asks nothing.",
        "drafter profile\ndrafter profile --show\ndrafter profile --look letterhead.docx",
    )
    parser.add_argument(
        "--look", type=Path, metavar="FILE", help="use the letterhead in this Word file for every submission"
    )
    parser.add_argument(
        "--no-look", action="store_true", help="use drafter's own look again, not your letterhead"
    )
    parser.add_argument("--show", action="store_true", help="only show the profile and where it is saved")
    parser.add_argument("--plain", action="store_true", help="ask in numbered lines, for a screen reader")
    parser.add_argument("--json", action="store_true", help="print the profile as JSON")
    return parser


_PARSERS = {
    "new": _new,
    "build": _build,
    "merge": merge_parser,
    "preview": _preview,
    "check": _check,
    "compare": compare_parser,
    "clauses": clauses_parser,
    "recommendations": recommendations_parser,
    "mechanisms": mechanisms_parser,
    "look": look_parser,
    "roster": _roster,
    "import": _import,
    "profile": _profile,
    "schema": schema_parser,
    "doctor": doctor_parser,
    "completion": completion_parser,
}
