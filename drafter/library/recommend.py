"""Suggesting documents: from what happened to a ranked list of documents, each with its reason."""

from collections.abc import Mapping
from functools import lru_cache

from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.library.cached import load_value
from drafter.library.folders import read_text, topmost_file
from drafter.library.library import Library
from drafter.model.choosing import Choosing, ReviewStage
from drafter.model.mechanism import DocumentRules, DocumentType, Situation
from drafter.model.question import Ask

PUBLIC, CONFIDENTIAL = "public", "confidential"
"""The question whether others may learn the name of the organisation, and the answer that they may not."""
PEOPLE, CONSENT, SOME_CONSENT, NO_CONSENT = "victim", "consent", "some-consent", "no-consent"
"""The question whether the people concerned agree, and three of its answers."""
DANGER = "danger"
"""The question about immediate danger. Documents that work within days are shown first."""
STATE, REGION, ELSEWHERE = "state", "region", "other"
"""The questions about the State and its region, and the region of a State that is in none."""
REVIEW, ISSUES = "review", "issues"
"""The questions whether a review is over, and whether its list of issues is adopted."""


OTHERS = "Others"
"""The heading of the documents that are in no family."""


def choosing_questions(library: Library) -> tuple[Ask, ...]:
    """Return the questions that lead to a document. Raises DrafterError if their file is missing or wrong."""
    return choosing_data(library).questions


def choosing_data(library: Library) -> Choosing:
    """Return the content of ``choose.yaml``. Raises DrafterError if the file is missing or wrong."""
    choosing = _choosing(library)
    if choosing is None:
        raise DrafterError(Fault("the file templates/choose.yaml is missing", "Install drafter again."))
    return choosing


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


@lru_cache(maxsize=4)
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
    timing: str = ""
    """When it is the right document of a review before a committee; empty if it is none."""


def suggest_documents(library: Library, answers: Mapping[str, str]) -> list[Suggestion]:
    """Return the documents that fit *answers*, the best first.

    A document whose needs are not met is left out, and so is one that needs what the State has not ratified
    or accepted, or that belongs to another stage of a review. While somebody is in danger, the documents made
    for that come first. A question without an answer ("I don't know") counts neither for nor against a
    document. Equal fits keep the order of the rules.
    """
    answers = _of_those_who_agree(answers)
    suggestions = []
    variants = _with_regions(library, answers)
    for document_id in library.document_ids():
        document = library.document(document_id)
        rules, stage = document.rules, _stage(library, document)
        if unbound(library, rules, answers) or _is_other_stage(stage, answers):
            continue
        fitting = [
            (fit, situation)
            for each in variants
            for situation in rules.doors
            if (fit := _fit(situation, each)) > 0
        ]
        if fitting:
            fit, situation = max(fitting, key=lambda pair: pair[0])
            who_learns = names_in_words(rules) if answers.get(PUBLIC) == CONFIDENTIAL else ""
            timing = stage.timing if stage else ""
            suggestions.append(Suggestion(document_id, rules, situation, fit, who_learns, timing))
    danger = answers.get(DANGER)
    for_danger = {
        suggestion.document
        for suggestion in suggestions
        if danger in suggestion.situation.when.get(DANGER, ())
    }
    return sorted(
        suggestions, key=lambda suggestion: (suggestion.document not in for_danger, -suggestion.fit)
    )


def _of_those_who_agree(answers: Mapping[str, str]) -> Mapping[str, str]:
    """Return *answers*; if only some people agree, as they are about those: their cases can be sent."""
    return {**answers, PEOPLE: CONSENT} if answers.get(PEOPLE) == SOME_CONSENT else answers


def regions_of(library: Library, state_name: str) -> tuple[str, ...]:
    """Return the regions of the State *state_name*; none if no such State is known, or it is invented."""
    state = library.state(state_name) if state_name else None
    if state is None or state.status == "fictional":
        return ()
    regions = choosing_data(library).regions
    return tuple(region for region, codes in regions.items() if state.code in codes.split()) or (ELSEWHERE,)


def _with_regions(library: Library, answers: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Return *answers* with each region of their State; as they are if they name the region or no State."""
    regions = () if REGION in answers else regions_of(library, answers.get(STATE, ""))
    return [{**answers, REGION: region} for region in regions] or [answers]


def unbound(library: Library, rules: DocumentRules, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return the treaties and competences that *rules* require and the State in *answers* has not accepted.

    Only what is sure counts: recent sources that agree, and a rule that surely closes the document.
    """
    state = library.state(answers[STATE]) if answers.get(STATE) else None
    if state is None:
        return ()
    memberships = library.memberships(state)
    return tuple(
        treaty
        for treaty in required_treaties(rules)
        if treaty in memberships
        and memberships[treaty].status in ("none", "signed")
        and memberships[treaty].confidence == "high"
    )


def required_treaties(rules: DocumentRules) -> tuple[str, ...]:
    """Return the treaties and competences without which the State cannot be written about under *rules*."""
    treaties = {f"details.{ask.name}": ask.treaty for ask in rules.asks if ask.treaty}
    return tuple(
        treaties[gate.of]
        for gate in rules.gates
        if gate.of in treaties and gate.confidence == "high" and "yes" in gate.passes
    )


def _stage(library: Library, document: DocumentType) -> ReviewStage | None:
    """Return the stage of a review before a committee at which *document* is written, if any."""
    choosing = _choosing(library) if document.rules.uses else None
    if choosing is None or document.mechanism_id not in choosing.looks_at:
        return None
    stages = choosing.stages
    return next((stages[name] for name in document.rules.uses if name in stages), None)


def _is_other_stage(stage: ReviewStage | None, answers: Mapping[str, str]) -> bool:
    """Return whether the review in *answers* is certainly at another stage than *stage*."""
    if stage is None:
        return False
    return any(answers.get(name, answer) != answer for name, answer in stage.answers.items())


def can_matter(library: Library, name: str, answers: Mapping[str, str]) -> bool:
    """Return whether an answer to the question *name* can still change what is suggested after *answers*."""
    answers = _of_those_who_agree(answers)
    for document_id in library.document_ids():
        document = library.document(document_id)
        rules, stage = document.rules, _stage(library, document)
        if unbound(library, rules, answers) or _is_other_stage(stage, answers):
            continue
        for situation in rules.doors:
            if _is_closed(situation, answers):
                continue
            asked = {*situation.when, *situation.needs, *(stage.answers if stage else ()), PUBLIC}
            if REGION in asked or any(ask.treaty for ask in rules.asks):
                asked.add(STATE)
            if name in asked:
                return True
    return False


def _is_closed(situation: Situation, answers: Mapping[str, str]) -> bool:
    """Return whether an answer is none of those that *situation* needs."""
    return any(name in answers and answers[name] not in values for name, values in situation.needs.items())


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
    if _is_closed(situation, answers):
        return 0
    weights = sum(
        _weight(values, answers[name]) for name, values in situation.when.items() if name in answers
    )
    unanswered_needs = sum(name not in answers for name in situation.needs)
    return weights - unanswered_needs


def _weight(values: tuple[str, ...], answer: str) -> int:
    """Return the weight of *answer*: 3 for the first of *values* (the main subject), 2 for another, or -1."""
    if answer not in values:
        return -1
    return 3 if answer == values[0] else 2
