"""Markdown becomes blocks without surprises, and typed text comes out letter for letter."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.markup.blocks import read_blocks
from drafter.markup.count import (
    SectionCount,
    block_text,
    count_blocks,
    count_notes,
    count_sections,
    count_words,
)
from drafter.markup.escaping import escape, gap
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    Paragraph,
    Table,
    Text,
)
from drafter.model.xml_text import count_xml_illegal, strip_xml_illegal

MARKS = " \n\t\r:#-+*_%@=!&'\"|<>{}[]()\\^`~,?.1a0$\x7f\x85\xa0\u2028\u2029\ufeffé😀"
TYPED = st.text(st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs"]))).filter(
    lambda text: not count_xml_illegal(text)
)
"""Text that a person can type and a file can hold, with many characters that are special in Markdown."""


def read_inlines(text: str) -> tuple[Inline, ...]:
    """Return the inlines of *text*, which is one paragraph."""
    [paragraph] = read_blocks(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def words(text: str, role: str = "body", *, numbered: bool = False) -> Paragraph:
    """Return a paragraph of plain *text*."""
    return Paragraph((Text(text),), role, numbered)


# ---- letter for letter ----


@given(TYPED)
def test_typed_text_comes_out_letter_for_letter_in_every_block(text: str) -> None:
    assume(text.strip())
    typed = escape(text)
    assert "\n" not in typed
    assert read_blocks(typed) == (words(text),)
    assert read_blocks(f"Before {typed}") == (words(f"Before {text}"),)
    assert read_blocks(f"1. {typed}") == (Listing(((words(text),),), ordered=True),)
    assert read_blocks(f"- x\n\n  {typed}") == (Listing(((words("x"), words(text)),)),)
    assert read_blocks(f"::: cover\n{typed}\n:::") == (words(text, "cover"),)
    assert read_blocks(f"# {typed}") == (Heading((Text(text),)),)
    assert read_inlines(f"**{typed}**, x") == (Text(text, bold=True), Text(", x"))


@given(TYPED)
def test_typed_text_fills_one_cell(text: str) -> None:
    assume(text.strip())
    [table] = read_blocks(f"| a | b |\n|---|---|\n| {escape(text)} | c |")
    assert table == Table(((Text("a"),), (Text("b"),)), (((Text(text),), (Text("c"),)),))


@given(TYPED)
def test_a_gap_says_what_is_missing_letter_for_letter(text: str) -> None:
    assume(text.strip())
    assert read_inlines(f"x {gap(text)} y") == (Text("x "), Gap(text), Text(" y"))


@given(st.text())
def test_stripped_text_has_no_characters_that_a_word_file_cannot_hold(text: str) -> None:
    assert count_xml_illegal(strip_xml_illegal(text)) == 0
    assert "\r" not in strip_xml_illegal(text)


def test_control_characters_are_counted_and_stripped() -> None:
    assert count_xml_illegal("a\x00b\x1f\ufffe\n\t") == 3
    assert strip_xml_illegal("a\x00b\x1f\ufffe\n\t\r\nc\rd") == "ab\n\t\nc\nd"


# ---- blocks ----


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("    four spaces", "four spaces"),
        ("\ta tab", "a tab"),
        ("```\nfenced\n```", "``` fenced ```"),
        ("`code`", "`code`"),
        ("<b>bold</b> & <script>", "<b>bold</b> & <script>"),
        ("A line\n---", "A line ---"),
        ("A line\n===", "A line ==="),
        ("***", "***"),
        ("[1]: http://example.org", "[1]: http://example.org"),
        ("#hash", "#hash"),
        ("#1 in the region", "#1 in the region"),
        ("(a) item", "(a) item"),
        ("5 % ~~gone~~ x^2^ $y$", "5 % ~~gone~~ x^2^ $y$"),
        ("2024\\. A year", "2024. A year"),
        (":::", ":::"),
    ],
)
def test_prose_stays_prose(markdown: str, text: str) -> None:
    assert read_blocks(markdown) == (words(text),)


def test_note_marks_are_read_and_similar_text_stays_text() -> None:
    assert read_inlines("x[^iccpr:9]. y[^F1]") == (
        Text("x"),
        NoteMark("iccpr:9"),
        Text(". y"),
        NoteMark("F1"),
    )
    for text in ("[^]", "[^a b]", "[^open", "\\[^x]"):
        assert read_inlines(text) == (Text(text.removeprefix("\\")),)


def test_a_gap_is_read_even_inside_bold_text() -> None:
    assert read_inlines("**a [name](gap:)**") == (Text("a ", bold=True), Gap("name"))
    assert read_inlines("[](gap:)") == (Gap(""),)


def test_a_link_keeps_its_address_if_the_label_is_different() -> None:
    assert read_inlines("[the report](https://example.org/r)") == (
        Text("the report (https://example.org/r)"),
    )
    assert read_inlines("<https://example.org/r>") == (Text("https://example.org/r"),)
    assert read_inlines("<a@example.org>") == (Text("a@example.org"),)


def test_bold_italic_and_line_breaks_are_kept() -> None:
    assert read_inlines("a **b *c*** d\\\ne") == (
        Text("a "),
        Text("b ", bold=True),
        Text("c", bold=True, italic=True),
        Text(" d\ne"),
    )


def test_a_fence_sets_the_role_and_only_the_lead_is_numbered() -> None:
    markdown = "::: title\nA\n:::\n\nB\n\n::: lead\nC\n:::\n\n> D\n\n# E"
    assert read_blocks(markdown, numbered=True) == (
        words("A", "title"),
        words("B", numbered=True),
        words("C", "lead", numbered=True),
        words("D", "quote"),
        Heading((Text("E"),)),
    )


def test_headings_have_at_most_three_levels() -> None:
    assert [block.level for block in read_blocks("# a\n## b\n##### c") if isinstance(block, Heading)] == [
        1,
        2,
        3,
    ]


def test_paragraphs_and_lists_in_an_item_are_not_numbered() -> None:
    inner = Listing(((words("b"),), (words("c"),)))
    assert read_blocks("1. a\n\n   more\n\n   - b\n   - c\n2. d", numbered=True) == (
        Listing(((words("a"), words("more"), inner), (words("d"),)), ordered=True),
    )


def test_lists_of_different_kinds_are_separate() -> None:
    assert [block.ordered for block in read_blocks("- a\n\n1. b") if isinstance(block, Listing)] == [
        False,
        True,
    ]


def test_rows_of_a_table_are_as_wide_as_its_header() -> None:
    [table] = read_blocks("| a | b |\n|---|---|\n| 1 | **2** |\n| 3 |")
    assert table == Table(
        ((Text("a"),), (Text("b"),)),
        (((Text("1"),), (Text("2", bold=True),)), ((Text("3"),), ())),
    )


# ---- counting ----


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("one", 1),
        ("two  words\n", 2),
        ("2019–2024", 2),
        ("a—b", 2),
        ("a – b", 3),
        ("well-known", 1),
        ("–", 1),
    ],
)
def test_the_larger_of_the_two_word_counts_applies(text: str, number: int) -> None:
    assert count_words(text) == number


BLOCKS = st.recursive(
    st.one_of(
        TYPED.map(words),
        TYPED.map(lambda text: Heading((Text(text),))),
        st.lists(TYPED, min_size=1, max_size=3).map(
            lambda row: Table(tuple((Text(cell),) for cell in row), (tuple((Text(cell),) for cell in row),))
        ),
    ),
    lambda inner: st.lists(st.lists(inner, max_size=3).map(tuple), max_size=3).map(
        lambda items: Listing(tuple(items))
    ),
    max_leaves=6,
)


@given(st.lists(BLOCKS, max_size=5))
def test_a_document_has_as_many_words_as_its_blocks_and_sections(blocks: list[Block]) -> None:
    whole = count_blocks(blocks)
    assert whole == sum(count_blocks([block]) for block in blocks)
    assert whole == sum(section.words for section in count_sections(blocks))
    by_spaces = sum(len(block_text(block).split()) for block in blocks)
    assert whole >= by_spaces


def test_words_in_different_items_and_cells_are_counted_separately() -> None:
    listing = Listing(((words("one"), words("two")), (words("three"),)))
    table = Table(((Text("four"),), (Text("five"),)), (((Text("six"),), ()),))
    assert count_blocks([listing, table]) == 6


def test_the_label_of_a_gap_counts_and_a_note_mark_does_not() -> None:
    paragraph = Paragraph((Text("In "), Gap("name of the place"), NoteMark("F1"), Text(".")))
    assert count_blocks([paragraph]) == 5


def test_notes_are_counted_separately() -> None:
    document = Document((words("one two"),), ((Text("a b c"),), (Text("d"),)))
    assert (count_blocks(document.blocks), count_notes(document)) == (2, 4)


def test_a_section_ends_at_the_next_heading_of_any_level() -> None:
    blocks = read_blocks("before it\n\n# One\n\na b\n\n## Two\n\nc")
    assert count_sections(blocks) == (
        SectionCount("", 0, 2),
        SectionCount("One", 1, 3),
        SectionCount("Two", 2, 2),
    )
