"""What a script sees: faults as data, every encoding, a full disk, and whose each remark is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from tests.support.commands import exit_status, ready
from tests.support.process import drafter
from tests.support.small_library import clause
from tests.support.submissions import ORGANISATION, section

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder, with no user configuration."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return place


def process(
    *arguments: str, encoding: str = "utf-8", to: str = "", closed: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Run drafter with its output in *encoding*, to the file *to* or nowhere at all."""
    command = [sys.executable, "-m", "drafter", *arguments]
    if closed:
        command = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    with Path(to or os.devnull).open("wb") as out:
        where = out if to else subprocess.PIPE
        return subprocess.run(
            command, stdout=where, stderr=subprocess.PIPE, env=environment, check=False, timeout=60
        )


# ---- signs that cannot be printed ----


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp850"])
def test_every_character_is_printed_in_any_encoding(here: Path, encoding: str) -> None:
    file = str(ready(here, title="Łódź “Δ” → 家"))
    for command in (["build", file], ["preview", file], ["roster", file], ["build", "žluťoučký.yaml"]):
        done = drafter(*command, encoding=encoding)
        assert b"Traceback" not in done.stderr
        assert done.returncode == (FAULT if "ž" in command[1] else DONE)
    built = drafter("build", file, encoding=encoding).stdout.decode(encoding)
    assert built.startswith("OK " + str(here / "a.docx"))
    shown = process("preview", file, encoding=encoding).stdout.decode(encoding)
    assert 'odz "?" -> ?' in shown.replace("ó", "o").replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_has_every_letter_in_any_encoding(here: Path, encoding: str) -> None:
    file = str(ready(here, organisations=[{**ORGANISATION, "name": "Łódź → 家"}]))
    done = process("roster", file, "--json", encoding=encoding)
    [one] = json.loads(done.stdout.decode(encoding))
    assert one["name"] == "Łódź → 家"
    assert ("Łódź".encode() in done.stdout) is (encoding == "utf-8")


# ---- an output that takes nothing ----


@pytest.mark.parametrize("command", [["--help"], ["clauses", "list"], ["mechanisms", "list", "--json"]])
def test_a_full_disk_is_reported_with_a_remedy(here: Path, command: list[str]) -> None:
    done = process(*command, to="/dev/full")
    assert done.returncode == FAULT
    told = done.stderr.decode().splitlines()
    assert told[0].startswith("drafter: the output cannot be written (")
    assert told[1] == "    Free some space, or send the output somewhere else."
    assert len(told) == 2


def test_a_closed_output_is_not_a_fault(here: Path) -> None:
    done = process("clauses", "list", closed=True)
    assert (done.returncode, done.stderr) == (DONE, b"")


# ---- folders, and names that no Word file has ----


@pytest.mark.parametrize("command", ["build", "preview", "roster"])
@pytest.mark.parametrize("folder", [".", "/", ".."])
def test_a_folder_instead_of_an_answers_file_is_reported(
    here: Path, capsys: Out, command: str, folder: str
) -> None:
    assert main([command, folder]) == FAULT
    assert "Give the answers file itself" in capsys.readouterr().err


def test_the_name_of_a_word_file_ends_in_docx(here: Path, capsys: Out) -> None:
    file = str(ready(here))
    for command in ("build", "roster"):
        assert exit_status(command, file, "-o", "x.odt") == USAGE
        assert "Write: -o x.docx" in capsys.readouterr().err
        assert exit_status(command, file, "-o", "-") == USAGE
        assert "cannot go to the terminal or a pipe" in capsys.readouterr().err
    assert exit_status("build", file, "-o", "Ours.DOCX") == DONE
    assert [one.name for one in here.glob("x*")] == []


def test_a_sign_on_sheet_never_replaces_a_submission(here: Path, capsys: Out) -> None:
    file = str(ready(here))
    assert main(["build", file]) == DONE
    before = (here / "a.docx").read_bytes()
    assert main(["roster", file, "-o", "a.docx"]) == FAULT
    assert "this file is a submission, not a sign-on sheet" in capsys.readouterr().err
    assert (here / "a.docx").read_bytes() == before
    assert main(["roster", file]) == DONE
    assert main(["roster", file]) == DONE


