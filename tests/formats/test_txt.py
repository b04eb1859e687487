"""Plain text for web forms: one line a paragraph, and the counts of what is pasted."""

from pathlib import Path

import pytest

from drafter.drafting.pipeline import draft_file
from drafter.formats.choose import write_text
from drafter.formats.counts import TextCount, count_sections, count_text, whole_text
from drafter.formats.txt import text_sections
from drafter.model.blocks import Document, Gap, Heading, Listing, NoteMark, Paragraph, Table, Text
from drafter.word.reader.document import ReadField, ReadInline, ReadNoteMark, ReadParagraph
from drafter.word.reader.read import read_document
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT

EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))
LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()

DOCUMENT = Document(
    (
        Paragraph((Text("Title", bold=True),), "title"),
        Heading((Text("Part"),)),
        Paragraph((Text("One two"), NoteMark("x"), Text(".")), numbered=True),
        Heading((Text("Below"),), 2),
        Listing(
            (
                (
                    Paragraph((Text("outer"),)),
                    Listing(((Paragraph((Text("inner"),)),),), ordered=True),
                    Paragraph((Text("more"),)),
                ),
                (Paragraph((Gap("year"),)),),
            ),
            ordered=True,
        ),
        Heading((Text("Table"),)),
        Table(((Text("A"),), (Text("B"),)), (((Text("rows"),),), ((Text("1"),), (Text("2"),)))),
    ),
    ((Text("A book."),),),
)
WRITTEN = """\
Title

Part

1. One two[1].

Below

(a) outer
    (i) inner
    more
(b) [to be completed: year]

Table

rows

A: 1
B: 2

Notes

[1] A book.

------------------------------------------------------------------------
Counts for web forms. Only the text above the dashes belongs to the document.
The figures of a section are without its heading, and with its subsections.

Words  Characters  Without spaces  Section
    1           5               5  Before the first heading
   14          83              60  Part
   10          60              43    Below
    5          15              10  Table
    3          11               9  Notes
   26         140              98  The whole text, with headings and notes

With the last line, drafter sees whether somebody has changed this file.
drafter-seal: """


def test_a_document_as_it_reads() -> None:
    text = write_text(DOCUMENT, "txt").decode()
    assert text[: text.rindex(" ") + 1] == WRITTEN


def test_a_section_counts_without_its_heading_and_with_its_subsections() -> None:
    sections = text_sections(DOCUMENT)
    below = "(a) outer\n    (i) inner\n    more\n(b) [to be completed: year]"
    assert count_sections(sections)[1] == count_text(f"1. One two[1].\n\nBelow\n\n{below}")


def test_words_and_characters_are_those_of_the_pasted_text() -> None:
    assert count_text("Né  à\nGenève.") == TextCount(3, 13, 10)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_each_example_has_the_lines_and_numbers_of_its_word_file(file: Path) -> None:
    document = draft_file(file).draft.document
    lines = whole_text(text_sections(document)).split("\n")
    word = read_document(write_document(document, LOOK))
    expected = [line for block in word.blocks if isinstance(block, ReadParagraph) for line in lines_of(block)]
    expected += [f"[{note.id}] {text_of(note.paragraphs[0]).lstrip()}" for note in word.notes]
    expected = [line.replace("• ", "- ", 1) if line.startswith("• ") else line for line in expected]
    # In a table, each cell has the title of its column before it; there are no empty lines in a Word file.
    assert [line for line in expected if line not in {each.lstrip() for each in lines}] == []


def lines_of(paragraph: ReadParagraph) -> list[str]:
    """Return the lines of *paragraph*, the first with its number."""
    number = f"{paragraph.number} " if paragraph.number else ""
    return [line for line in f"{number}{text_of(paragraph)}".split("\n") if line.strip()]


def text_of(paragraph: ReadParagraph) -> str:
    """Return the text of *paragraph* without formatting, note marks as in plain text."""
    return "".join(map(_text, paragraph.inlines))


def _text(inline: ReadInline) -> str:
    match inline:
        case ReadNoteMark():
            return f"[{inline.note_id}]"
        case ReadField():
            return "".join(map(_text, inline.result))
        case _:
            return inline.text.replace("\t", "")
