"""Blocks as Markdown: it reads back as the same blocks, with few backslashes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.markup.blocks import read_blocks
from drafter.markup.pasted import read_pasted
from drafter.markup.writing import blocks_markdown
from drafter.model.blocks import Block, Gap, Heading, Inline, Listing, NoteMark, Paragraph, Table, Text


def _read(markdown: str) -> tuple[Block, ...]:
    return read_blocks(read_pasted(markdown).text)


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cf")), min_size=1
)
_MARKUP = st.sampled_from(
    [
        "1. In 2023",
        "(a) first",
        "- dash",
        "# no",
        "* star *",
        "a_b_c",
        "[x](y)",
        "[^F1",
        "| cell |",
        "12) b",
        "•\tb",
    ]
)


def _lines() -> st.SearchStrategy[tuple[Inline, ...]]:
    text = st.one_of(_WORDS, _MARKUP).map(str.strip).filter(bool)
    return st.tuples(text, st.booleans()).map(lambda pair: (Text(pair[0], bold=pair[1]),))


@given(_lines())
@example((Text("1986. was the year"),))
@example((Text("a"), NoteMark("F1", ("iccpr:9",)), Text(" b "), Gap("when?")))
@example((Text("first\nsecond"),))
@example((Text("x", bold=True), Text(" and "), Text("y", italic=True)))
def test_a_paragraph_reads_back(inlines: tuple[Inline, ...]) -> None:
    paragraph = Paragraph(inlines)

    assert _read(blocks_markdown([paragraph])) == (paragraph,)


def _paragraph(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)


@pytest.mark.parametrize(
    ("blocks", "markdown"),
    [
        ([_paragraph("In 2023 it closed.")], "In 2023 it closed."),
        ([_paragraph("A (b) – c/d: 5% of “all”.")], "A (b) – c/d: 5% of “all”."),
        ([Heading((Text("Law"),), 2), _paragraph("It is.")], "## Law\n\nIt is."),
        ([_paragraph("He said so.", "quote")], "> He said so."),
        ([Listing(((_paragraph("a"),), (_paragraph("b"),)))], "- a\n- b"),
        ([Listing(((_paragraph("a"),), (_paragraph("b"),)), ordered=True)], "1. a\n2. b"),
        (
            [Table(((Text("Year"),), (Text("Number"),)), (((Text("2023"),), (Text("41"),)),))],
            "| Year | Number |\n|---|---|\n| 2023 | 41 |",
        ),
    ],
)
def test_ordinary_text_is_written_without_backslashes(blocks: list[Block], markdown: str) -> None:
    assert blocks_markdown(blocks) == markdown
    assert _read(markdown) == tuple(blocks)


def test_lists_within_lists_and_beside_each_other_stay_apart() -> None:
    inner = Listing(((_paragraph("inner"),), (_paragraph("second"),)), ordered=True)
    blocks = (
        Listing(((_paragraph("a"), inner), (_paragraph("b"),))),
        Listing(((_paragraph("another list"),),)),
        _paragraph("after"),
    )

    assert _read(blocks_markdown(blocks)) == blocks
