"""Hostile and damaged files: refused with the reason, before they fill the memory."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.limits import IMPORT_ROW_BYTES
from tests.support.checkout import CHECKOUT
from tests.support.import_files import (
    UHRI_COLUMNS,
    XML,
    rows_of,
    sheet_xml,
    spreadsheet,
    thematic_list,
    uhri_row,
)

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = sheet_xml([UHRI_COLUMNS, uhri_row()]).removesuffix("</sheetData></worksheet>")
TAIL = "</sheetData></worksheet>"
MEGABYTE = 1_000_000


def refusal(file: Path) -> str:
    """Return why *file* is refused."""
    with pytest.raises(DrafterError) as raised:
        rows_of(file)
    [fault] = raised.value.faults
    assert fault.remedy
    assert fault.file == str(file)
    return fault.fault


def streamed(file: Path, pieces: Iterator[bytes] | list[bytes]) -> Path:
    """Write a spreadsheet whose sheet has *pieces*, without holding them."""
    spreadsheet(file, sheet="x")
    whole = zipfile.ZipFile(file)
    target = file.with_suffix(".hostile")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            if name == "xl/worksheets/sheet1.xml":
                with archive.open(name, "w") as part:
                    for piece in pieces:
                        part.write(piece)
            else:
                archive.writestr(name, whole.read(name))
    return target


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        (
            HEAD.replace(XML, f'{XML}<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>') + TAIL,
            "document type",
        ),
        (HEAD.replace(XML, f"{XML}<!DOCTYPE worksheet>") + TAIL, "document type"),
        (HEAD + '<row><c t="inlineStr"><is><t><![CDATA[x]]></t></is></c></row>' + TAIL, "document type"),
        (HEAD.replace("UTF-8", "cp037") + TAIL, "another encoding"),
        (HEAD, "damaged"),
        (HEAD + "<row></c></row>" + TAIL, "damaged"),
        (HEAD + '<row r="x"><c r="A3"><v>1</v></c></row>' + TAIL, "damaged"),
        (HEAD + '<row r="3"><c r="??"><v>1</v></c></row>' + TAIL, "damaged"),
        (HEAD + '<row r="3"><c r="A3" t="s"><v>9</v></c></row>' + TAIL, "damaged"),
        (HEAD + '<row r="3"><c r="A3" t="s"><v>-1</v></c></row>' + TAIL, "damaged"),
        (HEAD + '<row r="900000000"><c r="A900000000"><v>1</v></c></row>' + TAIL, "more than 2,000,000 rows"),
        (HEAD + '<row r="3"><c r="BZZ3"><v>1</v></c></row>' + TAIL, "more than 1,000 columns"),
    ],
)
@pytest.mark.seconds(120)
def test_a_sheet_that_would_do_harm(tmp_path: Path, sheet: str, reason: str) -> None:
    assert reason in refusal(spreadsheet(tmp_path / "a.xlsx", sheet=sheet))


def test_entities_in_another_part_are_refused(tmp_path: Path) -> None:
    strings = f'{XML}<!DOCTYPE a [<!ENTITY b "bbbb">]><sst {MAIN}><si><t>&b;</t></si></sst>'
    assert "document type" in refusal(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS], strings=strings))
    workbook = f'{XML}<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook {MAIN}/>'
    assert "document type" in refusal(spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS], workbook=workbook))


def test_another_encoding_hides_nothing(tmp_path: Path) -> None:
    sheet = (HEAD + TAIL).replace("UTF-8", "UTF-16").encode("utf-16")
    assert "another encoding" in refusal(streamed(tmp_path / "a.xlsx", [sheet]))


def test_a_million_columns(tmp_path: Path) -> None:
    cells = b'<c t="inlineStr"><is><t>x</t></is></c>' * 1_000_000
    file = streamed(tmp_path / "a.xlsx", [HEAD.encode(), b"<row>", cells, b"</row>", TAIL.encode()])
    assert "more than" in refusal(file)


def test_a_few_thousand_columns(tmp_path: Path) -> None:
    cells = b'<c t="inlineStr"><is><t>x</t></is></c>' * 5_000
    file = streamed(tmp_path / "a.xlsx", [HEAD.encode(), b"<row>", cells, b"</row>", TAIL.encode()])
    assert "more than 1,000 columns" in refusal(file)


def test_ten_million_blank_rows(tmp_path: Path) -> None:
    rows = [b"<row/>" * 100_000] * 100
    assert "times larger when unpacked" in refusal(
        streamed(tmp_path / "a.xlsx", [HEAD.encode(), *rows, TAIL.encode()])
    )


def test_a_zip_bomb(tmp_path: Path) -> None:
    file = streamed(tmp_path / "a.xlsx", [b" " * MEGABYTE] * 300)
    assert "times larger when unpacked" in refusal(file)


def test_too_many_parts(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS])
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/{number}", "")
    assert "parts" in refusal(file)


def test_a_password(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS])
    data = bytearray(file.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    file.write_bytes(data)
    assert "password" in refusal(file)


@pytest.mark.parametrize("name", ["old.xls", "old.doc", "locked.xlsx"])
def test_old_and_locked_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000))
    assert "old .doc or .xls" in refusal(tmp_path / name)


def test_a_damaged_zip(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path / "a.xlsx", [UHRI_COLUMNS, uhri_row()])
    data = file.read_bytes()
    for cut in range(50, len(data), max(len(data) // 40, 1)):
        file.write_bytes(data[:cut] + bytes([data[cut] ^ 255]) + data[cut + 1 :])
        try:
            rows_of(file)
        except DrafterError:
            continue  # anything else would be a traceback


def test_a_word_bomb(tmp_path: Path) -> None:
    file = thematic_list(tmp_path / "a.docx", [])
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/more.xml", b" " * 50 * MEGABYTE)
    assert "larger when unpacked" in refusal(file)


def big(size: int) -> bytes:
    return b"x" * size


JSON: dict[str, Callable[[], bytes]] = {
    "a long string": lambda: b'[{"Text": "' + big(IMPORT_ROW_BYTES * 3) + b'"}]',
    "nested lists": lambda: b"[" * IMPORT_ROW_BYTES * 3,
    "nested objects": lambda: b"[" + b'{"a":' * IMPORT_ROW_BYTES,
    "nested lists that end": lambda: b"[" + b"[" * 100_000 + b"]" * 100_000 + b"]",
    "a long number": lambda: b"[" + b"9" * IMPORT_ROW_BYTES * 3 + b"]",
    "a long key": lambda: b'[{"' + big(IMPORT_ROW_BYTES * 3) + b'": 1}]',
    "blanks": lambda: b"[" + b" " * IMPORT_ROW_BYTES * 3 + b"]",
}


@pytest.mark.parametrize("kind", JSON)
def test_a_json_bomb(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(JSON[kind]())
    assert "a record in it has more than" in refusal(file)


def test_a_record_with_long_names_nested_deep_needs_little_memory(tmp_path: Path) -> None:
    level = b'{"' + big(4_000) + b'": '
    (tmp_path / "a.json").write_bytes(b"[" + level * 240 + b"1" + b"}" * 240 + b"]")
    with pytest.raises(subprocess.CalledProcessError) as raised:
        peak(tmp_path / "a.json")
    assert "MemoryError" not in raised.value.stderr
    assert "no list of recommendations" in raised.value.stderr


def test_damaged_json_after_good_records(tmp_path: Path) -> None:
    record = json.dumps({"Text": "Do it", "Body": "- CRC"}).encode()
    for end in (b"", b",", b", nonsense]", b", {'a': 1}]", b', {"Text": "\xff"}]', b', {"a": 1e999999}]'):
        (tmp_path / "a.json").write_bytes(b"[" + record + end)
        reason = refusal(tmp_path / "a.json")
        assert "damaged" in reason
        assert "nonsense" not in reason, "nothing of the file is repeated"


def test_a_deep_record_within_the_limit_is_a_fault(tmp_path: Path) -> None:
    deep = b"[" * 200 + b"]" * 200
    (tmp_path / "a.json").write_bytes(
        b'[{"Text": "Do it", "Themes": ["a"]}, {"Text": ' + deep + b', "Themes": []}]'
    )
    first, second = rows_of(tmp_path / "a.json")
    assert [type(row).__name__ for row in (first, second)] == ["ImportedRecommendation", "RowFault"]


def test_a_long_line_and_many_columns_and_a_long_cell_in_a_text(tmp_path: Path) -> None:
    head = b"Text,Position\n"
    for content, reason in (
        (big(IMPORT_ROW_BYTES * 3), "a line of more than"),
        (b'"' + b"line\n" * IMPORT_ROW_BYTES + b'"', "a cell has more than"),
        (b"," * 5_000, "more than 1,000 columns"),
    ):
        (tmp_path / "a.csv").write_bytes(head + b"Do it,Noted\n" + content)
        assert reason in refusal(tmp_path / "a.csv")


PEAK = """
import resource, sys
from pathlib import Path
from drafter.imports.read import read_recommendations
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in read_recommendations(Path(sys.argv[1]), lambda name: None).rows)
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def peak(file: Path) -> tuple[int, int]:
    """Return how many rows a separate process reads from *file*, and by how many kB its memory grows."""
    command = [sys.executable, "-c", PEAK, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT)
    count, growth = map(int, done.stdout.split())
    return count, growth // (1024 if sys.platform == "darwin" else 1)


@pytest.mark.seconds(120)
def test_memory_stays_flat(tmp_path: Path) -> None:
    text = "29. The Committee recommends that the State party " + "open health services " * 30
    record = json.dumps({"Text": text, "Body": "- CRC", "Countries": ["Ruritania"], "Themes": ["Health"]})
    with (tmp_path / "a.json").open("w", encoding="utf-8") as stream:
        stream.write("[" + record)
        for _ in range(30_000):
            stream.write("," + record)
        stream.write("]")
    assert (tmp_path / "a.json").stat().st_size > 20 * MEGABYTE
    count, growth = peak(tmp_path / "a.json")
    assert count == 30_001
    assert growth < 20_000, "kB"

    rows = [UHRI_COLUMNS, *(uhri_row(Text=f"{text} {number}") for number in range(8_000))]
    for shared in (False, True):
        count, growth = peak(spreadsheet(tmp_path / "a.xlsx", rows, shared=shared))
        assert count == 8_000
        assert growth < 45_000, "kB"
