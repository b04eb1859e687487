"""The JSON export of the Universal Human Rights Index: a list of records with many values in each field."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from drafter.imports.columns import Columns, columns_of
from drafter.imports.records import RecordReader, Style
from drafter.imports.state_names import StateNames
from drafter.imports.tables import UHRI
from drafter.imports.values import Reading, Recognised, Row, RowFault
from drafter.limits import IMPORT_COLUMNS

_STYLE = Style(separator=r"\n", html=True)
_REMEDY = "Download the file again. If that does not help, import the .xlsx file of the Index."


def read_index(records: Iterator[object], names: StateNames) -> Reading | None:
    """Return the recommendations in *records*, ``None`` if the first is no record of the Index."""
    first = next(records, None)
    if not isinstance(first, dict) or columns_of(list(map(str, first))[:IMPORT_COLUMNS]) is None:
        return None
    return Reading(Recognised(UHRI), _rows(first, records, RecordReader(_STYLE, names)))


def _rows(first: object, records: Iterator[object], reader: RecordReader) -> Iterator[Row]:
    yield _row(first, 1, reader)
    for number, record in enumerate(records, 2):
        yield _row(record, number, reader)


def _row(record: object, number: int, reader: RecordReader) -> Row:
    source = f"record {number}"
    if not isinstance(record, dict) or len(record) > IMPORT_COLUMNS:
        return RowFault(source, "it is no record of the Index", _REMEDY)
    keys = list(map(str, record))
    columns = _columns(tuple(keys))
    if columns is None:
        return RowFault(source, "it has no text", _REMEDY)
    fields: dict[str, str] = {}
    for field, value in zip(columns.fields, record.values(), strict=True):
        if not field:
            continue
        text = _text(value)
        if text is None:
            return RowFault(source, "a field in it is neither a text nor a list of texts", _REMEDY)
        fields[field] = text
    return reader.row(_with_cycle(fields, record), source)


@lru_cache(maxsize=64)
def _columns(keys: tuple[str, ...]) -> Columns | None:
    """Return what the values under *keys* are. Nearly all records have the same keys."""
    return columns_of(keys)


def _with_cycle(fields: dict[str, str], record: Mapping[object, object]) -> dict[str, str]:
    """Return *fields* with the cycle of the review in the place of a session that is missing."""
    cycle = record.get("UprCycle")
    return fields if fields.get("session") or not isinstance(cycle, str) else {**fields, "session": cycle}


def _text(value: object) -> str | None:
    """Return *value* as text, a list as lines; ``None`` if it is something else."""
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return "\n".join(" ".join(str(each).split()) for each in value)
    return None
