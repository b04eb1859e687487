"""What changed between two documents: nothing is reported twice, nothing is left out, each with its place."""

from random import Random

import pytest

from drafter.comparison.changes import Change, changes
from drafter.frozen import replaced
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Table,
    Text,
)
from drafter.text_diff import tokens
from tests.support.document_edits import edited

Line = tuple[Inline, ...]
MARKS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def numbered(*inlines: str | Inline) -> Paragraph:
    """Return a numbered paragraph."""
    return Paragraph(line(*inlines), numbered=True)


def line(*inlines: str | Inline) -> Line:
    """Return inlines, with plain texts for strings."""
    return tuple(Text(each) if isinstance(each, str) else each for each in inlines)


def listing(*items: str, ordered: bool = True) -> Listing:
    """Return a list."""
    return Listing(tuple((Paragraph(line(item)),) for item in items), ordered)


BLOCKS: tuple[Block, ...] = (
    Paragraph(line("Drug policy in Ruritania"), "title"),
    Heading(line("Prisons")),
    numbered("Of 40 prisons, six have a doctor.", NoteMark("1"), " None has two."),
    numbered("It is recommended that the Government:"),
    listing("Employ a doctor in each prison.", "Publish the number of deaths each year."),
    Heading(line("Treatment")),
    numbered("Nobody who leaves treatment is offered help.", NoteMark("2")),
    Table((line("Year"), line("Deaths")), ((line("2022"), line("14")), (line("2023"), line("19")))),
)
NOTES: tuple[Line, ...] = (line("Ministry of Health, 2024, p. 3."), line("See note ", NoteNumber(1), "."))
OLD = Document(BLOCKS, NOTES)


def with_block(index: int, *blocks: Block) -> Document:
    """Return the old document with other *blocks* in place of one."""
    return replaced(OLD, blocks=(*BLOCKS[:index], *blocks, *BLOCKS[index + 1 :]))


def told(new: Document) -> list[str]:
    """Return the changes from the old document to *new*, a line each."""
    return list(map(in_a_line, changes(OLD, new)))


def in_a_line(change: Change) -> str:
    """Return *change* as one line."""
    words = "".join(MARKS[piece.kind].format(piece.text) for piece in change.pieces)
    kind = f" ({change.kind})" if change.kind else ""
    old = f" from {change.old_place}" if change.old_place else ""
    return f"{change.action} {change.what} @ {change.place}{old}{kind}: {words}"


def test_the_same_document_has_no_changes() -> None:
    assert changes(OLD, OLD) == ()


def test_changed_words_are_shown_in_their_paragraph() -> None:
    new = with_block(2, numbered("Of 40 prisons, nine have a doctor.", NoteMark("1"), " None has two."))
    assert told(new) == [
        "changed paragraph @ paragraph 1, under “Prisons”: "
        "Of 40 prisons, [-six-]{+nine+} have a doctor.[^1] None has two."
    ]


def test_paragraphs_and_items_are_added_and_deleted_with_their_places() -> None:
    new = with_block(
        4, listing("Employ a doctor in each prison.", "Open the prisons to the press.", "Publish more.")
    )
    assert told(new) == [
        "deleted item @ item (b) after paragraph 2, under “Prisons”: "
        "[-Publish the number of deaths each year.-]",
        "added item @ item (b) after paragraph 2, under “Prisons”: {+Open the prisons to the press.+}",
        "added item @ item (c) after paragraph 2, under “Prisons”: {+Publish more.+}",
    ]


def test_a_new_kind_of_paragraph_is_named() -> None:
    assert told(with_block(5, Heading(line("Treatment"), 2))) == [
        "changed heading @ the heading “Treatment” (heading 1 → heading 2): Treatment"
    ]
    assert told(with_block(5, numbered("Treatment"))) == [
        "changed paragraph @ paragraph 3, under “Prisons” (heading 1 → numbered paragraph): Treatment"
    ]


