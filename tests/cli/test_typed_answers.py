"""Typed answers that ``--set`` writes to a file: it takes, refuses and says the same as a prompt.

The table of what each kind of question takes is in ``tests/interview/test_validator.py``.
"""

from pathlib import Path

import pytest

from drafter.cli import main
from drafter.model.marks import with_open_answers
from tests.support.files import data

START = ("document=upr/joint", "state=Norway", "organisations.0.name=A", "themes=women",
         "interview.more.theme/women=fact", "facts.F1.text=A fact.", "facts.F1.source=new",
         "sources.S1.title=A register")  # fmt: skip


def test_question_marks_in_a_file_mean_unknown_except_in_a_list_of_texts() -> None:
    assert with_open_answers({"a": "?", "b": [{"c": "？"}, "?"], "d": "x?", "e": 1}) == {
        "a": None, "b": [{"c": None}, "?"], "d": "x?", "e": 1,
    }  # fmt: skip
    assert with_open_answers("?") is None


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder, with no user configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def set_all(*sets: str) -> int:
    """Set each answer and return the exit status."""
    return main(["new", "a.yaml", "--no-input", *(part for one in sets for part in ("--set", one))])


def test_set_accepts_refuses_and_says_the_same_as_a_prompt(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_all(*START) == 0
    capsys.readouterr()
    assert set_all("facts.F1.locator=?") == 1
    assert capsys.readouterr().err == (
        "--set facts.F1.locator: ? is not an answer here\n    Leave it empty if you don't know yet.\n"
    )
    assert set_all("facts.F1.locator=p. 12,\npara. 3\x07", "sources.S1.title= ？ ", "summary=one\n\ntwo") == 0
    said = capsys.readouterr().out
    assert "facts.F1.locator: You pasted 2 lines. drafter joined them. It reads: p. 12, para. 3\n" in said
    assert "facts.F1.locator: This text had 1 control character" in said
    saved = data(here / "a.yaml")
    assert saved["facts"]["F1"]["locator"] == "p. 12, para. 3"
    assert saved["sources"]["S1"]["title"] is None
    assert saved["summary"] == "one\n\ntwo"


def test_an_empty_choice_that_the_file_could_not_hold_is_not_saved(here: Path) -> None:
    assert set_all(*START) == 0
    before = (here / "a.yaml").read_bytes()
    assert set_all("organisations.0.role=") == 1
    assert set_all("organisations.0.ecosoc=") == 1
    assert (here / "a.yaml").read_bytes() == before


def test_a_choice_is_set_by_its_title_too(here: Path) -> None:
    assert set_all("document=upr/joint", "state=COTE d'ivoire", "organisations.0.name=A") == 0
    assert data(here / "a.yaml")["state"] == "Côte d'Ivoire"
