"""The version of a document that anybody may read: pseudonyms alone, and only what may be published. Pure."""

from collections.abc import Mapping
from typing import Any

from drafter.errors import Fault, Refused
from drafter.model.answers import Answers
from drafter.model.mechanism import DocumentRules
from drafter.privacy.consent import READERS, agreements, in_words


def public_rules(rules: DocumentRules, details: Mapping[str, Any], file: str) -> DocumentRules:
    """Return *rules* as they are for a public version: no real name, and cases need consent for the public.

    Raises Refused, for the answers *file*, where one of the *details* says that it may not be published.
    """
    against = [
        Fault(
            f"there is no public version: “{ask.ask}” {in_words(ask, given)}",
            "Answer that it may be published, or build it without --public.",
            file,
        )
        for ask, agreement, given in agreements(rules, details)
        if (agreement.readers and "public" not in agreement.readers.get(given, ()))
        or (agreement.lets_tell and given not in agreement.lets_tell)
    ]
    if against:
        raise Refused(against)
    consent = tuple(one for one in READERS if one in (*rules.consent, "public"))
    return rules.model_copy(update={"real_names": False, "consent": consent})


def for_public(answers: Answers, rules: DocumentRules) -> tuple[Answers, DocumentRules]:
    """Return *answers* and *rules* without the questions whose answers no public version prints."""
    kept = tuple(ask for ask in rules.asks if ask.public)
    hidden = {ask.name for ask in rules.asks if not ask.public}
    details = {name: value for name, value in answers.details.items() if name not in hidden}
    return answers.model_copy(update={"details": details}), rules.model_copy(update={"asks": kept})
