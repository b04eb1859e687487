"""Stored recommendations as the commands show them: in lists, in full, as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from drafter import __version__
from drafter.cli.layout import show, table, wrapped
from drafter.cli.list_view import Entry, print_entries
from drafter.model.imported import POSITION_WORDS
from drafter.model.store_report import STORE_FORMAT
from drafter.recommendation_store.values import PositionCounts, Stats, StoredRecommendation

_LONGEST = 240
"""Characters of a text in a list on a terminal; ``show`` prints all."""


def print_matches(matches: Sequence[StoredRecommendation]) -> None:
    """Print a list of recommendations: on a terminal the text and below it the rest, in a pipe a row each."""
    print_entries([_entry(match) for match in matches])


def _entry(stored: StoredRecommendation) -> Entry:
    value = stored.recommendation
    text = " ".join(value.text.split())
    reference = " ".join(filter(None, (value.document, value.number)))
    position = POSITION_WORDS.get(value.position, "a concern" if value.kind == "concern" else "")
    details = " · ".join(
        filter(None, (stored.id, value.country, value.body, reference, position, value.date[:4]))
    )
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return Entry(short, details, (stored.id, value.country, value.date, reference, value.position, text))


def print_recommendation(stored: StoredRecommendation) -> None:
    """Print a recommendation in full."""
    value = stored.recommendation
    show([(wrapped(value.text), "bold"), (f"{stored.id} · {value.kind}", "dim")])
    print()
    print(table(row for row in _details(stored) if row[1]))


def _details(stored: StoredRecommendation) -> Iterator[tuple[str, str]]:
    """Yield what else is known about a recommendation, each with its label."""
    value = stored.recommendation
    yield "to", value.country
    yield "from", value.body
    yield "document", value.document
    yield "number", value.number
    yield "made by", ", ".join(value.states)
    yield "position", POSITION_WORDS.get(value.position, "")
    yield "themes", "; ".join(value.themes)
    yield "groups", "; ".join(value.groups)
    yield "goals", ", ".join(value.goals)
    yield "date", value.date
    yield "session", value.session
    yield "key", value.key
    for number, file in enumerate(stored.files):
        yield "file", f"{file}, {value.source}" if value.source and not number else file


# ---- JSON; drafter/model/store_report.py has the same keys ----


def list_data(
    matches: Sequence[StoredRecommendation], total: int, *, at_least: bool = False
) -> dict[str, object]:
    """Return the report of a list for JSON."""
    return _head() | {
        "total": total,
        "at_least": at_least,
        "recommendations": [_data(each) for each in matches],
    }


def _data(stored: StoredRecommendation) -> dict[str, object]:
    return {"id": stored.id} | _fields(stored.recommendation) | {"files": stored.files}


def stats_data(counts: Stats, states: Sequence[PositionCounts]) -> dict[str, object]:
    """Return the report of the counts for JSON, with these *states*."""
    return _head() | {
        "total": counts.total,
        "first": counts.first,
        "last": counts.last,
        "files": [_fields(file) for file in counts.files],
        "bodies": [{"name": name, "count": count} for name, count in counts.bodies],
        "states": [_fields(state) for state in states],
    }


def removed_data(file: str, count: int) -> dict[str, object]:
    """Return the report of a removal for JSON."""
    return _head() | {"file": file, "removed": count}


def _head() -> dict[str, object]:
    return {"format": STORE_FORMAT, "tool": {"name": "drafter", "version": __version__}}


def _fields(value: Any) -> dict[str, object]:
    """Return the fields of a frozen value."""
    return {name: getattr(value, name) for name in type(value).__match_args__}
