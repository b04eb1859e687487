"""Word files that drafter did not write, and files that cannot be read."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from drafter.errors import DrafterError
from tests.support.word_files import checked, remarks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A submission in Word's own styles, with what colleagues do in it."""
    word = docx.Document()
    word.add_heading("Drug policy in Ruritania", 0)
    word.add_paragraph("Submitted by: House of Examples (HOE)")
    word.add_heading("Prison", 1)
    word.add_paragraph("1. The guards treat the junkies badly.")
    word.add_paragraph("2. The prison service keeps no list of those who ask for treatment.")
    word.add_heading("Recommendations", 1)
    word.add_paragraph("We recommend that the Government:")
    word.add_paragraph("Open a needle programme in each prison by 2027 by law.", "List Number")
    word.add_paragraph("Consider the opening of a ward for women.", "List Number")
    word.add_paragraph("The Government should continue its efforts.")
    path = tmp_path / "foreign.docx"
    word.save(str(path))
    return path


def test_without_a_document_the_rules_are_not_checked_and_a_note_says_how(file: Path) -> None:
    check = checked(file)
    [note] = [remark for remark in check.remarks if remark.code == "rules-unknown"]
    assert (check.document, note.level) == ("", "note")
    assert "--as" in note.remedy
    assert "drafter mechanisms" in note.remedy
    assert not any(remark.code.startswith("limit") for remark in check.remarks)


def test_typed_numbers_are_the_places_of_paragraphs(file: Path) -> None:
    [remark] = remarks(file, "word-stigmatises")
    assert remark.place == "paragraph 1 (“The guards treat the junkies badly.”)"


def test_recommendations_are_recognised_in_lists_and_in_sentences(file: Path) -> None:
    places = [remark.place for remark in remarks(file, "recommendation-weak")]
    assert [place.partition("“")[2][:20] for place in places] == [
        "Consider the opening",
        "The Government shoul",
    ]


def test_the_named_document_is_checked_with_its_rules(file: Path) -> None:
    assert checked(file, "hrc/oral-statement").document == "hrc/oral-statement"
    codes = {remark.code for remark in checked(file, "upr/joint").remarks}
    assert "rules-unknown" not in codes
    with pytest.raises(DrafterError) as error:
        checked(file, "upr/jiont")
    assert "upr/joint" in error.value.faults[0].remedy


def test_an_author_in_the_properties_does_not_make_a_file_drafters(file: Path) -> None:
    word = docx.Document(str(file))
    word.core_properties.subject = "Joint submission"
    word.save(str(file))
    assert checked(file).document == ""


@pytest.mark.parametrize("content", [b"", b"no zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_what_is_no_word_file_is_refused_with_a_remedy(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "colleague.docx"
    path.write_bytes(content)
    with pytest.raises(DrafterError) as error:
        checked(path)
    [fault] = error.value.faults
    assert fault.file == str(path)
    assert "save it as .docx" in fault.remedy
    assert "look" not in fault.remedy


def test_a_zip_bomb_and_an_external_entity_are_refused(tmp_path: Path) -> None:
    entity = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
    for name, content in (("bomb", b"0" * 200_000_000), ("entity", entity)):
        data = BytesIO()
        with ZipFile(data, "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", content)
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data.getvalue())
        with pytest.raises(DrafterError) as error:
            checked(path)
        assert error.value.faults[0].file == str(path)
