"""The recommendations in the user's store that a submission may want to use."""

from functools import lru_cache

from drafter.bundled import recommendations_file
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.imported import ImportedRecommendation

MOST_SUGGESTED = 200
MOST_OFFERED = 500
"""More than most States have received; the command ``drafter recommendations search`` has no such limit."""


def store_version() -> int:
    """Return a number that changes whenever the user's store does, 0 if there is none."""
    try:
        return recommendations_file().stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=4)
def known_recommendations(
    version: int, state: str, themes: tuple[str, ...], library: Library
) -> tuple[ImportedRecommendation, ...]:
    """Return up to ``MOST_OFFERED`` recommendations to *state*, first those that suit the *themes*.

    *version* is that of the store, so that it is read again after a change. Returns nothing if it cannot be
    read: an interview goes on without it.
    """
    if not version or not state:
        return ()
    # Imported late: who has no store does not need the database.
    from drafter.drafting.recommendation_filters import names_of_state
    from drafter.recommendation_store.database import open_store
    from drafter.recommendation_store.read import search
    from drafter.recommendation_store.suggest import suggest
    from drafter.recommendation_store.values import Filters

    vocabulary = library.themes
    chosen = [vocabulary.themes[name] for name in themes if name in vocabulary.themes]
    try:
        with open_store(recommendations_file()) as store:
            filters = Filters(countries=names_of_state(state, library, store), kind="recommendation")
            suggested = suggest(store, filters, chosen, vocabulary.drug_words, MOST_SUGGESTED)
            every = search(store, "", filters, limit=MOST_OFFERED)
    except DrafterError:
        return ()
    stored = (*(suggestion.stored for suggestion in suggested), *every.shown)
    unique = {each.id: each.recommendation for each in stored}
    return tuple(unique.values())[:MOST_OFFERED]
