"""Saving a finished file: completely, and never over a file that drafter did not write."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from drafter.errors import DrafterError, Refused
from drafter.model.blocks import Document, Layout, Paragraph, Text
from drafter.word.files import document_origin, save_document
from drafter.word.package import write_parts
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import read

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()


def document(text: str) -> bytes:
    """Return a small finished .docx."""
    fields = (("running_title", "x"),)
    return write_document(Document((Paragraph((Text(text),)),), layout=Layout(fields=fields)), LOOK)


def edit_in_word(path: Path, text: str) -> None:
    """Add a paragraph to the file, as a person would in Word."""
    word = docx.Document(str(path))
    word.add_paragraph(text)
    word.save(str(path))


def test_a_new_file_is_written_and_recognised_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    save_document(document("x"), path)
    assert path.read_bytes() == document("x")
    assert document_origin(path) == "ours"
    assert list(tmp_path.iterdir()) == [path]


def test_our_own_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    save_document(document("x"), path)
    path.chmod(0o640)
    save_document(document("y"), path)
    assert path.read_bytes() == document("y")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_was_changed_in_word_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    save_document(document("x"), path)
    edit_in_word(path, "a change by somebody")
    before = path.read_bytes()
    assert document_origin(path) == "changed"
    with pytest.raises(Refused) as caught:
        save_document(document("y"), path)
    fault = caught.value.faults[0]
    assert (fault.file, fault.fault.split(",")[0]) == (
        str(path),
        "this file has changes that drafter did not make",
    )
    assert fault.remedy
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"plain text", LOOK, LOOK[:300], b"PK\x03\x04 broken"])
def test_a_file_that_drafter_did_not_write_is_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(content)
    assert document_origin(path) == "foreign"
    with pytest.raises(Refused, match="drafter did not write this file"):
        save_document(document("y"), path)
    assert path.read_bytes() == content


def test_broken_properties_make_a_file_foreign(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(write_parts({**read(document("x")), "docProps/custom.xml": b"<broken"}))
    assert document_origin(path) == "foreign"


def test_force_replaces_whatever_is_there(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(b"foreign")
    save_document(document("y"), path, force=True)
    assert document_origin(path) == "ours"


def test_only_the_content_of_the_zip_matters(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    buffer = BytesIO(document("x"))
    path.write_bytes(write_parts(dict(reversed(read(buffer.getvalue()).items()))))
    assert document_origin(path) == "ours"


@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml", "docProps/core.xml"])
def test_a_change_to_any_part_is_noticed(tmp_path: Path, part: str) -> None:
    path = tmp_path / "out.docx"
    parts = read(document("x"))
    path.write_bytes(write_parts({**parts, part: parts[part] + b"\n"}))
    assert document_origin(path) == "changed"


def test_a_missing_folder_is_reported_and_not_created(tmp_path: Path) -> None:
    path = tmp_path / "no" / "out.docx"
    with pytest.raises(DrafterError, match="there is no folder") as caught:
        save_document(document("x"), path)
    assert caught.value.faults[0].file == str(path)
    assert caught.value.faults[0].remedy
    assert not path.parent.exists()


def test_a_folder_is_not_accepted_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="this is a folder"):
        save_document(document("x"), tmp_path, force=True)


def test_a_file_is_not_accepted_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DrafterError, match="is a file, not a folder"):
        save_document(document("x"), tmp_path / "file" / "out.docx")


def test_a_name_that_the_disk_refuses_is_reported_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="this file name is too long"):
        save_document(document("x"), tmp_path / ("n" * 300 + ".docx"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that not even root can write to")
def test_a_folder_without_permission_is_reported() -> None:
    with pytest.raises(DrafterError, match="the file cannot be written"):
        save_document(document("x"), Path("/proc/self/out.docx"))


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.docx"
    link.symlink_to(tmp_path / "real" / "out.docx")
    save_document(document("x"), link)
    assert link.is_symlink()
    assert document_origin(tmp_path / "real" / "out.docx") == "ours"


def test_checking_a_file_does_not_load_python_docx() -> None:
    code = "import sys, drafter.word.files; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, drafter.word; sys.exit(bool({'docx', 'lxml', 'zipfile'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
