"""The private file beside a Word file: its names are searched for, and never shown."""

import shutil
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from drafter.model.remark import Remark
from tests.support.word_files import Edit, checked, edited

PRIVATE = "format: 1\ncases:\n  C1: {pseudonym: Mira, name: Canaria Goldfinch, passport: CANARY-4711}\n"
EXPOSING = ("real-name", "part-of-name", "private-file")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A Word file with a private file beside it, and no answers."""
    word = docx.Document()
    word.add_heading("Detention in Ruritania", 0)
    word.add_paragraph("Mira was held for two years without a judge.")
    path = tmp_path / "story.docx"
    word.save(str(path))
    path.with_suffix(".private.yaml").write_text(PRIVATE, "utf-8")
    path.with_suffix(".private.yaml").chmod(0o600)
    return path


def exposing(file: Path) -> list[Remark]:
    """Return the remarks on *file* about names; none of them shows a private detail."""
    all_remarks = checked(file).remarks
    assert not any(word in str(remark) for remark in all_remarks for word in ("Goldfinch", "CANARY"))
    return [remark for remark in all_remarks if remark.code.startswith(EXPOSING)]


def in_text(word: WordDocument) -> None:
    """Write the name into the text, in several runs."""
    paragraph = word.add_paragraph("Her name is Canaria Gold")
    paragraph.add_run("finch.")


def in_header(word: WordDocument) -> None:
    """Write the number of the passport into the header."""
    word.sections[0].header.paragraphs[0].text = "File CANARY-4711"


def in_comment(word: WordDocument) -> None:
    """Write the name into a comment."""
    word.add_comment(word.paragraphs[1].runs, "That is Canaria Goldfinch.", author="A colleague")


def in_properties(word: WordDocument) -> None:
    """Write the name into a property of the file."""
    word.core_properties.keywords = "Canaria Goldfinch"


def test_a_file_with_pseudonyms_has_no_remark_about_names(file: Path) -> None:
    assert exposing(file) == []


@pytest.mark.parametrize("edit", [in_text, in_header, in_comment, in_properties])
def test_a_private_detail_anywhere_in_the_file_is_an_error(edit: Edit, file: Path) -> None:
    [remark] = exposing(edited(file, edit))
    assert (remark.code, remark.level, remark.place) == ("real-name-in-text", "error", "case C1")


def test_no_other_remark_quotes_a_private_detail(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        word.add_paragraph("Canaria Goldfinch met the junkies!!!")

    exposing(edited(file, edit))
    [remark] = [remark for remark in checked(file).remarks if remark.code == "shouting"]
    assert remark.place == "the paragraph “…”"


def test_a_part_of_a_name_is_a_warning_with_its_place(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        word.add_paragraph("Then Goldfinch was released.")

    [remark] = exposing(edited(file, edit))
    assert (remark.code, remark.level) == ("part-of-name-in-text", "warning")


def test_a_name_in_the_file_name_is_an_error(file: Path) -> None:
    named = file.with_name("canaria-goldfinch.docx")
    shutil.copy(file, named)
    shutil.copy(file.with_suffix(".private.yaml"), named.with_suffix(".private.yaml"))
    [remark] = [remark for remark in checked(named).remarks if remark.code.startswith(EXPOSING)]
    assert (remark.code, remark.level) == ("real-name-in-file-name", "error")


def test_a_private_file_that_cannot_be_read_is_a_warning(file: Path) -> None:
    file.with_suffix(".private.yaml").write_text("cases: [", "utf-8")
    assert [remark.code for remark in exposing(file)] == ["private-file"]


def test_without_a_private_file_nothing_is_searched_for(file: Path) -> None:
    file.with_suffix(".private.yaml").unlink()
    assert exposing(edited(file, in_text)) == []
