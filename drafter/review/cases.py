"""Which cases may go out: never without consent, a child's never without a guardian's."""

from collections.abc import Iterator

from drafter.model.answers import Answers, Case
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.review.naming import case_name

_ENDS = (".", "!", "?", "…", "”", "’", '"', ")", ":")


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


def cases(answers: Answers, rules: DocumentRules) -> Iterator[Remark]:
    """Yield why a case stays out, said aloud so that nobody thinks it was told, and how it reads if not."""
    needed = needed_consents(rules, answers)
    printed = "themes" not in rules.left_out
    told = {key for section in answers.themes for key in section.cases if printed}
    for key, case in answers.cases.items():
        place, why = case_name(key, answers.cases), withheld(case, needed)
        if key not in told:
            yield Remark(
                "case-unused",
                "note",
                place,
                "It is told under no theme and not printed.",
                "Attach it to a theme, or keep it for another document.",
            )
        elif why:
            yield Remark(
                "case-left-out",
                "warning",
                place,
                f"It stays out: {why}.",
                "Ask, and record the answer; until then it is not told.",
            )
        else:
            yield from _told(case, place)


def _told(case: Case, place: str) -> Iterator[Remark]:
    """Yield what is to be said of a case that is printed."""
    text = (case.text or "").strip()
    if text and (text[0].islower() or not text.endswith(_ENDS)):
        name = (case.pseudonym or "A person").strip()
        yield Remark(
            "case-not-a-sentence",
            "note",
            place,
            f"It is printed after “{name} (name changed).” and is not made of whole sentences.",
            "Begin with a capital and end with a full stop: She was held …",
        )
    if not (case.consent.given or "").strip():
        yield Remark(
            "consent-not-recorded",
            "note",
            place,
            "It is told, and nothing says how and when the person agreed.",
            "Add it while it can be asked for; it is not printed.",
        )
