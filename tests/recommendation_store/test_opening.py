"""Stores that are not there, damaged, foreign, of another version, locked; and a process that is killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.model.imported import ImportedRecommendation
from drafter.recommendation_store import database
from drafter.recommendation_store.database import APPLICATION, VERSION, has_store, open_store, store_file
from drafter.recommendation_store.read import search, stats
from drafter.recommendation_store.values import Added
from drafter.recommendation_store.write import add
from tests.support.checkout import CHECKOUT
from tests.support.recommendations import BASE, filled, recommendation, texts


def faults(action: Callable[[], object]) -> str:
    """Return the faults of *action*."""
    with pytest.raises(DrafterError) as caught:
        action()
    return str(caught.value)


def test_the_store_is_in_the_folder_for_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert store_file() == tmp_path / "drafter" / "recommendations.sqlite"


def test_a_store_that_is_not_there_says_how_to_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    assert not has_store(path)
    assert faults(lambda: open_store(path)) == (
        "no recommendations have been imported yet\n    To fill it: drafter import FILE --library"
    )
    assert not path.exists()


def test_an_empty_file_is_an_empty_store(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.touch()
    assert "imported yet" in faults(lambda: open_store(path))
    assert add([BASE], "a", path) == Added(new=1)
    assert has_store(path)


def test_a_file_of_something_else_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_text("This is a diary. " * 100)
    for action in (lambda: open_store(path), lambda: add([BASE], "a", path)):
        assert f"{path}: is damaged\n    Delete the file. To fill it: " in faults(action)
    assert path.read_text().startswith("This is a diary.")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE contact(name)")
    for action in (lambda: open_store(path), lambda: add([BASE], "a", path)):
        assert f"{path}: is not a store of drafter" in faults(action)


@pytest.mark.parametrize(
    ("version", "fault"),
    [
        (VERSION + 1, "was written by a newer drafter\n    Update drafter"),
        (VERSION - 1, "was written by an older drafter\n    Delete the file. To fill it: drafter import"),
    ],
)
def test_a_store_of_another_version_is_refused(tmp_path: Path, version: int, fault: str) -> None:
    path = tmp_path / "a.sqlite"
    filled(path, BASE).close()
    with sqlite3.connect(path) as changed:
        changed.execute(f"PRAGMA user_version = {version}")
    assert sqlite3.connect(path).execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    for action in (lambda: open_store(path), lambda: add([BASE], "a", path)):
        assert fault in faults(action)


def test_a_store_with_a_damaged_page_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    filled(path, *(f"Text {number}" for number in range(500))).close()
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    assert f"{path}: is damaged" in faults(lambda: search(open_store(path), "text"))


def test_a_folder_in_its_place_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.mkdir()
    for action in (lambda: open_store(path), lambda: add([BASE], "a", path)):
        assert str(path) in faults(action)


def test_two_cannot_write_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sqlite"
    filled(path, BASE).close()
    monkeypatch.setattr(database, "_SECONDS_TO_WAIT", 0.1)
    with database.writing(path):
        assert "is being written by another drafter" in faults(lambda: add([BASE], "b", path))


def test_a_store_can_be_read_while_a_file_is_added(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    reader = filled(path, BASE)
    with database.writing(path):
        assert texts(open_store(path)) == texts(reader) == [BASE.text]


def test_a_store_cannot_be_read_while_much_is_written_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.sqlite"
    filled(path, BASE).close()
    monkeypatch.setattr(database, "_SECONDS_TO_WAIT", 0.1)
    monkeypatch.setattr(database, "_CACHE_KIB", 100)
    with database.writing(path) as store:
        store.run_all(
            "INSERT INTO file(name, imported) VALUES(?, '')", [("x" * 999 + str(n),) for n in range(999)]
        )
        assert "is being written by another drafter" in faults(lambda: open_store(path))
    assert texts(open_store(path)) == [BASE.text]


def test_a_database_without_full_text_search_says_so(tmp_path: Path) -> None:
    with database.writing(tmp_path / "a.sqlite") as store:
        fault = faults(lambda: store.run("CREATE VIRTUAL TABLE text USING fts99(word)"))
    assert "this Python has no full-text search\n    Use Python from python.org" in fault


def test_a_fault_of_our_own_keeps_its_traceback(tmp_path: Path) -> None:
    with (
        filled(tmp_path / "a.sqlite", BASE) as store,
        pytest.raises(sqlite3.OperationalError, match="nothing"),
    ):
        store.rows("SELECT nothing")


def test_searching_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    store = filled(path, BASE)
    before = path.read_bytes()
    search(store, "naloxone")
    assert path.read_bytes() == before
    assert "cannot be written" in faults(lambda: store.run("DELETE FROM recommendation"))


def test_another_thread_can_search(tmp_path: Path) -> None:
    store = filled(tmp_path / "a.sqlite", BASE)
    results: list[str] = []
    thread = threading.Thread(target=lambda: results.extend(texts(store, "nalox")))
    thread.start()
    thread.join()
    assert results == [BASE.text]


# ---- a process that is killed ----

KILLED = """
import os, signal, sys
from pathlib import Path
from drafter.recommendation_store import database, write
from drafter.recommendation_store.database import Store
from tests.support.recommendations import recommendation

