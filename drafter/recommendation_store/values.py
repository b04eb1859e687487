"""What goes into the store and what comes out of it, besides the recommendations themselves."""

from typing import Literal

from drafter.frozen import frozen
from drafter.model.imported import ImportedRecommendation, Position


@frozen
class Added:
    """How many recommendations of a file were new, known to the store, or known with other content."""

    new: int = 0
    known: int = 0
    changed: int = 0


@frozen
class Filters:
    """What a recommendation must fulfil. An empty field asks for nothing; each tuple lists alternatives.

    Names are compared without accents, capitals and punctuation.
    """

    countries: tuple[str, ...] = ()
    """Names of the State that it is addressed to."""
    made_by: tuple[str, ...] = ()
    """Names of a State that made it, in the Universal Periodic Review."""
    bodies: tuple[str, ...] = ()
    """Names of bodies."""
    themes: tuple[str, ...] = ()
    """Names of themes and groups of people, as the files give them."""
    words: tuple[str, ...] = ()
    """Words and phrases, such as ``harm reduction`` and ``drug depend*``. One of them must be in the text."""
    also: tuple[str, ...] = ()
    """Words and phrases of which another must be in the text."""
    since: int = 0
    """The first year. Recommendations without a date are then left out."""
    position: Position = ""
    kind: Literal["", "recommendation", "concern"] = ""


@frozen
class StoredRecommendation:
    """A recommendation in the store."""

    id: str
    """Its short id for commands: hexadecimal digits, the same after every import."""
    recommendation: ImportedRecommendation
    files: tuple[str, ...] = ()
    """The names of the files that it was imported from."""


@frozen
class Matches:
    """The recommendations that match, the best of them in full."""

    shown: tuple[StoredRecommendation, ...] = ()
    total: int = 0
    """How many match."""
    at_least: bool = False
    """Whether even more match than *total*: beyond a number, they are not counted."""


@frozen
class StoredFile:
    """A file that was imported."""

    name: str
    imported: str
    """The day of the last import: YYYY-MM-DD."""
    count: int
    """How many recommendations of the store are in it."""


@frozen
class PositionCounts:
    """How many recommendations a State has supported, supported in part, and noted."""

    name: str
    """The State."""
    total: int
    supported: int
    partly: int
    noted: int


@frozen
class Stats:
    """Counts of the whole store."""

    total: int
    files: tuple[StoredFile, ...]
    states: tuple[PositionCounts, ...]
    """Each State that is addressed, by name."""
    bodies: tuple[tuple[str, int], ...]
    """Each body with its number of recommendations, the most first."""
    first: str
    """The earliest date, ``""`` if there is none."""
    last: str
    """The latest date."""
