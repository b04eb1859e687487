"""Suggesting documents: from what happened to a ranked list of documents, each with its reason."""

from collections.abc import Mapping
from functools import lru_cache

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.library.cached import load_value
from drafter.library.folders import read_text, topmost_file
from drafter.library.library import Library
from drafter.model.base import Value
from drafter.model.mechanism import DocumentRules, Situation
from drafter.model.question import Ask

PUBLIC, CONFIDENTIAL = "public", "confidential"
"""The question whether others may learn the name of the organisation, and the answer that they may not."""
PEOPLE, CONSENT, SOME_CONSENT, NO_CONSENT = "victim", "consent", "some-consent", "no-consent"
"""The question whether the people concerned agree, and three of its answers."""
DANGER = "danger"
"""The question about immediate danger. Documents that work within days are shown first."""


class Choosing(Value):
    """The content of ``templates/choose.yaml``: the questions that lead to a document."""

    questions: tuple[Ask, ...] = ()
    families: tuple["Family", ...] = ()
    """The families of documents in the order in which the list shows them."""


class Family(Value):
    """Documents that stand together in the list, under one heading."""

    title: str
    documents: tuple[str, ...]
    """Ids of mechanisms, each for all its documents in the order of its rules, and of single documents."""


OTHERS = "Others"
"""The heading of the documents that are in no family."""


def choosing_questions(library: Library) -> tuple[Ask, ...]:
    """Return the questions that lead to a document. Raises DrafterError if their file is missing or wrong."""
    choosing = _choosing(library)
    if choosing is None:
        raise DrafterError(Fault("the file templates/choose.yaml is missing", "Install drafter again."))
    return choosing.questions


@lru_cache(maxsize=4)
def documents_by_family(library: Library) -> tuple[tuple[str, str], ...]:
    """Return the id of every document with the title of its family, in the order of the families."""
    choosing = _choosing(library)
    families = choosing.families if choosing else ()
    listed: dict[str, str] = {}
    for family in families:
        for name in family.documents:
            for document in library.document_ids():
                if name in (document, document.partition("/")[0]):
                    listed.setdefault(document, family.title)
    rest = OTHERS if listed else ""
    return tuple({**listed, **{name: rest for name in library.document_ids() if name not in listed}}.items())


def _choosing(library: Library) -> Choosing | None:
    file = topmost_file(library.template_folders, "choose.yaml")
    return None if file is None else load_value(Choosing, read_text(file), str(file), "choose")


@frozen
class Suggestion:
    """A document that fits, and the situation that it is made for."""

    document: str
    rules: DocumentRules
    situation: Situation
    fit: int
    """How well it fits: a sum of the weights of the answers."""
    who_learns: str = ""
    """Which readers learn the names of the organisation and of people; empty if nobody has to fear that."""


def suggest_documents(library: Library, answers: Mapping[str, str]) -> list[Suggestion]:
    """Return the documents that fit *answers*, the best first.

    A document whose needs are not met is left out. While somebody is in danger, the documents made for that
    come first. A question without an answer ("I don't know") counts neither for nor against a document. Equal
    fits keep the order of the rules.
    """
    if answers.get(PEOPLE) == SOME_CONSENT:
        answers = {**answers, PEOPLE: CONSENT}  # their cases can be sent
    suggestions = []
    for document_id in library.document_ids():
        rules = library.document(document_id).rules
        fitting = [(fit, situation) for situation in rules.doors if (fit := _fit(situation, answers)) > 0]
        if fitting:
            fit, situation = max(fitting, key=lambda pair: pair[0])
            who_learns = names_in_words(rules) if answers.get(PUBLIC) == CONFIDENTIAL else ""
            suggestions.append(Suggestion(document_id, rules, situation, fit, who_learns))
    danger = answers.get(DANGER)
    for_danger = {
        suggestion.document
        for suggestion in suggestions
        if danger in suggestion.situation.when.get(DANGER, ())
    }
    return sorted(
        suggestions, key=lambda suggestion: (suggestion.document not in for_danger, -suggestion.fit)
    )


def waiting_for_consent(library: Library, answers: Mapping[str, str]) -> list[Suggestion]:
    """Return the documents that would fit *answers* if the people concerned agreed, and do not as it is."""
    if answers.get(PEOPLE) != NO_CONSENT:
        return []
    fitting = {suggestion.document for suggestion in suggest_documents(library, answers)}
    agreed = suggest_documents(library, {**answers, PEOPLE: CONSENT})
    return [suggestion for suggestion in agreed if suggestion.document not in fitting]


def names_in_words(rules: DocumentRules) -> str:
    """Return which readers learn the names of the organisation and of people, by the *rules*."""
    known = str(rules.publication.value or rules.publication.note or "not known. Look in the current notice")
    people = "Names of people: none. The document has pseudonyms."
    if rules.real_names:
        people = "Names of people: the Government reads them, and only if the people agree."
    elif rules.stage == "case":
        people = "Names of people: the official form asks for them. Count on the Government learning them."
    return f"Your name: {known.rstrip('.')}. {people}"


def _fit(situation: Situation, answers: Mapping[str, str]) -> int:
    """Return how well *situation* fits *answers*; 0 or less if it does not fit or a need is not met."""
    needs = situation.needs
    if any(name in answers and answers[name] not in values for name, values in needs.items()):
        return 0
    weights = sum(
        _weight(values, answers[name]) for name, values in situation.when.items() if name in answers
    )
    unanswered_needs = sum(name not in answers for name in needs)
    return weights - unanswered_needs


def _weight(values: tuple[str, ...], answer: str) -> int:
    """Return the weight of *answer*: 3 for the first of *values* (the main subject), 2 for another, or -1."""
    if answer not in values:
        return -1
    return 3 if answer == values[0] else 2
