"""Cleaning a letterhead: page numbers, drafter's fields and text stay; the user learns what was removed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import DONE, main
from drafter.language.english import ENGLISH
from drafter.word.removals import Removals, removal_message
from tests.support.hostile_looks import ATTACKS
from tests.support.look_builder import (
    built,
    field,
    header,
    look,
    paragraph,
    run,
    simple,
)
from tests.support.ooxml import W, read, tree
from tests.support.outline import outline
from tests.support.small_library import write_library
from tests.support.submissions import submission

Out = pytest.CaptureFixture[str]


# ---- fields ----


@pytest.mark.parametrize("make", [field, simple])
@pytest.mark.parametrize(
    "code", ["PAGE", " page \\* MERGEFORMAT", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGE\\* roman"]
)
def test_counting_fields_keep_their_result(make: Callable[[str, str], str], code: str) -> None:
    assert header(run("p. ") + make(code, run("7"))) == f"p. {{{code.strip()} = 7}}"


@pytest.mark.parametrize("code", ["TITLE", "SUBJECT", "KEYWORDS", 'STYLEREF "Heading 1"'])
def test_fields_lose_text_that_they_repeated_from_an_old_document(code: str) -> None:
    code = code.replace('"', "&quot;")
    data = built(paragraph(simple(code, run("An old title"))))
    assert b"An old title" not in read(data)["word/header1.xml"]
    assert f"{{{code.replace('&quot;', chr(34))} = }}" in outline(data)


def test_a_condition_on_page_numbers_stays() -> None:
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin" w:fldLock="1"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("PAGE", run("2"))
        + '<w:r><w:instrText> = 1 "" "continued"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("continued")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    data = built(paragraph(inner))
    assert "continued" in outline(data)
    assert next(tree(read(data), "word/header1.xml").iter(f"{W}fldChar")).get(f"{W}fldLock") is None


def test_a_field_without_a_result_gets_a_separator() -> None:
    bare = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert header(bare) == "{PAGE = }"


def test_a_page_number_after_a_removed_field_stays() -> None:
    both = field("FILENAME", run("maria.docx")) + run(", p. ") + field("PAGE", run("1"))
    assert header(both) == ", p. {PAGE = 1}"


def test_a_field_in_the_result_of_a_removed_field_is_removed_too() -> None:
    assert header(field("AUTHOR", run("Maria ") + field("PAGE", run("1"))) + run("x")) == "x"


def test_drafters_own_fields_are_filled_even_in_tracked_changes() -> None:
    tracked = f'<w:ins w:id="1" w:author="Maria">{run("{{ running_")}</w:ins>{run("title }}")}'
    assert header(tracked) == "Title"


# ---- repairs around what is removed ----


def test_a_paragraph_whose_end_was_deleted_is_merged_into_the_next() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="Maria"/></w:rPr></w:pPr>'
    data = built(f"<w:p>{mark}{run('Ke')}</w:p>{paragraph(run('pt'))}")
    assert "header (default): Kept\n" in outline(data)
    last = built(f"{paragraph(run('Kept'))}<w:p>{mark}{run('too')}</w:p>")
    assert "header (default): Kept / too\n" in outline(last)


def test_a_table_without_rows_left_is_removed() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1" w:author="M"/></w:trPr><w:tc>{paragraph(run("x"))}</w:tc></w:tr>'
    cells = (
        f'<w:tr><w:tc><w:tcPr><w:cellDel w:id="1" w:author="M"/></w:tcPr>{paragraph(run("x"))}</w:tc></w:tr>'
    )
    root = tree(read(built(f"<w:tbl>{row}{cells}</w:tbl>{paragraph(run('Kept'))}")), "word/header1.xml")
    assert [child.tag for child in root] == [f"{W}p"]


@pytest.mark.parametrize("inner", ['<w:altChunk r:id="rId1"/>', "<w:sdt><w:sdtPr/></w:sdt>", ""])
def test_an_emptied_header_keeps_the_paragraph_that_word_requires(inner: str) -> None:
    root = tree(read(built(f"{inner}<w:sdt/>")), "word/header1.xml")
    assert [child.tag for child in root] == [f"{W}p"]


def test_an_emptied_cell_keeps_the_paragraph_that_word_requires() -> None:
    table = f"<w:tbl><w:tr><w:tc><w:sdt/></w:tc><w:tc>{paragraph(run('Kept'))}</w:tc></w:tr></w:tbl>"
    root = tree(read(built(f"{table}<w:p/>")), "word/header1.xml")
    assert [[child.tag for child in cell] for cell in root.iter(f"{W}tc")] == [[f"{W}p"], [f"{W}p"]]


def test_a_content_control_is_unwrapped_unless_it_shows_a_placeholder() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    shown = control.format('<w:alias w:val="Maria"/>', run("Kept"))
    placeholder = control.format("<w:showingPlcHdr/>", run("Click here"))
    nested = control.format("", shown + placeholder)
    data = built(paragraph(nested))
    assert "header (default): Kept\n" in outline(data)
    assert next(tree(read(data), "word/header1.xml").iter(f"{W}sdt"), None) is None


def test_an_allowed_field_is_removed_if_its_code_contains_a_path() -> None:
    path = r"STYLEREF &quot;C:\\Users\\maria\\x.docx&quot;"
    assert header(field(path, run("x")) + run("Kept")) == "Kept"


def test_a_setting_in_a_foreign_namespace_is_removed_whatever_its_name() -> None:
    more = '<x:zoom xmlns:x="urn:x" who="Maria"/><w:trackRevisions/><w:evenAndOddHeaders/>'
    names = [child.tag for child in tree(read(built("", settings=more)), "word/settings.xml")]
    assert "{urn:x}zoom" not in names
    assert f"{W}trackRevisions" not in names
    assert {f"{W}evenAndOddHeaders", f"{W}zoom", f"{W}compat"} <= set(names)


# ---- reporting removals ----


def test_removals_are_one_sentence_with_numbers_and_without_names() -> None:
    removals = Removals()
    assert removal_message("look.docx", removals.phrases(ENGLISH), ENGLISH) == ""
    removals.add_field("FILENAME")
    assert removal_message("look.docx", removals.phrases(ENGLISH), ENGLISH) == (
        "The letterhead look.docx contained a FILENAME field; drafter left it out."
    )
    for author in ("Maria", "Josef", "Maria", ""):
        removals.add_tracked_change(author)
    removals.add_field("author")
    removals.add_field("AUTHOR")
    removals.add_field("MariasBookmark")
    removals.add("a linked picture", "linked pictures")
    removals.add("a linked picture", "linked pictures")
    removals.add("comments")
    removals.add("comments")
    assert removal_message("look.docx", removals.phrases(ENGLISH), ENGLISH) == (
        "The letterhead look.docx contained tracked changes by two people, a FILENAME field, "
        "two AUTHOR fields, an unknown field, two linked pictures and comments; drafter left them out."
    )


def test_build_and_roster_print_what_was_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.chdir(tmp_path)
    write_library(tmp_path)
    file = submission(tmp_path)
    (tmp_path / "templates/look.docx").write_bytes(ATTACKS["two authors"].data)
    where = tmp_path / "templates/look.docx"
    line = f"The letterhead {where} contained tracked changes by two people; drafter left them out.\n"
    assert main(["build", str(file)]) == DONE
    assert line in capsys.readouterr().err
    assert main(["roster", str(file)]) == DONE
    assert line in capsys.readouterr().err
    assert main(["build", str(file), "--json"]) == DONE
    [result] = json.loads(capsys.readouterr().out)
    assert result["look"] == {
        "file": str(where),
        "left_out": ["tracked changes by two people"],
        "filled_in": [],
        "not_printed": [],
    }
    (tmp_path / "templates/look.docx").write_bytes(look())
    assert main(["build", str(file), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)[0]["look"]["left_out"] == []
