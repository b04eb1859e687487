"""Private details outside the text of a case: in the letterhead, in other answers, on the command line."""

from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, USAGE, main
from drafter.privacy.private_file import private_path
from tests.support.letterhead import letterhead
from tests.support.people import NAME, case, letter, remarks

Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "options", "status"),
    [
        (f"Case of {NAME}", ["--public"], FAULT),
        ("CANARY-4711", [], FAULT),
        (f"Case of {NAME}", ["--real-names"], DONE),
        (f"Case of {NAME}", [], FAULT),
        ("House of Examples", ["--public"], DONE),
    ],
)
def test_a_letterhead_is_searched_like_the_text(
    tmp_path: Path, capsys: Out, words: str, options: list[str], status: int
) -> None:
    letterhead(tmp_path, words)
    file = letter(tmp_path, {"consent_to_send": "yes", "consent_to_publish": "no"})

    assert main(["build", str(file), *options]) == status

    printed = capsys.readouterr().err
    assert ("the letterhead has something from the private file" in printed) == (status == FAULT)
    assert NAME not in printed
    assert bool(list(tmp_path.glob("*.docx"))) == (status == DONE)


@pytest.mark.parametrize("answer", ["no", "not-asked"])
def test_mentioning_a_person_whose_case_stays_out_is_an_error(tmp_path: Path, answer: str) -> None:
    file = letter(tmp_path, case_tree=case(consent={"government": answer}))

    [remark] = remarks(file, "case-told-in-details")

    assert remark.level == "error"
    assert main(["build", str(file), "--public"]) == FAULT
    assert main(["build", str(file), "--final"]) == FAULT


def test_a_person_who_agrees_may_be_mentioned_in_other_answers(tmp_path: Path) -> None:
    assert remarks(letter(tmp_path), "case-told-in-details") == []


@pytest.mark.parametrize("answer", ["no", "not-asked", None])
def test_no_public_version_is_built_without_consent_to_send(
    tmp_path: Path, capsys: Out, answer: str | None
) -> None:
    file = letter(tmp_path, {"consent_to_send": answer, "consent_to_publish": "no"})

    assert main(["build", str(file), "--public"]) == FAULT

    assert "there is no public version" in capsys.readouterr().err


def test_no_public_version_is_built_without_the_private_file(tmp_path: Path) -> None:
    file = letter(tmp_path)
    private_path(file).unlink()

    assert main(["build", str(file), "--public"]) == FAULT
    assert main(["build", str(file)]) == DONE


def test_a_name_with_a_space_on_the_command_line_is_not_printed(tmp_path: Path, capsys: Out) -> None:
    file = letter(tmp_path)

    with pytest.raises(SystemExit) as end:
        main(["new", str(file), "--no-input", "--set", "private.cases.C1.name", *NAME.split()])

    assert end.value.code == USAGE
    printed = capsys.readouterr().err
    assert "Put quotation marks" in printed
    assert not set(NAME.split()) & set(printed.replace("'", " ").split())
