"""Adding the recommendations of a file to the store, and removing them."""

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import blake2b
from pathlib import Path

from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.model.imported import ImportedRecommendation
from drafter.patterns import pattern
from drafter.recommendation_store.database import Row, Store, give_back_space, writing
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
    words_in,
)
from drafter.recommendation_store.values import Added
from drafter.search import search_form

IDENTITY_DIGITS = 15
"""Hexadecimal digits of an identity: 60 bits, which the database can hold as a number."""
DAY = 10**8
"""How many numbers of rows there are for one day. A number is the date, ``20250131``, times this and more."""
_ROWS_AT_ONCE = 1_000

_DATE = pattern(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def add(
    recommendations: Iterable[ImportedRecommendation],
    file_name: str,
    store_path: Path,
    progress: Callable[[int], object] = lambda _: None,
) -> Added:
    """Add *recommendations* to the store in *store_path* and return how many were new.

    They are read one after the other, and stored all together or not at all: an error in the iterable, Ctrl-C
    or the end of the process leaves the store as it was. *file_name* is the file that they come from, without
    its folder. *progress* gets the number of recommendations so far, each time that a thousand are done.
    """
    with writing(store_path) as store:
        addition = _Addition(store, file_name)
        for count, recommendation in enumerate(recommendations, 1):
            addition.take(recommendation)
            if not count % _ROWS_AT_ONCE:
                progress(count)
        addition.index()
        return Added(**addition.counts)


def remove(file_name: str, store_path: Path) -> int:
    """Remove the recommendations of a file that no other file has, and return how many.

    Raises DrafterError if no file of that name was imported.
    """
    with writing(store_path) as store:
        rows = store.rows("SELECT id FROM file WHERE name = ?", file_name)
        if not rows:
            names = [name for (name,) in store.rows("SELECT name FROM file ORDER BY name")]
            remedy = f"Imported files: {', '.join(names)}." if names else ""
            raise DrafterError(Fault(f"no file '{file_name}' was imported", remedy))
        [(file,)] = rows
        store.run("CREATE TEMP TABLE stale(id INTEGER PRIMARY KEY)")
        store.run(
            "INSERT INTO stale SELECT recommendation FROM origin WHERE file = ? AND NOT EXISTS (SELECT 1 "
            "FROM origin AS other WHERE other.recommendation = origin.recommendation AND file <> ?)",
            file,
            file,
        )
        [(count,)] = store.rows("SELECT count(*) FROM stale")
        store.run("DELETE FROM origin WHERE file = ?", file)
        store.run("DELETE FROM file WHERE id = ?", file)
        _delete_stale(store)
        if not store.rows("SELECT 1 FROM recommendation LIMIT 1"):
            store.run("DELETE FROM word")
            store.run("DELETE FROM name")
    give_back_space(store_path)
    return int(count)


def identity(recommendation: ImportedRecommendation) -> int:
    """Return the number by which a recommendation is recognised: of its key or, without one, its content."""
    return _number("key", recommendation.key) if recommendation.key else content(recommendation)


def content(recommendation: ImportedRecommendation) -> int:
    """Return a number of document, paragraph, State and text."""
    text = " ".join(recommendation.text.split())
    return _number(recommendation.document, recommendation.number, recommendation.country, text)


def _number(*parts: object) -> int:
    digest = blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - 4 * IDENTITY_DIGITS)