def test_bold_words_are_a_change_and_a_gap_that_was_filled_too() -> None:
    bold = numbered(
        "Of 40 prisons, ", Text("six", bold=True), " have a doctor.", NoteMark("1"), " None has two."
    )
    assert told(with_block(2, bold)) == [
        "changed paragraph @ paragraph 1, under “Prisons”: "
        "Of 40 prisons, [-six-]{+**six**+} have a doctor.[^1] None has two."
    ]
    with_gap = with_block(3, numbered("It is recommended that ", Gap("who"), ":"))
    assert in_a_line(changes(with_gap, OLD)[0]).endswith(
        "It is recommended that [-[who]-]{+the Government+}:"
    )


def test_a_changed_note_is_reported_at_its_number_and_a_new_one_moves_none_of_the_others() -> None:
    marks = (NoteMark("1"), NoteMark("2"))
    first = numbered("Of 40 prisons, six have a doctor.", *marks, " None has two.")
    last = numbered("Nobody who leaves treatment is offered help.", NoteMark("3"))
    notes = (
        line("Ministry of Health, 2025, p. 3."),
        line("A new one."),
        line("See note ", NoteNumber(1), "."),
    )
    new = Document((*BLOCKS[:2], first, *BLOCKS[3:6], last, BLOCKS[7]), notes)
    assert told(new) == [
        "changed paragraph @ paragraph 1, under “Prisons”: "
        "Of 40 prisons, six have a doctor.[^1]{+[^2]+} None has two.",
        "changed note @ note 1, in paragraph 1, under “Prisons”: Ministry of Health, [-2024-]{+2025+}, p. 3.",
        "added note @ note 2, in paragraph 1, under “Prisons”: {+A new one.+}",
    ]


def test_table_rows_are_compared_and_a_table_with_another_column_is_another_one() -> None:
    rows = ((line("2022"), line("14")), (line("2023"), line("20")), (line("2024"), line("8")))
    table = BLOCKS[7]
    assert isinstance(table, Table)
    assert told(with_block(7, replaced(table, rows=rows))) == [
        "changed row @ table 1, under “Treatment”, row 3: [-19-]{+20+}",
        "added row @ table 1, under “Treatment”, row 4: {+2024 | 8+}",
    ]
    wider = Table((*table.header, line("Source")), tuple((*row, line("x")) for row in table.rows))
    assert [change.action for change in changes(OLD, with_block(7, wider))] == ["deleted", "added"]


def test_a_moved_paragraph_is_one_change_with_both_places() -> None:
    new = Document((*BLOCKS[:3], *BLOCKS[5:7], *BLOCKS[3:5], BLOCKS[7]), NOTES)
    assert [change.split(":")[0] for change in told(new)] in (
        ["moved heading @ the heading “Treatment” from the heading “Treatment”"],
        [
            "moved heading @ the heading “Treatment” from the heading “Treatment”",
            "moved paragraph @ paragraph 2, under “Treatment” from paragraph 3, under “Treatment”",
        ],
        [
            "moved paragraph @ paragraph 3, under “Treatment” from paragraph 2, under “Prisons”",
            "moved item @ item (a) after paragraph 3, under “Treatment” from item (a) after paragraph 2, "
            "under “Prisons”",
            "moved item @ item (b) after paragraph 3, under “Treatment” from item (b) after paragraph 2, "
            "under “Prisons”",
        ],
    )


@pytest.mark.parametrize("seed", range(60))
def test_every_word_of_a_random_edit_is_in_a_change(seed: int) -> None:
    """What is only in the old document is deleted somewhere, what is only in the new one inserted."""
    new = edited(OLD, Random(seed), 4)
    every = changes(OLD, new)
    assert bool(every) == (new != OLD)
    shown = " ".join(piece.text for change in every for piece in change.pieces if piece.kind == "inserted")
    for word in words(new) - words(OLD):
        assert word in shown or any(change.action == "moved" for change in every), word


def words(document: Document) -> set[str]:
    """Return the words of the first lines of *document*."""
    return {
        word
        for block in document.blocks
        if isinstance(block, Paragraph | Heading)
        for inline in block.inlines
        if isinstance(inline, Text)
        for word in tokens(inline.text)
        if word.isalnum()
    }
