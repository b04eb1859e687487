"""Concluding observations: numbered paragraphs and their items, concerns told from recommendations."""

from pathlib import Path

import docx
import pytest

from drafter.errors import DrafterError
from drafter.imports.values import RowFault
from drafter.model.imported import ImportedRecommendation
from tests.support.import_files import read_from, recognised, rows_of

HEAD = (
    "United Nations\tCEDAW/C/RUR/CO/8",
    "Distr.: General\n3 March 2025",
    "Committee on the Elimination of Discrimination against Women",
    "Concluding observations on the combined seventh and eighth periodic reports of Ruritania*",
)


def observations(file: Path, *paragraphs: str, head: tuple[str, ...] = HEAD) -> Path:
    """Write concluding observations with *paragraphs* and return the path. "#" begins a heading."""
    word = docx.Document()
    first, *others = head
    word.add_table(rows=1, cols=1).rows[0].cells[0].text = first
    for text in others:
        word.add_paragraph(text)
    for text in paragraphs:
        if text.startswith("# "):
            word.add_paragraph(text.removeprefix("# "), style="Heading 2")
        else:
            word.add_paragraph(text)
    word.save(str(file))
    return file


def numbers(file: Path) -> list[tuple[str, str]]:
    return [(each.number, each.kind) for each in read_from(file)]


def test_the_head_says_body_state_symbol_day_and_session(tmp_path: Path) -> None:
    file = observations(
        tmp_path / "a.bin",
        "1.\tThe Committee considered the reports at its 2001st meeting.",
        "* Adopted by the Committee at its ninetieth session (3–21 February 2025).",
        "2.\tThe Committee welcomes the law.",
        "# C. Access to health",
        "29.\tThe Committee recommends that the State party open services for women who use drugs.",
    )
    read = recognised(file)
    assert (read.format, read.country, read.document) == (
        "concluding observations",
        "Ruritania",
        "CEDAW/C/RUR/CO/8",
    )
    assert (read.body, read.session) == (
        "Committee on the Elimination of Discrimination against Women",
        "ninetieth session",
    )
    assert read_from(file) == [
        ImportedRecommendation(
            text="The Committee recommends that the State party open services for women who use drugs.",
            country="Ruritania",
            body=read.body,
            document="CEDAW/C/RUR/CO/8",
            number="29",
            themes=("Access to health",),
            date="2025-03-03",
            session="ninetieth session",
            source="paragraph 29",
        )
    ]


def test_each_item_has_its_number_and_the_words_before_it(tmp_path: Path) -> None:
    file = observations(
        tmp_path / "a.docx",
        "28.\tThe Committee is concerned that women wait:",
        "\t(a)\tFor treatment;",
        "\t(b)\tFor shelter.",
        "29.\tThe Committee recommends that the State party:",
        "\t(a)\tOpen services, including:",
        "\t(i)\tFor mothers;",
        "\t(ii)\tFor girls; and",
        "\t(b)\tFund (at once) shelters.",
    )
    assert [(each.number, each.kind, each.text) for each in read_from(file)] == [
        ("28 (a)", "concern", "The Committee is concerned that women wait: For treatment"),
        ("28 (b)", "concern", "The Committee is concerned that women wait: For shelter."),
        (
            "29 (a)",
            "recommendation",
            "The Committee recommends that the State party: Open services, including:\n(i)\tFor mothers;\n"
            "(ii)\tFor girls",
        ),
        (
            "29 (b)",
            "recommendation",
            "The Committee recommends that the State party: Fund (at once) shelters.",
        ),
    ]


def test_the_item_i_after_h_is_an_item(tmp_path: Path) -> None:
    items = [f"({letter})\tDo it;" for letter in "abcdefghij"]
    file = observations(tmp_path / "a.docx", "5.\tThe State party should:", *items)
    assert [number for number, _ in numbers(file)] == [f"5 ({letter})" for letter in "abcdefghij"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Committee recommends that the State party open services.", "recommendation"),
        ("The Committee strongly urges the State party to open services.", "recommendation"),
        ("It also calls upon the State party to open services.", "recommendation"),
        (
            "Recalling its general comment, the Committee reiterates its recommendation that it opens.",
            "recommendation",
        ),
        ("The State party should open services.", "recommendation"),
        ("While noting the law, the Committee further requests it.", "recommendation"),
        (
            "The Committee is concerned that services are closed. It recommends that they open.",
            "recommendation",
        ),
        ("The Committee remains deeply concerned that services are closed.", "concern"),
        ("The Committee notes with great regret that services are closed.", "concern"),
        ("The Committee expresses its serious concern about it.", "concern"),
        ("The Committee welcomes the law and its recommendations.", ""),
        ("The Committee considered the report.", ""),
        ("The Committee appreciates that its concerns were heard.", ""),
    ],
)
def test_a_concern_is_told_from_a_recommendation_by_its_words(tmp_path: Path, text: str, kind: str) -> None:
    file = observations(tmp_path / "a.docx", f"7.\t{text}")
    assert numbers(file) == ([("7", kind)] if kind else [])


