"""The public version of a document: only pseudonyms, and only what may be published. Pure."""

from drafter.errors import Fault, Refused
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.privacy.consent import READERS, Details, answer_in_words, consent_questions


def public_rules(rules: DocumentRules, details: Details, file: str) -> DocumentRules:
    """Return *rules* for a public version: no real names, and each case needs consent for the public.

    Raises Refused, for the answers *file*, if one of the *details* says that the document stays unpublished.
    """
    refusals = [
        Fault(
            f"there is no public version: “{ask.ask}” {answer_in_words(ask, answer)}",
            "Answer that it may be published, or build the document without --public.",
            file,
        )
        for ask, agreement, answer in consent_questions(rules, details)
        if (agreement.readers and "public" not in agreement.readers.get(answer, ()))
        or (agreement.lets_tell and answer not in agreement.lets_tell)
    ]
    if refusals:
        raise Refused(refusals)
    consent = tuple(reader for reader in READERS if reader in (*rules.consent, "public"))
    return rules.model_copy(update={"real_names": False, "consent": consent})


def without_unpublished(answers: Answers, rules: DocumentRules) -> tuple[Answers, DocumentRules]:
    """Return *answers* and *rules* without the questions that a public version leaves out."""
    published = tuple(ask for ask in rules.asks if ask.public)
    hidden = {ask.name for ask in rules.asks if not ask.public}
    details = {name: value for name, value in answers.details.items() if name not in hidden}
    return answers.model_copy(update={"details": details}), rules.model_copy(update={"asks": published})
