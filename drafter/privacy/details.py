"""The details of a story by which somebody could find out who is behind a pseudonym. Pure.

A detail alone fits many people, so each has a weight, and only a combination counts: of at least two kinds,
with one by which a file, a neighbour or a newspaper leads to the person.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import Pattern

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.language.person_words import PersonWords
from drafter.model.answers import Identifying
from drafter.patterns import pattern
from drafter.privacy.dates_in_text import days_in
from drafter.privacy.folding import folded

ENOUGH = 5
"""The sum of weights from which a combination identifies."""
LEADING: frozenset[Identifying] = frozenset({"place", "work", "dates", "event"})
"""The kinds of details by which somebody can begin to look for a person; work only if it has full weight."""
FULL = 3
_PLACE, _MONTH, _AGE, _HEALTH = 2, 2, 2, 2
_JOB, _FAMILY = 1, 1
_SPACE = pattern(r"\s+")


@frozen
class Detail:
    """A detail of a story."""

    kind: Identifying
    weight: int
    """From 1 (fits thousands) to 3 (fits a few)."""


@lru_cache(maxsize=256)  # an interview asks for the same stories before each question
def identifying_details(
    text: str, language: Language, harmless: tuple[str, ...] = ()
) -> tuple[Identifying, ...]:
    """Return the kinds of details that together identify the person of the story *text*; empty if none do.

    Names that are no places, such as that of the State, are in *harmless*.
    """
    heaviest: dict[Identifying, int] = {}
    for detail in details_of(text, language, harmless):
        heaviest[detail.kind] = max(detail.weight, heaviest.get(detail.kind, 0))
    leads = any(kind in LEADING and (kind != "work" or weight == FULL) for kind, weight in heaviest.items())
    identifies = len(heaviest) > 1 and leads and sum(heaviest.values()) >= ENOUGH
    return tuple(heaviest) if identifies else ()


def details_of(text: str, language: Language, harmless: tuple[str, ...] = ()) -> Iterator[Detail]:
    """Yield every detail of the story *text*, whether or not it identifies anybody."""
    words = language.review_words().people()
    story = words.of_others.sub(" … ", _SPACE.sub(" ", text.strip()))
    yield from _places(story, words, harmless)
    yield from _work(story, words)
    yield from _dates(story, language)
    yield from _ages(story, words)
    others: tuple[tuple[Identifying, Pattern[str], int], ...] = (
        ("health", words.health, _HEALTH),
        ("family", words.family, _FAMILY),
        ("family", words.kin, FULL),
        ("event", words.event, FULL),
    )
    for kind, words_of_kind, weight in others:
        if words_of_kind.search(story):
            yield Detail(kind, weight)


def _places(story: str, words: PersonWords, harmless: Iterable[str]) -> Iterator[Detail]:
    """Yield the places: a village, a street or an institution has more weight than a town."""
    if words.small_place.search(words.no_small_place.sub(" … ", story)):
        yield Detail("place", FULL)
    known = {name.casefold() for name in harmless}
    for match in words.locality.finditer(story):
        name = match[1]
        is_of = match[0].startswith("of ")
        if is_of and not words.of_locality.search(story[: match.start(1)]):
            continue
        is_known = name.casefold() in known or name.split()[0].casefold() in known
        if not is_known and name.split()[0] not in words.no_locality and not words.region.search(name):
            yield Detail("place", _PLACE)


def _work(story: str, words: PersonWords) -> Iterator[Detail]:
    if words.office.search(story) or words.employer.search(story):
        yield Detail("work", FULL)
    elif words.job.search(story):
        yield Detail("work", _JOB)


def _dates(story: str, language: Language) -> Iterator[Detail]:
    """Yield the dates: a day has more weight than a month; a year alone has none."""
    months = "|".join(language.calendar.months)
    day = pattern(rf"\b\d{{1,2}}(?:[a-z]{{2}})? (?:of )?(?:{months})\b|\b(?:{months}) \d{{1,2}}(?!\d)")
    month = pattern(rf"\b(?:{months})\b")
    if day.search(story) or days_in(folded(story)):
        yield Detail("dates", FULL)
    elif month.search(story):
        yield Detail("dates", _MONTH)


def _ages(story: str, words: PersonWords) -> Iterator[Detail]:
    for match in words.age.finditer(story):
        if not words.relation.search(match["before"] or ""):
            yield Detail("age", _AGE)
