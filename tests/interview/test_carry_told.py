"""What is said when one submission becomes the beginning of another, and what stops it before it begins."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.answers.load import read_answers
from drafter.cli import FAULT, main
from drafter.drafting.carry_over import carry
from drafter.interview.flow import questions
from drafter.interview.overview import seldom
from drafter.yaml_text import read_yaml
from tests.support.rich_answers import rich
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at, keys, working

Out = pytest.CaptureFixture[str]


def write(folder: Path, of: str = "upr/joint", **more: Any) -> Path:
    """Write rich answers to the document *of*, with *more* in place of theirs, and return the file."""
    file = folder / "a.yaml"
    answers = {**rich(of), **more}
    file.write_text(yaml.safe_dump(answers, sort_keys=False, allow_unicode=True), "utf-8")
    return file


def carried(origin: Path, document: str, status: int = 0) -> Path:
    """Carry *origin* over to *document* and return the new file."""
    file = origin.with_name("b.yaml")
    assert main(["new", str(file), "--from", str(origin), "--document", document, "--no-input"]) == status
    return file


def data(file: Path) -> dict[str, Any]:
    """Return what stands in *file*."""
    return dict(read_yaml(file.read_text("utf-8"), str(file)))


def test_everything_that_does_not_go_along_is_said_with_where_it_is(tmp_path: Path, capsys: Out) -> None:
    file = carried(write(tmp_path), "ccpr/list-of-issues")
    said = capsys.readouterr().out
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
        assert words in said, words
    kept = str(data(file)["inactive"])
    for words in ("A title for upr/joint", "Publish table 0 each year.", "cycle of upr/joint", "[^F3]"):
        assert words in kept
    assert "her sister" not in kept
    assert "2026-03-14" not in file.read_text("utf-8")


def test_headings_and_paragraphs_of_the_authors_own_go_along(tmp_path: Path) -> None:
    new = read_answers(carried(write(tmp_path), "ccpr/list-of-issues"))[0]
    assert [section.heading for section in new.themes] == ["Heading 0", "Heading 1"]
    assert [own.text for section in new.themes for own in section.own] == ["A paragraph.", "A paragraph."]


def test_within_one_review_the_words_of_the_whole_go_along(tmp_path: Path) -> None:
    new = read_answers(carried(write(tmp_path), "upr/individual"))[0]
    assert (new.title, new.summary) == ("A title for upr/joint", "The summary for upr/joint.")
    assert new.closing == "The last word for upr/joint."
    assert (new.details["session"], new.details["cycle"]) == ("session of upr/joint", "cycle of upr/joint")
    assert "names_public" not in new.details
    assert [own.kind for own in new.themes[0].own] == ["recommendation", "paragraph", "recommendation"]


def test_a_clause_that_the_library_does_not_have_is_put_aside_and_said(tmp_path: Path, capsys: Out) -> None:
    sections = rich("upr/joint")["themes"]
    sections[0]["clauses"].append("recovery/nowhere")
    file = carried(write(tmp_path, themes=sections), "upr/individual")
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
def test_what_is_wrong_in_the_other_file_is_said_before_anything_is_made(
    tmp_path: Path, capsys: Out, more: dict[str, Any], words: str
) -> None:
    origin = write(tmp_path, **more)
    file = carried(origin, "ccpr/list-of-issues", FAULT)
    said = " ".join(capsys.readouterr().err.split())
    assert words in said
    assert "a.yaml, line" in said
    assert not file.exists()


def test_a_file_that_names_no_document_can_be_carried_over(tmp_path: Path) -> None:
    origin = write(tmp_path, document=None)
    assert read_answers(carried(origin, "upr/joint"))[0].title == "A title for upr/joint"


def test_a_door_that_is_shut_is_said(tmp_path: Path, capsys: Out) -> None:
    lead = {**rich("upr/joint")["organisations"][0], "ecosoc": "none"}
    carried(write(tmp_path, organisations=[lead]), "hrc/written-statement")
    said = " ".join(capsys.readouterr().out.split())
    gate = next(
        gate for gate in LIBRARY.document("hrc/written-statement").rules.gates if gate.of == "lead.ecosoc"
    )
    assert f"! {' '.join(gate.says.split())}"[:60] in said


def test_what_the_other_file_left_open_can_be_set_and_is_not_answered(tmp_path: Path, capsys: Out) -> None:
    file = carried(write(tmp_path), "ccpr/list-of-issues")
    new = data(file)
    unasked = new["interview"]["unasked"]
    said = " ".join(capsys.readouterr().out.split())
    assert f"left {len(unasked)} questions without an answer. They stay open" in said
    path = ("organisations", 1, "acronym")
    assert "acronym" not in new["organisations"][1]
    question = next(item for item in questions(working(new), LIBRARY) if item.path == path)
    assert not question.automatic
    assert "organisations.1.acronym" in unasked
    shown = seldom(working(new), QUESTIONS).question.choices
    assert "organisations.1.acronym" in [choice.value for choice in shown]
    wanted = ["new", str(file), "--no-input", "--set", "organisations.1.acronym=LFT"]
    assert main(wanted) == 0
    assert at(data(file), path) == "LFT"


def test_what_was_answered_as_not_known_is_not_known_still(tmp_path: Path) -> None:
    earlier = [{"text": "Decriminalise possession", "document": "CEDAW/C/KGZ/CO/5", "evidence": None}]
    origin = write(tmp_path, "cedaw/alternative-report", earlier=earlier)
    file = carried(origin, "cedaw/list-of-issues")
    assert data(file)["earlier"] == earlier
    assert data(file)["organisations"][0]["acronym"] is None
    assert data(file)["sign_off"]["name"] is None
    assert main(["build", str(file)]) == 0


def test_what_rested_because_of_one_document_goes_along_to_another() -> None:
    """Themes that a matrix leaves out are not lost to a report that is made of the matrix."""
    matrix: Any = carry(rich("upr/joint"), "upr/matrix", LIBRARY).data
    report: Any = carry({"format": 1, **matrix}, "cedaw/alternative-report", LIBRARY).data
    assert [section["theme"] for section in report["themes"]] == [
        section["theme"] for section in rich("upr/joint")["themes"]
    ]
    assert report["keywords"] == rich("upr/joint")["keywords"]


def test_what_the_author_took_out_stays_taken_out() -> None:
    out = {"place": ["organisations"], "key": "1", "value": {"name": "Declined"}}
    before = {**rich("upr/joint"), "inactive": {"removed": [out]}}
    new: Any = carry(before, "upr/individual", LIBRARY).data
    assert out in new["inactive"]["removed"]
    assert "Declined" not in str(new["organisations"])


def test_a_new_file_for_the_same_document_asks_for_what_is_of_the_occasion() -> None:
    new = carry(rich("special-procedures/call-for-input"), "special-procedures/call-for-input", LIBRARY)
    assert not {"issuer", "questions", "deadline", "publication"} & keys(new.data, ("details",)).keys()
    assert "under" not in str(new.data["themes"])
    assert any("Which questions does the call put?" in line for line in new.aside)
