"""``drafter import``: read the recommendations in a file, and say what was read and what was not."""

import argparse
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from drafter import __version__
from drafter.cli import DONE, FAULT, exit_as_wrong_usage
from drafter.cli.faults import WrongUsage, faults_as_data
from drafter.cli.import_into import add_to_answers
from drafter.cli.layout import on_screen, table, wrapped
from drafter.cli.progress_bar import progress_bar
from drafter.cli.streams import json_text
from drafter.errors import DrafterError, Fault
from drafter.imports.counts import Counts
from drafter.imports.read import read_recommendations
from drafter.imports.values import Reading, Recognised, RowFault
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.limits import FAULTS_SHOWN
from drafter.model.import_report import IMPORT_FORMAT
from drafter.model.imported import POSITION_WORDS, ImportedRecommendation
from drafter.recommendation_store.values import Added
from drafter.search import SearchedText, wanted_words

_COUNTRIES_SHOWN = 12
_PLACES_SHOWN = 8
Choice = Callable[[ImportedRecommendation], bool]


def run(options: argparse.Namespace) -> int:
    """Read the file, print what it contains, and return the exit status."""
    if options.into is None and (options.all or options.numbers):
        exit_as_wrong_usage("--number and --all need --into: which answers file do you mean?")
    library = library_for()
    choice = _choice(options.search, options.state, library)
    with progress_bar(f"Reading {options.file.name[:40]!r}") as progress:
        reading = read_recommendations(options.file, library.state, progress)
        if options.json:
            return _print_as_json(options.file, reading, choice)
        counts = Counts()
        wanted = _wanted(reading, counts, choice if choice or not _takes(options) else _every)
        added = _into_store(options.file, wanted) if options.library else None
        chosen = [] if options.library else list(wanted)
    if options.into:
        _print_unread(counts)
        return add_to_answers(options, chosen, library)
    for each in chosen:
        print(f"{_in_words(each)}\n")
    if added:
        _print_recognised(reading.recognised)
        _print_added(added)
    elif choice:
        print(f"{SCREEN.number(len(chosen))} of {_counted(counts)}.")
    else:
        _print_recognised(reading.recognised)
        _print_counts(counts)
    _print_unread(counts)
    return DONE if counts.recommendations + counts.concerns else FAULT


def _takes(options: argparse.Namespace) -> bool:
    """Return whether the recommendations go anywhere, so that without a choice all of them count."""
    return bool(options.into or options.library)


def _every(_: ImportedRecommendation) -> bool:
    return True


def _wanted(reading: Reading, counts: Counts, choice: Choice | None) -> Iterator[ImportedRecommendation]:
    """Yield the recommendations of a file that *choice* wants, without one none; count every row."""
    for row in reading.rows:
        counts.add(row)
        if choice and isinstance(row, ImportedRecommendation) and choice(row):
            yield row


def _into_store(file: Path, recommendations: Iterator[ImportedRecommendation]) -> Added:
    """Add *recommendations* to the user's store and return how many were new."""
    from drafter.recommendation_store.database import store_file
    from drafter.recommendation_store.write import add

    return add(recommendations, file.name, store_file())


def _print_added(added: Added) -> None:
    numbers = (
        (added.new, "new"),
        (added.changed, "changed since the last import"),
        (added.known, "in your store already"),
    )
    parts = [f"{SCREEN.number(count)} {words}" for count, words in numbers if count] or ["nothing to add"]
    print(wrapped(f"{'; '.join(parts)}."))
    print("\nTo search them: drafter recommendations search WORDS")


def _choice(words: str, state: str, library: Library) -> Choice | None:
    """Return a function that says whether to show a recommendation, ``None`` to show only the counts."""
    if not words and not state:
        return None
    wanted = wanted_words(words, SCREEN)
    wanted_state = library.state(state) if state else None
    if state and wanted_state is None:
        raise WrongUsage(Fault(f"there is no State '{state}'", "Write its English name, such as Norway."))

    def is_chosen(recommendation: ImportedRecommendation) -> bool:
        if wanted_state and library.state(recommendation.country) != wanted_state:
            return False
        searched = SearchedText.of(" ".join((recommendation.text, *recommendation.themes)), SCREEN)
        return all(map(searched.has, wanted))

    return is_chosen


def _in_words(recommendation: ImportedRecommendation) -> str:
    """Return a recommendation with its number, its States and its position."""
    head = " · ".join(
        part
        for part in (
            recommendation.number,
            recommendation.document,
            recommendation.country,
            "a concern"
            if recommendation.kind == "concern"
            else POSITION_WORDS.get(recommendation.position, ""),
        )
        if part
    )
    states = f" ({', '.join(recommendation.states)})" if recommendation.states else ""
    text = f"{recommendation.text}{states}"
    return f"{head}\n{wrapped(text, '    ') if on_screen() else f'    {text}'}"


