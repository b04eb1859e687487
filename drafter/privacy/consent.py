"""The one decision about consent: whether a case is told in a document, and under which name. Pure.

Three places say something about it: the consent recorded at the case, the document's own answers (what each
means stands as ``agreement`` with its question, in the rules), and the rules of the document. Where two of
them disagree, the stricter one wins. An answer that is missing is never a yes.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from drafter.frozen import frozen
from drafter.language.english import SCREEN
from drafter.model.answers import Answers, Case, Consent
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Agreement, Ask, Reader
from drafter.privacy.identifying import mentions_child

READERS: tuple[Reader, ...] = get_args(Reader)
NAMES: dict[Reader, str] = {"body": "the body", "government": "the Government", "public": "the public"}
ASK = "Ask the person, and record the answer at the case."


@frozen
class Reason:
    """Why a case stays out, or is told under the pseudonym; and what to do about it."""

    text: str
    """What goes on after ``It stays out:``, without a full stop."""
    remedy: str


@frozen
class Decision:
    """Whether a case is told in a document, and under which name."""

    told: bool
    real_name: bool
    """Whether the real name may stand in the Word file; the screen has the pseudonym all the same."""
    reasons: tuple[Reason, ...] = ()
    """Why it is not told; or why not under the real name, where the document could have that."""


def decide(case: Case, rules: DocumentRules, details: Mapping[str, Any]) -> Decision:
    """Return whether *case* is told in a document with these *rules* and answers (*details*), and how."""
    against = (
        *_document_refuses(rules, details),
        *_person_refuses(case.consent, needed(rules, details)),
        *_guardian_refuses(case),
    )
    if against:
        return Decision(told=False, real_name=False, reasons=against)
    if not rules.real_names:
        return Decision(told=True, real_name=False)
    unnamed = tuple(_name_refused(case.consent, rules, details))
    return Decision(told=True, real_name=not unnamed, reasons=unnamed)


def decisions(answers: Answers, rules: DocumentRules) -> dict[str, Decision]:
    """Return the decision for each case that a theme of the document tells, by its key."""
    if "themes" in rules.left_out:
        return {}
    keys = dict.fromkeys(key for section in answers.themes for key in section.cases)
    return {key: decide(answers.cases[key], rules, answers.details) for key in keys}


def needed(rules: DocumentRules, details: Mapping[str, Any]) -> tuple[Reader, ...]:
    """Return who reads the document: a case needs consent for each. While that is open, it is all who may."""
    readers: set[Reader] = set()
    chosen = False
    for _, agreement, given in agreements(rules, details):
        if agreement.readers:
            chosen = True
            every = (one for answer in agreement.readers.values() for one in answer)
            readers.update(agreement.readers.get(given, every))
    return tuple(one for one in READERS if one in (readers if chosen else rules.consent))


def needed_for_name(rules: DocumentRules, details: Mapping[str, Any]) -> tuple[Reader, ...]:
    """Return who reads the real names in a document that may hold them."""
    readers: set[Reader] = {"government"}
    for _, agreement, given in agreements(rules, details):
        readers.update(agreement.name_readers.get(given, ()))
    return tuple(one for one in READERS if one in readers)


def agrees(consent: Consent, reader: Reader) -> bool:
    """Return whether *consent* lets *reader* learn of the case.

    What is published the Government reads too, so a word against the Government outweighs a yes to that. A
    text marked confidential may come to the Government: a yes to that question is needed, or one that covers
    the Government.
    """
    if reader == "public":
        return consent.public == "yes" and consent.government in ("yes", None)
    if reader == "confidential" and consent.confidential is None:
        return agrees(consent, "government") or agrees(consent, "public")
    return bool(getattr(consent, reader) == "yes")


# ---- who is against it ----


def _document_refuses(rules: DocumentRules, details: Mapping[str, Any]) -> Iterator[Reason]:
    """Yield each answer of the document with which no case is told."""
    for ask, agreement, given in agreements(rules, details):
        if agreement.lets_tell and given not in agreement.lets_tell:
            yield Reason(f"“{ask.ask}” {in_words(ask, given)}", "Ask, and answer that question.")


def _person_refuses(consent: Consent, readers: tuple[Reader, ...]) -> Iterator[Reason]:
    """Yield what the person has not agreed to, in one sentence for all who would read it."""
    missing: list[Reader] = [one for one in readers if not agrees(consent, one)]
    plain = [NAMES[one] for one in missing if one != "confidential"]
    if plain:
        yield Reason(
            f"there is no consent that it reaches {SCREEN.listed(plain)}{_despite(consent, missing)}", ASK
        )
    elif missing:
        yield Reason(
            "the document is marked confidential, but that is not always kept, and there is no consent that "
            "the Government may come to read it",
            "Ask whether the case may be told all the same, and record the answer at the case "
            "(consent › confidential).",
        )


def _despite(consent: Consent, missing: list[Reader]) -> str:
    """Return why a yes to publishing does not count, or nothing."""
    if "public" not in missing or consent.public != "yes" or consent.government in ("yes", None):
        return ""
    return ": the Government reads what is published, and the person has not agreed to that"


def _guardian_refuses(case: Case) -> Iterator[Reason]:
    guardian = case.consent.guardian
    if case.age_group != "adult" and guardian != "yes":
        whose = "a child" if case.age_group == "child" else "a person whose age is not known"
        yield Reason(
            f"it is the case of {whose}, and no guardian has agreed",
            "Ask a parent or guardian as well, and record the answer at the case.",
        )
    elif case.age_group == "adult" and guardian == "no" and mentions_child(case.text or ""):
        yield Reason(
            "a child is part of the story, and a parent or guardian has said no",
            "Take the child out of the story, and then the answer out of the case.",
        )


def _name_refused(consent: Consent, rules: DocumentRules, details: Mapping[str, Any]) -> Iterator[Reason]:
    """Yield why a case that is told does not stand under the real name."""
    for ask, agreement, given in agreements(rules, details):
        if agreement.lets_name and given not in agreement.lets_name:
            yield Reason(f"“{ask.ask}” {in_words(ask, given)}", "Change that answer if it is wrong.")
    for reader in needed_for_name(rules, details):
        if not agrees(consent, reader):
            yield Reason(f"there is no consent that {NAMES[reader]} learns the name", ASK)


# ---- the document's own answers ----


def agreements(rules: DocumentRules, details: Mapping[str, Any]) -> Iterator[tuple[Ask, Agreement, str]]:
    """Yield each question about consent that applies, what its answers mean, and its answer; "" for none."""
    for ask in rules.asks:
        if ask.agreement and all(details.get(name) == value for name, value in ask.when.items()):
            given = details.get(ask.name)
            words = ("yes" if given else "no") if isinstance(given, bool) else given
            yield ask, ask.agreement, words if isinstance(words, str) else ""


def in_words(ask: Ask, given: str) -> str:
    """Return in words what was answered to *ask*."""
    titles = {choice.value: choice.title for choice in ask.choices}
    return f"is answered “{titles.get(given, given)}”" if given else "is not answered"
