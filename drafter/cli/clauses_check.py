"""``drafter clauses check`` and ``coverage``: faults in the library, and which source items it uses."""

import sys
from collections.abc import Iterator, Sequence

from drafter.cli import DONE, FAULT
from drafter.cli.faults import faults_as_data, faults_in_words
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.streams import print_json
from drafter.compose.check import check_templates
from drafter.library.check import check_library
from drafter.library.coverage import ItemCoverage, sentence_on, source_coverage
from drafter.library.library import Library
from drafter.search import SearchedText, wanted_words


def check_all(library: Library, *, as_json: bool) -> int:
    """Print every fault of the library and return the exit status."""
    faults = [*check_library(library), *check_templates(library.all_clauses()[0], library.language)]
    if as_json:
        print_json(faults_as_data(faults))
    else:
        if faults:
            print(faults_in_words(faults, sys.stdout))
        print(f"{counted(len(list(library.clause_ids())), 'clause')}, {counted(len(faults), 'fault')}")
    return FAULT if faults else DONE


def show_coverage(library: Library, words: Sequence[str], *, as_json: bool) -> int:
    """Print the source items that have all *words*, and return the exit status.

    That is FAULT if any item at all is neither said by a clause nor explained.
    """
    rows = source_coverage(library)
    wanted = wanted_words(" ".join(words), library.language)
    texts = [
        f"{row.source}:{row.item_id} {row.item.kind} {row.item.says} {' '.join(row.clauses)}" for row in rows
    ]
    matches = [
        row
        for row, text in zip(rows, texts, strict=True)
        if SearchedText.of(text, library.language).has_all(wanted)
    ]
    if as_json:
        print_json([_item_data(row, library) for row in matches])
    elif not matches:
        print(nothing_found("item", wanted, texts, "drafter clauses coverage"), file=sys.stderr)
    else:
        print_entries([entry for row in matches for entry in _item_entries(row, library)])
        open_items = sum(not row.is_settled for row in matches)
        print(f"\n{counted(len(matches), 'item')}, {open_items} neither said by a clause nor explained")
    return DONE if all(row.is_settled for row in rows) else FAULT


def _item_entries(row: ItemCoverage, library: Library) -> Iterator[Entry]:
    """Yield the item, then each clause that says it with the sentence that does, then those that touch it."""
    name, what = f"{row.source}:{row.item_id}", row.item
    explained = what.carried_by or what.not_carried or ("" if row.is_settled else "NO CLAUSE SAYS IT")
    details = " · ".join(part for part in (what.kind, explained) if part)
    yield Entry(f"{name}  {what.says}", details, (name, what.kind, what.says, explained))
    for clause_id in row.said_by:
        sentence = sentence_on(what, library.clause(clause_id), library)
        yield Entry(f"  {sentence}", f"says it · {clause_id}", (name, "says it", clause_id, sentence))
    for clause_id in row.touched_by:
        title = library.clause(clause_id).head.title
        yield Entry(f"  {title}", f"touches it · {clause_id}", (name, "touches it", clause_id, title))


def _item_data(row: ItemCoverage, library: Library) -> dict[str, object]:
    what = row.item
    return {
        "source": row.source,
        "item": row.item_id,
        "kind": what.kind,
        "says": what.says,
        "said_by": [
            {"clause": clause_id, "sentence": sentence_on(what, library.clause(clause_id), library)}
            for clause_id in row.said_by
        ],
        "touched_by": row.touched_by,
        "carried_by": what.carried_by,
        "not_carried": what.not_carried,
    }
