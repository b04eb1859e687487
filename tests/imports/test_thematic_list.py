"""The OHCHR's thematic list: every variant of its columns, and every trap in its rows."""

from pathlib import Path

import pytest

from drafter.imports.values import Recognised, RowFault
from drafter.model.imported import UPR, ImportedRecommendation
from tests.support.import_files import (
    COLUMNS_2014,
    COLUMNS_2025,
    HEAD_2014,
    faults_of,
    read_from,
    recognised,
    rows_of,
    thematic_list,
)

THEMES_2025 = (
    "- Right to health\n- Detention conditions\nGroups of Persons: \n- Women\n- Persons who use drugs"
)
GOALS = "- 3 - GOOD HEALTH AND WELL-BEING\n- 16.3 - Promote the rule of law"


def row(text: str, position: str = "Supported", themes: str = THEMES_2025, goals: str = GOALS) -> list[str]:
    return [text, position, themes, goals]


def test_a_list_of_2025(tmp_path: Path) -> None:
    file = thematic_list(
        tmp_path / "any-name.bin",
        [
            ["Theme: Right to health"],
            row("140.7 Open health services (Peru) (Chad);\nSource of Position: A/HRC/59/15/Add.1 - Para.3"),
        ],
    )
    assert recognised(file) == Recognised(
        "OHCHR thematic list of recommendations", "Ruritania", UPR, "A/HRC/59/15", "4th Cycle - 48th Session"
    )
    assert read_from(file) == [
        ImportedRecommendation(
            text="Open health services",
            country="Ruritania",
            body=UPR,
            document="A/HRC/59/15",
            number="140.7",
            states=("Peru", "Chad"),
            position="supported",
            themes=("Right to health", "Detention conditions"),
            groups=("Women", "Persons who use drugs"),
            goals=("3", "16.3"),
            session="4th Cycle - 48th Session",
            source="table row 3",
        )
    ]


def test_a_list_of_2014_with_codes_and_one_bracket(tmp_path: Path) -> None:
    file = thematic_list(
        tmp_path / "a.docx",
        [
            ["Theme: A12 Acceptance of norms"],
            [
                "115.18 Ratify it (Peru, Chad and Spain); \nSource of position: A/HRC/28/15/Add.1 - Para. 3",
                "Noted",
                "A12 Acceptance of norms\nB31.2 Equality\nAffected persons:\n- general\n- minorities",
                "\n",
            ],
        ],
        COLUMNS_2014,
        HEAD_2014,
    )
    [read] = read_from(file)
    assert (read.number, read.text, read.states) == ("115.18", "Ratify it", ("Peru", "Chad", "Spain"))
    assert (read.themes, read.groups) == (
        ("Acceptance of norms", "Equality"),
        ("general", "minorities"),
    )
    assert (read.position, read.document, read.session) == (
        "noted",
        "A/HRC/28/15",
        "2nd Cycle – 20th session",
    )


def test_a_list_of_2019_has_the_goals_among_the_themes(tmp_path: Path) -> None:
    themes = "- Equality\nSDGs: \n- 16 - PEACE\nAffected persons: \n- Children"
    file = thematic_list(
        tmp_path / "a.docx", [row("1.2 Do it (Peru);", themes=themes, goals="")], COLUMNS_2014
    )
    [read] = read_from(file)
    assert (read.themes, read.goals, read.groups) == (("Equality",), ("16",), ("Children",))


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("Source of Position: A/HRC/59/15/Add.1 - Para.3", "A/HRC/59/15"),
        ("Source of position: A/HRC/59/15/Add.1, para. 3", "A/HRC/59/15"),
        ("source of  position A/HRC/59/15 - Para 121", ""),
        ("Source of Position : A / HRC / 59 / 15 / Add.1", "A/HRC/59/15"),
        ("(Source of the position: A/HRC/WG.6/48/L.3)", ""),
        ("Source of position:", ""),
    ],
)
def test_the_source_of_the_position_in_its_spellings(tmp_path: Path, printed: str, symbol: str) -> None:
    same_line = thematic_list(tmp_path / "a.docx", [row(f"140.7 Open services (Peru); {printed}")])
    next_line = thematic_list(tmp_path / "b.docx", [row(f"140.7 Open services (Peru);\n{printed}")])
    expected = symbol or ("A/HRC/59/15" if "59/15" in printed else "")
    for file in (same_line, next_line):
        [read] = read_from(file)
        assert (read.text, read.document) == ("Open services", expected)


