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
class AddedRows:
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

    number: str
    """The number of its paragraph."""
    typed: str
    official: str


def add_imported(
    answers: WorkingAnswers, recommendations: Iterable[ImportedRecommendation], library: Library
) -> AddedRows:
    """Return the changes that add *recommendations* to the *answers*, after the rows that are there.

    A row is known by its paragraph and document, or by its wording. Nothing that was typed is changed but one
    thing: a wording that is official letter for letter is marked as such.
    """
    wanted = list(dict.fromkeys(recommendations))
    same = _rows_with_wording(answers.earlier, wanted)
    others = _rows_in_place(answers.earlier, wanted, same)
    changes: list[Change] = []
    for recommendation, number in same.items():
        if not answers.earlier[number].is_imported:
            changes += _completed(number, answers.earlier[number], row_of(recommendation, library))
    new = [each for each in wanted if each not in same and each not in others]
    first = len(answers.earlier)
    changes += [(("earlier", number), row_of(each, library)) for number, each in enumerate(new, first)]
    known = sum(answers.earlier[number].is_imported for number in same.values())
    differing = (
        Difference(each.number, answers.earlier[number].text or "", each.text)
        for each, number in others.items()
    )
    return AddedRows(changes, len(new), known, len(same) - known, tuple(differing))


def _rows_with_wording(
    rows: Sequence[EarlierRecommendation], wanted: Iterable[ImportedRecommendation]
) -> dict[ImportedRecommendation, int]:
    """Return the number of the row with the wording of each of *wanted*, as far as there is one."""
    by_text: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        by_text.setdefault(row.text or "", []).append(number)
    same: dict[ImportedRecommendation, int] = {}
    for each in wanted:
        for number in by_text.get(each.text, ()):
            if _has_wording(rows[number], each):
                same.setdefault(each, number)
    return same


def _rows_in_place(
    rows: Sequence[EarlierRecommendation],
    wanted: Iterable[ImportedRecommendation],
    same: Mapping[ImportedRecommendation, int],
) -> dict[ImportedRecommendation, int]:
    """Return the number of the typed row that names the paragraph of each of *wanted*, in another wording.

    A paragraph can hold several recommendations: a row that has the wording of one of them is no other.
    """
    left = [
        number
        for number, row in enumerate(rows)
        if row.paragraph and not row.is_imported and number not in same.values()
    ]
    others = {}
    for each in wanted:
        place = next((number for number in left if is_same_place(rows[number], each)), None)
        if each not in same and place is not None:
            others[each] = place
            left.remove(place)
    return others


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
