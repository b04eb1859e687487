"""Odd terminals: hardly any columns, closed streams, Ctrl-C too early, termination, pasted lines."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.answers.load import read_answers
from drafter.cli import DONE, FAULT, STOPPED, USAGE, main
from tests.support.checkout import CHECKOUT
from tests.support.keys_at_a_terminal import CTRL_C, CTRL_O, ENTER, Session

Out = pytest.CaptureFixture[str]
OPEN = "format: 1\ndocument: upr/individual\nstate: Ruritania\nlanguage: en\n"
SESSION = "Which session of the Working Group"
SUMMARY = f"{OPEN}details: {{session: s, cycle: c, deadline: d, last_review: l, names_public: 'yes'}}\n"
OBLIGATIONS = "What should other States know"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, without a configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    return tmp_path


def copy_example(folder: Path) -> None:
    """Copy the example of a whole submission into *folder*."""
    text = (CHECKOUT / "examples" / "ruritania-upr-individual.yaml").read_bytes()
    (folder / "a.yaml").write_bytes(text)


# ---- hardly any columns ----

PRINTING = [
    ["--help"], ["new", "--help"], ["clauses", "show", "--help"], ["new", "a.yaml", "--no-input"],
    ["build", "a.yaml"], ["build", "no.yaml"], ["build"], ["preview", "a.yaml"], ["roster", "a.yaml"],
    ["clauses", "list"], ["clauses", "search", "overdose"], ["clauses", "search", "xyzzy"],
    ["clauses", "show", "overdose/naloxone-for-all"], ["clauses", "themes"], ["clauses", "coverage"],
    ["mechanisms", "list"], ["mechanisms", "show", "upr"], ["mechanisms", "choose", "--questions"],
    ["mechanisms", "choose", "--set", "event=harm-to-person"], ["profile", "--show"], ["xyzzy"],
]  # fmt: skip


@pytest.mark.parametrize("columns", ["0", "1", "2", "-1", "many", "999999999999"])
def test_every_command_prints_whatever_number_of_columns_is_reported(
    folder: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    copy_example(folder)
    monkeypatch.setenv("COLUMNS", columns)
    for command in PRINTING:
        try:
            status = main(command)
        except SystemExit as ended:
            status = int(ended.code or 0)
        assert status in (DONE, FAULT, USAGE), command
        output = capsys.readouterr()
        assert output.out or output.err, command


@pytest.mark.parametrize("columns", ["0", "1", "2"])
@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_the_interview_works_in_a_terminal_of_hardly_any_columns(
    folder: Path, columns: str, plain: bool
) -> None:
    (folder / "a.yaml").write_text(OPEN, "utf-8")
    session = Session.drafter(folder, "new", "a.yaml", plain=plain, COLUMNS=columns)
    session.see("State?")
    if plain:
        session.see("Answer: ")
    session.press(f"60th{ENTER}")
    session.see("submission")
    session.press(CTRL_C)
    assert session.end() == STOPPED
    assert read_answers(folder / "a.yaml")[0].details["session"] == "60th"


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (24, 1)])
def test_a_tiny_terminal_causes_no_traceback(folder: Path, size: tuple[int, int]) -> None:
    (folder / "a.yaml").write_text(OPEN, "utf-8")
    session = Session.drafter(folder, "new", "a.yaml")
    session.child.setwinsize(*size)
    session.child.expect("\x1b\\[")
    time.sleep(1)
    session.press(CTRL_C)
    assert session.end() == STOPPED
    assert "Traceback" not in session.text()


# ---- streams that the caller closed ----


def run_with_closed(*arguments: str, streams: str) -> subprocess.CompletedProcess[str]:
    """Run drafter with some streams closed, as a shell writes it: ``<&-``."""
    command = ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "drafter", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("arguments", [["new", "z.yaml"], ["profile"], ["mechanisms", "choose"], []])
def test_a_closed_input_is_reported_as_a_missing_terminal(folder: Path, arguments: list[str]) -> None:
    done = run_with_closed(*arguments, streams="<&-")
    assert done.returncode == (STOPPED if arguments else USAGE)
    assert "there is no terminal to ask on" in done.stderr or not arguments
    assert "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_build_is_complete_whichever_streams_are_closed(folder: Path, streams: str) -> None:
    copy_example(folder)
    open_ = run_with_closed("build", "a.yaml", streams="")
    whole = (folder / "a.docx").read_bytes()
    (folder / "a.docx").unlink()
    done = run_with_closed("build", "a.yaml", streams=streams)
    assert done.returncode == open_.returncode == DONE
    assert (folder / "a.docx").read_bytes() == whole
    wrong = run_with_closed("build", "no.yaml", streams=streams)
    assert wrong.returncode == FAULT
    assert "Traceback" not in done.stderr + wrong.stderr
    if "2>&-" in streams:
        assert "no such file" not in wrong.stdout, "an error is not printed as a result"


# ---- Ctrl-C before anything is asked ----


@pytest.mark.parametrize("module", ["-m", "entry point"])
def test_ctrl_c_in_the_first_second_ends_without_a_traceback(folder: Path, module: str) -> None:
    copy_example(folder)
    start = ["-m", "drafter"] if module == "-m" else ["-c", "from drafter.__main__ import main; main()"]
    statuses = []
    for hundredths in (10, 14, 18, 22, 26, 30, 36, 44, 52, 60, 80):
        child = subprocess.Popen(
            [sys.executable, *start, "preview", "a.yaml"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        time.sleep(hundredths / 100)
        child.send_signal(signal.SIGINT)
        errors = child.communicate(timeout=60)[1].decode()
        statuses.append(child.returncode)
        # Until drafter runs, Python itself handles Ctrl-C; on a slow machine it prints a traceback.
        assert "Traceback" not in errors or "drafter/" not in errors, (hundredths, errors)
    assert set(statuses) <= {STOPPED, DONE, -signal.SIGINT}
    assert STOPPED in statuses


SLOW = """
import sys, time, drafter.cli
sys.argv = ["drafter", "clauses", "themes"]
real_import = drafter.cli.import_module
def slowly(name):
    print("loading", flush=True)
    try:
        time.sleep(30)
    except BaseException:
        print("an exception was raised while a module was loaded", flush=True)
    return real_import(name)
