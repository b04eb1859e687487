"""A private answer comes from the keyboard or from the standard input, never from the command line."""

from functools import partial
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, STOPPED, USAGE
from tests.support.checkout import CHECKOUT
from tests.support.keys_at_a_terminal import CTRL_C, ENTER, Session
from tests.support.private_files import secrets_of
from tests.support.process import drafter_in_text

NAME = "Canaria Goldfinch"
PATH = "private.cases.C1.name"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an answers file whose document asks for the real name of a case."""
    own = tmp_path / "templates" / "practice"
    own.mkdir(parents=True)
    (own / "rules.yaml").write_text(
        "title: P\nabout: P.\ndocuments:\n  named:\n    title: P\n    name: P\n    about: P.\n"
        "    stage: case\n    shape: document.md.jinja\n    real_names: true\n    consent: [government]\n",
        "utf-8",
    )
    answers = tmp_path / "a.yaml"
    answers.write_text(
        "format: 1\ndocument: practice/named\nstate: Ruritania\nlanguage: en\n"
        "themes:\n  - {theme: women, clauses: [], cases: [C1, C2]}\n"
        "cases:\n  C1: {pseudonym: Mira}\n  C2: {pseudonym: Ina}\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    return answers


run = partial(drafter_in_text, "new", "a.yaml", "--no-input")
"""Run ``drafter new a.yaml --no-input`` with ``given`` on the standard input."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--set", f"{PATH}={NAME}"],
        [f"--set={PATH}={NAME}"],
        ["--set", f" Private.cases.C1.name={NAME}"],
        ["--set", f"private {NAME}"],
        ["--set", f"private.cases.C9.name={NAME}"],
        ["--set", "title=T", "--set", f"{PATH}={NAME}"],
        ["--set-private", f"{PATH}={NAME}"],
    ],
)
def test_a_name_on_the_command_line_is_refused_and_not_repeated(file: Path, arguments: list[str]) -> None:
    before = file.read_text("utf-8")
    done = run(*arguments, given=f"{NAME}\n")
    assert done.returncode == FAULT
    assert "Canaria" not in done.stdout + done.stderr
    assert "drafter asks for the answer" in done.stderr or "Use --set-private PATH." in done.stderr
    assert secrets_of(file) == {}
    assert "Canaria" not in file.read_text("utf-8")
    assert file.read_text("utf-8").startswith(before)


@pytest.mark.parametrize("option", [f"--se={PATH}={NAME}", f"--sets={PATH}={NAME}", f"{PATH}={NAME}"])
def test_an_option_that_is_typed_wrong_repeats_no_name_either(file: Path, option: str) -> None:
    done = run("x", option)
    assert done.returncode in (USAGE, FAULT)
    assert "Canaria" not in done.stdout + done.stderr


def test_names_come_from_the_standard_input_one_line_each(file: Path) -> None:
    done = run("--set-private", PATH, "--set-private", "private.cases.C2.name", given=f"{NAME}\n Ina Real \n")
    assert (done.returncode, done.stderr) == (DONE, "")
    assert "Canaria" not in done.stdout
    assert secrets_of(file) == {"C1": {"name": NAME}, "C2": {"name": "Ina Real"}}
    assert "Canaria" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "given", "words"),
    [
        (PATH, "", "there was no line to read"),
        (PATH, "?\n", "? is not an answer here"),
        ("private.cases.C9.name", f"{NAME}\n", "there is no question 'private.cases.C9.name' now"),
        ("title", f"{NAME}\n", "this is not the path of a private answer"),
    ],
)
def test_an_impossible_private_answer_is_reported_without_the_name(
    file: Path, path: str, given: str, words: str
) -> None:
    done = run("--set-private", path, given=given)
    assert done.returncode == FAULT
    assert words in done.stderr
    assert "Canaria" not in done.stdout + done.stderr
    assert secrets_of(file) == {}


def test_at_a_terminal_the_name_is_asked_for_and_not_shown(file: Path) -> None:
    at = Session.drafter(file.parent, "new", "a.yaml", "--no-input", "--set-private", PATH)
    at.see(f"{PATH} (what you type is not shown): ")
    at.press(f"{NAME}{ENTER}")
    assert at.end() == DONE
    assert "Canaria" not in at.text()
    assert secrets_of(file) == {"C1": {"name": NAME}}


def test_plain_mode_hides_a_name_and_a_paste_does_not_answer_the_next_question(file: Path) -> None:
    text = file.read_text("utf-8").replace("state:", "stand_for: []\nrefuse: []\nstate:")
    organisation = (
        "organisations:\n  - {name: H, acronym: '', role: lead, what: '', founded: '', city: '',\n"
        "     country: '', ecosoc: none, contact: {person: '', email: ''}}\n"
    )
    file.write_text(f"{text}{organisation}interview: {{finished: [organisations]}}\nearlier: []\n", "utf-8")
    at = Session.drafter(file.parent, "new", "a.yaml", plain=True)
    at.see("Question:")
    while "What you type is not shown." not in at.see(": ") + at.child.buffer:
        at.press(f"no{ENTER}" if "Another" in at.child.before or "before" in at.child.before else ENTER)
    at.press(f"?{ENTER}")  # which names must never be printed
    at.see("real name")
    at.see("What you type is not shown.")
    at.see(": ")
    at.press(f"Canaria{ENTER}Goldfinch{ENTER}")
    at.see("Is the person an adult?")
    at.see(": ")
    at.press(CTRL_C)
    assert at.end() == STOPPED
    assert "Canaria" not in at.text()
    assert "Goldfinch" not in at.text()
    assert secrets_of(file)["C1"] == {"name": NAME}
    assert "Goldfinch" not in file.read_text("utf-8")
