"""The PDF: tagged, without the time and place of the build, and nothing left behind whatever happens."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.errors import DrafterError
from drafter.formats import office
from drafter.formats.office import convert_to_pdf
from drafter.formats.pdf import mended
from drafter.formats.pdf_edits import Edit, apply_edits, has_plain_table
from drafter.formats.seals import file_origin
from drafter.model.blocks import Properties
from tests.support.checkout import CHECKOUT
from tests.support.pdf_tags import TaggedPdf

EXAMPLES = CHECKOUT / "examples"
SIX = (
    "csw-statement",
    "recovery-network",
    "ruritania-cedaw",
    "ruritania-upr-joint",
    "ruritania-upr-mid-term",
    "ruritania-wgad",
)
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
needs_sh = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
Out = pytest.CaptureFixture[str]


def small_pdf(*objects: bytes) -> bytes:
    """Return a PDF with these objects and a table of them."""
    data, offsets = b"%PDF-1.6\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    return b"%strailer\n<</Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (data + table, len(objects) + 1, len(data))


SMALL = small_pdf(
    b"<</Title(x)/Keywords<FEFF0061>/CreationDate(D:20261128141902+05'30')>>",
    b"<</Type/StructTreeRoot\n/K[3 0 R ]>>",
    b"<</Type/StructElem\n/S/Note\n/P 2 0 R>>",
    b"<</Type/Annot/Subtype/Link/Border[0 0 0]/StructParent 1>>",
    b"<</Type/Annot/Subtype/Link/Border[0 0 0]>>",
    b"<</Type/Page/Annots[\n4 0 R 5 0 R ]\n/Tabs(S)>>",
    b"<</Type/Page/Annots[\n5 0 R ]\n/Tabs(S)>>",
    b"<xmp:CreateDate>2026-11-28T14:19:02Z</xmp:CreateDate>\n<pdf:Keywords>drug, policy</pdf:Keywords>",
)


@pytest.fixture
def folder_for_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a shell script in place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_office", lambda: str(program))


# ---- mending ----


def test_every_object_is_found_after_an_edit() -> None:
    first = SMALL.index(b"Title")
    edited = apply_edits(SMALL, [Edit(first, first, b"Longer"), Edit(first + 5, first + 8, b"")])
    assert b"<</LongerTitle/Keywords" in edited
    assert TaggedPdf(edited).offset_faults() == []
    assert TaggedPdf(SMALL.replace(b"0000000009", b"0000000010")).offset_faults() == ["10"], (
        "a wrong table is seen"
    )


def test_dates_keywords_notes_and_links_are_mended() -> None:
    data = mended(SMALL, Properties("x", keywords="drug policy", date="2026-03-01"))
    objects = TaggedPdf(data).objects
    assert TaggedPdf(data).offset_faults() == []
    words = "\ufeffdrug policy".encode("utf-16-be").hex().upper().encode()
    assert objects[1] == b"<</Title(x)/Keywords<%s>/CreationDate(D:20260301000000Z)>>" % words
    assert objects[2] == b"<</Type/StructTreeRoot/IDTree<</Names[(note000001) 3 0 R]>>\n/K[3 0 R ]>>"
    assert objects[3] == b"<</Type/StructElem\n/S/Note/ID(note000001)\n/P 2 0 R>>"
    assert objects[4] == b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent 1>>"
    assert objects[6] == b"<</Type/Page/Annots[4 0 R]\n/Tabs/S>>"
    assert objects[7] == b"<</Type/Page\n/Tabs/S>>"
    written = (
        b"<xmp:CreateDate>2026-03-01T00:00:00Z</xmp:CreateDate>\n<pdf:Keywords>drug policy</pdf:Keywords>"
    )
    assert objects[8] == written
    assert b"%s \nendobj" % written in data, "the data is as long as before"


def test_without_a_date_the_time_of_the_build_is_removed() -> None:
    data = mended(SMALL, Properties("x"))
    assert b"2026" not in data
    assert b"<</Title(x)/Keywords<FEFF0061>>>" in data
    assert (
        b"8 0 obj\n%s\n<pdf:Keywords>" % (b" " * len("<xmp:CreateDate>2026-11-28T14:19:02Z</xmp:CreateDate>"))
        in data
    )


def test_a_compressed_table_is_left_as_it_is() -> None:
    compressed = b"%PDF-1.7\n1 0 obj\n<</Type/XRef>>\nendobj\nstartxref\n9\n%%EOF\n"
    assert not has_plain_table(compressed)
    assert has_plain_table(SMALL)
    assert mended(compressed, Properties("x", date="2026-03-01")) == compressed


# ---- LibreOffice ----


def test_without_libreoffice_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: "")
    target = tmp_path / "a.pdf"
    assert main(["build", str(EXAMPLES / "csw-statement.yaml"), "-o", str(target)]) == FAULT
    printed = capsys.readouterr().err
    assert "a PDF needs LibreOffice, and drafter cannot find it on this computer" in printed
    assert "libreoffice.org" in printed
    assert "Build the Word file instead" in printed
    assert not target.exists()


@needs_sh
@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 77", "made no PDF .exit status 77."),
        ("sleep 60 & sleep 60", "made no PDF within 0.5 seconds"),
    ],
)
def test_a_libreoffice_that_fails_or_hangs_leaves_nothing_behind(
    tmp_path: Path,
    folder_for_files: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    message: str,
) -> None:
    stand_in(tmp_path, f"echo $$ > {tmp_path}/pid; {script}", monkeypatch)
    with pytest.raises(DrafterError, match=message) as caught:
        convert_to_pdf(b"PK", seconds=0.5)
    assert caught.value.faults[0].remedy
    assert list(folder_for_files.iterdir()) == []
    group = (tmp_path / "pid").read_text().strip()
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    states = [line.split()[1] for line in listed.splitlines() if line.split()[0] == group]
    assert [state for state in states if not state.startswith("Z")] == []


@needs_sh
def test_only_the_owner_can_read_what_libreoffice_works_with(
    tmp_path: Path, folder_for_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f'for last; do :; done; ls -ld "$(dirname "$last")" > {tmp_path}/seen; env >> {tmp_path}/seen; '
    stand_in(tmp_path, f'{script} printf "%%PDF-" > "${{last%.docx}}.pdf"', monkeypatch)
    assert convert_to_pdf(b"PK", seconds=20) == b"%PDF-"
    seen = (tmp_path / "seen").read_text()
    assert seen.startswith("drwx------")
    assert "\nTZ=UTC\n" in seen
    assert list(folder_for_files.iterdir()) == []


@needs_sh
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_ended_deletes_its_temporary_files(tmp_path: Path, number: signal.Signals) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/begun\nsleep 60\n", "utf-8")
    program.chmod(0o755)
    folder = tmp_path / "temporary"
    folder.mkdir()
    command = [sys.executable, "-m", "drafter", "build", str(EXAMPLES / "csw-statement.yaml")]
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "TMPDIR": str(folder)}
    with subprocess.Popen(
        [*command, "-o", str(tmp_path / "a.pdf")], env=environment, stderr=subprocess.PIPE
    ) as process:
        end = time.monotonic() + 30
        while not (tmp_path / "begun").exists() and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(number)
        assert process.wait(20) != DONE
    assert list(folder.iterdir()) == []
    assert not (tmp_path / "a.pdf").exists()


@needs_office
@pytest.mark.seconds(170)
def test_six_documents_can_be_read_by_a_screen_reader(tmp_path: Path, folder_for_files: Path) -> None:
    files = [str(EXAMPLES / f"{name}.yaml") for name in SIX]
    assert main(["build", *files, "--format", "pdf", "-o", str(tmp_path)]) == DONE
    faults = {}
    for name in SIX:
        pdf = TaggedPdf((tmp_path / f"{name}.pdf").read_bytes())
        assert len(pdf.tags) > 20
        faults[name] = [*pdf.faults(), *pdf.offset_faults()]
        assert file_origin(tmp_path / f"{name}.pdf") == "ours"
        assert str(tmp_path).encode() not in pdf.data
        assert b"CreationDate" not in pdf.data
    assert faults == {name: [] for name in SIX}
    assert list(folder_for_files.iterdir()) == []


@needs_office
@pytest.mark.seconds(120)
def test_the_same_answers_give_the_same_pdf_and_an_edited_one_is_kept(tmp_path: Path, capsys: Out) -> None:
    answers, target = str(EXAMPLES / "csw-statement.yaml"), tmp_path / "a.pdf"
    assert main(["build", answers, "-o", str(target)]) == DONE
    first = target.read_bytes()
    assert main(["build", answers, "-o", str(target)]) == DONE
    assert target.read_bytes() == first
    target.write_bytes(first + b"9 0 obj\n<</Contents(a comment)>>\nendobj\nstartxref\n9\n%%EOF\n")
    capsys.readouterr()
    assert main(["build", answers, "-o", str(target)]) == FAULT
    assert "changes that drafter did not make" in capsys.readouterr().err
