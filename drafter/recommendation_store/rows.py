"""Rows of the store as values."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from drafter.model.imported import ImportedRecommendation, Position
from drafter.recommendation_store.database import Row, Store
from drafter.recommendation_store.naming import (
    BODY,
    COUNTRY,
    GOAL,
    GROUP,
    KIND,
    MADE_BY,
    POSITION,
    SESSION,
    THEME,
)
from drafter.recommendation_store.values import StoredRecommendation
from drafter.recommendation_store.write import IDENTITY_DIGITS

ID_DIGITS = 10
"""Hexadecimal digits of an id: in 3 of 100 stores of 250,000 recommendations, two have the same."""

_WHOLE = (
    "SELECT id, identity, text, document, number, date, key, labels FROM recommendation "
    "WHERE id IN (SELECT value FROM json_each(?))"
)
_ORIGINS = (
    "SELECT recommendation, name, source FROM origin JOIN file ON file.id = file "
    "WHERE recommendation IN (SELECT value FROM json_each(?)) ORDER BY file"
)


def recommendations(store: Store, rows: Sequence[int]) -> tuple[StoredRecommendation, ...]:
    """Return the recommendations in *rows*, in that order."""
    listed = json.dumps(rows)
    by_row = {row[0]: row[1:] for row in store.rows(_WHOLE, listed)}
    origins: dict[int, list[tuple[str, str]]] = {}
    for row, name, source in store.rows(_ORIGINS, listed):
        origins.setdefault(row, []).append((name, source))
    known = _names_of(store, (row[-1] for row in by_row.values()))
    return tuple(_stored(by_row[row], origins.get(row, []), known) for row in rows)


def _names_of(store: Store, labels: Iterable[str]) -> dict[str, str]:
    """Return the names that *labels* stand for, by number."""
    numbers = {label[1:] for each in labels for label in each.split()}
    rows = store.rows(
        "SELECT id, name FROM name WHERE id IN (SELECT value FROM json_each(?))",
        json.dumps([int(number) for number in numbers]),
    )
    return {str(number): name for number, name in rows}


def _stored(row: Row, origins: Sequence[tuple[str, str]], known: dict[str, str]) -> StoredRecommendation:
    identity, text, document, number, date, key, labels = row

    def named(kind: str) -> Iterator[str]:
        return (known[label[1:]] for label in labels.split() if label[0] == kind)

    recommendation = ImportedRecommendation(
        text=text,
        country=next(named(COUNTRY), ""),
        body=next(named(BODY), ""),
        document=document,
        number=number,
        states=tuple(named(MADE_BY)),
        position=cast(Position, next(named(POSITION), "")),
        themes=tuple(named(THEME)),
        groups=tuple(named(GROUP)),
        goals=tuple(named(GOAL)),
        date=date,
        kind="concern" if "concern" in named(KIND) else "recommendation",
        session=next(named(SESSION), ""),
        key=key,
        source=origins[0][1] if origins else "",
    )
    digits = f"{identity:0{IDENTITY_DIGITS}x}"
    return StoredRecommendation(digits[:ID_DIGITS], recommendation, tuple(name for name, _ in origins))
