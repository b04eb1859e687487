"""A file that somebody has changed, or that drafter did not write, is not overwritten."""

from pathlib import Path

import pytest

from drafter.errors import Refused
from drafter.formats.choose import TEXT_FORMATS, write_text
from drafter.formats.seals import NO_SEAL, file_origin, save_sealed, sealed_pdf
from drafter.model.blocks import Document, Paragraph, Properties, Text

PDF = (
    b"%%PDF-1.6\nsome objects\ntrailer\n<</Size 3\n/ID [ <%(id)s>\n<%(id)s> ]\n/DocChecksum /%(id)s\n>>\n"
    b"startxref\n9\n%%%%EOF\n" % {b"id": b"ABCDEF0123456789" * 2}
)


def content(name: str, text: str = "Text.") -> bytes:
    """Return a small document in the format *name*."""
    return write_text(Document((Paragraph((Text(text),)),), properties=Properties("T")), name)


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_our_own_file_is_replaced_and_a_changed_one_is_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a.{name}"
    save_sealed(content(name, "old"), path)
    assert file_origin(path) == "ours"
    save_sealed(content(name, "new"), path)
    assert path.read_bytes() == content(name, "new")

    path.write_bytes(path.read_bytes().replace(b"new", b"mew"))
    assert file_origin(path) == "changed"
    with pytest.raises(Refused, match="this file has changes that drafter did not make"):
        save_sealed(content(name, "new"), path)
    assert b"mew" in path.read_bytes()
    save_sealed(content(name, "new"), path, force=True)
    assert file_origin(path) == "ours"


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_the_same_document_gives_the_same_bytes_and_a_real_seal(name: str) -> None:
    assert content(name) == content(name)
    assert NO_SEAL.encode() not in content(name)


@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize(
    "stored",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.rstrip(),
        lambda data: data + b"\n\n",
    ],
    ids=["line ends of Windows", "byte order mark", "no last line end", "empty lines at the end"],
)
def test_other_line_ends_are_no_change(tmp_path: Path, name: str, stored: object) -> None:
    path = tmp_path / f"a.{name}"
    assert callable(stored)
    path.write_bytes(stored(content(name)))
    assert file_origin(path) == "ours"


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_text_that_looks_like_a_seal_is_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a.{name}"
    path.write_bytes(content(name, f"x\ndrafter-seal: {'a' * 32}\nx"))
    assert file_origin(path) == "ours"
    path.write_bytes(content(name, f"x\ndrafter-seal: {'a' * 32}\nx").replace(b"a" * 32, b"b" * 32))
    assert file_origin(path) == "changed"


@pytest.mark.parametrize("data", [b"", b"Text.", b"\xff\xfe\x00", b"%PDF-1.4 nothing", b"%PDF-1.4 %%EOF"])
def test_a_file_of_somebody_else_is_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert file_origin(path) == "foreign"
    with pytest.raises(Refused, match="drafter did not write this file"):
        save_sealed(content("txt"), path)
    assert path.read_bytes() == data


def test_the_identifier_of_a_pdf_is_its_seal(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    assert file_origin(path) == "foreign"
    data = sealed_pdf(PDF)
    assert len(data) == len(PDF)
    assert b"ABCDEF" not in data
    assert sealed_pdf(data) == data
    path.write_bytes(data)
    assert file_origin(path) == "ours"
    path.write_bytes(data.replace(b"some", b"SOME"))
    assert file_origin(path) == "foreign"
    path.write_bytes(data + b"a comment\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n")
    assert file_origin(path) == "changed"
