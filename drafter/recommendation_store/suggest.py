"""Suggesting recommendations for a submission: first what has to do with its themes and with drugs."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from drafter.frozen import frozen, replaced
from drafter.model.vocabulary import Theme
from drafter.recommendation_store.database import Store
from drafter.recommendation_store.read import search
from drafter.recommendation_store.values import Filters, StoredRecommendation

Reason: TypeAlias = Literal["theme and drugs", "drugs", "theme", "index"]
"""Why a recommendation is suggested: its text has words of the themes and of drugs, words of drugs, or words
of the themes; or its file puts it under the theme of the Universal Human Rights Index, which is much wider.
"""


@frozen
class Suggestion:
    """A recommendation that a submission may want to take up."""

    stored: StoredRecommendation
    reason: Reason


def suggest(
    store: Store,
    filters: Filters,
    themes: Sequence[Theme],
    drug_words: tuple[str, ...],
    limit: int = 50,
) -> tuple[Suggestion, ...]:
    """Return up to *limit* recommendations that fulfil *filters* and suit *themes*, the most fitting first.

    *filters* name the State that is addressed, and what else is wanted, such as a body; their themes and
    words are replaced. Those with the same reason come newest first.
    """
    suggestions: dict[str, Suggestion] = {}
    for reason, narrowed in _groups(filters, themes, drug_words):
        matches = search(store, "", narrowed, limit=limit)
        for stored in matches.shown:
            suggestions.setdefault(stored.id, Suggestion(stored, reason))
        if len(suggestions) >= limit:
            break
    return tuple(suggestions.values())[:limit]


def _groups(
    filters: Filters, themes: Sequence[Theme], drug_words: tuple[str, ...]
) -> Iterator[tuple[Reason, Filters]]:
    """Yield each reason with the filters of its recommendations, the best reason first."""
    words = tuple(dict.fromkeys(word for theme in themes for word in theme.words))
    index = tuple(
        dict.fromkeys(part for theme in themes for part in (theme.uhri, *theme.uhri.split(";")) if part)
    )
    if words and drug_words:
        yield "theme and drugs", replaced(filters, themes=(), words=words, also=drug_words)
    if drug_words:
        yield "drugs", replaced(filters, themes=(), words=drug_words)
    if words:
        yield "theme", replaced(filters, themes=(), words=words)
    if index:
        yield "index", replaced(filters, themes=index, words=())
