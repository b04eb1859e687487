"""``drafter clauses show``: one clause as a person reads it, with what it asks and rests on."""

import argparse
from collections.abc import Iterator, Sequence

from drafter.cli import DONE
from drafter.cli.shared import meant, print_json, show, table, wrapped
from drafter.errors import DrafterError, Fault
from drafter.library.clause_prose import citation, readable_clause
from drafter.library.eligibility import search_clauses
from drafter.library.folders import read_text, topmost_file
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.search import did_you_mean


def show_one(library: Library, options: argparse.Namespace) -> int:
    """Print the clause that *options* name and return the exit status."""
    clause = _named(library, options.id)
    if options.json:
        print_json(data_of(clause))
    elif options.source:
        file = topmost_file(library.clause_folders, f"{clause.id}.md")
        print(read_text(file) if file is not None else clause.text, end="")
    else:
        print_clause(clause, library)
    return DONE


def _named(library: Library, clause_id: str) -> Clause:
    """Return the clause *clause_id*. Raises DrafterError, for an unknown one with what may be meant."""
    if library.clause_file(clause_id) is not None:
        return library.clause(clause_id)
    ids = list(library.clause_ids())
    hint = meant(clause_id, ids, like=0.55)
    if not hint:
        # Somebody may have typed a word of it, or its title.
        found = search_clauses(library.all_clauses()[0], clause_id, library.language)
        hint = did_you_mean([clause.id for clause in found[:3]], library.language)
    remedy = f"{hint} Find it: drafter clauses search WORD".strip()
    raise DrafterError(Fault(f"there is no clause '{clause_id}'", remedy))


def print_clause(clause: Clause, library: Library, *, whole: bool = True) -> None:
    """Print *clause* as a person reads it; the *whole* of it with what it rests on and was drawn from."""
    reading = readable_clause(clause, library.authorities, library.language)
    head = clause.head
    show([(wrapped(head.title), "bold"), (f"{clause.id} · {head.kind}", "dim")])
    print(f"\n{wrapped(reading.text)}\n")
    for number, note in enumerate(reading.notes, 1):
        print(wrapped(f"[{number}] {note}", hanging="    "))
    if reading.notes:
        print()
    if whole:
        print(table([row for row in _facts(clause, library, reading.notes) if row[1]]))


def _facts(clause: Clause, library: Library, noted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of *clause* beside its text, each with a word for it."""
    head, vocabulary = clause.head, library.themes
    for ask in clause.questions:
        example = f" For example: {ask.example}." if ask.example else ""
        yield "asks", f"{ask.ask}{example}"
    treaties: dict[str, str] = {}
    for pair in head.legal_basis:
        name, place = pair.partition(":")[0], citation(pair, library.authorities, library.language)
        known = treaties.get(name, "")
        # The treaty once, then its articles.
        treaties[name] = known + place.removeprefix(
            citation(name, library.authorities, library.language) if known else ""
        )
    for told in treaties.values():
        yield "rests on", told
    for pair in head.authorities:
        if (authority := citation(pair, library.authorities, library.language)) not in noted:
            yield "see also", authority
    if head.position != "neutral":
        held = vocabulary.positions.get(head.position)
        yield "position", f"{held.title} ({head.position})" if held else head.position
    if head.addressee != "state":
        whom = vocabulary.addressees.get(head.addressee)
        yield "asked of", whom.title if whom else head.addressee
    groups = (vocabulary.groups[name].title if name in vocabulary.groups else name for name in head.groups)
    yield "groups", ", ".join(groups)
    yield "for", ", ".join(_mechanism_title(name, library) for name in head.mechanisms)
    for pair in head.sources:
        yield "drawn from", _item(pair, library)


def _mechanism_title(name: str, library: Library) -> str:
    """Return the mechanism or the family of them that a clause names, in words."""
    if name == "all":
        return "every mechanism"
    return library.mechanism(name).title if name in library.mechanism_ids else name.replace("-", " ")


def _item(pair: str, library: Library) -> str:
    source, _, item = pair.partition(":")
    document = library.sources.get(source)
    return f"{pair}  {document.items[item].says}" if document and item in document.items else pair


def data_of(clause: Clause) -> dict[str, object]:
    """Return *clause* for JSON, its text as it is written."""
    return {"id": clause.id, **clause.head.model_dump(mode="json"), "text": clause.text}
