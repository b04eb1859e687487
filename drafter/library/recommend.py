"""Finding the right door: from what happened to a ranked list of documents, each with its reason."""

from collections.abc import Mapping

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.library.folders import read_text, topmost
from drafter.library.kept import kept_value
from drafter.library.library import Library
from drafter.model.base import Value
from drafter.model.mechanism import DocumentRules, Door
from drafter.model.question import Ask

DANGER = "danger"
"""The question whose answer comes before all others: what works in days is shown first."""


class Choosing(Value):
    """What ``templates/choose.yaml`` holds: the questions that lead to a door."""

    questions: tuple[Ask, ...] = ()


def choosing_questions(library: Library) -> tuple[Ask, ...]:
    """Return the questions that lead to a door. Raises DrafterError where their file is missing or wrong."""
    file = topmost(library.template_folders, "choose.yaml")
    if file is None:
        raise DrafterError(Fault("templates/choose.yaml is not there", "Install drafter again."))
    return kept_value(Choosing, read_text(file), str(file), "choose").questions


@frozen
class Suggestion:
    """A document that fits, with why and what to prepare; *fit* weighs the answers that speak for it."""

    document: str
    rules: DocumentRules
    door: Door
    fit: int


def find_doors(library: Library, answers: Mapping[str, str]) -> list[Suggestion]:
    """Return the documents that fit *answers*, the best first; one whose needs are not met is left out.

    While somebody is in danger, the doors made for that come before all others. An answer that was not given
    ("I don't know") neither speaks for a door nor shuts it. What fits equally well stands in the order of the
    rules.
    """
    offers = []
    for name in library.document_ids():
        rules = library.document(name).rules
        fitting = [(fit, door) for door in rules.doors if (fit := _fit(door, answers)) > 0]
        if fitting:
            fit, door = max(fitting, key=lambda pair: pair[0])
            offers.append(Suggestion(name, rules, door, fit))
    danger = answers.get(DANGER)
    made_for_it = {offer.document for offer in offers if danger in offer.door.when.get(DANGER, ())}
    return sorted(offers, key=lambda one: (one.document not in made_for_it, -one.fit))


def _fit(door: Door, answers: Mapping[str, str]) -> int:
    """Return how much speaks for *door*, less what speaks against it; nothing where it is shut."""
    if any(name in answers and answers[name] not in values for name, values in door.needs.items()):
        return 0
    told = sum(_weight(values, answers[name]) for name, values in door.when.items() if name in answers)
    doubts = sum(name not in answers for name in door.needs)  # a need that nobody has spoken of
    return told - doubts


def _weight(values: tuple[str, ...], answer: str) -> int:
    """Return how much *answer* speaks for a door: most where it is the first of *values*, its own."""
    if answer not in values:
        return -1
    return 3 if answer == values[0] else 2
