"""The HTML file: one page that needs nothing else, with real numbers, and notes as links there and back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting.pipeline import draft_file
from drafter.formats.choose import write_text
from drafter.frozen import replaced
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Layout,
    Listing,
    NoteMark,
    NoteNumber,
    PageTurn,
    Paragraph,
    Properties,
    Reference,
    Table,
    Text,
)
from drafter.model.xml_text import strip_xml_illegal
from tests.support.checkout import CHECKOUT
from tests.support.pages import Node, page_faults, read_page

EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))
TITLE = Paragraph((Text("A & B"),), "title")


def page(*blocks: Block, notes: tuple[str, ...] = (), layout: Layout | None = None) -> Node:
    """Return the page of a document with these *blocks*."""
    document = Document(
        blocks, tuple((Text(note),) for note in notes), Properties("A & B"), layout or Layout()
    )
    return read_page(write_text(document, "html").decode())


def texts(root: Node, *tags: str) -> list[str]:
    """Return the text of each element of *tags*."""
    return [node.text for node in root.all(*tags)]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_each_example_is_a_page_that_a_screen_reader_can_use(file: Path) -> None:
    document = draft_file(file).draft.document
    root = read_page(write_text(document, "html").decode())
    assert page_faults(root) == []
    assert root.attributes["lang"] == "en-GB"
    assert texts(root, "title") == [document.properties.title]
    marks = [node for node in root.all("a") if node.attributes.get("role") == "doc-noteref"]
    assert [mark.text for mark in marks] == [str(number) for number in range(1, len(document.notes) + 1)]


def test_faults_of_a_page_are_seen() -> None:
    broken = (
        '<html><head><title>x</title></head><body><h2>x</h2><img src="a.png"><a href="#no">x</a>'
        "<table><tr><th>x</th></tr></table></img></body></html>"
    )
    assert page_faults(read_page(broken)) == [
        "loads: img",
        "src of img",
        "no language",
        "levels of headings: [2]",
        "cell without scope: x",
        "leads nowhere: #no",
    ]


def test_paragraphs_and_lists_have_their_numbers_as_text() -> None:
    inner = Listing(((Paragraph((Text("inner"),)),), (Paragraph((Text("other"),)),)), ordered=True)
    outer = Listing(((Paragraph((Text("outer"),)), inner), (Paragraph((Text("last"),)),)), ordered=True)
    numbered = [Paragraph((Text(f"p{number}"),), numbered=True) for number in (1, 2)]
    root = page(TITLE, numbered[0], Heading((Text("h"),)), numbered[1], outer)
    assert texts(root, "p") == ["1. p1", "2. p2"]
    assert [node.text.split("\n")[0] for node in root.all("li")] == [
        "(a) outer",
        "(i) inner",
        "(ii) other",
        "(b) last",
    ]


def test_notes_are_links_there_and_back() -> None:
    paragraph = Paragraph((Text("a"), NoteMark("x"), NoteMark("y"), Text("b")))
    notes = ((Text("first"),), (Text("see "), NoteNumber(1)))
    document = Document((TITLE, paragraph), notes, Properties("A & B"))
    root = read_page(write_text(document, "html").decode())
    assert texts(root, "p") == ["a1,2b"]
    links = [
        (node.attributes["href"], node.attributes.get("id"), node.attributes.get("aria-label"))
        for node in root.all("a")
    ]
    assert links == [
        ("#note-1", "mark-1", "Note 1"),
        ("#note-2", "mark-2", "Note 2"),
        ("#mark-1", None, "Back to the text at note 1"),
        ("#note-1", None, None),
        ("#mark-2", None, "Back to the text at note 2"),
    ]
    assert [node.attributes.get("id") for node in root.all("li")] == ["note-1", "note-2"]
    assert page_faults(root) == []


def test_a_reference_is_a_link_to_its_part() -> None:
    root = page(
        TITLE,
        Heading((Text("Prisons"),), labels=("prison",)),
        Paragraph((Text("x"),), numbered=True, labels=("prison#1", "own/x")),
        Listing(((Paragraph((Text("item"),), labels=("recommendation",)),),), ordered=True),
        Paragraph((Text("See "), Reference("own/x", "1", is_number=True), Reference("prison", "Prisons"))),
    )
    assert [(node.attributes["href"], node.text) for node in root.all("a")] == [
        ("#part-own-x", "1"),
        ("#part-prison", "Prisons"),
    ]
    assert [node.attributes["id"] for node in root.all("span") if "id" in node.attributes] == [
        "part-prison",
        "part-prison-1",
        "part-own-x",
        "part-recommendation",
    ]
    assert page_faults(root) == []


def test_gaps_levels_and_wide_pages() -> None:
    table = Table(((Text("A"),), (Text("B"),)), (((Text("title"),),), ((Text("1"),), (Gap("year"),))))
    root = page(
        Heading((Text("deep"),), 3), PageTurn(landscape=True), table, PageTurn(landscape=False), TITLE
    )
    assert texts(root, "h2") == ["deep"]
    assert texts(root, "mark") == ["[to be completed: year]"]
    assert [(node.attributes["scope"], node.text) for node in root.all("th")] == [
        ("col", "A"),
        ("col", "B"),
        ("rowgroup", "title"),
    ]
    assert [node.attributes["class"] for node in root.all("div")] == ["wide", "turn"]
    assert list(next(root.all("div")).all("table"))


def test_a_document_without_a_title_has_one_for_screen_readers() -> None:
    root = page(Heading((Text("first"),)))
    assert [(node.text, node.attributes["class"]) for node in root.all("h1")] == [("A & B", "unseen")]


def test_web_addresses_are_links_without_the_full_stop_after_them() -> None:
    paragraph = Paragraph((Text("See https://x.example/a_(b)?c=1&d=2. (https://y.example/)"),))
    root = page(TITLE, paragraph)
    assert [(node.attributes["href"], node.text) for node in root.all("a")] == [
        ("https://x.example/a_(b)?c=1&d=2", "https://x.example/a_(b)?c=1&d=2"),
        ("https://y.example/", "https://y.example/"),
    ]
    plain = page(TITLE, paragraph, layout=Layout(plain=True))
    assert list(plain.all("a")) == []


def test_a_foreign_title_has_its_language() -> None:
    title = Text("Rapport sur les drogues", italic=True, language="fr")
    root = page(TITLE, Paragraph((Text("See "), title, Text("."))))
    assert [(node.text, node.attributes["lang"]) for node in root.all("span")] == [(title.text, "fr")]


def test_a_plain_document_has_no_emphasis() -> None:
    paragraph = Paragraph((Text("bold", bold=True), Text("italic", italic=True)))
    assert texts(page(TITLE, paragraph), "strong", "em") == ["bold", "italic"]
    assert texts(page(TITLE, paragraph, layout=Layout(plain=True)), "strong", "em") == []


@given(st.text(), st.booleans())
def test_typed_text_comes_out_letter_for_letter(text: str, bold: bool) -> None:
    properties = replaced(Properties(text), authors=text)
    document = Document((TITLE, Paragraph((Text(text, bold=bold),))), (), properties)
    root = read_page(write_text(document, "html").decode())
    assert texts(root, "p") == [strip_xml_illegal(text)]
    assert [node.text for node in root.all("h1", "script", "img")] == ["A & B"]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;", "</title><h1>x</h1>"]
)
def test_markup_in_a_text_stays_text(text: str) -> None:
    document = Document(
        (TITLE, Heading((Text(text),)), Paragraph((Text(text),))),
        properties=replaced(Properties(text), authors=text, keywords=text, subject=text),
    )
    root = read_page(write_text(document, "html").decode())
    assert (texts(root, "title"), texts(root, "h2"), texts(root, "p")) == ([text], [text], [text])
    assert page_faults(root) == []
