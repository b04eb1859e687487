"""The decision whether a document includes a case, and whether under the real name. Pure.

Three things count: the consent recorded at the case, the document's own answers (``agreement`` in the rules
says what each answer means), and the rules of the document. Where two of them disagree, the stricter one
wins. A missing answer never counts as yes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from drafter.frozen import frozen
from drafter.language.english import SCREEN
from drafter.model.answers import Answers, Case, Consent
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Agreement, Ask, Reader
from drafter.privacy.identifying import mentions_child

READERS: tuple[Reader, ...] = get_args(Reader)
READER_NAMES: dict[Reader, str] = {"body": "the body", "government": "the Government", "public": "the public"}
SEVERAL = 2
"""From how many people on each of them is asked."""
_STRICTNESS = ("", "no", "not-asked", "cannot-ask", "without-names", "no-person", "nobody", "yes")
"""The answers of people about consent, the strictest first."""
ASK_PERSON = "Ask the person, and record the answer at the case."

Details = Mapping[str, object]
"""The document's own answers, by the name of the question."""


@frozen
class Reason:
    """A reason why a case stays out, or has the pseudonym; and what to do about it."""

    text: str
    """The continuation of ``It stays out of the document:``, without a full stop."""
    remedy: str
    is_settled: bool = False
    """Whether somebody has said no, so that nothing is left to ask."""


@frozen
class Decision:
    """Whether a document includes a case, and under which name."""

    is_included: bool
    allows_real_name: bool
    """Whether the Word file may have the real name. The screen always shows the pseudonym."""
    reasons: tuple[Reason, ...] = ()
    """Why the case stays out; or why it has the pseudonym, in a document that may use real names."""


def decide(case: Case, rules: DocumentRules, details: Details) -> Decision:
    """Return the decision on *case* for a document with these *rules* and answers (*details*)."""
    refusals = (
        *_refused_by_document(rules, details, case.pseudonym),
        *_refused_by_person(case.consent, required_readers(rules, details)),
        *_refused_by_guardian(case),
    )
    if refusals:
        return Decision(is_included=False, allows_real_name=False, reasons=refusals)
    if not rules.real_names:
        return Decision(is_included=True, allows_real_name=False)
    name_refusals = tuple(_name_refused(case, rules, details))
    return Decision(is_included=True, allows_real_name=not name_refusals, reasons=name_refusals)


def decisions(answers: Answers, rules: DocumentRules) -> dict[str, Decision]:
    """Return the decision on each case that a theme of the document uses, by its key."""
    if "themes" in rules.left_out:
        return {}
    keys = dict.fromkeys(key for section in answers.themes for key in section.cases)
    return {key: decide(answers.cases[key], rules, answers.details) for key in keys}


def required_readers(rules: DocumentRules, details: Details) -> tuple[Reader, ...]:
    """Return the readers of the document; a case needs consent for each of them.

    While the question that decides on the readers is unanswered, these are all readers of any of its answers.
    """
    readers: set[Reader] = set()
    has_choice = False
    for _, agreement, answer in consent_questions(rules, details):
        if agreement.readers:
            has_choice = True
            of_any_answer = (reader for group in agreement.readers.values() for reader in group)
            readers.update(agreement.readers.get(answer, of_any_answer))
    required = readers if has_choice else rules.consent
    return tuple(reader for reader in READERS if reader in required)


def readers_of_names(rules: DocumentRules, details: Details) -> tuple[Reader, ...]:
    """Return the readers of the real names, for a document that may use them."""
    readers: set[Reader] = {"government"}
    for _, agreement, answer in consent_questions(rules, details):
        readers.update(agreement.name_readers.get(answer, ()))
    return tuple(reader for reader in READERS if reader in readers)


def covers(consent: Consent, reader: Reader) -> bool:
    """Return whether *consent* allows *reader* to learn of the case.

    The Government also reads what is published, so a no to the Government outweighs a yes to the public.
    The Government may come to read a confidential text, so that needs a yes of its own, or a yes to the
    Government or the public.
    """
    if reader == "public":
        return consent.public == "yes" and consent.government in ("yes", None)
    if reader == "confidential" and consent.confidential is None:
        return covers(consent, "government") or covers(consent, "public")
    return bool(getattr(consent, reader) == "yes")


# ---- reasons against ----


def _refused_by_document(rules: DocumentRules, details: Details, pseudonym: str | None) -> Iterator[Reason]:
    """Yield each answer of the document that keeps the case of *pseudonym* out."""
    for ask, agreement, answer in consent_questions(rules, details, pseudonym):
        if agreement.lets_tell and answer not in agreement.lets_tell:
            yield Reason(
                f"“{ask.ask}” {answer_in_words(ask, answer)}",
                "Ask the person, then answer that question.",
                is_settled=answer == "no",
            )


