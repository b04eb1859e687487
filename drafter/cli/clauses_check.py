"""``drafter clauses check`` and ``coverage``: faults in the library, and which source items it uses."""

import sys
from collections.abc import Sequence

from drafter.cli import DONE, FAULT
from drafter.cli.faults import faults_as_data, faults_in_words
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.streams import print_json
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


def show_coverage(library: Library, words: Sequence[str], *, as_json: bool) -> int:
    """Print the source items that have all *words*, and return the exit status.

    That is FAULT if any item at all is neither used by a clause nor explained.
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
        print_json([_item_data(row) for row in matches])
    elif not matches:
        print(nothing_found("item", wanted, texts, "drafter clauses coverage"), file=sys.stderr)
    else:
        print_entries([_item_entry(row) for row in matches])
        open_items = sum(not row.is_settled for row in matches)
        print(f"\n{counted(len(matches), 'item')}, {open_items} neither used nor explained")
    return DONE if all(row.is_settled for row in rows) else FAULT


def _item_entry(row: ItemCoverage) -> Entry:
    name, what = f"{row.source}:{row.item_id}", row.item
    use = ", ".join(row.clauses) or what.carried_by or what.not_carried or "NOT USED"
    return Entry(f"{name}  {what.says}", f"{what.kind} · {use}", (name, what.kind, use))


def _item_data(row: ItemCoverage) -> dict[str, object]:
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
