"""Reading Markdown takes time in proportion to the text, and nothing is dropped silently."""

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
def test_a_text_of_special_characters_is_read_in_time(text: str) -> None:
    started = time.process_time()
    assert read_blocks(text)
    assert time.process_time() - started < 4


def test_a_table_of_many_cells_is_read_in_time() -> None:
    started = time.process_time()
    [table] = read_blocks("|a|b|c|d|e|\n|-|-|-|-|-|\n" + "|a|b|c|d|e|\n" * 20_000)
    assert time.process_time() - started < 10
    assert isinstance(table, Table)
    assert len(table.rows) == 20_000


@pytest.mark.parametrize("depth", [1, 2, NESTING])
def test_nested_lists_keep_their_last_word(depth: int) -> None:
    assert "word" in block_text(read_blocks("- " * depth + "word")[0])
    text = "\n".join("  " * level + f"- word{level}" for level in range(depth))
    assert f"word{depth - 1}" in block_text(read_blocks(text)[0])


@pytest.mark.parametrize("mark", ["- ", "1. ", "- > ", "> - "])
def test_lists_deeper_than_word_can_show_are_refused_and_not_dropped(mark: str) -> None:
    with pytest.raises(DrafterError, match="levels deep"):
        read_blocks(mark * (NESTING + 1) + "word")
    with pytest.raises(DrafterError, match="levels deep"):
        read_blocks(mark * 5000 + "word")


def test_quotations_that_are_too_deep_are_refused() -> None:
    assert block_text(read_blocks("> " * NESTING + "word")[0]) == "word"
    for depth in (2 * NESTING + 3, 5000):
        with pytest.raises(DrafterError, match="levels deep"):
            read_blocks(">" * depth + " word")


def test_a_table_may_have_as_many_columns_as_word_shows() -> None:
    def table(columns: int) -> str:
        return f"|{'a|' * columns}\n|{'-|' * columns}\n|{'b|' * columns}\n"

    [block] = read_blocks(table(TABLE_COLUMNS))
    assert isinstance(block, Table)
    assert len(block.header) == TABLE_COLUMNS
    with pytest.raises(DrafterError, match="64 columns"):
        read_blocks(table(TABLE_COLUMNS + 1))


@pytest.mark.parametrize("key", ["F1", "pact:9", "guidelines-2019:ii.1.2", "a*b", "a_b_c", "a`b"])
def test_a_note_mark_with_any_valid_key_is_read(key: str) -> None:
    assert list(inlines_of(read_blocks(f"So it is.[^{key}]"))) == [Text("So it is."), NoteMark(key)]


@pytest.mark.parametrize("text", ["[^]", "[^a b]", "[^a", "[^ a]", "[^a\nb]", "[^[a]"])
def test_an_invalid_note_mark_is_text(text: str) -> None:
    parts = list(inlines_of(read_blocks(f"So {text}")))
    assert not any(isinstance(part, NoteMark) for part in parts)
    assert "".join(part.text for part in parts if isinstance(part, Text)) == f"So {' '.join(text.split())}"


def test_adjacent_words_in_the_same_format_are_one_text() -> None:
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


def test_special_characters_are_those_at_which_the_parser_stops() -> None:
    assert count_special_characters("Plain words, with commas. And (brackets)") == 0
    assert count_special_characters("a\n*b* _c_ [d] <e> & ! ` |") == 12


def test_a_list_item_keeps_all_its_blocks() -> None:
    [listing] = read_blocks("- a\n\n  b\n  1. c\n")
    assert isinstance(listing, Listing)
    assert [block_text(block) for block in listing.items[0]] == ["a", "b", "c"]
