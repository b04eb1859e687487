"""The invariants of Word files detect faults: each test file has one."""

import pytest

from drafter.model.blocks import Document, Gap, Layout, NoteMark, NoteNumber, Paragraph, Table, Text
from drafter.word.package import write_parts
from drafter.word.working_copy import GapControl, WorkingCopy
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
WORKING = write_document(
    Document(
        (Paragraph((Gap("one"), MARK)), Paragraph((Gap("two"),))),
        ((Text("a note"),),),
        layout=Layout(fields=(("running_title", "x"),)),
    ),
    LOOK,
    WorkingCopy(("_d1", "_d2"), (GapControl("t1", "One", ("why",)), GapControl("t2", "Two", ("why",)))),
)
COMMENTS = "word/comments.xml"
MAIN, NOTES, SETTINGS = "word/document.xml", "word/endnotes.xml", "word/settings.xml"


def test_a_valid_file_has_no_faults() -> None:
    assert invariants(VALID) == []
    assert invariants(WORKING) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (MAIN, '<w:commentReference w:id="100000"/>', "", "but the text has commentReference"),
        (MAIN, '<w:commentRangeEnd w:id="100001"/>', "", "but the text has commentRangeEnd"),
        (COMMENTS, 'w:author="drafter"', 'w:author="Maria"', "a comment is by Maria"),
        (COMMENTS, 'w:author="drafter"', 'w:author="drafter" w:initials="M"', "a comment is by"),
        (MAIN, '<w:tag w:val="t2"/>', '<w:tag w:val="t1"/>', "content controls have the tags"),
        (MAIN, '<w:id w:val="2"/>', '<w:id w:val="1"/>', "content controls have the ids"),
        (MAIN, '<w:tag w:val="t2"/>', f'<w:tag w:val="{"t" * 65}"/>', "a content control has the tag"),
        (MAIN, 'w:name="_d2"', 'w:name="_d1"', "bookmarks are not unique"),
    ],
)
def test_a_fault_in_a_working_copy_is_detected(part: str, old: str, new: str, fault: str) -> None:
    parts = read(WORKING)
    xml = parts[part].decode()
    assert old in xml
    faults = invariants(write_parts({**parts, part: xml.replace(old, new, 1).encode()}))
    assert any(fault in each for each in faults), faults


def test_a_comment_with_the_id_of_a_note_is_detected() -> None:
    parts = {name: content.replace(b'"100000"', b'"1"') for name, content in read(WORKING).items()}
    assert any("which LibreOffice 7.4 confuses" in fault for fault in invariants(write_parts(parts)))


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
