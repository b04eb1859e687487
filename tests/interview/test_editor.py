"""A long text in the person's own editor: what comes back, what is kept, what nobody else can see."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING
from drafter.model.question import Question
from drafter.terminal.editor import CUT, edited, editor_command
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.typing_keys import ENTER, ESCAPE, keyboard

LONG = Question(
    path=("summary",),
    section="S",
    text="What are the main points?",
    help="A paragraph or two.",
    kind="long",
    required=True,
    allow_unknown=True,
)


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that makes an editor of some Python; ``file`` is what it is given to edit."""

    def become(code: str) -> None:
        script = tmp_path / "an editor.py"
        script.write_text(f"import os, sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{code}\n", "utf-8")
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")

    return become


def result(
    text: str = "", comments: tuple[str, ...] = ("The question?", "The help.")
) -> tuple[str | None, list[str]]:
    """Return what an edit of *text* gives, and what was said of it."""
    said: list[str] = []
    return edited(text, comments, said.append), said


def test_what_is_written_above_the_cut_comes_back(edit: Any) -> None:
    edit("file.write_text('New words.\\n\\nA second paragraph.\\n' + file.read_text('utf-8'), 'utf-8')")
    assert result() == ("New words.\n\nA second paragraph.", [])


def test_letters_of_every_kind_come_back_as_they_were(edit: Any) -> None:
    edit("file.write_text(file.read_text('utf-8').replace('old', '# Škoda — 日本 “x” `y`'), 'utf-8')")
    assert result("old")[0] == "# Škoda — 日本 “x” `y`"


def test_an_edit_that_changes_nothing_is_the_old_text(edit: Any) -> None:
    edit("")
    assert result("As it was.\n\nTwice.")[0] == "As it was.\n\nTwice."


def test_the_old_text_is_there_with_the_question_and_its_help_below_it(edit: Any, tmp_path: Path) -> None:
    edit(f"pathlib.Path({str(tmp_path / 'seen')!r}).write_bytes(file.read_bytes())")
    result("The old text.", ("What are the main points?", "A paragraph.\nOr two.", "612 of 5,630 words"))
    seen = (tmp_path / "seen").read_text("utf-8")
    text, _, notes = seen.partition(CUT)
    assert text.strip() == "The old text."
    assert notes.split("\n")[1:5] == [
        "# What are the main points?",
        "# A paragraph.",
        "# Or two.",
        "# 612 of 5,630 words",
    ]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("file.unlink()", "cannot read the new one"),
        ("file.write_bytes('Stra\\u00dfe'.encode('latin-1'))", "cannot read the new one"),
        ("os.kill(os.getpid(), 9)", "stopped with an error"),
    ],
)
def test_a_failed_edit_returns_nothing_and_says_that_the_old_text_is_kept(
    edit: Any, code: str, words: str
) -> None:
    edit(code)
    text, said = result("The old text.")
    assert text is None
    assert words in said[0]
    assert "drafter keeps the old text" in said[0]


