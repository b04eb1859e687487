"""UPR Info's exports, and tables of one's own: encodings, separators, names of columns."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.imports.values import RowFault
from drafter.model.imported import UPR
from tests.support.import_files import (
    OLD_UPR_INFO,
    faults_of,
    read_from,
    recognised,
    rows_of,
    spreadsheet,
)

ROW = (
    "Ruritania",
    "Europe",
    "EU, OSCE",
    "Repeal the law, now",
    "Norway",
    "WEOG",
    "",
    "Accepted",
    "5",
    "Detention,Justice",
    "18",
)


def table(
    file: Path,
    rows: Iterable[Sequence[object]],
    *,
    end: str = "\r\n",
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def old(**changes: str) -> list[str]:
    row = dict(zip(OLD_UPR_INFO, ROW, strict=True)) | changes
    return list(row.values())


def test_the_old_export_of_upr_info(tmp_path: Path) -> None:
    rows = [
        OLD_UPR_INFO,
        old(),
        old(From="Côte d'Ivoire", Issue="Detention,Poverty"),
        old(Text="Train judges ", Response="Noted"),
    ]
    file = table(tmp_path / "a.csv", rows, end="\r", encoding="mac_roman")
    assert recognised(file).format == "UPR Info, export of 2009 to 2015"
    assert (recognised(file).encoding, recognised(file).unused) == ("mac_roman", ())
    first, second = read_from(file)
    assert (first.text, first.country, first.states) == (
        "Repeal the law, now",
        "Ruritania",
        ("Norway", "Côte d'Ivoire"),
    )
    assert (first.body, first.position, first.session, first.themes) == (
        UPR,
        "supported",
        "18",
        ("Detention", "Justice", "Poverty"),
    )
    assert (first.source, first.number) == ("row 2", "")
    assert (second.text, second.position, second.source) == ("Train judges", "noted", "row 4")


@pytest.mark.parametrize(
    "change",
    [{"Session": "19"}, {"To": "Graustark"}, {"Response": "Noted"}, {"Text": "Repeal the laws, now"}],
)
def test_rows_of_other_recommendations_stay_apart(tmp_path: Path, change: dict[str, str]) -> None:
    file = table(tmp_path / "a.csv", [OLD_UPR_INFO, old(), old(**change)], end="\r", encoding="mac_roman")
    assert len(read_from(file)) == 2


def test_a_voluntary_pledge_is_no_recommendation(tmp_path: Path) -> None:
    file = table(tmp_path / "a.csv", [OLD_UPR_INFO, old(Response="Voluntary Pledge")], end="\r")
    [fault] = faults_of(file)
    assert "voluntary pledge" in fault.reason


def test_the_brackets_of_the_old_export_stay_in_the_text(tmp_path: Path) -> None:
    file = table(
        tmp_path / "a.csv", [OLD_UPR_INFO, old(Text="1. Work with its neighbours (Norway)")], end="\r"
    )
    [read] = read_from(file)
    assert read.text == "1. Work with its neighbours (Norway)"


def test_the_export_of_upr_info_today(tmp_path: Path) -> None:
    names = (
        "title", "recommendation", "state_under_review", "recommending_state", "response", "action_category",
        "issues", "session", "cycle",
    )  # fmt: skip
    row = [
        "x", "Repeal the law", "Ruritania", "Norway|Peru", "Not Supported", "5 - Specific action",
        "Detention|Right to health", "44 - November 2023", "4",
    ]  # fmt: skip
    file = table(tmp_path / "a.csv", [names, row], end="\n")
    assert recognised(file).format == "UPR Info"
    assert recognised(file).unused == ("title", "cycle")
    [read] = read_from(file)
    assert (read.states, read.position, read.themes, read.session) == (
        ("Norway", "Peru"),
        "noted",
        ("Detention", "Right to health"),
        "44 - November 2023",
    )


NAMES = ("No.", "Text", "State(s)", "Position", "Document", "Themes", "Country", "Date")
OWN = (
    "140.7",
    "Open “services” – now",
    "Norway, Trinidad and Tobago",
    "Supported",
    "A/HRC/59/15",
    "Health; Detention",
    "Ruritania",
    "May 2025",
)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_of_ones_own(tmp_path: Path, end: str, delimiter: str, encoding: str) -> None:
    file = table(tmp_path / "a.txt", [NAMES, OWN], end=end, delimiter=delimiter, encoding=encoding)
    assert recognised(file).format == "a table of recommendations"
    [read] = read_from(file)
    assert (read.number, read.text, read.states) == (
        "140.7",
        "Open “services” – now",
        ("Norway", "Trinidad and Tobago"),
    )
    assert (read.position, read.document, read.themes) == (
        "supported",
        "A/HRC/59/15",
        ("Health", "Detention"),
    )
    assert (read.country, read.date, read.body) == ("Ruritania", "2025-05", "")


def test_the_same_table_as_a_spreadsheet(tmp_path: Path) -> None:
    [from_text] = read_from(table(tmp_path / "a.csv", [NAMES, OWN]))
    [from_sheet] = read_from(spreadsheet(tmp_path / "a.xlsx", [NAMES, OWN]))
    assert from_text == from_sheet


def test_numbers_that_are_not_text_are_left_out_and_said(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", [NAMES, (140.1, *OWN[1:]), (12, *OWN[1:])])
    first, second, fault = rows_of(file)
    assert [getattr(row, "number", None) for row in (first, second)] == ["", "12"]
    assert isinstance(fault, RowFault)
    assert "140.1 and 140.10 are the same" in fault.reason


@pytest.mark.parametrize(
    ("names", "states", "country", "unused"),
    [
        (("Text", "State", "Position"), (), "", ("State",)),
        (("Text", "State", "Recommending State"), ("Peru",), "Norway", ()),
        (("Text", "State", "State under review"), ("Norway",), "Peru", ()),
        (("Text", "States", "Colour"), ("Norway",), "", ("Colour",)),
    ],
)
def test_a_name_that_can_mean_two_things_is_not_guessed(
    tmp_path: Path, names: Sequence[str], states: tuple[str, ...], country: str, unused: tuple[str, ...]
) -> None:
    file = table(tmp_path / "a.csv", [names, ("Do it", "Norway", "Peru")])
    assert recognised(file).unused == unused
    [read] = read_from(file)
    assert (read.states, read.country) == (states, country)


def test_states_in_the_text_are_taken_out_of_it(tmp_path: Path) -> None:
    file = table(
        tmp_path / "a.csv", [("Recommendation", "Position"), ("140.7 Do it (CAT) (Norway);", "Noted")]
    )
    [read] = read_from(file)
    assert (read.number, read.text, read.states) == ("140.7", "Do it (CAT)", ("Norway",))


def test_lines_and_quotes_in_a_cell_stay(tmp_path: Path) -> None:
    text = 'First "line", then\nthe second'
    [read] = read_from(table(tmp_path / "a.csv", [NAMES, (OWN[0], text, *OWN[2:])]))
    assert read.text == text


def test_a_line_end_across_two_chunks_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.imports.text_tables._CHUNK", 7)
    file = table(tmp_path / "a.csv", [NAMES, OWN, OWN])
    assert [read.source for read in read_from(file)] == ["row 2", "row 3"]
    for end in ("\r", "\n"):
        file = table(tmp_path / "a.csv", [NAMES, OWN, OWN], end=end)
        assert [read.source for read in read_from(file)] == ["row 2", "row 3"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no row has names of columns"),
        (b"Text\nOnly a text\n", "no row has names of columns"),
        (b"Text,Position\nCaf\xe9 \x81,Noted\n", "in no encoding that drafter knows"),
        (b"{}", "no list of recommendations"),
        (b"[]", "no list of recommendations"),
        (b'[{"a": 1}]', "no list of recommendations"),
        (b"[1, 2", "no list of recommendations"),
        (b"\x00\x01\x02", "does not recognise"),
        (b"PK\x03\x04 not a zip", "neither a Word file nor a spreadsheet"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(DrafterError) as raised:
        rows_of(tmp_path / "a.csv")
    assert reason in str(raised.value)


def test_nothing_of_a_file_that_is_no_table_is_repeated(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("cases: {C1: {name: Canaria}}\n" * 40, "utf-8")
    with pytest.raises(DrafterError) as raised:
        rows_of(tmp_path / "a.csv")
    assert "Canaria" not in str(raised.value)
