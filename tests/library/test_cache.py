"""The cache: values read back equal, and files that somebody else could have written are ignored."""

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from drafter import cache
from drafter.cache import Cache
from drafter.cli import DONE
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.base import Value
from drafter.model.packed import NotPlain, PackedValues, pack, unpack
from tests.support.commands import exit_status, ready
from tests.support.rich_answers import rich
from tests.support.small_library import clause, write_library
from tests.support.submissions import submission

VALUE = {"title": "A title", "themes": ("a", "b"), "count": 3, "nothing": None}
CODE = compile("1 + 1", "<template>", "eval")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one cache file that contains VALUE and CODE."""
    folder = tmp_path / "drafter" / "library"
    first = Cache(folder)
    first.keep(VALUE, "a file", "made", "from this")
    first.keep(CODE, "a file", "code")
    first.save()
    return folder


def found_by_next_process(folder: Path) -> tuple[Any, Any]:
    """Return the value and the code that a new process finds."""
    fresh = Cache(folder)
    return fresh.get("a file", "made", "from this"), fresh.get("a file", "code")


def only_file(folder: Path) -> Path:
    """Return the only file in *folder*."""
    [file] = folder.iterdir()
    return file


def still_works(folder: Path) -> bool:
    """Return whether a new value can be saved and found without an error."""
    again = Cache(folder)
    again.keep(VALUE, "a file", "made", "from this")
    again.save()
    return bool(again.get("a file", "made", "from this") == VALUE)


def test_the_next_process_finds_a_cached_value(folder: Path) -> None:
    value, code = found_by_next_process(folder)
    assert value == VALUE
    assert isinstance(code, CodeType)
    assert eval(code) == 2


def test_another_content_kind_or_file_is_a_cache_miss(folder: Path) -> None:
    fresh = Cache(folder)
    assert fresh.get("a file", "made", "from that") is None
    assert fresh.get("a file", "madefrom", " this") is None
    assert fresh.get("a file", "mad", "efrom this") is None
    assert fresh.get("another file", "made", "from this") is None


def test_only_the_user_can_read_the_cache(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert only_file(folder).stat().st_mode & 0o777 == 0o600


def test_a_second_save_keeps_earlier_entries(folder: Path) -> None:
    other = Cache(folder)
    other.keep("more", "a file", "other")
    other.save()
    assert Cache(folder).get("a file", "other") == "more"
    assert found_by_next_process(folder)[0] == VALUE


def test_a_file_over_the_size_limit_keeps_only_used_entries(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_LARGEST_KEPT", 10)
    other = Cache(folder)
    other.keep("more", "a file", "other")
    other.save()
    assert found_by_next_process(folder) == (None, None)
    assert Cache(folder).get("a file", "other") == "more"


# ---- broken ----


def test_one_wrong_byte_invalidates_the_whole_file(folder: Path) -> None:
    whole = only_file(folder).read_bytes()
    for at in range(len(whole)):
        broken = bytearray(whole)
        broken[at] ^= 0x41
        only_file(folder).write_bytes(broken)
        assert found_by_next_process(folder) == (None, None), at
    assert still_works(folder)
    assert found_by_next_process(folder)[0] == VALUE


def test_a_truncated_file_is_ignored(folder: Path) -> None:
    whole = only_file(folder).read_bytes()
    for length in range(len(whole)):
        only_file(folder).write_bytes(whole[:length])
        assert found_by_next_process(folder) == (None, None), length
    assert still_works(folder)


@pytest.mark.parametrize("name", ["__version__", "sys"])
def test_a_file_of_another_version_is_ignored(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class OtherPython:
        version, implementation = "4.0", sys.implementation

    cache._version.cache_clear()
    monkeypatch.setattr(cache, name, "0.0.9" if name == "__version__" else OtherPython)
    try:
        assert found_by_next_process(folder) == (None, None)
        assert still_works(folder)
    finally:
        cache._version.cache_clear()


def test_a_change_in_the_producing_modules_invalidates_the_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "copy" / "model" / "answers.py"
    module.parent.mkdir(parents=True)
    module.write_text("one\n")
    cache._version.cache_clear()
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "copy" / "cache.py"))
    before = cache._version()
    module.write_text("other\n")
    cache._version.cache_clear()
    try:
        assert cache._version() != before
    finally:
        cache._version.cache_clear()


# ---- somebody else's ----


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_is_ignored(folder: Path, mode: int) -> None:
    only_file(folder).chmod(mode)
    assert found_by_next_process(folder) == (None, None)
    assert still_works(folder)
    assert only_file(folder).stat().st_mode & 0o777 == 0o600, "it was replaced by one of the user's own"


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_is_neither_read_nor_written(folder: Path, mode: int) -> None:
    before = only_file(folder).read_bytes()
    folder.chmod(mode)
    assert found_by_next_process(folder) == (None, None)
    assert still_works(folder)
    assert only_file(folder).read_bytes() == before


def test_files_of_another_user_are_neither_read_nor_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = only_file(folder).read_bytes()
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert found_by_next_process(folder) == (None, None)
    assert still_works(folder)
    assert only_file(folder).read_bytes() == before


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    only_file(folder).rename(elsewhere)
    name = cache.Cache(folder)._path("a file")
    name.symlink_to(elsewhere)
    assert found_by_next_process(folder) == (None, None)
    name.unlink()
    elsewhere.rename(name)
    assert found_by_next_process(folder)[0] == VALUE
    linked = tmp_path / "linked"
    linked.symlink_to(folder)
    assert found_by_next_process(linked) == (None, None)


def test_a_named_pipe_instead_of_the_file_does_not_block(folder: Path) -> None:
    name = only_file(folder)
    name.unlink()
    os.mkfifo(name, 0o600)
    assert found_by_next_process(folder) == (None, None)
    assert still_works(folder)


# ---- where nothing can be written ----


def test_a_folder_that_cannot_be_created_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert still_works(tmp_path / "file" / "library")
    assert still_works(tmp_path / "file")


def test_a_folder_that_cannot_be_written_is_still_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def read_only(path: Any, flags: int, *mode: int) -> int:
        if flags & os.O_WRONLY:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", read_only)
    assert found_by_next_process(folder)[0] == VALUE
    assert still_works(folder)
    assert [file.name for file in folder.iterdir()] == [cache.Cache(folder)._path("a file").name]


def test_a_full_disk_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = only_file(folder).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert still_works(folder)
    assert only_file(folder).read_bytes() == before


def keep_many(folder: Path, start: threading.Event | Any, number: int) -> None:
    """Add values and save many times; for one of several processes."""
    start.wait()
    for turn in range(50):
        mine = Cache(folder)
        assert mine.get("a file", "made", "from this") in (VALUE, None)
        mine.keep([number, turn], "a file", f"{number} {turn}")
        mine.save()


def test_two_processes_that_save_at_once_leave_a_complete_file(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Event()
    both = [context.Process(target=keep_many, args=(folder, start, number)) for number in range(2)]
    for process in both:
        process.start()
    start.set()
    for process in both:
        process.join(50)
    assert [process.exitcode for process in both] == [0, 0]
    assert found_by_next_process(folder)[0] == VALUE
    assert [file.name for file in folder.iterdir()] == [cache.Cache(folder)._path("a file").name]


# ---- values ----


def library_values(library: Library) -> Mapping[str, Value]:
    """Return every value of *library* by a unique name."""
    values: dict[str, Value] = {"themes": library.themes}
    tables: Mapping[str, Mapping[str, Value]] = {
        "authority": library.authorities, "source": library.sources, "state": library.states,
        "mechanism": library.mechanisms, "shared": library.shared,
        "clause": {one.id: one for one in library.all_clauses()[0]},
    }  # fmt: skip
    return values | {f"{what} {name}": one for what, table in tables.items() for name, one in table.items()}


def bundled() -> Library:
    """Return a fresh bundled library."""
    return Library(overlay("clauses"), overlay("templates"))


def test_every_value_of_the_library_comes_back_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used = Cache(tmp_path / "none")
    monkeypatch.setattr(cache, "shared", lambda: used)
    read = library_values(bundled())
    assert bundled().state("Norway")
    used.save()
    found = Cache(tmp_path / "none")
    monkeypatch.setattr(cache, "shared", lambda: found)
    monkeypatch.setattr(found, "keep", lambda *_: pytest.fail("something was not in the cache"))
    again = library_values(bundled())
    assert len(read) > 700
    assert list(again) == list(read)
    different = [name for name, one in read.items() if again[name] != one or repr(again[name]) != repr(one)]
    assert different == []
    assert [name for name in read if read[name].model_fields_set != again[name].model_fields_set] == []
    assert again["state CIV"] == bundled().state("CIV") == bundled().state("côte d’ivoire")


def test_a_value_that_is_not_plain_is_not_packed() -> None:
    class Odd(Value):
        """A value with a list in it."""

        things: Any

    for thing in ([1], {1}, object(), b"x"):
        with pytest.raises(NotPlain):
            pack(Odd(things=thing))
    assert unpack(Odd, pack(Odd(things=({"a": (1, None)}, True)))) == Odd(things=({"a": (1, None)}, True))


def test_data_of_another_class_is_refused() -> None:
    class Thing(Value):
        """A value."""

    class Other(Value):
        """Another value."""

    with pytest.raises(NotPlain):
        unpack(Other, pack(Thing()))
    with pytest.raises(KeyError):
        unpack(Thing, ["os.system", (), {}, True])
    table = PackedValues(Thing, PackedValues.data_of({"a": Thing()}))
    assert ("a" in table, "b" in table, list(table), len(table), dict(table)) == (
        True, False, ["a"], 1, {"a": Thing()},
    )  # fmt: skip


# ---- commands ----


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Give the test its own cache, and a function that simulates the next process."""

    def next_process() -> None:
        fresh = Cache(tmp_path / "cache")
        monkeypatch.setattr(cache, "shared", lambda: fresh)

    next_process()
    return next_process


