"""The rows of a spreadsheet (.xlsx), one after the other.

openpyxl 3.1.5 reads them. For 250,000 rows of 16 columns it takes 27 to 43 seconds and python-calamine 0.9.1
takes 4. But openpyxl needs 51 MB of memory, and calamine 480 MB, since it keeps the whole sheet; and openpyxl
tells a formula from a value, where calamine shows what the formula last gave. Both are small (3 MB). openpyxl
sets no limits, so the parts of the file are searched before it sees them.
"""

import tempfile
import warnings
import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import ParseError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from drafter.errors import DrafterError, Fault
from drafter.imports.tables import Cell, Formula, PlacedRow
from drafter.imports.values import Progress
from drafter.limits import IMPORT_COLUMNS, IMPORT_ROW_BYTES, IMPORT_ROWS, SHEET_BYTES
from drafter.patterns import pattern

_CHUNK, _OVERLAP = 1_000_000, 64
_MOST_PARTS = 2_000
_MOST_SHEETS = 50
_SMALL_PART = 20_000_000
"""The limit for parts that openpyxl has in memory as a whole: all but sheets and strings."""
_RATIO, _RATIO_THRESHOLD = 200, 20_000_000
"""How many times larger than packed a part may be, from which size on. Text packs to a tenth."""
_SHEET = pattern(r"xl/worksheets/[^/]+\.xml")
_ENCODING = pattern(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")
_ROOT = pattern(rb"<(\w+:)?(?:worksheet|sst)\b")
_FORBIDDEN = (b"<!DOCTYPE", b"<![CDATA[", b"<!ENTITY")
"""No spreadsheet program writes them."""
_DAMAGED = (
    BadZipFile, zlib.error, ParseError, KeyError, IndexError, ValueError, TypeError, AttributeError, EOFError,
    OSError, RuntimeError, NotImplementedError, OverflowError,
)  # fmt: skip
"""What zipfile and openpyxl raise for a damaged file."""
_REMEDY = "Open it in a spreadsheet program, save it as a new .xlsx file, and import that."


class Spreadsheet:
    """A spreadsheet that is being read. Raises DrafterError if it is damaged, locked or beyond a limit."""

    def __init__(self, file: Path, progress: Progress = lambda _: None) -> None:
        self._file = file
        self._progress = progress
        self._has_formulas: set[str] = set()
        with self._refusing_damage():
            with ZipFile(file) as archive:
                for entry in archive.infolist():
                    self._search(archive, entry)
            self._strings = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the rows are read
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about styles and extensions, which do not matter here
                reader = _Reader(file.open("rb"), self._strings)
                reader.read()
            self._sheets = reader.wb.worksheets

    def sheets(self) -> Iterator[Iterator[PlacedRow]]:
        """Yield the rows of each sheet, with their numbers. A formula comes as ``Formula``."""
        for index in range(min(len(self._sheets), _MOST_SHEETS)):
            yield self._rows(index)

    def _rows(self, index: int) -> Iterator[PlacedRow]:
        sheet = self._sheets[index]
        path = sheet._worksheet_path  # noqa: SLF001 - openpyxl has no public name for it
        size = self._sheets[index].parent._archive.getinfo(path).file_size or 1  # noqa: SLF001
        with self._refusing_damage(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = sheet._get_source()  # noqa: SLF001
            sheet._get_source = lambda: source  # noqa: SLF001 - so that its position is known
            plain = path not in self._has_formulas
            for number, row in enumerate(sheet.iter_rows(values_only=plain), 1):
                if number > IMPORT_ROWS:
                    raise self._refusal(f"it has more than {IMPORT_ROWS:,} rows")
                if any(cell is not None for cell in row[IMPORT_COLUMNS:]):
                    raise self._refusal(f"row {number:,} has more than {IMPORT_COLUMNS:,} columns")
                if not number % 1_000:
                    self._progress(source.tell() / size)
                yield (
                    number,
                    row[:IMPORT_COLUMNS] if plain else [_value(cell) for cell in row[:IMPORT_COLUMNS]],
                )
        self._progress(1)

    def _search(self, archive: ZipFile, entry: ZipInfo) -> None:
        """Raise DrafterError if a part of the file would do harm when it is read."""
        name = entry.filename
        entries = archive.infolist()
        if len(entries) > _MOST_PARTS:
            raise self._refusal(f"it has {len(entries):,} parts; drafter allows {_MOST_PARTS:,}")
        if (unpacked := sum(each.file_size for each in entries)) > SHEET_BYTES:
            limit = f"{SHEET_BYTES // 1_000_000:,}"
            raise self._refusal(
                f"it is {unpacked // 1_000_000:,} MB when unpacked; drafter allows {limit} MB"
            )
        if entry.flag_bits & 1:
            raise self._refusal("it has a password")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._refusal("it is compressed in a way that spreadsheet programs do not use")
        if entry.file_size > _RATIO_THRESHOLD and entry.file_size > _RATIO * max(entry.compress_size, 1):
            raise self._refusal(f"its part {name} is more than {_RATIO} times larger when unpacked")
        is_sheet, is_strings = _SHEET.fullmatch(name) is not None, name == "xl/sharedStrings.xml"
        if not name.endswith((".xml", ".rels")):
            return
        if entry.file_size > _SMALL_PART and not is_sheet and not is_strings:
            raise self._refusal(f"its part {name} has {entry.file_size // 1_000_000:,} MB")
        with archive.open(entry) as stream:
            self._search_part(stream, name, b"row" if is_sheet else b"si" if is_strings else b"")

    def _search_part(self, stream: IO[bytes], name: str, record: bytes) -> None:
        """Search the XML of a part; *record* is the element of its records, if it may have any number."""
        tail, since, prefix = b"", 0, b""
        while chunk := stream.read(_CHUNK):
            data = tail + chunk
            if not tail:
                encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
                prefix = (root[1] or b"") if (root := _ROOT.search(data)) else b""
                if encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii"):
                    raise self._refusal(f"its part {name} has another encoding than UTF-8")
            if b"\0" in data or (b"<!" in data and any(mark in data for mark in _FORBIDDEN)):
                raise self._refusal(f"its part {name} has a document type or another encoding")
            start = _last_start(data, b"<" + prefix + record) if record else len(data)
            since = len(data) - start if start >= 0 else since + len(chunk)
            if since > IMPORT_ROW_BYTES:
                raise self._refusal(f"a row or text in it has more than {IMPORT_ROW_BYTES // 1_000_000} MB")
            if record == b"row" and _last_start(data, b"<" + prefix + b"f") >= 0:
                self._has_formulas.add(name)
            tail = data[-_OVERLAP:]

    @contextmanager
    def _refusing_damage(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGED as error:
            raise self._refusal(f"the file is damaged ({type(error).__name__})") from error

    def _refusal(self, reason: str) -> DrafterError:
        return DrafterError(
            Fault(f"drafter cannot read this spreadsheet: {reason}", _REMEDY, str(self._file))
        )


def _last_start(data: bytes, tag: bytes) -> int:
    """Return where the last element *tag* begins in *data*, -1 if there is none."""
    last = data.rfind(tag)
    while last >= 0 and data[last + len(tag) : last + len(tag) + 1] not in (b" ", b">", b"/", b""):
        last = data.rfind(tag, 0, last)
    return last


class _Reader(ExcelReader):  # type: ignore[misc]  # openpyxl has no type hints
    """openpyxl's reader, with the texts of the file on disk instead of in memory."""

    def __init__(self, stream: IO[bytes], strings: IO[bytes]) -> None:
        super().__init__(stream, read_only=True, keep_links=False)
        self._texts = strings

    def read_strings(self) -> None:
        """Read the texts that several cells may share."""
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = _SharedTexts(source, self._texts)

    def read_worksheets(self) -> None:
        """Open the sheets."""
        for sheet, relation in self.parser.find_sheets():
            if relation.target in self.valid_files and "chartsheet" not in relation.Type:
                opened = _Sheet(self.wb, sheet.name, relation.target, self.shared_strings)
                self.wb._sheets.append(opened)  # noqa: SLF001

    def read_properties(self) -> None:
        """Do nothing: title and author do not matter."""

    def read_custom(self) -> None:
        """Do nothing."""

    def read_theme(self) -> None:
        """Do nothing."""


class _Sheet(ReadOnlyWorksheet):  # type: ignore[misc]  # openpyxl has no type hints
    """A sheet whose size is not known before it is read.

    openpyxl would read the whole sheet first if the file does not say the size, which may be wrong anyway.
    """

    def _get_size(self) -> None:
        """Do nothing."""


class _SharedTexts:
    """The texts of a spreadsheet by number. They are in a temporary file that nobody else can open."""

    def __init__(self, source: IO[bytes], texts: IO[bytes]) -> None:
        self._texts = texts
        self._ends = array("Q", [0])
        events = iterparse(source, ("start", "end"))
        _, root = next(events)
        for event, element in events:
            if event == "end" and element.tag == f"{{{SHEET_MAIN_NS}}}si":
                content = Text.from_tree(element).content.replace("x005F_", "")
                self._ends.append(self._ends[-1] + texts.write(content.encode("utf-8", "surrogatepass")))
                root.clear()

    def __getitem__(self, number: int) -> str:
        if number < 0:
            raise IndexError(number)
        start, end = self._ends[number], self._ends[number + 1]
        self._texts.seek(start)
        return self._texts.read(end - start).decode("utf-8", "surrogatepass")


def _value(cell: object) -> Cell:
    """Return the value of a *cell* of openpyxl."""
    if getattr(cell, "data_type", "") == "f":
        return Formula(str(getattr(cell, "coordinate", "")))
    value: Cell = getattr(cell, "value", None)
    return value
