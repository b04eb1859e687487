"""Page layout: page breaks, the running title, the heading of the notes, column widths."""

from typing import Literal

import pytest

from drafter.compose.roster import sign_on_sheet
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import (
    Block,
    Document,
    Heading,
    Layout,
    Listing,
    NoteMark,
    PageTurn,
    Paragraph,
    Table,
    Text,
)
from drafter.word.running_title import shorten_title
from drafter.word.tables import column_widths
from drafter.word.text_width import width_in_ems
from drafter.word.write import write_document
from drafter.word.xml_tree import Element
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()
MARK = NoteMark("any")
TABLE = Table(((Text("head"),),), (((Text("cell"),),),))
REPORT = (
    "Alternative report to the Committee on the Elimination of Discrimination against Women for the review "
    "of the sixth periodic report (example) of Ruritania"
)


def text(words: str, role: str = "body") -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph((Text(words),), role)


def heading(words: str, level: int = 1) -> Heading:
    """Return a heading of plain text."""
    return Heading((Text(words),), level)


def listing(*items: str | tuple[Block, ...], ordered: bool = True) -> Listing:
    """Return a list; a string is an item with one paragraph."""
    return Listing(tuple((text(item),) if isinstance(item, str) else item for item in items), ordered)


def parts_of(
    *blocks: Block,
    notes: int = 0,
    title: str = "x",
    kind: Literal["endnotes", "footnotes"] = "endnotes",
    plain: bool = False,
    size: int = 0,
) -> dict[str, bytes]:
    """Return the parts of a valid Word file with these blocks."""
    layout = Layout(kind, plain=plain, size=size, fields=(("running_title", title),))
    data = write_document(Document(blocks, ((Text("note"),),) * notes, layout=layout), LOOK)
    assert invariants(data) == []
    return read(data)


def kept_with_next(*blocks: Block) -> list[str]:
    """Return the texts of the paragraphs that Word keeps on one page with the next one."""
    paragraphs = tree(parts_of(*blocks), "word/document.xml").iterfind(f".//{W}p/{W}pPr/{W}keepNext/../..")
    return ["".join(paragraph.itertext()) for paragraph in paragraphs]


def style(name: str) -> Element:
    """Return the paragraph properties of a style of the look."""
    [properties] = tree(read(LOOK), "word/styles.xml").xpath(
        f"//w:style[w:name/@w:val='{name}']/w:pPr", namespaces={"w": W.strip("{}")}
    )
    return properties


# ---- the heading of the notes ----


def body_texts(parts: dict[str, bytes]) -> list[str]:
    """Return the texts of the paragraphs of the body."""
    body = tree(parts, "word/document.xml")[0]
    return ["".join(paragraph.itertext()) for paragraph in body.iter(f"{W}p")]


