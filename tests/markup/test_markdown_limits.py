"""The Markdown reader takes a time in proportion to the text, and leaves nothing out without a word."""

import time

import pytest

from drafter.errors import DrafterError
from drafter.limits import NESTING, TABLE_COLUMNS
from drafter.markup.blocks import read_blocks
from drafter.markup.count import block_text
from drafter.markup.special_characters import count_special_characters
from drafter.model.blocks import Listing, NoteMark, Table, Text, inlines_of


@pytest.mark.parametrize(
    "text",
    [
        "[^" * 20_000,
        "[^a" * 20_000,
        "[" * 3000 + "]" * 3000,
        "](" * 20_000,
        "*a_" * 10_000,
        "`" * 50_000,
        "<a" * 20_000,
        "a" + " " * 100_000 + "b",
        "&#" * 20_000,
        "\\" * 100_000,
        "|" * 50_000 + "\n" + "|-" * 10_000,
        "> " * 15 + "a\n" * 9_000,
    ],
)
def test_a_text_of_signs_is_read_in_time(text: str) -> None:
    begun = time.process_time()
    assert read_blocks(text)
    assert time.process_time() - begun < 4


def test_a_table_of_many_cells_is_read_in_time() -> None:
    begun = time.process_time()
    [table] = read_blocks("|a|b|c|d|e|\n|-|-|-|-|-|\n" + "|a|b|c|d|e|\n" * 20_000)
    assert time.process_time() - begun < 10
    assert isinstance(table, Table)
    assert len(table.rows) == 20_000


@pytest.mark.parametrize("depth", [1, 2, NESTING])
def test_a_list_in_lists_keeps_its_last_word(depth: int) -> None:
    assert "word" in block_text(read_blocks("- " * depth + "word")[0])
    text = "\n".join("  " * at + f"- word{at}" for at in range(depth))
    assert f"word{depth - 1}" in block_text(read_blocks(text)[0])


@pytest.mark.parametrize("mark", ["- ", "1. ", "- > ", "> - "])
def test_lists_deeper_than_word_can_show_are_refused_and_not_left_out(mark: str) -> None:
    with pytest.raises(DrafterError, match="levels deep"):
        read_blocks(mark * (NESTING + 1) + "word")
    with pytest.raises(DrafterError, match="levels deep"):
        read_blocks(mark * 5000 + "word")


def test_quotations_deeper_than_any_are_refused() -> None:
    assert block_text(read_blocks("> " * NESTING + "word")[0]) == "word"
    for depth in (2 * NESTING + 3, 5000):
        with pytest.raises(DrafterError, match="levels deep"):
            read_blocks(">" * depth + " word")


def test_a_table_may_be_as_wide_as_word_shows() -> None:
    def table(columns: int) -> str:
        return f"|{'a|' * columns}\n|{'-|' * columns}\n|{'b|' * columns}\n"

    [made] = read_blocks(table(TABLE_COLUMNS))
    assert isinstance(made, Table)
    assert len(made.header) == TABLE_COLUMNS
    with pytest.raises(DrafterError, match="64 columns"):
        read_blocks(table(TABLE_COLUMNS + 1))


@pytest.mark.parametrize("key", ["F1", "pact:9", "guidelines-2019:ii.1.2", "a*b", "a_b_c", "a`b"])
def test_the_mark_of_a_note_is_one(key: str) -> None:
    assert list(inlines_of(read_blocks(f"So it is.[^{key}]"))) == [Text("So it is."), NoteMark(key)]


@pytest.mark.parametrize("text", ["[^]", "[^a b]", "[^a", "[^ a]", "[^a\nb]", "[^[a]"])
def test_what_is_no_mark_of_a_note_is_text(text: str) -> None:
    parts = list(inlines_of(read_blocks(f"So {text}")))
    assert not any(isinstance(part, NoteMark) for part in parts)
    assert "".join(part.text for part in parts if isinstance(part, Text)) == f"So {' '.join(text.split())}"


def test_neighbouring_words_of_one_look_are_one_text() -> None:
    [paragraph] = read_blocks("a &amp; b\nc **d *e* f** **g**h")
    assert list(inlines_of([paragraph])) == [
        Text("a & b c "),
        Text("d ", bold=True),
        Text("e", bold=True, italic=True),
        Text(" f", bold=True),
        Text(" "),
        Text("g", bold=True),
        Text("h"),
    ]


def test_signs_are_what_the_reader_stops_at() -> None:
    assert count_special_characters("Plain words, with commas. And (brackets)") == 0
    assert count_special_characters("a\n*b* _c_ [d] <e> & ! ` |") == 12


def test_a_list_item_holds_what_it_held() -> None:
    [listing] = read_blocks("- a\n\n  b\n  1. c\n")
    assert isinstance(listing, Listing)
    assert [block_text(block) for block in listing.items[0]] == ["a", "b", "c"]