@pytest.mark.parametrize(
    ("printed", "position"),
    [
        ("Supported", "supported"), ("Noted", "noted"), ("Partially supported", "partly"),
        ("Accepted", "supported"), ("Rejected", "noted"), ("Not supported", "noted"),
        ("- Supported", "supported"),
        ("Supported / Noted", "partly"),        ("NOTED", "noted"), ("Pending", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_position_in_its_words(tmp_path: Path, printed: str, position: str) -> None:
    [read] = read_from(thematic_list(tmp_path / "a.docx", [row("1.2 Do it (Peru);", printed)]))
    assert read.position == position


def test_numbers_keep_the_order_of_the_file(tmp_path: Path) -> None:
    rows = [row(f"140.{number} Do it (Peru);") for number in (7, 201, 3, 81)]
    read = read_from(thematic_list(tmp_path / "a.docx", rows))
    assert [each.number for each in read] == ["140.7", "140.201", "140.3", "140.81"]


def test_two_recommendations_in_a_cell_are_two(tmp_path: Path) -> None:
    text = (
        "121.2 Ratify the treaty (Peru); Ratify it soon (Chad);\nSource of position: A/HRC/43/15 - Para 121"
    )
    first, second = read_from(thematic_list(tmp_path / "a.docx", [row(text)]))
    assert (first.text, first.number, first.document) == ("Ratify the treaty", "121.2", "A/HRC/43/15")
    assert (second.text, second.number, second.document) == ("Ratify it soon", "121.2", "A/HRC/43/15")
    assert (first.source, second.source) == ("table row 2, recommendation 1", "table row 2, recommendation 2")


def test_two_recommendations_each_with_its_own_source(tmp_path: Path) -> None:
    text = (
        "121.2 Ratify it (Peru);\nSource of position: A/HRC/43/15 - Para 121\n"
        "122.9 Repeal it (Chad);\nSource of position: A/HRC/44/16/Add.1"
    )
    read = read_from(thematic_list(tmp_path / "a.docx", [row(text)]))
    assert [(each.number, each.document) for each in read] == [
        ("121.2", "A/HRC/43/15"),
        ("122.9", "A/HRC/44/16"),
    ]


def test_a_row_without_themes_has_that_of_the_row_above(tmp_path: Path) -> None:
    rows = [["Theme: A12 Equality"], row("1.2 Do it (Peru);", themes="")]
    [read] = read_from(thematic_list(tmp_path / "a.docx", rows))
    assert read.themes == ("Equality",)


def test_what_is_listed_under_two_themes_is_one(tmp_path: Path) -> None:
    rows = [row("1.2 Do it (Peru);", themes="- Health"), row("1.2 Do it (Peru);", themes="- Detention")]
    [read] = read_from(thematic_list(tmp_path / "a.docx", rows))
    assert read.themes == ("Health", "Detention")


def test_a_row_that_is_not_certain_is_a_fault_and_the_others_are_read(tmp_path: Path) -> None:
    rows = [row("1.2 Do it (Atlantis);"), row("1.3 Do this (Peru);"), ["A heading"], row("", "", "", "")]
    file = thematic_list(tmp_path / "a.docx", rows)
    assert [each.number for each in rows_of(file) if isinstance(each, ImportedRecommendation)] == ["1.3"]
    assert [(fault.source, fault.reason.partition(" ")[0], fault.excerpt) for fault in faults_of(file)] == [
        ("table row 2", "no", "1.2 Do it (Atlantis);"),
        ("table row 4", "it", "A heading"),
    ]
    assert all(isinstance(fault, RowFault) and fault.remedy for fault in faults_of(file))


def test_nothing_is_guessed_from_a_head_that_says_nothing(tmp_path: Path) -> None:
    file = thematic_list(tmp_path / "a.docx", [row("1.2 Do it (Peru);")], head="A list")
    assert (recognised(file).country, recognised(file).session, recognised(file).document) == ("", "", "")
    file = thematic_list(
        tmp_path / "a.docx", [row("1.2 Do it (Peru);")], head="UPR of Atlantis (1st Cycle - 2nd session)"
    )
    assert (recognised(file).country, recognised(file).session) == ("", "")


def test_the_head_names_a_state_with_brackets(tmp_path: Path) -> None:
    head = "UPR of Iran (Islamic Republic of) (3rd Cycle - 34th Session)\tPage 1"
    file = thematic_list(tmp_path / "a.docx", [row("1.2 Do it (Peru);")], COLUMNS_2025, head)
    assert recognised(file).country == "Iran (Islamic Republic of)"


def test_symbols_that_differ_are_no_symbol_of_the_file(tmp_path: Path) -> None:
    rows = [
        row("1.2 Do it (Peru); Source of position: A/HRC/1/2"),
        row("1.3 Do it (Peru); Source of position: A/HRC/3/4"),
    ]
    assert recognised(thematic_list(tmp_path / "a.docx", rows)).document == ""
