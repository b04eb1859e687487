"""Reading a file of recommendations: its format is recognised by its content, whatever its name."""

from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from drafter.errors import DrafterError, Fault
from drafter.frozen import replaced
from drafter.imports.state_names import StateNames
from drafter.imports.tables import read_table
from drafter.imports.values import Progress, Reading
from drafter.limits import IMPORT_BYTES, LOOK_BYTES
from drafter.text_file import read_bytes, real_path, special_file_kind, unreadable_error

FORMATS = (
    "the OHCHR's thematic list of recommendations (.docx)",
    "concluding observations of a treaty body (.docx)",
    "the export of the Universal Human Rights Index (.xlsx or .json)",
    "the export of UPR Info (.csv)",
    "a table whose first row names its columns, such as Number, Text, States, Position (.xlsx or .csv)",
)
"""What drafter can read, in words."""

_WORD_REMEDY = "Download the file again, or open it in Word and save it as .docx without a password."
_HEAD_BYTES = 4_096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WORD_PART, _SPREADSHEET_PART = "word/document.xml", "xl/workbook.xml"


def read_recommendations(
    file: Path, find_state: Callable[[str], object | None], progress: Progress = lambda _: None
) -> Reading:
    """Return what *file* is, and its rows, which are read while they are taken.

    *find_state* returns the State with a name, or ``None``. Raises DrafterError if drafter cannot import the
    file, at once or while its rows are taken.
    """
    head = _head(file)
    names = StateNames(find_state)
    if head.startswith(_ZIP):
        parts = _part_names(file)
        if _WORD_PART in parts:
            return _read_word(file, names, progress)
        if _SPREADSHEET_PART in parts:
            return _read_spreadsheet(file, names, progress)
    elif head.lstrip()[:1] in (b"[", b"{"):
        return _read_json(file, names, progress)
    elif not head.startswith((_OLE, b"%PDF")) and (b"\0" not in head or head.startswith(_UTF_16)):
        return _read_text(file, names, progress)
    raise _refusal(file, head)


def _head(file: Path) -> bytes:
    """Return the first bytes of *file*. Raises DrafterError if it is too large or no regular file."""
    remedy = "Give the file that you downloaded."
    try:
        status = real_path(file).stat()
        if kind := special_file_kind(status.st_mode):
            raise DrafterError(Fault(f"this cannot be read: it is {kind}", remedy, str(file)))
        if status.st_size > IMPORT_BYTES:
            limit = f"{IMPORT_BYTES / 1_000_000_000:g} GB"
            raise DrafterError(
                Fault(f"this file is too large: drafter imports up to {limit}", remedy, str(file))
            )
        with file.open("rb") as stream:
            return stream.read(_HEAD_BYTES)
    except FileNotFoundError:
        raise DrafterError(Fault("there is no such file", "Check the name.", str(file))) from None
    except OSError as error:
        raise unreadable_error(file, error, remedy) from None


def _part_names(file: Path) -> frozenset[str]:
    """Return the names of the parts of the zip *file*; none if it is damaged, which its reader reports."""
    try:
        with ZipFile(file) as archive:
            return frozenset(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()


def _read_word(file: Path, names: StateNames, progress: Progress) -> Reading:
    """Return the reading of a Word file."""
    from drafter.imports.concluding_observations import read_concluding_observations
    from drafter.imports.thematic_list import read_thematic_list
    from drafter.word.reader.read import read_document

    try:
        read = read_document(read_bytes(file, LOOK_BYTES), str(file))
    except DrafterError as error:
        raise DrafterError(replaced(fault, remedy=_WORD_REMEDY) for fault in error.faults) from None
    reading = read_thematic_list(read, names) or read_concluding_observations(read, names)
    progress(1)
    if reading is None:
        reason = "this Word file has no table of recommendations, and no symbol of concluding observations"
        raise _unknown(file, reason)
    return reading


def _read_spreadsheet(file: Path, names: StateNames, progress: Progress) -> Reading:
    """Return the reading of the first sheet of a spreadsheet that has names of columns."""
    from drafter.imports.reading_xlsx import Spreadsheet

    for rows in Spreadsheet(file, progress).sheets():
        if reading := read_table(rows, names):
            return reading
    raise _unknown(file, "no sheet has a row with names of columns that drafter knows")


def _read_json(file: Path, names: StateNames, progress: Progress) -> Reading:
    """Return the reading of a JSON file."""
    from drafter.imports.index_json import read_index
    from drafter.imports.reading_json import json_records

    reading = read_index(json_records(file, progress), names)
    if reading is None:
        raise _unknown(file, "this JSON file is no list of recommendations")
    return reading


def _read_text(file: Path, names: StateNames, progress: Progress) -> Reading:
    """Return the reading of a table in a text file."""
    from drafter.imports.text_tables import recognise_text_table, text_rows

    table = recognise_text_table(file)
    reading = read_table(text_rows(file, table, progress), names) if table else None
    if reading is None or table is None:
        raise _unknown(
            file,
            "no row has names of columns that drafter knows" if file.stat().st_size else "this file is empty",
        )
    return Reading(replaced(reading.recognised, encoding=table.encoding), reading.rows)


def _refusal(file: Path, head: bytes) -> DrafterError:
    """Return the error for a *file* of another kind, which begins with *head*."""
    if head.startswith(_OLE):
        reason = "this file has a password, or it is an old .doc or .xls file"
        return DrafterError(
            Fault(reason, "Open it and save it as .docx or .xlsx, without a password.", str(file))
        )
    if head.startswith(b"%PDF"):
        return _unknown(file, "this is a PDF file, in which the text has no rows")
    if head.startswith(_ZIP):
        return _unknown(file, "this archive is neither a Word file nor a spreadsheet, or it is damaged")
    return _unknown(file, "drafter does not recognise this file" if head.strip() else "this file is empty")


def _unknown(file: Path, reason: str) -> DrafterError:
    return DrafterError(Fault(reason, f"drafter can import {'; '.join(FORMATS)}.", str(file)))
