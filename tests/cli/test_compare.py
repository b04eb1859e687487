"""``drafter compare``: what it prints, what it writes, its exit status, and what it never shows."""

import json
from pathlib import Path

import docx
import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from drafter.cli.menu_compare import compare_versions
from drafter.cli.schema import comparison_schema
from drafter.word.reader.content import read_content
from tests.support.checked_answers import ANSWERS
from tests.support.json_schema import faults
from tests.support.menu_person import Person

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with answers, the Word file that they make, and one that a colleague has edited."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(ANSWERS, "utf-8")
    assert main(["build", "a.yaml"]) == DONE
    word = docx.Document(str(tmp_path / "a.docx"))
    paragraph = next(
        each for each in word.paragraphs if each.style and each.style.name == "Numbered Paragraph"
    )
    paragraph.add_run(" A colleague added this.")
    word.save(str(tmp_path / "edited.docx"))
    return tmp_path


def compared(capsys: Out, *arguments: str) -> tuple[int, str, str]:
    """Return the exit status, the output and the errors of ``drafter compare``."""
    capsys.readouterr()
    try:
        status = main(["compare", *arguments])
    except SystemExit as end:
        status = int(end.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_answers_and_their_word_file_say_the_same(capsys: Out) -> None:
    status, output, _ = compared(capsys, "a.yaml", "a.docx")
    assert (status, output) == (DONE, "a.yaml → a.docx\n\nNo differences: both say the same.\n")


def test_the_words_of_a_colleague_are_shown_with_their_place(capsys: Out) -> None:
    status, output, _ = compared(capsys, "a.yaml", "edited.docx")
    assert status == FAULT
    assert "changed: paragraph 1" in output
    assert "{+ A colleague added this.+}" in output
    assert "1 difference: 1 changed." in output


def test_the_other_way_round_they_are_deleted(capsys: Out) -> None:
    _, output, _ = compared(capsys, "edited.docx", "a.yaml")
    assert "[- A colleague added this.-]" in output


def test_markdown_marks_what_changed(capsys: Out) -> None:
    status, output, _ = compared(capsys, "a.yaml", "edited.docx", "--markdown")
    assert status == FAULT
    assert output.startswith("# a.yaml → edited.docx\n")
    assert "**A colleague added this.**" in output


def test_json_follows_its_schema(capsys: Out) -> None:
    status, output, _ = compared(capsys, "a.yaml", "edited.docx", "--json")
    report = json.loads(output)
    assert status == FAULT
    assert list(faults(report, comparison_schema())) == []
    assert (report["same"], report["written"]) == (False, None)
    [change] = report["changes"]
    assert (change["action"], change["what"]) == ("changed", "paragraph")
    assert {"kind": "inserted", "text": " A colleague added this."} in change["pieces"]
    _, same, _ = compared(capsys, "a.yaml", "a.docx", "--json")
    assert json.loads(same)["same"] is True


def test_a_word_file_with_tracked_changes_is_written(here: Path, capsys: Out) -> None:
    arguments = ("a.yaml", "edited.docx", "-o", "out.docx", "--author", "Open Road", "--date", "2025-03-20")
    status, output, _ = compared(capsys, *arguments)
    assert status == FAULT
    assert "✓ out.docx" in output
    data = (here / "out.docx").read_bytes()
    for changes, file in (("accept", "edited.docx"), ("reject", "a.docx")):
        read = read_content(data, changes=changes).document  # type: ignore[arg-type]
        wanted = read_content((here / file).read_bytes()).document
        assert (read.blocks, read.notes) == (wanted.blocks, wanted.notes)
    first = data
    compared(capsys, *arguments)
    assert (here / "out.docx").read_bytes() == first


def test_it_never_writes_over_a_version_or_over_the_work_of_others(here: Path, capsys: Out) -> None:
    before = (here / "edited.docx").read_bytes()
    status, _, errors = compared(capsys, "a.yaml", "edited.docx", "-o", "edited.docx", "--force")
    assert status == FAULT
    assert "would replace a file that is compared" in errors
    (here / "mine.docx").write_bytes(before)
    status, _, errors = compared(capsys, "a.yaml", "edited.docx", "-o", "mine.docx")
    assert status == FAULT
    assert "--force" in errors
    assert (here / "mine.docx").read_bytes() == (here / "edited.docx").read_bytes() == before
    assert compared(capsys, "a.yaml", "edited.docx", "-o", "mine.docx", "--force")[0] == FAULT
    assert (here / "mine.docx").read_bytes() != before


def test_the_faults_of_both_files_come_at_once_and_are_no_difference(here: Path, capsys: Out) -> None:
    (here / "broken.docx").write_bytes(b"no zip")
    status, _, errors = compared(capsys, "missing.yaml", "broken.docx")
    assert status == USAGE
    assert "missing.yaml" in errors
    assert "broken.docx" in errors


@pytest.mark.parametrize(
    "wrong",
    [
        ("--author", "Open Road"),
        ("--date", "2025-03-20"),
        ("-o", "out.docx", "--date", "20 March 2025"),
        ("-o", "out.docx", "--date", "2025-02-30"),
        ("-o", "out.docx", "--author", " "),
        ("-o", "out.pdf"),
        ("-o", "."),
        ("--json", "--markdown"),
    ],
)
def test_options_that_make_no_sense_are_refused(here: Path, capsys: Out, wrong: tuple[str, ...]) -> None:
    status, _, errors = compared(capsys, "a.yaml", "edited.docx", *wrong)
    assert status == USAGE
    assert errors
    assert not (here / "out.docx").exists()


def test_tracked_changes_in_a_word_file_count_as_accepted(here: Path, capsys: Out) -> None:
    compared(capsys, "a.yaml", "edited.docx", "-o", "out.docx")
    status, output, _ = compared(capsys, "edited.docx", "out.docx")
    assert (status, "No differences" in output) == (DONE, True)


def test_the_menu_compares_two_files_and_writes_the_changes(here: Path, capsys: Out) -> None:
    capsys.readouterr()
    compare_versions(Person("a.yaml", "edited.docx", "yes"))
    assert "{+ A colleague added this.+}" in capsys.readouterr().out
    assert (here / "edited-changes.docx").exists()
    person = Person("a.yaml", "menu")
    compare_versions(person)
    assert [question.text for question in person.asked] == [
        "Which is the old version?",
        "Which is the new version?",
    ]
