"""The value of a check: an answers file or a Word file, with the remarks on it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from drafter.errors import Fault
from drafter.frozen import frozen
from drafter.model.remark import Level, Remark, RemarkType
from drafter.yaml_text.key_path import KeyPath

FileKind = Literal["answers", "word"]

FAULTY = RemarkType(
    "file-faulty",
    "form",
    "error",
    "The whole file can be read.",
    "What cannot be read cannot be checked: drafter reads the whole file, or says why not.",
    bad="An answers file in which a list has a wrong indent, or a Word file that is damaged.",
    good="The same file, with the indent corrected or saved again in Word.",
    example="described",
)
TYPES = (FAULTY,)


@frozen
class CheckedFile:
    """An answers file or a Word file, with the remarks on it."""

    file: Path
    """As the user named it."""
    kind: FileKind
    document: str = ""
    """The document that it was checked as, such as ``upr/joint``; empty if nobody says or it is not known."""
    remarks: tuple[Remark, ...] = ()
    """The remarks, also the waived ones."""
    words: int | None = None
    """The words that count towards the limit; ``None`` if the file cannot be read."""
    limit: int | None = None
    """The word limit; ``None`` if none is known."""
    library_share: float | None = None
    """The part of the words that comes from the library, from 0 to 1; ``None`` if it is not known."""
    own_share: float | None = None
    """The part that the author wrote; the rest is headings, names and set phrases."""
    lines: Callable[[], Mapping[KeyPath, int]] | None = None
    """Gives the line of each answer, by its path; ``None`` for a file without answers that can be read."""

    def located_remarks(self) -> Iterator[tuple[Remark, int | None]]:
        """Yield each remark with the line of the answer that causes it, ``None`` if the line is not known."""
        lines = self.lines() if self.lines else {}
        for remark in self.remarks:
            yield remark, _line_of(remark, lines)

    def count(self, level: Level) -> int:
        """Return how many remarks have *level*; waived ones do not count."""
        return sum(remark.level == level and not remark.waived for remark in self.remarks)


def _line_of(remark: Remark, lines: Mapping[KeyPath, int]) -> int | None:
    """Return the line of the answer that causes *remark*, or of the nearest value around it."""
    if remark.code == FAULTY.code and (match := re.match(r"line (\d+)", remark.place)):
        return int(match[1])
    paths = (remark.path[:length] for length in range(len(remark.path), 0, -1))
    return next((lines[path] for path in paths if path in lines), None)


def fault_remarks(faults: Iterable[Fault], file: Path) -> Iterator[Remark]:
    """Yield an error for each of *faults*, which keep drafter from checking *file*."""
    for fault in faults:
        elsewhere = fault.file if fault.file != str(file) else ""
        place = ", ".join(part for part in (elsewhere, fault.place) if part)
        yield FAULTY.remark(place, f"{fault.fault[:1].upper()}{fault.fault[1:]}.", fault.remedy)
