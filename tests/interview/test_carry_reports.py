"""What ``drafter new --from`` reports, and which faults stop it before it writes a file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.answers.load import read_answers
from drafter.cli import FAULT, main
from drafter.drafting.carry_over import carry
from drafter.interview.flow import questions
from drafter.interview.overview import seldom
from tests.support.files import data
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at, keys, working

Out = pytest.CaptureFixture[str]


def write(folder: Path, of: str = "upr/joint", **more: Any) -> Path:
    """Write rich answers to the document *of*, replaced by *more* where it has the same key."""
    file = folder / "a.yaml"
    answers = {**rich(of), **more}
    file.write_text(yaml.safe_dump(answers, sort_keys=False, allow_unicode=True), "utf-8")
    return file


def carry_over(origin: Path, document: str, status: int = 0) -> Path:
    """Carry *origin* over to *document* and return the new file."""
    file = origin.with_name("b.yaml")
    arguments = ["--from", str(origin), "--document", document, "--no-input", "--with-people"]
    assert main(["new", str(file), *arguments]) == status
    return file


def test_everything_that_is_not_carried_over_is_reported_with_its_place(tmp_path: Path, capsys: Out) -> None:
    file = carry_over(write(tmp_path), "ccpr/list-of-issues")
    output = capsys.readouterr().out
    for words in (
        "From ", ": 2 organisations, 4 facts, 2 cases, 2 themes.",
        "the title “A title for upr/joint”", "the summary “The summary for upr/joint.”",
        "the closing paragraph",
        "your own recommendation “Publish table 0 each year.” in “Compulsory treatment",
        "your answer to “Which cycle of the UPR is it?”",
        "with your own wording",
        "the consent of case C1: it was given for the other document", "the date of signing",
        "“May the submission be published with the names of all who submit it?”: that was answered",
    ):  # fmt: skip
        assert words in output, words
    kept = str(data(file)["inactive"])
    for words in ("A title for upr/joint", "Publish table 0 each year.", "cycle of upr/joint", "[^F3]"):
        assert words in kept
    assert "her sister" not in kept
    assert "2026-03-14" not in file.read_text("utf-8")


def test_headings_and_paragraphs_of_the_author_are_carried_over(tmp_path: Path) -> None:
    after = read_answers(carry_over(write(tmp_path), "ccpr/list-of-issues"))[0]
    assert [section.heading for section in after.themes] == ["Heading 0", "Heading 1"]
    assert [own.text for section in after.themes for own in section.own] == ["A paragraph.", "A paragraph."]


def test_title_summary_and_closing_are_carried_over_within_the_same_review(tmp_path: Path) -> None:
    after = read_answers(carry_over(write(tmp_path), "upr/individual"))[0]
    assert (after.title, after.summary) == ("A title for upr/joint", "The summary for upr/joint.")
    assert after.closing == "The last word for upr/joint."
    assert (after.details["session"], after.details["cycle"]) == (
        "session of upr/joint",
        "cycle of upr/joint",
    )
    assert "names_public" not in after.details
    assert [own.kind for own in after.themes[0].own] == ["recommendation", "paragraph", "recommendation"]


def test_a_clause_that_the_library_does_not_have_is_put_aside_and_reported(
    tmp_path: Path, capsys: Out
) -> None:
    sections = rich("upr/joint")["themes"]
    sections[0]["clauses"].append("recovery/nowhere")
    file = carry_over(write(tmp_path, themes=sections), "upr/individual")
    assert "the clause recovery/nowhere, which is not in the library" in capsys.readouterr().out
    assert "recovery/nowhere" in str(data(file)["inactive"]["removed"])
    assert "recovery/nowhere" not in str(data(file)["themes"])


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"details": {"session": ["a", "list"]}}, "text is expected"),
        ({"details": {"names_public": "perhaps"}}, "is not one of the choices"),
        ({"state": "Nowhere"}, "there is no State 'Nowhere'"),
        ({"themes": [{"theme": "nothing"}]}, "there is no theme 'nothing'"),
    ],
)
def test_faults_of_the_old_file_are_reported_before_a_new_file_is_written(
    tmp_path: Path, capsys: Out, more: dict[str, Any], words: str
) -> None:
    origin = write(tmp_path, **more)
    file = carry_over(origin, "ccpr/list-of-issues", FAULT)
    output = " ".join(capsys.readouterr().err.split())
    assert words in output
    assert "a.yaml, line" in output
    assert not file.exists()


def test_a_file_that_names_no_document_can_be_carried_over(tmp_path: Path) -> None:
    origin = write(tmp_path, document=None)
    assert read_answers(carry_over(origin, "upr/joint"))[0].title == "A title for upr/joint"


def test_a_closed_gate_of_the_new_document_is_reported(tmp_path: Path, capsys: Out) -> None:
    lead = {**rich("upr/joint")["organisations"][0], "ecosoc": "none"}
    carry_over(write(tmp_path, organisations=[lead]), "hrc/written-statement")
    output = " ".join(capsys.readouterr().out.split())
    gate = next(
        gate for gate in LIBRARY.document("hrc/written-statement").rules.gates if gate.of == "lead.ecosoc"
    )
    assert f"! {' '.join(gate.says.split())}"[:60] in output


def test_what_the_old_file_left_open_stays_open_and_can_be_set(tmp_path: Path, capsys: Out) -> None:
    file = carry_over(write(tmp_path), "ccpr/list-of-issues")
    after = data(file)
    unasked = after["interview"]["unasked"]
    output = " ".join(capsys.readouterr().out.split())
    assert f"left {len(unasked)} questions without an answer. They stay open" in output
    path = ("sources", "S1", "publisher")
    assert "publisher" not in after["sources"]["S1"]
    question = next(item for item in questions(working(after), LIBRARY) if item.path == path)
    assert not question.automatic
    assert "sources.S1.publisher" in unasked
    shown = seldom(working(after), QUESTIONS).question.choices
    assert "sources.S1.publisher" in [choice.value for choice in shown]
    command = ["new", str(file), "--no-input", "--set", "sources.S1.publisher=A union"]
    assert main(command) == 0
    assert at(data(file), path) == "A union"


def test_an_answer_not_known_yet_is_carried_over_as_not_known_yet(tmp_path: Path) -> None:
    earlier = [{"text": "Decriminalise possession", "document": "CEDAW/C/KGZ/CO/5", "evidence": None}]
    origin = write(tmp_path, "cedaw/alternative-report", earlier=earlier)
    file = carry_over(origin, "cedaw/list-of-issues")
    assert data(file)["earlier"] == earlier
    assert data(file)["organisations"][0]["acronym"] is None
    assert data(file)["sign_off"]["name"] is None
    assert main(["build", str(file)]) == 0


def test_answers_put_aside_for_one_document_are_carried_over_to_another() -> None:
    """A report that begins with a matrix has the themes that the matrix leaves out."""
    matrix: Any = carry(rich("upr/joint"), "upr/matrix", LIBRARY).data
    report: Any = carry({"format": 1, **matrix}, "cedaw/alternative-report", LIBRARY).data
    assert [section["theme"] for section in report["themes"]] == [
        section["theme"] for section in rich("upr/joint")["themes"]
    ]
    assert report["keywords"] == rich("upr/joint")["keywords"]


def test_what_the_author_removed_stays_removed() -> None:
    out = {"place": ["organisations"], "key": "1", "value": {"name": "Declined"}}
    before = {**rich("upr/joint"), "inactive": {"removed": [out]}}
    after: Any = carry(before, "upr/individual", LIBRARY).data
    assert out in after["inactive"]["removed"]
    assert "Declined" not in str(after["organisations"])


def test_a_new_file_for_the_same_document_asks_again_about_the_occasion() -> None:
    after = carry(rich("special-procedures/call-for-input"), "special-procedures/call-for-input", LIBRARY)
    assert not {"issuer", "questions", "deadline", "publication"} & keys(after.data, ("details",)).keys()
    assert "under" not in str(after.data["themes"])
    assert any("Which questions does the call ask?" in line for line in after.aside)
