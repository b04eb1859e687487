"""The Universal Human Rights Index, as a spreadsheet and as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.imports.values import RowFault
from drafter.model.imported import UPR, ImportedRecommendation
from tests.support.import_files import (
    UHRI_COLUMNS,
    faults_of,
    read_from,
    recognised,
    rows_of,
    spreadsheet,
    uhri_row,
)

EXPECTED = ImportedRecommendation(
    text="The Committee recommends that the State party open health services.",
    country="Ruritania",
    body="Committee on the Elimination of Discrimination against Women",
    document="CEDAW/C/RUR/CO/8",
    number="29",
    themes=("Right to health", "Economic, social & cultural rights - general measures"),
    groups=("Women & girls", "Persons deprived of their liberty"),
    goals=("3", "16.3"),
    date="2023-03-15",
    key="0d1f-1",
    source="row 2",
)


@pytest.mark.parametrize("shared", [False, True], ids=["inline strings", "shared strings"])
def test_a_row_of_a_committee(tmp_path: Path, shared: bool) -> None:
    file = spreadsheet(tmp_path / "export.bin", [UHRI_COLUMNS, uhri_row()], shared=shared)
    assert recognised(file).format == "Universal Human Rights Index"
    assert recognised(file).unused == ()
    assert read_from(file) == [EXPECTED]


def test_the_spellings_may_be_corrected(tmp_path: Path) -> None:
    corrected = [name.replace("Reccomending", "Recommending").upper() for name in UHRI_COLUMNS]
    file = spreadsheet(tmp_path / "a.xlsx", [corrected, uhri_row()])
    assert recognised(file).format == "Universal Human Rights Index"
    assert read_from(file) == [EXPECTED]


@pytest.mark.parametrize(
    "states",
    [
        "- Norway\n- Trinidad and Tobago",
        "- Norway - Trinidad and Tobago",
        "Norway\nTrinidad and Tobago",
        "- Norway -Trinidad and Tobago",
    ],
)
def test_a_row_of_the_review(tmp_path: Path, states: str) -> None:
    row = uhri_row(
        Text="140.7 Ratify the treaty (CAT) (Norway) (Trinidad and Tobago);",
        Reccomending_Body="- UPR",
        UPR_Reccomending_States=states,
        UPR_Position="Supported",
        UPR_Session="- 48th Session",
    )
    [read] = read_from(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, row]))
    assert (read.number, read.text, read.body) == ("140.7", "Ratify the treaty (CAT)", UPR)
    assert (read.states, read.position, read.session) == (
        ("Norway", "Trinidad and Tobago"),
        "supported",
        "48th Session",
    )


@pytest.mark.parametrize(
    ("text", "number", "wording"),
    [
        ("29. The Committee recommends it.", "29", "The Committee recommends it."),
        ("29.The Committee recommends it.", "29", "The Committee recommends it."),
        (
            "<p>29. The Committee recommends <i>it</i> &amp; more.</p>",
            "29",
            "The Committee recommends it & more.",
        ),
        ("<p>29. First:</p><p>(a) one;</p><p>(b)&nbsp;two.</p>", "29", "First:\n(a) one;\n(b) two."),
        ("Health\n29. The Committee recommends it.", "", "Health\n29. The Committee recommends it."),
        ("29. First.\n30. Second.", "", "29. First.\n30. Second."),
        ("2030 is the year", "", "2030 is the year"),
        ("Fewer than <18 years & over", "", "Fewer than <18 years & over"),
        ("Keep the  double space", "", "Keep the  double space"),
        ("One<script>alert(1)</script> two<br/>three", "", "One two\nthree"),
        ("A line_x000D_\nanother", "", "A line\nanother"),
    ],
)
def test_the_number_at_the_head_and_html(tmp_path: Path, text: str, number: str, wording: str) -> None:
    [read] = read_from(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, uhri_row(Text=text)]))
    assert (read.number, read.text) == (number, wording)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        (45000, "2023-03-15"), (45000.75, "2023-03-15"), ("2019-05-03T00:00:00", "2019-05-03"),
        ("2019-05-03", "2019-05-03"), ("3 May 2019", "2019-05-03"), ("2019", "2019"), ("2019-05", "2019-05"),
        ("3.4.2019", ""), ("soon", ""), ("", ""), (7, ""),
    ],
)  # fmt: skip
def test_dates_in_their_forms(tmp_path: Path, written: object, date: str) -> None:
    row = uhri_row(Document_Publication_Date=written)
    [read] = read_from(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, row]))
    assert read.date == date


def test_a_concern_is_told_from_a_recommendation_and_another_type_is_left_out(tmp_path: Path) -> None:
    rows = [uhri_row(Type=name) for name in ("- Concerns/Observations", "Recommendations", "- Follow-up", "")]
    file = spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, *rows])
    read = [row.kind if isinstance(row, ImportedRecommendation) else row.source for row in rows_of(file)]
    assert read == ["concern", "recommendation", "row 4", "recommendation"]


def test_blank_cells_and_rows_and_a_title_above_the_names(tmp_path: Path) -> None:
    rows = [["Exported"], [], UHRI_COLUMNS, [], uhri_row(), ["", None], uhri_row(Text="")]
    file = spreadsheet(tmp_path / "a.xlsx", rows)
    read, fault = rows_of(file)
    assert isinstance(read, ImportedRecommendation)
    assert (read.source, read.text) == ("row 5", EXPECTED.text)
    assert isinstance(fault, RowFault)
    assert (fault.source, fault.reason) == ("row 7", "it has no text")


def test_a_mandate_keeps_its_name(tmp_path: Path) -> None:
    row = uhri_row(Reccomending_Body="- SR Torture")
    [read] = read_from(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, row]))
    assert read.body == "SR Torture"


def test_a_formula_is_a_fault_and_its_cached_value_is_not_used(tmp_path: Path) -> None:
    rows = [UHRI_COLUMNS, uhri_row(Text='=A1&"x"'), uhri_row(Regions_Concerned="=A1"), uhri_row()]
    file = spreadsheet(tmp_path / "a.xlsx", rows)
    assert "cached" not in repr(rows_of(file))
    [fault] = faults_of(file)
    assert (fault.source, "A2 is a formula" in fault.reason) == ("row 2", True)
    assert len(rows_of(file)) == 3  # a formula in a column that is not read does no harm


def test_a_text_that_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    sheet_row = uhri_row(Text="'=x")
    [read] = read_from(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, sheet_row]))
    assert read.text == "'=x"


RECORD: dict[str, Any] = {
    "AnnotationId": "0d1f-1",
    "DocumentId": "x",
    "Symbol": "CEDAW/C/RUR/CO/8",
    "Text": "<p>29.The Committee recommends that the State party open health services.</p>",
    "AnnotationType": "- Recommendations",
    "Body": "- CEDAW",
    "Countries": ["Ruritania"],
    "Regions": ["Europe"],
    "Themes": ["Right to health", "Economic, social & cultural rights - general measures"],
    "AffectedPersons": ["Women & girls", "Persons deprived of their liberty"],
    "Sdgs": ["3 - GOOD HEALTH", "16.3 - Promote the rule of law"],
    "PublicationDate": "2023-03-15T00:00:00",
    "PublicationDateOnUhri": "2023-03-16T11:16:48.5",
    "UprCycle": None,
    "UprPositions": [],
    "UprRecommendingCountry": [],
    "UprRecommendingRegions": [],
    "UprSession": [],
}


def as_json(file: Path, *records: object) -> Path:
    file.write_text(json.dumps(records, ensure_ascii=False), "utf-8")
    return file


def test_a_record_of_the_json_is_the_row_of_the_spreadsheet(tmp_path: Path) -> None:
    file = as_json(tmp_path / "export.txt", RECORD)
    assert recognised(file).format == "Universal Human Rights Index"
    [read] = read_from(file)
    assert read == ImportedRecommendation(
        **{name: getattr(EXPECTED, name) for name in EXPECTED.__match_args__} | {"source": "record 1"}
    )


def test_a_record_of_the_review(tmp_path: Path) -> None:
    record = RECORD | {
        "Body": "- UPR",
        "Text": "140.7 Ratify it (Norway) (Peru); Source of position: A/HRC/59/15/Add.1 - Para.3",
        "UprRecommendingCountry": ["Norway", "Peru"],
        "UprPositions": ["Noted"],
        "UprCycle": "4th cycle",
        "AnnotationType": "- Concerns/Observations",
    }
    [read] = read_from(as_json(tmp_path / "a.json", record))
    assert (read.number, read.text, read.states) == ("140.7", "Ratify it", ("Norway", "Peru"))
    assert (read.position, read.session, read.kind) == ("noted", "4th cycle", "concern")


@pytest.mark.parametrize(
    "wrong", ["text", 7, None, [], {"Text": ["a", {}]}, {**RECORD, "Themes": {"a": 1}}, {"Body": "- UPR"}]
)
def test_a_record_that_is_none_is_a_fault_and_the_others_are_read(tmp_path: Path, wrong: object) -> None:
    file = as_json(tmp_path / "a.json", RECORD, wrong, RECORD)
    assert [type(row).__name__ for row in rows_of(file)] == [
        "ImportedRecommendation", "RowFault", "ImportedRecommendation",
    ]  # fmt: skip
    assert [fault.source for fault in faults_of(file)] == ["record 2"]
