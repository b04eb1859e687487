"""The argument parsers of the commands that have several actions, such as ``drafter clauses search``."""

import argparse

from drafter.cli.arguments import add_action, add_choice, make_parser
from drafter.language.english import SCREEN
from drafter.model.kinds import CLAUSE_KINDS


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
