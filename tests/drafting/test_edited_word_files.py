"""Files that colleagues edited in Word or LibreOffice: each fault is remarked on, at its place."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Pt

from drafter.word.ooxml import NAMESPACES
from tests.support.checkout import CHECKOUT
from tests.support.word_files import (
    built,
    checked,
    edited,
    example,
    insert_after,
    paragraph,
    printed_number,
    remarks,
    replace_words,
)

UPR = "ruritania-upr-joint"
OWN = "People who have been released"
"""The beginning of a paragraph of the author's own."""
OF_LIBRARY = "In 2012 twelve United Nations entities"
"""The beginning of a paragraph of the library."""
PLANTED = [
    ("The guards treat the junkies like dogs.", "word-stigmatises"),
    ("The closed ward is a gulag.", "comparison-loaded"),
    ("In 2024 the centre in Zenda held XX people (to be checked).", "placeholder-left"),
    ("The Government of Portugal should change its law.", "other-state"),
    ("Nobody was ever punished for it!!!", "shouting"),
    ("The prison service offers OAT in two of eleven prisons.", "abbreviation-unexplained"),
]


@pytest.fixture(scope="module")
def upr(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file of the joint submission, not to be changed."""
    return built(tmp_path_factory.mktemp("upr"), example(UPR))


@pytest.fixture
def file(upr: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(upr, tmp_path / "edited.docx"))


# ---- what colleagues write ----


@pytest.mark.parametrize(("text", "code"), PLANTED, ids=[code for _, code in PLANTED])
def test_a_fault_in_a_pasted_paragraph_has_its_place(text: str, code: str, file: Path) -> None:
    def paste(word: WordDocument) -> None:
        pasted = insert_after(paragraph(word, OWN), "")
        for piece in (text[:7], text[7:20], text[20:]):  # Word splits what is pasted into runs
            pasted.add_run(piece).font.size = Pt(11)

    number = printed_number(file, OWN) + 1
    [remark] = remarks(edited(file, paste), code)
    assert remark.place.startswith(f"paragraph {number} (“{text[:20]}")


def test_an_edited_half_of_a_paragraph_of_the_library_is_the_colleagues_own(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        replace_words(
            paragraph(word, OF_LIBRARY),
            "measures to close these centres",
            "measures to shut junkies’ dens",
        )

    before = checked(file).library_share
    [remark] = remarks(edited(file, edit), "word-stigmatises")
    assert remark.place.startswith(f"paragraph {printed_number(file, OF_LIBRARY)} (")
    assert "junkies" in remark.text
    assert before - 0.02 < checked(file).library_share < before


def test_what_an_author_put_into_a_field_of_the_library_is_checked(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        replace_words(
            paragraph(word, "Under section 14"), "the Ministry of the Interior", "the junkie police"
        )

    [remark] = remarks(edited(file, edit), "word-stigmatises")
    assert remark.place.startswith(f"paragraph {printed_number(file, 'Under section 14')} (")


def test_a_bad_recommendation_in_the_list_is_remarked_on(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        insert_after(paragraph(word, "Close without delay every centre"), "Consider the needs of families.")

    [remark] = remarks(edited(file, edit), "recommendation-weak")
    number = printed_number(file, "It is recommended that the Government")
    assert remark.place == f"paragraph {number} (b) (“Consider the needs of families.”)"


def test_a_file_that_becomes_too_long_is_an_error_with_its_figures(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        insert_after(paragraph(word, OWN), "One more sentence about this. " * 250)

    before = checked(file).words
    check = checked(edited(file, edit))
    [remark] = [remark for remark in check.remarks if remark.code == "over-limit"]
    assert check.words == before + 1250
    assert (remark.level, remark.place) == ("error", "the length")
    assert f"{check.words:,} of 5,630 words" in remark.text


def test_headings_that_are_only_bold_are_places_too(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        heading = insert_after(paragraph(word, OWN), "", "Body Text")
        heading.add_run("A day without a doctor").bold = True
        insert_after(heading, "The junkies get no doctor.", "Body Text")

    [remark] = remarks(edited(file, edit), "word-heading-bold")
    assert remark.place == "the heading “A day without a doctor”"
    [term] = remarks(file, "word-stigmatises")
    assert term.place == "the paragraph “The junkies get no doctor.” under “A day without a doctor”"


# ---- what is left in a file ----


def test_tracked_changes_are_an_error_and_only_the_new_text_is_read(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        author = 'w:author="A colleague" w:date="2026-01-01T00:00:00Z"'
        run = '<w:r><w:t xml:space="preserve">The junkies</w:t></w:r>'
        deleted = "<w:r><w:delText>They sleep in a gulag.</w:delText></w:r>"
        own = paragraph(word, OWN)._p
        own.append(parse_xml(f'<w:ins {NAMESPACES} w:id="901" {author}>{run}</w:ins>'))
        own.append(parse_xml(f'<w:del {NAMESPACES} w:id="902" {author}>{deleted}</w:del>'))

    check = checked(edited(file, edit))
    codes = {remark.code: remark for remark in check.remarks}
    assert codes["word-changes"].level == "error"
    assert codes["word-changes"].place.startswith(f"paragraph {printed_number(file, OWN)} (")
    assert "by 1 person" in codes["word-changes"].text
    assert "word-stigmatises" in codes
    assert "comparison-loaded" not in codes


def test_a_change_of_format_alone_is_a_warning(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        change = f'<w:rPrChange {NAMESPACES} w:id="903" w:author="A"><w:rPr/></w:rPrChange>'
        run = paragraph(word, OWN).runs[0]
        run.bold = True
        run._r.get_or_add_rPr().append(parse_xml(change))

    assert [remark.level for remark in remarks(edited(file, edit), "word-changes")] == ["warning"]


def test_comments_are_an_error_at_their_paragraph(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        word.add_comment(paragraph(word, OWN).runs, "Do we have a source?", author="A colleague")

    [remark] = remarks(edited(file, edit), "word-comments")
    assert remark.level == "error"
    assert remark.place.startswith(f"paragraph {printed_number(file, OWN)} (")
    assert "A colleague" not in str(remark)


def test_hidden_and_highlighted_words_are_warnings(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        own = paragraph(word, OWN)
        own.add_run(" The junkies").font.hidden = True
        own.add_run(" Check this figure.").font.highlight_color = WD_COLOR_INDEX.YELLOW

    codes = {remark.code: remark for remark in checked(edited(file, edit)).remarks}
    assert codes["word-hidden"].place == codes["word-highlight"].place
    assert "Check this figure." in codes["word-highlight"].text
    assert "word-stigmatises" not in codes, "what Word does not show is not read as text"


def test_a_link_to_a_file_and_a_picture_without_words_are_named(file: Path) -> None:
    def edit(word: WordDocument) -> None:
        own = paragraph(word, OWN)
        target = word.part.relate_to(
            "file:///C:/Users/anna/report.pdf", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = f'<w:hyperlink {NAMESPACES} r:id="{target}"><w:r><w:t>report</w:t></w:r></w:hyperlink>'
        own._p.append(parse_xml(link))
        own.add_run().add_picture(str(CHECKOUT / "docs/pages.png"))

    codes = {remark.code: remark for remark in checked(edited(file, edit)).remarks}
    assert "anna" not in str(codes["word-link-local"])
    assert codes["word-picture"].level == "note"


# ---- other programs ----


@pytest.mark.seconds(120)
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_file_saved_again_by_libreoffice_is_read_alike(file: Path, tmp_path: Path) -> None:
    before = checked(file)
    folder = tmp_path / "saved"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    subprocess.run([*command, "docx", "--outdir", str(folder), str(file)], check=True, capture_output=True)
    after = checked(folder / file.name)
    assert (after.document, after.words, after.library_share) == (
        before.document,
        before.words,
        before.library_share,
    )
    assert [str(remark) for remark in after.remarks] == [str(remark) for remark in before.remarks]


# ---- parts of the document ----


def remove(word: WordDocument, start: str) -> None:
    """Remove the paragraphs that begin with *start*."""
    for each in [each for each in word.paragraphs if each.text.startswith(start)]:
        each._p.getparent().remove(each._p)


def test_missing_keywords_are_a_warning(file: Path) -> None:
    [remark] = remarks(edited(file, lambda word: remove(word, "Key words:")), "required-missing")
    assert remark.level == "warning"
    assert "keywords" in remark.text


def test_a_section_whose_questions_were_deleted_is_named(tmp_path: Path) -> None:
    file = built(tmp_path, example("ruritania-ccpr-issues"))
    assert remarks(file, "theme-without-ask") == []
    word_file = edited(file, delete_second_questions)
    [remark] = remarks(word_file, "theme-without-ask")
    assert remark.place.startswith("the section “")


def delete_second_questions(word: WordDocument) -> None:
    """Delete the questions of the second section that has some."""
    leads = [n for n, each in enumerate(word.paragraphs) if each.text.startswith("Suggested question")]
    for each in word.paragraphs[leads[1] :]:
        if each.style is not None and each.style.name.startswith("Heading"):
            return
        each._p.getparent().remove(each._p)
