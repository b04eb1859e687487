"""``drafter clauses show``: print one clause with its notes, its questions and its authorities."""

import argparse
from collections.abc import Iterator, Sequence

from drafter.cli import DONE
from drafter.cli.faults import similar_hint
from drafter.cli.layout import show, table, wrapped
from drafter.cli.streams import print_json
from drafter.errors import DrafterError, Fault
from drafter.library.clause_prose import readable_clause
from drafter.library.eligibility import search_clauses
from drafter.library.folders import read_text, topmost_file
from drafter.library.library import Library
from drafter.model.citations import citation
from drafter.model.clause import Clause
from drafter.search import did_you_mean


def show_clause(library: Library, options: argparse.Namespace) -> int:
    """Print the clause in *options* and return the exit status."""
    clause = _clause(library, options.id)
    if options.json:
        print_json(clause_data(clause))
    elif options.source:
        file = topmost_file(library.clause_folders, f"{clause.id}.md")
        print(read_text(file) if file is not None else clause.text, end="")
    else:
        print_clause(clause, library)
    return DONE


def _clause(library: Library, clause_id: str) -> Clause:
    """Return the clause *clause_id*. Raises DrafterError with similar ids if there is none."""
    if library.clause_file(clause_id) is not None:
        return library.clause(clause_id)
    ids = list(library.clause_ids())
    hint = similar_hint(clause_id, ids, like=0.55)
    if not hint:
        # The person may have typed a word or the title of a clause.
        matches = search_clauses(library.all_clauses()[0], clause_id, library.language)
        hint = did_you_mean([clause.id for clause in matches[:3]], library.language)
    remedy = f"{hint} To find it: drafter clauses search WORD".strip()
    raise DrafterError(Fault(f"there is no clause '{clause_id}'", remedy))


def print_clause(clause: Clause, library: Library, *, whole: bool = True) -> None:
    """Print the text of *clause* with its notes; if *whole*, also its questions, authorities and sources."""
    reading = readable_clause(clause, library.authorities, library.language)
    head = clause.head
    show([(wrapped(head.title), "bold"), (f"{clause.id} · {head.kind}", "dim")])
    print(f"\n{wrapped(reading.text)}\n")
    for number, note in enumerate(reading.notes, 1):
        print(wrapped(f"[{number}] {note}", hanging="    "))
    if reading.notes:
        print()
    if whole:
        rows = (*_other_texts(clause, library), *_details(clause, library, reading.notes))
        print(table([row for row in rows if row[1]]))


def _other_texts(clause: Clause, library: Library) -> Iterator[tuple[str, str]]:
    """Yield the text for a document about no State, and what each answer of a choice prints."""
    general = clause.without_state
    if general is not clause:
        yield "no State", readable_clause(general, library.authorities, library.language).text
    for ask in clause.questions:
        for choice in ask.choices:
            text = clause.model_copy(update={"text": choice.text or choice.title})
            prose = readable_clause(text, library.authorities, library.language).text
            yield "if", f"“{choice.title}”: {prose}"


def _details(clause: Clause, library: Library, noted: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what else is known about *clause*, each with its label; *noted* authorities are left out."""
    head, vocabulary = clause.head, library.themes
    for ask in clause.questions:
        example = f" For example: {ask.example}." if ask.example else ""
        yield "asks", f"{ask.ask}{example}"
    treaties: dict[str, str] = {}
    for pair in head.legal_basis:
        name, article = pair.partition(":")[0], citation(pair, library.authorities, library.language)
        before = treaties.get(name, "")
        # The treaty once, then its articles.
        treaties[name] = before + article.removeprefix(
            citation(name, library.authorities, library.language) if before else ""
        )
    for citations in treaties.values():
        yield "based on", citations
    for pair in head.authorities:
        if (authority := citation(pair, library.authorities, library.language)) not in noted:
            yield "see also", authority
    yield from _readings(clause, library)
    if head.position != "neutral":
        position = vocabulary.positions.get(head.position)
        yield "position", f"{position.title} ({head.position})" if position else head.position
    if head.addressee != "state":
        addressee = vocabulary.addressees.get(head.addressee)
        yield "addressed to", addressee.title if addressee else head.addressee
    groups = (vocabulary.groups[name].title if name in vocabulary.groups else name for name in head.groups)
    yield "groups", ", ".join(groups)
    yield "for", ", ".join(_mechanism_title(name, library) for name in head.mechanisms)
    for label, pairs in (("drawn from", head.sources), ("touches", head.touches)):
        for pair in pairs:
            yield label, _source_item(pair, library)


def _readings(clause: Clause, library: Library) -> Iterator[tuple[str, str]]:
    """Yield how the resolutions that *clause* cites were adopted, and where each authority was read."""
    pairs = [pair.partition(":") for pair in (*clause.head.authorities, *clause.head.legal_basis)]
    cited = {name: library.authorities[name] for name, _, _ in pairs if name in library.authorities}
    for authority in cited.values():
        if authority.adoption:
            yield "adopted", f"{authority.short}: {authority.adoption}"
    for name, authority in cited.items():
        parts = {locator for known, _, locator in pairs if known == name}
        own = (part.read_at for key, part in authority.locators.items() if key in parts)
        if places := "; ".join(dict.fromkeys(filter(None, (*own, authority.read_at)))):
            yield "read at", f"{authority.short}: {places}"


def _mechanism_title(name: str, library: Library) -> str:
    """Return the title of the mechanism *name*, or the words of a family of mechanisms."""
    if name == "all":
        return "every mechanism"
    return library.mechanism(name).title if name in library.mechanism_ids else name.replace("-", " ")


def _source_item(pair: str, library: Library) -> str:
    source, _, item = pair.partition(":")
    document = library.sources.get(source)
    return f"{pair}  {document.items[item].says}" if document and item in document.items else pair


def clause_data(clause: Clause) -> dict[str, object]:
    """Return *clause* for JSON, with its text as in its file."""
    return {"id": clause.id, **clause.head.model_dump(mode="json"), "text": clause.text}
