"""How the pages fall: what stays together, what is cut to one line, what stands above the notes."""

from typing import Any, Literal

import pytest

from drafter.compose.roster import sign_on_sheet
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import Block, Document, Heading, Layout, Listing, NoteMark, Paragraph, Table, Text
from drafter.word.running_title import running
from drafter.word.tables import column_widths
from drafter.word.text_width import ems
from drafter.word.write import write_document
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
    """Return a paragraph of plain words."""
    return Paragraph((Text(words),), role)


def heading(words: str, level: int = 1) -> Heading:
    """Return a heading of plain words."""
    return Heading((Text(words),), level)


def listing(*items: str | tuple[Block, ...], ordered: bool = True) -> Listing:
    """Return a list; plain words are an item of one paragraph."""
    return Listing(tuple((text(item),) if isinstance(item, str) else item for item in items), ordered)


def parts_of(
    *blocks: Block,
    notes: int = 0,
    title: str = "x",
    kind: Literal["endnotes", "footnotes"] = "endnotes",
    plain: bool = False,
    size: int = 0,
) -> dict[str, bytes]:
    """Return the parts of a Word file of these blocks that keeps every invariant."""
    made = Layout(kind, plain=plain, size=size, fields=(("running_title", title),))
    data = write_document(Document(blocks, ((Text("note"),),) * notes, layout=made), LOOK)
    assert invariants(data) == []
    return read(data)


def held(*blocks: Block) -> list[str]:
    """Return the words of the paragraphs that say of themselves that they stay with the next one."""
    kept = tree(parts_of(*blocks), "word/document.xml").iterfind(f".//{W}p/{W}pPr/{W}keepNext/../..")
    return ["".join(paragraph.itertext()) for paragraph in kept]


def style(name: str) -> Any:
    """Return the paragraph properties of a style of the look."""
    found = tree(read(LOOK), "word/styles.xml").xpath(
        f"//w:style[w:name/@w:val='{name}']/w:pPr", namespaces={"w": W.strip("{}")}
    )
    return found[0]


# ---- the heading of the notes ----


def last_lines(parts: dict[str, bytes]) -> list[str]:
    """Return the words of the paragraphs of the body."""
    body = tree(parts, "word/document.xml")[0]
    return ["".join(paragraph.itertext()) for paragraph in body.iter(f"{W}p")]


def test_endnotes_have_a_heading_of_their_own_at_the_end_of_the_text() -> None:
    parts = parts_of(Paragraph((Text("a"), MARK)), text("Strelsau", "signature"), notes=1)
    assert last_lines(parts) == ["a", "Strelsau", "Notes"]
    last = tree(parts, "word/document.xml")[0][-2]
    assert last.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1"


def test_under_their_heading_word_draws_no_line_above_endnotes() -> None:
    notes = tree(parts_of(Paragraph((Text("a"), MARK)), notes=1), "word/endnotes.xml")
    assert [note.get(f"{W}type") for note in notes][:2] == ["separator", "continuationSeparator"]
    assert list(notes.iter(f"{W}separator", f"{W}continuationSeparator")) == []


def test_footnotes_have_their_line_and_no_heading() -> None:
    parts = parts_of(Paragraph((Text("a"), MARK)), notes=1, kind="footnotes")
    assert last_lines(parts) == ["a"]
    assert len(list(tree(parts, "word/footnotes.xml").iter(f"{W}separator"))) == 1


def test_a_document_without_notes_has_no_heading_for_them() -> None:
    assert last_lines(parts_of(text("a"))) == ["a"]


def test_the_heading_of_the_notes_is_plain_where_nothing_may_be_bold() -> None:
    parts = parts_of(Paragraph((Text("a"), MARK)), notes=1, plain=True)
    assert last_lines(parts) == ["a", "Notes"]
    found = tree(parts, "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']")
    assert list(found.iter(f"{W}b")) == []


# ---- what stays together ----


def test_the_lines_of_a_signature_stay_together_and_with_what_they_sign() -> None:
    blocks = (text("Body."), text("Strelsau", "signature"), text("A name", "signature"), text("After."))
    assert held(*blocks) == ["Body.", "Strelsau"]
    assert held(listing("one", "two", "three"), text("Strelsau", "signature")) == ["two", "three"]
    assert style("Signature").find(f"{W}keepLines") is not None


def test_the_last_item_of_a_list_is_not_alone_on_a_page() -> None:
    assert held(listing("one", "two", "three", "four")) == ["three"]
    assert held(listing("alone")) == []


