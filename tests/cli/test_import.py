"""``drafter import``: what it prints of a file, in words and as JSON."""

import json
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, USAGE
from drafter.cli.schema import import_schema
from drafter.model.import_report import ImportReport
from tests.support.import_files import run, thematic_list

Out = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a list of three recommendations, and a row that cannot be read."""
    return thematic_list(
        tmp_path / "list.docx",
        [
            ["140.7 Open health services (Peru) (Chad);", "Supported", "- Health", "- 3 - HEALTH"],
            ["140.8 Repeal the law on drugs (Norway);", "Noted", "- Liberty", ""],
            ["140.9 Review prisons (Spain);", "Supported", "- Detention", ""],
            ["140.10 Train judges (Atlantis);", "Supported", "- Justice", ""],
        ],
    )


def test_it_says_what_the_file_is_and_what_was_read(file: Path, capsys: Out) -> None:
    assert run(file) == DONE
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "OHCHR thematic list of recommendations",
        "  State    Ruritania",
        "  Body     Universal Periodic Review",
        "  Session  4th Cycle - 48th Session",
        "",
        "3 recommendations: 2 supported and 1 noted.",
    ]
    assert said.err.splitlines() == [
        "",
        "1 row was not read:",
        "- table row 5: no State is in brackets at its end.",
        "    “140.10 Train judges (Atlantis);”",
        "    Correct this row in a copy of the file and import it again, or type it yourself.",
    ]


def test_a_search_shows_what_has_the_words(file: Path, capsys: Out) -> None:
    assert run(file, "--search", "drug laws") == DONE
    assert capsys.readouterr().out.splitlines() == [
        "140.8 · Ruritania · noted",
        "    Repeal the law on drugs (Norway)",
        "",
        "1 of 3 recommendations.",
    ]


def test_a_state_shows_what_is_addressed_to_it(file: Path, capsys: Out) -> None:
    assert run(file, "--state", "Ruritania") == DONE
    assert "3 of 3 recommendations." in capsys.readouterr().out
    assert run(file, "--state", "Norway") == DONE
    assert capsys.readouterr().out.splitlines() == ["0 of 3 recommendations."]


def test_a_state_that_does_not_exist_is_wrong_usage(file: Path, capsys: Out) -> None:
    assert run(file, "--state", "Atlantis") == USAGE
    assert "there is no State 'Atlantis'" in capsys.readouterr().err


def test_the_json_is_what_the_schema_describes(file: Path, capsys: Out) -> None:
    assert run(file, "--json") == DONE
    report = ImportReport.model_validate_json(capsys.readouterr().out)
    assert [(each.number, each.position) for each in report.recommendations] == [
        ("140.7", "supported"),
        ("140.8", "noted"),
        ("140.9", "supported"),
    ]
    assert report.counts.model_dump() == {
        "recommendations": 3, "concerns": 0, "unread": 1, "positions": {"supported": 2, "noted": 1},
    }  # fmt: skip
    assert [each.source for each in report.unread] == ["table row 5"]
    assert report.faults == ()
    assert set(import_schema()["required"]) == set(ImportReport.model_fields)


def test_a_search_narrows_the_json_and_not_its_counts(file: Path, capsys: Out) -> None:
    run(file, "--json", "--search", "prisons")
    report = ImportReport.model_validate_json(capsys.readouterr().out)
    assert [each.number for each in report.recommendations] == ["140.9"]
    assert report.counts.recommendations == 3


def test_a_file_of_another_kind_is_refused_with_what_can_be_read(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7 something")
    assert run(tmp_path / "a.docx") == FAULT
    said = capsys.readouterr().err
    assert "this is a PDF file" in said
    assert "thematic list of recommendations (.docx)" in said


def test_a_fault_is_json_too(tmp_path: Path, capsys: Out) -> None:
    assert run(tmp_path / "none.docx", "--json") == FAULT
    [fault] = json.loads(capsys.readouterr().out)["faults"]
    assert fault["fault"] == "there is no such file"


def test_a_file_without_a_readable_row_is_a_fault(tmp_path: Path, capsys: Out) -> None:
    file = thematic_list(tmp_path / "a.docx", [["1.2 Do it (Atlantis);", "Noted", "", ""]])
    assert run(file) == FAULT
    assert "0 recommendations." in capsys.readouterr().out


def test_the_file_is_not_changed_and_nothing_is_written(file: Path, capsys: Out) -> None:
    before = file.read_bytes()
    run(file)
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == ["list.docx"]
