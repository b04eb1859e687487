"""Searching the store, showing single recommendations, counting all."""

import json
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
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
    folded,
)
from drafter.recommendation_store.query import all_of, any_of, any_phrase, expression, terms
from drafter.recommendation_store.values import (
    Filters,
    Matches,
    PositionCounts,
    Stats,
    StoredFile,
    StoredRecommendation,
)
from drafter.recommendation_store.write import DAY, IDENTITY_DIGITS
from drafter.search import MissedWord, nearest

ID_DIGITS = 10
"""Hexadecimal digits of an id: in 3 of 100 stores of 250,000 recommendations, two have the same."""
MOST_RANKED = 10_000
"""How many matches are ranked by their words, the newest. What matches more often says little about any."""
NO_FILTERS = Filters()

_RANKED = (
    # The text counts in full, symbol and number by half, labels not at all.
    "SELECT rowid, bm25(search, 1.0, 0.5, 0.5, 0.0) FROM search WHERE search MATCH ? AND rowid >= ? "
    "ORDER BY rowid DESC LIMIT ?"
)
_MATCHING = (
    "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ? OFFSET ?"
)
_COUNT = "SELECT count(*) FROM search WHERE search MATCH ? AND rowid >= ?"


def search(
    store: Store,
    typed: str = "",
    filters: Filters = NO_FILTERS,
    *,
    limit: int = 20,
    offset: int = 0,
    last_may_go_on: bool = True,
) -> Matches:
    """Return the recommendations with all words of *typed* that fulfil *filters*, *limit* of them in full.

    The best come first: those in which the words are rarest and most frequent. Equally good ones, and all if
    nothing is typed, come newest first, and in the order of their file.
    """
    wanted = terms(typed, last_may_go_on=last_may_go_on)
    parts = filter_expressions(store, filters)
    if parts is None or (typed.strip() and not wanted):
        return Matches()
    if wanted:
        words = all_of(expression(term, store) for term in wanted)
        parts.append(f"{{text document number}} : ({words})")
    first = filters.since * 10_000 * DAY
    if wanted:
        return _ranked(store, all_of(parts), first, limit, offset)
    return _newest(store, all_of(parts), first, limit, offset)


def filter_expressions(store: Store, filters: Filters) -> list[str] | None:
    """Return *filters* but the year as expressions of the index, ``None`` if nothing can fulfil them."""
    kinds = (
        (COUNTRY, filters.countries),
        (MADE_BY, filters.made_by),
        (BODY, filters.bodies),
        (THEME + GROUP, filters.themes),
        (POSITION, (filters.position,) if filters.position else ()),
        (KIND, (filters.kind,) if filters.kind else ()),
    )
    parts = []
    for kind, names in kinds:
        if names:
            labels = _labels(store, kind, names)
            if not labels:
                return None
            parts.append(f"labels : {any_of(labels)}")
    for words in filter(None, (filters.words, filters.also)):
        parts.append(f"text : {any_phrase(words, store)}")
    return parts


def _labels(store: Store, kinds: str, names: Iterable[str]) -> list[str]:
    """Return the labels that stand for *names* of *kinds*."""
    return [
        f'"{kind}{number}"'
        for kind in kinds
        for name in dict.fromkeys(map(folded, names))
        for (number,) in store.rows("SELECT id FROM name WHERE kind = ? AND folded = ?", kind, name)
    ]


def _ranked(store: Store, query: str, first: int, limit: int, offset: int) -> Matches:
    matches = store.rows(_RANKED, query, first, MOST_RANKED + 1)
    at_least = len(matches) > MOST_RANKED
    best = nsmallest(offset + limit, matches[:MOST_RANKED], key=lambda match: (round(match[1], 6), -match[0]))
    shown = _recommendations(store, [row for row, _ in best[offset:]])
    return Matches(shown, min(len(matches), MOST_RANKED), at_least)


def _newest(store: Store, query: str, first: int, limit: int, offset: int) -> Matches:
    if not query:
        [(total,)] = store.rows("SELECT count(*) FROM recommendation")
        if not first:
            rows = store.rows(
                "SELECT id FROM recommendation ORDER BY id DESC LIMIT ? OFFSET ?", limit, offset
            )
            return Matches(_recommendations(store, [row for (row,) in rows]), total)
        # All kinds: the index counts the rows of some years without reading them.
        query = f"labels : {any_of(_labels(store, KIND, names(store, KIND)))}"
    rows = store.rows(_MATCHING, query, first, limit, offset)
    [(total,)] = store.rows(_COUNT, query, first)
    return Matches(_recommendations(store, [row for (row,) in rows]), total)