def test_a_clause_changed_within_the_same_second_is_read_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_cache: Callable[[], None],
) -> None:
    monkeypatch.chdir(tmp_path)
    write_library(tmp_path, {"jails/a": clause("Close them.", title="First title")})
    file = tmp_path / "clauses" / "jails" / "a.md"
    assert exit_status("clauses", "show", "jails/a") == DONE
    assert "First title" in capsys.readouterr().out
    before = file.stat()
    file.write_text(file.read_text().replace("First", "Other"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    own_cache()
    assert exit_status("clauses", "show", "jails/a") == DONE
    assert "Other title" in capsys.readouterr().out


def test_the_document_is_the_same_with_and_without_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Callable[[], None]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = ready(tmp_path)
    built = []
    for _ in range(2):
        assert exit_status("build", str(file), "--force") == DONE
        built.append(file.with_suffix(".docx").read_bytes())
        own_cache()
    assert any((tmp_path / "cache").iterdir())
    assert built[0] == built[1]


def texts_in(value: object) -> set[str]:
    """Return every text in the answers *value*."""
    if isinstance(value, dict):
        return {text for each in value.values() for text in texts_in(each)}
    if isinstance(value, list):
        return {text for each in value for text in texts_in(each)}
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("document", ["upr/joint", "special-procedures/communication"])
def test_the_cache_contains_nothing_from_an_answers_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Callable[[], None], document: str
) -> None:
    monkeypatch.chdir(tmp_path)

    def marked(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: marked(each) for key, each in value.items()}
        if isinstance(value, list):
            return [marked(each) for each in value]
        return f"{value} Zyxwvut {{{{ state }}}}" if isinstance(value, str) and " " in value else value

    answers = marked(rich(document))
    file = submission(tmp_path, **answers)
    for command in (("build", "--force"), ("preview",), ("new", "--no-input")):
        exit_status(*command, str(file))
        own_cache()
    held = b"".join(each.read_bytes() for each in (tmp_path / "cache").iterdir())
    assert len([text for text in texts_in(answers) if "Zyxwvut" in text]) > 10
    assert len(held) > 50_000
    assert b"Zyxwvut" not in held
    assert str(file).encode() not in held


def test_an_unusable_cache_changes_nothing_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("this is no folder")
    said = []
    for place in (tmp_path / "cache", tmp_path / "other"):
        variables = {**os.environ, "XDG_CACHE_HOME": str(place)}
        command = [sys.executable, "-m", "drafter", "clauses", "search", "overdose", "prison"]
        said.append(subprocess.run(command, capture_output=True, text=True, check=True, env=variables))
    assert said[0].stdout == said[1].stdout != ""
    assert said[0].stderr == said[1].stderr == ""
