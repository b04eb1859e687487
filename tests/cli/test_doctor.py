"""``drafter doctor``: what it finds on a computer and in a folder, and what it says to do."""

import json
import os
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from drafter.bundled import bundled_folder
from drafter.cli import DONE, FAULT, main
from drafter.cli import doctor_machine as machine
from drafter.cli.doctor import all_findings
from drafter.cli.doctor_files import cloud_service
from drafter.cli.doctor_finding import Finding
from drafter.cli.doctor_machine import typeface_of
from drafter.library.open_library import library_for
from tests.support.checkout import CHECKOUT
from tests.support.process import drafter, drafter_in_text

Out = pytest.CaptureFixture[str]
NAMES = {
    "drafter", "terminal", "colours", "letters", "editor", "LibreOffice", "typeface", "this folder",
    "copies elsewhere", "private files", "your login", "profile", "settings", "data", "library",
    "recommendations", "cache",
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the user's home too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("EDITOR", "VISUAL", "NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def by_name(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Return *findings* by their names."""
    return {finding.name: finding for finding in findings}


def found_in(folder: Path) -> dict[str, Finding]:
    """Return everything that is found for somebody who works in *folder*."""
    return by_name(all_findings(folder))


def test_everything_is_looked_at_and_nothing_is_changed(here: Path) -> None:
    findings = found_in(here)
    assert findings.keys() == NAMES
    assert [each.name for each in findings.values() if each.state == "problem"] == []
    assert list(here.iterdir()) == []


def test_a_shared_login_is_named_although_nobody_can_see_it(here: Path) -> None:
    finding = found_in(here)["your login"]
    assert finding.state == "note"
    assert finding.says == "whoever uses the same login can read all that drafter saves"
    assert "give each a login" in finding.remedy


def test_no_network_connection_is_opened(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert found_in(here).keys() == NAMES


def test_the_version_and_the_counts_of_the_library_are_named(here: Path) -> None:
    from drafter import __version__

    findings = found_in(here)
    assert findings["drafter"].says.startswith(f"{__version__}, Python ")
    clauses = bundled_folder("clauses")
    assert isinstance(clauses, Path)
    assert f"{len(list(clauses.glob('*/*.md')))} clauses, " in findings["library"].says
    assert "treaties as of 20" in findings["library"].says


def test_the_page_as_json_has_every_check_and_the_exit_status_of_the_text(here: Path, capsys: Out) -> None:
    assert main(["doctor", "--json"]) == DONE
    data = json.loads(capsys.readouterr().out)
    assert data["ok"] is True
    assert {check["name"] for check in data["checks"]} == NAMES
    assert data["checks"][0].keys() == {"name", "state", "says", "remedy"}
    assert main(["doctor"]) == DONE
    assert "Everything drafter needs is here." in capsys.readouterr().out
    (here / "a.private.yaml").touch(0o644)
    assert main(["doctor", "--json"]) == FAULT
    assert json.loads(capsys.readouterr().out)["ok"] is False
    assert main(["doctor"]) == FAULT
    assert "1 problem to put right." in capsys.readouterr().out


def test_a_private_file_that_others_can_read_is_a_problem_and_is_not_opened(here: Path) -> None:
    private = here / "a.private.yaml"
    private.write_text("cases: {C1: {name: Canaria}}", "utf-8")
    private.chmod(0o600)
    assert found_in(here)["private files"].state == "ok"
    private.chmod(0o640)
    finding = found_in(here)["private files"]
    assert (finding.state, finding.remedy) == ("problem", "Type: chmod 600 a.private.yaml")
    assert "Canaria" not in str(finding)


def test_an_answers_file_that_others_can_read_is_a_problem_beside_a_private_file(here: Path) -> None:
    (here / "a.private.yaml").touch(0o600)
    answers = here / "a.yaml"
    answers.write_text("format: 1\n", "utf-8")
    answers.chmod(0o644)
    assert found_in(here)["private files"].remedy == "Type: chmod 600 a.yaml"


def test_git_must_ignore_private_files(here: Path) -> None:
    (here / "a.private.yaml").touch(0o600)
    assert "git" not in found_in(here)
    (here / ".git").mkdir()
    finding = found_in(here)["git"]
    assert finding.state == "problem"
    (here / ".gitignore").write_text(finding.remedy.rpartition(": ")[2], "utf-8")
    assert "git" not in found_in(here)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - House of Examples/upr", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Documents/dropbox-free notes/no", "Dropbox"),
        ("Documents/boxing", ""),
        ("work", ""),
    ],
)
def test_a_folder_of_a_cloud_service_is_known_by_its_name(here: Path, folder: str, service: str) -> None:
    assert cloud_service(here / folder) == service