# ---- faults as data ----


def test_faults_are_objects_on_the_output_in_every_command_that_has_json(here: Path, capsys: Out) -> None:
    file = ready(here)
    file.write_text("format: 1\ndocument: court/brief\nkeywords: x\n", "utf-8")
    keys = ["file", "place", "fault", "remedy"]
    for command, status in (
        (["build", "a.yaml", "--json"], FAULT),
        (["preview", "a.yaml", "--json"], FAULT),
        (["roster", "a.yaml", "--json"], FAULT),
        (["clauses", "list", "--theme", "x", "--json"], USAGE),
        (["clauses", "show", "x/y", "--json"], FAULT),
        (["mechanisms", "show", "x", "--json"], FAULT),
    ):
        assert main(command) == status
        told = capsys.readouterr()
        data = json.loads(told.out)
        [fault] = (data[0] if isinstance(data, list) else data)["faults"]
        assert list(fault) == keys
        assert told.err == ""
        if "a.yaml" in command:
            assert (fault["file"], fault["place"]) == ("a.yaml", "line 3, keywords")


# ---- several files ----


def test_with_several_files_remarks_name_their_file(here: Path, capsys: Out) -> None:
    first = ready(here, themes=section("jails/a"))
    second = first.rename(here / "b.yaml")
    (here / "a.yaml").write_bytes(second.read_bytes())
    assert main(["build", "a.yaml", "b.yaml"]) == DONE
    told = capsys.readouterr().err
    assert "Correct first: it may be refused, or somebody may be harmed (1), a.yaml:" in told
    _, after = told.split(", a.yaml:", 1)
    assert "\n\n" in after.split(", b.yaml:")[0]
    assert main(["build", "a.yaml"]) == DONE
    assert "a.yaml:" not in capsys.readouterr().err


# ---- a clause of one's own ----


def test_a_new_clause_cannot_have_an_existing_name(here: Path, capsys: Out) -> None:
    ready(here)
    name = "recovery/national-continuum-of-care"
    (here / "clauses" / "themes.yaml").unlink()
    assert main(["clauses", "new", name]) == FAULT
    assert f"drafter clauses new {name} --extends {name}" in capsys.readouterr().err
    assert main(["clauses", "new", name, "--extends", name]) == DONE


def test_a_folder_where_no_clause_can_be_written_is_reported(here: Path, capsys: Out) -> None:
    Path("clauses").write_text("a file", "utf-8")
    assert main(["clauses", "new", "recovery/ours"]) == FAULT
    told = capsys.readouterr().err
    assert "clauses/recovery/ours.md: this cannot be reached: Not a directory" in told
    assert "Check the name. You need permission to open the folder." in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Open {house} in every district.", "'{house}' has single braces"),
        ("Open it by … at the latest.", "The placeholder '…' is still there"),
    ],
)
def test_an_unfinished_clause_is_reported_and_stops_a_final_build(
    here: Path, capsys: Out, text: str, words: str
) -> None:
    file = ready(here, themes=section("jails/a", "jails/b", answers={"body": "it"}, facts=["F1"]))
    assert main(["build", str(file), "--final"]) == DONE
    (here / "clauses" / "jails" / "b.md").write_text(clause(text), "utf-8")
    capsys.readouterr()
    assert main(["build", str(file)]) == DONE
    said = capsys.readouterr().err
    assert f"jails/b.md, text: {words}" in said
    assert main(["build", str(file), "--final"]) == FAULT
    assert words in capsys.readouterr().err


def test_a_new_clause_shows_how_a_blank_is_written(here: Path) -> None:
    assert main(["clauses", "new", "recovery/ours"]) == DONE
    text = Path("clauses/recovery/ours.md").read_text("utf-8")
    head, body = text.split("---\n")[1:]
    assert "  - name: house" in head
    assert "    ask: Which house is this about?" in head
    assert "{{ house }}" in body
