"""What a person types, as a query of the index. All of it is words: none of it is syntax of the index."""

from collections.abc import Iterable, Sequence

from drafter.frozen import frozen
from drafter.language.english import ENGLISH
from drafter.patterns import pattern
from drafter.recommendation_store.database import Store
from drafter.recommendation_store.naming import words_in
from drafter.search import search_form

SHORTEST_BEGINNING = 3
"""Letters of a word that is still being typed, from which whatever begins with it matches."""
_MOST_TERMS = 40
"""Of what is typed: more would be a pasted text."""

_PART = pattern(r'"([^"]*)("?)(\*?)|([^\s"]+)')
_QUOTATION_MARKS = str.maketrans("“”„«»", '"""""')


@frozen
class Term:
    """A word or a phrase to search for."""

    words: tuple[str, ...]
    """A word with a hyphen or a full stop, such as ``stop-and-search`` or 140.7, has several."""
    is_beginning: bool = False
    """Whether the last word may go on."""


def terms(typed: str, *, last_may_go_on: bool = True) -> tuple[Term, ...]:
    """Return the words and the phrases in quotation marks of *typed*, each once.

    A star after a word or a phrase stands for any ending; the last word may have any ending if
    *last_may_go_on*. Stop words such as "the" are left out unless nothing else was typed.
    """
    parts = list(_PART.finditer(typed.translate(_QUOTATION_MARKS)))
    every: list[Term] = []
    for number, match in enumerate(parts, 1):
        phrase, end, star, word = match.groups()
        text = word if phrase is None else phrase
        is_open = word is not None or not end
        words = tuple(words_in(text))
        may_go_on = text.endswith("*") or bool(star) or (last_may_go_on and number == len(parts) and is_open)
        if words:
            every.append(Term(words, may_go_on and (len(words) > 1 or len(words[0]) >= SHORTEST_BEGINNING)))
    stop_words = ENGLISH.search.stop_words
    meaningful = [term for term in every if term.is_beginning or not stop_words.issuperset(term.words)]
    return tuple(dict.fromkeys(meaningful or every))[-_MOST_TERMS:]


def expression(term: Term, store: Store, *, as_phrase: bool = True) -> str:
    """Return *term* as an expression of the index, which has the stems of words.

    Its words follow each other. Unless *as_phrase*, stop words between them may be others, which is faster.
    """
    *before, last = term.words
    spelling = search_form(last, ENGLISH)
    others = store.rows("SELECT min(word) FROM word WHERE spelling = ? GROUP BY stem", spelling)
    if term.is_beginning:
        # The index has "penalti" and "detent" for penalty and detention: it does not see that they begin with
        # "penalty" and "detentio". The table of words does.
        beginning = (
            "SELECT min(word) FROM word "
            "WHERE word >= ? AND word < ? AND substr(stem, 1, ?) <> ? GROUP BY stem"
        )
        others += store.rows(beginning, last, f"{last}\U0010ffff", len(last), last)
    endings = [f'"{word}"' for word in dict.fromkeys((last, *(word for (word,) in others)))]
    if term.is_beginning:
        endings.insert(0, f"{endings[0]} *")
    write = _phrase if as_phrase or ENGLISH.search.stop_words.isdisjoint(before) else _near
    return any_of([write(before, ending) for ending in endings])


def _phrase(before: Sequence[str], ending: str) -> str:
    """Return an expression for words that follow each other; *ending* is quoted and may have a star."""
    return f'"{" ".join(before)} {ending[1:]}' if before else ending


def _near(before: Sequence[str], ending: str) -> str:
    """Return an expression for the words of a phrase that are no stop words, as near as they are in it."""
    words = [f'"{word}"' for word in before if word not in ENGLISH.search.stop_words]
    return f"NEAR({' '.join((*words, ending))}, {len(before) - len(words)})" if words else ending


def any_of(expressions: Sequence[str]) -> str:
    """Return an expression that matches what one of *expressions* matches."""
    return f"({' OR '.join(expressions)})"


def all_of(expressions: Iterable[str]) -> str:
    """Return an expression that matches what all *expressions* match."""
    return " AND ".join(expressions)


def any_phrase(phrases: Iterable[str], store: Store) -> str:
    """Return an expression that matches one of *phrases*, such as ``harm reduction`` and ``drug depend*``."""
    every = (
        terms(f'"{phrase.removesuffix("*")}"{"*" if phrase.endswith("*") else ""}') for phrase in phrases
    )
    return any_of([expression(term, store, as_phrase=False) for each in every for term in each])
