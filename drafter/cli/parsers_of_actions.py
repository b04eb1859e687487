"""The argument parsers of the commands that have several actions, such as ``drafter clauses search``."""

import argparse
from pathlib import Path

from drafter.cli.arguments import WholeNumber, add_action, add_choice, make_parser
from drafter.language.english import SCREEN
from drafter.model.kinds import CLAUSE_KINDS

IMPORTED_POSITIONS = ("supported", "partly", "noted")
IMPORTED_KINDS = ("recommendation", "concern")


def clauses_parser() -> argparse.ArgumentParser:
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


def recommendations_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter recommendations``."""
    parser = make_parser(
        "recommendations",
        "Search what United Nations bodies have recommended to States. drafter keeps the recommendations of "
        "the files that you have imported: drafter import FILE --library.",
        'drafter recommendations search "harm reduction" --state Norway\n'
        "drafter recommendations list --state Norway --theme overdose --since 2019\n"
        "drafter recommendations show 3f9a01c2b4",
    )
    names = "list|search|show|stats|remove"
    actions = parser.add_subparsers(dest="action", metavar=names, required=True)
    listing = add_action(
        actions, "list", "list the recommendations to a State, of a body, on a theme, since a year",
        "drafter recommendations list --state Norway --position noted\n"
        "drafter recommendations list --body cedaw --since 2019 --json",
        "The newest come first.",
    )  # fmt: skip
    searching = add_action(
        actions, "search", "find the recommendations that have all the words",
        "drafter recommendations search overdose prison\n"
        'drafter recommendations search "death penalty" "drug*" --state Indonesia\n'
        "drafter recommendations search 140.7 --state Norway",
        "The words can be in any order and form. The last one can be only the beginning of a word, and so "
        "can a word with a star. Words in quotation marks must follow each other. drafter looks in texts, "
        "symbols and numbers. The best match comes first.",
    )  # fmt: skip
    searching.add_argument("words", nargs="+", metavar="WORD", help="a word that it must have")
    for action in (listing, searching):
        _add_filters(action)
    showing = add_action(
        actions, "show", "show one recommendation in full", "drafter recommendations show 3f9a01c2b4"
    )
    showing.add_argument("id", metavar="ID", help="the id in the list, its beginning, or the key in the file")
    counting = add_action(
        actions, "stats", "count the recommendations by file, by body, and by State and position",
        "drafter recommendations stats\ndrafter recommendations stats norway",
    )  # fmt: skip
    counting.add_argument(
        "words", nargs="*", metavar="WORD", help="only States that have these words in their names"
    )
    removing = add_action(
        actions, "remove", "remove the recommendations of a file from the store",
        "drafter recommendations remove thematic-list.docx",
        "What another imported file has too stays. The file itself stays as it is.",
    )  # fmt: skip
    removing.add_argument("file", metavar="NAME", help="the name of the file, as 'stats' prints it")
    for action in (listing, searching, showing, counting, removing):
        action.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options that narrow a list of recommendations."""
    for name, metavar, help_ in (
        ("--state", "STATE", "only those to this State: a name, or a code such as NOR"),
        ("--made-by", "STATE", "only those that this State made, in the Universal Periodic Review"),
        ("--body", "BODY", "only those of this body: an id such as cedaw, or words of its name"),
        ("--theme", "THEME", "only this theme: an id such as overdose, or words of a theme in the file"),
    ):
        parser.add_argument(name, metavar=metavar, default="", help=help_)
    parser.add_argument(
        "--since", metavar="YEAR", type=WholeNumber(1900, 2999, "a year, such as 2019"), default=0,
        help="only those of this year and later; those without a date are left out",
    )  # fmt: skip
    add_choice(
        parser, "--position", IMPORTED_POSITIONS, metavar="POSITION",
        help=f"only with this position of the State: {SCREEN.listed(IMPORTED_POSITIONS, 'or')}",
    )  # fmt: skip
    add_choice(
        parser, "--kind", IMPORTED_KINDS, metavar="KIND",
        help=f"only this kind: {SCREEN.listed(IMPORTED_KINDS, 'or')}",
    )  # fmt: skip
    parser.add_argument(
        "--limit", metavar="N", type=WholeNumber(1, 1_000_000, "a number from 1 on, such as 50"), default=20,
        help="how many to print (default: 20)",
    )  # fmt: skip
    parser.add_argument(
        "--page", metavar="N", type=WholeNumber(1, 1_000_000, "a number from 1 on"), default=1,
        help="which page of so many (default: 1)",
    )  # fmt: skip


def mechanisms_parser() -> argparse.ArgumentParser:
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


def look_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter look``."""
    parser = make_parser(
        "look",
        "Check whether a Word file can be your letterhead. drafter uses its header, footer, page size and "
        "styles, and adds what it lacks.",
        "drafter look check letterhead.docx",
    )
    actions = parser.add_subparsers(dest="action", metavar="check", required=True)
    checking = add_action(
        actions, "check", "say what drafter uses of a Word file, what it adds, and what it leaves out",
        "drafter look check letterhead.docx\n"
        "drafter look check letterhead.docx --pdf sample.pdf\n"
        "drafter look check",
        "Without a file, the look of the submissions in this folder is checked.",
    )  # fmt: skip
    checking.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the Word file")
    checking.add_argument(
        "--pdf", type=Path, metavar="OUT.pdf", help="write sample pages in this look; needs LibreOffice"
    )
    checking.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser
