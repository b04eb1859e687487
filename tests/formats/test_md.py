"""The Markdown file: it reads as exactly the text of the document, with its numbers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from drafter.drafting.pipeline import draft_file
from drafter.formats.choose import write_text
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Layout,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Table,
    Text,
)
from drafter.model.xml_text import strip_xml_illegal
from tests.support.checkout import CHECKOUT
from tests.support.pages import read_page

EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
TRICKY = st.text(st.sampled_from("ab 1.)-+*_#>`~|[]<>&;:=!\\$^{}@\"'(\n\t“é"), max_size=30)


def markdown(*blocks: Block, notes: tuple[str, ...] = (), layout: Layout | None = None) -> str:
    """Return the Markdown of a document with these *blocks*, without its seal."""
    document = Document(blocks, tuple((Text(note),) for note in notes), layout=layout or Layout())
    text = write_text(document, "md").decode()
    return text[: text.rindex("<!--")].rstrip("\n")


def printed(text: str) -> list[str]:
    """Return the text of each paragraph, heading and cell that a program prints for the Markdown *text*."""
    return [_printed(token) for token in PARSER.parse(text) if token.type == "inline"]


def _printed(token: Token) -> str:
    pieces = []
    for child in token.children or ():
        match child.type:
            case "hardbreak":
                pieces.append("\n")
            case "footnote_ref":
                pieces.append(f"[^{child.meta['label']}]")
            case "html_inline":
                pieces.append("\n" if child.content == "<br>" else "")
            case _:
                pieces.append(child.content)
    return "".join(pieces)


def as_printed(text: str) -> str:
    """Return *text* as Markdown can print it: without white space at the edges of lines."""
    lines = (line.strip(" \t") for line in strip_xml_illegal(text).split("\n"))
    return "\n".join(lines).strip("\n")


def test_a_document_as_it_reads() -> None:
    inner = Listing(((Paragraph((Text("inner"),)),),), ordered=True)
    outer = Listing(((Paragraph((Text("outer"),)), inner), (Paragraph((Text("last"),)),)), ordered=True)
    assert (
        markdown(
            Paragraph((Text("Title"),), "title"),
            Heading((Text("Part"),)),
            Paragraph((Text("Bold", bold=True), Text(" text"), NoteMark("x")), numbered=True),
            Paragraph((Text("We ask:"),), "lead"),
            outer,
            Listing(((Paragraph((Gap("year"),)),),)),
            Table(((Text("A"),), (Text("B|C"),)), (((Text("rows"),),), ((Text("1\n2"),), (Text("3"),)))),
            notes=("See https://x.example/a_b.",),
        )
        == """\
# Title

## Part

1\\. **Bold** text[^1]

**We ask:**

- (a) outer

  - (i) inner
- (b) last

- \\[to be completed: year\\]

| A | B\\|C |
| --- | --- |
| **rows** |  |
| 1<br>2 | 3 |

## Notes

[^1]: See <https://x.example/a_b>."""
    )


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_each_example_has_all_its_paragraphs_and_notes(file: Path) -> None:
    document = draft_file(file).draft.document
    tokens = PARSER.parse(write_text(document, "md").decode())
    notes = [token for token in tokens if token.type == "footnote_open"]
    assert [token.meta["label"] for token in notes] == [
        str(number) for number in range(1, len(document.notes) + 1)
    ]
    printed_texts = [_printed(token) for token in tokens if token.type == "inline"]
    page = read_page(write_text(document, "html").decode())
    numbered = [node.text for node in page.all("p") if node.attributes.get("class") == "numbered"]
    ours = [text for text in printed_texts if text.split(" ")[0].rstrip(".").isdecimal()]
    assert [text.split(" ")[0] for text in ours if text.split(" ")[0].endswith(".")][: len(numbered)] == [
        text.split(" ")[0] for text in numbered
    ]


@given(TRICKY | st.text(max_size=30))
def test_a_paragraph_reads_letter_for_letter(text: str) -> None:
    lines = [f"{line}x" for line in text.split("\n")]  # an empty line would be another paragraph
    expected = as_printed("\n".join(lines))
    assert printed(markdown(Paragraph((Text("\n".join(lines)),)))) == [expected]


@given(TRICKY | st.text(max_size=30))
def test_an_item_reads_letter_for_letter(text: str) -> None:
    line = f"{text}x".replace("\n", " ")
    listing = Listing(((Paragraph((Text(line),)),),))
    tokens = PARSER.parse(markdown(listing))
    assert [token.type for token in tokens][:2] == ["bullet_list_open", "list_item_open"]
    assert printed(markdown(listing)) == [as_printed(line)]


@given(TRICKY, TRICKY)
def test_a_cell_reads_letter_for_letter(title: str, text: str) -> None:
    cells = (f"{title}x", f"{text}x")
    table = Table(tuple((Text(cell),) for cell in cells), (tuple((Text(cell),) for cell in cells),))
    assert printed(markdown(table)) == [as_printed(cell) for cell in cells] * 2


@given(st.lists(st.tuples(TRICKY, st.booleans(), st.booleans()), max_size=4))
def test_emphasis_never_prints_its_stars(pieces: list[tuple[str, bool, bool]]) -> None:
    inlines = tuple(Text(text.replace("\n", " "), bold, italic) for text, bold, italic in pieces)
    text = "".join(inline.text for inline in inlines)
    paragraph = Paragraph((Text("x"), *inlines, Text("x")))
    assert printed(markdown(paragraph)) == [as_printed(f"x{text}x")]


def test_a_plain_document_has_no_emphasis() -> None:
    paragraphs = Paragraph((Text("We ask:"),), "lead"), Paragraph((Text("bold", bold=True),))
    assert markdown(*paragraphs, layout=Layout(plain=True)) == "We ask:\n\nbold"


def test_a_note_cites_an_earlier_one_by_its_number() -> None:
    document = Document(
        (Paragraph((Text("a"), NoteMark("x"), NoteMark("y"))),),
        ((Text("T"),), (Text("note "), NoteNumber(1))),
    )
    text = write_text(document, "md").decode()
    assert "a[^1][^2]\n" in text
    assert "[^2]: note 1\n" in text


@given(TRICKY, st.booleans())
def test_a_heading_reads_letter_for_letter(text: str, is_title: bool) -> None:
    line = f"x{text}x".replace("\n", " ")
    block = Paragraph((Text(line),), "title") if is_title else Heading((Text(line),))
    tokens = PARSER.parse(markdown(block))
    assert [(token.type, token.tag) for token in tokens if token.type == "heading_open"] == [
        ("heading_open", "h1")
    ]
    assert printed(markdown(block)) == [as_printed(line)]


@given(TRICKY | st.text(max_size=30))
def test_a_note_reads_letter_for_letter(text: str) -> None:
    line = f"x{text}x".replace("\n", " ")
    document = Document((Paragraph((Text("a"), NoteMark("n"))),), ((Text(line),),))
    assert printed(write_text(document, "md").decode())[-1] == as_printed(line)
