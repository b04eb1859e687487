"""A working copy that LibreOffice opens and saves keeps its comments, fields, bookmarks and notes."""

import re
import shutil
import subprocess

import pytest

from drafter.drafting.word_file import build_file
from drafter.word.reader.document import ReadParagraph
from drafter.word.reader.read import read_document
from tests.support.many_gaps import bookmarks, comments, controls, write_answers
from tests.support.ooxml import W, read, tree
from tests.support.outline import text_of

pytestmark = pytest.mark.seconds(120)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a working copy with every comment, as drafter writes it."""
    folder = tmp_path_factory.mktemp("before")
    target = folder / "gaps.docx"
    build_file(write_answers(folder), target, comments="all")
    return target.read_bytes()


@pytest.fixture(scope="module")
def after(before: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the same file as LibreOffice saves it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (libreoffice-writer-nogui) is not installed")
    folder = tmp_path_factory.mktemp("after")
    file = folder / "gaps.docx"
    file.write_bytes(before)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(file),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=100)
    return (folder / "out" / "gaps.docx").read_bytes()


def test_every_comment_is_kept_with_the_words_that_it_is_about(before: bytes, after: bytes) -> None:
    assert sorted(comments(after)) == sorted(comments(before))
    assert len(comments(after)) > 30


def test_the_gaps_can_still_be_filled(before: bytes, after: bytes) -> None:
    body = tree(read(after), "word/document.xml")
    kept = ["".join(text.text or "" for text in control.iter(f"{W}t")) for control in body.iter(f"{W}sdt")]
    assert kept == [control.text for control in controls(before) if control.part == "document"]
    assert len(list(body.iter(f"{W}showingPlcHdr"))) == len(kept)


def test_lines_keep_their_names(before: bytes, after: bytes) -> None:
    assert {name for name, _ in bookmarks(after)} == {name for name, _ in bookmarks(before)}


def _paragraphs(data: bytes) -> list[str]:
    blocks = read_document(data).blocks
    texts = (text_of(block) for block in blocks if isinstance(block, ReadParagraph))
    return [re.sub(r"\[\^\d+\]", "[^]", text) for text in texts if text]


def test_the_text_and_the_notes_are_the_same(before: bytes, after: bytes) -> None:
    """LibreOffice 7.4 confuses the notes of a file in which a comment has the id of a note."""
    assert _paragraphs(after) == _paragraphs(before)
    notes = [
        [text_of(note.paragraphs[0]).strip("→ ") for note in read_document(data).notes]
        for data in (before, after)
    ]
    assert notes[0] == notes[1]
    assert len(notes[0]) == 3
