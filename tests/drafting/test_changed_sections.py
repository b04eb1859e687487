"""What has changed between two drafts: the section, its lines, and how many words more or fewer."""

from drafter.drafting.changed_sections import ChangedLine, Section, changed_sections, sections_of
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Listing,
    NoteMark,
    NoteNumber,
    Paragraph,
    Reference,
    Text,
)


def paragraph(text: str) -> Paragraph:
    """Return a numbered paragraph."""
    return Paragraph((Text(text),), numbered=True)


def document(*blocks: Block, notes: tuple[str, ...] = ()) -> Document:
    """Return a document with these blocks."""
    return Document(blocks, tuple((Text(note),) for note in notes))


BEFORE = document(
    paragraph("Cover."),
    Heading((Text("Law"),)),
    paragraph("The law is old."),
    paragraph("It stays."),
    Heading((Text("Prisons"),)),
    Listing(((paragraph("One item."),),)),
)


def changes(after: Document) -> list[tuple[str, str, int, list[tuple[str, str]]]]:
    """Return what has changed since ``BEFORE``, without the lines that are the same."""
    return [
        (change.title, change.kind, change.more_words, [(line.kind, line.text) for line in change.lines])
        for change in changed_sections(sections_of(BEFORE), sections_of(after))
    ]


def test_a_document_in_sections_without_numbers_of_its_own() -> None:
    blocks = (
        Paragraph((Text("See "), Reference("x", "12"), NoteMark("n"), Text("."))),
        Heading((Text("Law"),)),
        Heading((Text("Gaps"),), 2),
        Paragraph((Gap("year"),)),
    )
    noted = Document(blocks, ((Text("note "), NoteNumber(1)),))
    assert sections_of(noted) == (
        Section("", ("See 12.",)),
        Section("Law", ()),
        Section("Gaps", ("[to be completed: year]",)),
        Section("Notes", ("note",)),
    )


def test_the_same_document_has_no_change() -> None:
    assert changes(BEFORE) == []


def test_a_changed_and_a_new_line_in_one_section() -> None:
    after = document(
        paragraph("Cover."),
        Heading((Text("Law"),)),
        paragraph("The law is very old."),
        paragraph("It stays."),
        paragraph("Nobody asks why."),
        Heading((Text("Prisons"),)),
        Listing(((paragraph("One item."),),)),
    )
    assert changes(after) == [
        (
            "Law",
            "changed",
            4,
            [("changed", "The law is very old."), ("same", "It stays."), ("new", "Nobody asks why.")],
        )
    ]


def test_new_and_removed_sections() -> None:
    after = document(
        paragraph("Cover."),
        Heading((Text("Law"),)),
        paragraph("The law is old."),
        Heading((Text("Health"),)),
        paragraph("A clinic."),
    )
    assert changes(after) == [
        ("Law", "changed", -2, [("same", "The law is old."), ("removed", "It stays.")]),
        ("Prisons", "removed", -3, [("removed", "One item.")]),
        ("Health", "new", 3, [("new", "A clinic.")]),
    ]


def test_a_new_paragraph_changes_no_other_section_by_its_number() -> None:
    after = document(paragraph("Another."), *BEFORE.blocks)
    (change,) = changed_sections(sections_of(BEFORE), sections_of(after))
    assert change.lines == (ChangedLine("new", "Another."), ChangedLine("same", "Cover."))
