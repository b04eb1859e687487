"""A file name typed only in part, and plain mode asked for before the command."""

import os
import sys
from pathlib import Path

import pytest

from drafter import __version__, cli
from drafter.cli import DONE, PLAIN, main
from drafter.cli.near_file import file_meant, near_file
from drafter.terminal.asker import is_plain
from tests.support.checked_answers import ANSWERS

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder, without plain mode."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(PLAIN, "0")
    return tmp_path


@pytest.mark.parametrize("typed", ["our UPR 2026.", "our UPR 2026", "our UPR 2026.."])
def test_the_file_with_the_whole_name_is_offered(here: Path, typed: str) -> None:
    whole = here / "our UPR 2026.yaml"
    whole.write_text(ANSWERS, "utf-8")
    assert near_file(here / typed) == whole
    asked: list[str] = []

    def yes(question: object, _: object) -> bool:
        asked.append(str(getattr(question, "text", "")))
        return True

    assert file_meant(here / typed, whole, yes) == whole
    assert asked == ["There is our UPR 2026.yaml. Do you want to go on with it?"]
    assert file_meant(here / typed, whole, lambda *_: False) == here / typed


def test_nothing_is_offered_where_the_file_is_there_or_none_is_near(here: Path) -> None:
    assert near_file(here / "a") is None
    (here / "a.yaml").write_text(ANSWERS, "utf-8")
    assert near_file(here / "a.yaml") is None
    assert near_file(here / "b.") is None
    (here / "a").write_text(ANSWERS, "utf-8")
    assert near_file(here / "a") is None


def test_plain_alone_opens_the_menu_in_plain_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, bool]] = []

    def run(name: str, *_: object) -> int:
        opened.append((name, is_plain(False)))
        return DONE

    monkeypatch.setattr(cli, "_run", run)
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert main(["--plain"]) == DONE
    assert main(["--plain", "new", "a.yaml"]) == DONE
    assert opened == [("menu", True), ("new", True)]


def test_plain_before_any_command_is_understood(capsys: Out) -> None:
    assert main(["--plain", "--version"]) == DONE
    assert capsys.readouterr().out == f"drafter {__version__}\n"
    assert os.environ[PLAIN] == "1"
