"""Recommendations that a body has already made to the State: the one list that every document uses."""

from hashlib import sha256
from typing import Literal

from drafter.model.answer_model import AnswerModel
from drafter.model.base import Value
from drafter.patterns import pattern

EARLIER_STATUSES = (
    ("done", "Carried out"),
    ("partly", "Partly carried out"),
    ("begun", "Begun"),
    ("not-done", "Not carried out"),
    ("reversed", "Reversed"),
    ("unknown", "Not known"),
)
"""Each status as it is saved and as it is shown."""
_COUNCIL = ("a/hrc/", "human rights council", "periodic review")
"""In the symbol or the name of the body: recommendations of States go through the Human Rights Council."""
_ABBREVIATION = "UPR".casefold()
"""The short name of the review in which States make recommendations. It must be a whole word."""
_WORDS = pattern(r"[\w-]+")
_FINGERPRINT_DIGITS = 16


class EarlierRecommendation(AnswerModel):
    """A recommendation that a body has already made to the State."""

    text: str | None = None
    body: str | None = None
    """Who made it: the id of a mechanism, such as ``upr``, or a name."""
    document: str | None = None
    paragraph: str | int | None = None
    states: tuple[str, ...] | None = None
    """The States that made it, in the Universal Periodic Review."""
    position: Literal["supported", "partly", "noted", "none"] | None = None
    themes: tuple[str, ...] = ()
    """The themes of drafter that it is about."""
    date: str | None = None
    """When it was made."""
    status: Literal["done", "partly", "begun", "not-done", "reversed", "unknown"] | None = None
    measures: str | None = None
    """What the State has done about it."""
    evidence: str | None = None
    """What became of it. It may have note marks, such as ``[^F1]``."""
    facts: tuple[str, ...] = ()
    """The facts that show what became of it; they are printed after the evidence, with their notes."""
    needed: str | None = None
    """What is still needed."""
    answered_by: tuple[str, ...] = ()
    """The submission's own recommendations that take it up: ids of clauses, or of themes."""
    official: str | None = None
    """The fingerprint of the official wording, if the row was taken from a file of the body."""

    @property
    def is_imported(self) -> bool:
        """Whether the row was taken from a file of the body, so that its wording is official."""
        return bool(self.official)

    @property
    def is_reworded(self) -> bool:
        """Whether the text is no longer the official wording that was imported."""
        return self.is_imported and fingerprint(self.text or "") != self.official


class EarlierTable(AnswerModel):
    """How the earlier recommendations are printed."""

    place: Literal["body", "annex"] | None = None
    """Where the table is; without an answer, in the body."""
    by_theme: bool | None = None
    """Whether the rows are grouped by theme; without an answer, as is usual for the document."""
    picture: bool | None = None
    """Whether a small table counts the rows by position and by what became of them."""


class NamedBody(Value):
    """A mechanism whose recommendations are meant."""

    id: str
    title: str
    by_states: bool = False
    """Whether States make its recommendations, and the State concerned takes a position on each."""


def fingerprint(text: str) -> str:
    """Return 16 hexadecimal digits that tell one wording from another, letter for letter."""
    return sha256(text.encode()).hexdigest()[:_FINGERPRINT_DIGITS]


def is_made_by(row: EarlierRecommendation, body: NamedBody) -> bool:
    """Return whether *body* made the recommendation, as far as is known.

    A row that names neither body nor document may be anybody's, so it counts as made by every body.
    """
    if _has_states(row):
        return body.by_states
    name, symbol = _body(row), _symbol(row)
    if not name and not symbol:
        return True
    names = [body.title.casefold().partition(" (")[0], *(_COUNCIL if body.by_states else ())]
    source = name or symbol
    return any(part in source for part in names) or body.id in _WORDS.findall(source)


def is_made_by_states(row: EarlierRecommendation) -> bool:
    """Return whether States made the recommendation, so that the State concerned takes a position on it."""
    if _has_states(row) or row.states is not None or row.position is not None:
        return True
    source = _body(row) or _symbol(row)
    is_council = any(part in source for part in _COUNCIL)
    return not source or is_council or _ABBREVIATION in _WORDS.findall(source)


def _has_states(row: EarlierRecommendation) -> bool:
    return bool(row.states) or row.position in ("supported", "partly", "noted")


def _body(row: EarlierRecommendation) -> str:
    return (row.body or "").strip().casefold()


def _symbol(row: EarlierRecommendation) -> str:
    return (row.document or "").strip().casefold()
