"""What is written in a format and read again is the same: wording letter for letter, States, numbers."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.import_files import (
    OLD_UPR_INFO,
    UHRI_COLUMNS,
    read_from,
    spreadsheet,
    thematic_list,
    uhri_row,
)
from tests.support.script import LIBRARY

STATES = sorted(state.name for state in LIBRARY.states.values())
WORDING = st.lists(
    st.text("abcdefghijxyz éüß’“”-–0123456789,.:/%&<>\"'", min_size=1, max_size=40)
    | st.sampled_from(["(CAT)", "(No. 29)", "article 12 (b)", "(see (c) below)", "(Norway and Spain) on"]),
    min_size=1,
    max_size=4,
).map(lambda pieces: f"Ensure {' '.join(' '.join(pieces).split())} now")
ROWS = st.lists(
    st.tuples(
        st.integers(1, 200),
        st.integers(1, 300),
        WORDING,
        st.lists(st.sampled_from(STATES), min_size=1, max_size=4, unique=True),
        st.sampled_from(["Supported", "Noted"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: (row[:2], row[2]),
)
Rows = list[tuple[int, int, str, list[str], str]]


def expected(rows: Rows) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [
        (f"{paragraph}.{number}", wording, tuple(states), position.casefold())
        for paragraph, number, wording, states, position in rows
    ]


def read_back(file: Path) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(each.number, each.text, each.states, each.position) for each in read_from(file)]


@given(ROWS)
@settings(max_examples=25, deadline=None)
@pytest.mark.seconds(120)
def test_a_thematic_list(rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cells = [
            [
                f"{paragraph}.{number} {wording} {' '.join(f'({state})' for state in states)};\n"
                "Source of Position: A/HRC/59/15/Add.1 - Para.3",
                position,
                "- Health",
                "",
            ]
            for paragraph, number, wording, states, position in rows
        ]
        assert read_back(thematic_list(Path(folder) / "a.docx", cells)) == expected(rows)


@given(ROWS, st.booleans())
@settings(max_examples=40, deadline=None)
@pytest.mark.seconds(120)
def test_a_spreadsheet_of_the_index(rows: Rows, shared: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sheet = [
            uhri_row(
                Text=f"{paragraph}.{number} {wording} ({', '.join(states)});".replace("&", "&amp;").replace(
                    "<", "&lt;"
                ),
                Reccomending_Body="- UPR",
                UPR_Reccomending_States="\n".join(f"- {state}" for state in states),
                UPR_Position=position,
            )
            for paragraph, number, wording, states, position in rows
        ]
        file = spreadsheet(Path(folder) / "a.xlsx", [UHRI_COLUMNS, *sheet], shared=shared)
        assert read_back(file) == expected(rows)


def is_utf8_by_chance(data: bytes) -> bool:
    """Return whether *data*, written as Mac Roman, is valid UTF-8 as well: nobody can tell which it is."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


@given(ROWS)
@settings(max_examples=40, deadline=None)
@pytest.mark.seconds(120)
def test_the_old_export_of_upr_info(rows: Rows) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.csv"
        with file.open("w", encoding="mac_roman", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\r")
            writer.writerow(OLD_UPR_INFO)
            for _, number, wording, states, position in rows:
                for state in states:
                    row = ("Ruritania", "", "", wording, state, "", "", position, "5", "Justice", number)
                    writer.writerow(row)
        assume(not is_utf8_by_chance(file.read_bytes()))
        unique = {
            (wording, number, position.casefold()): dict.fromkeys(
                state
                for _, other, text, states, answer in rows
                if (text, other, answer) == (wording, number, position)
                for state in states
            )
            for _, number, wording, _, position in rows
        }
        assert read_back(file) == [
            ("", wording, tuple(states), position) for (wording, _, position), states in unique.items()
        ]
