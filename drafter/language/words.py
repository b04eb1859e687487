"""The tables of a Language, one for each use: dates, lists, searching, reading what is asked, notes."""

from collections.abc import Callable, Mapping
from re import Pattern

from drafter.frozen import frozen
from drafter.language.pinpoint import PinpointKind


@frozen
class Calendar:
    """How days and months are written."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    """How a day is printed, of ``{day}``, ``{month}`` and ``{year}``."""
    month: str
    """How a month is printed, of ``{month}`` and ``{year}``."""
    first: str
    """How the first day of a month is numbered: ``1``, in French ``1er``."""
    before_month: tuple[str, ...]
    """Words that may stand between day and month: "21st of November"."""
    before_year: tuple[str, ...]
    """Words that may stand between month and year."""
    between: tuple[str, ...]
    """Words between the two days of a period: "to"."""


@frozen
class SearchWords:
    """What a search by words has to know."""

    empty: frozenset[str]
    """Words that say nothing of what is looked for, such as "the"."""
    spellings: tuple[tuple[Pattern[str], str], ...]
    """Patterns with what replaces them, so that two spellings of a word are one."""
    forms: Callable[[str], tuple[str, ...]]
    """Returns the stems and other forms that stand for a word in a text."""
    short: int
    """The most letters of a word that is found only as a whole word."""
    short_endings: tuple[str, ...]
    """What may follow such a word all the same: nothing, or the sign of the plural."""


@frozen
class AskWords:
    """By which words a recommendation is judged."""

    weak: frozenset[str]
    """First words that, alone, ask for nothing that can be seen to have been done."""
    no_verb: frozenset[str]
    """Words that cannot begin what is to be done."""
    how: Pattern[str]
    """Finds a word that says how something is to be done, such as "by" or "through"."""
    two: Pattern[str]
    """Finds a sign that two things are asked at once, such as "and adopt"."""


@frozen
class NoteWords:
    """What a note says beside titles and numbers; two texts stand before and after something."""

    earlier: tuple[str, str]
    """Around the number of the note that cited the same in full."""
    accessed: tuple[str, str]
    """Around the day on which a web page was opened."""
    example: str
    """After a source that does not exist and is there for practice."""
    pinpoints: Mapping[PinpointKind, tuple[str, str]]
    """The abbreviation for one and for several: ``para.`` and ``paras.``."""


@frozen
class Grammar:
    """How words join into a sentence."""

    joiners: Mapping[str, str]
    """What stands before the last of a list, by "and" and "or"."""
    ends: tuple[str, ...]
    """What ends a sentence: no full stop comes after it."""
    leads_on: frozenset[str]
    """Words that ask for the next one, so a title that is cut does not end with them."""
    thousands: str
    """The sign between thousands."""
    articles: tuple[str, ...]
    """What the name of a State may begin with: ``the ``."""
    ordinal: Callable[[int], str]
    """Returns a number as an ordinal: ``21st``."""
    plural: Callable[[str], str]
    """Returns the plural of a noun."""
    indefinite: Callable[[str], str]
    """Returns a noun after its indefinite article: "an embedded file"."""
    of: Callable[[str], str]
    """Returns the name of a State after "of", drawn together where the language does that."""
    numbers: tuple[str, ...]
    """The numbers from 0 that are written as words."""
