"""The database file: its tables and their version, opening it to read or to write, its faults in words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from drafter.bundled import recommendations_file
from drafter.errors import DrafterError, Fault

Row: TypeAlias = tuple[Any, ...]

VERSION = 1
"""The version of the tables. A change of them, or of what a column holds, needs the next number."""
APPLICATION = 0x64726672
"""The mark of a store in the head of its file, by which a database of another program is recognised."""
_SECONDS_TO_WAIT = 10
"""For another process that writes."""
_CACHE_KIB = 64_000
"""The memory for pages while a file is imported."""

FILL = "To fill it: drafter import FILE --library"
_TABLES = """
CREATE TABLE name(
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, UNIQUE(kind, name)
);
CREATE TABLE recommendation(
    id INTEGER PRIMARY KEY,
    identity INTEGER NOT NULL,
    content INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    country INTEGER NOT NULL,
    body INTEGER NOT NULL,
    position TEXT NOT NULL,
    text TEXT NOT NULL,
    document TEXT NOT NULL,
    number TEXT NOT NULL,
    date TEXT NOT NULL,
    key TEXT NOT NULL,
    labels TEXT NOT NULL
);
CREATE INDEX by_identity ON recommendation(identity);
CREATE INDEX by_content ON recommendation(content);
CREATE INDEX by_country ON recommendation(country, position, body);
CREATE TABLE file(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, imported TEXT NOT NULL);
CREATE TABLE origin(
    recommendation INTEGER NOT NULL, file INTEGER NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY(recommendation, file)
) WITHOUT ROWID;
CREATE INDEX origin_by_file ON origin(file);
CREATE TABLE word(word TEXT PRIMARY KEY, stem TEXT NOT NULL, spelling TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX word_by_spelling ON word(spelling);
CREATE VIRTUAL TABLE search USING fts5(
    text, document, number, labels, content='recommendation', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2', prefix='3'
);
"""
"""The tables. The number of a row begins with its date, so that the index gives the newest first.

``labels`` has a word such as ``c12`` for each name: the index finds a State and its themes as it finds words,
and never reads the rows themselves. ``word`` has every word of the texts: the index has only their stems, in
which the beginning of a word cannot always be found.
"""


class Store:
    """An open store. Whatever the database refuses is raised as a DrafterError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def rows(self, statement: str, *values: object) -> list[Row]:
        """Return the rows of a statement."""
        with faults_in_words(self.path):
            return self._connection.execute(statement, values).fetchall()

    def run(self, statement: str, *values: object) -> int:
        """Run a statement and return the number of the row that it has inserted last."""
        with faults_in_words(self.path):
            return self._connection.execute(statement, values).lastrowid or 0

    def run_all(self, statement: str, rows: list[Row]) -> None:
        """Run a statement with each of *rows*."""
        with faults_in_words(self.path):
            self._connection.executemany(statement, rows)

    def close(self) -> None:
        """Close the store."""
        self._connection.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def store_file() -> Path:
    """Return the file of the user's store; it may not exist."""
    return recommendations_file()


def open_store(path: Path) -> Store:
    """Return the store in *path* for reading. Raises DrafterError if it is not there, or not readable."""
    if not path.exists():
        raise _empty(path)
    if path.with_name(f"{path.name}-journal").exists():
        with _connected(
            path, "rw"
        ) as interrupted:  # who may only read cannot undo what a killed process began
            interrupted.rows("SELECT 1 FROM sqlite_schema")
    store = _connected(path, "ro")
    try:
        if not _is_current(store):
            raise _empty(path)
    except BaseException:
        store.close()
        raise
    return store


def has_store(path: Path) -> bool:
    """Return whether there is a file of a store in *path*."""
    with suppress(OSError):
        return path.stat().st_size > 0
    return False


@contextmanager
def writing(path: Path) -> Iterator[Store]:
    """Give the store in *path* for changes that are kept all together or not at all; create it if need be.

    An error, Ctrl-C or the end of the process leaves the store as it was.
    """
    _create(path)
    with _connected(path, "rw") as store:
        store.run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        store.run("PRAGMA temp_store = MEMORY")
        store.run("BEGIN IMMEDIATE")
        try:
            if not _is_current(store):
                for statement in _TABLES.split(";\n"):
                    store.run(statement)
                store.run(f"PRAGMA application_id = {APPLICATION}")
                store.run(f"PRAGMA user_version = {VERSION}")
            yield store
            store.run("COMMIT")
        except BaseException:
            with suppress(DrafterError):  # after some errors, the database has rolled back by itself
                store.run("ROLLBACK")
            raise


def give_back_space(path: Path) -> None:
    """Make the file of the store as small as what it holds; it stays as it is if another drafter uses it."""
    with _connected(path, "rw") as store, suppress(DrafterError):
        store.run("INSERT INTO search(search) VALUES('optimize')")  # only marks its rows as deleted before
        store.run("VACUUM")


def _create(path: Path) -> None:
    """Create an empty file that only the user can read, unless there is one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
    except OSError as error:
        remedy = "Check the folder and your rights to it."
        raise DrafterError(Fault(f"cannot be written ({error.strerror})", remedy, str(path))) from error


def _connected(path: Path, mode: str) -> Store:
    with faults_in_words(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=_SECONDS_TO_WAIT,
            isolation_level=None,
            check_same_thread=False,  # suggestions while typing come from another thread
        )
    return Store(connection, path)


def _is_current(store: Store) -> bool:
    """Return whether *store* has the tables of this version; ``False`` if it has none.

    Raises DrafterError for another version, and for a database of another program.
    """
    [(application,)] = store.rows("PRAGMA application_id")
    [(version,)] = store.rows("PRAGMA user_version")
    if (application, version) == (APPLICATION, VERSION):
        return True
    if application != APPLICATION:
        if not application and not store.rows("SELECT 1 FROM sqlite_schema LIMIT 1"):
            return False
        raise _fault(store.path, "is not a store of drafter", f"Move the file away. {FILL}")
    if version > VERSION:
        raise _fault(store.path, "was written by a newer drafter", "Update drafter: drafter --version")
    raise _fault(store.path, "was written by an older drafter", f"Delete the file. {FILL}")


def _empty(path: Path) -> DrafterError:
    return _fault(path, "no recommendations have been imported yet", FILL, file="")


def _fault(path: Path, fault: str, remedy: str, file: str | None = None) -> DrafterError:
    return DrafterError(Fault(fault, remedy, str(path) if file is None else file))


@contextmanager
def faults_in_words(path: Path) -> Iterator[None]:
    """Raise what the database refuses as a DrafterError about *path*; other errors pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if "no such module" in str(error):  # FTS5, which SQLite can be built without
            remedy = "Use Python from python.org, or from your system."
            raise _fault(path, "cannot be used: this Python has no full-text search", remedy) from error
        if code not in _FAULTS:
            raise
        fault, remedy = _FAULTS[code]
        raise _fault(path, fault, remedy) from error


_DAMAGED = "is damaged", f"Delete the file. {FILL}"
_FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("is being written by another drafter", "Try again when that has ended."),
    sqlite3.SQLITE_READONLY: ("cannot be written", "Check your rights to the file and its folder."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Check your rights to the file and its folder."),
    sqlite3.SQLITE_PERM: ("cannot be opened", "Check your rights to the file and its folder."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Check the disk, and try again."),
    sqlite3.SQLITE_FULL: ("cannot be written: the disk is full", "Free some space. The store is as it was."),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
"""What is wrong and what to do, by the number of the database's error."""
