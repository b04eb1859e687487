"""Reading a Word file back as values: styles, numbers, formats, fields, notes, tables."""

import pytest
from lxml import etree

from drafter.errors import DrafterError
from drafter.language.english import ENGLISH
from drafter.model.blocks import (
    Document,
    Gap,
    Heading,
    Layout,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Properties,
    Table,
    Text,
)
from drafter.word.ooxml import NAMESPACES
from drafter.word.package import read_parts, write_parts
from drafter.word.reader.document import (
    ReadDocument,
    ReadField,
    ReadInline,
    ReadNoteMark,
    ReadParagraph,
    ReadTable,
    ReadText,
    TextFormat,
)
from drafter.word.reader.inlines import read_inlines
from drafter.word.reader.read import read_document
from drafter.word.write import write_document
from tests.support.look_builder import LOOK, field

RUNNING = Layout(fields=(("running_title", "T"), ("title", "T"), ("organisation", ""), ("state", "")))
PLAIN, BOLD = TextFormat(), TextFormat(bold=True)


def read_back(*blocks: Paragraph | Heading | Listing | Table, notes: int = 0) -> ReadDocument:
    """Write *blocks* and some *notes* to a Word file, and return what is read from it."""
    document = Document(
        blocks,
        tuple((Text(f"note {number}"),) for number in range(1, notes + 1)),
        layout=Layout(fields=(("running_title", "T"), ("title", "T"), ("organisation", ""), ("state", ""))),
        properties=Properties("A title", authors="A; B", language=ENGLISH, words=7),
    )
    return read_document(write_document(document, LOOK))


