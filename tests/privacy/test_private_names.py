"""Remarks on private details, from the answers to the screen: they give the place, never the detail."""

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.drafting.pipeline import draft_file
from drafter.interview.control_flow import Back
from drafter.markup.count import count_blocks, count_sections
from drafter.model.question import Question
from drafter.model.remark import Remark
from tests.support.files import parts
from tests.support.private_files import PRIVATE_ID, TIED
from tests.support.small_library import RULES, SHAPE, clause, write_library
from tests.support.submissions import ORGANISATION, section, submission

Out = pytest.CaptureFixture[str]
PRIVATE = (
    f"{TIED}cases:\n  C1: {{pseudonym: Mira, name: Canaria Goldfinch, passport: CANARY-4711, "
    "sister: Vera Will Green}\n"
)
AGREED = {"body": "yes", "government": "yes", "public": "yes", "given": "in writing"}
CASES = {"C1": {"pseudonym": "Mira", "age_group": "adult", "text": "She was held.", "consent": AGREED}}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return a function that writes an answers file of a given name, and its private file."""
    write_library(tmp_path)
    monkeypatch.chdir(tmp_path)

    def written(name: str = "a", **answers: Any) -> Path:
        file = submission(tmp_path, **({"cases": CASES, "private_id": PRIVATE_ID} | answers))
        (tmp_path / f"{name}.private.yaml").write_text(f"format: 1\n{PRIVATE}", "utf-8")
        return file.rename(tmp_path / f"{name}.yaml")

    return written


def remarks_with_code(file: Path, code: str) -> list[Remark]:
    """Return the remarks with this code on the draft of *file*."""
    return [remark for remark in draft_file(file).remarks if remark.code == code]


def test_a_part_of_a_name_is_a_warning_with_its_places_and_stops_no_build(write: Write, capsys: Out) -> None:
    own = [{"text": "Words."}, {"text": "We met Goldfinch."}]
    file = write(themes=section(own=own), title="Of Canaria")
    [remark] = remarks_with_code(file, "part-of-name-in-text")
    assert (remark.level, remark.place) == ("warning", "case C1 (Mira)")
    assert "the title and paragraph 2" in remark.text
    for command in (["build", str(file)], ["build", str(file), "--final"], ["preview", str(file), "--count"]):
        assert main(command) == DONE
        output = capsys.readouterr()
        printed = output.err + (output.out if command[0] == "preview" else "")
        assert "case C1 (Mira)" in printed
        assert "goldfinch" not in printed.casefold()


def test_ordinary_words_states_organisations_and_pseudonyms_have_no_remark(write: Write) -> None:
    organisation = {**ORGANISATION, "name": "Goldfinch House"}
    own = [{"text": "Will the State act? It will go green, as Goldfinch House says; so says Mira."}]
    file = write(themes=section(own=own, cases=["C1"]), organisations=[organisation])
    assert [one.code for one in draft_file(file).remarks if "name" in one.code] == []
    with_names = write("b", themes=section(own=[{"text": "We met Ms Green, and Will."}]))
    [remark] = remarks_with_code(with_names, "part-of-name-in-text")
    assert "paragraph 1" in remark.text


def test_a_name_that_is_only_in_the_file_properties_is_an_error(write: Write) -> None:
    file = write(keywords=["Goldfinch, Canaria"])
    assert "Goldfinch" in draft_file(file).draft.document.properties.keywords
    [remark] = remarks_with_code(file, "real-name-in-text")
    assert remark.level == "error"
    assert "the properties of the file" in remark.text


def test_the_name_of_the_word_file_is_checked_and_not_that_of_its_folder(
    write: Write, tmp_path: Path, capsys: Out
) -> None:
    file = write("canaria-goldfinch")
    assert [one.level for one in remarks_with_code(file, "real-name-in-file-name")] == ["error"]
    assert main(["build", str(file), "--final"]) == FAULT
    assert main(["build", str(file), "--final", "-o", "statement.docx"]) == DONE
    other = write("a")
    assert main(["build", str(other), "--final", "-o", "goldfinch-4.docx"]) == DONE
    assert main(["build", str(other), "--final", "-o", "CANARY4711.docx"]) == FAULT
    folder = tmp_path / "Canaria Goldfinch"
    folder.mkdir()
    assert main(["build", str(other), "--final", "-o", str(folder)]) == DONE
    capsys.readouterr()
    assert main(["build", "--json", str(other), "-o", "goldfinch-5.docx"]) == DONE
    [built] = json.loads(capsys.readouterr().out)
    levels = {one["code"]: one["level"] for one in built["remarks"]}
    assert levels["real-name-in-file-name"] == "warning"


def test_a_name_in_unprinted_answers_is_a_warning(write: Write) -> None:
    file = write(inactive={"themes": [{"heading": "Canaria Goldfinch"}]})
    [remark] = remarks_with_code(file, "real-name-in-answers")
    assert "inactive › themes › 1 › heading" in remark.text


def test_without_a_private_file_there_is_no_search(write: Write, tmp_path: Path) -> None:
    file = write(title="Canaria Goldfinch")
    assert remarks_with_code(file, "real-name-in-text") != []
    (tmp_path / "a.private.yaml").unlink()
    assert [one for one in draft_file(file).remarks if "name" in one.code] == []


def test_remarks_use_display_names(write: Write, tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Ask {{ body }}.", kind="concern", questions=["body"])})
    made = draft_file(write(themes=section("jails/a"), stand_for=["for"]))
    places = {one.code: one.place for one in made.remarks}
    assert places["theme-without-fact"] == "theme “Jails & prisons”"
    assert places["gap"] == "paragraph 1"
    assert places["position-unsaid"] == "position “We are for it”"


@pytest.mark.parametrize("command", [["build"], ["build", "--final", "--force"], ["preview"], ["check"]])
def test_every_command_with_remarks_uses_the_current_day(
    write: Write, capsys: Out, command: list[str]
) -> None:
    file = write(sign_off={"date": "2019-05-03"})
    assert main([*command, "--json", str(file)]) == DONE
    assert '"signed-long-ago"' in capsys.readouterr().out
    assert "signed-long-ago" not in [remark.code for remark in draft_file(file).remarks]


def test_the_listed_sections_add_up_to_the_document(write: Write, tmp_path: Path, capsys: Out) -> None:
    asked = "## To one\n\nfour words stand here\n\n## To two\n\nfour words again here\n"
    shape = f"{SHAPE}\n# Recommendations\n\n{asked}"
    write_library(tmp_path, rules=RULES, shape=shape)
    file = write(themes=section(own=[{"text": "Some words."}]))
    blocks = draft_file(file).draft.document.blocks
    assert sum(one.total for one in count_sections(blocks) if one.level < 2) == count_blocks(blocks)
    assert main(["preview", "--count", str(file)]) == DONE
    counted = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Recommendations", "13"] in counted
    assert ["To", "two", "6"] in counted


# ---- real names in the Word file ----


def named(write: Write, tmp_path: Path, **answers: Any) -> Path:
    """Return answers with a case, for a document that may use real names."""
    brief = {**RULES["documents"]["brief"], "real_names": True, "consent": ["government"]}
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}})
    return write(**({"themes": section(own=[{"text": "Words."}], cases=["C1"])} | answers))


def test_a_real_name_in_the_word_file_has_a_remark_and_only_the_owner_can_read_the_file(
    write: Write, tmp_path: Path, capsys: Out
) -> None:
    file = named(write, tmp_path)
    word = file.with_suffix(".docx")
    assert main(["build", str(file), "--real-names"]) == DONE
    printed = capsys.readouterr().err
    assert "case C1 (Mira): This file has the real name." in printed
    assert "Goldfinch" not in printed
    assert stat.S_IMODE(word.stat().st_mode) == 0o600
    word.chmod(0o644)
    assert main(["build", str(file), "--real-names"]) == DONE
    assert stat.S_IMODE(word.stat().st_mode) == 0o600
    capsys.readouterr()
    assert main(["preview", str(file)]) == DONE
    shown = " ".join(capsys.readouterr().out.split())
    first_group = shown.split("Correct or decide first")[1].split("Please check")[0]
    assert "The Word file may have the real name" in first_group
    assert "Decide before you build." in first_group
    assert "Goldfinch" not in shown


def test_without_a_real_name_there_is_no_note_and_the_file_mode_is_the_usual_one(
    write: Write, tmp_path: Path, capsys: Out
) -> None:
    refused = {**CASES["C1"], "consent": {**AGREED, "government": "no"}}
    without_name: list[dict[str, Any]] = [
        {"themes": section(own=[{"text": "Words."}])},
        {"cases": {"C1": refused}},
    ]
    for answers in without_name:
        file = named(write, tmp_path, **answers)
        assert main(["build", str(file)]) == DONE
        assert "real name" not in capsys.readouterr().err
        file.unlink()
        (tmp_path / "a.private.yaml").unlink()
    plain = tmp_path / "plain.txt"
    plain.write_text("", "utf-8")
    other = write("b")
    assert main(["build", str(other)]) == DONE
    assert other.with_suffix(".docx").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("command", ["build", "roster"])
def test_a_whole_real_name_stops_a_draft_and_a_sign_on_sheet(
    write: Write, tmp_path: Path, capsys: Out, command: str
) -> None:
    file = write(title="The case of Canaria Goldfinch")
    before = sorted(tmp_path.iterdir())
    for options in ([], ["--force"], ["--json"]):
        assert main([command, str(file), *options]) == FAULT
        output = capsys.readouterr()
        printed = output.out + output.err
        assert "case C1 (Mira)" in printed
        assert "the title" in printed
        assert "Write the pseudonym instead" in printed
        assert "Goldfinch" not in printed
        assert sorted(tmp_path.iterdir()) == before


def test_a_whole_real_name_as_file_name_stops_a_draft_and_a_sign_on_sheet(
    write: Write, tmp_path: Path, capsys: Out
) -> None:
    file = write()
    for command in ("build", "roster"):
        assert main([command, str(file), "-o", "canaria-goldfinch.docx"]) == FAULT
        assert "The file name shows who the person is" in capsys.readouterr().err
    assert list(tmp_path.glob("*.docx")) == []


def test_one_ordinary_word_of_the_private_file_stops_no_draft(
    write: Write, tmp_path: Path, capsys: Out
) -> None:
    file = write(title="Words of sisters")
    (tmp_path / "a.private.yaml").write_text(
        f"{TIED}cases:\n  C1: {{pseudonym: Mira, name: Canaria Goldfinch, papers: [sisters]}}\n"
    )
    assert main(["build", str(file)]) == DONE
    assert "is in the title" in capsys.readouterr().err
    assert main(["build", str(file), "--final"]) == FAULT
    assert main(["roster", str(file)]) == DONE


# ---- faults of the private file ----


@pytest.mark.parametrize(
    ("private", "place", "words"),
    [
        ("  C1: {nam: Canaria Goldfinch}", "line 3", "'nam' is not read as the name"),
        ("  C1: {Name: Canaria Goldfinch}", "line 3", "'name' is not read as the name"),
        ("  C1:\n    name: [Canaria, Goldfinch]", "line 4", "The name must be one text, not a list"),
        ("  C1:\n    name: {first: Canaria}", "line 4", "The name must be one text, not keys with values"),
        ("  C1: [Canaria Goldfinch]", "line 3", "This should be a name, not a list"),
        ("  C2: {name: Canaria Goldfinch}", "line 3", "The answers have no case C2"),
        ("  Canaria: {name: Goldfinch}", "line 3", "The answers have no case with this key"),
    ],
)
def test_a_fault_of_the_private_file_is_a_warning_without_its_content(
    write: Write, tmp_path: Path, capsys: Out, private: str, place: str, words: str
) -> None:
    file = write()
    (tmp_path / "a.private.yaml").write_text(f"{TIED}cases:\n{private}\n", "utf-8")
    [remark] = remarks_with_code(file, "private-file")
    assert (remark.level, remark.text.startswith(words)) == ("warning", True)
    assert remark.place == f"{tmp_path / 'a.private.yaml'}, {place}"
    assert main(["build", str(file)]) == DONE
    printed = capsys.readouterr().err
    assert words in printed
    assert not {"canaria", "goldfinch"} & set(printed.casefold().replace(",", " ").split())


def test_a_private_file_without_faults_has_no_remark(write: Write, tmp_path: Path) -> None:
    file = write()
    assert remarks_with_code(file, "private-file") == []
    (tmp_path / "a.private.yaml").write_text(
        f"{TIED}cases:\n  C1: {{pseudonym: Mira, name: Canaria Goldfinch}}\n", "utf-8"
    )
    assert remarks_with_code(file, "private-file") == []


def test_a_private_file_that_others_can_read_becomes_private(write: Write, tmp_path: Path) -> None:
    file, private = write(), tmp_path / "a.private.yaml"
    private.chmod(0o644)
    assert remarks_with_code(file, "private-file") == []
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


# ---- the question before a build ----


@pytest.mark.parametrize(("answer", "is_printed"), [(True, True), (False, False), (None, False)])
def test_in_a_terminal_drafter_asks_before_it_prints_a_real_name(
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Out,
    answer: bool | None,
    is_printed: bool,
) -> None:
    file = named(write, tmp_path)
    asked: list[Question] = []

    def ask(question: Question, _: object) -> bool | None:
        asked.append(question)
        if answer is None:
            raise Back
        return answer

    monkeypatch.setattr("drafter.cli.yes_or_no.asker", lambda **_: (ask, ""))
    monkeypatch.setattr("drafter.cli.ask_names.is_at_terminal", lambda: True)
    assert main(["build", str(file)]) == DONE
    [question] = asked
    assert question.text == "Print the real name of case C1 (Mira) in the file?"
    assert question.default is False
    assert ("Goldfinch" in parts(file.with_suffix(".docx"))["word/document.xml"]) is is_printed
    printed = capsys.readouterr().err
    assert "The Word file may have the real name" not in printed, "that is decided"
    assert ("This file has the real name." in printed) is is_printed


def test_a_public_version_with_names_is_wrong_usage(write: Write, tmp_path: Path) -> None:
    file = named(write, tmp_path)
    with pytest.raises(SystemExit):
        main(["build", str(file), "--real-names", "--public"])
