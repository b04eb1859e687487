"""Searching the store, showing single recommendations, counting all."""

from collections.abc import Iterable
from heapq import nsmallest

from drafter.recommendation_store.database import Store
from drafter.recommendation_store.naming import (
    BODY,
    COUNTRY,
    GROUP,
    KIND,
    MADE_BY,
    POSITION,
    THEME,
    folded,
)
from drafter.recommendation_store.query import all_of, any_of, any_phrase, expression, terms
from drafter.recommendation_store.rows import recommendations
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

MOST_RANKED = 5_000
"""How many matches are ranked by their words, the newest. What matches more often says little about any."""
NO_FILTERS = Filters()

_RANKED = (
    # The text counts in full, symbol and number by half, labels not at all.
    "SELECT rowid, bm25(search, 1.0, 0.5, 0.5, 0.0) FROM search WHERE search MATCH ? AND rowid >= ? "
    "ORDER BY rowid DESC LIMIT ?"
)
_RANKED_WITHIN = (
    # For the rank, all rows with each word of the query are counted: the words of a theme would take longer
    # than all the rest. With the plus sign, the rows within are looked up only once.
    "SELECT rowid, bm25(search, 1.0, 0.5, 0.5, 0.0) FROM search WHERE search MATCH ? AND rowid >= ? "
    "AND +rowid IN (SELECT rowid FROM search WHERE search MATCH ?) ORDER BY rowid DESC LIMIT ?"
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
    labels = _label_expressions(store, filters)
    if labels is None or (typed.strip() and not wanted):
        return Matches()
    words = [
        f"text : {any_phrase(alternatives, store)}"
        for alternatives in (filters.words, filters.also)
        if alternatives
    ]
    first = filters.since * 10_000 * DAY
    if not wanted and words:
        return _newest_with_words(store, all_of((*labels, *words)), first, limit, offset)
    if not wanted:
        return _newest(store, all_of(labels), first, limit, offset)
    typed_words = all_of(expression(term, store) for term in wanted)
    query = all_of((*labels, f"{{text document number}} : ({typed_words})"))
    within = all_of((*labels, *words)) if words else ""
    return _ranked(store, (query, within), first, limit, offset)


def _label_expressions(store: Store, filters: Filters) -> list[str] | None:
    """Return the names in *filters* as expressions of the index, ``None`` if nothing can fulfil them."""
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
    return parts


def _labels(store: Store, kinds: str, names: Iterable[str]) -> list[str]:
    """Return the labels that stand for *names* of *kinds*."""
    return [
        f'"{kind}{number}"'
        for kind in kinds
        for name in dict.fromkeys(map(folded, names))
        for (number,) in store.rows("SELECT id FROM name WHERE kind = ? AND folded = ?", kind, name)
    ]


def _ranked(store: Store, queries: tuple[str, str], first: int, limit: int, offset: int) -> Matches:
    """Return the matches of the first query within those of the second, if there is one, by their rank."""
    query, within = queries
    if within:
        matches = store.rows(_RANKED_WITHIN, query, first, within, MOST_RANKED + 1)
    else:
        matches = store.rows(_RANKED, query, first, MOST_RANKED + 1)
    at_least = len(matches) > MOST_RANKED
    best = nsmallest(offset + limit, matches[:MOST_RANKED], key=lambda match: (round(match[1], 6), -match[0]))
    shown = recommendations(store, [row for row, _ in best[offset:]])
    return Matches(shown, min(len(matches), MOST_RANKED), at_least)


def _newest(store: Store, query: str, first: int, limit: int, offset: int) -> Matches:
    if not query:
        [(total,)] = store.rows("SELECT count(*) FROM recommendation")
        if not first:
            rows = store.rows(
                "SELECT id FROM recommendation ORDER BY id DESC LIMIT ? OFFSET ?", limit, offset
            )
            return Matches(recommendations(store, [row for (row,) in rows]), total)
        # All kinds: the index counts the rows of some years without reading them.
        query = f"labels : {any_of(_labels(store, KIND, names(store, KIND)))}"
    rows = store.rows(_MATCHING, query, first, limit, offset)
    [(total,)] = store.rows(_COUNT, query, first)
    return Matches(recommendations(store, [row for (row,) in rows]), total)


def _newest_with_words(store: Store, query: str, first: int, limit: int, offset: int) -> Matches:
    """Return the newest matches. Whatever has words is looked up once, and so not counted to the end."""
    matches = store.rows(_MATCHING, query, first, max(MOST_RANKED, offset + limit) + 1, 0)
    shown = recommendations(store, [row for (row,) in matches[offset : offset + limit]])
    at_least = len(matches) > MOST_RANKED
    return Matches(shown, MOST_RANKED if at_least else len(matches), at_least)


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
    return recommendations(store, [row for (row,) in rows])


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
