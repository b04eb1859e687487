"""The tables of a Language, one for each use: dates, grammar, search, requests, placeholders, notes."""

from collections.abc import Callable, Mapping
from re import Pattern

from drafter.frozen import frozen
from drafter.language.pinpoint import PinpointKind


@frozen
class Calendar:
    """How days, months and periods are written."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    """A printed day, with ``{day}``, ``{month}`` and ``{year}``."""
    month: str
    """A printed month, with ``{month}`` and ``{year}``."""
    first_day: str
    """The number of the first day of a month: ``1``, in French ``1er``."""
    day_to_month: tuple[str, ...]
    """Optional words between day and month: "21st of November"."""
    month_to_year: tuple[str, ...]
    """Optional words between month and year: "noviembre de 2026"."""
    range_words: tuple[str, ...]
    """Words between the two days of a period: "to"."""


@frozen
class Grammar:
    """How words form a sentence."""

    joiners: Mapping[str, str]
    """The text before the last item of a list, by "and" and "or"."""
    sentence_ends: tuple[str, ...]
    """The endings of a sentence that needs no further full stop."""
    sentence_words: Pattern[str]
    """Finds words that a sentence has and a mere list of words seldom has: verbs in common use, pronouns."""
    phrase_start: Pattern[str]
    """Finds, at the beginning of an answer, an article or another determiner, small within a sentence."""
    abbreviation_end: Pattern[str]
    """Finds, at the end of an answer, an abbreviation that keeps its full stop within a sentence: "etc."."""
    dangling_words: frozenset[str]
    """Words that need a next one: a title that is cut short does not end with them."""
    thousands: str
    """The separator of thousands."""
    articles: tuple[str, ...]
    """The articles with which the name of a State may begin: ``the ``."""
    determiners: frozenset[str]
    """Words before a short name that are no part of it: "the Convention", "that Committee"."""
    name_links: frozenset[str]
    """Words after a short name with which a longer one goes on: "Convention on", "Committee against"."""
    ordinal: Callable[[int], str]
    """Returns a number as an ordinal: ``21st``."""
    plural: Callable[[str], str]
    """Returns the plural of a noun."""
    indefinite: Callable[[str], str]
    """Returns a noun with its indefinite article: "an embedded file"."""
    of: Callable[[str], str]
    """Returns the name of a State after "of", contracted where the language does that."""
    numbers: tuple[str, ...]
    """The numbers from 0 that are written as words."""


@frozen
class SearchWords:
    """The vocabulary of a word search."""

    stop_words: frozenset[str]
    """Words that are ignored in a search, such as "the"."""
    spellings: tuple[tuple[Pattern[str], str], ...]
    """Patterns and their replacements, which give both spellings of a word the same form."""
    forms: Callable[[str], tuple[str, ...]]
    """Returns the stems and other forms of a word that count as a match."""
    short: int
    """The length up to which a word matches only as a whole word."""
    short_endings: tuple[str, ...]
    """The endings that a short word may still have: none, or that of the plural."""


@frozen
class AskWords:
    """The words by which recommendations are assessed."""

    weak_verbs: frozenset[str]
    """First words that, alone, ask for nothing whose completion can be seen."""
    non_verbs: frozenset[str]
    """Words that cannot begin a recommendation."""
    statement: Pattern[str]
    """Finds what makes a text without an action a statement: "should", "must", a first word in -ing."""
    keeps: Pattern[str]
    """Finds what makes it visible whether something is kept: "until", a number."""
    acts_on_cases: Pattern[str]
    """Matches, after a weak verb, an object on which it decides something: "the sentences", "the results"."""
    done_by_a_day: frozenset[str]
    """Weak verbs whose result can be seen if there is a day for it: "review … by June 2027"."""
    aside: Pattern[str]
    """Matches words between commas after a verb: ", within two years,"."""
    then_acts: Pattern[str]
    """Matches, after a weak verb, a second one that acts on the same object: "and amend"."""
    duty: Pattern[str]
    """Finds a verb that states a duty: "must", "are required to"."""
    advice: Pattern[str]
    """Finds a verb that gives advice: "should", "recommends"."""


@frozen
class PlaceholderWords:
    """What authors write where something is still missing."""

    marks: Pattern[str]
    """Finds a placeholder, such as "TBC" or "to be checked"."""
    look_alikes: Pattern[str]
    """Finds what looks like a placeholder and is none, such as the number in "Article XX"."""
    web_page: Pattern[str]
    """Finds what belongs to a page on the web and came with a pasted text: "Read more: https://…"."""


@frozen
class NoteWords:
    """The words of notes; a pair of texts encloses something."""

    earlier: tuple[str, str]
    """Before and after the number of the note that cites the same work in full."""
    same: tuple[str, str]
    """Before and after the number of a note that says the same."""
    cited_in: str
    """Between a source and the one in which the author read it."""
    resolution: str
    """A resolution by its body and number; ``{0}`` and ``{1}`` stand for them."""
    accessed: tuple[str, str]
    """Before and after the day on which a web page was opened."""
    example: str
    """The text after an invented source, for practice."""
    pinpoints: Mapping[PinpointKind, tuple[str, str]]
    """The abbreviations of singular and plural: ``para.`` and ``paras.``."""