def runs(xml: str) -> tuple[ReadInline, ...]:
    """Return what is read from the runs *xml*."""
    return read_inlines(etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>"), {"G": "Gap"})


def text(words: str, properties: str = "") -> str:
    """Return the XML of a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def field_mark(kind: str) -> str:
    """Return the run with the mark that begins, separates or ends a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    """Return the run with the code of a field."""
    return f"<w:r><w:instrText> {words} </w:instrText></w:r>"


# ---- a whole file ----


def test_paragraphs_are_read_with_style_number_and_formats() -> None:
    read = read_back(
        Heading((Text("One"),)),
        Paragraph((Text("a "), Text("b", bold=True), Gap("c")), numbered=True),
        Listing(((Paragraph((Text("x"),)),), (Paragraph((Text("y"),)),)), ordered=True),
        Paragraph((Text("d\ne"),), numbered=True),
    )
    heading, first, *items, second = read.blocks
    assert isinstance(first, ReadParagraph)
    assert isinstance(heading, ReadParagraph)
    assert heading.style == "heading 1"
    assert first.number == "1."
    assert first.inlines == (
        ReadText("a ", PLAIN),
        ReadText("b", BOLD),
        ReadText("[to be completed: c]", TextFormat(gap=True)),
    )
    assert [item.number for item in items if isinstance(item, ReadParagraph)] == ["(a)", "(b)"]
    assert isinstance(second, ReadParagraph)
    assert (second.number, second.inlines) == ("2.", (ReadText("d\ne", PLAIN),))


def test_notes_have_the_same_ids_as_their_marks() -> None:
    mark = (NoteMark("a"), Text(" see note "), NoteNumber(1), NoteMark("b"))
    read = read_back(Paragraph((Text("x"), *mark)), notes=2)
    [paragraph] = [block for block in read.blocks if isinstance(block, ReadParagraph)][:1]
    marks = [inline.note_id for inline in paragraph.inlines if isinstance(inline, ReadNoteMark)]
    assert marks == [note.id for note in read.notes] == ["1", "2"]
    [number] = [inline for inline in paragraph.inlines if isinstance(inline, ReadField)]
    assert (number.instruction, number.result) == ("NOTEREF _RefNote1 \\h", (ReadText("1", PLAIN),))
    assert {note.kind for note in read.notes} == {"endnote"}


def test_a_table_is_read_row_by_row_with_its_header() -> None:
    read = read_back(Table(((Text("h"),),), (((Text("x"),),), ((Text("y"),),))))
    [table] = [block for block in read.blocks if isinstance(block, ReadTable)]
    assert [row.is_header for row in table.rows] == [True, False, False]
    [[paragraph]] = table.rows[1].cells
    assert paragraph.inlines == (ReadText("x", PLAIN),)


def test_headers_properties_and_language_are_read() -> None:
    read = read_back(Paragraph((Text("x"),)))
    assert {part.kind for part in read.headers_and_footers} >= {"footer"}
    assert ("title", "A title") in read.properties
    assert ("Words", "7") in read.properties
    assert read.language == "en-GB"


@pytest.mark.parametrize("data", [b"", b"no zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_a_file_that_is_not_a_word_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(DrafterError) as refused:
        read_document(data, "colleague.docx")
    assert [fault.file for fault in refused.value.faults] == ["colleague.docx"]


# ---- the runs of a paragraph ----


def test_runs_in_the_same_format_are_one_text() -> None:
    assert runs(text("a") + text("b") + text("c", "<w:b/>") + text("d", '<w:b w:val="0"/>')) == (
        ReadText("ab", PLAIN),
        ReadText("c", BOLD),
        ReadText("d", PLAIN),
    )


def test_breaks_tabs_and_gaps_are_read_but_not_deleted_text() -> None:
    deleted = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    inserted = f"<w:ins>{text('new')}</w:ins>"
    assert runs(f"<w:r><w:t>a</w:t><w:br/><w:tab/></w:r>{deleted}{inserted}") == (
        ReadText("a\n\tnew", PLAIN),
    )
    assert runs(text("x", '<w:highlight w:val="yellow"/>')) == (ReadText("x", TextFormat(gap=True)),)
    assert runs(text("x", '<w:rStyle w:val="G"/>')) == (ReadText("x", TextFormat(gap=True)),)


def test_a_field_and_a_nested_field_have_their_code_and_result() -> None:
    whole = field("IF", text("p. ") + field(" PAGE ", text("2"), split=3))
    assert runs(whole + text("!")) == (
        ReadField("IF", (ReadText("p. ", PLAIN), ReadField("PAGE", (ReadText("2", PLAIN),), PLAIN)), PLAIN),
        ReadText("!", PLAIN),
    )


def test_an_open_field_ends_with_the_paragraph_and_a_lone_end_mark_is_ignored() -> None:
    assert runs(field_mark("begin") + code("TOC") + field_mark("separate") + text("x")) == (
        ReadField("TOC", (ReadText("x", PLAIN),), PLAIN),
    )
    assert runs(field_mark("end") + code("lost") + text("x")) == (ReadText("x", PLAIN),)


# ---- what other programs put into a body ----


def body(xml: str) -> ReadDocument:
    """Return what is read from a file whose body begins with *xml*."""
    parts = read_parts(write_document(Document((Paragraph((Text("last"),)),), layout=RUNNING), LOOK))
    name = "word/document.xml"
    parts[name] = parts[name].replace(b"<w:body>", f"<w:body>{xml}".encode(), 1)
    return read_document(write_parts(parts))


def lines(read: ReadDocument) -> list[str]:
    """Return the text of each paragraph."""
    paragraphs = (block for block in read.blocks if isinstance(block, ReadParagraph))
    return ["".join(getattr(inline, "text", "") for inline in each.inlines) for each in paragraphs]


def test_content_controls_and_text_boxes_are_read_once() -> None:
    control = f"<w:sdt><w:sdtContent><w:p>{text('in a control')}</w:p></w:sdtContent></w:sdt>"
    box = f"<w:txbxContent><w:p>{text('in a box')}</w:p></w:txbxContent>"
    host = f"<w:p>{text('host')}<w:r><w:pict>{box}</w:pict></w:r></w:p>"
    assert lines(body(control + host)) == ["in a control", "host", "in a box", "last"]


def test_tracked_changes_are_accepted_and_their_paragraphs_known() -> None:
    who = 'w:id="9" w:author="Maria Example"'
    joined = f"<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr>{text('one ')}</w:p><w:p>{text('two')}</w:p>"
    moved = f"<w:p><w:moveFrom {who}>{text('gone')}</w:moveFrom>{text('kept')}</w:p>"
    read = body(joined + moved)
    assert lines(read) == ["one two", "kept", "last"]
    changes = [block.extras.changes for block in read.blocks if isinstance(block, ReadParagraph)]
    assert changes == ["text", "text", ""]
    assert read.change_authors == 1


def test_headings_have_their_level_from_the_style_or_from_the_paragraph() -> None:
    own = f'<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>{text("deep")}</w:p>'
    of_style = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{text("top")}</w:p>'
    levels = [block.heading for block in body(own + of_style).blocks if isinstance(block, ReadParagraph)]
    assert levels == [3, 1, 0]


def test_hidden_words_are_marked() -> None:
    [hidden, shown] = runs(text("secret", "<w:vanish/>") + text("x"))
    assert isinstance(hidden, ReadText)
    assert isinstance(shown, ReadText)
    assert (hidden.format.hidden, shown.format.hidden) == (True, False)
