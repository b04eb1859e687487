"""Two interviews and an editor on one file: nothing is overwritten silently, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from drafter.answers import lock
from drafter.answers.lock import interview_lock, lent_lock
from drafter.answers.merge import Clash
from drafter.answers.store import Listener, Store
from drafter.bundled import state_folder
from drafter.errors import DrafterError, Refused
from drafter.limits import FILE_BYTES
from drafter.model.answers import GONE
from drafter.yaml_text import KeyPath, read_yaml
from tests.support.checkout import CHECKOUT
from tests.support.trees import data_of

MADE_WITH = "drafter under test"


class RecordingListener(Listener):
    """Records what it listener, and settles every clash with the same decision."""

    def __init__(self, decision: Literal["ours", "theirs"] = "ours") -> None:
        self.decision = decision
        self.clashes: list[KeyPath] = []
        self.reported: list[KeyPath] = []

    def choose_side(self, file: Path, clash: Clash) -> Literal["ours", "theirs"]:
        """Record the clash and return the decision."""
        self.clashes.append(clash.path)
        return self.decision

    def on_merged(self, file: Path, paths: list[KeyPath]) -> None:
        """Record the paths."""
        self.reported += paths

    def on_deleted(self, file: Path) -> None:
        """Record that the file was deleted."""
        self.reported.append((file.name,))


def content(file: Path) -> dict[str, Any]:
    """Return what *file* holds."""
    data = read_yaml(file.read_text("utf-8"), file.name)
    assert isinstance(data, dict)
    return data


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An answers file with a comment."""
    answers = tmp_path / "a.yaml"
    text = (
        "format: 1\nmade_with: drafter under test\ntitle: Old   # the board's\norganisations:\n  - name: A\n"
    )
    answers.write_text(text, "utf-8")
    return answers


def open_store(file: Path, decision: Literal["ours", "theirs"] = "ours") -> tuple[Store, RecordingListener]:
    """Return a store of *file* and its listener."""
    store, listener = Store.open(file, MADE_WITH), RecordingListener(decision)
    store.listener = listener
    return store, listener


# ---- different answers are merged; if both sides changed the same answer, somebody chooses ----


def test_a_change_made_in_an_editor_is_kept_and_reported(file: Path) -> None:
    store, listener = open_store(file)
    file.write_text(
        file.read_text("utf-8").replace("- name: A", "- name: A  # ours\n    acronym: HAND"), "utf-8"
    )

    store.set(("organisations", 0, "ecosoc"), "special")

    assert content(file)["organisations"] == [{"name": "A", "acronym": "HAND", "ecosoc": "special"}]
    assert "- name: A  # ours\n" in file.read_text("utf-8")
    assert listener.reported == [("organisations",)]
    assert data_of(store)["organisations"][0]["acronym"] == "HAND"


@pytest.mark.parametrize(("decision", "title"), [("ours", "Mine"), ("theirs", "Theirs")])
def test_the_listener_settles_a_clash(file: Path, decision: Literal["ours", "theirs"], title: str) -> None:
    store, listener = open_store(file, decision)
    file.write_text(file.read_text("utf-8").replace("Old", "Theirs"), "utf-8")

    store.set(("title",), "Mine")

    assert listener.clashes == [("title",)]
    assert content(file)["title"] == data_of(store)["title"] == title
    assert f"title: {title}   # the board's\n" in file.read_text("utf-8")


def test_without_anybody_to_ask_nothing_is_overwritten(file: Path) -> None:
    store = Store.open(file, MADE_WITH)
    changed = file.read_text("utf-8").replace("Old", "Theirs")
    file.write_text(changed, "utf-8")

    with pytest.raises(Refused, match="the same answer in this file \\(title\\)"):
        store.set(("title",), "Mine")

    assert file.read_text("utf-8") == changed