class _Addition:
    """The addition of one file to a store, which is open for writing."""

    def __init__(self, store: Store, file_name: str) -> None:
        self.store = store
        self.counts = {"new": 0, "known": 0, "changed": 0}
        today = date.today().isoformat()
        store.run(
            "INSERT INTO file(name, imported) VALUES(?, ?) "
            "ON CONFLICT(name) DO UPDATE SET imported = excluded.imported",
            file_name,
            today,
        )
        [(self.file,)] = store.rows("SELECT id FROM file WHERE name = ?", file_name)
        store.run("CREATE TEMP TABLE fresh(id INTEGER PRIMARY KEY)")
        store.run("CREATE TEMP TABLE stale(id INTEGER PRIMARY KEY)")
        self.names = {
            (kind, name): int(id_) for id_, kind, name in store.rows("SELECT id, kind, name FROM name")
        }
        self.words: set[str] = {word for (word,) in store.rows("SELECT word FROM word")}
        self.new_words: list[Row] = []
        self.seen: set[int] = set()
        self.stale: set[int] = set()
        self.last_rows: dict[int, int] = {}

    def take(self, recommendation: ImportedRecommendation) -> None:
        """Add *recommendation*, or note that it is known."""
        recognised = identity(recommendation)
        if recognised in self.seen:  # twice in the file: the first counts, after every import
            self.counts["known"] += 1
            return
        self.seen.add(recognised)
        digest = _number(*(getattr(recommendation, name) for name in _DIGESTED))
        known = self._known(recommendation, recognised)
        if known is None:
            self.counts["new"] += 1
            row = self._insert(recommendation, recognised, digest)
        elif known[1] == digest or (known[2] and not recommendation.key):
            self.counts["known"] += 1
            row = known[0]
        else:
            self.counts["changed"] += 1
            row = self._insert(recommendation, recognised, digest)
            # The old row stays until the index has taken it out, for which it needs its words.
            self.stale.add(known[0])
            self.store.run("UPDATE origin SET recommendation = ? WHERE recommendation = ?", row, known[0])
        self.store.run(
            "INSERT INTO origin VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET source = excluded.source",
            row,
            self.file,
            _storable(recommendation.source),
        )

    def _known(self, recommendation: ImportedRecommendation, recognised: int) -> Row | None:
        """Return number, digest and key of the row that has *recommendation*, ``None`` if there is none.

        A row with a key and one without can be the same: the files of two services differ in that.
        """
        columns = "SELECT id, digest, key FROM recommendation WHERE"
        rows = self.store.rows(f"{columns} identity = ? LIMIT 1", recognised)
        if not rows:
            without_key = " AND key = ''" if recommendation.key else ""
            rows = self.store.rows(f"{columns} content = ?{without_key} LIMIT 1", content(recommendation))
        return next((row for row in rows if row[0] not in self.stale), None)

    def _insert(self, recommendation: ImportedRecommendation, recognised: int, digest: int) -> int:
        """Insert a row and return its number."""
        day = _day(recommendation.date)
        if day not in self.last_rows:
            [(first,)] = self.store.rows(
                "SELECT min(id) FROM recommendation WHERE id BETWEEN ? AND ?", day * DAY, (day + 1) * DAY - 1
            )
            self.last_rows[day] = first or (day + 1) * DAY
        self.last_rows[day] -= 1  # the index is read from its end: so the rows of a day stay in their order
        row = self.last_rows[day]
        country = self._name(COUNTRY, recommendation.country)
        body = self._name(BODY, recommendation.body)
        text = _storable(recommendation.text)
        self.store.run(
            "INSERT INTO recommendation VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(row, recognised, content(recommendation), digest, country, body, recommendation.position, text),
            *(_storable(recommendation.document), _storable(recommendation.number)),
            *(_storable(recommendation.date), _storable(recommendation.key), self._labels(recommendation)),
        )
        self.store.run("INSERT INTO fresh VALUES(?)", row)
        self._learn(text)
        return row

    def _labels(self, recommendation: ImportedRecommendation) -> str:
        names = (
            (COUNTRY, (recommendation.country,)),
            (BODY, (recommendation.body,)),
            (POSITION, (recommendation.position,)),
            (KIND, (recommendation.kind,)),
            (SESSION, (recommendation.session,)),
            (MADE_BY, recommendation.states),
            (THEME, recommendation.themes),
            (GROUP, recommendation.groups),
            (GOAL, recommendation.goals),
        )
        return " ".join(f"{kind}{self._name(kind, name)}" for kind, each in names for name in each if name)

    def _name(self, kind: str, name: str) -> int:
        """Return the number of a name, 0 for an empty one."""
        if not name:
            return 0
        name = _storable(name)
        number = self.names.get((kind, name))
        if number is None:
            number = self.store.run(
                "INSERT INTO name(kind, name, folded) VALUES(?, ?, ?)", kind, name, folded(name)
            )
            self.names[kind, name] = number
        return number

    def _learn(self, text: str) -> None:
        for word in set(words_in(text)) - self.words:
            self.words.add(word)
            self.new_words.append((word, search_form(word, ENGLISH)))

    def index(self) -> None:
        """Bring the index up to date, in the order of the rows: any other takes a hundred times as long."""
        self.store.run_all("INSERT INTO stale VALUES(?)", [(row,) for row in self.stale])
        _delete_stale(self.store)
        self.store.run(
            "INSERT INTO search(rowid, text, document, number, labels) "
            "SELECT id, text, document, number, labels FROM recommendation JOIN fresh USING(id) ORDER BY id"
        )
        self._save_words()

    def _save_words(self) -> None:
        """Save the new words with their stems, which the index itself gives."""
        store = self.store
        store.run(
            "CREATE VIRTUAL TABLE temp.new_word "
            "USING fts5(word, tokenize='porter unicode61 remove_diacritics 2')"
        )
        store.run("CREATE VIRTUAL TABLE temp.new_stem USING fts5vocab(temp, new_word, instance)")
        store.run("CREATE TEMP TABLE spelling(id INTEGER PRIMARY KEY, word TEXT, spelling TEXT)")
        store.run_all("INSERT INTO spelling(word, spelling) VALUES(?, ?)", self.new_words)
        store.run("INSERT INTO new_word(rowid, word) SELECT id, word FROM spelling")
        store.run(
            "INSERT OR IGNORE INTO word SELECT word, term, spelling FROM new_stem JOIN spelling ON doc = id"
        )


def _delete_stale(store: Store) -> None:
    """Delete the rows in the table ``stale`` from the index and then from the store."""
    store.run(
        "INSERT INTO search(search, rowid, text, document, number, labels) "
        "SELECT 'delete', id, text, document, number, labels FROM recommendation JOIN stale USING(id) "
        "ORDER BY id"
    )
    store.run("DELETE FROM recommendation WHERE id IN (SELECT id FROM stale)")


_DIGESTED = tuple(name for name in ImportedRecommendation.__match_args__ if name != "source")
"""The fields that can change; where a row is in its file is kept for each file."""


def _day(text: str) -> int:
    """Return a date, or its year or month, as a number such as 20250131; 0 without a year."""
    match = _DATE.match(text)
    if not match:
        return 0
    year, month, day = (int(part or 0) for part in match.groups())
    return (year * 100 + month) * 100 + day


def _storable(text: str) -> str:
    """Return *text*; halves of characters, which a broken file can have and UTF-8 cannot, are replaced."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
