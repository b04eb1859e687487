"""The invariants of Word files detect faults: each test file has one."""

import pytest

from drafter.model.blocks import Document, Layout, NoteMark, NoteNumber, Paragraph, Table, Text
from drafter.word.package import write_parts
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import invariants, read

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()
MARK = NoteMark("any")
VALID = write_document(
    Document(
        (Paragraph((Text("a"), MARK, Text("b"), MARK), numbered=True), Table(((Text("c"),),), ())),
        ((Text("one"),), (Text("see "), NoteNumber(1))),
        layout=Layout(fields=(("running_title", "x"),)),
    ),
    LOOK,
)
MAIN, NOTES, SETTINGS = "word/document.xml", "word/endnotes.xml", "word/settings.xml"


def test_a_valid_file_has_no_faults() -> None:
    assert invariants(VALID) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (MAIN, '<w:endnoteReference w:id="2"/>', "", "endnotes are"),
        (MAIN, '<w:endnoteReference w:id="2"/>', '<w:endnoteReference w:id="1"/>', "in reading order"),
        (MAIN, '<w:endnoteReference w:id="2"/>', '<w:endnoteReference w:id="3"/>', "in reading order"),
        (NOTES, 'w:id="2"', 'w:id="9"', "endnotes are"),
        (NOTES, 'w:type="separator" ', "", "separators"),
        (NOTES, "<w:endnoteRef/>", "", "does not show its number"),
        (NOTES, "_RefNote1", "_RefNote7", "bookmark _RefNote7"),
        (NOTES, 'w:fldCharType="separate"', 'w:fldCharType="end"', "has fields"),
        (SETTINGS, '<w:endnotePr><w:numFmt w:val="decimal"/>', "<w:endnotePr>", "endnotePr in settings"),
        (MAIN, '<w:endnotePr><w:numFmt w:val="decimal"/>', "<w:endnotePr>", "endnotePr in sectPr"),
        (MAIN, '<w:pStyle w:val="TableHeading"/>', '<w:pStyle w:val="Nope"/>', "undefined style"),
        ("word/styles.xml", '<w:numId w:val="1"/>', '<w:numId w:val="77"/>', "undefined list"),
        (
            "word/numbering.xml",
            '<w:abstractNumId w:val="1"/>',
            '<w:abstractNumId w:val="8"/>',
            "no definition",
        ),
        (MAIN, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "does not end in a paragraph"),
        (MAIN, "</w:tbl><w:p/>", "</w:tbl>", "followed by no paragraph"),
        (MAIN, '<w:bookmarkEnd w:id="1"/>', "", "bookmarks are not"),
        (MAIN, "<w:p>", '<w:p w:rsidR="00AB12CD">', "editing marks"),
        (SETTINGS, "<w:compat>", "<w:rsids/><w:compat>", "settings hold rsids"),
        ("docProps/app.xml", "<Words>", "<Company>x</Company><Words>", "hold Company"),
        (
            "docProps/core.xml",
            "</cp:coreProperties>",
            "<cp:lastModifiedBy/></cp:coreProperties>",
            "lastModified",
        ),
        ("docProps/custom.xml", 'name="drafter"', 'name="client"', "hold client"),
        ("[Content_Types].xml", "/word/endnotes.xml", "/word/other.xml", "which is not there"),
        ("word/_rels/document.xml.rels", "endnotes.xml", "other.xml", "nothing points to word/endnotes.xml"),
    ],
)
def test_a_fault_is_detected(part: str, old: str, new: str, fault: str) -> None:
    parts = read(VALID)
    xml = parts[part].decode()
    assert old in xml
    faults = invariants(write_parts({**parts, part: xml.replace(old, new, 1).encode()}))
    assert any(fault in each for each in faults), faults
