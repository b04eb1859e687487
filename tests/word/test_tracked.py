"""Files with tracked changes: accepted they are the new document, rejected the old one."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.frozen import replaced
from drafter.model.blocks import Document, Inline, Layout, NoteMark, Paragraph, Text, lines_of
from drafter.word.package import read_parts
from drafter.word.reader.content import read_content
from drafter.word.tracked.write import write_comparison
from drafter.word.write import write_document
from tests.support.checkout import EXAMPLES
from tests.support.document_edits import edited
from tests.support.libreoffice import HAS_LIBREOFFICE, decided_by_libreoffice
from tests.support.look_builder import LOOK
from tests.support.ooxml import W, invariants
from tests.support.readable import texts
from tests.support.word_files import reviewed

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
RUNNING = Layout(fields=(("running_title", "T"), ("title", "T"), ("organisation", ""), ("state", "")))
CHANGES = {
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "pPrChange",
    "sectPrChange",
    "moveFromRangeStart",
    "moveToRangeStart",
}
EDITS = 6
REPLACED_AT_THE_END = ("general-comment",)
"""Examples in which the fourth set of edits replaces a note whose mark ends a paragraph."""


@cache
def old_version(name: str) -> Document:
    """Return the document of an example, as its Word file says it."""
    written = reviewed(EXAMPLES / f"{name}.yaml").draft.document
    return replaced(as_read(written), layout=written.layout)


@cache
def new_version(name: str, seed: int) -> Document:
    """Return the document of an example with some edits, as its Word file says it."""
    old = old_version(name)
    return replaced(as_read(edited(old, Random(seed), EDITS)), layout=old.layout)


def as_read(document: Document) -> Document:
    """Return *document* as its Word file says it."""
    return read_content(write_document(document, LOOK)).document


def compared(name: str, seed: int) -> bytes:
    """Return the file with the edits of an example as tracked changes."""
    return write_comparison(old_version(name), new_version(name, seed), LOOK, author="Open Road")


def paragraphs(*lines: tuple[Inline, ...]) -> Document:
    """Return a document of paragraphs."""
    return Document(tuple(map(Paragraph, lines)), layout=RUNNING)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", [1, 2])
def test_accepted_it_is_the_new_document_and_rejected_the_old_one(name: str, seed: int) -> None:
    """Texts, headings, roles, lists, tables, pages, gaps, notes and what cites them."""
    data = compared(name, seed)
    accepted, rejected = (read_content(data, changes=each).document for each in ("accept", "reject"))
    assert (accepted.blocks, accepted.notes) == (
        new_version(name, seed).blocks,
        new_version(name, seed).notes,
    )
    assert (rejected.blocks, rejected.notes) == (old_version(name).blocks, old_version(name).notes)
    assert [fault for fault in invariants(data) if "has editing marks" not in fault] == []


@given(st.integers(min_value=0), st.integers(1, 12))
@settings(max_examples=25, deadline=None)
def test_random_edits_are_neither_lost_nor_invented(seed: int, count: int) -> None:
    old = old_version("ruritania-hrc-statement")
    new = replaced(as_read(edited(old, Random(seed), count)), layout=old.layout)
    data = write_comparison(old, new, LOOK, author="drafter")
    for changes, wanted in (("accept", new), ("reject", old)):
        document = read_content(data, changes=changes).document  # type: ignore[arg-type]
        assert (document.blocks, document.notes) == (wanted.blocks, wanted.notes)


def example_and_seed(name: str) -> tuple[str, int]:
    """Return the example and the seed of the edits of a file that is called *name*."""
    example, _, seed = name.partition("+")
    return example, int(seed or 1)


@pytest.mark.skipif(not HAS_LIBREOFFICE, reason="LibreOffice is not installed")
@pytest.mark.seconds(300)
def test_libreoffice_accepts_to_the_new_text_and_rejects_to_the_old_one(tmp_path: Path) -> None:
    """Every text and note is right. A list that was split may keep its second start when it is rejected."""
    files = {name: compared(name, 1) for name in NAMES}
    files |= {f"{name}+4": compared(name, 4) for name in REPLACED_AT_THE_END}
    for name, data in decided_by_libreoffice(files, tmp_path, "AcceptAll").items():
        document, wanted = read_content(data).document, new_version(*example_and_seed(name))
        assert texts(lines_of(document.blocks)) == texts(lines_of(wanted.blocks)), name
        assert texts(document.notes) == texts(wanted.notes), name
    for name, data in decided_by_libreoffice(files, tmp_path, "RejectAll").items():
        document, wanted = read_content(data).document, old_version(example_and_seed(name)[0])
        assert texts(lines_of(document.blocks)) == texts(lines_of(wanted.blocks)), name
        assert texts(document.notes) == texts(wanted.notes), name


def test_changes_have_the_given_author_and_date_and_the_same_bytes_each_time() -> None:
    old, new = paragraphs((Text("one two"),)), paragraphs((Text("one three"),))
    data = write_comparison(old, new, LOOK, author="A & B", date="2025-03-20T00:00:00Z")
    assert data == write_comparison(old, new, LOOK, author="A & B", date="2025-03-20T00:00:00Z")
    marks = change_marks(data)
    assert {mark.get(f"{W}author") for mark in marks} == {"A & B"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2025-03-20T00:00:00Z"}
    undated = change_marks(write_comparison(old, new, LOOK, author="drafter"))
    assert {mark.get(f"{W}date") for mark in undated} == {None}
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)


def change_marks(data: bytes) -> list[etree._Element]:
    """Return the marks of changes in the body of *data*."""
    root = etree.fromstring(read_parts(data)["word/document.xml"])
    return [each for each in root.iter() if etree.QName(each).localname in CHANGES]


def test_equal_documents_make_a_file_without_changes() -> None:
    old = old_version("ruritania-upr-joint")
    data = write_comparison(old, old, LOOK, author="drafter")
    assert change_marks(data) == []
    assert read_content(data).document.blocks == old.blocks


def test_only_the_changed_words_are_marked() -> None:
    old, new = paragraphs((Text("one two three four"),)), paragraphs((Text("one two 3 four"),))
    marks = change_marks(write_comparison(old, new, LOOK, author="drafter"))
    assert ["".join(mark.itertext()) for mark in marks] == ["three", "3"]


def test_a_changed_note_is_replaced_with_its_mark_and_what_cites_it_still_finds_it() -> None:
    """LibreOffice would put changes within notes at the wrong words."""
    blocks = (Paragraph((Text("a"), NoteMark("1"), Text(" b"))),)
    old = Document(blocks, ((Text("Old note."),),), layout=RUNNING)
    new = Document(blocks, ((Text("New note."),),), layout=RUNNING)
    data = write_comparison(old, new, LOOK, author="drafter")
    notes = etree.fromstring(read_parts(data)["word/endnotes.xml"])
    assert not list(notes.iter(f"{W}ins", f"{W}del"))
    assert read_content(data).document.notes == new.notes
    assert read_content(data, changes="reject").document.notes == old.notes
