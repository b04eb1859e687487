"""The scripts of ``drafter completion`` in real shells: what the Tab key offers."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

import drafter
from drafter.cli import COMMANDS, DONE, main
from drafter.cli.parsers_of_tools import SHELLS
from tests.support.small_library import THEMES, clause, write_library

Complete = Callable[[str], list[str]]
"""Gives what a shell offers for the last word of a line."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with an answers file, another file and a folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("asha.yaml", "my answers.yaml", "look.docx"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.fixture
def script(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Path]:
    """Return a function that writes the script for a shell and returns its file."""

    def write(shell: str) -> Path:
        assert main(["completion", shell]) == DONE
        file = folder / f".completion.{shell}"
        file.write_text(capsys.readouterr().out, encoding="utf-8")
        return file

    return write


def program(name: str) -> str:
    """Return the path of the program *name*; skip the test where it is not installed."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def output(*command: str) -> list[str]:
    """Return the lines that *command* prints. It prints no error."""
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def in_bash(file: Path) -> Complete:
    """Return a function that completes in bash: it calls what bash calls when Tab is pressed."""
    bash = program("bash")
    code = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        'set -- $(complete -p drafter); while [ "$1" != -F ]; do shift; done; "$2" 2>/dev/null; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )

    def complete(line: str) -> list[str]:
        words = [*shlex.split(line), ""] if line.endswith(" ") else shlex.split(line)
        return [word for word in output(bash, "--norc", "-c", code, "bash", str(file), *words) if word]

    return complete


def in_fish(file: Path) -> Complete:
    """Return a function that completes in fish, which has a command for that."""
    fish = program("fish")

    def complete(line: str) -> list[str]:
        code = f"source {file}; complete -C {shlex.quote(line)}"
        return [offered.partition("\t")[0] for offered in output(fish, "--no-config", "-c", code)]

    return complete


def press_tab(command: list[str], setup: str, line: str, whole: str) -> None:
    """Type *line* and Tab in the shell that *command* starts, after *setup*, and wait for *whole*."""
    environment = {"TERM": "dumb", "PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "PS1": "> "}
    shell = pexpect.spawn(command[0], command[1:], encoding="utf-8", env=environment, dimensions=(50, 200))
    try:
        shell.sendline(f"{setup}; echo rea''dy")
        shell.expect("ready\r\n", timeout=30)
        shell.send(f"{line}\t")
        shell.expect(re.escape(whole), timeout=30)
    finally:
        shell.close(force=True)


LINES = [
    ("drafter ", set(COMMANDS)),
    ("drafter me", {"mechanisms"}),
    ("drafter clauses ", {"list", "search", "show", "themes", "new", "check", "coverage"}),
    ("drafter clauses list --k", {"--kind"}),
    ("drafter clauses list --kind ", {"standard", "concern", "conclusion", "question", "recommendation"}),
    ("drafter clauses list --theme treatment-a", {"treatment-access"}),
    ("drafter clauses show overdose/naloxone-for", {"overdose/naloxone-for-all"}),
    ("drafter mechanisms show upr/jo", {"upr/joint"}),
    ("drafter new b.yaml --document ccpr/list", {"ccpr/list-of-issues"}),
    ("drafter build asha.yaml --f", {"--final", "--force", "--format"}),
    ("drafter build as", {"asha.yaml"}),
    ("drafter build asha.yaml --output lo", {"look.docx"}),
    ("drafter new b.yaml --from my", {"my answers.yaml"}),
    ("drafter completion ", set(SHELLS)),
]


@pytest.mark.parametrize(("shell", "completer"), [("bash", in_bash), ("fish", in_fish)])
def test_a_shell_completes_commands_options_names_and_files(
    shell: str, completer: Callable[[Path], Complete], script: Callable[[str], Path]
) -> None:
    complete = completer(script(shell))
    assert [(line, set(complete(line))) for line, _ in LINES] == LINES


def test_the_tab_key_completes_in_bash(script: Callable[[str], Path]) -> None:
    setup = f"bind 'set enable-bracketed-paste off'; source {script('bash')}"
    press_tab([program("bash"), "--norc", "-i"], setup, "drafter build my", "drafter build my\\ answers.yaml")


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("drafter me", "drafter mechanisms"),
        ("drafter clauses list --kind conce", "--kind concern"),
        ("drafter mechanisms show upr/jo", "upr/joint"),
        ("drafter build my", "my\\ answers.yaml"),
    ],
)
def test_the_tab_key_completes_in_zsh(line: str, whole: str, script: Callable[[str], Path]) -> None:
    setup = f"autoload -U compinit; compinit -u -D; source {script('zsh')}; compdef _shtab_drafter drafter"
    press_tab([program("zsh"), "-f"], setup, line, whole)


def test_the_script_for_powershell_registers_the_command_with_its_names(
    script: Callable[[str], Path],
) -> None:
    text = script("powershell").read_text(encoding="utf-8")
    assert "Register-ArgumentCompleter" in text
    assert [
        name for name in (*COMMANDS, "--final", "upr/joint", "treatment-access") if name not in text
    ] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_name_that_a_shell_would_run_is_left_out(
    shell: str, folder: Path, script: Callable[[str], Path]
) -> None:
    """A shell expands the words that it completes, and clauses may come from strangers."""
    hostile = {"title": "Jails", "about": "Prisons."}
    themes = dict.fromkeys(("$(touch taken)", "`touch taken`", "sound", "a b", "a;b"), hostile)
    write_library(folder, {"jails/a": clause()}, themes={**THEMES, "themes": {**THEMES["themes"], **themes}})
    text = script(shell).read_text(encoding="utf-8")
    assert "sound" in text
    assert "touch" not in text
    assert "a;b" not in text


def test_the_library_for_completion_is_loaded_by_that_command_alone() -> None:
    package = Path(drafter.__file__).parent
    users = [
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if "shtab" in file.read_text("utf-8")
    ]
    assert users == ["cli/completion.py"]
