"""``drafter build --comments``: which comments the Word file has."""

import json
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from tests.support.checkout import EXAMPLES
from tests.support.many_gaps import comments, controls, write_answers
from tests.support.ooxml import read

Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("options", "on_gaps", "on_remarks", "can_be_filled"),
    [
        ([], True, False, True),
        (["--comments", "gaps"], True, False, True),
        (["--comments", "all"], True, True, True),
        (["--comments", "none"], False, False, False),
    ],
)
def test_the_option_chooses_the_comments(
    tmp_path: Path, options: list[str], on_gaps: bool, on_remarks: bool, can_be_filled: bool
) -> None:
    file = write_answers(tmp_path)
    assert main(["build", str(file), *options]) == DONE
    data = file.with_suffix(".docx").read_bytes()
    said = "\n".join(text for _, text in comments(data)) if "word/comments.xml" in read(data) else ""
    assert ("Missing: summary of the main points." in said) == on_gaps
    assert ("Ruritania is not a real State." in said) == on_remarks
    assert bool(controls(data)) == can_be_filled


def test_a_final_version_cannot_be_asked_for_with_comments(tmp_path: Path, capsys: Out) -> None:
    file = write_answers(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["build", str(file), "--final", "--comments", "all"])
    assert ended.value.code == USAGE
    assert "a final version has no comments" in capsys.readouterr().err


def test_a_final_version_without_comments_may_be_asked_for(tmp_path: Path) -> None:
    file = write_answers(tmp_path)
    assert main(["build", str(file), "--final", "--comments", "none"]) == FAULT  # its answers are open
    complete = tmp_path / "complete.yaml"
    complete.write_bytes((EXAMPLES / "ruritania-upr-individual.yaml").read_bytes())
    assert main(["build", str(complete), "--final", "--comments", "none"]) == DONE


def test_another_choice_is_wrong_usage(tmp_path: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", str(write_answers(tmp_path)), "--comments", "some"])
    assert ended.value.code == USAGE
    assert "--comments" in capsys.readouterr().err


@pytest.mark.parametrize(("options", "choice"), [([], "gaps"), (["--comments", "none"], "none")])
def test_json_says_which_comments_the_file_has(
    tmp_path: Path, capsys: Out, options: list[str], choice: str
) -> None:
    assert main(["build", str(write_answers(tmp_path)), "--json", *options]) == DONE
    assert json.loads(capsys.readouterr().out)[0]["comments"] == choice


@pytest.mark.parametrize("output", [["-o", "a.txt"], ["--format", "html"]])
def test_only_a_word_file_can_have_comments(tmp_path: Path, capsys: Out, output: list[str]) -> None:
    file = write_answers(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["build", str(file), "--comments", "all", *output])
    assert ended.value.code == USAGE
    assert "only a Word file has comments" in capsys.readouterr().err
    assert main(["build", str(file), "-o", str(tmp_path / "a.txt")]) == DONE


def test_a_public_version_has_comments_too(tmp_path: Path) -> None:
    file = write_answers(tmp_path)
    assert main(["build", str(file), "--public"]) == DONE
    assert controls((tmp_path / "gaps-public.docx").read_bytes())