def test_a_change_that_is_made_while_another_is_merged_is_kept_too(file: Path) -> None:
    class InterruptedListener(RecordingListener):
        def on_merged(self, file: Path, paths: list[KeyPath]) -> None:
            super().on_merged(file, paths)
            file.write_text(file.read_text("utf-8").replace("name: A", "name: B"), "utf-8")

    store = Store.open(file, MADE_WITH)
    store.listener = listener = InterruptedListener()
    file.write_text(file.read_text("utf-8").replace("Old", "Theirs"), "utf-8")

    store.set(("state",), "Norway")

    assert listener.reported == [("title",), ("organisations",)]
    assert content(file) == {**content(file), "title": "Theirs", "state": "Norway"}
    assert content(file)["organisations"] == [{"name": "B"}]


def test_a_file_that_somebody_renamed_is_written_again_completely(file: Path) -> None:
    store, listener = open_store(file)
    file.rename(file.with_name("b.yaml"))

    store.set(("state",), "Norway")

    assert content(file) == {**content(file.with_name("b.yaml")), "state": "Norway"}
    assert "# the board's" in file.read_text("utf-8")
    assert listener.reported == [("a.yaml",)]


@pytest.mark.parametrize(
    "broken",
    ["format: 1\ntitle: [\n", "format: 1\nno_such_key: 1\n", "just words\n", "#" * (FILE_BYTES + 1)],
    ids=["not YAML", "a wrong key", "no answers", "too large"],
)
def test_the_store_waits_for_a_file_that_somebody_is_still_editing(file: Path, broken: str) -> None:
    class WaitingListener(RecordingListener):
        def on_unreadable(self, error: DrafterError, rescue: Any) -> None:
            self.reported.append(("unreadable",))
            assert content(rescue())["state"] == "Norway"
            file.write_text(right, "utf-8")

    store = Store.open(file, MADE_WITH)
    store.listener = listener = WaitingListener()
    right = file.read_text("utf-8").replace("Old", "Theirs")
    file.write_text(broken, "utf-8")

    store.set(("state",), "Norway")

    assert ("unreadable",) in listener.reported
    assert content(file) == {**content(file), "title": "Theirs", "state": "Norway"}
    assert content(file.with_name("a.rescued.yaml"))["title"] == "Old"


def test_a_name_that_somebody_changes_in_the_private_file_is_kept(file: Path) -> None:
    store, listener = open_store(file)
    store.change([
        (("cases",), {"C1": {"pseudonym": "Mira"}, "C2": {"pseudonym": "Nora"}}),
        (("private", "cases", "C1", "name"), "Canaria"),
    ])  # fmt: skip
    private = store.private_path
    private.write_text(private.read_text("utf-8").replace("Canaria", "Canaria Goldfinch"), "utf-8")

    store.set(("private", "cases", "C2", "name"), "Vera Vogel")

    cases = content(private)["cases"]
    assert {key: case["name"] for key, case in cases.items()} == {
        "C1": "Canaria Goldfinch",
        "C2": "Vera Vogel",
    }
    assert listener.reported == [("cases", "C1", "name")]


def test_a_file_that_has_become_too_large_to_read_is_not_overwritten(file: Path) -> None:
    store = Store.open(file, MADE_WITH)
    with file.open("ab") as stream:
        stream.truncate(FILE_BYTES + 1)

    with pytest.raises(DrafterError, match="too large"):
        store.set(("title",), "Mine")

    assert file.stat().st_size == FILE_BYTES + 1


# ---- any order of changes by two stores and an editor ----

KEYS: dict[str, KeyPath] = {
    "title": ("title",), "state": ("state",), "name": ("organisations", 0, "name"),
    "F1": ("facts", "F1", "text"), "F2": ("facts", "F2", "text"),
}  # fmt: skip


def get(value: Any, path: KeyPath) -> Any:
    """Return the value at *path* in *value*."""
    for step in path:
        value = value[step]
    return value