path, when = Path(sys.argv[1]), sys.argv[2]
database._CACHE_KIB = 100  # little memory: changes go to the disk long before the end

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def rows():
    for number in range(30_000):
        if when == f"row {number}":
            die()
        yield recommendation(f"New {number} of the prisons and of health", number=str(number))

run = Store.run
def running(store, statement, *values):
    if when == f"before {statement[:20].strip()}":
        die()
    result = run(store, statement, *values)
    if when == f"after {statement[:20].strip()}":
        die()
    return result
Store.run = running
write.add(rows(), "new.csv", path)
"""
MOMENTS = (
    "row 0", "row 1", "row 29999", "before INSERT INTO search(r", "after INSERT INTO search(r",
    "before COMMIT",
)  # fmt: skip


def killed(path: Path, when: str) -> int:
    """Run an import that is killed at a moment, and return the status of its process."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), *sys.path])}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), when], env=environment, capture_output=True, check=False
    )
    assert done.stderr == b""
    return done.returncode


@pytest.mark.parametrize("when", MOMENTS)
@pytest.mark.seconds(120)
def test_a_kill_during_an_import_leaves_the_store_as_it_was(tmp_path: Path, when: str) -> None:
    path = tmp_path / "a.sqlite"
    rows = [f"Old {number} of the prisons" for number in range(3000)]
    filled(path, *rows).close()
    before = stats(open_store(path))

    assert killed(path, when) == -signal.SIGKILL

    store = open_store(path)
    assert stats(store) == before
    assert search(store, "prisons").total == 3000
    assert search(store, "new").total == 0
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    assert add(filled_rows(30), "new.csv", path) == Added(new=30)


@pytest.mark.parametrize("when", ["row 0", "row 29999", "before COMMIT"])
@pytest.mark.seconds(120)
def test_a_kill_during_the_first_import_leaves_an_empty_store(tmp_path: Path, when: str) -> None:
    path = tmp_path / "a.sqlite"
    assert killed(path, when) == -signal.SIGKILL
    assert "imported yet" in faults(lambda: open_store(path))
    assert add(filled_rows(30), "new.csv", path) == Added(new=30)
    assert search(open_store(path), "prisons").total == 30


@pytest.mark.seconds(120)
def test_a_kill_after_the_end_leaves_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    assert killed(path, "after COMMIT") == -signal.SIGKILL
    assert search(open_store(path)).total == 30_000


def filled_rows(count: int) -> list[ImportedRecommendation]:
    """Return *count* recommendations."""
    return [recommendation(f"Text {number} of the prisons", number=f"9.{number}") for number in range(count)]
