"""A real name belongs to one submission and one pseudonym: another person's story never gets it."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.store import Store
from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.errors import DrafterError
from drafter.interview.flow import questions
from drafter.model.answers import GONE
from drafter.privacy.private_file import (
    UntiedPrivateFile,
    find_private_file,
    private_file_faults,
    private_path,
)
from drafter.yaml_text import read_yaml
from tests.support.josef import ANSWERS, NAME
from tests.support.private_files import secrets_of
from tests.support.script import LIBRARY
from tests.support.trees import data_of

MADE_WITH = "drafter under test"
Out = pytest.CaptureFixture[str]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Answers with the case of Josef, whose real name drafter does not have."""
    file = tmp_path / "s.yaml"
    file.write_text(ANSWERS, "utf-8")
    return file


def leave_over(answers: Path, text: str = f"format: 1\ncases:\n  C1:\n    name: {NAME}\n") -> Path:
    """Write a private file of an earlier submission beside *answers*, and return its path."""
    file = private_path(answers)
    file.write_text(text, "utf-8")
    return file


def with_name(answers: Path) -> Path:
    """Give the case of *answers* its real name, as the interview does, and return the private file."""
    store = Store.open(answers, MADE_WITH)
    store.set(("private", "cases", "C1", "name"), NAME)
    return store.private_path


def text_of(word: Path) -> str:
    """Return all parts of a Word file as one text."""
    with zipfile.ZipFile(word) as archive:
        return " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def data(file: Path) -> Any:
    """Return the values in *file*."""
    return read_yaml(file.read_text("utf-8"), file.name)


# ---- private files of other answers or other people ----


@pytest.mark.parametrize("command", [["build"], ["preview"], ["build", "--final"]])
def test_a_left_over_private_file_is_refused_and_the_fault_names_both_files(
    answers: Path, command: list[str], capsys: Out
) -> None:
    private = leave_over(answers)

    assert main([*command, str(answers)]) == FAULT

    output = capsys.readouterr()
    assert str(private) in output.err
    assert str(answers) in output.err
    assert "Canaria" not in output.out + output.err
    assert not answers.with_suffix(".docx").exists()


@pytest.mark.parametrize(
    ("private", "fault"),
    [
        (
            "private_id: '111111111111'\ncases:\n  C1: {pseudonym: Josef, name: X Y}\n",
            "belongs to other answers",
        ),
        (
            "private_id: 'ID'\ncases:\n  C1: {pseudonym: Karl, name: X Y}\n",
            "this pseudonym is not the one",
        ),
        (
            "private_id: 'ID'\ncases:\n  C1: {name: X Y}\n",
            "there is no pseudonym that says whose name this is",
        ),
        ("private_id: 'ID'\ncases:\n  C1: X Y\n", "there is no pseudonym that says whose name this is"),
        ("cases:\n  C1: {pseudonym: Josef, name: X Y}\n", "does not say that it belongs to"),
    ],
)
def test_a_name_that_may_belong_to_another_person_is_refused(answers: Path, private: str, fault: str) -> None:
    with_name(answers)
    leave_over(answers, private.replace("ID", data(answers)["private_id"]))

    with pytest.raises(DrafterError, match=fault) as refused:
        draft_file(answers, names=True)
    with pytest.raises(DrafterError, match=fault):
        Store.open(answers, MADE_WITH)

    assert "X Y" not in str(refused.value)
    assert str(private_path(answers)) in str(refused.value)


def test_a_pseudonym_with_other_spaces_means_the_same_person(answers: Path) -> None:
    private = with_name(answers)
    private.write_text(private.read_text("utf-8").replace("Josef", "'  Josef '"), "utf-8")

    assert secrets_of(answers) == {"C1": {"name": NAME}}


def test_a_left_over_private_file_beside_answers_without_a_case_is_a_warning(answers: Path) -> None:
    leave_over(answers)
    answers.write_text(re.sub(r"    cases: \[C1\]\n|cases:\n(  .*\n)+", "", ANSWERS), "utf-8")

    [remark] = [one for one in draft_file(answers).remarks if one.code == "private-file-left-over"]

    assert remark.level == "warning"


