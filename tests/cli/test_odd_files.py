"""Pipes, devices, sockets, circles of links, odd names: refused in words, and nothing waits for ever."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, main
from tests.support.checkout import CHECKOUT, EXAMPLES

Out = pytest.CaptureFixture[str]
COMMANDS = {
    "build": ["build", "{}"],
    "preview": ["preview", "{}"],
    "roster": ["roster", "{}"],
    "new": ["new", "{}", "--no-input"],
    "an answer": ["new", "{}", "--no-input", "--set", "state=Norway"],
    "import": ["import", "{}"],
    "from it": ["new", "new.yaml", "--from", "{}", "--document", "upr/joint", "--no-input"],
}


def pipe(folder: Path) -> Path:
    """Make a pipe that nobody writes to."""
    os.mkfifo(folder / "odd.yaml")
    return folder / "odd.yaml"


def circle(folder: Path) -> Path:
    """Make two links that lead to each other."""
    (folder / "odd.yaml").symlink_to(folder / "other.yaml")
    (folder / "other.yaml").symlink_to(folder / "odd.yaml")
    return folder / "odd.yaml"


def listener(folder: Path) -> Path:
    """Make a socket."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "odd.yaml"))
    return folder / "odd.yaml"


def below_a_file(folder: Path) -> Path:
    """Make a file, and return a path below it."""
    (folder / "file").write_text("x", "utf-8")
    return folder / "file" / "odd.yaml"


def enormous(folder: Path) -> Path:
    """Make a file of a gigabyte, of which the disk holds nothing."""
    with (folder / "odd.yaml").open("wb") as stream:
        stream.truncate(2**30)
    return folder / "odd.yaml"


ODD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a pipe": (pipe, "it is a pipe"),
    "a circle of links": (circle, "its links form a circle"),
    "a socket": (listener, "it is a socket"),
    "below a file": (below_a_file, "Not a directory"),
    "a gigabyte": (enormous, "too large"),
    "an endless device": (lambda _: Path("/dev/zero"), "it is a device"),
    "a full device": (lambda _: Path("/dev/full"), "it is a device"),
    "a name of 300 letters": (lambda folder: folder / f"{'x' * 300}.yaml", "this file name is too long"),
    "a name of 240 bytes": (lambda folder: folder / f"{'é' * 120}.yaml", "this file name is too long"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder whose path is short enough for a socket."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ODD)
@pytest.mark.seconds(20)
def test_a_special_file_is_refused_at_once(here: Path, kind: str, command: str, capsys: Out) -> None:
    make, words = ODD[kind]
    file = make(Path())

    assert main([part.format(file) for part in COMMANDS[command]]) == FAULT

    said = capsys.readouterr().err
    assert words in said
    assert not (here / "new.yaml").exists()


@pytest.mark.parametrize("kind", ["a pipe", "a socket"])
@pytest.mark.seconds(20)
def test_a_word_file_never_replaces_a_special_file(here: Path, kind: str, capsys: Out) -> None:
    (here / "a.yaml").write_bytes((EXAMPLES / "ruritania-cedaw.yaml").read_bytes())
    file = ODD[kind][0](here).rename(here / "odd.docx")

    assert main(["build", "a.yaml", "-o", "odd.docx", "--force"]) == FAULT

    assert "odd.docx" in capsys.readouterr().err
    assert os.path.lexists(file)


@pytest.mark.parametrize(
    "place", ["clauses/recovery/own.md", "templates/upr/rules.yaml", "templates/look.docx"]
)
@pytest.mark.seconds(20)
def test_a_pipe_among_the_users_clauses_and_templates_is_refused(here: Path, place: str, capsys: Out) -> None:
    (here / "a.yaml").write_bytes((EXAMPLES / "ruritania-upr-joint.yaml").read_bytes())
    (here / place).parent.mkdir(parents=True)
    os.mkfifo(here / place)

    status = main(["clauses", "check"]) if place.startswith("clauses") else main(["build", "a.yaml"])

    printed = capsys.readouterr()
    assert "pipe" in printed.out + printed.err
    assert status == FAULT


@pytest.mark.parametrize(
    "name", ["new\nline.yaml", "\x1b[31mred.yaml", "a 'b' \"c\".yaml", "ünï.yaml", "-x.yaml"]
)
def test_a_file_with_an_odd_name_is_built(here: Path, name: str, capsys: Out) -> None:
    (here / name).write_bytes((EXAMPLES / "ruritania-cedaw.yaml").read_bytes())

    assert main(["build", f"./{name}"]) == DONE

    assert (here / name).with_suffix(".docx").exists()
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err


def test_a_file_name_that_is_not_utf_8_is_reported(here: Path) -> None:
    file = os.fsencode(here) + b"/bad\xff.yaml"
    Path(os.fsdecode(file)).write_bytes((EXAMPLES / "ruritania-cedaw.yaml").read_bytes())

    done = subprocess.run(
        [sys.executable, "-m", "drafter", "build", file],
        capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(CHECKOUT)}, timeout=60,
    )  # fmt: skip

    assert done.returncode in (DONE, FAULT, 2)
    assert b"Traceback" not in done.stderr


def test_a_clause_id_of_70_000_letters_is_refused_with_a_message(here: Path, capsys: Out) -> None:
    text = (EXAMPLES / "ruritania-cedaw.yaml").read_text("utf-8")
    (here / "a.yaml").write_text(
        text.replace("clauses:\n", f"clauses:\n      - x/{'y' * 70_000}\n", 1), "utf-8"
    )

    assert main(["build", "a.yaml"]) == FAULT

    said = capsys.readouterr().err
    assert "there is no clause" in said
    assert len(said) < 200_000
