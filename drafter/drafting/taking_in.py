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
    wanted = list(dict.fromkeys(recommendations))
    matched: dict[int, int] = {}
    for place, recommendation in enumerate(wanted):
        number = next((n for n, row in enumerate(rows) if _has_wording(row, recommendation)), None)
        if number is not None:
            matched[place] = number
    taken = set(matched.values())
    for place, recommendation in enumerate(wanted):
        number = matched.get(place)
        if number is None:  # a paragraph can hold several: only a row that is none of them may be this one
            number = next(
                (
                    n
                    for n, row in enumerate(rows)
                    if n not in taken and not row.is_imported and is_same_place(row, recommendation)
                ),
                None,
            )
            if number is None:
                new.append(row_of(recommendation, library))
            else:
                taken.add(number)
                typed = rows[number].text or ""
                differing.append(Difference(number, recommendation.number, typed, recommendation.text))
        elif rows[number].is_imported:
            known += 1
        else:
            confirmed += 1
            changes += _completed(number, rows[number], row_of(recommendation, library))
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


def _has_wording(row: EarlierRecommendation, recommendation: ImportedRecommendation) -> bool:
    """Return whether *row* has the wording of this recommendation, and no other paragraph or document."""
    if row.text != recommendation.text:
        return False
    pairs = ((row.paragraph, recommendation.number), (row.document, recommendation.document))
    return all(not own or not other or _plain(own) == _plain(other) for own, other in pairs)


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