def test_no_interview_begins_beside_a_left_over_private_file(tmp_path: Path) -> None:
    new = tmp_path / "s.yaml"
    private = leave_over(new)

    with pytest.raises(UntiedPrivateFile) as refused:
        Store.open(new, MADE_WITH)

    assert refused.value.file == private
    assert not new.exists()


def test_both_files_can_be_tied_together_on_request(answers: Path) -> None:
    private = leave_over(answers, f"# hers\ncases:\n  C1:\n    name: {NAME}  # as in the passport\n")

    store = Store.open(answers, MADE_WITH, tie=True)

    assert data(answers)["private_id"] == data(private)["private_id"] != ""
    assert data(private)["cases"]["C1"] == {"pseudonym": "Josef", "name": NAME}
    assert private.read_text("utf-8").startswith("# hers\n")
    assert "# as in the passport" in private.read_text("utf-8")
    assert data_of(store)["private"]["cases"]["C1"]["name"] == NAME
    assert draft_file(answers, names=True).named == {"C1"}


# ---- one interview changes both files ----


def test_a_name_is_saved_with_its_pseudonym_and_follows_it(answers: Path) -> None:
    private = with_name(answers)
    assert data(private)["cases"] == {"C1": {"pseudonym": "Josef", "name": NAME}}

    Store.open(answers, MADE_WITH).set(("cases", "C1", "pseudonym"), "Karl")

    assert data(private)["cases"]["C1"]["pseudonym"] == "Karl"
    assert secrets_of(answers) == {"C1": {"name": NAME}}


def test_the_private_file_is_deleted_with_its_last_case(answers: Path) -> None:
    private = with_name(answers)
    store = Store.open(answers, MADE_WITH)

    store.change([(("themes", 0, "cases"), []), (("cases", "C1"), GONE), (("private", "cases", "C1"), GONE)])

    assert not private.exists()
    assert "private_id" not in data(answers)


def test_a_private_file_with_other_keys_is_kept(answers: Path) -> None:
    private = with_name(answers)
    private.write_text(private.read_text("utf-8") + "lawyer: Vera Vogel\n", "utf-8")
    store = Store.open(answers, MADE_WITH)

    store.change([(("themes", 0, "cases"), []), (("cases", "C1"), GONE), (("private", "cases", "C1"), GONE)])

    assert data(private)["lawyer"] == "Vera Vogel"
    assert NAME not in private.read_text("utf-8")
    assert data(answers)["private_id"] == data(private)["private_id"]


def test_the_key_of_a_case_removed_by_hand_is_not_used_again(answers: Path) -> None:
    with_name(answers)
    answers.write_text(
        re.sub(r"    cases: \[C1\]\n|cases:\n(  .*\n)+", "", answers.read_text("utf-8")), "utf-8"
    )
    store = Store.open(answers, MADE_WITH)

    question = next(
        question
        for question in questions(store.answers, LIBRARY)
        if question.path[-1] == "theme/compulsory-treatment"
    )
    store.change(question.changes(store.answers, "case", LIBRARY))

    assert list(data_of(store)["cases"]) == ["C2"]


def test_a_new_person_under_an_old_key_does_not_get_the_old_name(answers: Path) -> None:
    private = with_name(answers)
    answers.write_text(
        re.sub(r"    cases: \[C1\]\n|cases:\n(  .*\n)+", "", answers.read_text("utf-8")), "utf-8"
    )
    store = Store.open(answers, MADE_WITH)

    with pytest.raises(DrafterError, match="this name may not belong to the person"):
        store.change([(("cases", "C1"), {"pseudonym": "Ana"})])

    assert data(private)["cases"]["C1"]["pseudonym"] == "Josef"
    assert "cases" not in data(answers)


def test_carried_over_answers_have_a_private_file_of_their_own(answers: Path) -> None:
    with_name(answers)
    new = answers.with_name("b.yaml")
    document = "special-procedures/communication"

    arguments = ["--from", str(answers), "--document", document, "--no-input", "--with-people"]
    assert main(["new", str(new), *arguments]) == DONE

    assert data(new)["private_id"] != data(answers)["private_id"]
    assert data(private_path(new))["private_id"] == data(new)["private_id"]
    assert secrets_of(new) == secrets_of(answers)


def test_a_file_is_not_carried_over_into_itself(answers: Path, capsys: Out) -> None:
    same = answers.with_name("new.yaml")

    assert main(["new", str(same), "--from", str(same), "--document", "upr/joint", "--no-input"]) == FAULT

    assert not same.exists()