def test_what_leads_to_a_list_or_a_table_stays_with_it() -> None:
    assert held(text("The State should:"), listing("one"), text("Body."), TABLE)[:2] == [
        "The State should:",
        "Body.",
    ]
    assert held(text("One."), text("Two.")) == []


def test_an_item_of_several_paragraphs_stays_with_the_last_by_its_end() -> None:
    item = (text("begins"), text("ends"))
    assert held(listing(item, "last")) == ["ends"]
    assert held(listing((text("leads to"), listing("deeper")), "last")) == ["leads to", "deeper"]


@pytest.mark.parametrize("name", ["heading 1", "heading 2", "heading 3", "Lead In", "Title", "Table Heading"])
def test_what_stands_above_something_stays_with_it(name: str) -> None:
    assert style(name).find(f"{W}keepNext") is not None


@pytest.mark.parametrize("name", ["Recommendation", "List Bullet", "List Number", "Quote", "Signature"])
def test_short_pieces_are_not_split(name: str) -> None:
    assert style(name).find(f"{W}keepLines") is not None


def test_no_style_lets_a_line_stand_alone() -> None:
    assert style("Normal").find(f"{W}widowControl") is not None
    for found in tree(read(LOOK), "word/styles.xml").iter(f"{W}widowControl"):
        assert found.get(f"{W}val") not in {"0", "false", "off"}


# ---- the title block ----


def spaces_below(*blocks: Block) -> list[str | None]:
    """Return the space below of each paragraph that has its own."""
    found = tree(parts_of(*blocks), "word/document.xml").iterfind(f".//{W}pPr/{W}spacing")
    return [spacing.get(f"{W}after") for spacing in found if spacing.get(f"{W}after")]


@pytest.mark.parametrize("following", [text("Mr. President,"), TABLE])
def test_text_does_not_begin_right_below_the_title_block(following: Block) -> None:
    assert spaces_below(text("Title", "title"), text("Body", "cover"), following) == ["240"]


def test_a_heading_brings_its_own_space() -> None:
    assert spaces_below(text("Title", "title"), text("Body", "cover"), heading("Summary"), text("x")) == []


# ---- headings ----


def test_heading_levels_leave_none_out() -> None:
    blocks = (heading("a", 2), heading("b", 3), heading("c", 1), heading("d", 3), heading("e", 2))
    data = write_document(Document(blocks, layout=Layout(fields=(("running_title", ""),))), LOOK)
    levels = [line.split(":")[0][-1] for line in outline(data).split("\n") if line.startswith("heading")]
    assert levels == ["1", "2", "1", "2", "2"]


# ---- the running title ----


def header(title: str, *, plain: bool = False, size: int = 0) -> str:
    """Return the words of the header."""
    parts = parts_of(title=title, plain=plain, size=size)
    return "".join(tree(parts, "word/header1.xml").itertext())


def test_a_title_that_fits_runs_whole() -> None:
    assert header("Drug policy and human rights in Ruritania") == "Drug policy and human rights in Ruritania"


def test_a_long_title_is_cut_after_a_word_that_can_stand_last() -> None:
    assert header(REPORT) == (
        "Alternative report to the Committee on the Elimination of Discrimination against Women …"
    )


def test_larger_letters_leave_less_of_a_title() -> None:
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
def test_a_running_title_reads_well_where_it_ends(title: str, shown: str) -> None:
    assert running(title, 12.0, ENGLISH) == shown
    assert ems(shown) <= 12.0


# ---- tables ----


def row(*cells: str) -> list[tuple[Text, ...]]:
    """Return a row of plain cells."""
    return [(Text(cell),) for cell in cells]


def test_short_words_are_not_broken_for_the_sake_of_an_address() -> None:
    long = "Recommendation " * 40
    widths = column_widths([row(long, long, "a" * 60 + "@b.example", "Confirmed")], 9026)
    assert sum(widths) == 9026
    # ten points, and the margins of the look's cells
    assert widths[3] >= ems("Confirmed") * 200 + 192
    assert widths[0] >= ems("Recommendation") * 200 + 192


def test_long_cells_get_the_room_that_short_ones_leave() -> None:
    widths = column_widths([row("No.", "Position", "Comments"), row("1", "Noted", "word " * 40)], 9026)
    assert widths[2] > 9026 / 2


def test_a_sign_on_sheet_leaves_room_to_sign() -> None:
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
    columns = [int(one.get(f"{W}w")) for one in tree(read(data), "word/document.xml").iter(f"{W}gridCol")]
    assert columns[2] > 9026 / 3
