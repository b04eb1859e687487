"""The records of a JSON file, one after the other: ijson parses it piece by piece."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import ijson

from drafter.errors import DrafterError, Fault
from drafter.imports.values import Progress

_CHUNK = 4_096
_MOST_BRACKETS = 500
"""Opening brackets in a record and the rest of its chunk, those in texts included. For each level,
ijson keeps the names of all levels above it, so its memory grows with the square of the depth."""
_MOST_BYTES = 1_000_000
"""Of a record. The longest of the Universal Human Rights Index has some 10 kB."""
_REMEDY = "Download the file again."


def json_records(file: Path, progress: Progress = lambda _: None) -> Iterator[object]:
    """Yield each value of the list that *file* is. Raises DrafterError if it is none, damaged or too deep.

    No more than a few megabytes are in memory: a longer record is refused before it is complete.
    """
    size = file.stat().st_size or 1
    with file.open("rb") as stream:
        source = _Source(stream, str(file))
        try:
            for number, value in enumerate(ijson.items(source, "item", buf_size=_CHUNK, use_float=True), 1):
                source.since = source.brackets = 0
                if not number % 1_000:
                    progress(source.position / size)
                yield value
        except (ijson.JSONError, ValueError, OverflowError) as error:
            reason = str(error).strip().partition("\n")[0][:100]  # below it is a piece of the file
            raise DrafterError(
                Fault(f"drafter cannot read this JSON file: it is damaged ({reason})", _REMEDY, str(file))
            ) from None
    progress(1)


class _Source:
    """A stream that refuses to give more of one record than the limit."""

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self._stream = stream
        self._file = file
        self.since = 0
        """Bytes read since the last record ended."""
        self.brackets = 0
        """Opening brackets since then: no fewer than levels."""
        self.position = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        if self.since > _MOST_BYTES:
            reason = f"a record in it has more than {_MOST_BYTES // 1_000_000} MB"
            raise DrafterError(Fault(f"drafter cannot read this JSON file: {reason}", _REMEDY, self._file))
        data = self._stream.read(min(size, _CHUNK) if size >= 0 else _CHUNK)
        self.brackets += data.count(b"[") + data.count(b"{")
        if self.brackets > _MOST_BRACKETS:
            reason = f"a record in it has more than {_MOST_BRACKETS:,} brackets"
            raise DrafterError(Fault(f"drafter cannot read this JSON file: {reason}", _REMEDY, self._file))
        self.since += len(data)
        self.position += len(data)
        return data