def _refused_by_person(consent: Consent, readers: tuple[Reader, ...]) -> Iterator[Reason]:
    """Yield one reason for all *readers* that the person's consent does not cover."""
    not_covered = [reader for reader in readers if not covers(consent, reader)]
    names = [READER_NAMES[reader] for reader in not_covered if reader != "confidential"]
    if names:
        exception = _but_published(consent, not_covered)
        yield Reason(
            f"there is no consent for {SCREEN.listed(names)} to read it{exception}",
            ASK_PERSON,
            is_settled=any(getattr(consent, reader) == "no" for reader in not_covered),
        )
    elif not_covered:
        yield Reason(
            "the document is marked confidential, but the Government may still come to read it, and there is "
            "no consent for that",
            "Ask the person whether you may include the case anyway, and record the answer at the case "
            "(consent › confidential).",
            is_settled=consent.confidential == "no",
        )


def _but_published(consent: Consent, not_covered: list[Reader]) -> str:
    """Return why a yes to the public does not count, or an empty text."""
    if "public" not in not_covered or consent.public != "yes" or consent.government in ("yes", None):
        return ""
    return ": the Government reads what is published, and the person has not agreed to that"


def _refused_by_guardian(case: Case) -> Iterator[Reason]:
    guardian = case.consent.guardian
    if case.age_group != "adult" and guardian != "yes":
        whose = "a child" if case.age_group == "child" else "a person whose age is not known"
        yield Reason(
            f"it is the case of {whose}, and no guardian has agreed",
            "Ask a parent or guardian as well, and record the answer at the case.",
            is_settled=guardian == "no",
        )
    elif case.age_group == "adult" and guardian == "no" and mentions_child(case.text or ""):
        yield Reason(
            "a child is part of the story, and a parent or guardian has said no",
            "Remove the child from the story. Then remove the answer from the case (consent › guardian).",
        )


def _name_refused(case: Case, rules: DocumentRules, details: Details) -> Iterator[Reason]:
    """Yield each reason why an included *case* has the pseudonym."""
    for ask, agreement, answer in consent_questions(rules, details, case.pseudonym):
        if agreement.lets_name and answer not in agreement.lets_name:
            yield Reason(f"“{ask.ask}” {answer_in_words(ask, answer)}", "Change that answer if it is wrong.")
    for reader in readers_of_names(rules, details):
        if not covers(case.consent, reader):
            yield Reason(f"there is no consent for {READER_NAMES[reader]} to learn the name", ASK_PERSON)


# ---- the document's own answers ----


def consent_questions(
    rules: DocumentRules, details: Details, pseudonym: str | None = None
) -> Iterator[tuple[Ask, Agreement, str]]:
    """Yield each applicable question about consent, what its answers mean, and its answer.

    The answer is empty if there is none; booleans are ``yes`` and ``no``. Where each of several people is
    asked, it is that of *pseudonym*, or the strictest of all.
    """
    for ask in rules.asks:
        if ask.agreement and ask.applies(details):
            value = details.get(ask.name)
            answer = ("yes" if value else "no") if isinstance(value, bool) else value
            answer = answer if isinstance(answer, str) else ""
            if of_people := answers_of_people(ask, details):
                answer = next(
                    (each for name, each in of_people if pseudonym and _same_name(name, pseudonym)),
                    strictest([answer, *(each for _, each in of_people)]),
                )
            yield ask, ask.agreement, answer


def answers_of_people(ask: Ask, details: Details) -> list[tuple[str, str]]:
    """Return the pseudonym and the answer of each person, where *ask* is asked of each of several people."""
    entries = details.get(ask.per_person) if ask.per_person else ()
    rows = entries if isinstance(entries, list | tuple) else ()
    people = [entry for entry in rows if isinstance(entry, Mapping)]
    if len(people) < SEVERAL:
        return []
    return [(str(person.get("name") or ""), str(person.get(ask.name) or "")) for person in people]


def strictest(answers: Iterable[str]) -> str:
    """Return the strictest of the *answers* of several people: none at all is stricter than any."""

    def strictness(answer: str) -> int:
        return _STRICTNESS.index(answer) if answer in _STRICTNESS else 0

    return min(answers, key=strictness, default="")


def _same_name(name: str, other: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(other.split()).casefold()


def answer_in_words(ask: Ask, answer: str) -> str:
    """Return *answer* to the question *ask* as the end of a sentence."""
    titles = {choice.value: choice.title for choice in ask.choices}
    return f"is answered “{titles.get(answer, answer)}”" if answer else "is not answered"
