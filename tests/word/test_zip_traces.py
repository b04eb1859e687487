"""The zip of a Word file has no traces of the operating system, the time or the user account."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from drafter.model.blocks import Document, Layout
from drafter.word.package import write_parts
from drafter.word.write import write_document
from tests.support.look_builder import LOOK


def entries(data: bytes) -> list[ZipInfo]:
    """Return the zip's entries for the parts."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.comment == b""
        return archive.infolist()


def test_no_part_reveals_the_operating_system() -> None:
    """By default Python writes 3 (Unix, with file permissions) or 0 (Windows)."""
    for data in (write_parts({"a.xml": b"<a/>"}), filled()):
        for entry in entries(data):
            assert (entry.create_system, entry.extra, entry.comment) == (0, b"", b"")
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_parts_that_some_programs_expect_first_come_first() -> None:
    names = [entry.filename for entry in entries(filled())]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def filled() -> bytes:
    """Return an empty document in the bundled look."""
    return write_document(Document((), layout=Layout(fields=(("running_title", "x"),))), LOOK)