def heading_of_notes(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return style and text of what Word prints above the endnotes: the paragraphs of their separator."""
    separator = tree(parts, "word/endnotes.xml")[0]
    assert separator.get(f"{W}type") == "separator"
    styles = (paragraph.find(f"{W}pPr/{W}pStyle") for paragraph in separator)
    names = ("" if style is None else style.get(f"{W}val", "") for style in styles)
    return list(zip(names, ("".join(paragraph.itertext()) for paragraph in separator), strict=True))


def test_endnotes_have_a_heading_that_cannot_be_on_another_page() -> None:
    parts = parts_of(Paragraph((Text("a"), MARK)), text("Strelsau", "signature"), notes=1)
    assert body_texts(parts) == ["a", "Strelsau"]
    assert heading_of_notes(parts) == [("Heading1", "Notes")]


def test_endnotes_follow_a_wide_annex_on_its_last_page() -> None:
    """An empty upright section after the annex would begin a new page for the notes."""
    annex = (PageTurn(True, annex=True), Table(((Text("a"), MARK),), ()), PageTurn(False))
    body = tree(parts_of(text("a"), *annex, notes=1), "word/document.xml")[0]
    orientations = [size.get(f"{W}orient", "portrait") for size in body.iter(f"{W}pgSz")]
    assert orientations == ["portrait", "landscape"]


def test_endnotes_have_no_line_below_their_heading() -> None:
    notes = tree(parts_of(Paragraph((Text("a"), MARK)), notes=1), "word/endnotes.xml")
    assert [note.get(f"{W}type") for note in notes][:2] == ["separator", "continuationSeparator"]
    assert list(notes.iter(f"{W}separator", f"{W}continuationSeparator")) == []


def test_footnotes_have_a_line_and_no_heading() -> None:
    parts = parts_of(Paragraph((Text("a"), MARK)), notes=1, kind="footnotes")
    assert body_texts(parts) == ["a"]
    assert len(list(tree(parts, "word/footnotes.xml").iter(f"{W}separator"))) == 1


def test_a_document_without_notes_has_no_notes_heading() -> None:
    assert body_texts(parts_of(text("a"))) == ["a"]
    assert heading_of_notes(parts_of(text("a"))) == [("", "")]


def test_the_notes_heading_is_plain_if_the_layout_is_plain() -> None:
    parts = parts_of(Paragraph((Text("a"), MARK)), notes=1, plain=True)
    assert heading_of_notes(parts) == [("Heading1", "Notes")]
    heading_style = tree(parts, "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']")
    assert list(heading_style.iter(f"{W}b")) == []


# ---- page breaks ----


def test_a_signature_stays_together_and_with_the_text_above() -> None:
    blocks = (text("Body."), text("Strelsau", "signature"), text("A name", "signature"), text("After."))
    assert kept_with_next(*blocks) == ["Body.", "Strelsau"]
    assert kept_with_next(listing("one", "two", "three"), text("Strelsau", "signature")) == ["two", "three"]
    assert style("Signature").find(f"{W}keepLines") is not None


def test_the_last_item_of_a_list_is_not_alone_on_a_page() -> None:
    assert kept_with_next(listing("one", "two", "three", "four")) == ["three"]
    assert kept_with_next(listing("alone")) == []


def test_an_introduction_stays_with_its_list_or_table() -> None:
    assert kept_with_next(text("The State should:"), listing("one"), text("Body."), TABLE)[:2] == [
        "The State should:",
        "Body.",
    ]
    assert kept_with_next(text("One."), text("Two.")) == []


def test_the_end_of_a_long_item_stays_with_the_last_item() -> None:
    item = (text("begins"), text("ends"))
    assert kept_with_next(listing(item, "last")) == ["ends"]
    assert kept_with_next(listing((text("leads to"), listing("deeper")), "last")) == ["leads to", "deeper"]


@pytest.mark.parametrize("name", ["heading 1", "heading 2", "heading 3", "Lead In", "Title", "Table Heading"])
def test_headings_and_introductions_stay_with_the_next_paragraph(name: str) -> None:
    assert style(name).find(f"{W}keepNext") is not None


@pytest.mark.parametrize("name", ["Recommendation", "List Bullet", "List Number", "Quote", "Signature"])
def test_short_paragraphs_are_not_split(name: str) -> None:
    assert style(name).find(f"{W}keepLines") is not None


def test_no_style_allows_widows_and_orphans() -> None:
    assert style("Normal").find(f"{W}widowControl") is not None
    for switch in tree(read(LOOK), "word/styles.xml").iter(f"{W}widowControl"):
        assert switch.get(f"{W}val") not in {"0", "false", "off"}


# ---- the title block ----


def spaces_below(*blocks: Block) -> list[str | None]:
    """Return the space below each paragraph that sets its own."""
    spacings = tree(parts_of(*blocks), "word/document.xml").iterfind(f".//{W}pPr/{W}spacing")
    return [spacing.get(f"{W}after") for spacing in spacings if spacing.get(f"{W}after")]


@pytest.mark.parametrize("following", [text("Mr. President,"), TABLE])
def test_there_is_space_below_the_title_block(following: Block) -> None:
    assert spaces_below(text("Title", "title"), text("Body", "cover"), following) == ["240"]


def test_a_heading_needs_no_extra_space_below_the_title_block() -> None:
    assert spaces_below(text("Title", "title"), text("Body", "cover"), heading("Summary"), text("x")) == []


# ---- headings ----


def test_no_heading_level_is_skipped() -> None:
    blocks = (heading("a", 2), heading("b", 3), heading("c", 1), heading("d", 3), heading("e", 2))
    data = write_document(Document(blocks, layout=Layout(fields=(("running_title", ""),))), LOOK)
    levels = [line.split(":")[0][-1] for line in outline(data).split("\n") if line.startswith("heading")]
    assert levels == ["1", "2", "1", "2", "2"]


# ---- the running title ----


def header(title: str, *, plain: bool = False, size: int = 0) -> str:
    """Return the text of the header."""
    parts = parts_of(title=title, plain=plain, size=size)
    return "".join(tree(parts, "word/header1.xml").itertext())


def test_a_title_that_fits_is_not_shortened() -> None:
    assert header("Drug policy and human rights in Ruritania") == "Drug policy and human rights in Ruritania"


def test_a_long_title_is_cut_after_a_word_that_can_be_last() -> None:
    assert header(REPORT) == (
        "Alternative report to the Committee on the Elimination of Discrimination against Women …"
    )


def test_a_larger_font_leaves_less_of_the_title() -> None:
    plain = header(REPORT, plain=True, size=14)
    assert plain.endswith(" …")
    assert len(plain) < len(header(REPORT))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Women in prison for drugs: Ruritania", "Women in prison for drugs"),
        ("Drugs: what the courts of Ruritania say", "Drugs: what the courts …"),
        ("Health and care (of all) and of the", "Health and care (of all) …"),
        ("Health and the care (of all those", "Health and the care …"),
        ("Care, and the right to it everywhere", "Care, and the right to it …"),
        ("Health, and (of late) care (as known)", "Health, and (of late) care …"),
        ("Homes in the (so far unnamed) country", "Homes …"),
        ("unbroken" * 9, "unbrokenunbrokenunbroken …"),
        ("漢" * 40, "漢" * 10 + " …"),
        ("one\n  line", "one line"),
        ("", ""),
    ],
)
def test_a_running_title_is_cut_where_it_reads_well(title: str, shown: str) -> None:
    assert shorten_title(title, 12.0, ENGLISH) == shown
    assert width_in_ems(shown) <= 12.0


# ---- tables ----


def row(*cells: str) -> list[tuple[Text, ...]]:
    """Return a row of plain cells."""
    return [(Text(cell),) for cell in cells]


def test_short_words_are_not_broken_to_make_room_for_an_address() -> None:
    long = "Recommendation " * 40
    widths = column_widths([row(long, long, "a" * 60 + "@b.example", "Confirmed")], 9026)
    assert sum(widths) == 9026
    # at ten points, with the padding of the look's cells
    assert widths[3] >= width_in_ems("Confirmed") * 200 + 192
    assert widths[0] >= width_in_ems("Recommendation") * 200 + 192


def test_columns_with_long_cells_get_the_spare_width() -> None:
    widths = column_widths([row("No.", "Position", "Comments"), row("1", "Noted", "word " * 40)], 9026)
    assert widths[2] > 9026 / 2


def test_a_sign_on_sheet_has_room_for_signatures() -> None:
    answers = Answers(
        format=1,
        document="upr/joint",
        organisations=(Organisation(name="A name", role="lead", status="confirmed", city="Strelsau"),),
    )
    data = write_document(sign_on_sheet(answers, "A title", ENGLISH), LOOK)
    assert invariants(data) == []
    assert [line for line in outline(data).split("\n") if line.startswith("table")] == [
        "table heading: | Organisation and contact | Status "
        "| For the organisation: name, function, date, signature |",
        "table row: | A name, lead⏎Strelsau | Confirmed | ⏎⏎ |",
    ]
    columns = [
        int(column.get(f"{W}w")) for column in tree(read(data), "word/document.xml").iter(f"{W}gridCol")
    ]
    assert columns[2] > 9026 / 3
