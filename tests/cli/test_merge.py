"""``drafter merge``: what it prints, what it saves, and what it keeps private."""

import json
import shutil
from pathlib import Path

import pytest
from docx.document import Document as WordDocument

from drafter.answers.load import read_answers
from drafter.cli import DONE, FAULT, main
from drafter.cli.schema import merge_schema
from drafter.privacy.private_file import private_path
from drafter.word.reader.content import read_content
from tests.support.checkout import EXAMPLES
from tests.support.json_schema import faults
from tests.support.private_files import TIED
from tests.support.word_edits import add_after, having, replace
from tests.support.word_files import edited

NAME = "Arrived Goldfinch"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The answers of the joint example, and the Word file that drafter builds of them."""
    file = Path(shutil.copy(EXAMPLES / "ruritania-cedaw.yaml", tmp_path / "a.yaml"))
    assert main(["build", str(file)]) == DONE
    return file


def _edited(answers: Path, *pairs: tuple[str, str]) -> Path:
    """Return a copy of the built Word file in which the first of each pair was replaced by the second."""

    def edit(word: WordDocument) -> None:
        for old, new in pairs:
            replace(word, old, new)

    return edited(Path(shutil.copy(answers.with_suffix(".docx"), answers.with_name("b.docx"))), edit)


def test_without_a_terminal_it_lists_the_edits_and_changes_nothing(answers: Path, capsys: Capture) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"))
    before = answers.read_bytes()

    assert main(["merge", str(answers), str(word)]) == DONE

    printed = capsys.readouterr().out
    assert "1 of 1 · Changed: case C1 (Person B)" in printed
    assert "She [-used-]{+took+} no other drug" in printed
    assert "Nothing was changed." in printed
    assert answers.read_bytes() == before


def test_with_accept_it_saves_what_answers_can_hold_and_prints_the_rest(
    answers: Path, capsys: Capture
) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"), ("Submitted by", "From"))

    assert main(["merge", str(answers), str(word), "--accept"]) == FAULT

    printed = " ".join(capsys.readouterr().out.split())
    assert "1 edit saved in" in printed
    assert "No answer can hold the following." in printed
    assert "was: Submitted by: Women’s House Strelsau" in printed
    assert "She took no other drug" in str(read_answers(answers)[0].cases["C1"].text)


def test_a_file_without_edits_says_so(answers: Path, capsys: Capture) -> None:
    assert main(["merge", str(answers), str(answers.with_suffix(".docx"))]) == DONE

    assert "There is nothing to take over." in capsys.readouterr().out


def test_its_json_is_as_the_schema_says(answers: Path, capsys: Capture) -> None:
    word = _edited(answers, ("She used no other drug", "She took no other drug"))
    capsys.readouterr()

    assert main(["merge", str(answers), str(word), "--json", "--accept"]) == DONE

    report = json.loads(capsys.readouterr().out)
    assert list(faults(report, merge_schema())) == []
    assert [(edit["path"], edit["result"]) for edit in report["edits"]] == [("cases.C1.text", "taken")]
    assert report["differences"] == []


def test_another_file_is_refused_with_the_reason(answers: Path, tmp_path: Path, capsys: Capture) -> None:
    other = Path(shutil.copy(EXAMPLES / "ruritania-wgad.yaml", tmp_path / "c.yaml"))
    main(["build", str(other)])
    capsys.readouterr()

    assert main(["merge", str(answers), str(other.with_suffix(".docx"))]) == FAULT

    error = capsys.readouterr().err
    assert "this is a special-procedures/wgad-case document" in error
    assert "Give the answers file from which it was built." in error


# ---- names ----


@pytest.fixture
def named(answers: Path) -> Path:
    """The same answers, with a private file that holds the name of the woman in the case."""
    answers.write_text(f"{answers.read_text('utf-8')}\n{TIED}", "utf-8")
    cases = f"cases:\n  C1:\n    pseudonym: Person B\n    name: {NAME}\n"
    private_path(answers).write_text(f"format: 1\n{TIED}{cases}", "utf-8")
    private_path(answers).chmod(0o600)
    return answers


def test_a_real_name_that_a_colleague_typed_becomes_the_pseudonym(named: Path, capsys: Capture) -> None:
    word = _edited(named, ("She used no other drug", f"{NAME} used no other drug"))

    assert main(["merge", str(named), str(word), "--accept"]) == DONE

    assert "Person B used no other drug" in str(read_answers(named)[0].cases["C1"].text)
    assert "1 real name from the private file" in " ".join(capsys.readouterr().out.split())
    assert NAME not in named.read_text(encoding="utf-8")


def test_a_name_in_a_new_paragraph_does_not_get_into_the_answers(named: Path, capsys: Capture) -> None:
    def edit(word: WordDocument) -> None:
        add_after(having(word, "She used no other drug"), f"Ask {NAME.upper()} about it.")

    word = edited(Path(shutil.copy(named.with_suffix(".docx"), named.with_name("b.docx"))), edit)

    assert main(["merge", str(named), str(word), "--accept"]) == FAULT

    assert "goldfinch" not in named.read_text(encoding="utf-8").lower()
    assert read_content(word.read_bytes()).document.blocks  # the Word file stays as it is


def test_the_schema_refuses_what_is_no_edit() -> None:
    report = {
        "format": 1,
        "tool": {"name": "drafter", "version": "0"},
        "answers": "a.yaml",
        "file": "b.docx",
        "edits": [{"kind": "none", "origin": "", "path": "", "before": "", "after": "x", "result": "found"}],
        "differences": [],
        "comments": [],
        "names_hidden": 0,
    }

    assert list(faults(report, merge_schema()))
