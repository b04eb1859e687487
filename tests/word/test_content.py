"""A Word file as blocks again: what drafter wrote, and what other programs made of it."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Layout,
    Listing,
    NoteMark,
    NoteNumber,
    PageTurn,
    Paragraph,
    Properties,
    Table,
    Text,
    lines_of,
)
from drafter.word.package import read_parts, write_parts
from drafter.word.reader.content import read_content
from drafter.word.write import write_document
from tests.support.checkout import EXAMPLES
from tests.support.libreoffice import HAS_LIBREOFFICE, saved_by_libreoffice
from tests.support.look_builder import LOOK, field, run
from tests.support.ooxml import W
from tests.support.readable import readable, texts
from tests.support.word_files import reviewed

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
RUNNING = Layout(fields=(("running_title", "T"), ("title", "T"), ("organisation", ""), ("state", "")))
WHO = 'w:id="9" w:author="Maria Example" w:date="2024-05-01T10:00:00Z"'


@cache
def example_document(name: str) -> Document:
    """Return the document of an example."""
    return reviewed(EXAMPLES / f"{name}.yaml").draft.document


@cache
def word_file(name: str) -> bytes:
    """Return the Word file of an example."""
    return write_document(example_document(name), LOOK)


def same_again(*blocks: Block, notes: tuple[tuple[Inline, ...], ...] = ()) -> bool:
    """Return whether *blocks* and *notes*, written to a Word file, are read as they were."""
    written = Document(blocks, notes, layout=RUNNING)
    again = read_content(write_document(written, LOOK)).document
    return (again.blocks, again.notes) == (readable(written).blocks, notes)


def paragraph(text: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((Text(text),))


# ---- drafter's own files ----


@pytest.mark.parametrize("name", NAMES)
def test_each_example_is_read_as_it_was_written(name: str) -> None:
    """Headings, roles, numbers, nested lists, tables, pages, gaps, notes and their fields."""
    again = read_content(word_file(name)).document
    wanted = readable(example_document(name))
    assert again.blocks == wanted.blocks
    assert again.notes == wanted.notes
    assert again.layout.notes == wanted.layout.notes
    assert again.properties.title == wanted.properties.title
    assert again.properties.date == wanted.properties.date
    assert again.properties.document_type == wanted.properties.document_type


def test_nested_lists_and_the_paragraphs_of_an_item_are_read_again() -> None:
    """Also a list whose items change between bullets and letters, and a second list after the first."""
    inner = Listing(((paragraph("deep"), paragraph("deep, continued")), (paragraph("deeper"),)), ordered=True)
    outer = Listing(((paragraph("a"), inner, paragraph("a, continued")), (paragraph("b"),)), ordered=False)
    letters = Listing(((paragraph("x"),), (paragraph("y"),)), ordered=True)
    assert same_again(paragraph("before"), outer, letters, letters, paragraph("after"))


def test_notes_gaps_and_note_numbers_are_read_again() -> None:
    """Side by side, in a cell and in a note."""
    marks = (Text("Text"), NoteMark("1"), NoteMark("2"), Text(", and "), Gap("the year"), Gap(""))
    table = Table(((Text("Head"),), (Text("Mark"), NoteMark("3"))), (((Text("one cell"),),),))
    notes: tuple[tuple[Inline, ...], ...] = (
        (Text("First, "), Text("a title", italic=True)),
        (Text("See note "), NoteNumber(1), Text(".")),
        (Gap("source"),),
    )
    assert same_again(Paragraph(marks), table, notes=notes)


def test_pages_on_their_side_are_read_again() -> None:
    wide = Table(((Text("A"),), (Text("B"),)), (((Text("1"),), (Text("2"),)),))
    assert same_again(
        paragraph("x"), PageTurn(landscape=True), wide, PageTurn(landscape=False), paragraph("y")
    )
    assert same_again(PageTurn(landscape=True), wide, PageTurn(landscape=False), paragraph("y"))


# ---- what other programs make of them ----


@pytest.mark.skipif(not HAS_LIBREOFFICE, reason="LibreOffice is not installed")
@pytest.mark.seconds(300)
def test_libreoffice_changes_nothing_that_is_read(tmp_path: Path) -> None:
    """It renames styles, writes new list ids and rewrites every part."""
    saved = saved_by_libreoffice({name: word_file(name) for name in NAMES}, tmp_path)
    for name, data in saved.items():
        again, wanted = read_content(data).document, readable(example_document(name))
        assert again.blocks == wanted.blocks, name
        assert again.notes == wanted.notes, name


def without_styles(data: bytes) -> bytes:
    """Return the Word file *data* as a program saves it that knows only headings and titles.

    Numbers, indents and colours become those of each paragraph, and bookmarks get new names: so does Google
    Docs. The ids of styles are in another language.
    """
    parts = read_parts(data)
    root, styles = etree.fromstring(parts["word/document.xml"]), etree.fromstring(parts["word/styles.xml"])
    by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    for style in list(root.iter(f"{W}pStyle")):
        if is_known_everywhere(by_id[style.get(f"{W}val")]):
            style.set(f"{W}val", f"Überschrift-{style.get(f'{W}val')}")
        else:
            give_own_format(style, by_id[style.get(f"{W}val")])
    for gap in [style for style in root.iter(f"{W}rStyle") if style.get(f"{W}val") == "Gap"]:
        gap.getparent().replace(gap, etree.Element(f"{W}highlight", {f"{W}val": "yellow"}))
    for number, bookmark in enumerate(root.iter(f"{W}bookmarkStart")):
        bookmark.set(f"{W}name", f"kix.{number}")
    for style_id, style in by_id.items():
        if is_known_everywhere(style):
            style.set(f"{W}styleId", f"Überschrift-{style_id}")
        elif style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") is None:
            styles.remove(style)
    parts |= {"word/document.xml": etree.tostring(root), "word/styles.xml": etree.tostring(styles)}
    return write_parts(parts)


def is_known_everywhere(style: Any) -> bool:
    """Return whether every program knows *style*."""
    name = style.find(f"{W}name").get(f"{W}val").lower()
    return bool(name.startswith("heading ")) or name in ("title", "subtitle")


def give_own_format(reference: Any, style: Any) -> None:
    """Replace the *reference* to a *style* in the properties of a paragraph by what the style says."""
    properties = reference.getparent()
    properties.remove(reference)
    for tag in ("ind", "numPr"):
        own = style.find(f"{W}pPr/{W}{tag}")
        if own is not None and properties.find(f"{W}{tag}") is None:
            properties.insert(0, deepcopy(own))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_without_drafters_styles_keeps_texts_lists_and_numbers(name: str) -> None:
    """Only the roles of paragraphs are lost, and the paragraphs of an item that has several."""
    again = read_content(without_styles(word_file(name))).document
    wanted = readable(example_document(name))
    assert texts(lines_of(again.blocks)) == texts(lines_of(wanted.blocks))
    assert texts(again.notes) == texts(wanted.notes)
    kinds = [(type(block), getattr(block, "numbered", None)) for block in again.blocks]
    assert kinds == [(type(block), getattr(block, "numbered", None)) for block in wanted.blocks]


# ---- tracked changes ----


def body(xml: str) -> bytes:
    """Return a Word file whose body begins with *xml*."""
    parts = read_parts(write_document(Document((paragraph("last"),), layout=RUNNING), LOOK))
    name = "word/document.xml"
    parts[name] = parts[name].replace(b"<w:body>", f"<w:body>{xml}".encode(), 1)
    return write_parts(parts)


def deleted(text: str) -> str:
    """Return the deletion of *text*."""
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """Return the insertion of *text*."""
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def marked(change: str, inner: str, style: str = "") -> str:
    """Return a paragraph whose end is a tracked *change*: ``ins``, ``del``, ``moveFrom`` or ``moveTo``."""
    return f"<w:p><w:pPr>{style}<w:rPr><w:{change} {WHO}/></w:rPr></w:pPr>{inner}</w:p>"


def plain(inner: str) -> str:
    """Return a paragraph."""
    return f"<w:p>{inner}</w:p>"


CELL = "<w:tc><w:p>{}</w:p></w:tc>"
ROW = "<w:tr>{}<w:tc><w:p>{}</w:p></w:tc></w:tr>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"
NEW_ROW, OLD_ROW = (f"<w:trPr><w:{change} {WHO}/></w:trPr>" for change in ("ins", "del"))
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
HEADING = '<w:pStyle w:val="Heading1"/>'
FIELD = deleted("note ") + field("NOTEREF x", run("7")).join((f"<w:del {WHO}>", "</w:del>")).replace(
    "w:instrText", "w:delInstrText"
).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")


@pytest.mark.parametrize(
    ("xml", "accepted", "rejected"),
    [
        (plain(run("a ") + deleted("b") + inserted("c")), ["a c"], ["a b"]),
        (marked("del", deleted("gone")) + plain(run("kept")), ["kept"], ["gone", "kept"]),
        (marked("ins", inserted("new")) + plain(run("kept")), ["new", "kept"], ["kept"]),
        (marked("ins", run("one ")) + plain(run("two")), ["one ", "two"], ["one two"]),
        (marked("del", run("one ")) + plain(run("two")), ["one two"], ["one ", "two"]),
        (marked("del", deleted("gone")) + TABLE.format(ROW.format("", run("t"))), ["t"], ["gone", "t"]),
        (marked("del", deleted("a")) + '<w:bookmarkEnd w:id="5"/>' + plain(run("b")), ["b"], ["a", "b"]),
        (marked("del", run("a ")) + CONTROL.format(plain(run("b"))), ["a b"], ["a ", "b"]),
        (
            marked("moveFrom", f"<w:moveFrom {WHO}>{run('x')}</w:moveFrom>")
            + plain(run("y"))
            + marked("moveTo", f"<w:moveTo {WHO}>{run('x')}</w:moveTo>"),
            ["y", "x"],
            ["x", "y"],
        ),
        (plain(f"<w:ins {WHO}>{deleted('never')}</w:ins>" + run("x")), ["x"], ["x"]),
        (plain(f"<w:hyperlink>{inserted('link ')}</w:hyperlink>" + run("x")), ["link x"], ["x"]),
        (plain(f"<w:smartTag>{deleted('tag ')}</w:smartTag>" + run("x")), ["x"], ["tag x"]),
        (plain(CONTROL.format(inserted("in a control"))), ["in a control"], []),
        (plain(FIELD + run("x")), ["x"], ["note ^x"]),
        (
            TABLE.format(ROW.format("", run("h")) + ROW.format(NEW_ROW, inserted("n"))),
            ["h", "n"],
            ["h"],
        ),
        (TABLE.format(ROW.format("", run("h")) + ROW.format(OLD_ROW, deleted("o"))), ["h"], ["h", "o"]),
    ],
)
def test_tracked_changes_are_accepted_or_rejected(xml: str, accepted: list[str], rejected: list[str]) -> None:
    """Text, paragraphs, moves, rows, fields; within links, smart tags and content controls."""
    data = body(xml)
    assert texts(lines_of(read_content(data).document.blocks)) == [*accepted, "last"]
    assert texts(lines_of(read_content(data, changes="reject").document.blocks)) == [*rejected, "last"]


def test_a_changed_format_is_as_it_was_when_it_is_rejected() -> None:
    """The style of a paragraph, and bold text."""
    style = f"{HEADING}<w:pPrChange {WHO}><w:pPr/></w:pPrChange>"
    bold = f"<w:rPr><w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
    data = body(f"<w:p><w:pPr>{style}</w:pPr><w:r>{bold}<w:t>x</w:t></w:r></w:p>")
    assert read_content(data).document.blocks[0] == Heading((Text("x", bold=True),))
    assert read_content(data, changes="reject").document.blocks[0] == Paragraph((Text("x", italic=True),))


def test_a_note_goes_with_its_mark() -> None:
    """The file keeps the text of a note whose mark was deleted, until the change is accepted."""
    document = Document(
        (Paragraph((Text("a"), NoteMark("1"), Text("b"), NoteMark("2"))),),
        ((Text("one"),), (Text("two"),)),
        layout=RUNNING,
    )
    parts = read_parts(write_document(document, LOOK))
    root = etree.fromstring(parts["word/document.xml"])
    mark = next(root.iter(f"{W}endnoteReference")).getparent()
    change = etree.Element(f"{W}del", {f"{W}id": "9", f"{W}author": "Maria Example"})
    mark.getparent().replace(mark, change)
    change.append(mark)
    data = write_parts(parts | {"word/document.xml": etree.tostring(root)})
    assert read_content(data).document.notes == ((Text("two"),),)
    assert read_content(data, changes="reject").document.notes == document.notes


# ---- gaps and comments ----


def test_a_gap_is_known_by_its_colour_or_its_content_control_and_filled_by_words() -> None:
    gap = "[to be completed: the year]"
    coloured = f'<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>{gap}</w:t></w:r>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    waiting = control.format("<w:showingPlcHdr/>", run(gap))
    filled = control.format("", run("2019"))
    blocks = read_content(body(plain(coloured) + plain(waiting) + plain(filled))).document.blocks
    assert blocks[:3] == (
        Paragraph((Gap("the year"),)),
        Paragraph((Gap("the year"),)),
        Paragraph((Text("2019"),)),
    )


def test_comments_are_read_with_their_line_and_the_words_they_are_about() -> None:
    """Nobody's name is read."""
    start, end = (f'<w:commentRange{kind} w:id="4"/>' for kind in ("Start", "End"))
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    data = body(
        plain(run("first")) + plain(run("the ") + start + run("second ") + run("one") + end + reference)
    )
    parts = read_parts(data)
    comment = f'<w:comment w:id="4" w:author="Maria Example">{plain(run("Is this"))}{plain(run("right?"))}'
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}">{comment}</w:comment></w:comments>'.encode()
    )
    [read] = read_content(write_parts(parts)).comments
    assert (read.line, read.quoted, read.text) == (1, "second one", "Is this\nright?")


def test_properties_are_read() -> None:
    properties = Properties("A title", "A; B", "a subject", "drugs, health", date="2025-03-20")
    written = Document((paragraph("x"),), properties=properties, layout=RUNNING)
    assert read_content(write_document(written, LOOK)).document.properties == properties