def test_more_paragraphs_belong_to_the_number_before_them(tmp_path: Path) -> None:
    file = observations(
        tmp_path / "a.docx",
        "7.\tThe Committee is concerned that services are closed (arts. 2 and 7).",
        "The State party should open them.",
        "# Other matters",
        "8.\tThe Committee is concerned about more.",
    )
    first, second = read_from(file)
    assert (first.kind, first.text.count("\n"), first.themes) == ("recommendation", 1, ())
    assert (second.kind, second.themes) == ("concern", ("Other matters",))


def test_numbers_of_word_lists_count_too(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    observations(file)
    word = docx.Document(str(file))
    word.add_paragraph("The Committee welcomes the law.", style="List Number")
    word.add_paragraph("The Committee recommends that the State party open services.", style="List Number")
    word.save(str(file))
    assert numbers(file) == [("2", "recommendation")]


@pytest.mark.parametrize(
    ("symbol", "body"),
    [
        ("CCPR/C/RUR/CO/3", "Human Rights Committee"),
        ("E/C.12/RUR/CO/2", "Committee on Economic, Social and Cultural Rights"),
        ("CRC/C/RUR/CO/6-7", "Committee on the Rights of the Child"),
        ("CRC/C/OPAC/RUR/CO/1", "Committee on the Rights of the Child"),
        ("CAT/C/RUR/CO/4/Rev.1", "Committee against Torture"),
    ],
)
def test_the_symbol_names_the_body(tmp_path: Path, symbol: str, body: str) -> None:
    file = observations(tmp_path / "a.docx", "7. It recommends that.", head=(symbol, *HEAD[1:]))
    assert (recognised(file).document, recognised(file).body) == (symbol, body)


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("Concluding observations on the third periodic report of the Sudan", "Sudan"),
        (
            "Concluding observations on the report of the United States of America",
            "United States of America",
        ),
        ("Concluding observations of the Committee: Norway", "Norway"),
        ("Concluding observations on the report of Atlantis", ""),
    ],
)
def test_the_state_is_in_the_title_or_unknown(tmp_path: Path, title: str, country: str) -> None:
    file = observations(tmp_path / "a.docx", "7. It recommends that.", head=(HEAD[0], title))
    assert recognised(file).country == country


def test_items_without_words_before_them_are_a_fault(tmp_path: Path) -> None:
    file = observations(tmp_path / "a.docx")
    word = docx.Document(str(file))
    word.add_paragraph("", style="List Number")
    word.add_paragraph("(a)\tThe State party should open.")
    word.save(str(file))
    [fault] = rows_of(file)
    assert isinstance(fault, RowFault)
    assert (fault.source, fault.reason) == ("paragraph 1", "its items have no words before them")


@pytest.mark.parametrize(
    "head",
    [
        ("CEDAW/C/RUR/CO/8", "Follow-up to the concluding observations on Ruritania"),
        ("On CEDAW/C/RUR/CO/8, paragraph 29", "Concluding observations on the report of Ruritania"),
        ("", "Concluding observations on the report of Ruritania"),
    ],
)
def test_a_text_that_only_cites_concluding_observations_is_none(
    tmp_path: Path, head: tuple[str, ...]
) -> None:
    file = observations(tmp_path / "a.docx", "7. The State party should act.", head=head)
    with pytest.raises(DrafterError):
        rows_of(file)


def test_another_word_file_is_no_such_document(tmp_path: Path) -> None:
    file = observations(tmp_path / "a.docx", "7. The State party should act.", head=("A letter", "About it"))
    with pytest.raises(DrafterError):
        rows_of(file)
