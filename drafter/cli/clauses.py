"""``drafter clauses``: list, search, show and check what may be said."""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli import DONE, FAULT
from drafter.cli.shared import library_for, make_parser, print_json, table, wrapped
from drafter.errors import DrafterError, Fault
from drafter.library.library import Library
from drafter.model.clause import KINDS, Clause

if TYPE_CHECKING:
    from drafter.library.check import Covered


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter clauses``."""
    made = make_parser(
        "clauses",
        "List, search, show and check the clauses of the library.",
        "drafter clauses search compulsory\ndrafter clauses show compulsory-treatment/close-the-centres",
    )
    actions = made.add_subparsers(dest="action", metavar="list|search|show|new|check|coverage", required=True)
    listing = actions.add_parser("list", help="every clause, or those of a theme, kind, position, document")
    listing.add_argument("--theme", help="only clauses of this theme")
    listing.add_argument("--kind", choices=KINDS, help="only clauses of this kind")
    listing.add_argument("--position", help="only clauses of this position")
    listing.add_argument("--document", help="only clauses that fit this document, such as upr/joint")
    searching = actions.add_parser("search", help="clauses that hold all the words")
    searching.add_argument("words", nargs="+")
    showing = actions.add_parser("show", help="one clause, whole")
    showing.add_argument("id")
    beginning = actions.add_parser("new", help="begin a clause of your own, in ./clauses")
    beginning.add_argument("id", help="theme/name, such as recovery/our-own")
    beginning.add_argument("--kind", choices=KINDS, default="recommendation")
    beginning.add_argument("--extends", metavar="ID", default="", help="change part of this clause only")
    checking = actions.add_parser("check", help="find dangling ids, weak recommendations, missing kinds")
    covering = actions.add_parser("coverage", help="every item of every source and the clauses that carry it")
    for action in (listing, searching, showing, checking, covering):
        action.add_argument("--json", action="store_true", help="print JSON")
    return made


def run(options: argparse.Namespace) -> int:
    """Do what *options* say and return the exit status."""
    library = library_for()
    match options.action:
        case "list":
            return _print(_listed(library, options), library, options.json)
        case "search":
            from drafter.library.choose import search

            return _print(search(library.all_clauses()[0], " ".join(options.words)), library, options.json)
        case "show":
            return _show(library.clause(options.id), library, options.json)
        case "new":
            return _begin(library, options)
        case "check":
            return _check(library, options.json)
        case _:
            return _coverage(library, options.json)


def _listed(library: Library, options: argparse.Namespace) -> list[Clause]:
    from drafter.library.choose import fits_document

    found = library.all_clauses()[0]
    if options.document:
        mechanism, rules = library.document(options.document)
        name = options.document.partition("/")[0]
        found = [clause for clause in found if fits_document(clause, name, mechanism, rules.stage)]
    return [
        clause
        for clause in found
        if (not options.theme or options.theme in clause.head.themes)
        and (not options.kind or options.kind == clause.head.kind)
        and (not options.position or options.position == clause.head.position)
    ]


def _print(clauses: list[Clause], library: Library, as_json: bool) -> int:
    faults = library.all_clauses()[1]
    if as_json:
        print_json([_data(clause) for clause in clauses])
    else:
        print(table((clause.id, clause.head.kind, clause.head.title) for clause in clauses))
        print(f"\n{len(clauses)} clauses")
    for fault in faults:
        print(fault, file=sys.stderr)
    return FAULT if faults else DONE


def _data(clause: Clause) -> dict[str, object]:
    return {"id": clause.id, **clause.head.model_dump(mode="json"), "text": clause.text}


def _show(clause: Clause, library: Library, as_json: bool) -> int:
    if as_json:
        print_json(_data(clause))
        return DONE
    head = clause.head
    print(f"{head.title}\n{clause.id} · {head.kind} · {head.position}\n")
    print(wrapped(" ".join(clause.text.split())), end="\n\n")
    rows = [(f"asks  {ask.name}", f"{ask.ask} For example: {ask.example}") for ask in clause.questions]
    rows += [("cites", _authority(pair, library)) for pair in head.authorities]
    rows += [
        ("legal basis", ", ".join(head.legal_basis)),
        ("groups", ", ".join(head.groups)),
        ("mechanisms", ", ".join(head.mechanisms)),
    ]
    rows += [("drawn from", _item(pair, library)) for pair in head.sources]
    print(table([row for row in rows if row[1]]))
    return DONE


def _authority(pair: str, library: Library) -> str:
    name, _, place = pair.partition(":")
    authority = library.authorities.get(name)
    if authority is None:
        return pair
    locator = authority.locators.get(place)
    cite = f", {locator.cite} ({locator.status})" if locator else ""
    return f"{authority.title}{cite}"


def _item(pair: str, library: Library) -> str:
    source, _, item = pair.partition(":")
    document = library.sources.get(source)
    return f"{pair}  {document.items[item].says}" if document and item in document.items else pair


def _begin(library: Library, options: argparse.Namespace) -> int:
    """Write the skeleton of a new clause into ./clauses and return the exit status."""
    from drafter.library.skeleton import skeleton

    theme, _, name = options.id.partition("/")
    faults = []
    if theme not in library.themes.themes:
        known = ", ".join(library.themes.themes)
        faults.append(Fault(f"there is no theme '{theme}'", f"Themes: {known}."))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        faults.append(Fault(f"'{name}' cannot name a clause", "Use small letters, digits and hyphens."))
    if options.extends:
        library.clause(options.extends)  # says so, with the nearest, where there is none
    file = Path("clauses") / theme / f"{name}.md"
    if file.exists():
        faults.append(Fault("this file is there already", "Choose another name, or edit it.", str(file)))
    if faults:
        raise DrafterError(faults)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(skeleton(theme, options.kind, options.extends), encoding="utf-8")
    print(f"✓ {file}\nWrite it in an editor, then: drafter clauses check")
    return DONE


def _check(library: Library, as_json: bool) -> int:
    from drafter.compose.check import check_templates
    from drafter.library.check import check

    faults = [*check(library), *check_templates(library.all_clauses()[0])]
    if as_json:
        print_json([{name: getattr(fault, name) for name in fault.__slots__} for fault in faults])
    else:
        for fault in faults:
            print(fault)
        print(
            f"{len(list(library.clause_ids()))} clauses, {len(faults)} fault{'' if len(faults) == 1 else 's'}"
        )
    return FAULT if faults else DONE


def _coverage(library: Library, as_json: bool) -> int:
    from drafter.library.check import coverage

    rows = coverage(library)
    if as_json:
        print_json([_covered(row) for row in rows])
    else:
        print(
            table(
                (
                    f"{row.source}:{row.item}",
                    row.what.kind,
                    ", ".join(row.clauses) or row.what.carried_by or row.what.not_carried or "NOT CARRIED",
                )
                for row in rows
            )
        )
        open_items = sum(not row.settled for row in rows)
        print(f"\n{len(rows)} items, {open_items} neither carried nor explained")
    return DONE if all(row.settled for row in rows) else FAULT


def _covered(row: "Covered") -> dict[str, object]:
    what = row.what
    return {
        "source": row.source,
        "item": row.item,
        "kind": what.kind,
        "says": what.says,
        "clauses": row.clauses,
        "carried_by": what.carried_by,
        "not_carried": what.not_carried,
    }