drafter.cli.import_module = slowly
from drafter.__main__ import main
sys.exit(main())
"""


def test_ctrl_c_while_modules_are_loaded_raises_in_none_of_them() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdout.readline() == "loading\n"
    child.send_signal(signal.SIGINT)
    output = child.communicate(timeout=30)
    assert (child.returncode, output) == (STOPPED, ("", ""))


def test_a_command_started_with_ctrl_c_ignored_keeps_ignoring_it(folder: Path) -> None:
    copy_example(folder)
    line = f'trap "" INT; exec {sys.executable} -m drafter preview a.yaml'
    child = subprocess.Popen(["sh", "-c", line], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for _ in range(5):
        time.sleep(0.1)
        child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode == DONE


# ---- bytes that are not UTF-8 ----


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([b"new", b"a.yaml", b"--no-input", b"--set", b"title=caf\xe9"], "argument 5 (title=…)"),
        ([b"new", b"caf\xe9.yaml", b"--no-input"], "argument 2 (caf‹U+DCE9›.yaml)"),
        ([b"build", b"caf\xe9.yaml"], "argument 2 (caf‹U+DCE9›.yaml)"),
        ([b"clauses", b"search", b"caf\xe9"], "argument 3 (caf‹U+DCE9›)"),
        (
            [b"new", b"a.yaml", b"--set", b"private.cases.C1.name=Canari\xe9"],
            "argument 4 (private.cases.C1.name=…)",
        ),
    ],
)
def test_an_argument_that_is_not_utf8_is_refused_and_nothing_is_changed(
    folder: Path, arguments: list[bytes], shown: str
) -> None:
    (folder / "a.yaml").write_text(OPEN, "utf-8")
    done = subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"drafter", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
    )
    errors = done.stderr.decode()
    assert done.returncode == USAGE
    assert f"drafter: {shown} is not UTF-8 text. Nothing was changed." in errors
    assert "Canari" not in errors
    assert [file.name for file in folder.iterdir()] == ["a.yaml"]
    assert (folder / "a.yaml").read_text("utf-8") == OPEN


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_typed_bytes_that_are_not_utf8_are_refused_and_the_question_is_asked_again(
    folder: Path, plain: bool
) -> None:
    (folder / "a.yaml").write_text(OPEN, "utf-8")
    session = Session.drafter(folder, "new", "a.yaml", plain=plain)
    session.see("State?")
    if plain:
        session.see("Answer: ")
    os.write(session.child.child_fd, b"caf\xe9\r")
    session.see("This text is not UTF-8")
    session.press(f"60th{ENTER}" if plain else f"\x1560th{ENTER}")
    session.see("submission")
    session.press(CTRL_C)
    assert session.end() == STOPPED
    assert read_answers(folder / "a.yaml")[0].details["session"] == "60th"


# ---- termination by a signal ----


@pytest.fixture
def begun_file(folder: Path) -> Path:
    """Return an answers file whose next question is the session."""
    file = folder / "a.yaml"
    file.write_text(OPEN, "utf-8")
    return file


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_half_typed_text_is_kept_when_the_process_is_terminated(
    begun_file: Path, number: signal.Signals, plain: bool
) -> None:
    session = Session.drafter(begun_file.parent, "new", begun_file.name, plain=plain)
    session.see("State?")
    if plain:
        session.see("Answer: ")
    session.press("the sixti")
    session.see("the sixti")
    time.sleep(0.2)
    session.child.kill(number)
    assert session.end() == STOPPED
    assert "stopped; everything answered is in a.yaml" in session.text()
    assert read_answers(begun_file)[0].interview.typed == {"details.session": "the sixti"}
    again = Session.drafter(begun_file.parent, "new", begun_file.name, plain=plain)
    again.see("the sixti")
    again.press(f"{ENTER}")
    again.see("submission")
    again.press(CTRL_C)
    again.end()
    assert read_answers(begun_file)[0].details["session"] == "the sixti"


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_lines_of_a_long_text_are_kept_when_the_process_is_terminated(
    folder: Path, number: signal.Signals, plain: bool
) -> None:
    file = folder / "a.yaml"
    file.write_text(SUMMARY, "utf-8")
    session = Session.drafter(folder, "new", "a.yaml", plain=plain)
    session.see(OBLIGATIONS)
    session.see("such as <<." if plain else "ends the text")
    session.press(f"First.{ENTER}")
    session.see("First.")
    time.sleep(0.2)
    session.press("Half")
    session.see("Half")
    time.sleep(0.2)
    session.child.kill(number)
    assert session.end() == STOPPED
    assert read_answers(file)[0].interview.typed == {"details.obligations": "First.\nHalf"}


@pytest.mark.parametrize("plain", [False, True], ids=["prompts", "plain"])
def test_a_list_saves_no_answer_when_the_process_is_terminated(folder: Path, plain: bool) -> None:
    session = Session.drafter(folder, "new", "a.yaml", plain=plain)
    session.see("What do you want to write?")
    session.see(": " if plain else "African")
    session.press("upr")
    time.sleep(0.3)
    session.child.kill(signal.SIGTERM)
    assert session.end() == STOPPED
    answers = read_answers(folder / "a.yaml")[0]
    assert (answers.document, answers.interview.typed) == (None, {})


def test_plain_lines_are_kept_when_the_terminal_is_closed(folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text(SUMMARY, "utf-8")
    session = Session.drafter(folder, "new", "a.yaml", plain=True)
    session.see("such as <<.")
    session.press(f"First.{ENTER}")
    session.see("First.")
    time.sleep(0.3)
    session.hang_up()
    for _ in range(100):
        if "First." in file.read_text("utf-8"):
            break
        time.sleep(0.1)
    assert read_answers(file)[0].interview.typed == {"details.obligations": "First."}


# ---- a paste of several lines ----


@pytest.mark.parametrize("last", [ENTER, ""])
def test_a_paste_in_plain_lines_answers_only_the_question_where_it_was_pasted(
    begun_file: Path, last: str
) -> None:
    session = Session.drafter(begun_file.parent, "new", begun_file.name, plain=True)
    session.see("Answer: ")
    session.press(f"sixtieth{ENTER}session, {ENTER}{ENTER}2030{last}")
    session.see("You pasted 3 lines. drafter joined them.")
    session.see("submission")
    session.see("Answer: ")
    session.press(f"{ENTER}")
    session.see("Question:")
    session.press(CTRL_C)
    assert session.end() == STOPPED
    details = read_answers(begun_file)[0].details
    assert (details["session"], details["deadline"]) == ("sixtieth session, 2030", "")


def test_a_paste_of_several_lines_is_joined_and_this_is_reported(begun_file: Path) -> None:
    session = Session.drafter(begun_file.parent, "new", begun_file.name)
    session.see("State?")
    session.press(f"\x1b[200~sixtieth\rsession\x1b[201~{ENTER}")
    session.see("You pasted 2 lines. drafter joined them.")
    session.see("submission")
    session.press(CTRL_O)
    session.see("sixtieth session")
    session.press(CTRL_C)
    assert session.end() == STOPPED


def test_a_paste_into_a_long_text_in_plain_lines_keeps_its_lines(folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text(SUMMARY, "utf-8")
    session = Session.drafter(folder, "new", "a.yaml", plain=True)
    session.see("such as <<.")
    session.press(f"{ENTER}One.{ENTER}{ENTER}={ENTER}Two.{ENTER}.{ENTER}")
    session.see("Question: What is the organisation's full name")
    session.press(CTRL_C)
    session.end()
    assert read_answers(file)[0].details["obligations"] == "One.\n\n=\nTwo."


def test_a_paste_into_a_list_in_plain_lines_chooses_no_number(folder: Path) -> None:
    session = Session.drafter(folder, "new", "a.yaml", plain=True)
    session.see("Number or words: ")
    session.press(f"xyzzy{ENTER}3{ENTER}")
    session.see("You pasted 2 lines. drafter joined them.")
    session.see("Nothing matches.")
    session.see(": ")
    session.press(CTRL_C)
    session.end()
    assert read_answers(folder / "a.yaml")[0].document is None
