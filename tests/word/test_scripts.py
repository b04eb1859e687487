"""Other scripts and languages: each run says in which language it is, and has a font that has its letters."""

from pathlib import Path

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.errors import DrafterError
from drafter.model.blocks import Document, Heading, Layout, Paragraph, Properties, Table, Text
from drafter.word.scripts import pieces_of, with_region
from drafter.word.write import write_document
from drafter.word.xml_tree import Element
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import W, invariants, read, tree
from tests.support.small_library import write_library
from tests.support.submissions import section, submission

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()


def body(*paragraphs: str, layout: Layout | None = None) -> Element:
    """Return the body of a document with *paragraphs*."""
    blocks = tuple(Paragraph((Text(text),)) for text in paragraphs)
    fields = (("running_title", "x"),)
    data = write_document(Document(blocks, (), Properties("A title"), layout or Layout(fields=fields)), LOOK)
    assert invariants(data) == []
    return tree(read(data), "word/document.xml")


def run_with(root: Element, text: str) -> dict[str, dict[str, str]]:
    """Return the properties of the run with exactly *text*: the attributes of each, by its name."""
    [run] = [run for run in root.iter(f"{W}r") if "".join(run.itertext()) == text]
    properties = run.find(f"{W}rPr")
    return {
        each.tag.removeprefix(W): {name.removeprefix(W): value for name, value in each.attrib.items()}
        for each in (() if properties is None else properties)
    }


@pytest.mark.parametrize(
    ("text", "properties"),
    [
        ("قانون", {"rtl": {}, "lang": {"bidi": "ar-SA"}}),
        ("پژوهش", {"rtl": {}, "lang": {"bidi": "fa-IR"}}),
        ("חוק", {"rtl": {}, "lang": {"bidi": "he-IL"}}),
        ("कानून", {"rFonts": {"cs": "Nirmala UI"}, "cs": {}, "lang": {"bidi": "hi-IN"}}),
        ("กฎหมาย", {"rFonts": {"cs": "Leelawadee UI"}, "cs": {}, "lang": {"bidi": "th-TH"}}),
        ("法律", {"rFonts": {"hint": "eastAsia", "eastAsia": "SimSun"}, "lang": {"eastAsia": "zh-CN"}}),
        ("法律の", {"rFonts": {"hint": "eastAsia", "eastAsia": "MS Mincho"}, "lang": {"eastAsia": "ja-JP"}}),
        (
            "법률",
            {"rFonts": {"hint": "eastAsia", "eastAsia": "Malgun Gothic"}, "lang": {"eastAsia": "ko-KR"}},
        ),
        ("Закон", {"lang": {"val": "ru-RU"}}),
        ("Їжа", {"lang": {"val": "uk-UA"}}),
        ("ሕግ", {"rFonts": {"ascii": "Ebrima", "hAnsi": "Ebrima"}, "lang": {"val": "am-ET"}}),
    ],
)
def test_a_script_is_recognised_and_its_run_is_marked(
    text: str, properties: dict[str, dict[str, str]]
) -> None:
    assert run_with(body(f"The law ({text}) of 1990."), text) == properties


def test_latin_text_is_in_the_language_of_the_document() -> None:
    assert run_with(body("Plain – “text” é."), "Plain – “text” é.") == {}


def test_the_known_language_of_a_script_comes_before_the_guess() -> None:
    assert [piece.language for piece in pieces_of("नेपाल", "ne")] == ["ne-NP"]
    assert [piece.language for piece in pieces_of("Закон", "bg")] == ["bg-BG"]
    assert [piece.language for piece in pieces_of("Loi", "fr")] == ["fr-FR"]
    assert [piece.language for piece in pieces_of("Закон", "fr")] == ["ru-RU"], "no French in Cyrillic"
    assert [piece.language for piece in pieces_of("Report", "fa")] == [""], "no Persian in Latin"
    assert with_region("fr-CA") == "fr-CA"


def test_the_pieces_of_a_text_are_the_text() -> None:
    text = "a قانون، 12 (b) कानून – 法律の, Закон 🕊 ሕግ\nx"
    assert "".join(piece.text for piece in pieces_of(text)) == text


def test_a_paragraph_runs_from_right_to_left_only_if_all_of_it_does() -> None:
    root = body("قانون مكافحة المخدرات، 2021.", "The law (قانون).", "12 – 14", "قانون of 1990")
    directions = [paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in root.iter(f"{W}p")]
    assert directions[:4] == [True, False, False, False]


def test_no_language_of_latin_is_declared_for_east_asian_text() -> None:
    data = write_document(
        Document((Paragraph((Text("a"),)),), (), Properties("T"), Layout(fields=(("running_title", "x"),))),
        LOOK,
    )
    languages = list(tree(read(data), "word/styles.xml").iter(f"{W}lang"))
    assert languages
    assert [each.get(f"{W}eastAsia") for each in languages] == [None] * len(languages)
    assert languages[0].get(f"{W}val") == "en-GB"


def test_title_and_author_of_a_foreign_source_are_in_its_language(tmp_path: Path) -> None:
    write_library(tmp_path)
    source = {"author": "Ministère", "title": "Rapport sur les drogues", "publisher": "La Presse",
              "date": "2024", "language": "fr"}  # fmt: skip
    facts = {"F1": {"text": "One", "source": "S1", "locator": "p. 3"}}
    file = submission(tmp_path, themes=section(facts=["F1"]), facts=facts, sources={"S1": source})
    [note] = draft_file(file).draft.document.notes
    assert note == (
        Text("Ministère", language="fr"),
        Text(", "),
        Text("Rapport sur les drogues", italic=True, language="fr"),
        Text(" ("),
        Text("La Presse", language="fr"),
        Text(", 2024), p. 3."),
    )


def test_a_language_that_is_no_code_is_a_fault(tmp_path: Path) -> None:
    write_library(tmp_path)
    with pytest.raises(DrafterError, match="'French' is no code of a language"):
        draft_file(submission(tmp_path, sources={"S1": {"title": "T", "language": "French"}}))


def test_a_table_has_a_title_and_a_description_for_a_screen_reader() -> None:
    table = Table(((Text("Year"),), (Text("People & places"),)), (((Text("1"),), (Text("2"),)),))
    blocks = (Heading((Text("Deaths"),)), table)
    data = write_document(
        Document(blocks, (), Properties("T"), Layout(fields=(("running_title", "x"),))), LOOK
    )
    assert invariants(data) == []
    root = tree(read(data), "word/document.xml")
    assert [each.get(f"{W}val") for each in root.iter(f"{W}tblCaption")] == ["Deaths"]
    assert [each.get(f"{W}val") for each in root.iter(f"{W}tblDescription")] == [
        "Columns: Year; People & places. Rows below the header: 1."
    ]
