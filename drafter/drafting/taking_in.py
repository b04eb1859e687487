"""Imported recommendations as rows of the answers: what is added, what is known, what differs. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.library.library import Library
from drafter.library.theme_words import themes_in
from drafter.model.earlier import EarlierRecommendation, fingerprint
from drafter.model.imported import ImportedRecommendation
from drafter.model.node import Node


@frozen
class Taken:
    """What taking in recommendations changes, and what it does not."""

    changes: list[Change]
    """To be saved together."""
    added: int = 0
    known: int = 0
    """How many are in the answers already, word for word."""
    confirmed: int = 0
    """How many had been typed word for word, so that their wording is now known to be official."""
    differing: tuple["Difference", ...] = ()
    """Those that were typed with another wording. They stay as they are."""


@frozen
class Difference:
    """An earlier recommendation whose typed wording is not the official one."""

    row: int
    """Its number in the answers, from 0."""
    number: str
    """The number of its paragraph."""
    typed: str
    official: str


def take_in(
    answers: WorkingAnswers, recommendations: Iterable[ImportedRecommendation], library: Library
) -> Taken:
    """Return the changes that add *recommendations* to the *answers*, after the rows that are there.

    A row is known by its paragraph and document, or by its wording. Nothing that was typed is changed but one
    thing: a wording that is official letter for letter is marked as such.
    """
    rows = list(answers.earlier)
    changes: list[Change] = []
    new: list[Node] = []
    known = confirmed = 0
    differing: list[Difference] = []
    seen: set[tuple[str, str, str]] = set()
    for recommendation in recommendations:
        identity = (recommendation.document, recommendation.number, recommendation.text)
        if identity in seen:
            continue
        seen.add(identity)
        row = next((number for number, row in enumerate(rows) if _is_same(row, recommendation)), None)
        if row is None:
            new.append(row_of(recommendation, library))
        elif rows[row].text != recommendation.text:
            differing.append(
                Difference(row, recommendation.number, rows[row].text or "", recommendation.text)
            )
        elif rows[row].is_imported:
            known += 1
        else:
            confirmed += 1
            changes += _completed(row, rows[row], row_of(recommendation, library))
    changes += [(("earlier", len(rows) + number), row) for number, row in enumerate(new)]
    return Taken(changes, len(new), known, confirmed, tuple(differing))


def row_of(recommendation: ImportedRecommendation, library: Library) -> dict[str, Node]:
    """Return *recommendation* as a row of the answers file, without what its file does not say."""
    themes: list[Node] = [*themes_in(recommendation.text, library.themes)]
    row: dict[str, Node] = {
        "text": recommendation.text,
        "body": body_id(recommendation.body, library) or None,
        "document": recommendation.document or None,
        "paragraph": recommendation.number or None,
        "states": [*recommendation.states],
        "position": recommendation.position or None,
        "themes": themes,
        "date": recommendation.date or None,
        "official": fingerprint(recommendation.text),
    }
    return {name: value for name, value in row.items() if value}


def body_id(name: str, library: Library) -> str:
    """Return the id of the mechanism with this *name*, in any of its forms; else *name* itself."""
    wanted = name.strip().casefold()
    for mechanism_id, mechanism in library.mechanisms.items():
        title, _, acronym = mechanism.title.casefold().partition(" (")
        if wanted and wanted in (mechanism_id, title, acronym.rstrip(")")):
            return mechanism_id
    return name.strip()


def _is_same(row: EarlierRecommendation, recommendation: ImportedRecommendation) -> bool:
    """Return whether *row* is this recommendation: by paragraph and document, or by its wording."""
    paragraph = _plain(row.paragraph)
    if row.text == recommendation.text and (
        not paragraph or not recommendation.number or paragraph == _plain(recommendation.number)
    ):
        return True
    return is_same_place(row, recommendation)


def is_same_place(row: EarlierRecommendation, recommendation: ImportedRecommendation) -> bool:
    """Return whether *row* names the paragraph of *recommendation*, and no other document."""
    paragraph, document = _plain(row.paragraph), _plain(row.document)
    if not paragraph or paragraph != _plain(recommendation.number):
        return False
    return not document or not recommendation.document or document == _plain(recommendation.document)


def _plain(value: str | int | None) -> str:
    return "".join(str("" if value is None else value).split()).casefold()


def _completed(number: int, row: EarlierRecommendation, official: Mapping[str, Node]) -> Sequence[Change]:
    """Return the changes that mark a typed row as official, and add what it does not say yet."""
    return [
        (("earlier", number, name), value)
        for name, value in official.items()
        if name == "official" or getattr(row, name) in (None, "", ())
    ]
