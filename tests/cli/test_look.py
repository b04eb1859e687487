"""``drafter look``, ``--look``, and which look counts: the named one, the folder's, the profile's, ours."""

import json
from pathlib import Path

import docx
import pytest

from drafter.bundled import own_folder
from drafter.cli import DONE, FAULT, USAGE, main
from drafter.formats.office import find_office
from tests.support.checkout import EXAMPLES
from tests.support.look_builder import LOOK, look, paragraph, run
from tests.support.ooxml import invariants
from tests.support.outline import outline

Out = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in with an answers file, and an own folder of the user beside it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.yaml").write_bytes((EXAMPLES / "ruritania-hrc-oral.yaml").read_bytes())
    return folder


def letterhead(path: Path, header: str) -> Path:
    """Write a letterhead with the text *header* as python-docx makes it, and return its path."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = header
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(path))
    return path


def header_of(file: Path) -> str:
    """Return the header of the Word file."""
    data = file.read_bytes()
    assert invariants(data) == []
    [line] = [line for line in outline(data).splitlines() if line.startswith("header (default)")]
    return line.partition(": ")[2]


# ---- which look counts ----


def test_the_look_that_is_named_comes_before_that_of_the_folder_and_that_of_the_profile(here: Path) -> None:
    assert main(["build", "a.yaml"]) == DONE
    assert "Submission" not in header_of(here / "a.docx")

    letterhead(own_folder() / "templates/look.docx", "Profile")
    assert main(["build", "a.yaml"]) == DONE
    assert header_of(here / "a.docx") == "Profile"

    letterhead(here / "templates/look.docx", "Folder")
    assert main(["build", "a.yaml"]) == DONE
    assert header_of(here / "a.docx") == "Folder"

    letterhead(here / "other.docx", "Named")
    assert main(["build", "a.yaml", "--look", "other.docx"]) == DONE
    assert header_of(here / "a.docx") == "Named"
    assert main(["roster", "a.yaml", "--look", "other.docx"]) == DONE
    assert header_of(here / "a-sign-on.docx") == "Named"


def test_a_look_in_a_folder_can_be_a_template_or_have_macros(here: Path) -> None:
    (here / "templates").mkdir()
    (here / "templates/look.dotx").write_bytes(look(paragraph(run("A template"))))
    assert main(["build", "a.yaml"]) == DONE
    assert header_of(here / "a.docx") == "A template"
    (here / "templates/look.docx").write_bytes(look(paragraph(run("A document"))))
    assert main(["build", "a.yaml"]) == DONE
    assert header_of(here / "a.docx") == "A document"


def test_a_look_that_is_not_there_is_a_fault(here: Path, capsys: Out) -> None:
    assert main(["build", "a.yaml", "--look", "gone.docx"]) == FAULT
    assert capsys.readouterr().err.startswith("gone.docx: there is no such file")
    assert main(["look", "check", "gone.docx"]) == FAULT


def test_a_build_says_in_a_line_what_it_filled_in(here: Path, capsys: Out) -> None:
    letterhead(here / "other.docx", "Named")
    assert main(["build", "a.yaml", "--look", "other.docx"]) == DONE
    told = capsys.readouterr().err
    assert "The letterhead other.docx lacks 15 styles, which drafter took from its own look: " in told
    assert main(["build", "a.yaml", "--look", "other.docx", "--json"]) == DONE
    [built] = json.loads(capsys.readouterr().out)
    assert "Numbered Paragraph" in built["look"]["filled_in"]
    assert built["look"]["file"] == "other.docx"


# ---- the look of the profile ----


def test_the_profile_keeps_a_clean_copy_of_the_letterhead(here: Path, capsys: Out) -> None:
    source = letterhead(here / "our.docx", "Our house")
    assert main(["profile", "--look", "our.docx"]) == DONE
    told = capsys.readouterr()
    kept = own_folder() / "templates/look.docx"
    assert told.out.startswith(f"✓ {kept}   your letterhead, from our.docx\n")
    assert "lacks 15 styles" in told.err
    assert kept.stat().st_mode & 0o077 == 0
    source.unlink()
    assert main(["build", "a.yaml"]) == DONE
    assert header_of(here / "a.docx") == "Our house"
    assert "lacks" not in capsys.readouterr().err

    assert main(["profile", "--show"]) == DONE
    assert f"Your letterhead: {kept}" in capsys.readouterr().out
    assert main(["profile", "--no-look"]) == DONE
    assert not kept.exists()
    assert main(["profile", "--no-look"]) == DONE
    assert capsys.readouterr().out.endswith("Your profile has no letterhead.\n")


def test_a_letterhead_with_an_unknown_field_is_refused_at_once(here: Path, capsys: Out) -> None:
    (here / "our.docx").write_bytes(look(paragraph(run("{{ client }}"))))
    assert main(["profile", "--look", "our.docx"]) == FAULT
    assert "unknown field {{ client }}" in capsys.readouterr().err
    assert not (own_folder() / "templates/look.docx").exists()


# ---- drafter look check ----


def test_a_check_tells_what_is_used_filled_in_and_left_out(here: Path, capsys: Out) -> None:
    letterhead(here / "our.docx", "Our house")
    assert main(["look", "check", "our.docx"]) == DONE
    printed = " ".join(capsys.readouterr().out.split())
    assert printed.startswith("✓ our.docx can be used. Page Letter, 216 × 279 mm, upright")
    assert "Header “Our house”." in printed
    assert "Page numbers in a footer that drafter adds" in printed
    assert "Styles it has Title, Subtitle, heading 1" in printed
    assert "Styles drafter adds Numbered Paragraph, Lead In" in printed
    assert "drafter profile --look our.docx" in printed


def test_a_check_as_json_has_the_same(here: Path, capsys: Out) -> None:
    (here / "our.docx").write_bytes(look(paragraph(run("Street")), settings="<w:trackRevisions/>"))
    assert main(["look", "check", "our.docx", "--json"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert found["margins"][:2] == [
        {"part": "header", "pages": "default", "text": "Street", "pictures": 0},
        {"part": "header", "pages": "first", "text": "", "pictures": 0},
    ]
    assert (found["origin"], found["font"], found["size"]) == ("given", "Times New Roman", 12)
    assert (found["page_numbers"], found["filled_in"], found["pdf"]) == (True, [], None)


@pytest.mark.parametrize(
    ("place", "words", "origin"),
    [
        ("templates", "The submissions in this folder use it.", "folder"),
        ("own", "It is in your profile", "profile"),
        ("", "It comes with drafter", "drafter"),
    ],
)
def test_without_a_file_the_look_in_use_is_checked(
    here: Path, capsys: Out, place: str, words: str, origin: str
) -> None:
    if place:
        folder = here / "templates" if place == "templates" else own_folder() / "templates"
        folder.mkdir(parents=True)
        (folder / "look.docx").write_bytes(LOOK)
    assert main(["look", "check"]) == DONE
    assert words in capsys.readouterr().out
    assert main(["look", "check", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["origin"] == origin


def test_a_file_that_is_no_word_file_is_a_fault_with_its_name(here: Path, capsys: Out) -> None:
    (here / "our.docx").write_text("{\\rtf1}")
    assert main(["look", "check", "our.docx"]) == FAULT
    assert capsys.readouterr().err.startswith("our.docx: drafter cannot read this file as a Word document")
    assert main(["look", "check", "our.docx", "--json"]) == FAULT
    assert json.loads(capsys.readouterr().out)["faults"][0]["file"] == "our.docx"


def test_without_libreoffice_a_pdf_is_refused_with_what_to_do(
    here: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.formats.office.find_office", lambda: "")
    assert main(["look", "check", "--pdf", "sample.pdf"]) == FAULT
    told = capsys.readouterr().err
    assert "a PDF needs LibreOffice" in told
    assert "libreoffice.org" in told
    assert not (here / "sample.pdf").exists()


@pytest.mark.parametrize("name", ["sample", "sample.docx"])
def test_the_name_of_a_pdf_ends_in_pdf(here: Path, capsys: Out, name: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["look", "check", "--pdf", name])
    assert stopped.value.code == USAGE
    assert "--pdf: the name of a PDF ends in .pdf." in capsys.readouterr().err


@pytest.mark.seconds(200)
@pytest.mark.skipif(not find_office(), reason="LibreOffice is not installed")
def test_sample_pages_are_printed_as_pdf(here: Path, capsys: Out) -> None:
    letterhead(here / "our.docx", "Our house")
    assert main(["look", "check", "our.docx", "--pdf", "sample.pdf"]) == DONE
    assert "✓ sample.pdf   sample pages" in capsys.readouterr().out
    data = (here / "sample.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in data
    assert main(["look", "check", "our.docx", "--pdf", "sample.pdf"]) == DONE  # over its own sample
    (here / "sample.pdf").write_bytes(b"%PDF-1.7 the report of a colleague")
    assert main(["look", "check", "our.docx", "--pdf", "sample.pdf"]) == FAULT
    assert "drafter did not write this file" in capsys.readouterr().err
    assert not [file for file in here.iterdir() if file.name not in ("a.yaml", "our.docx", "sample.pdf")]
