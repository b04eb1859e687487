"""What reading a file of recommendations gives: what was recognised, its rows, and the rows at fault."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from drafter.frozen import frozen
from drafter.model.imported import ImportedRecommendation


@frozen
class RowFault:
    """A row, or a part of one, that was not read."""

    source: str
    """Where in the file it is, in the same words as ``ImportedRecommendation.source``."""
    reason: str
    remedy: str
    excerpt: str = ""
    """The beginning of its text, as it is in the file."""


Row: TypeAlias = ImportedRecommendation | RowFault


@frozen
class Recognised:
    """What a file was recognised as. What its head does not say is empty."""

    format: str
    """The name of the format: "OHCHR thematic list of recommendations"."""
    country: str = ""
    """The State that the whole file is about."""
    body: str = ""
    document: str = ""
    """The symbol of the document that the whole file is, or is drawn from."""
    session: str = ""
    encoding: str = ""
    """The encoding of a text file, by its name in Python."""
    unused: tuple[str, ...] = ()
    """Columns whose names mean nothing to drafter."""


@frozen
class Reading:
    """A file that is being read. Its rows are read while they are taken, once."""

    recognised: Recognised
    rows: Iterator[Row]


Progress: TypeAlias = Callable[[float], object]
"""Is called with how much of the file has been read, from 0 to 1."""

_EXCERPT = 120


def excerpt(text: str) -> str:
    """Return the beginning of *text* in one line."""
    flat = " ".join(text[: 3 * _EXCERPT].split())
    return flat if len(flat) <= _EXCERPT else f"{flat[:_EXCERPT].rstrip()} …"