class Hands(RuleBasedStateMachine):
    """Two people in interviews and one in an editor. The model holds what each of them saw last."""

    @initialize()
    def begin(self) -> None:
        """Create a file and open it twice."""
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "a.yaml"
        lines = ["format: 1", f"made_with: {MADE_WITH}", "title: t  # beside the title", "state: s",
                 "organisations:", "  # about the first", "  - name: n", "facts:", "  F1:", "    text: f1",
                 "  F2:  # the second", "    text: f2", ""]  # fmt: skip
        self.file.write_text("\n".join(lines), "utf-8")
        self.now = {"title": "t", "state": "s", "name": "n", "F1": "f1", "F2": "f2"}
        self.hands = [open_store(self.file) for _ in range(2)]
        self.seen = [dict(self.now) for _ in self.hands]
        self.notes = 0

    @rule(
        who=st.integers(0, 1), key=st.sampled_from(sorted(KEYS)), value=st.sampled_from(("p", "q", "r")),
        decision=st.sampled_from(("ours", "theirs")),
    )  # fmt: skip
    def answers(self, who: int, key: str, value: str, decision: Literal["ours", "theirs"]) -> None:
        """Somebody answers a question in an interview."""
        store, listener = self.hands[who]
        listener.decision, listener.clashes = decision, []
        mine, theirs = self.seen[who][key], self.now[key]
        clashes = value != mine and theirs not in (mine, value)

        store.set(KEYS[key], value)

        assert listener.clashes == ([KEYS[key]] if clashes else [])
        if value != mine and not (clashes and decision == "theirs"):
            self.now[key] = value
        self.seen[who] = dict(self.now)

    @rule(key=st.sampled_from(("title", "state", "F1", "F2")), value=st.sampled_from(("e", "f")))
    def edits(self, key: str, value: str) -> None:
        """Somebody changes a value in an editor and adds a note at the end."""
        lines = self.file.read_text("utf-8").splitlines()
        at = next(at for at, line in enumerate(lines) if line.strip().startswith(f"{key}:"))
        at += len(KEYS[key]) > 1  # the text of a fact is below its key
        lines[at] = lines[at].replace(f": {self.now[key]}", f": {value}", 1)
        self.notes += 1
        lines.append(f"# note {self.notes}")
        self.file.write_text("\n".join((*lines, "")), "utf-8")
        self.now[key] = value

    @invariant()
    def everything_is_in_the_file(self) -> None:
        """The file has everybody's latest answers and every comment."""
        if not hasattr(self, "file"):
            return
        data = content(self.file)
        now = {key: get(data, path) for key, path in KEYS.items()}
        assert now == self.now
        text = self.file.read_text("utf-8")
        for comment in ("  # beside the title\n", "  # about the first\n  - name:", "F2:  # the second\n"):
            assert comment in text
        for number in range(1, self.notes + 1):
            assert text.count(f"# note {number}\n") == 1

    def teardown(self) -> None:
        """Delete the folder."""
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestHands = Hands.TestCase
TestHands.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


# ---- one interview at a time ----


def test_a_second_interview_is_refused_with_the_process_of_the_first(file: Path) -> None:
    with interview_lock(file), pytest.raises(Refused) as refused, interview_lock(file):
        pass
    [fault] = refused.value.faults
    assert f"process {os.getpid()}, since " in fault.fault
    assert "drafter preview" in fault.remedy


def test_an_interview_lends_its_file_to_a_command_that_it_runs_and_keeps_it_afterwards(file: Path) -> None:
    with interview_lock(file):
        with lent_lock(file), interview_lock(file):
            assert str(os.getpid()) in holder_file().read_text("utf-8")
        assert str(os.getpid()) in holder_file().read_text("utf-8")
        with pytest.raises(Refused), interview_lock(file):
            pass


