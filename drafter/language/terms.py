"""Words that a text should not use: those that stigmatise people, and loaded words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from re import Match, Pattern

from drafter.frozen import frozen
from drafter.language.beginnings import LENGTH, beginnings
from drafter.language.language import Language
from drafter.language.review_words import Grade, NameWords, Term, TermTable
from drafter.language.spans import asides, overlaps, word_starts
from drafter.patterns import pattern


@frozen
class TermHit:
    """A term of a table in a text."""

    text: str
    """The term as it is typed."""
    better: str
    """Better words; empty if the term should be left out."""
    grade: Grade
    start: int
    end: int


def stigmatising(
    text: str, language: Language, names: Iterable[str] = (), *, is_title: bool = False
) -> tuple[TermHit, ...]:
    """Return the words of *text* that stigmatise people, in order; those inside longer ones only once.

    What is in quotation marks or italics, in an official name ("Abuse of Drugs Act") or in *names*, such as
    those of the submitting organisations, is not the author's own word and is left alone. In a title
    (*is_title*), where all words may have capitals, only a law or a body has such a name.
    """
    return find_terms(text, language.review_words().stigma(), language, names, is_title=is_title)


def loaded_words(text: str, language: Language, names: Iterable[str] = ()) -> tuple[TermHit, ...]:
    """Return the insults, rhetorical comparisons and loaded words of *text*, in order.

    Quotations, official names and *names* are left alone, as in ``stigmatising``.
    """
    return find_terms(text, language.review_words().tone(), language, names)


def find_terms(
    text: str, table: TermTable, language: Language, names: Iterable[str] = (), *, is_title: bool = False
) -> tuple[TermHit, ...]:
    """Return the terms of *table* in *text*, except in quotations, official names and *names*."""
    hits = list(_matches(text, table))
    if not hits:
        return ()
    exempt = [*asides(text, names), *(match.span() for match in table.exempt.finditer(text))]
    name_words = language.review_words().names()
    may_be_name = not is_title or name_words.institution.search(text) is not None
    return tuple(
        TermHit(match[0], term.better, term.grade, match.start(), match.end())
        for term, match in hits
        if not overlaps(match.span(), exempt) and not (may_be_name and _is_in_name(text, match, name_words))
    )


def _matches(text: str, table: TermTable) -> Iterator[tuple[Term, Match[str]]]:
    """Yield each term of *table* in *text* with its match; where several match, the first of the table."""
    index = _index(table)
    anywhere = index.anywhere(text)
    end = 0
    for start, letters in _word_beginnings(text):
        groups = (*index.at(letters), *anywhere) if anywhere else index.at(letters)
        if not groups or start < end:
            continue
        matches = [
            (group.numbers[(match.lastindex or 1) - 1], match)
            for group in groups
            if (match := group.search.match(text, start))
        ]
        if matches:
            number, match = min(matches, key=itemgetter(0))
            end = match.end()
            yield table.terms[number], match


@lru_cache(maxsize=2)
def _word_beginnings(text: str) -> tuple[tuple[int, str], ...]:
    """Return the position and the first letters of each word of *text*; two tables are searched in turn."""
    return tuple((start, text[start : start + LENGTH].casefold()) for start in word_starts(text))


@frozen
class _Group:
    """Terms of a table, and the pattern that searches them."""

    search: Pattern[str]
    """A group for each term, in the order of the table."""
    numbers: tuple[int, ...]
    """The numbers of the terms in the table, from 0."""


class _Index:
    """The terms of a table by their first letters.

    One pattern for all terms is compiled once. It is tried only at words with which a term may begin: at each
    word, its hundreds of alternatives would take too long.
    """

    def __init__(self, table: TermTable) -> None:
        self._table = table
        self._starts = [beginnings(term.words) for term in table.terms]
        self._anywhere = tuple(number for number, starts in enumerate(self._starts) if "" in starts)
        self._others = tuple(number for number, starts in enumerate(self._starts) if "" not in starts)
        self._by_letters: dict[str, tuple[_Group, ...]] = {}
        self._groups: dict[tuple[int, ...], _Group] = {}

    def at(self, letters: str) -> tuple[_Group, ...]:
        """Return the terms that a word with these first *letters* may begin."""
        if letters not in self._by_letters:
            may_begin = any(
                letters.startswith(starts)
                for number, starts in enumerate(self._starts)
                if number not in self._anywhere
            )
            self._by_letters[letters] = (self._group(self._others),) if may_begin else ()
        return self._by_letters[letters]

    def anywhere(self, text: str) -> tuple[_Group, ...]:
        """Return the terms that may begin with any letter, if *text* has one of them."""
        group = self._group(self._anywhere) if self._anywhere else None
        return (group,) if group and group.search.search(text) else ()

    def _group(self, numbers: tuple[int, ...]) -> _Group:
        if numbers not in self._groups:
            alternatives = "|".join(f"({self._table.terms[number].words})" for number in numbers)
            search = pattern(rf"(?:{alternatives})(?!\w)", self._table.flags)
            self._groups[numbers] = _Group(search, numbers)
        return self._groups[numbers]


@lru_cache(maxsize=8)
def _index(table: TermTable) -> _Index:
    return _Index(table)


def _is_in_name(text: str, match: Match[str], words: NameWords) -> bool:
    """Return whether the term is part of a name with capitals: "National Institute on Drug Abuse"."""
    term = match[0]
    main_words = [word for word in words.word.findall(term) if word.lower() not in words.small]
    if term.isupper() or not all(word[:1].isupper() for word in main_words):
        return False
    if words.name_after.match(text, match.end()):
        return True
    before = words.name_before.search(text[max(0, match.start() - words.reach) : match.start()])
    return before is not None and before[1].lower() not in words.starters
