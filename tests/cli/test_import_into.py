"""``drafter import`` into answers and into the store, and the way of the wording to the Word file."""

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.load import read_answers
from drafter.cli import DONE, FAULT, USAGE, main
from drafter.drafting.pipeline import draft_file
from drafter.recommendation_store.database import open_store, store_file
from drafter.recommendation_store.read import search
from tests.support.import_files import thematic_list
from tests.support.submissions import submission, texts
from tests.support.terminal import ENTER, SPACE, Terminal

WORDINGS = (
    "Close all compulsory drug detention centres",
    "Ensure – without delay – “access” to opioid * treatment (methadone) & care",
    "Train judges_and_prosecutors on [alternatives] to prison",
)
Out = pytest.CaptureFixture[str]


@pytest.fixture
def downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder with a thematic list on Ruritania; return the list."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "80")
    rows = [
        [f"120.{number} {text} (Portugal);\nSource of Position: A/HRC/48/12/Add.1", "Supported", "", ""]
        for number, text in enumerate(WORDINGS, 1)
    ]
    return thematic_list(tmp_path / "list.docx", rows)


def answers(folder: Path, **more: Any) -> Path:
    """Write answers to the table of a review of Ruritania."""
    return submission(folder, document="upr/matrix", state="XRU", **more)


def wordings(file: Path) -> list[str | None]:
    """Return the texts of the earlier recommendations in *file*."""
    return [row.text for row in read_answers(file)[0].earlier]


def test_all_goes_into_the_answers_and_from_there_letter_for_letter_into_the_document(
    downloaded: Path, tmp_path: Path, capsys: Out
) -> None:
    file = answers(tmp_path)
    assert main(["import", str(downloaded), "--into", str(file), "--all"]) == DONE
    assert "3 added." in capsys.readouterr().out
    assert wordings(file) == list(WORDINGS)
    [table] = [text for text in texts(draft_file(file)) if WORDINGS[0] in text]
    assert all(f"{wording} (Portugal)" in table for wording in WORDINGS)


def test_only_the_numbers_that_are_named_go_in(downloaded: Path, tmp_path: Path) -> None:
    file = answers(tmp_path)
    assert (
        main(["import", "list.docx", "--into", str(file), "--number", "120.3", "--number", "120.1"]) == DONE
    )
    assert wordings(file) == [WORDINGS[0], WORDINGS[2]]


def test_with_words_only_those_that_have_them_go_in(downloaded: Path, tmp_path: Path) -> None:
    file = answers(tmp_path)
    assert main(["import", "list.docx", "--into", str(file), "--search", "judges", "--all"]) == DONE
    assert wordings(file) == [WORDINGS[2]]


def test_a_number_that_the_file_does_not_have_changes_nothing(
    downloaded: Path, tmp_path: Path, capsys: Out
) -> None:
    file = answers(tmp_path)
    before = file.read_bytes()
    assert main(["import", "list.docx", "--into", str(file), "--number", "120.1", "--number", "9"]) == FAULT
    assert "no recommendation 9" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_answers_that_are_not_there_are_not_begun(downloaded: Path, capsys: Out) -> None:
    assert main(["import", "list.docx", "--into", "none.yaml", "--all"]) == FAULT
    assert "there is no such answers file" in capsys.readouterr().err
    assert not Path("none.yaml").exists()


def test_without_a_terminal_somebody_has_to_say_which(downloaded: Path, tmp_path: Path, capsys: Out) -> None:
    file = answers(tmp_path)
    assert main(["import", "list.docx", "--into", str(file)]) not in (DONE, USAGE)
    assert "--all" in capsys.readouterr().err
    assert wordings(file) == []


def test_a_wording_of_ones_own_is_shown_beside_the_official_one(
    downloaded: Path, tmp_path: Path, capsys: Out
) -> None:
    file = answers(tmp_path, earlier=[{"text": "Close the camps", "paragraph": "120.1"}])
    assert main(["import", "list.docx", "--into", str(file), "--all"]) == FAULT
    out = capsys.readouterr().out
    assert "120.1: your wording differs" in out
    assert "Close the camps" in out
    assert WORDINGS[0] in out
    assert wordings(file) == ["Close the camps", *WORDINGS[1:]]


def test_all_goes_into_the_store_once(downloaded: Path, capsys: Out) -> None:
    assert main(["import", "list.docx", "--library"]) == DONE
    assert "3 new." in capsys.readouterr().out
    assert main(["import", "list.docx", "--library"]) == DONE
    assert "3 in your store already." in capsys.readouterr().out
    with open_store(store_file()) as store:
        assert {each.recommendation.text for each in search(store).shown} == set(WORDINGS)


def test_check_compares_a_typed_wording_with_the_store(downloaded: Path, tmp_path: Path) -> None:
    file = answers(tmp_path, earlier=[{"text": "Close the camps", "paragraph": "120.1"}])
    assert "wording-differs" not in {remark.code for remark in draft_file(file).remarks}
    main(["import", "list.docx", "--library"])
    [remark] = [remark for remark in draft_file(file).remarks if remark.code == "wording-differs"]
    assert remark.text.startswith("120.1: your wording differs.")
    assert WORDINGS[0] in remark.text
    answers(tmp_path, earlier=[{"text": f"{WORDINGS[0]}.", "paragraph": "120.1"}])
    assert "wording-differs" not in {remark.code for remark in draft_file(file).remarks}


def test_recommendations_to_another_state_are_refused(downloaded: Path, tmp_path: Path, capsys: Out) -> None:
    file = submission(tmp_path, document="upr/matrix", state="NOR")
    assert main(["import", "list.docx", "--into", str(file), "--all"]) == FAULT
    assert "recommendations to Ruritania, and the answers are about Norway" in capsys.readouterr().err
    assert wordings(file) == []


def test_of_a_file_on_several_states_only_those_to_the_state_of_the_answers_are_taken(
    downloaded: Path, tmp_path: Path
) -> None:
    table = "State under review,Number,Text,Recommending States\nTurkey,1.1,Open clinics,Chad\n"
    Path("all.csv").write_text(f"{table}Ruritania,1.2,Close the camps,Chad\n", "utf-8")
    file = submission(tmp_path, document="upr/matrix", state="Türkiye")
    assert main(["import", "all.csv", "--into", str(file), "--all"]) == DONE
    assert wordings(file) == ["Open clinics"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--into", "a.yaml", "--library"], "use --into or --library, not both"),
        (["--all"], "--number and --all need --into"),
        (["--number", "120.1"], "--number and --all need --into"),
    ],
)
def test_options_that_do_not_go_together(
    downloaded: Path, capsys: Out, options: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["import", "list.docx", *options])
    assert stopped.value.code == USAGE
    assert message in capsys.readouterr().err


@pytest.mark.seconds(60)
def test_at_a_terminal_the_user_picks(downloaded: Path, tmp_path: Path) -> None:
    file = answers(tmp_path)
    command = f"{sys.executable} -m drafter import list.docx --into {file.name}"
    with closing(Terminal(tmp_path, command, XDG_DATA_HOME=str(tmp_path / "data"))) as terminal:
        terminal.see("Which of them do you want to use?")
        terminal.press(SPACE, ENTER)
        terminal.see("1 added.")
    assert wordings(file) == [WORDINGS[0]]