# ---- renamed, moved, linked ----


def test_renamed_answers_still_find_their_private_file(answers: Path, capsys: Out) -> None:
    with_name(answers)
    with_leak = answers.rename(answers.with_name("renamed.yaml"))
    Store.open(with_leak, MADE_WITH).set(("title",), f"The case of {NAME}")
    refused = with_leak.read_text("utf-8").replace('government: "yes"', 'government: "no"')
    with_leak.write_text(refused, "utf-8")

    assert main(["build", str(with_leak)]) == FAULT

    assert "is in the title" in capsys.readouterr().err


def test_a_missing_private_file_is_an_error(answers: Path, capsys: Out) -> None:
    with_name(answers).unlink()

    assert main(["build", str(answers)]) == DONE
    assert "cannot search the text for real names" in capsys.readouterr().err
    assert main(["build", str(answers), "--final"]) == FAULT
    assert "cannot search the text for real names" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["c.yml", "c.txt"])
def test_files_with_different_endings_have_different_private_files(answers: Path, name: str) -> None:
    yaml, other = (answers.with_name(one) for one in ("c.yaml", name))
    assert private_path(yaml) != private_path(other)
    assert private_path(other).name.endswith(".private.yaml")


def test_a_link_to_the_answers_finds_the_private_file_beside_them(answers: Path, tmp_path: Path) -> None:
    private = with_name(answers)
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "s.yaml"
    link.symlink_to(answers)

    path = find_private_file(link, data(answers)["private_id"])

    assert path == private
    assert draft_file(link, names=True).named == {"C1"}


def test_an_unreadable_private_file_does_not_hide_another_one(answers: Path) -> None:
    with_name(answers)
    answers.with_name("broken.private.yaml").write_text("cases: [\n", "utf-8")
    moved = answers.rename(answers.with_name("t.yaml"))

    assert secrets_of(moved) == {"C1": {"name": NAME}}


def test_a_copy_does_not_take_the_place_of_the_private_file_beside_the_answers(answers: Path) -> None:
    private = with_name(answers)
    answers.with_name("a.private.yaml").write_text(
        private.read_text("utf-8").replace(NAME, "Vera Vogel"), "utf-8"
    )
    assert find_private_file(answers, data(answers)["private_id"]) == private
    assert secrets_of(answers) == {"C1": {"name": NAME}}


def test_of_several_private_files_with_the_same_id_the_first_by_name_is_used(answers: Path) -> None:
    """Otherwise the order of the folder would decide, which differs from computer to computer."""
    text = with_name(answers).read_text("utf-8")
    private_path(answers).unlink()
    names = [f"{letter}.private.yaml" for letter in "tgkbxmqdzf"]
    for name in names:
        answers.with_name(name).write_text(text, "utf-8")
    assert find_private_file(answers, data(answers)["private_id"]) == answers.with_name(min(names))


def test_a_fault_of_a_private_file_repeats_only_keys_of_cases(tmp_path: Path) -> None:
    """Any other key may be a name."""
    file = tmp_path / "a.private.yaml"
    keys = ("C7", "C100", "AB123", "C1000", "ABC1", "Canaria", "c1")
    file.write_text("cases:\n" + "".join(f"  {key}: {{name: Z}}\n" for key in keys), "utf-8")
    file.chmod(0o600)
    said = " ".join(f"{fault.fault} {fault.remedy}" for fault in private_file_faults(file, ["C1"]))
    assert [key for key in keys if key in said.split()] == ["C7", "C100", "AB123"]


# ---- git ----


@pytest.mark.parametrize("begin", [lambda file: Store.open(file, MADE_WITH), with_name])
def test_git_ignores_private_files_before_the_first_answer(
    tmp_path: Path, begin: Callable[[Path], object]
) -> None:
    (tmp_path / ".git").mkdir()
    ignore = tmp_path / ".gitignore"
    ignore.write_text("*.docx\n", "utf-8")
    ignore.chmod(0o644)

    begin(tmp_path / "new.yaml")

    assert ignore.read_text("utf-8") == "*.docx\n*.private.yaml*\n"
    assert ignore.stat().st_mode & 0o777 == 0o644
