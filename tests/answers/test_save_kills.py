"""A process that dies at any step of a save: both files are old or both new, and nothing is left behind."""

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

DEAD = 99
MADE_WITH = "drafter under test"
Changes = list[tuple[tuple[Any, ...], Any]]
CASE = {"pseudonym": "Mira", "age_group": "adult", "text": "She was held."}
TOLD: Changes = [(("cases", "C1"), CASE), (("private", "cases", "C1", "name"), "Canaria Goldfinch")]
SAVES: dict[str, tuple[Changes, Changes]] = {
    "an answer": ([], [(("title",), "New")]),
    "a case with its name": ([], TOLD),
    "a name alone": (TOLD, [(("private", "cases", "C1", "name"), "Other Name")]),
    "another pseudonym": (TOLD, [(("cases", "C1", "pseudonym"), "Nora")]),
    "an erased case": (TOLD, [(("cases", "C1"), GONE), (("private", "cases", "C1"), GONE)]),
}
"""What is answered before, and the save at which the process dies."""


class Fuse:
    """Ends the process at the *at*-th step of a save; a write at which it ends is half done."""

    def __init__(self, at: int) -> None:
        self.left = at

    def burns(self) -> bool:
        self.left -= 1
        return self.left == 0

    def before(self, step: Callable[..., Any]) -> Callable[..., Any]:
        """Return *step*, before and after which the process may end."""

        def stepping(*arguments: Any, **options: Any) -> Any:
            if self.burns():
                os._exit(DEAD)
            result = step(*arguments, **options)
            if self.burns():
                os._exit(DEAD)
            return result

        return stepping

    def open(self, path: Any, mode: str, **options: Any) -> "Half":
        """Return the file opened; a write to it may end half way."""
        return Half(open(path, mode, **options), self)  # noqa: PTH123


def content(file: Path) -> Any:
    """Return what *file* holds, ``None`` where it is not there."""
    return read_yaml(file.read_text("utf-8"), file.name) if file.exists() else None


def both(file: Path) -> tuple[Any, Any]:
    """Return what is in the answers and in the private file beside them."""
    return content(file), content(private_path(file))


def dies_at(step: int, file: Path, changes: Changes) -> bool:
    """Make *changes* in a process that dies at the *step*-th step, and return whether it came so far."""
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


class Half:
    """A stream whose write ends half way where the fuse burns down at it."""

    def __init__(self, stream: Any, fuse: Fuse) -> None:
        self.stream = stream
        self.fuse = fuse

    def __enter__(self) -> "Half":
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
    """A folder that git keeps."""
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", SAVES)
@pytest.mark.seconds(120)
def test_a_process_that_dies_at_any_step_leaves_both_files_old_or_both_new(folder: Path, name: str) -> None:
    before, changes = SAVES[name]
    origin = folder / "a.yaml"
    Store.open(origin, MADE_WITH).change(before)
    (private_id,) = {data.get("private_id", "") for data in both(origin) if data}
    start = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    Store.open(origin, MADE_WITH).change(changes)
    old, new = _without_id(_read(start)), _without_id(both(origin))
    assert old != new
    step = 0
    died = True
    while died:
        step += 1
        for one in list(folder.iterdir()):
            if one.is_file():
                one.unlink()
        for file, data in start.items():
            (folder / file).write_bytes(data)
        died = dies_at(step, origin, changes)
        names = {one.name for one in folder.iterdir() if one.is_file()}
        left = names - {"a.yaml", ".gitignore"}
        assert all(fnmatch.fnmatchcase(one, "*.private.yaml") for one in left), (step, left)
        assert (folder / ".gitignore").read_text("utf-8") == "*.private.yaml*\n"
        store = Store.open(origin, MADE_WITH)
        assert _without_id(both(origin)) in ((old, new) if died else (new,)), step
        assert {one.name for one in folder.iterdir()} <= {"a.yaml", "a.private.yaml", ".gitignore", ".git"}
        store.change([(("closing",), "and it goes on")])
        assert store.data["closing"] == content(origin)["closing"] == "and it goes on"
    assert step > 6, "there are steps at which it died"
    assert private_id == "" or both(origin)[0].get("private_id", private_id) == private_id


def _read(files: dict[str, bytes]) -> tuple[Any, Any]:
    texts = (files.get("a.yaml"), files.get("a.private.yaml"))
    answers, private = (read_yaml(text.decode(), "") if text else None for text in texts)
    return answers, private


def _without_id(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    """Return both contents without the id that ties them, which is another each time, having compared it."""
    answers, private = pair
    assert private is None or answers["private_id"] == private["private_id"]
    assert private is not None or "private_id" not in answers
    left, right = (
        {key: value for key, value in (data or {}).items() if key != "private_id"} for data in pair
    )
    return left, right


def test_a_save_that_another_has_changed_since_is_not_completed_over_it(folder: Path) -> None:
    file = folder / "a.yaml"
    Store.open(file, MADE_WITH).change(TOLD)
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
    """Return whether a journal is left."""
    return disk.journal_file(file).exists()


def test_what_older_versions_left_is_swept_as_well_and_nothing_else(folder: Path) -> None:
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

    assert {one.name for one in folder.iterdir()} == {
        "a.yaml", ".git", ".gitignore", ".b.0123abcd.tmp.private.yaml", "notes.tmp",
    }  # fmt: skip
