"""Which cases may go out: never without consent, a child's never without a guardian's."""

from drafter.model.answers import Answers, Case
from drafter.model.mechanism import DocumentRules


def withheld(case: Case, needed: tuple[str, ...]) -> str:
    """Return why *case* may not stand in a document that needs these consents, or nothing where it may."""
    names = {"body": "the body", "government": "the Government", "public": "the public"}
    missing = [names[one] for one in needed if getattr(case.consent, one) != "yes"]
    if missing:
        return f"there is no consent that it reaches {' and '.join(missing)}"
    if case.age_group != "adult" and case.consent.guardian != "yes":
        whose = "a child" if case.age_group == "child" else "a person whose age is not known"
        return f"it is the case of {whose}, and no guardian has agreed"
    return ""


def needed_consents(rules: DocumentRules, answers: Answers) -> tuple[str, ...]:
    """Return the consents that this document needs; one marked confidential needs none for the public."""
    confidential = answers.details.get("publication") == "confidential"
    return tuple(one for one in rules.consent if one != "public" or not confidential)


def cleared(rules: DocumentRules, answers: Answers) -> tuple[str, ...]:
    """Return the keys of the cases that may stand in the document."""
    needed = needed_consents(rules, answers)
    return tuple(key for key, case in answers.cases.items() if not withheld(case, needed))
