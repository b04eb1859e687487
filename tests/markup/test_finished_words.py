"""The words that are printed as they stand: neither gaps nor headings without a text under them."""

import pytest

from drafter.markup.count import count_finished, finished_words
from drafter.model.blocks import Block, Gap, Heading, Listing, Paragraph, Text


def paragraph(*inlines: Text | Gap) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(inlines)


def heading(text: str, level: int = 1) -> Heading:
    """Return a heading."""
    return Heading((Text(text),), level)


GAP = Gap("Which law?")


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ([paragraph(Text("Two words "), GAP)], [2]),
        ([heading("Empty section"), paragraph(GAP)], [0, 0]),
        ([heading("One"), heading("Its part", 2), paragraph(Text("Text."))], [1, 2, 1]),
        ([heading("One"), heading("Empty", 2), heading("Full", 2), paragraph(Text("Text."))], [1, 0, 1, 1]),
        ([heading("Empty"), heading("Full"), paragraph(Text("Text."))], [0, 1, 1]),
        (
            [heading("List"), Listing(((paragraph(Text("A b")),), (paragraph(GAP),)))],
            [1, 2, 0],
        ),
    ],
)
def test_gaps_and_headings_above_nothing_have_no_words(blocks: list[Block], words: list[int]) -> None:
    assert finished_words(blocks) == words
    assert count_finished(blocks) == sum(words)
