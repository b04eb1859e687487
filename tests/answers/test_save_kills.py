"""A process that dies at any step of a save: both files are old or both new, and nothing else is left."""

import fnmatch
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.answers import disk
from drafter.answers.store import Store
from drafter.model.answers import GONE
from drafter.privacy.private_file import private_path
from drafter.yaml_text import read_yaml
from tests.support.trees import data_of

DEAD = 99
MADE_WITH = "drafter under test"
Changes = list[tuple[tuple[Any, ...], Any]]
CASE = {"pseudonym": "Mira", "age_group": "adult", "text": "She was held."}
CASE_WITH_NAME: Changes = [(("cases", "C1"), CASE), (("private", "cases", "C1", "name"), "Canaria Goldfinch")]
SAVES: dict[str, tuple[Changes, Changes]] = {
    "an answer": ([], [(("title",), "New")]),
    "a case with its name": ([], CASE_WITH_NAME),
    "a name alone": (CASE_WITH_NAME, [(("private", "cases", "C1", "name"), "Other Name")]),
    "another pseudonym": (CASE_WITH_NAME, [(("cases", "C1", "pseudonym"), "Nora")]),
    "an erased case": (CASE_WITH_NAME, [(("cases", "C1"), GONE), (("private", "cases", "C1"), GONE)]),
}
"""The changes before, and those of the save during which the process dies."""


class Fuse:
    """Ends the process at the *at*-th step of a save; if that is a write, half of it is done."""

    def __init__(self, at: int) -> None:
        self.left = at

    def burns(self) -> bool:
        self.left -= 1
        return self.left == 0

    def before(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that calls *step* and may end the process before or after it."""

        def stepping(*arguments: Any, **options: Any) -> Any:
            if self.burns():
                os._exit(DEAD)
            result = step(*arguments, **options)
            if self.burns():
                os._exit(DEAD)
            return result

        return stepping

    def open(self, path: Any, mode: str, **options: Any) -> "HalfWriter":
        """Open *path*; a write to it may end half way."""
        return HalfWriter(open(path, mode, **options), self)  # noqa: PTH123


def content(file: Path) -> Any:
    """Return the content of *file*, ``None`` if it does not exist."""
    return read_yaml(file.read_text("utf-8"), file.name) if file.exists() else None


def both(file: Path) -> tuple[Any, Any]:
    """Return the content of the answers and of the private file beside them."""
    return content(file), content(private_path(file))


def dies_at(step: int, file: Path, changes: Changes) -> bool:
    """Make *changes* in a process that dies at the *step*-th step; return whether it got that far."""
    child = os.fork()
    if child == 0:
        fuse = Fuse(step)
        store = Store.open(file, MADE_WITH)
        for name in ("replace", "fsync"):
            setattr(os, name, fuse.before(getattr(os, name)))
        Path.unlink = fuse.before(Path.unlink)  # type: ignore[method-assign]
        disk.open = fuse.open  # type: ignore[attr-defined]
        store.change(changes)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == DEAD


class HalfWriter:
    """A stream whose write ends half way if the fuse burns down during it."""

    def __init__(self, stream: Any, fuse: Fuse) -> None:
        self.stream = stream
        self.fuse = fuse

    def __enter__(self) -> "HalfWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: bytes) -> int:
        """Write *text*, or half of it and end the process."""
        if self.fuse.burns():
            self.stream.write(text[: len(text) // 2])
            self.stream.flush()
            os._exit(DEAD)
        return int(self.stream.write(text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in a git repository."""
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", SAVES)
@pytest.mark.seconds(120)
def test_a_process_that_dies_at_any_step_leaves_both_files_old_or_both_new(folder: Path, name: str) -> None:
    before, changes = SAVES[name]
    origin = folder / "a.yaml"
    Store.open(origin, MADE_WITH).change(before)
    (private_id,) = {data.get("private_id", "") for data in both(origin) if data}
    start = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}
    Store.open(origin, MADE_WITH).change(changes)
    old, new = _without_id(_read(start)), _without_id(both(origin))
    assert old != new
    step = 0
    died = True
    while died:
        step += 1
        for entry in list(folder.iterdir()):
            if entry.is_file():
                entry.unlink()
        for file, data in start.items():
            (folder / file).write_bytes(data)
        died = dies_at(step, origin, changes)
        names = {entry.name for entry in folder.iterdir() if entry.is_file()}
        left = names - {"a.yaml", ".gitignore"}
        assert all(fnmatch.fnmatchcase(file, "*.private.yaml") for file in left), (step, left)
        assert (folder / ".gitignore").read_text("utf-8") == "*.private.yaml*\n"
        store = Store.open(origin, MADE_WITH)
        assert _without_id(both(origin)) in ((old, new) if died else (new,)), step
        assert {entry.name for entry in folder.iterdir()} <= {
            "a.yaml",
            "a.private.yaml",
            ".gitignore",
            ".git",
        }
        store.change([(("closing",), "and it goes on")])
        assert data_of(store)["closing"] == content(origin)["closing"] == "and it goes on"
    assert step > 6, "it died at some steps"
    assert private_id == "" or both(origin)[0].get("private_id", private_id) == private_id


def _read(files: dict[str, bytes]) -> tuple[Any, Any]:
    texts = (files.get("a.yaml"), files.get("a.private.yaml"))
    answers, private = (read_yaml(text.decode(), "") if text else None for text in texts)
    return answers, private


def _without_id(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return both contents without the id that ties them, which is random, after comparing it."""
    answers, private = pair
    assert private is None or answers["private_id"] == private["private_id"]
    assert private is not None or "private_id" not in answers
    left, right = (
        {key: value for key, value in (data or {}).items() if key != "private_id"} for data in pair
    )
    return left, right


def test_an_interrupted_save_is_not_completed_over_a_later_change(folder: Path) -> None:
    file = folder / "a.yaml"
    Store.open(file, MADE_WITH).change(CASE_WITH_NAME)
    step = next(
        step for step in range(1, 99) if not dies_at(step, file, SAVES["an erased case"][1]) or journal(file)
    )
    assert step
    text = file.read_text("utf-8")
    file.write_text(text + "# a colleague was here\n", "utf-8")

    with pytest.raises(Exception, match="somebody has changed it since") as refused:
        Store.open(file, MADE_WITH)

    assert str(disk.journal_file(file)) in str(refused.value)
    assert file.read_text("utf-8").endswith("# a colleague was here\n")
    assert private_path(file).exists()


def journal(file: Path) -> bool:
    """Return whether there is a journal."""
    return disk.journal_file(file).exists()


def test_leftovers_of_older_versions_are_deleted_and_nothing_else(folder: Path) -> None:
    file = folder / "a.yaml"
    Store.open(file, MADE_WITH)
    for name in (
        ".a.private.yaml.x1y2z3w4.tmp",
        ".a.yaml.abcdefgh.tmp",
        ".b.0123abcd.tmp.private.yaml",
        "notes.tmp",
    ):
        (folder / name).write_text("x", "utf-8")

    Store.open(file, MADE_WITH)

    assert {entry.name for entry in folder.iterdir()} == {
        "a.yaml", ".git", ".gitignore", ".b.0123abcd.tmp.private.yaml", "notes.tmp",
    }  # fmt: skip