def _print_recognised(recognised: Recognised) -> None:
    print(recognised.format)
    rows = [
        (f"  {name}", value)
        for name, value in (
            ("State", recognised.country),
            ("Body", recognised.body),
            ("Session", recognised.session),
            ("Document", recognised.document),
            ("Encoding", recognised.encoding),
            ("Columns not read", ", ".join(recognised.unused)),
        )
        if value
    ]
    print(f"{table(rows)}\n" if rows else "")


def _print_counts(counts: Counts) -> None:
    positions = [
        f"{SCREEN.number(count)} {words}"
        for position, words in POSITION_WORDS.items()
        if (count := counts.positions[position])  # type: ignore[index]  # the keys are the positions
    ]
    print(wrapped(f"{_counted(counts)}{f': {SCREEN.listed(positions)}' if positions else ''}."))
    if len(counts.countries) > 1:
        print(f"\n{SCREEN.counted(len(counts.countries), 'State')}:")
        rows = [
            (f"  {country}", SCREEN.number(count))
            for country, count in counts.countries.most_common(_COUNTRIES_SHOWN)
        ]
        print(table(rows))
        if (more := len(counts.countries) - _COUNTRIES_SHOWN) > 0:
            print(f"  … and {SCREEN.number(more)} more")


def _counted(counts: Counts) -> str:
    words = SCREEN.counted(counts.recommendations, "recommendation")
    return f"{words} and {SCREEN.counted(counts.concerns, 'concern')}" if counts.concerns else words


def _print_unread(counts: Counts) -> None:
    """Print the rows that were not read, those with the same reason together."""
    if not counts.unread:
        return
    verb = "was" if counts.unread == 1 else "were"
    print(f"\n{SCREEN.counted(counts.unread, 'row')} {verb} not read:", file=sys.stderr)
    by_reason = sorted(counts.faults, key=lambda fault: (fault.reason, fault.remedy))  # stable: rows in order
    groups = [list(group) for _, group in groupby(by_reason, lambda fault: (fault.reason, fault.remedy))]
    for faults in sorted(groups, key=len)[:FAULTS_SHOWN]:
        _print_faults(faults)


def _print_faults(faults: list[RowFault]) -> None:
    """Print *faults*, which have the same reason: where each is, why, and what to do."""
    places = [fault.source for fault in faults[:_PLACES_SHOWN]]
    more = f" and {SCREEN.number(len(faults) - len(places))} more" if len(faults) > len(places) else ""
    lines = [f"- {', '.join(places)}{more}: {faults[0].reason}."]
    lines += [f"    “{faults[0].excerpt}”"] if faults[0].excerpt else []
    lines += [f"    {faults[0].remedy}"]
    for line in lines:
        indent = "    " if line.startswith(" ") else ""
        text = wrapped(line.lstrip(), indent, "    ") if on_screen(sys.stderr) else line
        print(text, file=sys.stderr)


def _print_as_json(file: Path, reading: Reading, choice: Choice | None) -> int:
    """Print the report row by row, so that no file is too large for it, and return the exit status."""
    head = {
        "format": IMPORT_FORMAT,
        "tool": {"name": "drafter", "version": __version__},
        "file": str(file),
        "recognised": as_data(reading.recognised),
    }
    print(f'{json_text(head, indent=2).rstrip("}").rstrip()},\n  "recommendations": [', end="")
    counts, faults, separator = Counts(), [], "\n    "
    try:
        for row in reading.rows:
            counts.add(row)
            if isinstance(row, ImportedRecommendation) and (choice is None or choice(row)):
                print(f"{separator}{json_text(as_data(row))}", end="")
                separator = ",\n    "
    except DrafterError as error:
        faults = faults_as_data(error.faults)
    tail = {
        "unread": list(map(as_data, counts.faults)),
        "counts": {
            "recommendations": counts.recommendations,
            "concerns": counts.concerns,
            "unread": counts.unread,
            "positions": dict(counts.positions),
        },
        "faults": faults,
    }
    print(f"\n  ],\n{json_text(tail, indent=2).removeprefix('{').lstrip(chr(10))}")
    return FAULT if faults or not counts.recommendations + counts.concerns else DONE


def as_data(value: ImportedRecommendation | Recognised | RowFault) -> dict[str, object]:
    """Return *value* for JSON."""
    return {name: getattr(value, name) for name in type(value).__match_args__}
