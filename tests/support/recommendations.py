"""Recommendations for the store, in a line each."""

from pathlib import Path

from drafter.frozen import replaced
from drafter.model.imported import UPR, ImportedRecommendation
from drafter.recommendation_store.database import Store, open_store
from drafter.recommendation_store.read import search
from drafter.recommendation_store.values import Filters
from drafter.recommendation_store.write import add

BASE = ImportedRecommendation(
    "Make naloxone available to people who may witness an overdose",
    country="Ruritania",
    body=UPR,
    document="A/HRC/59/15",
    number="140.7",
    states=("Norway",),
    position="supported",
    themes=("Right to health",),
    date="2025-03-21",
    session="49",
    source="table row 7",
)
"""One recommendation with most of its fields."""


def recommendation(text: str, **fields: object) -> ImportedRecommendation:
    """Return ``BASE`` with another *text* and other *fields*."""
    return replaced(BASE, text=text, **fields)


def filled(path: Path, *recommendations: ImportedRecommendation | str, file: str = "list.docx") -> Store:
    """Return the store in *path*, open, to which *recommendations* or texts of some were added."""
    values = (recommendation(each) if isinstance(each, str) else each for each in recommendations)
    add(values, file, path)
    return open_store(path)


def texts(store: Store, typed: str = "", filters: Filters | None = None, **options: int) -> list[str]:
    """Return the texts that a search gives, in its order."""
    matches = search(store, typed, filters or Filters(), **options)  # type: ignore[arg-type]
    return [match.recommendation.text for match in matches.shown]
