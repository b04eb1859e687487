"""Files that cannot be a look are refused with the reason and the path."""

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from drafter.cli import FAULT, main
from drafter.errors import DrafterError
from drafter.word import safe_reading
from drafter.word.look import clean_look
from drafter.word.safe_reading import read_package
from tests.support.look_builder import LOOK, look, relations
from tests.support.ooxml import read
from tests.support.small_library import write_library
from tests.support.submissions import submission


def zipped(parts: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """Return a zip of *parts*."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(name: str, data: bytes) -> bytes:
    """Return the bundled look with *data* as the part *name*."""
    return zipped({**read(LOOK), name: data})


def locked() -> bytes:
    """Return the bundled look with the encryption flag of a zip."""
    data = bytearray(LOOK)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k"))
)
WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is damaged"),
        (b"plain text", "the file is damaged"),
        (LOOK[:2000], "the file is damaged"),
        (LOOK[:300] + b"\0" * 300 + LOOK[600:], "the file is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "it has a password, or it is an old .doc file"),
        (locked(), "it has a password"),
        (zipped(read(LOOK), ZIP_BZIP2), "it is compressed in a way that Word does not use"),
        (zipped({"a.txt": b"x"}), "it has no main part"),
        (zipped({str(number): b"" for number in range(2001)}), "it has 2,001 parts; drafter allows 2,000"),
        (zipped({"x": b"0" * (20 * 2**20)}), "it is more than 200 times larger when unpacked"),
        (changed("word/document.xml", b"<w:document"), "its part word/document.xml is damaged"),
        (changed("word/styles.xml", b"<w:styles>"), "its part word/styles.xml is damaged"),
        (changed("word/header1.xml", b"\xff\xfe<"), "its part word/header1.xml is damaged"),
        (changed("word/_rels/document.xml.rels", b"<x"), "its part word/_rels/document.xml.rels is damaged"),
        (changed("word/document.xml", b"<workbook/>"), "it belongs to another program"),
        (changed("word/styles.xml", LAUGHS + b"]><w:styles " + WORD + b">&j;</w:styles>"), "styles.xml"),
        (
            changed("word/styles.xml", b"<!DOCTYPE x><w:styles " + WORD + b"/>"),
            "its part word/styles.xml declares a document type",
        ),
        (
            changed(
                "word/header1.xml",
                b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:hdr ' + WORD + b">&a;</w:hdr>",
            ),
            "its part word/header1.xml declares a document type",
        ),
    ],
)
def test_a_file_is_refused_with_the_reason_and_its_path(data: bytes, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(DrafterError) as caught:
        clean_look(data, "letters/our look.docx")
    [fault] = caught.value.faults
    assert fault.file == "letters/our look.docx"
    assert fault.fault.startswith("drafter cannot read this file as a Word document: ")
    assert reason in fault.fault
    assert fault.remedy
    assert time.monotonic() - began < 5


def test_a_file_that_is_far_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("it was unpacked")

    data = zipped({str(number): b"0" * 2**20 for number in range(101)})
    monkeypatch.setattr(ZipFile, "read", never)
    with pytest.raises(DrafterError, match="it is 101 MB when unpacked; drafter allows 100 MB"):
        read_package(data, "x")


def test_a_look_at_the_limits_is_read() -> None:
    assert len(read_package(zipped({str(n): b"" for n in range(safe_reading.MAX_PARTS)}), "x")) == 2000
    zeros = b"0" * safe_reading.RATIO_THRESHOLD
    assert read_package(zipped({"x": zeros}), "x") == {"x": zeros}


def test_a_reference_to_itself_or_out_of_the_package_is_harmless() -> None:
    for target in ("header1.xml", "../../../../etc/passwd", "/word/header1.xml", "", "%2e%2e/x"):
        parts = {"word/_rels/header1.xml.rels": relations({"rId1": ("image", target)})}
        assert clean_look(look('<w:p><w:hyperlink r:id="rId1"/></w:p>', parts=parts)).data


def test_build_reports_the_path_of_a_look_that_it_cannot_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_library(tmp_path)
    file = submission(tmp_path)
    own = tmp_path / "templates/look.docx"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(b"no zip")
    assert main(["build", str(file)]) == FAULT
    printed = capsys.readouterr().err
    assert printed.startswith(f"{own}: drafter cannot read this file as a Word document: the file is damaged")