def show(store: Store, id_or_key: str) -> tuple[StoredRecommendation, ...]:
    """Return the recommendations whose id begins with *id_or_key*, at most twenty; none if it is no id.

    The key that a file gives is accepted too.
    """
    rows = store.rows("SELECT id FROM recommendation WHERE key = ? AND key <> '' LIMIT 20", id_or_key)
    digits = id_or_key.lower()
    if not rows and 0 < len(digits) <= IDENTITY_DIGITS and set(digits) <= set("0123456789abcdef"):
        rest = 4 * (IDENTITY_DIGITS - len(digits))
        first = int(digits, 16) << rest
        rows = store.rows(
            "SELECT id FROM recommendation WHERE identity BETWEEN ? AND ? ORDER BY id DESC LIMIT 20",
            first,
            first + (1 << rest) - 1,
        )
    return _recommendations(store, [row for (row,) in rows])


def stats(store: Store) -> Stats:
    """Return the counts of the whole store."""
    bodies: dict[str, int] = {}
    states: dict[str, dict[str, int]] = {}
    counts = store.rows(
        "SELECT country.name, body.name, position, count(*) FROM recommendation "
        "LEFT JOIN name AS country ON country.id = country LEFT JOIN name AS body ON body.id = body "
        "GROUP BY country, position, body"
    )
    for country, body, position, count in counts:
        if body:
            bodies[body] = bodies.get(body, 0) + count
        if country:
            state = states.setdefault(country, dict.fromkeys(("total", "supported", "partly", "noted"), 0))
            state["total"] += count
            if position:
                state[position] += count
    files = store.rows(
        "SELECT name, imported, count(*) FROM file JOIN origin ON file = file.id GROUP BY name ORDER BY name"
    )
    dates = store.rows(
        "SELECT date FROM recommendation WHERE id IN ("
        "(SELECT min(id) FROM recommendation WHERE id >= ?), (SELECT max(id) FROM recommendation)) "
        "ORDER BY id",
        DAY,
    )
    return Stats(
        total=sum(count for *_, count in counts),
        files=tuple(StoredFile(*row) for row in files),
        states=tuple(PositionCounts(name, **states[name]) for name in sorted(states, key=folded)),
        bodies=tuple(sorted(bodies.items(), key=lambda pair: (-pair[1], pair[0]))),
        first=dates[0][0] if dates else "",
        last=dates[-1][0] if dates else "",
    )


def names(store: Store, kinds: str) -> list[str]:
    """Return the names of *kinds* (letters of ``naming.py``) in the store, in the order of the alphabet."""
    every = {name for kind in kinds for (name,) in store.rows("SELECT name FROM name WHERE kind = ?", kind)}
    return sorted(every, key=folded)


def missed(store: Store, typed: str) -> list[MissedWord]:
    """Return for each word of *typed* how many recommendations have it, and similar words if none has."""
    result = []
    for term in terms(typed):
        query = f"{{text document number}} : {expression(term, store)}"
        [(count,)] = store.rows("SELECT count(*) FROM search WHERE search MATCH ?", query)
        word = " ".join(term.words)
        result.append(MissedWord(word, count, () if count else _similar(store, word)))
    return result


def _similar(store: Store, word: str) -> tuple[str, ...]:
    """Return up to three words of the store that are spelt like *word*, each with another stem."""
    beginning = word[:1]
    stems: dict[str, str] = dict(
        store.rows(
            "SELECT word, stem FROM word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
            beginning,
            f"{beginning}\U0010ffff",
            len(word) - 2,
            len(word) + 2,
        )
    )
    by_stem: dict[str, str] = {}
    for candidate in nearest(word, stems, limit=8, cutoff=0.75):
        by_stem.setdefault(stems[candidate], candidate)
    return tuple(by_stem.values())[:3]


# ---- rows to values ----

_WHOLE = (
    "SELECT id, identity, text, document, number, date, key, labels FROM recommendation "
    "WHERE id IN (SELECT value FROM json_each(?))"
)
_ORIGINS = (
    "SELECT recommendation, name, source FROM origin JOIN file ON file.id = file "
    "WHERE recommendation IN (SELECT value FROM json_each(?)) ORDER BY file"
)


def _recommendations(store: Store, rows: Sequence[int]) -> tuple[StoredRecommendation, ...]:
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