@pytest.mark.parametrize("command", ["no-such-editor-anywhere", "'an open quotation", "/"])
def test_an_editor_that_cannot_be_started_is_reported(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("EDITOR", command)
    text, said = result("The old text.")
    assert text is None
    assert "could not be started" in said[0]


@pytest.mark.parametrize("left", ["''", "'  \\n\\n'"])
def test_a_text_that_comes_back_empty_keeps_the_old_one(edit: Any, left: str) -> None:
    edit(f"file.write_text({left} + {CUT!r}, 'utf-8')")
    text, said = result("The old text.")
    assert text == "The old text."
    assert "drafter keeps the old text" in said[0]


@pytest.mark.skipif(os.name == "nt", reason="rights are another thing on Windows")
def test_nobody_else_can_read_the_file_and_it_is_gone_afterwards(edit: Any, tmp_path: Path) -> None:
    log = tmp_path / "log"
    edit(
        f"pathlib.Path({str(log)!r}).write_text("
        "f'{file}\\n{file.stat().st_mode}\\n{file.parent.stat().st_mode}\\n{file.suffix}')"
    )
    before = os.umask(0)
    try:
        result("A secret.")
    finally:
        os.umask(before)
    name, mode, folder, suffix = log.read_text("utf-8").split("\n")
    assert stat.S_IMODE(int(folder)) == 0o700
    assert stat.S_IMODE(int(mode)) == 0o600
    assert suffix == ".md"
    assert not Path(name).exists()
    assert not Path(name).parent.exists()


def test_it_is_gone_after_an_edit_that_failed_as_well(edit: Any, tmp_path: Path) -> None:
    log = tmp_path / "log"
    edit(f"pathlib.Path({str(log)!r}).write_text(str(file)); sys.exit(3)")
    result("A secret.")
    assert not Path(log.read_text("utf-8")).parent.exists()


def test_visual_comes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert editor_command() == ""
    monkeypatch.setenv("EDITOR", "ed")
    assert editor_command() == "ed"
    monkeypatch.setenv("VISUAL", "vi")
    assert editor_command() == "vi"


# ---- from the question ----

TO_EDITOR = "\x05"
END = ESCAPE + ENTER


def answered(keys: str, standing: Any = MISSING, question: Question = LONG) -> tuple[Any, list[str]]:
    """Return what *keys* give at the long question, and what was said."""
    said: list[str] = []
    with keyboard(keys):
        return ask(question, standing, said.append), said


def test_a_key_opens_the_editor_with_the_current_answer(edit: Any) -> None:
    edit("file.write_text(file.read_text('utf-8').replace('before', 'after'), 'utf-8')")
    assert answered(TO_EDITOR, "It was before.")[0] == "It was after."


def test_the_editor_has_what_was_typed_before_it_was_opened(edit: Any) -> None:
    edit("file.write_text(file.read_text('utf-8').replace('half', 'whole'), 'utf-8')")
    assert answered(f"A half text.{TO_EDITOR}")[0] == "A whole text."


def test_a_short_text_can_be_typed_without_it(edit: Any) -> None:
    edit("sys.exit('it was opened')")
    assert answered(f"A short one.{END}")[0] == "A short one."
    assert answered(f"?{END}")[0] is None


def test_after_an_edit_that_failed_the_question_is_asked_again(edit: Any) -> None:
    edit("sys.exit(1)")
    answer, said = answered(f"{TO_EDITOR} Typed then.{END}", "The old text.")
    assert answer == "The old text. Typed then."
    assert "    The editor stopped with an error. drafter keeps the old text." in said


def test_an_answer_that_is_needed_is_asked_for_until_it_is_there(edit: Any) -> None:
    edit("")
    answer, said = answered(f"{TO_EDITOR}{TO_EDITOR}?{END}")
    assert answer is None
    assert said.count("    An answer is needed. Type ? if you don't know it yet.") == 2


def test_an_unknown_text_stays_unknown_if_nothing_is_written(edit: Any) -> None:
    edit("")
    optional = LONG.model_copy(update={"required": False})
    assert answered(TO_EDITOR, None, optional)[0] is None
    assert answered(TO_EDITOR, MISSING, optional)[0] == ""


def test_the_question_and_its_help_are_in_the_file(edit: Any, tmp_path: Path) -> None:
    edit(
        f"pathlib.Path({str(tmp_path / 'seen')!r}).write_bytes(file.read_bytes()); file.write_text('Words.')"
    )
    assert answered(TO_EDITOR)[0] == "Words."
    seen = (tmp_path / "seen").read_text("utf-8")
    assert "# What are the main points?\n# A paragraph or two.\n" in seen


# ---- in plain lines ----


def typed_plainly(*lines: str, standing: Any = MISSING) -> tuple[Any, list[str]]:
    """Return what typed lines give at the long question, and what was said."""
    left, said = list(lines), list[str]()
    value = ask_plainly(LONG, standing, said.append, lambda _: left.pop(0))
    assert left == []
    return value, said


def test_in_plain_mode_a_letter_opens_the_editor_with_the_text_so_far(edit: Any) -> None:
    edit("file.write_text(file.read_text('utf-8').replace('so far', 'and more'), 'utf-8')")
    value, said = typed_plainly("Written so far", "e", standing="Before.")
    assert value == "Before.\nWritten and more"
    assert "e alone opens your editor." in said


def test_in_plain_mode_a_failed_edit_loses_nothing(edit: Any) -> None:
    edit("sys.exit(1)")
    value, said = typed_plainly("Written", "e", "ee", ".")
    assert value == "Written\ne"
    assert "The editor stopped with an error. drafter keeps the old text." in said


def test_in_plain_mode_the_letter_is_text_if_no_editor_is_set() -> None:
    value, said = typed_plainly("e", "ee", ".")
    assert value == "e\nee"
    assert "editor" not in " ".join(said)


def test_text_saved_in_an_editor_that_crashed_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "dies"
    script.write_text("#!/bin/sh\nprintf 'saved before the end\\n' > \"$1\"\nkill -9 $$\n", "utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    said: list[str] = []

    assert edited("old", ["The question"], said.append) == "saved before the end"

    assert "keeps what you had saved" in said[0]
