"""Pipes, links and locked places beside the answers: nothing waits, nothing is replaced that must stay."""

import os
import stat
from pathlib import Path

import pytest

from drafter.answers.disk import journal_file, write_whole
from drafter.answers.lock import saving
from drafter.cli import DONE, FAULT, main
from drafter.errors import DrafterError
from drafter.interview.recent_files import submissions
from drafter.limits import LOOK_BYTES
from drafter.word.files import document_origin
from tests.support.checkout import EXAMPLES

Out = pytest.CaptureFixture[str]
pytestmark = [
    pytest.mark.seconds(20),
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes"),
]


@pytest.fixture(autouse=True)
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with answers that build, and return their file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    file = tmp_path / "a.yaml"
    file.write_bytes((EXAMPLES / "ruritania-upr-joint.yaml").read_bytes())
    return file


@pytest.mark.parametrize("command", [["build"], ["preview"], ["new", "--no-input", "--set", "title=A title"]])
def test_a_pipe_with_the_name_of_a_journal_is_refused(answers: Path, command: list[str], capsys: Out) -> None:
    os.mkfifo(journal_file(answers))

    assert main([command[0], "a.yaml", *command[1:]]) == FAULT

    assert "it is a pipe" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "no JSON", "[]", '{"writes": [1]}', '{"writes": [{"file": "b"}]}'])
def test_a_journal_that_drafter_did_not_write_is_refused(answers: Path, content: str, capsys: Out) -> None:
    journal_file(answers).write_text(content, "utf-8")

    assert main(["build", "a.yaml"]) == FAULT

    assert "this is no note of a broken-off save" in capsys.readouterr().err
    assert journal_file(answers).read_text("utf-8") == content


def test_a_private_file_that_leads_to_a_pipe_leaves_the_pipe_as_it_was(answers: Path, capsys: Out) -> None:
    pipe = answers.with_name("pipe")
    os.mkfifo(pipe)
    pipe.chmod(0o666)
    answers.with_name("a.private.yaml").symlink_to(pipe)

    assert main(["build", "a.yaml"]) == FAULT

    assert "this private file cannot be read" in capsys.readouterr().err
    assert stat.S_IMODE(pipe.stat().st_mode) == 0o666


def test_what_is_written_never_replaces_a_pipe_that_a_link_leads_to(answers: Path) -> None:
    pipe, link = answers.with_name("pipe"), answers.with_name("link.yaml")
    os.mkfifo(pipe)
    link.symlink_to(pipe)

    with pytest.raises(DrafterError, match="it is a pipe"):
        write_whole(link, "text")

    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_forced_build_never_replaces_a_pipe_that_a_link_leads_to(answers: Path, capsys: Out) -> None:
    pipe, link = answers.with_name("pipe"), answers.with_name("out.docx")
    os.mkfifo(pipe)
    link.symlink_to(pipe)

    assert main(["build", "a.yaml", "-o", "out.docx", "--force"]) == FAULT

    assert "this is a pipe" in capsys.readouterr().err
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_in_place_of_gitignore_is_left_alone(answers: Path) -> None:
    answers.with_name(".git").mkdir()
    os.mkfifo(answers.with_name(".gitignore"))

    assert main(["new", "b.yaml", "--no-input", "--set", "document=upr/joint"]) == DONE

    assert stat.S_ISFIFO(answers.with_name(".gitignore").stat().st_mode)


def test_the_menu_skips_a_pipe(answers: Path) -> None:
    os.mkfifo(answers.with_name("b.yaml"))

    assert submissions(answers.parent) == [answers]


def test_a_pipe_or_a_gigabyte_is_no_word_file_of_ours(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    with (tmp_path / "long.docx").open("wb") as stream:
        stream.truncate(LOOK_BYTES * 20)

    assert document_origin(tmp_path / "pipe.docx") == "foreign"
    assert document_origin(tmp_path / "long.docx") == "foreign"


def test_a_lock_folder_that_cannot_be_written_means_no_lock(
    answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_reading(path: object, mode: int) -> bool:
        """Answer as the system does for a folder without permission to write, which root is never refused."""
        assert Path(str(path)).name == "locks"
        return not mode & os.W_OK

    monkeypatch.setattr(os, "access", only_reading)

    with saving(answers):
        pass

    assert list((tmp_path / "state").rglob("*.save")) == []
