"""``drafter clauses``: list, search, show and check the clauses of the library."""

import argparse
import sys
from collections.abc import Sequence
from itertools import groupby

from drafter.cli import DONE, FAULT
from drafter.cli.clause_view import clause_data, show_clause
from drafter.cli.faults import WrongUsage, faults_in_words, similar_hint
from drafter.cli.layout import on_screen, wrapped
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.streams import print_json
from drafter.errors import DrafterError, Fault
from drafter.language.english import SCREEN
from drafter.library.eligibility import fits_document, search_clauses, searchable_text
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.clause import Clause
from drafter.search import SearchedText, wanted_words

SEARCH_COMMAND = "drafter clauses search"


def run(options: argparse.Namespace) -> int:
    """Run the action in *options* and return the exit status."""
    library = library_for()
    match options.action:
        case "list":
            return _list(library, options)
        case "search":
            return _search(library, options)
        case "show":
            return show_clause(library, options)
        case "themes":
            return _themes(library, options)
        case "new":
            from drafter.cli.clauses_new import start_clause

            return start_clause(library, options)
        case "check":
            from drafter.cli.clauses_check import check_all

            return check_all(library, as_json=options.json)
        case _:
            from drafter.cli.clauses_check import show_coverage

            return show_coverage(library, options.words, as_json=options.json)


# ---- list, search, themes ----


def _list(library: Library, options: argparse.Namespace) -> int:
    clauses, faults = library.all_clauses()
    matches = _narrowed(clauses, library, options)
    if options.json:
        print_json([clause_data(clause) for clause in matches])
    elif not on_screen():
        print_entries([_entry(clause) for clause in matches])
    else:
        for theme, group in groupby(matches, lambda clause: clause.id.partition("/")[0]):
            entry = library.themes.themes.get(theme)
            print_entries([_entry(clause) for clause in group], entry.title if entry else theme)
        print(f"\n{_total(len(matches))}")
    return _print_faults(faults)


def _search(library: Library, options: argparse.Namespace) -> int:
    clauses, faults = library.all_clauses()
    within = _narrowed(clauses, library, options)
    typed = " ".join(options.words)
    matches = search_clauses(within, typed, library.language)
    if options.json:
        print_json([clause_data(clause) for clause in matches])
    elif matches:
        print_entries([_entry(clause) for clause in matches])
        if on_screen():
            print(f"\n{_total(len(matches))}")
    elif len(within) < len(clauses) and (others := search_clauses(clauses, typed, library.language)):
        without = f"{counted(len(others), 'clause')} without the options."
        print(wrapped(f"No clause matches both the words and the options; {without}"), file=sys.stderr)
    else:
        print(no_clause_found(clauses, options.words), file=sys.stderr)
    return _print_faults(faults)


def _total(count: int) -> str:
    return f"{counted(count, 'clause')}. To read one: drafter clauses show ID"


def no_clause_found(clauses: Sequence[Clause], words: Sequence[str], command: str = SEARCH_COMMAND) -> str:
    """Return that none of *clauses* has all *words*, and what to search for instead with *command*."""
    texts = (searchable_text(clause) for clause in clauses)
    return nothing_found("clause", wanted_words(" ".join(words), SCREEN), texts, command)


def _narrowed(clauses: list[Clause], library: Library, options: argparse.Namespace) -> list[Clause]:
    """Return the *clauses* that match the options. Raises WrongUsage for an unknown theme or position."""
    themes, positions = library.themes.themes, library.themes.positions
    faults = []
    if options.theme and options.theme not in themes:
        hint = f"{similar_hint(options.theme, themes)} 'drafter clauses themes' lists all themes."
        faults.append(Fault(f"there is no theme '{options.theme}'", hint.strip()))
    if options.position and options.position not in positions:
        faults.append(
            Fault(f"there is no position '{options.position}'", f"The positions are: {', '.join(positions)}.")
        )
    try:
        document = library.document(options.document) if options.document else None
    except DrafterError as error:
        faults += error.faults
    if faults:
        raise WrongUsage(faults)
    if document:
        clauses = [clause for clause in clauses if fits_document(clause, document)]
    return [
        clause
        for clause in clauses
        if (not options.theme or options.theme in clause.head.themes)
        and (not options.kind or options.kind == clause.head.kind)
        and (not options.position or options.position == clause.head.position)
    ]


def _entry(clause: Clause) -> Entry:
    head = clause.head
    return Entry(head.title, f"{clause.id} · {head.kind}", (clause.id, head.kind, head.title))


def _themes(library: Library, options: argparse.Namespace) -> int:
    clauses, faults = library.all_clauses()
    wanted = wanted_words(" ".join(options.words), library.language)
    texts = {name: f"{name} {theme.title} {theme.about}" for name, theme in library.themes.themes.items()}
    matches = [
        name for name, text in texts.items() if SearchedText.of(text, library.language).has_all(wanted)
    ]
    themes = [
        (name, library.themes.themes[name], sum(name in clause.head.themes for clause in clauses))
        for name in matches
    ]
    if options.json:
        print_json([{"id": name, "title": theme.title, "clauses": count} for name, theme, count in themes])
    elif themes:
        print_entries(
            [
                Entry(theme.title, f"{name} · {counted(count, 'clause')}", (name, str(count), theme.title))
                for name, theme, count in themes
            ]
        )
    else:
        print(nothing_found("theme", wanted, texts.values(), "drafter clauses themes"), file=sys.stderr)
    return _print_faults(faults)


def _print_faults(faults: Sequence[Fault]) -> int:
    """Print the faults of clauses that cannot be read, and return the exit status."""
    if faults:
        print(faults_in_words(faults), file=sys.stderr)
    return FAULT if faults else DONE
