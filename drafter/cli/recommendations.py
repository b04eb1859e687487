"""``drafter recommendations``: list, search, show, count and remove what was imported."""

import argparse
import sys
from collections.abc import Sequence

from drafter.cli import DONE
from drafter.cli.faults import WrongUsage
from drafter.cli.layout import on_screen, table, unwrapped_table, wrapped
from drafter.cli.list_view import counted, missed_in_words
from drafter.cli.recommendation_view import (
    list_data,
    print_matches,
    print_recommendation,
    removed_data,
    stats_data,
)
from drafter.cli.streams import print_json
from drafter.drafting.recommendation_filters import Asked, filters_for
from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.library.open_library import library_for
from drafter.model.imported import POSITION_WORDS
from drafter.recommendation_store.database import Store, open_store, store_file
from drafter.recommendation_store.naming import folded
from drafter.recommendation_store.read import missed, search, show, stats
from drafter.recommendation_store.values import Filters, Matches, Stats
from drafter.recommendation_store.write import remove

_ROWS_SHOWN = 15
"""Of a table of counts on a terminal."""


def run(options: argparse.Namespace) -> int:
    """Run the action in *options* and return the exit status."""
    if options.action == "remove":
        return _remove(options)
    with open_store(store_file()) as store:
        match options.action:
            case "list":
                return _print_page(store, "", options)
            case "search":
                return _print_page(store, " ".join(map(_quoted, options.words)), options)
            case "show":
                return _show(store, options)
            case _:
                return _stats(store, options)


# ---- list, search ----


def _print_page(store: Store, typed: str, options: argparse.Namespace) -> int:
    asked = Asked(
        state=options.state,
        made_by=options.made_by,
        body=options.body,
        theme=options.theme,
        since=options.since,
        position=options.position or "",
        kind=options.kind or "",
    )
    try:
        filters = filters_for(asked, library_for(), store)
    except DrafterError as error:
        raise WrongUsage(error.faults) from error
    offset = (options.page - 1) * options.limit
    matches = search(store, typed, filters, limit=options.limit, offset=offset)
    if options.json:
        print_json(list_data(matches.shown, matches.total, at_least=matches.at_least))
    elif matches.shown:
        print_matches(matches.shown)
        if on_screen():
            print(f"\n{_rest(matches, options)}")
    else:
        print(_nothing(store, typed, matches, filters), file=sys.stderr)
    return DONE


def _quoted(argument: str) -> str:
    """Return *argument*, in quotation marks if the shell has taken them away from several words."""
    return f'"{argument}"' if " " in argument.strip() and '"' not in argument else argument


def _rest(matches: Matches, options: argparse.Namespace) -> str:
    """Return how many recommendations match, and how to see those on the next page and a whole one."""
    total = f"{'More than ' if matches.at_least else ''}{counted(matches.total, 'match')}"
    reading = "To read one: drafter recommendations show ID"
    more = matches.total - options.page * options.limit
    if more <= 0:
        return wrapped(f"{total}. {reading}")
    return wrapped(f"{total}, … {more:,} more. The next page: --page {options.page + 1}. {reading}")


def _nothing(store: Store, typed: str, matches: Matches, filters: Filters) -> str:
    """Return why nothing is shown, and what to do."""
    if matches.total:
        return wrapped(f"There is no such page: {counted(matches.total, 'match')}.")
    if filters.since and not typed:
        undated = search(store, typed, replaced(filters, since=0), limit=0)
        if undated.total:
            return wrapped(
                f"No recommendation of {filters.since} or later matches; {counted(undated.total, 'match')} "
                "without --since. Many lists give no date for their recommendations."
            )
    without = search(store, typed, limit=0) if typed else matches
    if without.total:
        others = f"{'more than ' if without.at_least else ''}{counted(without.total, 'recommendation')}"
        return wrapped(
            f"No recommendation matches both the words and the options; {others} without the options."
        )
    if not typed:
        if filters.words:
            words = ", ".join(filters.words)
            return wrapped(f"No recommendation has words of this theme, whatever the other options: {words}.")
        return wrapped("No recommendation matches the options. Use fewer options.")
    return missed_in_words("recommendation", missed(store, typed), "drafter recommendations search")


# ---- show ----


def _show(store: Store, options: argparse.Namespace) -> int:
    matches = show(store, options.id)
    if not matches:
        remedy = "To find it: drafter recommendations search WORD"
        raise DrafterError(Fault(f"there is no recommendation '{options.id}'", remedy))
    if options.json:
        print_json(list_data(matches, len(matches)))
    elif len(matches) == 1:
        print_recommendation(matches[0])
    else:
        print_matches(matches)
        print(f"\n{counted(len(matches), 'recommendation')} with this beginning.", file=sys.stderr)
    return DONE


# ---- stats ----


def _stats(store: Store, options: argparse.Namespace) -> int:
    counts = stats(store)
    wanted = folded(" ".join(options.words)).split()
    states = [state for state in counts.states if all(word in folded(state.name) for word in wanted)]
    if options.json:
        print_json(stats_data(counts, states))
        return DONE
    if wanted and not states:
        print(wrapped("No State in the store has these words in its name."), file=sys.stderr)
        return DONE
    if not wanted:
        _print_totals(counts)
    rows = [
        (f"{state.total:,}", *(f"{getattr(state, name):,}" for name in POSITION_WORDS), state.name)
        for state in sorted(states, key=lambda state: (-state.total, folded(state.name)))
    ]
    _print_counts(("all", *POSITION_WORDS.values(), "State"), rows)
    return DONE


def _print_totals(counts: Stats) -> None:
    years = f", from {counts.first} to {counts.last}" if counts.first else ""
    print(wrapped(f"{counted(counts.total, 'recommendation')}{years}"))
    print()
    _print_counts(
        ("all", "file"), [(f"{file.count:,}", f"{file.name} ({file.imported})") for file in counts.files]
    )
    print()
    _print_counts(("all", "body"), [(f"{count:,}", name) for name, count in counts.bodies])
    print()


def _print_counts(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print *rows* under *head*: on a terminal the first of them, in a pipe all."""
    if not on_screen():
        print(unwrapped_table([head, *rows]))
        return
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)][:-1]
    print(
        table(
            (*(cell.rjust(size) for cell, size in zip(row, widths, strict=False)), row[-1])
            for row in (head, *rows[:_ROWS_SHOWN])
        )
    )
    if len(rows) > _ROWS_SHOWN:
        print(f"… {len(rows) - _ROWS_SHOWN:,} more")


# ---- remove ----


def _remove(options: argparse.Namespace) -> int:
    open_store(store_file()).close()  # a store that is not there is not created
    count = remove(options.file, store_file())
    if options.json:
        print_json(removed_data(options.file, count))
    else:
        print(wrapped(f"Removed {counted(count, 'recommendation')} of {options.file} from the store."))
    return DONE
