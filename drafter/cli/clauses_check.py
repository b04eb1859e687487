"""``drafter clauses check`` and ``coverage``: whether the library holds together, and what it carries."""

import sys
from collections.abc import Sequence

from drafter.cli import DONE, FAULT
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.shared import faults_as_data, faults_in_words, print_json
from drafter.compose.check import check_templates
from drafter.library.check import check_library
from drafter.library.coverage import ItemCoverage, source_coverage
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


def cover(library: Library, words: Sequence[str], *, as_json: bool) -> int:
    """Print the items of the sources that have all *words*, and return whether any of all is left open."""
    rows = source_coverage(library)
    wanted = wanted_words(" ".join(words), library.language)
    texts = [
        f"{row.source}:{row.item_id} {row.item.kind} {row.item.says} {' '.join(row.clauses)}" for row in rows
    ]
    found = [
        row
        for row, text in zip(rows, texts, strict=True)
        if SearchedText.of(text, library.language).has_all(wanted)
    ]
    if as_json:
        print_json([_covered(row) for row in found])
    elif not found:
        print(nothing_found("item", wanted, texts, "drafter clauses coverage"), file=sys.stderr)
    else:
        print_entries([_covered_entry(row) for row in found])
        open_items = sum(not row.is_settled for row in found)
        print(f"\n{counted(len(found), 'item')}, {open_items} neither carried nor explained")
    return DONE if all(row.is_settled for row in rows) else FAULT


def _covered_entry(row: ItemCoverage) -> Entry:
    name, what = f"{row.source}:{row.item_id}", row.item
    carried = ", ".join(row.clauses) or what.carried_by or what.not_carried or "NOT CARRIED"
    return Entry(f"{name}  {what.says}", f"{what.kind} · {carried}", (name, what.kind, carried))


def _covered(row: ItemCoverage) -> dict[str, object]:
    what = row.item
    return {
        "source": row.source,
        "item": row.item_id,
        "kind": what.kind,
        "says": what.says,
        "clauses": row.clauses,
        "carried_by": what.carried_by,
        "not_carried": what.not_carried,
    }
