"""Words that a text should not use: those that stigmatise people, and loaded words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from re import Match, Pattern

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.review_words import Grade, NameWords, TermTable
from drafter.language.spans import asides, overlaps


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
    search = _search(table)
    if not search.search(text):
        return ()
    exempt = [*asides(text, names), *(match.span() for match in table.exempt.finditer(text))]
    name_words = language.review_words().names()
    may_be_name = not is_title or name_words.institution.search(text) is not None
    return tuple(
        _hit(match, table)
        for match in search.finditer(text)
        if not overlaps(match.span(), exempt) and not (may_be_name and _is_in_name(text, match, name_words))
    )


@lru_cache(maxsize=8)
def _search(table: TermTable) -> Pattern[str]:
    """Return one pattern for all terms of *table*; a group for each term, in order."""
    terms = "|".join(f"({term.words})" for term in table.terms)
    return re.compile(rf"(?<![\w-])(?:{terms})(?!\w)", table.flags)


def _hit(match: Match[str], table: TermTable) -> TermHit:
    term = table.terms[(match.lastindex or 1) - 1]
    return TermHit(match[0], term.better, term.grade, match.start(), match.end())


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
