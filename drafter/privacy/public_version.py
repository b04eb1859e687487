"""The public version of a document: only pseudonyms, and only what may be published. Pure."""

from drafter.errors import Fault, Refused
from drafter.language.english import SCREEN
from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.privacy.confidentiality import Mention, author_names, secrets_asked, unnamed_by, without_authors
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


def without_unpublished(
    answers: Answers, rules: DocumentRules, language: Language = SCREEN
) -> tuple[Answers, DocumentRules]:
    """Return *answers* and *rules* without the questions that a public version leaves out.

    Who submits is left out too if an answer says so: see ``hides_authors``.
    """
    published = tuple(ask for ask in rules.asks if ask.public)
    hidden = {ask.name for ask in rules.asks if not ask.public}
    details = {name: value for name, value in answers.details.items() if name not in hidden}
    if hides_authors(answers, rules, language):
        answers = without_authors(answers)
    return answers.model_copy(update={"details": details}), rules.model_copy(update={"asks": published})


def hides_authors(answers: Answers, rules: DocumentRules, language: Language = SCREEN) -> bool:
    """Return whether the public version must not say who submits it."""
    if unnamed_by(rules, answers.details):
        return True
    speaks_of_authors = language.review_words().people().secret_authors
    names = [Mention(name) for name in author_names(answers)]
    return any(
        speaks_of_authors.search(answer) or any(name.is_in(answer) for name in names)
        for _, answer in secrets_asked(rules, answers.details)
    )


def left_out(answers: Answers, rules: DocumentRules, language: Language = SCREEN) -> tuple[str, ...]:
    """Return in words what the public version leaves out of the document."""
    hidden = [f"“{ask.ask}”" for ask in rules.asks if not ask.public and answers.details.get(ask.name)]
    authors = ["the organisations with their contact", "the signature"]
    return (*(authors if hides_authors(answers, rules, language) else []), *hidden)