def test_a_folder_of_a_cloud_service_is_known_by_the_files_of_that_service(here: Path) -> None:
    below = here / "shared" / "upr"
    below.mkdir(parents=True)
    (here / "shared" / ".sync_4711.db").touch()
    assert cloud_service(below) == "Nextcloud"
    finding = found_in(below)["copies elsewhere"]
    assert finding.state == "problem"
    assert "real names" in finding.says


def test_a_folder_that_nobody_may_write_to_is_a_problem(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The administrator, as whom tests may run, may write everywhere.
    monkeypatch.setattr(os, "access", lambda path, mode: not (mode & os.W_OK))
    assert found_in(here)["this folder"].state == "problem"


def test_a_folder_that_is_a_file_is_a_problem(here: Path) -> None:
    (here / "config").mkdir()
    (here / "config" / "drafter").write_text("", "utf-8")
    assert found_in(here)["settings"].state == "problem"


def test_an_editor_that_does_not_exist_is_a_problem(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found_in(here)["editor"].state == "note"
    monkeypatch.setenv("EDITOR", "no-such-editor -w")
    assert found_in(here)["editor"].state == "problem"
    monkeypatch.setenv("EDITOR", "'open quote")
    assert found_in(here)["editor"].state == "problem"
    monkeypatch.setenv("EDITOR", "sh -c true")
    assert found_in(here)["editor"] == Finding("editor", "ok", "sh -c true")


@pytest.mark.parametrize(
    ("size", "state"), [((80, 24), "ok"), ((100, 50), "ok"), ((60, 20), "note"), ((39, 24), "problem")]
)
def test_a_small_terminal_is_reported(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], state: str
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **__: os.terminal_size(size))
    findings = by_name(machine.machine_findings(library_for()))
    assert findings["terminal"].state == state
    assert f"{size[0]} columns, {size[1]} lines" in findings["terminal"].says


def test_letters_that_cannot_be_shown_are_a_problem() -> None:
    done = drafter_in_text("doctor")
    assert "✓ letters" in done.stdout
    latin = json.loads(_in_ascii("doctor", "--json"))
    [letters] = [check for check in latin["checks"] if check["name"] == "letters"]
    assert letters["state"] == "problem"


def _in_ascii(*arguments: str) -> str:
    return drafter(*arguments, encoding="ascii").stdout.decode("ascii")


@pytest.mark.parametrize(
    ("installed", "state", "words"),
    [
        ({"times new roman"}, "ok", "is installed"),
        ({"liberation serif", "comic neue"}, "ok", "Liberation Serif has the same widths"),
        ({"comic neue"}, "note", "is not installed"),
        (None, "note", "cannot see"),
    ],
)
def test_the_typeface_of_the_look_is_installed_or_has_one_of_the_same_widths(
    monkeypatch: pytest.MonkeyPatch, installed: set[str] | None, state: str, words: str
) -> None:
    monkeypatch.setattr(machine, "_installed_typefaces", lambda: installed)
    finding = by_name(machine.machine_findings(library_for()))["typeface"]
    assert finding.state == state
    assert finding.says.startswith("Times New Roman")
    assert words in finding.says


def test_a_missing_libreoffice_is_no_problem(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    finding = found_in(here)["LibreOffice"]
    assert finding.state == "note"
    assert "PDF" in finding.remedy


def test_a_faulty_profile_and_a_faulty_clause_are_problems(here: Path) -> None:
    (here / "config" / "drafter").mkdir(parents=True)
    (here / "config" / "drafter" / "profile.yaml").write_text("organisation: 5\n", "utf-8")
    (here / "clauses" / "overdose").mkdir(parents=True)
    (here / "clauses" / "overdose" / "new.md").write_text("no head\n", "utf-8")
    findings = found_in(here)
    assert findings["profile"].state == "problem"
    assert findings["library"].state == "problem"
    assert findings["library"].remedy == "drafter clauses check"
    assert "your own clauses in ~/clauses" in findings["library"].says


def test_a_cache_that_others_can_write_to_is_a_problem(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "cache"))
    assert found_in(here)["cache"].says.startswith("empty")
    folder = here / "cache" / "drafter" / "library"
    folder.mkdir(parents=True)
    (folder / "a").write_bytes(b"a" * 2_000_000)
    folder.chmod(0o700)
    assert found_in(here)["cache"].says.endswith("2.0 MB")
    folder.chmod(0o777)
    assert found_in(here)["cache"].state == "problem"


def test_a_damaged_letterhead_is_a_problem(here: Path) -> None:
    (here / "templates").mkdir()
    (here / "templates" / "look.docx").write_bytes(b"no zip")

    finding = found_in(here)["typeface"]

    assert (finding.state, finding.says) == ("problem", "your look.docx cannot be used")


def test_the_typeface_of_a_theme_is_known() -> None:
    look = (CHECKOUT / "tests" / "word" / "looks" / "pandoc-reference.docx").read_bytes()

    assert typeface_of(look, "look.docx") == "Cambria"
