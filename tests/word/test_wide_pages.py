"""Pages that lie on their side: where a section ends, and what each has from the look."""

import pytest

from drafter.model.blocks import Block, Document, Layout, PageTurn, Paragraph, Table, Text
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import W, invariants, read, tree

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()
RUNNING = (("running_title", "Joint submission"),)
TEXT = Paragraph((Text("a"),))
TABLE = Table(((Text("b"),), (Text("c"),)), (((Text("d"),), (Text("e"),)),))
WIDE, UPRIGHT = PageTurn(True), PageTurn(False)


def sections(*blocks: Block) -> list[tuple[bool, int]]:
    """Return for each section whether it lies on its side, and the width of its page in twips."""
    data = write_document(Document(blocks, layout=Layout(fields=RUNNING)), LOOK)
    assert invariants(data) == []
    root = tree(read(data), "word/document.xml")
    sizes = [section.find(f"{W}pgSz") for section in root.iter(f"{W}sectPr")]
    return [(size.get(f"{W}orient") == "landscape", int(size.get(f"{W}w"))) for size in sizes]


@pytest.mark.parametrize(
    ("blocks", "lies"),
    [
        ((TEXT,), [False]),
        ((TEXT, WIDE, TABLE, UPRIGHT, TEXT), [False, True, False]),
        ((TEXT, WIDE, TABLE, UPRIGHT), [False, True]),
        ((WIDE, TEXT, TABLE), [True]),
        ((WIDE, TABLE, UPRIGHT, TEXT), [True, False]),
    ],
)
def test_a_section_ends_where_the_pages_turn(blocks: tuple[Block, ...], lies: list[bool]) -> None:
    assert sections(*blocks) == [(wide, 16838 if wide else 11906) for wide in lies]


def test_a_table_on_a_wide_page_is_wider() -> None:
    data = write_document(Document((TABLE, WIDE, TABLE, UPRIGHT), layout=Layout(fields=RUNNING)), LOOK)
    root = tree(read(data), "word/document.xml")
    widths = [int(width.get(f"{W}w")) for width in root.iter(f"{W}tblW")]
    assert widths == [9026, 13958]


def test_only_the_first_section_has_a_header_of_its_own_on_its_first_page() -> None:
    data = write_document(Document((TEXT, WIDE, TABLE, UPRIGHT, TEXT), layout=Layout(fields=RUNNING)), LOOK)
    root = tree(read(data), "word/document.xml")
    first_pages = [section.find(f"{W}titlePg") is not None for section in root.iter(f"{W}sectPr")]
    assert first_pages[1:] == [False, False]