def test_a_link_to_the_file_is_the_same_file(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    with interview_lock(file), pytest.raises(Refused), interview_lock(link):
        pass


def test_the_lock_ends_with_its_process_however_that_ends(file: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from drafter.answers.lock import interview_lock\n"
        "with interview_lock(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read(1); os._exit(9)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(Refused, match=f"process {holder.pid}"), interview_lock(file):
        pass
    holder.communicate(b"x")
    with interview_lock(file):
        pass


def test_a_lock_leaves_no_file_beside_the_answers(file: Path) -> None:
    with interview_lock(file):
        Store.open(file, MADE_WITH).set(("state",), "Norway")
    assert [entry.name for entry in file.parent.iterdir()] == ["a.yaml"]


def test_a_second_save_waits_and_is_refused_if_the_first_does_not_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "SAVE_TIMEOUT", 0.1)
    with (
        lock.save_lock(file),
        pytest.raises(Refused, match="another drafter has been saving this file"),
        lock.save_lock(file),
    ):
        pass
    with lock.save_lock(file):
        pass


def holder_file() -> Path:
    """Return the file that says who holds a lock."""
    [holder] = (state_folder() / "locks").glob("*.json")
    return holder


def test_a_second_interview_is_refused_even_if_nothing_says_who_has_the_file(file: Path) -> None:
    with interview_lock(file):
        holder_file().write_text("{", "utf-8")
        with pytest.raises(Refused, match="drafter cannot tell which one"), interview_lock(file):
            pass


def test_a_lock_ends_although_somebody_has_cleaned_its_folder(file: Path) -> None:
    with interview_lock(file):
        holder_file().unlink()
    with interview_lock(file):
        assert f'"process": {os.getpid()}' in holder_file().read_text("utf-8")


def test_without_a_folder_for_locks_there_is_no_lock(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "a file"))
    (tmp_path / "a file").write_text("", "utf-8")

    with interview_lock(file), interview_lock(file), lock.save_lock(file):
        Store.open(file, MADE_WITH).set(("title",), "New")

    assert content(file)["title"] == "New"


# ---- links, line ends, permissions ----


def test_a_link_stays_a_link_and_its_target_is_written(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "a.yaml"
    link.symlink_to(file)

    Store.open(link, MADE_WITH).set(("state",), "Norway")

    assert link.is_symlink()
    assert content(file)["state"] == "Norway"
    assert [entry.name for entry in folder.iterdir()] == ["a.yaml"]


def test_a_private_file_that_is_a_link_into_a_vault_stays_in_the_vault(file: Path, tmp_path: Path) -> None:
    store = Store.open(file, MADE_WITH)
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("private", "cases", "C1", "name"), "Canaria")])
    vault = tmp_path / "vault"
    vault.mkdir()
    kept = store.private_path.rename(vault / "names.yaml")
    store.private_path.symlink_to(kept)

    Store.open(file, MADE_WITH).set(("private", "cases", "C1", "name"), "Canaria Goldfinch")

    assert store.private_path.is_symlink()
    assert content(kept)["cases"]["C1"]["name"] == "Canaria Goldfinch"


def test_a_private_file_in_a_vault_is_deleted_with_its_link(file: Path, tmp_path: Path) -> None:
    store = Store.open(file, MADE_WITH)
    store.change([(("cases", "C1"), {"pseudonym": "Mira"}), (("private", "cases", "C1", "name"), "Canaria")])
    kept = store.private_path.rename(tmp_path / "names in the vault.yaml")
    store.private_path.symlink_to(kept)

    Store.open(file, MADE_WITH).change([(("cases", "C1"), GONE), (("private", "cases", "C1"), GONE)])

    assert not kept.exists()
    assert not store.private_path.is_symlink()
    assert "private_id" not in content(file)


def test_line_ends_and_the_byte_order_mark_are_kept(file: Path) -> None:
    text = "\ufeff" + file.read_text("utf-8").replace("\n", "\r\n")
    file.write_bytes(text.encode())

    Store.open(file, MADE_WITH).set(("title",), "New")

    assert file.read_bytes() == text.replace("Old", "New").encode()


def test_a_file_that_is_marked_as_read_only_is_not_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(file, MADE_WITH)
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = file.read_bytes()

    with pytest.raises(DrafterError, match="marked as read-only"):
        store.set(("title",), "New")

    assert file.read_bytes() == before
