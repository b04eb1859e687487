"""``drafter clauses``: list, search, show and check what may be said."""

import argparse
import sys
from collections.abc import Sequence
from itertools import groupby

from drafter.cli import DONE, FAULT
from drafter.cli.clause_view import data_of, show_one
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.shared import WrongUsage, faults_in_words, meant, on_screen, print_json, wrapped
from drafter.errors import DrafterError, Fault
from drafter.language.english import SCREEN
from drafter.library.eligibility import fits_document, search_clauses, searchable_text
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.clause import Clause
from drafter.search import SearchedText, wanted_words

AGAIN = "drafter clauses search"


def run(options: argparse.Namespace) -> int:
    """Do what *options* say and return the exit status."""
    library = library_for()
    match options.action:
        case "list":
            return _list(library, options)
        case "search":
            return _search(library, options)
        case "show":
            return show_one(library, options)
        case "themes":
            return _themes(library, options)
        case "new":
            from drafter.cli.clauses_new import begin

            return begin(library, options)
        case "check":
            from drafter.cli.clauses_check import check_all

            return check_all(library, as_json=options.json)
        case _:
            from drafter.cli.clauses_check import cover

            return cover(library, options.words, as_json=options.json)


# ---- list, search, themes ----


def _list(library: Library, options: argparse.Namespace) -> int:
    clauses, faults = library.all_clauses()
    found = _narrowed(clauses, library, options)
    if options.json:
        print_json([data_of(clause) for clause in found])
    elif not on_screen():
        print_entries([_entry(clause) for clause in found])
    else:
        for theme, group in groupby(found, lambda clause: clause.id.partition("/")[0]):
            known = library.themes.themes.get(theme)
            print_entries([_entry(clause) for clause in group], known.title if known else theme)
        print(f"\n{counted(len(found), 'clause')}. Read one: drafter clauses show ID")
    return _told(faults)


def _search(library: Library, options: argparse.Namespace) -> int:
    clauses, faults = library.all_clauses()
    within = _narrowed(clauses, library, options)
    found = search_clauses(within, " ".join(options.words), library.language)
    if options.json:
        print_json([data_of(clause) for clause in found])
    elif found:
        print_entries([_entry(clause) for clause in found])
        if on_screen():
            print(f"\n{counted(len(found), 'clause')}. Read one: drafter clauses show ID")
    else:
        everywhere = (
            search_clauses(clauses, " ".join(options.words), library.language)
            if len(within) < len(clauses)
            else []
        )
        if everywhere:
            without = f"{counted(len(everywhere), 'clause')} without the options."
            print(wrapped(f"Nothing fits the words and the options; {without}"), file=sys.stderr)
        else:
            print(nothing_in(clauses, options.words), file=sys.stderr)
    return _told(faults)


def nothing_in(clauses: Sequence[Clause], words: Sequence[str], again: str = AGAIN) -> str:
    """Return why no clause has all *words*, and what to search for instead with the command *again*."""
    texts = (searchable_text(clause) for clause in clauses)
    return nothing_found("clause", wanted_words(" ".join(words), SCREEN), texts, again)


def _narrowed(clauses: list[Clause], library: Library, options: argparse.Namespace) -> list[Clause]:
    """Return those of *clauses* that the options leave. Raises WrongUsage for a name that is not there."""
    themes, positions = library.themes.themes, library.themes.positions
    faults = []
    if options.theme and options.theme not in themes:
        hint = f"{meant(options.theme, themes).strip()} 'drafter clauses themes' shows them all."
        faults.append(Fault(f"there is no theme '{options.theme}'", hint.strip()))
    if options.position and options.position not in positions:
        faults.append(
            Fault(f"there is no position '{options.position}'", f"There are: {', '.join(positions)}.")
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
    texts = {name: f"{name} {one.title} {one.about}" for name, one in library.themes.themes.items()}
    found = [name for name, text in texts.items() if SearchedText.of(text, library.language).has_all(wanted)]
    themes = [
        (name, library.themes.themes[name], sum(name in clause.head.themes for clause in clauses))
        for name in found
    ]
    if options.json:
        print_json([{"id": name, "title": one.title, "clauses": count} for name, one, count in themes])
    elif themes:
        print_entries(
            [
                Entry(one.title, f"{name} · {counted(count, 'clause')}", (name, str(count), one.title))
                for name, one, count in themes
            ]
        )
    else:
        print(nothing_found("theme", wanted, texts.values(), "drafter clauses themes"), file=sys.stderr)
    return _told(faults)


def _told(faults: Sequence[Fault]) -> int:
    """Print what could not be read and return the exit status."""
    if faults:
        print(faults_in_words(faults), file=sys.stderr)
    return FAULT if faults else DONE
