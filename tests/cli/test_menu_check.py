"""The menu entry "Check a file": which files it offers, and what it prints."""

import os
from pathlib import Path

import pytest

from drafter.cli import DONE, main
from drafter.cli.menu_check import check_a_file
from drafter.cli.menu_question import recent_files
from tests.support.checked_answers import ANSWERS
from tests.support.menu_person import Person

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with answers, the Word file that they make, and a Word file that nobody knows."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(ANSWERS, "utf-8")
    assert main(["build", "a.yaml"]) == DONE
    return tmp_path


def check(person: Person, capsys: Out) -> str:
    """Check a file as *person* answers, and return what is printed."""
    capsys.readouterr()
    check_a_file(person)
    return capsys.readouterr().out


def test_answers_files_and_word_files_are_offered_the_last_changed_first(here: Path) -> None:
    (here / "~$a.docx").write_bytes(b"Word's own lock")
    (here / "other.yaml").write_text("services: {}\n", "utf-8")
    os.utime(here / "a.docx", (1, 1))
    os.utime(here / "a.yaml", (2, 2))
    assert [str(file) for file in recent_files(Path(), ".docx")] == ["a.yaml", "a.docx"]


def test_the_remarks_on_the_chosen_file_are_printed_and_the_menu_comes_back(capsys: Out) -> None:
    person = Person("a.yaml")
    text = check(person, capsys)
    assert person.titles()[-2:] == ["Another file", "Back to the menu"]
    assert "a.yaml   upr/joint, " in text
    assert "[word-stigmatises]" in text


def test_a_file_of_another_folder_can_be_named(here: Path, capsys: Out) -> None:
    (here / "below").mkdir()
    (here / "a.yaml").rename(here / "below" / "b.yaml")
    text = check(Person("another file", " below/b.yaml "), capsys)
    assert "[word-stigmatises]" in text


def test_a_file_that_does_not_exist_is_a_remark_and_no_traceback(capsys: Out) -> None:
    for name in ("nothing.yaml", "nothing.docx"):
        assert "[file-faulty]" in check(Person("another file", name), capsys)


def test_back_to_the_menu_checks_nothing(capsys: Out) -> None:
    assert check(Person("menu"), capsys) == ""


def test_a_word_file_of_ours_is_recognised_and_its_document_is_not_asked_for(capsys: Out) -> None:
    person = Person("a.docx")
    assert "a.docx   upr/joint, " in check(person, capsys)
    assert len(person.asked) == 1


def test_a_strange_word_file_is_checked_as_the_document_that_the_person_names(
    here: Path, capsys: Out
) -> None:
    write_strange_file(here / "theirs.docx")
    person = Person("theirs.docx", "cedaw/alternative-report")
    text = check(person, capsys)
    assert [question.text for question in person.asked] == [
        "Which file do you want to check?",
        "Which document is it?",
    ]
    assert "theirs.docx   cedaw/alternative-report, 10 of " in text
    assert "[word-stigmatises]" in text
    alone = check(Person("theirs.docx", "not known"), capsys)
    assert "theirs.docx   10 words" in alone
    assert "[word-stigmatises]" in alone


def write_strange_file(file: Path) -> None:
    """Write a Word file without any sign of drafter."""
    import docx

    document = docx.Document()
    document.add_paragraph("Our letter to the Committee")
    document.add_paragraph("The clinic turns junkies away.")
    document.save(str(file))
