"""The zip around a Word file tells nothing of the system, the time or the account that it was made with."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from drafter.model.blocks import Document, Layout
from drafter.word.package import write_parts
from drafter.word.write import write_document
from tests.support.look_builder import LOOK


def entries(data: bytes) -> list[ZipInfo]:
    """Return what the zip says of each part."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.comment == b""
        return archive.infolist()


def test_no_part_says_on_which_system_it_was_packed() -> None:
    """Python writes 3 (Unix) or 0 (Windows) by itself, and the permissions of a new file with the 3."""
    for data in (write_parts({"a.xml": b"<a/>"}), filled()):
        for entry in entries(data):
            assert (entry.create_system, entry.extra, entry.comment) == (0, b"", b"")
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_the_parts_that_some_readers_look_for_first_come_first() -> None:
    names = [entry.filename for entry in entries(filled())]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def filled() -> bytes:
    """Return an empty document in the bundled look."""
    return write_document(Document((), layout=Layout(fields=(("running_title", "x"),))), LOOK)
